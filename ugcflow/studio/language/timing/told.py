"""The one time a clause tells, as start and end of an edit: what dated, shared and repeated edits are given."""

from __future__ import annotations

from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading.fill import Thing, plain, things
from ugcflow.studio.operations import all_operations

TIMES = frozenset({"{range}", "{instant}", "{first}", "{last}", "{opening}", "{ending}", "{since}"})
PLACED = frozenset({"start", "end", "position_in_time"})
CUTS = frozenset({"trim_start", "trim_end", "trim_range"})
_ABROAD = frozenset({"whole", "entire", "throughout", "overall", "everything", "everywhere", "all", "full", "always", "every"})  # fmt: skip


def times_of(clause: Clause) -> list[Thing]:
    """The times it names."""
    return [t for t in things(clause.sentence, set()) if t[0] in TIMES]


def span(told: Thing) -> dict[str, Any]:
    """The time as start and end; what is counted from the end is negative."""
    label, value = told[0], told[3]
    if label == "{range}":
        ends = value
    elif label == "{first}":
        ends = (0.0, value)
    elif label == "{last}":
        ends = (f"-{value}" if isinstance(value, str) else -value, None)
    else:
        ends = (0.0 if label == "{opening}" else value, None)
    return {key: plain(end, key) for key, end in zip(("start", "end"), ends, strict=True) if end is not None}


def bounds(told: Thing, op: str) -> dict[str, Any]:
    """The time as parameters of `op`; empty where it has none for it."""
    label, value = told[0], told[3]
    names = names_of(op)
    if label == "{ending}" or (label == "{last}" and "position_in_time" in names):
        found = {"position_in_time": "end"} | ({"seconds": plain(value, "seconds")} if label == "{last}" else {})
    else:
        found = span(told)
    return found if found.keys() <= names else {}


def names_of(op: str) -> set[str]:
    """The parameters an operation has."""
    return {p.name for p in all_operations()[op].parameters}


def placed(operation: Operation) -> bool:
    """Has it a time already?"""
    return bool(PLACED & operation.parameters.keys())


def stretch_of(operation: Operation) -> dict[str, Any]:
    """The start and end it has."""
    return {k: v for k, v in operation.parameters.items() if k in ("start", "end")}


def abroad(clause: Clause) -> bool:
    """Is what it asks for to be done everywhere?"""
    return not _ABROAD.isdisjoint(clause.words)
