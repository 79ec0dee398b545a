"""Where an edit holds that is told by what it leaves out: 前10秒以外加速, 除了前5秒停顿都剪掉, 前10秒原速，后面2倍速; 加音乐，前5秒不要 is asked about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import gist
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said, more

_OUTSIDE = re.compile("T(?:的|这段|那段|这一段)?(?:以外|之外|外(?=的|都|全|其|统|所))")
_EXCEPT = re.compile("(?:但是?|不过)?除(?:了|去|开|掉)?T(?:这段|那段|的部分|的地方)?(?:以外|之外|外)?")
_AS_IS = re.compile("T.{0,6}(?:原速|正常|不变|不动|别动|保留|保持|留着|照旧|原样|不要动|不用动|不处理|不加速)")
_REST = re.compile("剩下|剩余|余下|其余|其他|其它|别的|后面|后边|之后|往后|前面|前边|之前")
_LATER = ("后面", "后边", "之后", "往后")
_TIMED = frozenset({"speed", "mute", "zoom", "trim_silence", "remove_fillers", "remove_bad_takes", "remove_captions"})
_CUTS = frozenset({"trim_start", "trim_end", "trim_range"})
_LEFT_OUT = re.compile(
    "(?:但是?|不过|就|只是)?(?:T|[^，。]{0,8}?(?:片[头尾]|开头|结尾|开场|停顿|部分|地方|那段|字幕|音乐|声音))(?:的时候|的?部分|那段|这段|里面?)?(?:就|先|都|除外|不算|不包括在内|不动|别动|例外|不计|不包含|留着|保留|不处理|不含)+$"
    "|(?:但是?|不过)?(?:不包括|不含|不算|不包含).+$|(?:但是?|不过)?[^，。]{1,8}(?:除外|例外|不算在内|不包括在内)$"
)
_NOT_THERE = re.compile(
    "(?:但是?|不过|就|只是)?T(?:的时候|那段|里面?)?(?:就|先|都)?(?:不要|不用|别要|不加|别加)(?:加|放|有)?$"
)
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
    if _OUTSIDE.search(short) or _EXCEPT.match(short):
        return _turned(one, clause, clause)
    if before and not clause.hard and _EXCEPT.fullmatch(before):
        turned = _turned(one, clause, clauses[number - 1])
        if turned.operations:
            said[-1].questions.clear()
        return turned
    rest = _REST.search(clause.opener + short)
    if rest and before and not clause.hard and _AS_IS.search(before) and not (clause.tail or clause.offset):
        _beside(one, clauses, number, said, rest[0])
    return one


def _excepts(one: Said, short: str, earlier: list[Operation]) -> bool:
    """加音乐，前5秒不要; 停顿剪掉，价格前的停顿留着: is something left out of what was asked for before?"""
    if not earlier:
        return False
    if _NOT_THERE.fullmatch(short) and any(o.op in _LAID for o in earlier[-2:]):
        return one.ops <= _CUTS
    kept = one.ops <= _CUTS | {"captions", "music", "insert_clip", "text_overlay"}
    whole = earlier[-1].op in _WHOLE and "min_seconds" not in earlier[-1].parameters  # 超过1秒的剪掉，短停顿留着
    return bool(_LEFT_OUT.fullmatch(short)) and kept and whole


def _turned(one: Said, clause: Clause, told: Clause) -> Said:
    """Its edits hold outside the time that `told` names; a question where that is in two pieces."""
    span = _rest_of(told)
    turned: list[Operation] = []
    for old in one.operations:
        if old.op in _CUTS:
            kept = _kept(old)
            if kept is None:
                return Said([], [ask.unclear(clause)], refused=True)
            turned.append(kept)
        elif old.op in _TIMED:
            if span is None:
                return Said([], [ask.unclear(clause)], refused=True)
            bare = {k: v for k, v in old.parameters.items() if k not in ("start", "end")}
            turned.append(replace(old, parameters=bare | span))
        elif old.op in _LAID:
            return Said([], [ask.unclear(clause)], refused=True)
        else:
            turned.append(old)
    return replace(one, operations=turned, questions=[] if turned else one.questions)


def _kept(cut: Operation) -> Operation | None:
    """5到8秒以外的都删掉: the part that stays."""
    values = cut.parameters
    if cut.op == "trim_range":
        return replace(cut, parameters=values | {"mode": "keep"})
    seconds = values.get("seconds")
    if not isinstance(seconds, (int, float)):
        return None
    span = {"start": 0, "end": seconds} if cut.op == "trim_start" else {"start": -seconds}
    return replace(cut, op="trim_range", parameters=span | {"mode": "keep"})


def _beside(one: Said, clauses: list[Clause], number: int, said: list[Said], word: str) -> None:
    """前10秒原速，后面2倍速: what stays as it is goes up to where the edit begins."""
    span = _rest_of(clauses[number - 1], word in _LATER)
    loose = [o for o in one.operations if o.op in _TIMED and not o.parameters.keys() & {"start", "end"}]
    if not loose or any(o.op not in _CUTS for o in said[-1].operations):
        return
    said[-1].operations.clear()
    said[-1].questions.clear()
    said[-1].refused = True
    said[-1].spared = False
    if span is None:
        one.operations = [o for o in one.operations if o not in loose]
        one.questions.append(ask.unclear(clauses[number]))
        return
    one.operations = [more(o, span) if o in loose else o for o in one.operations]
    one.questions = [q for q in one.questions if not _REST.search(q.words)]


def _rest_of(clause: Clause, later: bool = False) -> dict[str, Any] | None:
    """What the one stretch that the clause names leaves of the film; None where that is not one piece, or not told."""
    s = clause.sentence
    for at in clause.places:
        if found := s.value(at, "{first}"):
            return {"start": _plain(found[0])}
        if found := s.value(at, "{last}"):
            return {"end": f"-{found[0]}" if isinstance(found[0], str) else -_plain(found[0])}
        if found := s.value(at, "{range}"):
            end = found[0][1] if isinstance(found[0], tuple) else None
            return {"start": _plain(end)} if later and isinstance(end, float) else None
    return None


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value
