"""The one time a clause tells, as start and end of an edit: what dated, shared and repeated edits are given."""

from __future__ import annotations

from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading.fill import Thing, plain, things
from ugcflow.studio.operations import all_operations

TIMES = frozenset({"{range}", "{instant}", "{first}", "{last}", "{opening}", "{ending}", "{since}"})
PLACED = frozenset({"start", "end", "position_in_time"})
_ABROAD = frozenset({"whole", "entire", "throughout", "overall", "everything", "everywhere", "all", "full", "always", "every"})  # fmt: skip


def times_of(clause: Clause) -> list[Thing]:
    """The times it names."""
    return [t for t in things(clause.sentence, set()) if t[0] in TIMES]


def bounds(told: Thing, op: str) -> dict[str, Any]:
    """The time as parameters of `op`; empty where it has none for it."""
    label, value = told[0], told[3]
    names = {p.name for p in all_operations()[op].parameters}
    if label == "{ending}" or (label == "{last}" and "position_in_time" in names):
        found = {"position_in_time": "end"} | ({"seconds": value} if label == "{last}" else {})
    elif label == "{range}":
        found = {k: v for k, v in zip(("start", "end"), value, strict=True) if v is not None}
    elif label == "{first}":
        found = {"start": 0.0, "end": value}
    elif label == "{last}":
        found = {"start": f"-{value}" if isinstance(value, str) else -value}
    else:
        found = {"start": 0.0 if label == "{opening}" else value}
    return {k: plain(v, k) for k, v in found.items()} if found.keys() <= names else {}


def placed(operation: Operation) -> bool:
    """Has it a time already?"""
    return bool(PLACED & operation.parameters.keys())


def abroad(clause: Clause) -> bool:
    """Is what it asks for to be done everywhere?"""
    return not _ABROAD.isdisjoint(clause.words)
