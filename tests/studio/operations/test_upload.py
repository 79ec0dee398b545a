"""Files come in by the recipe, not by a step."""

from __future__ import annotations

from typing import Any


def test_it_says_so_and_changes_nothing(edit: Any) -> None:
    edited = edit(a=[("One two three.", 900)])
    edited.do("captions")
    before = edited.timeline
    applied = edited.do("upload")
    assert (applied.lines, applied.warnings) == (("Inputs are brought in as the recipe's inputs section says",), ())
    assert edited.timeline == before
