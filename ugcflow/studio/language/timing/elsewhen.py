"""Where an edit holds that is told by what it leaves out: 前10秒以外加速, 除了前5秒停顿都剪掉, 前10秒原速，后面2倍速; 加音乐，前5秒不要 is asked about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import gist, shape
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import plain
from ugcflow.studio.language.reading.said import Said, latest, more, without
from ugcflow.studio.language.timing.told import CUTS, placed

_LATER = ("后面", "后边", "之后", "往后")
_TIMED = frozenset({"speed", "mute", "zoom", "trim_silence", "remove_fillers", "remove_bad_takes", "remove_captions"})
_LAID = frozenset({"music", "captions", "logo", "filter", "color", "text_overlay", "sticker_emoji", "blur_background", "stabilize", "voiceover", "crop", "denoise_audio"})  # fmt: skip
_WHOLE = _LAID | {"trim_silence", "remove_fillers", "remove_bad_takes", "fit_duration", "speed", "mute", "volume"}


def left_out(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> Said:
    """What was read in the clause, at the times that it, or the clause before, leaves."""
    clause, short = clauses[number], gist(clauses[number])
    before = gist(clauses[number - 1]) if number else ""
    if not short:
        return one
    earlier = [o for s in said for o in s.operations]
    if _excepts(one, short, earlier):
        return Said([], [ask.unclear(clause)], refused=True)
    if shape("outside").search(short) or shape("except").match(short):
        return _turned(one, clause, clause)
    if before and not clause.hard and shape("except").fullmatch(before):
        turned = _turned(one, clause, clauses[number - 1])
        if turned.operations:
            said[-1].questions.clear()
        return turned
    rest = shape("rest").search(clause.opener + short)
    if rest and before and not clause.hard and shape("as_is").search(before) and not (clause.tail or clause.offset):
        _beside(one, clauses, number, said, rest[0])
    return one


def _excepts(one: Said, short: str, earlier: list[Operation]) -> bool:
    """加音乐，前5秒不要; 停顿剪掉，价格前的停顿留着: is something left out of what was asked for before?"""
    if not earlier:
        return False
    if shape("not_there").fullmatch(short) and any(o.op in _LAID for o in earlier[-2:]):
        return one.ops <= CUTS
    kept = one.ops <= CUTS | {"captions", "music", "insert_clip", "text_overlay"}
    whole = earlier[-1].op in _WHOLE and "min_seconds" not in earlier[-1].parameters  # 超过1秒的剪掉，短停顿留着
    return bool(shape("left_out").fullmatch(short)) and kept and whole


def _turned(one: Said, clause: Clause, told: Clause) -> Said:
    """Its edits hold outside the time that `told` names; a question where that is in two pieces."""
    span = _rest_of(told)
    turned: list[Operation] = []
    for old in one.operations:
        if old.op in CUTS:
            kept = _kept(old)
            if kept is None:
                return Said([], [ask.unclear(clause)], refused=True)
            turned.append(kept)
        elif old.op in _TIMED:
            if span is None:
                return Said([], [ask.unclear(clause)], refused=True)
            turned.append(more(without(old, "start", "end"), span))
        elif old.op in _LAID:
            return Said([], [ask.unclear(clause)], refused=True)
        else:
            turned.append(old)
    return replace(one, operations=turned, questions=[] if turned else one.questions)


def _kept(cut: Operation) -> Operation | None:
    """5到8秒以外的都删掉: the part that stays."""
    values = cut.parameters
    if cut.op == "trim_range":
        return more(cut, {"mode": "keep"})
    seconds = values.get("seconds")
    if not isinstance(seconds, (int, float)):
        return None
    span = {"start": 0, "end": seconds} if cut.op == "trim_start" else {"start": -seconds}
    return replace(cut, op="trim_range", parameters=span | {"mode": "keep"})


def _beside(one: Said, clauses: list[Clause], number: int, said: list[Said], word: str) -> None:
    """前10秒原速，后面2倍速: what stays as it is goes up to where the edit begins."""
    span = _rest_of(clauses[number - 1], word in _LATER)
    loose = [o for o in one.operations if o.op in _TIMED and not placed(o)]
    if not loose or any(o.op not in CUTS for o in said[-1].operations):
        return
    said[-1].operations.clear()
    said[-1].questions.clear()
    said[-1].refused = True
    said[-1].spared = False
    if span is None:
        one.operations = [o for o in one.operations if o not in loose]
        one.questions.append(ask.unclear(clauses[number]))
        return
    one.lend(span, lambda o: o in loose)
    one.questions = [q for q in one.questions if not shape("rest").search(q.words)]


def _rest_of(clause: Clause, later: bool = False) -> dict[str, Any] | None:
    """What the one stretch that the clause names leaves of the film; None where that is not one piece, or not told."""
    s = clause.sentence
    for at in clause.places:
        if found := s.value(at, "{first}"):
            return {"start": plain(found[0], "start")}
        if found := s.value(at, "{last}"):
            return {"end": f"-{found[0]}" if isinstance(found[0], str) else -plain(found[0], "end")}
        if found := s.value(at, "{range}"):
            end = found[0][1] if isinstance(found[0], tuple) else None
            return {"start": plain(end, "start")} if later and isinstance(end, float) else None
    return None


_LEFT = ("剩下", "剩余", "余下", "其余")


def remaining(one: Said, clause: Clause, said: list[Said]) -> None:
    """前5秒慢放，后面加速2倍 goes on where the stretch before ended; behind a cut it is all there is; where nothing tells from when on, it is a question."""
    found = shape("remaining").search("".join(clause.words)) if clause.chinese else None
    loose = [o for o in one.operations if o.op in ("speed", "mute") and not placed(o)]
    if not found or not loose:
        return
    before = latest(said)
    end = before.parameters.get("end") if before else None
    cut = before is not None and before.op in CUTS and (found[0] in _LEFT or before.op == "trim_start")
    if not cut and (not isinstance(end, (int, float)) or found[0] in ("前面", "前边", "之前")):
        if not any(shape("remaining").search(q.words) for q in one.questions):
            one.questions.append(ask.unheld(clause, loose[0]))
        return
    one.lend({} if cut else {"start": end}, lambda o: o in loose)
    one.questions = [q for q in one.questions if not shape("remaining").search(q.words)]
