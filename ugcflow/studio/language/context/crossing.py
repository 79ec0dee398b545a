"""Chinese clauses that change what the one before asked for: where it ends (到第8秒结束), what of it stays (声音保留), what else holds there (那段音乐调小)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import TIME, gist, shape
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import plain
from ugcflow.studio.language.reading.said import Said, latest, more
from ugcflow.studio.language.timing.told import CUTS, placed, span, times_of

_CURES = frozenset({"remove_bad_takes", "denoise_audio", "stabilize", "trim_silence"})
_TIMED = frozenset({"speed", "mute", "zoom"})
_LAID = frozenset({"music", "captions", "logo", "text_overlay", "voiceover", "filter", "sticker_emoji"})
_OWN_PACE = frozenset({"transition", "fade", "text_overlay", "captions", "voiceover", "music", "sticker_emoji"})
_ANYWHERE = frozenset({"speed", "mute", "zoom", "volume", "text_overlay", "color", "filter"})


def crossed(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> Said:
    """What was read in the clause, as the clause before makes it."""
    clause, short, last = clauses[number], gist(clauses[number]), latest(said)
    if not short or last is None or clause.hard:
        return one
    if _kept_after_all(one, clause, last):
        next(s for s in reversed(said) if last in s.operations).operations.remove(last)
        return Said([], [ask.unclear(clause)], refused=True)
    ends = shape("ends").fullmatch(short) is not None
    if (ends and _bounded(said, last, _moment(clause))) or _tells_why(one, clause, last):
        return Said(refused=True)
    short_of_it = ends and one.ops == {"fit_duration"}  # 从10秒开始放大，15秒结束
    if short_of_it or _of_the_other(one, clause, last) or _there(one, clauses, number, last):
        return Said([], [ask.unclear(clause)], refused=True)
    return one


def _tells_why(one: Said, clause: Clause, last: Operation) -> bool:
    """(1分20秒到1分45秒删掉，)说错话了: why it goes, and no other edit."""
    cured = one.ops <= _CURES and last.op in CUTS | {"mute"} and clause.opener in ",， "
    return cured and shape("why").fullmatch(gist(clause)) is not None


def _of_the_other(one: Said, clause: Clause, last: Operation) -> bool:
    """Does it change what was just asked for in a way that no parameter of that takes?"""
    short, ops = gist(clause), one.ops
    if last.op in _LAID and ops <= CUTS and shape("starts").fullmatch(short):
        return True
    if last.op in CUTS and not one.questions and shape("stays").search(short):
        return True
    if (
        last.op in _OWN_PACE
        and ops == {"speed"}
        and clause.opener in ("再", "也")
        and shape("slightly").fullmatch(short)
    ):
        return True
    measured = last.op in _TIMED | CUTS | {"fit_duration"} and ops & {"speed", "mute", "fit_duration"}
    return bool(measured) and shape("changed").match(short) is not None


def _there(one: Said, clauses: list[Clause], number: int, last: Operation) -> bool:
    """那段音乐调小: has the edit before a time, and this one none, where it speaks of that stretch, or of half of what is in it?"""
    clause, short = clauses[number], gist(clauses[number])
    before = number > 0 and TIME in gist(clauses[number - 1]) and TIME not in short and last.op in _TIMED
    if not before or not placed(last) or not any(o.op in _ANYWHERE and not placed(o) for o in one.operations):
        return False
    joined = short if clause.opener in ",，" else clause.opener + short  # 再把它
    half = one.ops <= {"mute", "speed"} and shape("half_of_it").match(short)
    return bool(half or shape("there").match(joined))


def _kept_after_all(one: Said, clause: Clause, last: Operation) -> bool:
    """Is what the cut before takes away, or a piece of it, told to stay?"""
    found = shape("spared").search(gist(clause)) if last.op in CUTS and last.parameters.get("mode") != "keep" else None
    asked = any(q.why != ask.UNCLEAR for q in one.questions)
    if found is None or asked or not one.ops <= CUTS:
        return False
    return found["there"] != TIME or any(_meet(_stretch(last), told) for told in _told(clause))


def _told(clause: Clause) -> list[tuple[Any, Any]]:
    """From where to where the stretches go that the clause names; from the end what is negative."""
    stretches = (span(t) for t in times_of(clause) if t[0] in ("{first}", "{last}", "{range}"))
    return [(ends["start"], ends.get("end", 0)) for ends in stretches]


def _stretch(cut: Operation) -> tuple[Any, Any]:
    seconds, values = cut.parameters.get("seconds", 0), cut.parameters
    if cut.op == "trim_range":
        return values.get("start", 0), values.get("end", 0)
    return (0, seconds) if cut.op == "trim_start" else (-seconds, 0)


def _meet(one: tuple[Any, Any], other: tuple[Any, Any]) -> bool:
    figures = all(isinstance(n, (int, float)) for n in (*one, *other)) and (one[0] < 0) == (other[0] < 0)
    return figures and bool(one[0] < other[1] and other[0] < one[1])


def _moment(clause: Clause) -> float | None:
    s = clause.sentence
    found = [v[0] for i in clause.places for n in ("{instant}", "{duration}") if (v := s.value(i, n))]
    return found[0] if found and isinstance(found[0], float) else None


def _bounded(said: list[Said], last: Operation, end: float | None) -> bool:
    """从第10秒开始加速，第20秒结束: the end of what has a beginning."""
    one = next(s for s in reversed(said) if last in s.operations)
    place = one.operations.index(last)
    start: Any = last.parameters.get("seconds") if last.op == "trim_start" else last.parameters.get("start")
    if end is None or not isinstance(start, (int, float)) or not 0 <= start < end or "end" in last.parameters:
        return False
    until = plain(end, "end")
    if last.op == "trim_start":
        values = {"start": start, "end": until, "mode": "keep"}
        one.operations[place] = replace(last, op="trim_range", parameters=values)
    elif last.op in _TIMED | {"text_overlay"}:
        one.operations[place] = more(last, {"end": until})
    return one.operations[place] is not last


def twice(operations: list[Operation], clauses: list[Clause]) -> list[Question]:
    """剪到30秒，改成45秒: two lengths of one film, two paces of all of it, two beginnings, or bigger and smaller at once, are a question."""
    text = clauses[0].sentence.text if clauses else ""
    edges = ([o for o in operations if o.op == op and "seconds" in o.parameters] for op in ("trim_start", "trim_end"))
    questions = [ask.unread(text, group[-1].start, group[-1].end) for group in edges if len(group) > 1]
    questions += [ask.unread(text, o.start, o.end) for o in operations if _either_way(o, operations)]
    if questions or not any(gist(c) for c in clauses):
        return questions
    whole = [o for o in operations if o.op == "fit_duration"]
    paces = [o for o in operations if o.op == "speed" and not placed(o)]
    return [ask.unread(text, group[-1].start, group[-1].end) for group in (whole, paces) if len(group) > 1]


def _either_way(one: Operation, operations: list[Operation]) -> bool:
    """ "The captions are too small, shrink them": is it to be so, and the opposite of it too?"""
    if one.op == "volume" and one.parameters.get("change") == "up":
        return any(o.op == "volume" and o.parameters == one.parameters | {"change": "down"} for o in operations)
    return {"bigger", "smaller"} <= set(str(one.parameters.get("style")).split())
