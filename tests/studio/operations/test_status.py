"""How the edit stands, in words."""

from __future__ import annotations

from typing import Any


def test_every_track_is_named_and_nothing_changes(edit: Any) -> None:
    standing = edit(a=[("One two three.", 900)], b=[], silent=5000)
    standing.do("captions")
    standing.do("text_overlay", text="New in", start=3, end=5)
    before = standing.timeline
    (line,) = standing.do("status").lines
    assert line.startswith("Timeline (3 tracks): 1. Video: a.mp4 + b.mp4 (0-")
    assert "Title: “New in” (3-5s)" in line
    assert "Captions: 1 group (0.5-" in line
    assert standing.timeline == before
