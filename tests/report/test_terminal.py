"""What a run says while it goes on: each event once, progress seldom where nothing moves, a board where it can."""

from __future__ import annotations

import io
from typing import Any

import pytest

from ugcflow.report import terminal
from ugcflow.report.closing import text
from ugcflow.report.phrases import clip, seconds, size
from ugcflow.report.terminal import Board, Plain, Quiet, watcher

STEP: dict[str, Any] = {
    "type": "step_done", "variant": "", "index": 1, "id": "step-1", "status": "passed", "reply": "Done.", "applied": ["Removed 7 pauses"],
    "changes": [], "warnings": ["2 words were unclear"], "expectations": [{"what": "duration", "wanted": "<= 30s", "got": "28 s", "ok": True}], "seconds": 3.14,
}  # fmt: skip
BEGUN = {"type": "step_started", "variant": "", "index": 1, "id": "step-1", "sentence": "trim silences"}


def progress(done: float | None, variant: str = "") -> dict[str, Any]:
    return {
        "type": "progress",
        "variant": variant,
        "activity": "export",
        "name": "web",
        "index": 0,
        "done": done,
        "what": "encoding",
    }


def test_a_step_is_told_with_its_sentence_and_what_it_did() -> None:
    out = io.StringIO()
    plain = Plain(out)
    plain(BEGUN)
    plain(STEP)
    assert out.getvalue().splitlines() == [
        "✓ step-1 · trim silences (3.1 s)",
        "    Removed 7 pauses",
        "    ! 2 words were unclear",
    ]


def test_verbose_adds_expectations() -> None:
    out = io.StringIO()
    Plain(out, verbose=True)(STEP)
    assert "    ✓ duration 28 s (wanted <= 30s)" in out.getvalue()


def test_progress_is_told_at_most_every_few_seconds() -> None:
    now, out = [0.0], io.StringIO()
    plain = Plain(out, clock=lambda: now[0])
    for i in range(100):
        now[0] = i * 0.2
        plain(progress(i / 100))
    assert len(out.getvalue().splitlines()) == int(99 * 0.2 // terminal.EVERY)
    assert out.getvalue().splitlines()[0] == "… web: encoding 25%, 15 s left"


def test_a_variant_is_named_on_each_line() -> None:
    out = io.StringIO()
    Plain(out)({**STEP, "variant": "hook-a"})
    assert all(line.startswith("[hook-a] ") for line in out.getvalue().splitlines())


def test_quiet_says_nothing() -> None:
    quiet = watcher(quiet=True, verbose=False)
    assert isinstance(quiet, Quiet)
    quiet(STEP)


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("term", "kind"), [("xterm-256color", Board), ("dumb", Plain), ("", Plain)])
def test_a_board_needs_a_terminal_that_moves(monkeypatch: pytest.MonkeyPatch, term: str, kind: type) -> None:
    monkeypatch.setenv("TERM", term)
    found = watcher(False, False, Screen())
    found.close()
    assert type(found) is kind


def test_the_board_shows_how_far_each_variant_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    screen = Screen()
    board = Board(screen)
    board(BEGUN)
    board(progress(0.42, "hook-a"))
    board(progress(None, "hook-b"))
    board._bars.refresh()
    board({"type": "variant_done", "variant": "hook-a", "status": "passed"})
    board(STEP)
    board.close()
    shown = screen.getvalue()
    assert "hook-a · web: encoding" in shown
    assert "42%" in shown
    assert "trim silences" in shown


def test_no_color_is_kept_on_the_board(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    screen = Screen()
    board = Board(screen)
    board({**STEP, "status": "failed"})
    board.close()
    assert "\033[31m" not in screen.getvalue()


@pytest.mark.parametrize(
    ("value", "shown"), [(0.42, "0.4 s"), (31.2, "31 s"), (59.7, "1 min 00 s"), (125, "2 min 05 s")]
)
def test_lengths(value: float, shown: str) -> None:
    assert seconds(value) == shown


@pytest.mark.parametrize(("value", "shown"), [(900, "0.9 kB"), (6_200_000, "6.2 MB")])
def test_sizes(value: int, shown: str) -> None:
    assert size(value) == shown


def test_long_sentences_are_cut() -> None:
    assert clip("a  b\nc" * 40, 10) == "a b ca b …"


def test_the_closing_words_of_a_failure_say_it_once_for_all_variants(tmp_path: Any) -> None:
    problem = {"what": "no speech", "do": "bring some", "where": None, "nearest": [], "severity": "error"}
    error = {
        "kind": "StepError",
        "what": "no speech",
        "do": "bring some",
        "where": None,
        "problems": [problem],
        "exit_code": 1,
    }
    variants = [{"variant": v, "error": error, "exports": [], "claim": ""} for v in ("a", "b")]
    totals = {
        "variants": 2,
        "passed": 0,
        "failed": 2,
        "interrupted": 0,
        "skipped": 0,
        "checks": 0,
        "checks_failed": 0,
        "warnings": 0,
        "credits": 0,
    }
    run = {"id": "r", "name": "ad", "status": "failed", "seconds": 3, "error": None, "exit_code": 1}
    said = text({"run": run, "totals": totals, "variants": variants}, tmp_path)
    assert said.count("no speech") == 1
    assert "in a, b" in said
    assert "ad: failed in 3.0 s · 2 failed" in said
