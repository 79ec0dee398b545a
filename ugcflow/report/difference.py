"""What differs between two snapshots, value by value: `~ t.Video.sg.c1.d: 36000 → 2100`. Lists of things with an id are matched by it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ugcflow.session.view import mapping

_WIDE = 90  # characters of a value
_MISSING = object()


def difference(before: Any, after: Any, limit: int = 40) -> str:
    """Lines `+ added`, `- removed`, `~ changed`; at most `limit`, with the count of those left out. "" when nothing differs."""
    found = list(_walk("", before, after))
    more = len(found) - limit
    return "\n".join(found[:limit] + ([f"… and {more} more: see the snapshots"] if more > 0 else []))


def _walk(path: str, a: Any, b: Any) -> Iterator[str]:
    if a == b:
        return
    if a is _MISSING or b is _MISSING:
        sign, value = ("+", b) if a is _MISSING else ("-", a)
        yield f"{sign} {path}: {_short(value)}"
        return
    x, y = _named(a), _named(b)
    if x is None or y is None:
        yield f"~ {path}: {_short(a)} → {_short(b)}"
        return
    for key in dict.fromkeys([*x, *y]):
        yield from _walk(f"{path}.{key}" if path else key, x.get(key, _MISSING), y.get(key, _MISSING))


def _named(value: Any) -> dict[str, Any] | None:
    """An object's fields, or a list's things by their names; None for a plain value."""
    if isinstance(value, dict):
        return {str(k): v for k, v in value.items()}
    if not isinstance(value, list) or not any(isinstance(v, dict) for v in value):
        return None
    named: dict[str, Any] = {}
    for i, item in enumerate(value):
        name = _name(item) or str(i)
        named[name if name not in named else f"{name}#{i}"] = item
    return named


def _name(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    m = mapping(item.get("m"))
    return str(item.get("id") or m.get("name") or item.get("name") or "").replace("\n", " ")[:40]


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _WIDE else text[: _WIDE - 1] + "…"
