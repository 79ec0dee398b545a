"""What must hold whatever breaks: nothing happens twice, files are whole, failures are sentences, and the token stands nowhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.cases import EVENTS, ROAD, cases
from tests.faults.stage import STEPS, Case, Seen
from tests.faults.table import FILE, document, row

Play = Callable[[Case], Seen]
CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_whatever_breaks(case: Case, play: Play) -> None:
    seen = play(case)
    nothing_happens_twice(seen)
    a_run_that_passed_did_everything_once(case, seen)
    a_failure_is_a_sentence_with_what_to_do(seen)
    a_file_is_whole_or_not_there(seen)
    the_token_stands_nowhere(seen)


def nothing_happens_twice(seen: Seen) -> None:
    actor = seen.actor
    assert all(n == 1 for n in actor.messages.values()), actor.messages
    assert all(n == 1 for n in actor.uploads.values()), actor.uploads
    assert actor.renders["web"] <= 2


def a_run_that_passed_did_everything_once(case: Case, seen: Seen) -> None:
    assert seen.made == (seen.outcome.exit_code == 0)
    if seen.made:
        last = list(seen.actor.sessions)[-1]
        assert dict(seen.actor.messages) == {(last, said): 1 for said in STEPS[: case.sentences]}
        assert seen.actor.uploads[last, "clip"] == 1
        assert not seen.error


def a_failure_is_a_sentence_with_what_to_do(seen: Seen) -> None:
    if seen.outcome.exit_code:
        assert seen.outcome.exit_code in (1, 3)
        assert seen.error
        assert seen.error["what"]
        assert seen.error["do"]
        assert "ugcflow itself failed" not in seen.error["what"]
    assert seen.outcome.unreported is None
    assert "Traceback" not in (seen.folder / "service.log").read_text()


def a_file_is_whole_or_not_there(seen: Seen) -> None:
    left = [f for f in (seen.folder / "out").rglob("*") if f.suffix in (".mp4", ".part")]
    assert left == ([seen.folder / "out" / "ad.web.mp4"] if seen.made else [])


def the_token_stands_nowhere(seen: Seen) -> None:
    kept = seen.folder / "home" / "token.json"
    assert not kept.exists() or kept.stat().st_mode & 0o077 == 0
    texts = {f: f.read_bytes() for f in seen.folder.rglob("*") if f.is_file() and f != kept}
    texts[Path("the terminal")] = seen.printed.encode()
    for token in (*seen.tokens, "nmv_" + "usr_" + "A" * 24):
        assert not [str(f) for f, content in texts.items() if token.encode() in content]


def test_a_token_would_be_seen(play: Play) -> None:
    seen = play(CASES[0])
    assert seen.tokens
    assert "POST /run_sse 200" in (seen.folder / "service.log").read_text()
    assert seen.tokens[0] in (seen.folder / "home" / "token.json").read_text()


def test_the_road_is_the_one_the_faults_are_laid_on(play: Play) -> None:
    assert play(Case("the road", "as it is")).calls == ROAD


def test_every_event_of_a_stream_is_broken() -> None:
    broken = {c.broken.event for c in CASES if c.broken.how == "reset" and c.broken.event >= 0 and c.sentences == 1}
    assert broken == set(range(len(EVENTS)))


def test_a_render_that_failed_is_tried_once_more(play: Play) -> None:
    by_name = {c.name: play(c) for c in CASES if c.where == "the render"}
    assert by_name["the render: fails once"].made
    assert by_name["the render: fails once"].actor.renders["web"] == 2
    assert by_name["the render: fails every time"].actor.renders["web"] == 2


@pytest.mark.skipif("UGCFLOW_WRITE_FAULTS" in os.environ, reason="the page is being written")
def test_the_page_says_what_the_run_says(play: Play) -> None:
    assert document([(c, row(c, play(c))) for c in CASES]) == FILE.read_text(encoding="utf-8"), (
        "run: python -m tests.faults.table"
    )
