"""What was asked about the look of words, as a title's `style`."""

from __future__ import annotations

from typing import Any


def style_of(asked: Any) -> dict[str, Any]:
    """`{"preset": "bold"}` from a name; a mapping is taken as it is."""
    if isinstance(asked, dict):
        return dict(asked)
    return {"preset": str(asked)} if asked else {}
