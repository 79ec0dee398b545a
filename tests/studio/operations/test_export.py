"""Files are written by the recipe, not by a step."""

from __future__ import annotations

from typing import Any


def test_it_says_so_and_changes_nothing(edit: Any) -> None:
    edited = edit(a=[("One two three.", 900)])
    edited.do("captions")
    before = edited.timeline
    applied = edited.do("export")
    assert (applied.lines, applied.warnings) == (("Exports are made as the recipe's export section says",), ())
    assert edited.timeline == before
