"""The JSON Schemas of `schemas/`, from a wheel or from a checkout."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_PLACES = (_HERE / "schemas", _HERE.parent / "schemas")  # in a wheel; in a checkout


def names() -> tuple[str, ...]:
    """The schemas there are: `recipe`, `report`, `draft`, `operations`, …"""
    return tuple(sorted(p.name.removesuffix(".schema.json") for p in _folder().glob("*.schema.json")))


def path(name: str) -> Path:
    """Where the schema `name` lies."""
    return _folder() / f"{name}.schema.json"


@cache
def load(name: str) -> dict[str, Any]:
    """The schema `name` as JSON values. Raises FileNotFoundError for a name there is none of."""
    value: dict[str, Any] = json.loads(path(name).read_text(encoding="utf-8"))
    return value


def _folder() -> Path:
    return next((p for p in _PLACES if p.is_dir()), _PLACES[0])
