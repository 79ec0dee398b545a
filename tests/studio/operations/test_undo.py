"""A timeline alone knows nothing before it; a session does (see studio/test_session.py)."""

from __future__ import annotations

from typing import Any


def test_there_is_nothing_to_take_back(edit: Any) -> None:
    edited = edit(a=[])
    edited.do("trim_end", seconds=1)
    assert edited.refused("undo") == ("there is nothing to take back", "leave the undo out")
