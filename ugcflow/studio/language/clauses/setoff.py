"""Chinese clauses that nothing parts but a blank, or the next deed: 竖屏 总共12秒 加标题, 把停顿去掉加字幕."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_GONE = ("<remove>", "<mute_>")
_DEEDS = frozenset({"<add>", "<export_>", "<fit>", "<speedup>", "<slowdown>", "<zoom_>", "<insert>"})
_DONE = frozenset({"<remove>", "<cut>", "<add>", "<fit>", "<speedup>", "<slowdown>", "<join>", "{aspect}", "{duration}"})  # fmt: skip
ADDED = frozenset({"<music>", "<caption>", "<logo>", "<transition>", "<effect>", "<sticker>", "<text>", "<voiceover>", "<export_>"})  # fmt: skip
UNWANTED = frozenset({"<silence>", "<filler>", "<bad_take>", "<noise_>"})
VERBS = frozenset({"<remove>", "<cut>", "<add>", "<raise>", "<lower>", "<speedup>", "<slowdown>", "<stabilize_>"})
_DENIALS = frozenset({"<no>", "<dont>"})
_WHOLE = ("<mute_>", "<speedup>", "<slowdown>", "{aspect}", "{duration}", "'降噪", "'提亮", "'防抖", "'增稳", "'调色", "'去噪")  # fmt: skip
"""What is whole without a thing it is done to."""


def set_off(s: Sentence, begin: int, at: int) -> bool:
    """ "停顿 口误 去掉", "30秒 竖屏 字幕": a blank between things of a row, too short for commas of their own (words/blanks.py)."""
    apart = s.text[s.tokens[at - 1].end : s.tokens[at].start].isspace() and s.tokens[at].kind not in ("file", "url")
    if not apart or runs_through(s, begin, at):
        return False
    here = s.labels(at)
    if not here.isdisjoint(_ROW) and any(e == at and n in _ROW for i in range(max(begin, at - 6), at) for n, e, _ in s.arcs[i]):  # fmt: skip
        return True
    named = any(s.ends(begin, n) == at for n in _LAID) and not any(i > at for i in s.places("<remove>", *_DENIALS))
    whole = any(s.ends(begin, n) == at for n in _WHOLE)
    return (named and not here.isdisjoint(_LAID)) or (
        whole and not here.isdisjoint((*_WHOLE, *_LAID, "<add>", "<remove>", "<length>", "<t_each>"))
    )


_WHERE = ("{place}", "{opening}", "{ending}", "{instant}", "{range}", "{first}", "{last}")


def elsewhere(s: Sentence, begin: int, at: int) -> bool:
    """开头写“大家好”结尾写“再见”, 左上角放logo右下角写“广告”: behind what was put somewhere, where the next thing is put."""
    end = max(s.ends(at, n) for n in _WHERE)
    put = end and any(not s.labels(i).isdisjoint(("<add>", "<fading>")) for i in range(begin, at))
    held = any(e == at for i in range(max(begin, at - 2), at) for n, e, _ in s.arcs[i] if n == "<tail>")  # 放右上角
    if not put or held or runs_through(s, begin, at):
        return False
    deed = s.skip(end, "#noise")
    verb = s.ends(deed, "<add>") if deed < len(s) else 0
    fades = deed < len(s) and "<fading>" in s.labels(deed)
    return _laid(s, begin, at) and (fades or (verb > 0 and _laid(s, verb, min(len(s), verb + 4))))


def _laid(s: Sentence, begin: int, end: int) -> bool:
    laid = ADDED - {"<export_>"} | {"<fading>"}
    return any(s.tokens[i].kind == "text" or not s.labels(i).isdisjoint(laid) for i in range(begin, end))


def next_deed(s: Sentence, begin: int, at: int) -> bool:
    """Is it the next thing that is not wanted, or to be done, or named?"""
    left = s.tokens[at].text in "其都全剩余" and s.ends(begin, "<except>") and not runs_through(s, begin, at)
    if left and any(s.ends(i, n) == at for i in range(begin + 1, at) for n in ("{first}", "{last}", "{range}")):
        return True  # 除了前4秒其他都静音
    return _unwanted(s, begin, at) or _next(s, begin, at) or _in_a_row(s, begin, at)


def runs_through(s: Sentence, begin: int, at: int) -> bool:
    return any(stop > at for i in range(max(begin, at - 4), at) for _, stop, _ in s.arcs[i])


def _unwanted(sentence: Sentence, begin: int, at: int) -> bool:
    """剪成三秒不要配乐: behind what is to be done, what is not wanted."""
    denied = max(sentence.ends(at, "<no>"), sentence.ends(at, "<dont>"))
    if not denied or runs_through(sentence, begin, at) or not any(sentence.labels(i) & _DONE for i in range(begin, at)):
        return False
    while denied < len(sentence) and not sentence.labels(denied) & ADDED:
        end = max(sentence.ends(denied, n) for n in ("#noise", "#adverb", "<add>"))
        denied = end or len(sentence)
    return denied < len(sentence)


_ROW = ("<silence>", "<filler>", "<bad_take>")
_LAID = ("<caption>", "<music>", "<sticker>", "<logo>")


def _in_a_row(s: Sentence, begin: int, at: int) -> bool:
    """去掉停顿重复, 加字幕音乐: two things side by side behind one verb."""
    for row, verbs in ((_ROW, ("<remove>", "<drop>")), (_LAID, ("<add>",))):
        here = next((n for n in row if s.ends(at, n) > at + 1), "") if s.may_have(*row) else ""
        if not here:
            continue
        before = [n for i in range(max(begin + 1, at - 5), at - 1) for n in row if s.ends(i, n) == at]
        led = any(s.ends(i, n) for i in range(begin, at - 1) for n in verbs)
        if led and before and here not in before and not runs_through(s, begin, at):
            return True
    return False


def _next(sentence: Sentence, begin: int, at: int) -> bool:
    """把原声关掉换成轻音乐, 把停顿去掉加字幕: behind what 把 has taken away, the next deed."""
    if sentence.labels(at).isdisjoint(_DEEDS):
        return False
    gone = [
        i
        for i in range(max(begin + 2, at - 3), at)
        if any(sentence.ends(i, n) == at for n in _GONE) and not sentence.ends(i, "<no>")
    ]
    handed = any(t.text in ("把", "将") for t in sentence.tokens[begin : gone[0]]) if gone else False
    swapped = sentence.tokens[at].text == "换"  # 把绿幕抠掉换成海边 is one deed
    known = any(sentence.labels(i) & ADDED for i in range(at, min(len(sentence), at + 6)))
    return handed and not runs_through(sentence, begin, at) and (known or not swapped)
