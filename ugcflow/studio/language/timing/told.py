"""The time a clause tells, as start and end of an edit: what dated, shared and repeated edits are given, and what "that bit" behind it stands for."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading.fill import Thing, plain, things
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.operations import all_operations

TIMES = frozenset({"{range}", "{instant}", "{first}", "{last}", "{opening}", "{ending}", "{since}"})
PLACED = frozenset({"start", "end", "position_in_time"})
CUTS = frozenset({"trim_start", "trim_end", "trim_range"})
_ABROAD = frozenset({"whole", "entire", "throughout", "overall", "everything", "everywhere", "all", "full", "always", "every"})  # fmt: skip
PARTS = frozenset({"part", "section", "bit", "segment", "stretch", "chunk", "portion", "piece", "parts", "bits", "sections"})  # fmt: skip
_LAID_ON = frozenset({"<zoom_>", "<transition>", "<text>", "<sticker>", "<effect>", "<logo>", "<music>", "<caption>", "<fade_>", "<voiceover>"})  # fmt: skip
_POINTING = frozenset({"that", "this", "those", "these"})
_EATING = frozenset({"eats", "eat", "wastes", "hogs", "takes", "ate", "took"})


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


def timed_before(clauses: list[Clause], number: int, laid: frozenset[str] = frozenset()) -> list[tuple[str, object]]:
    """ "The first 3 seconds are me with the camera, remove those": the time named in the clause before."""
    if not number:
        return []
    if number > 1 and clauses[number - 1].opener.endswith(" just"):
        number -= 1  # "from 0:45 on it's just me walking away, cut that"
    s = clauses[number - 1].sentence
    heard = {"effect", "effects", "sfx", "there's", "there"}.isdisjoint(clauses[number - 1].words)
    laid_on = _LAID_ON - {"<effect>"} if heard else _LAID_ON  # "my phone rings from 0:14 to 0:19" has nothing laid on
    if not stretch_meant(clauses, number) and any(s.labels(i) & (laid_on - laid) for i in range(len(s))):
        return []  # "there's a zoom from 0:31 to 0:34, take it off": the zoom, not those seconds
    named = [(n, value) for own in s.arcs for n, _, value in own if n in ("{first}", "{last}", "{range}")]
    return [(label, _begun(clauses, number, value)) for label, value in named[:1] or _at_an_edge(s)]


def comes_first(clauses: list[Clause], number: int) -> bool:
    """Is the time meant rather than a thing named there: "the last minute is just chatter", "10 s of me fumbling at the start"?"""
    s = clauses[number - 1].sentence
    if stretch_meant(clauses, number):
        return True
    end = max((s.ends(i, n) for i in range(min(2, len(s))) for n in ("{first}", "{last}", "{range}")), default=0)
    if not end or end + 1 >= len(s) or s.tokens[end].low not in ("is", "are", "was", "were"):
        return bool(_at_an_edge(s))
    return s.tokens[end + 1].low in ("just", "only", "all", "basically", "mostly", "nothing", "me", "us", "him", "her")


def stretch_meant(clauses: list[Clause], number: int) -> bool:
    """ "… over the music from 0:10 to 0:15, drop that bit", "the logo sting eats the first 2 s, take it off": whatever is in it."""
    part = any(a in _POINTING and b in PARTS for a, b in pairwise(clauses[number].words))
    return part or (number > 0 and not _EATING.isdisjoint(clauses[number - 1].words))


def _at_an_edge(s: Sentence) -> list[tuple[str, object]]:
    """ "It has 2 minutes of me setting up at the start": the first two minutes."""
    edges, lengths = s.places("{opening}", "{ending}"), s.places("{duration}")
    filled = "of" in s.words or s.places("<silence>") != []  # "there's a 10 second pause at the end, cut it"
    one = len(edges) == 1 and len({str(s.value(at, "{duration}")) for at in lengths}) == 1
    length = s.value(lengths[0], "{duration}") if one and filled else None
    return [("{first}" if s.ends(edges[0], "{opening}") else "{last}", length[0])] if length else []


def _begun(clauses: list[Clause], number: int, value: object) -> object:
    """ "At 1:30 my phone goes off and it keeps ringing till 1:48": what is only told to end began at the moment before."""
    if not isinstance(value, tuple) or value[0] != 0.0 or value[1] is None:
        return value
    told = [c.sentence.value(i, "{instant}") for c in clauses[max(0, number - 2) : number] for i in c.places]
    begun = [t[0] for t in told if t and isinstance(t[0], float) and 0 < t[0] < value[1]]
    return (begun[-1], value[1]) if begun else value
