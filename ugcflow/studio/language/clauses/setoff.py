"""Chinese clauses that nothing parts but a blank, or the next deed: 竖屏 总共12秒 加标题, 把停顿去掉加字幕."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_GONE = ("<remove>", "<mute_>")
_DEEDS = frozenset({"<add>", "<export_>", "<fit>", "<speedup>", "<slowdown>", "<zoom_>", "<insert>"})
_DONE = frozenset({"<remove>", "<cut>", "<add>", "<fit>", "<speedup>", "<slowdown>", "<join>", "{aspect}", "{duration}"})  # fmt: skip
ADDED = frozenset({"<music>", "<caption>", "<logo>", "<transition>", "<effect>", "<sticker>", "<text>", "<voiceover>", "<export_>"})  # fmt: skip
UNWANTED = frozenset({"<silence>", "<filler>", "<bad_take>", "<noise_>"})
VERBS = frozenset({"<remove>", "<cut>", "<add>", "<raise>", "<lower>", "<speedup>", "<slowdown>", "<stabilize_>"})
_FIGURED = frozenset({"<make>", "<export_>", "<longer>", "<under>", "<fit>", "<level_to>", "<t_to>", "<cut>", "<add>"})
"""Behind these stands a figure."""
_TOLD_OF = frozenset({"{percent}", "{db}", "{place}", "{color}", "{style}", "{language}", "{mood}"})
_DENIALS = frozenset({"<no>", "<dont>"})
_DEEDS_SAID = VERBS | _DENIALS | {"<fit>", "<keep>", "<drop>", "<mute_>", "<export_>", "<even>"}
_STANDING = ("<mute_>", "<speedup>", "<slowdown>", "{aspect}", "{duration}", "'降噪", "'提亮", "'防抖", "'增稳", "'调色", "'去噪")  # fmt: skip
"""What is whole without a thing it is done to."""
_SAID_OF = (
    (ADDED - {"<export_>"})
    | UNWANTED
    | {"{resolution}", "{format}", "<voice>", "<audio>", "<bars>", "{text}", "{range}", "{first}", "{last}"}
)


_FIGURES = {"{aspect}", "{factor}", "{percent}", "{db}", "{degrees}"}


def set_off(s: Sentence, begin: int, at: int) -> bool:
    """ "竖屏 总共12秒 加标题": a blank between Chinese words, behind what is whole, before the next thing to be done."""
    apart = s.text[s.tokens[at - 1].end : s.tokens[at].start].isspace() and s.tokens[at].kind not in ("file", "url")
    if not apart or runs_through(s, begin, at):
        return False
    blanks = (i for i in range(at + 1, len(s)) if s.text[s.tokens[i - 1].end].isspace())
    stop = next(blanks, len(s))
    ends = {n for i in range(max(begin, at - 6), at) for n, end, _ in s.arcs[i] if end == at}
    if s.tokens[at].kind in ("num", "clock") and ends & _FIGURED:
        return False  # 超过 0.8 秒, 剪出 15 秒
    before, here = {n for i in range(begin, at) for n in s.farthest[i]}, s.farthest[at].keys()
    later = {n for i in range(at + 1, stop) for n in s.farthest[i]}
    named = any(s.ends(begin, n) == at for n in _LAID) and not any(i > at for i in s.places("<remove>", *_DENIALS))
    if (ends & set(_ROW) and here & set(_ROW)) or (named and here & set(_LAID)):
        return True  # 停顿 口误 去掉, 字幕 bgm
    alone = any(s.ends(begin, n) == at for n in _STANDING)
    timed = bool(ends & {"{duration}", "#unit:second"} and before & {"<length>", "<fit>", "<t_each>"})
    if not (alone or timed or (before & _DEEDS_SAID and before & (_SAID_OF | _FIGURES))):
        return False
    turned = not here.isdisjoint({"<rotate_>", "<flip_>"}) and "<transition>" not in here  # 旋转, but 转场
    counted = s.ends(max(s.ends(at, "<length>"), s.ends(at, "<t_each>")) or len(s), "{duration}") > 0
    bare = any(s.ends(at, n) == stop for n in ("<caption>", "<music>", "{duration}"))
    said = bool(later & _DENIALS) or bool(here & _SAID_OF - {"{text}"} and later & (_DEEDS_SAID | _TOLD_OF))
    return counted or bare or said or not here.isdisjoint(_DEEDS_SAID | set(_STANDING)) or turned


def next_deed(s: Sentence, begin: int, at: int) -> bool:
    """Is it the next thing that is not wanted, or to be done, or named?"""
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
