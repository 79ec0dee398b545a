"""What an English clause does to a stretch or a length told beside it: "the van bit, 0:05 to 0:35, should run 4x", "the first 7 seconds nothing happens, delete please"."""

from __future__ import annotations

from typing import Any

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import Thing, plain, says_more, things
from ugcflow.studio.language.reading.said import Said, asked_by
from ugcflow.studio.language.timing.told import placed, span

_SOMEWHERE = frozenset({"speed", "mute", "zoom", "remove_captions", "broll"})
_DELETING = frozenset({"delete", "remove", "cut", "trim", "skip", "scrap", "erase", "bin", "kill", "chop", "drop"})
_SMALL = frozenset({"please", "pls", "plz", "so", "just", "thanks", "kindly", "can", "you", "u", "could", "and", "out", "away", "off", "i", "want", "must", "should", "be", "need", "to", "we", "then"})  # fmt: skip
_STRETCHES = ("{range}", "{first}", "{last}")
_UNTIL = frozenset({"until", "till", "til", "up", "to", "upto"})
_SHORTER = "how short, or what should go?"


def timed_beside(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Let the clause have the stretch or the length that the one before names, or lend it to it."""
    before = said[-1]
    if before.operations or before.refused:
        return
    told = _alone(clauses[number - 1])
    if told and not clauses[number].hard:
        _set_off(one, told, before)
    _one_of_moments(one, clauses, number)
    _deleted(one, clauses, number, before)
    _made_shorter(one, clauses[number], before)
    if one.operations and clauses[number].words[:2] in (["no", "just"], ["no", "only"], ["no", "wait"]):
        before.questions.clear()  # "bleep … no, just mute 0:30 to 0:34"


def _set_off(one: Said, told: Thing, before: Said) -> None:
    """ "…, 0:05 to 0:35, should run 4 times faster": the stretch between the commas is where."""
    if one.lend(span(told), lambda o: o.op in _SOMEWHERE and not placed(o)):
        before.settle()


def _one_of_moments(one: Said, clauses: list[Clause], number: int) -> None:
    """ "Cuts at 10, 20 and 30 seconds": the last of them is a moment as well, no length to cut to."""
    first = number - 1
    while first and len(clauses[first].tokens) == 1 and clauses[first].tokens[0].kind == "num":
        first -= 1
    ends = [t.low for t in clauses[first].tokens[-2:]]
    moments = len(ends) == 2 and ends[0] in ("at", "@") and clauses[first].tokens[-1].kind == "num"
    clause = clauses[number]
    if moments and not clause.hard and one.only("fit_duration") and len(clause.words) <= 2:
        one.operations.clear()
        one.questions.append(ask.unclear(clause))


def _deleted(one: Said, clauses: list[Clause], number: int, before: Said) -> None:
    """ "The first 7 seconds is nothing happen, delete please": nothing but the verb is said of the stretch before."""
    clause = clauses[number]
    words = [w for w in clause.words if w not in _SMALL]
    told = [t for t in things(clauses[number - 1].sentence, set()) if t[0] in _STRETCHES]
    if one.operations or len(words) != 1 or words[0] not in _DELETING or len(told) != 1:
        return
    if found := _cut(told[0]):
        one.operations.append(asked_by(clause, *found))
        _answered(one, before)


def _cut(told: Thing) -> tuple[str, dict[str, Any]] | None:
    label, value = told[0], told[3]
    if label == "{range}":
        return ("trim_range", {**span(told), "mode": "remove"}) if None not in value else None
    if not isinstance(value, float):
        return None
    return ("trim_start" if label == "{first}" else "trim_end"), {"seconds": plain(value, "seconds")}


def _made_shorter(one: Said, clause: Clause, before: Said) -> None:
    """ "Make the video more short, until 45 seconds": the length it is to have."""
    asked: list[Question] = [*before.questions, *(q for _, q in before.lacking)]
    told = _alone(clause)
    if not told or one.operations or not any(q.why == _SHORTER for q in asked) or told[0] != "{range}":
        return
    start, end = clause.sentence.span(told[1], told[2])
    if told[3][0] == 0.0 and clause.words[:1] and clause.words[0] in _UNTIL:
        values = {"seconds": plain(told[3][1], "seconds")}
        one.operations.append(Operation("fit_duration", values, clause.sentence.text[start:end], start, end))
        _answered(one, before)


def _answered(one: Said, before: Said) -> None:
    for said in (one, before):
        said.settle()


def _alone(clause: Clause) -> Thing | None:
    """The stretch that is all the clause says, in words or figures."""
    told = things(clause.sentence, set())
    bare = len(told) == 1 and told[0][0] in _STRETCHES and clause.tokens[0].kind != "cjk"
    return told[0] if bare and not says_more(clause, told) else None
