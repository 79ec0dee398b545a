from __future__ import annotations

import io
import re
from typing import Any

import pytest

from ugcflow.report.board import Board
from ugcflow.report.closing import text
from ugcflow.report.fold import wide


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(screen: Screen) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", screen.getvalue())


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setenv("TERM", "xterm-256color")
    return Screen()


def upload(variant: str, name: str = "review.mp4") -> dict[str, Any]:
    return {"type": "upload_done", "variant": variant, "input": "review", "name": name, "bytes": 5_000_000, "probe": {}}


def rendering(variant: str, done: float) -> dict[str, Any]:
    return {
        "type": "progress",
        "variant": variant,
        "activity": "export",
        "name": "web",
        "index": 0,
        "done": done,
        "what": "encoding",
    }


def test_a_variant_is_named_once_for_all_its_lines(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    board = Board(screen)
    for variant in ("hook-a", "hook-a", "hook-b", "hook-a"):
        board(upload(variant))
    board.close()
    names = [line.strip() for line in shown(screen).splitlines() if line.strip() in ("hook-a", "hook-b")]
    assert names == ["hook-a", "hook-b", "hook-a"]


def test_the_speed_of_a_render_is_told_against_how_long_it_plays(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    now = [0.0]
    board = Board(screen, clock=lambda: now[0])
    board({"type": "snapshot", "variant": "a", "draft_seconds": 30.0})
    board(rendering("a", 0.0))
    now[0] = 10.0
    board(rendering("a", 0.5))
    board._bars.refresh()
    board.close()
    assert "1.5x" in shown(screen)


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_nothing_is_wider_than_the_terminal(screen: Screen, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    variant = "a-rather-long-name-of-a-variant-9-16"
    board = Board(screen)
    board(upload(variant, "a-clip-with-a-name-that-goes-on-and-on-and-on-for-ever.mp4"))
    board(rendering(variant, 0.42))
    board._bars.refresh()
    board.close()
    assert "42%" in shown(screen)
    assert all(wide(line) <= columns for line in shown(screen).replace("\r", "\n").split("\n"))


def test_the_closing_words_fit_a_narrow_terminal(mixed: Any) -> None:
    from ugcflow.report import document

    built = document.build(mixed)
    said = text(built, mixed.parent.parent, columns=50).split("\n")
    recipe = [line for line in said if "|" in line or "-->" in line]
    assert all(wide(line) <= 50 for line in said if line not in recipe)
    assert any("calm background music" in line for line in recipe), "the recipe's line stays whole"
