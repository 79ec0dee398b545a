"""One time, or one pace, for several edits: "from 0:05 to 0:10 zoom in and mute", "zoom in and mute from 0:05 to 0:10", "speed up 0:10-0:20 and 0:30-0:40 by 2x"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import Thing
from ugcflow.studio.language.reading.said import Said, more, without
from ugcflow.studio.language.timing.told import abroad, bounds, placed, span, stretch_of, times_of

_STRETCHED = frozenset({"zoom", "mute", "speed", "text_overlay", "logo", "broll", "remove_captions"})
_MOMENTARY = frozenset({"zoom", "text_overlay", "logo", "broll"})
"""What may begin at a moment without a word on when it ends."""
_CUTS = frozenset({"trim_range", "trim_start", "trim_end", "fit_duration", "split"})
_IT = frozenset({"it", "video", "clip", "everything", "footage", "this"})
_LONGEST_VERB = 3
_FARTHEST = 6
_UNTIL_THE_END = ("until the end", "till the end", "to the end", "for the rest", "after that", "afterwards")


def share(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Give edits the time that their row has in front or behind, and the pace that the last of them names."""
    if not number or not one.operations:
        return
    _from_the_front(one, clauses, number, said)
    if said and said[-1].operations and not clauses[number].hard:
        _from_behind(one, clauses, number, said[-1])
        _those(one, clauses, number)
        _over_it(one, clauses[number], said[-1])
        _one_pace(one, clauses[number], said[-1])
        _one_after_the_other(one, clauses[number], said[-1])


