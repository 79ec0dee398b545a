"""A stretch told in a Chinese clause of its own, and what is to be done there said behind it: 4:05到4:40在等编译，8倍速快进."""

from __future__ import annotations

from typing import Any

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import shape
from ugcflow.studio.language.reading.fill import plain
from ugcflow.studio.language.reading.said import Said, just_asked
from ugcflow.studio.language.timing.told import names_of, placed, span, times_of

_SOMEWHERE = frozenset({"speed", "mute", "zoom", "broll", "remove_captions", "trim_silence", "remove_fillers"})


def stretched(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Give edits that have no time the stretch that the clause before told and nothing was done with; it is no question any more."""
    before = clauses[number - 1] if number and one.operations and not clauses[number].hard else None
    idle = bool(said) and not said[-1].operations and not said[-1].refused and not said[-1].cancelled
    if before is None or not idle or before.tokens[0].kind == "word" or not before.chinese or before.has("<remove>"):
        return  # (结尾前4秒剪掉，)减速20%: nothing is slower there
    told = {str(t[3]): t for t in times_of(before) if t[0] in ("{range}", "{first}")}
    if len(told) != 1 or shape("whole").search("".join(clauses[number].words)):
        return
    where = span(*told.values())
    if len(where) == 2 and one.lend(where, lambda o: o.op in _SOMEWHERE and not placed(o)):
        one.settle_when()
        said[-1].settle()


_SHOWN = frozenset({"text_overlay", "logo", "sticker_emoji", "zoom", "broll"})
_RESTORED = frozenset({"zoom", "speed", "mute", "broll"})
_WHEN: dict[str, str] = {"{opening}": "start", "{instant}": "start", "{ending}": "position_in_time"}


def appears(said: list[Said], clause: Clause) -> bool:
    """标题写“…”，20秒的时候出来: when what was just asked for is seen, and how long, in a clause that says nothing else."""
    last = just_asked(said, clause)
    if last is None or not clause.tokens or clause.tokens[0].kind == "word":
        return False
    if last.op in _RESTORED and shape("restoring").fullmatch("".join(clause.words)):
        return True
    values = _seen(clause) if last.op in _SHOWN else {}
    if values.keys() == {"seconds"} and last.op in _RESTORED and "start" in last.parameters:
        values = {"end": last.parameters["start"] + values["seconds"]}
    if values.keys() == {"seconds"} or not values or values.keys() & last.parameters.keys():
        return False
    if not values.keys() <= names_of(last.op):
        return False
    if "start" in values and "seconds" in values:
        values["end"] = values["start"] + values.pop("seconds")
    said[-1].give(values)
    said[-1].settle_when()
    return True


def _seen(clause: Clause) -> dict[str, Any]:
    """The times of a clause that says no more than when and how long."""
    s, place, rest = clause.sentence, clause.offset, ""
    values: dict[str, Any] = {}
    while place < len(s) - clause.tail:
        label = next((n for n in (*_WHEN, "{range}", "{duration}") if s.ends(place, n)), "")
        found = s.value(place, label) if label else None
        if found is None:
            rest += s.tokens[place].text
            place += 1
            continue
        value, place = found
        if isinstance(value, tuple):
            values |= span(("{range}", 0, 0, value))
        else:
            values[_WHEN.get(label, "seconds")] = plain(value, "seconds")
    return values if shape("showing").fullmatch(rest) else {}
