"""What is left of credits: none are needed here."""

from __future__ import annotations

from typing import Any


def test_it_says_so_and_changes_nothing(edit: Any) -> None:
    edited = edit(a=[("One two three.", 900)])
    edited.do("captions")
    before = edited.timeline
    applied = edited.do("credits")
    assert (applied.lines, applied.warnings) == (("The studio costs nothing",), ())
    assert edited.timeline == before