def _from_the_front(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    first = _row_begins(clauses, number)
    told = _leading(clauses[first]) if first < number else None
    if told is None or not _goes_on(clauses, number) or any(times_of(c) for c in clauses[first + 1 : number + 1]):
        return
    begin = clauses[first].sentence.tokens[0].start
    if any(o.op in _CUTS and o.start >= begin for s in said for o in s.operations):
        return  # "the first 5 seconds out, and mute it"
    fits = _STRETCHED if told[0] in ("{range}", "{first}", "{last}") else _MOMENTARY
    for place, old in enumerate(one.operations):
        if old.op in fits and not placed(old) and not abroad(clauses[number]):
            one.operations[place] = replace(old, parameters=old.parameters | bounds(told, old.op))


def _row_begins(clauses: list[Clause], number: int) -> int:
    first = number
    while first and number - first < _FARTHEST and not clauses[first].hard and clauses[first].opener in (*AND, ","):
        first -= 1
    return first


def _goes_on(clauses: list[Clause], number: int) -> bool:
    """Is the clause joined by "and", or one of a row that ends so?"""
    for clause in clauses[number : number + _FARTHEST]:
        if clause.hard or clause.opener not in (*AND, ","):
            return False
        if clause.opener in AND:
            return True
    return False


def _leading(clause: Clause) -> Thing | None:
    """The time that the clause begins with."""
    told = times_of(clause)
    alone = len(told) == 1 and told[0][0] not in ("{opening}", "{ending}")
    return told[0] if alone and clause.tokens[0].kind != "cjk" and _in_front(clause, told[0]) else None


def _in_front(clause: Clause, told: Thing) -> bool:
    s = clause.sentence
    return all(s.ends(i, "#noise") or s.tokens[i].low in ("during", "for", "within") for i in range(told[1]))


def _from_behind(one: Said, clauses: list[Clause], number: int, before: Said) -> None:
    """ "Zoom in and mute from 0:05 to 0:10": a bare verb in front of another with a stretch."""
    old, new = before.operations[-1], one.operations[0]
    where = stretch_of(new)
    bare = old.parameters.keys() <= {"direction", "kind"} and _length(clauses[number - 1]) <= _LONGEST_VERB
    joined = clauses[number].opener in AND and clauses[number].tokens[0].kind != "cjk" and len(where) == 2  # fmt: skip
    named = not _IT.isdisjoint(clauses[number - 1].words) or len(before.operations) > 1
    if joined and bare and not named and {old.op, new.op} <= _STRETCHED and old.op != new.op:
        before.give(where)


def _those(one: Said, clauses: list[Clause], number: int) -> None:
    """ "Put our logo there for the last 3 seconds and mute them": those seconds."""
    told = [t for t in times_of(clauses[number - 1]) if t[0] in ("{first}", "{last}")]
    if len(told) != 1 or clauses[number].words[-1:] not in (["them"], ["those"]):
        return
    one.lend(span(told[0]), lambda o: o.op in ("mute", "zoom", "speed") and not placed(o))


def _over_it(one: Said, clause: Clause, before: Said) -> None:
    """ "Speed up 1:00 to 3:00 and put '2 minutes later' over it", "… and mute it at the same time": for as long."""
    last = before.operations[-1]
    where = stretch_of(last) if last.op in ("speed", "zoom", "mute", "broll") else {}
    then, whole = clause.words[-2:] in _MEANWHILE, len(where) == 2
    if not where or not (then or (whole and clause.words[-2:] in _OVER)):
        return
    fits = (_STRETCHED if whole else _MOMENTARY) if then else frozenset({"text_overlay"})
    lost = [o for o in one.operations if then and o.op not in fits and o.op in _STRETCHED | _LEVELLED and not placed(o)]
    one.questions += [ask.unheld(clause, o) for o in lost]
    one.lend(where, lambda o: o.op in fits and not placed(o))


_OVER = (["over", "it"], ["over", "that"], ["on", "it"], ["over", "them"])
_MEANWHILE = (["same", "time"], ["that", "time"], ["during", "it"], ["during", "that"], ["it", "plays"], ["during", "this"])  # fmt: skip
_LEVELLED = frozenset({"volume", "music", "color", "filter", "captions"})
"""What holds for all of the film."""


def _length(clause: Clause) -> int:
    """How many words it has, courtesies left out."""
    s, place, words = clause.sentence, clause.offset, 0
    while place < len(s) - clause.tail:
        polite = s.ends(place, "#noise") if s.tokens[place].low not in ("in", "up", "out", "down") else 0
        words += not polite
        place = polite or place + 1
    return words


def _one_pace(one: Said, clause: Clause, before: Said) -> None:
    """ "Speed up 0:10-0:20 and 0:30-0:40 by 2x": both by as much."""
    old, new = before.operations[-1], one.operations[0]
    if clause.opener not in AND or old.op != "speed" or new.op != "speed":
        return
    factor = new.parameters.get("factor")
    same = isinstance(factor, (int, float)) and old.parameters.get("direction") == ("faster" if factor > 1 else "slower")  # fmt: skip
    if same and placed(old) and placed(new):
        before.operations[-1] = more(without(old, "direction"), {"factor": factor})


def _one_after_the_other(one: Said, clause: Clause, before: Said) -> None:
    """ "Show A for two seconds, then B for two seconds": the second begins where the first is gone."""
    old, new = before.operations[-1], one.operations[0]
    if "then" not in clause.opener and clause.words[:1] != ["then"]:
        return
    if old.op != "text_overlay" or new.op != "text_overlay" or placed(new):
        return
    lengths = [o.parameters.get("seconds") for o in (old, new)]
    if not placed(old) and all(isinstance(length, (int, float)) for length in lengths):
        old = _spanned(old, 0)
        before.operations[-1] = old
        one.operations[0] = _spanned(new, old.parameters["end"])
    elif "end" in old.parameters and any(w in " ".join(clause.words) for w in _UNTIL_THE_END):
        one.operations[0] = more(new, {"start": old.parameters["end"]})


def _spanned(operation: Operation, start: Any) -> Operation:
    return more(without(operation, "seconds"), {"start": start, "end": start + operation.parameters["seconds"]})
