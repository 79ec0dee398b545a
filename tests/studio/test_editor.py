"""What the studio says of itself before anything is touched."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

from ugcflow.session import Credits, Editor, Operation, Reading
from ugcflow.studio.editor import Studio
from ugcflow.studio.operations import all_operations


def test_it_keeps_the_contract_and_costs_nothing(tmp_path: Path) -> None:
    studio: Editor = Studio(tmp_path)
    assert (studio.name, studio.reads) == ("local", True)
    assert studio.cost(("add captions",)) == 0
    assert asyncio.run(studio.credits()) == Credits(unlimited=True)


def test_every_operation_that_is_not_built_is_refused_in_plain_words(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    for spec in all_operations().values():
        questions = studio.refuses(Reading("x", (Operation(spec.name, words="these words", start=3, end=14),)))
        assert bool(questions) is not spec.built
        for question in questions:
            assert (question.words, question.kind, question.start) == ("these words", "unbuilt", 3)
            assert "can't" in question.why


def test_captions_in_another_language_are_refused(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    assert studio.refuses(Reading("x", (Operation("captions", {"language": "es"}),)))
    assert not studio.refuses(Reading("x", (Operation("captions", {"language": "en"}),)))


def test_an_unknown_operation_of_a_lock_is_refused(tmp_path: Path) -> None:
    (question,) = Studio(tmp_path).refuses(Reading("x", (Operation("teleport"),)))
    assert "teleport" in question.why


def test_sessions_nobody_touches_are_forgotten(tmp_path: Path) -> None:
    """The folder's time is that of the last edit written into it; what is no session stays."""

    async def opened() -> str:
        return (await Studio(tmp_path, keep=3600).open("ad", "en")).id

    old, fresh = asyncio.run(opened()), asyncio.run(opened())
    (tmp_path / "notes").mkdir()
    for folder in (tmp_path / old, tmp_path / "notes"):
        os.utime(folder, (time.time() - 7200,) * 2)
    last = asyncio.run(opened())
    assert {p.name for p in tmp_path.iterdir()} == {fresh, last, "notes"}
