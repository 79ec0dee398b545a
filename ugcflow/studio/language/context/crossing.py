"""Chinese clauses that change what the one before asked for: where it ends (到第8秒结束), what of it stays (声音保留), what else holds there (那段音乐调小)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import TIME, gist
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said, latest, more

_ENDS = re.compile(
    "(?:一直)?(?:到|至)?(?:T|[\\d.]+秒)(?:处|的时候|时)?(?:就|再|才)?(?:结束|为止|停止|停下?|截止|恢复|还原)(?:正常|原速|原样)?(?:了|吧|即可)?|(?:一直)?(?:到|至)(?:T|[\\d.]+秒)(?:处|为止)?"
)
_STARTS = re.compile(
    "(?:让它|让|音乐|字幕|歌|配乐|它)?(?:从|在)?T(?:处|的时候)?(?:才|再)?(?:开始|起)(?:播放|出现|放|响|显示)?(?:就行|吧)?"
)
_STAYS = re.compile(
    "(?:保留|留着|留下|不动)(?:原来的)?(?:声音|原声|音频)|(?:声音|原声|音频)(?:要|还|都|继续)*(?:保留|留着|留下|不变|不动|继续|不要动)"
)
_THERE = re.compile("(?:但是?|并|再|然后)?(?:这段|那段|此段|这里|那里|此处|它|把它|这时候?|同时)")
_OTHER_HALF = re.compile("(?:把|将)?(?:声音|画面|原声|视频)")
_SLIGHTLY = re.compile("(?:慢|快)(?:一点|点|些|一些|一点点)(?:吧|就行)?")
_INSTEAD = re.compile("(?:还是)?(?:改成|改为|改|换成|换为)(?!(?:竖|横|方|中|英))")
_WHY = re.compile(
    "(?=.*了$|因为|[这那里当我他她有都全在手]|一直)(?:因为|手|这里|那里|这段|那段|里面|当时|我|他|她|有点|一直|都是|全是|都|有|在)*(?:说错|讲错|念错|读错|录错|口误|卡壳|卡词|忘词|笑场|嘴瓢|结巴|重复|停顿|冷场|空白|杂音|噪音|回音|晃动|抖动|抖|晃)(?:话|词|台词|得厉害)?(?:了|的)?"
)
"""(1分20秒到1分45秒删掉，)说错话了: why it goes, and no other edit."""
_CURES = frozenset({"remove_bad_takes", "denoise_audio", "stabilize", "trim_silence"})
_TIMED = frozenset({"speed", "mute", "zoom"})
_LAID = frozenset({"music", "captions", "logo", "text_overlay", "voiceover", "filter", "sticker_emoji"})
_OWN_PACE = frozenset({"transition", "fade", "text_overlay", "captions", "voiceover", "music", "sticker_emoji"})
_CUTS = frozenset({"trim_start", "trim_end", "trim_range"})
_ANYWHERE = frozenset({"speed", "mute", "zoom", "volume", "text_overlay", "color", "filter"})


def crossed(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> Said:
    """What was read in the clause, as the clause before makes it."""
    clause, short = clauses[number], gist(clauses[number])
    last = latest(said)
    if not short or last is None or clause.hard:
        return one
    if _kept_after_all(one, clause, last):
        holder = next(s for s in reversed(said) if last in s.operations)
        holder.operations.remove(last)
        return Said([], [ask.unclear(clause)], refused=True)
    if _ENDS.fullmatch(short) and _bounded(said, last, _moment(clause)):
        return Said(refused=True)
    if _ENDS.fullmatch(short) and one.ops == {"fit_duration"}:
        return Said([], [ask.unclear(clause)], refused=True)  # 从10秒开始放大，15秒结束
    ops = one.ops
    if ops and ops <= _CURES and last.op in _CUTS | {"mute"} and clause.opener in ",，" and _WHY.fullmatch(short):
        return Said(refused=True)
    starts = _STARTS.fullmatch(short) and last.op in _LAID and ops <= _CUTS
    stays = _STAYS.search(short) and last.op in _CUTS and not one.questions
    slower = ops == {"speed"} and _SLIGHTLY.fullmatch(short) and last.op in _OWN_PACE and clause.opener in ("再", "也")
    other = _INSTEAD.match(short) and (ops & {"speed", "mute", "fit_duration"}) and last.op in _TIMED | _CUTS | {"fit_duration"}  # fmt: skip
    half = ops <= {"mute", "speed"} and _OTHER_HALF.match(short)
    there = _loose(one, clauses, number, last) and (half or _THERE.match(_said(clause)))
    if starts or stays or slower or other or there:
        return Said([], [ask.unclear(clause)], refused=True)
    return one


_SPARED = re.compile(
    "(?P<there>[这那该此][一]?[段块句处]|[这那]部分|[这那]里|[这那]几秒|里[面头边]|其中|T)[^T，]{0,10}?(?:(?:别|不要|不能|不可以|不许|不准|不用|甭|勿)(?:再|先|给我)?[删剪动切裁砍碰去]|(?<!不要)(?:留着|保留|留下|要留|留住))"
    "|^(?:但是?|不过|可是)?(?:先|还是|暂时|都|千万|再|你|可)*(?:别|不要|先不|不)(?:再|给我)?[删剪切裁砍动](?:掉|了|它|吧|啊|先)*$"
)
"""删除5到8秒，但这段别删: what was to go is not to go."""


def _kept_after_all(one: Said, clause: Clause, last: Operation) -> bool:
    """Is what the cut before takes away, or a piece of it, told to stay?"""
    found = _SPARED.search(gist(clause)) if last.op in _CUTS and last.parameters.get("mode") != "keep" else None
    asked = any(q.why != ask.UNCLEAR for q in one.questions)
    if found is None or asked or not one.ops <= _CUTS:
        return False
    return found["there"] != TIME or any(_meet(_stretch(last), told) for told in _told(clause))


def _told(clause: Clause) -> list[tuple[Any, Any]]:
    """From where to where the stretches go that the clause names; from the end what is negative."""
    s = clause.sentence
    first, last, ranges = ([v[0] for i in s.places(n) if (v := s.value(i, n))] for n in ("{first}", "{last}", "{range}"))  # fmt: skip
    edges: list[tuple[Any, Any]] = [(0, n) for n in first] + [(-n, 0) for n in last if isinstance(n, float)]
    return [*edges, *(n for n in ranges if isinstance(n, tuple))]


def _stretch(cut: Operation) -> tuple[Any, Any]:
    seconds, values = cut.parameters.get("seconds", 0), cut.parameters
    if cut.op == "trim_range":
        return values.get("start", 0), values.get("end", 0)
    return (0, seconds) if cut.op == "trim_start" else (-seconds, 0)


def _meet(one: tuple[Any, Any], other: tuple[Any, Any]) -> bool:
    figures = all(isinstance(n, (int, float)) for n in (*one, *other)) and (one[0] < 0) == (other[0] < 0)
    return figures and bool(one[0] < other[1] and other[0] < one[1])


def _said(clause: Clause) -> str:
    """With what joins it, where that names something (再把它)."""
    return gist(clause) if clause.opener in ",，" else clause.opener + gist(clause)


def _loose(one: Said, clauses: list[Clause], number: int, last: Operation) -> bool:
    """Has the edit before a time, and this one none?"""
    before = number > 0 and TIME in gist(clauses[number - 1]) and TIME not in gist(clauses[number])
    placed = last.op in _TIMED and bool(last.parameters.keys() & {"start", "end"})
    return before and placed and any(o.op in _ANYWHERE and not o.parameters.keys() & {"start", "end"} for o in one.operations)  # fmt: skip


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
    until = int(end) if end.is_integer() else end
    if last.op == "trim_start":
        one.operations[place] = replace(
            last, op="trim_range", parameters={"start": start, "end": until, "mode": "keep"}
        )
        return True
    if last.op not in _TIMED | {"text_overlay"}:
        return False
    one.operations[place] = more(last, {"end": until})
    return True


def twice(operations: list[Operation], clauses: list[Clause]) -> list[Question]:
    """剪到30秒，改成45秒: two lengths of one film, two paces of all of it, or two beginnings, are a question."""
    text = clauses[0].sentence.text if clauses else ""
    edges = ([o for o in operations if o.op == op and "seconds" in o.parameters] for op in ("trim_start", "trim_end"))
    questions = [ask.unread(text, group[-1].start, group[-1].end) for group in edges if len(group) > 1]
    if questions or not any(gist(c) for c in clauses):
        return questions
    whole = [o for o in operations if o.op == "fit_duration"]
    paces = [o for o in operations if o.op == "speed" and not o.parameters.keys() & {"start", "end"}]
    return [ask.unread(text, group[-1].start, group[-1].end) for group in (whole, paces) if len(group) > 1]
