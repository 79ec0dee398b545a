"""How the words just asked for look, come and go: "字幕“在路上”，使用电影感大字，底部居中，停留两秒后淡出"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause, opens
from ugcflow.studio.language.clauses.gist import gist, shape
from ugcflow.studio.language.reading.fill import Thing, things
from ugcflow.studio.language.reading.said import Said, more
from ugcflow.studio.language.words.sentence import Sentence

_SEEMING = frozenset({"text_overlay", "captions", "filter", "fade", "color", "trim_range", "transition", "zoom"})
"""What a clause about the looks of words may seem to ask for, read by itself."""
_LETTERED = ("captions", "text_overlay", "logo")
_LOOKS = frozenset({"{style}", "{color}"})
_OF_PICTURES = frozenset({"{look}", "{filter}", "{mood}"})
"""Looks that are the words' own only where the clause names letters (电影感大字)."""
_LIGHT = ("#noise", "#plain", "<with>", "<particle>", "<fading>")
_LETTERS = frozenset({"字", "大字", "字体", "字号", "花字", "文字", "白字", "黑字", "黄字", "字样"})
_USING = frozenset({"使用", "采用", "用", "要", "带", "设置", "设为", "样式", "风格", "颜色", "位置", "放在", "放到", "效果", "入场", "出场", "进场", "退场", "进入", "改成", "换成", "改为", "变成", "调成", "弄成", "设成", "再", "调", "弄", "调整", "调一下", "设"})  # fmt: skip


def dressed(said: list[Said], one: Said, clause: Clause) -> bool:
    """Does the clause only tell of the words before it? Then they have taken it over."""
    own = said[-1].operations if said and not clause.hard else []
    last = own[-1] if own else None
    if last is None or last.op not in _LETTERED or one.refused or clause.tokens[0].kind != "cjk":
        return False
    seems = {o.op for o in one.operations}
    framed = last.op == "logo" and clause.has("<clip>")  # logo放右上角，画面放大
    if framed or not seems <= _SEEMING or any("text" in o.parameters for o in one.operations):
        return False
    values = _gone(last, clause) or _looks(last, clause)
    if values:
        own[-1] = replace(last, parameters=last.parameters | values)
    return bool(values)


def _gone(last: Operation, clause: Clause) -> dict[str, object]:
    """ "停留两秒后淡出": how long they stay; that they fade then is no fade of the film."""
    s = clause.sentence
    fades = any(s.ends(i, "<fading>") for i in range(len(s)))
    told = [t for t in things(s, set()) if t[0] in ("{duration}", "{range}")]
    if last.op != "text_overlay" or not opens(clause, "<lasting>") or not fades or len(told) != 1:
        return {}
    length = told[0][3][0] if told[0][0] == "{range}" else told[0][3]
    return {"seconds": int(length) if float(length).is_integer() else length}


def _looks(last: Operation, clause: Clause) -> dict[str, object]:
    s = clause.sentence
    told = [t for t in things(s, set()) if t[0] != "{place}" or not _from(s, t[1])]
    letters = any("".join(t.text for t in s.tokens[i:e]) in _LETTERS for i in range(len(s)) for e in (i + 1, i + 2))
    kinds = _LOOKS | (_OF_PICTURES if letters else frozenset())
    fades = last.parameters.keys() & {"style", "seconds"} and last.op == "text_overlay"
    told += _font(s)
    kinds |= {"{place}", "{transition}"} if fades else {"{place}"}
    if any(t[0] not in kinds for t in told) or _more(clause, told, bool(fades)):
        return {}
    looks = dict.fromkeys(w for t in told if t[0] != "{place}" for w in _words(s, t))
    if not looks and not fades:
        return {}
    place = next((t[3] for t in told if t[0] == "{place}"), None)
    style = " ".join(dict.fromkeys([*str(last.parameters.get("style", "")).split(), *looks]))
    return ({"style": style} if style else {}) | ({"position": place} if place else {})


def _from(s: Sentence, at: int) -> bool:
    """从左边滑入: where they come from is not where they stand."""
    return at > 0 and s.tokens[at - 1].text in ("从", "由", "自")


def _font(s: Sentence) -> list[Thing]:
    """The Latin name in front of 字体."""
    end = next((i for i in range(len(s) - 1) if s.tokens[i].text + s.tokens[i + 1].text == "字体"), 0)
    first = end
    while first and s.tokens[first - 1].kind == "word":
        first -= 1
    return [("{style}", first, end, s.text[slice(*s.span(first, end))])] if first < end else []


def _words(s: Sentence, thing: Thing) -> list[str]:
    written = s.text[slice(*s.span(thing[1], thing[2]))]
    return [*written.split(), *str(thing[3]).split()]


def _more(clause: Clause, told: list[Thing], fades: bool) -> bool:
    """Does the clause say anything beside `told`, letters and small words?"""
    s, place = clause.sentence, clause.offset
    inside = {i for t in told for i in range(t[1], t[2])}
    while place < len(s) - clause.tail:
        ends = [e for e in (place + 1, place + 2) if "".join(t.text for t in s.tokens[place:e]) in _LETTERS | _USING]
        light = [s.ends(place, n) for n in _LIGHT if fades or n != "<fading>"]
        came = s.ends(place, "{place}") if _from(s, place) else 0
        end = place + 1 if place in inside else max([*ends, *light, came])
        if not end:
            return True
        place = end
    return False


_LOOKED = {"captions": ("style", "position"), "text_overlay": ("style", "position"), "logo": ("position",)}
_JOINED = frozenset("和跟与及、")


def alike(said: list[Said], clauses: list[Clause]) -> None:
    """标题和字幕都用黄色, logo和标题都放左上角: the look and the place that a Chinese clause tells of two are those of both."""
    for clause in (c for c in clauses if shape("looked_at_once").search(gist(c))):
        asked = [(s, n) for s in said for n, o in enumerate(s.operations) if o.start < clause.span[1]]
        for (one, place), (other, told) in pairwise(reversed(asked)):
            new, old, text = one.operations[place], other.operations[told], clause.sentence.text
            if not {old.op, new.op} <= _LOOKED.keys() or text[old.end : new.start].strip() not in _JOINED:
                break
            values = {k: new.parameters[k] for k in _LOOKED[old.op] if k in new.parameters}
            other.operations[told] = more(old, values | old.parameters)
