"""Pins: written once, obeyed always, edited by hand, refused when missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.runner.test_run import Run
from tests.scripted import ScriptedBackend, ScriptedEditor, recipe
from ugcflow.errors import RecipeError
from ugcflow.runner import lock, lockfile, pinning
from ugcflow.session import Operation


def pin(folder: Path, *says: str, refresh: bool = False) -> Any:
    done = pinning.pin(recipe(folder, *says), ScriptedBackend(ScriptedEditor()), refresh)
    return done.lock, list(done.changes)


def sent(folder: Path, *says: str, **options: Any) -> list[Any]:
    """The operations each sentence was sent with."""
    got: list[Any] = []
    editor = ScriptedEditor(
        acts={s: lambda session, message: got.append([o.to_json() for o in message.operations]) for s in says}
    )
    done = Run(folder, recipe(folder, *says), editor=editor, **options)
    assert done.outcome.exit_code == 0, done.outcome.error
    return got


def test_writing_it_again_changes_nothing(tmp_path: Path) -> None:
    written, _ = pin(tmp_path, "b first", "a second", "b first")
    text = written.file.read_text()
    assert list(written.pins) == ["b first", "a second"]
    again, changes = pin(tmp_path, "b first", "a second", "b first")
    assert (again.file.read_text(), changes) == (text, [])


def test_it_reads_back_what_it_wrote(tmp_path: Path) -> None:
    say = '加字幕: "9:16", no, 1.10 \U0001f525'
    pin(tmp_path, say)
    assert lockfile.load(tmp_path / "ad.yaml").pins[say][0].to_json() == {"op": "text_overlay", "text": say}


def test_a_lock_that_is_there_is_obeyed(tmp_path: Path) -> None:
    pin(tmp_path, "hello")
    file = tmp_path / "ad.lock.yaml"
    file.write_text(file.read_text().replace("text: hello", "text: by hand"))
    assert sent(tmp_path, "hello") == [[{"op": "text_overlay", "text": "by hand"}]]


def test_a_pin_edited_by_hand_stays_until_refreshed(tmp_path: Path) -> None:
    pin(tmp_path, "hello")
    file = tmp_path / "ad.lock.yaml"
    file.write_text(file.read_text().replace("text: hello", "text: by hand"))
    kept, _ = pin(tmp_path, "hello", "world")
    assert kept.pins["hello"][0].parameters["text"] == "by hand"
    fresh, changes = pin(tmp_path, "hello", "world", refresh=True)
    assert fresh.pins["hello"][0].parameters["text"] == "hello"
    assert changes == ["~ “hello”"]


def test_a_sentence_that_is_gone_loses_its_pin(tmp_path: Path) -> None:
    pin(tmp_path, "hello", "world")
    written, changes = pin(tmp_path, "world", "new")
    assert list(written.pins) == ["world", "new"]
    assert changes == ["+ “new”", "- “hello”"]


def test_locked_refuses_a_missing_pin_at_its_sentence(tmp_path: Path) -> None:
    pin(tmp_path, "hello")
    done = Run(tmp_path, recipe(tmp_path, "hello", "world"), locked=True)
    assert done.outcome.exit_code == 2
    assert "no pin" in done.outcome.error.what  # type: ignore[union-attr]
    assert done.outcome.error.problem.where.line == 4  # type: ignore[union-attr]
    assert ("send", "hello") not in done.log


def test_locked_says_which_pin_a_changed_sentence_had(tmp_path: Path) -> None:
    pin(tmp_path, "cut it to 30 seconds")
    done = Run(tmp_path, recipe(tmp_path, "cut it to 20 seconds"), locked=True)
    assert "changed since it was pinned (“cut it to 30 seconds”)" in done.outcome.error.what  # type: ignore[union-attr]


def test_locked_runs_when_every_sentence_is_pinned(tmp_path: Path) -> None:
    pin(tmp_path, "hello")
    assert sent(tmp_path, "hello", locked=True) == [[{"op": "text_overlay", "text": "hello"}]]


def test_a_pinned_operation_nobody_built_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ad.lock.yaml").write_text("version: 1\nsentences:\n- say: hello\n  operations:\n  - {op: stabilize}\n")
    assert Run(tmp_path, recipe(tmp_path, "hello")).outcome.exit_code == 2


@pytest.mark.parametrize(("text", "said", "line"), [
    ("version: 1\nsentences: [", "", 0),
    ("version: 9\nsentences: []\n", "no lock of version 1", 1),
    ("- a\n", "no lock", 1),
    ("version: 1\nsentences:\n- {say: hello, ops: []}\n", "`say` and `operations`", 3),
    ("version: 1\nsentences:\n- {say: hello, operations: [{text: x}]}\n", "its `op`", 3),
    ("version: 1\nsentences:\n- {say: hello}\n- {say: hello}\n", "pinned twice", 4),
])  # fmt: skip
def test_a_broken_lock_stops_the_run(tmp_path: Path, text: str, said: str, line: int) -> None:
    (tmp_path / "ad.lock.yaml").write_text(text)
    done = Run(tmp_path, recipe(tmp_path, "hello"))
    assert done.outcome.exit_code == 2
    assert said in done.outcome.error.what  # type: ignore[union-attr]
    where = done.outcome.error.problem.where  # type: ignore[union-attr]
    assert where.file.endswith("ad.lock.yaml")
    assert not line or where.line == line


def test_values_written_by_hand_mean_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "ad.lock.yaml").write_text(
        "version: 1\nsentences:\n- {say: hello, operations: [{op: reframe, aspect: 9:16}]}\n"
    )
    assert sent(tmp_path, "hello") == [[{"op": "reframe", "aspect": "9:16"}]]
    kept, _ = pin(tmp_path, "hello")
    assert lockfile.load(tmp_path / "ad.yaml").pins == kept.pins


def test_other_keys_of_a_lock_are_carried_through(tmp_path: Path) -> None:
    (tmp_path / "ad.lock.yaml").write_text("version: 1\nsentences: []\ntranscript: {review: [[0, 300, Glow]]}\n")
    pin(tmp_path, "hello")
    assert lockfile.load(tmp_path / "ad.yaml").rest["transcript"] == {"review": [[0, 300, "Glow"]]}


def test_an_unreadable_sentence_is_not_pinned(tmp_path: Path) -> None:
    with pytest.raises(RecipeError):
        pin(tmp_path, "make it pop")
    assert not (tmp_path / "ad.lock.yaml").exists()


def test_there_is_nothing_to_pin_for_the_cloud(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match="nothing to pin"):
        pinning.pin(recipe(tmp_path, "hello"), ScriptedBackend(ScriptedEditor(name="nemo", reads=False), None))


def test_a_lock_is_plain_to_read(tmp_path: Path) -> None:
    text = lockfile.dump(lock.Lock(tmp_path / "x", {"cut": (Operation("fit_duration", {"seconds": 30}),)}), "ad.yaml")
    assert text.splitlines()[1:] == [
        "version: 1",
        "sentences:",
        "- say: cut",
        "  operations:",
        "  - op: fit_duration",
        "    seconds: 30",
    ]
