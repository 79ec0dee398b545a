"""Words shown that stand right behind the noun for them, with no quotes and no 写着: 加标题新品上市, 第3秒打字幕欢迎回来."""

from __future__ import annotations

import re

from ugcflow.studio.language.words.sentence import Sentence

_WRITING = frozenset("打写弹")
"""With these a 字幕 too is words to be shown: nobody types what is spoken."""
_PUTTING = frozenset("加添放配插贴补叠做来弄整搞显") | _WRITING
_NOUNS = ("<text>", "{role}")
_WATERMARK = frozenset({"水印", "角标"})
_WEAK = frozenset({"#noise", "#word", "#plain", "#people", "{number}", "{percent}", "<source>", "<order>", "#separators", "<this>", "{filter}", "{look}", "{mood}", "<part>"})  # fmt: skip
"""What the words to be shown may well begin with; #number and #unit are of times."""
_NEVER = re.compile(
    "的|时|先|要|用|让|使|放|在|居|到|为|给|看|帮|请|别|不要|不用|不能|且|以|并|再|然后|跟着|随着|自动|根据|按|来|吗|吧|呢|了|是|都|也|就|可以"
    "|说明|介绍|解释|描述|讲解|提示|强调|突出|标注|总结|概括|提炼|同步|方便|便于|配合|对应|对齐|用于|引导|引流|吸引|显得|变|更|太|很|比较|稍|一下|即可|适合|风格|样式|效果|版|字"
)
"""Behind the noun these go on with what is to be done, or with what it is to be like."""
_LOOK = re.compile(
    "(一点|一些|点儿|点|些|的|感|风|风格|样式|效果|动画|特效|字体|颜色|位置|大小|字号|模板|版式|版|[栏框条页底边层块组]|字幕|标题|文字|即可|就行|就好|谢谢)$"
)
_OF_SPEECH = re.compile("(全|每|整|所有|从头|只|仅|大家|谁|方言|口语|对白)|.*(那种|体|话|语|文|都有|都要)$")
"""Behind a blank these go on with what the captions are of, or are to be like: 加字幕 全程, 加字幕 上海话."""
_ENDS = frozenset("，,。．.！!？?；;、：:\n（()）")
_NEXT = ("<add>", "<remove>", "<cut>", "<export_>", "<fit>", "<caption>", "<music>", "<logo>", "<transition>", "<text>", "<filter_>", "<effect>", "<sticker>", "<speedup>", "<slowdown>", "<mute_>")  # fmt: skip
_PLACED = frozenset({"{place}", "{duration}", "{range}", "{first}", "{last}", "{opening}", "{ending}", "{color}"})
SHORTEST, LONGEST = 2, 30


def worded(s: Sentence, at: int) -> tuple[int, int]:
    """First token and end of the words that the noun at `at` is followed by; (0, 0) where they are none."""
    if s.tokens[at].text == "比" and "".join(t.text for t in s.tokens[at : at + 2]) in _SCORES and at + 2 < len(s):
        return _score(s, at)
    begin = _behind(s, at)
    if not begin or begin >= len(s) or s.tokens[begin].kind not in ("cjk", "num"):
        return 0, 0
    end = _end(s, begin)
    written = s.text[s.tokens[begin].start : s.tokens[end - 1].end] if end > begin else ""
    free = end - begin >= SHORTEST and not _NEVER.match(written) and not _LOOK.search(written)
    free = free and not (s.ends(at, "<caption>") and _OF_SPEECH.match(written))
    known = {n for n in s.labels(begin) if n[0] in "<{#"} - _WEAK
    if "{duration}" in known and _named_for(s, begin, end):
        known = set()
    return (begin, end) if free and not known and _unknown(s, begin, end) else (0, 0)


_SCORES = ("比分", "比数")


def _score(s: Sentence, at: int) -> tuple[int, int]:
    """ "(打上)比分 2:1": a score, no shape and no time."""
    end = at + 2
    while end < len(s) and end < at + 5 and (s.tokens[end].kind in ("num", "clock") or s.tokens[end].text in ":：-比"):
        end += 1
    return (at, end) if end > at + 2 else (0, 0)


def _named_for(s: Sentence, begin: int, end: int) -> bool:
    """三分钟早餐: a length that goes on with a word nobody here knows is no time the title stays."""
    after = s.ends(begin, "{duration}")
    return after < end - 1 and not any(n[0] in "<{#" for n in s.labels(after))


def _behind(s: Sentence, at: int) -> int:
    """The end of a noun for words at `at` that a verb puts there; 0 for anything else."""
    end = max(s.ends(at, n) for n in _NOUNS)
    spoken = 0 if end else s.ends(at, "<caption>")
    if not end and not spoken:
        end = at + 2 if "".join(t.text for t in s.tokens[at : at + 2]) in _WATERMARK else 0
    verb = _verb(s, at) if end or spoken else ""
    if spoken:
        return spoken if verb and (verb in _WRITING or (spoken < len(s) and _blank(s, spoken))) else 0
    longer = any(s.ends(i, n) > end for i in range(at, end) for n in _NOUNS)
    before = [(n, stop) for i in range(max(0, at - 3), at) for n, stop, _ in s.arcs[i]]
    longer = longer or any((stop > end and n[0] == "<") or (stop > at and n == "{language}") for n, stop in before)
    return end if verb and not longer else 0


def _verb(s: Sentence, at: int) -> str:
    """The first character of the verb that puts what stands at `at`, a measure and looks between them aside; "" for none."""
    place = at
    for _ in range(4):
        for i in range(max(0, place - 3), place if s.tokens[place].text != "的" else 0):
            if s.ends(i, "<add>") == place and s.tokens[i].text in _PUTTING:
                return s.tokens[i].text
        before = (
            i
            for i in range(max(0, place - 3), place)
            for n in ("#noise", "{style}", "{color}")
            if s.ends(i, n) == place
        )
        place = next(before, -1)
        if place < 0:
            break
    return ""


def _end(s: Sentence, begin: int) -> int:
    """To the next mark, or to where something else is asked for or the place is told."""
    for place in range(begin, min(len(s), begin + LONGEST)):
        token = s.tokens[place]
        if token.kind == "text" or (token.kind == "punct" and token.text in _ENDS):
            return place
        after = s.ends(place, "#separators")
        if place > begin and after and any(s.ends(after, n) for n in _NEXT):
            return place
        tail = s.ends(place, "<tail>")
        if place > begin and tail and tail < len(s) and s.labels(tail) & _PLACED:
            return place
    return len(s) if len(s) <= begin + LONGEST else 0


def _unknown(s: Sentence, begin: int, end: int) -> bool:
    """Is there a character among them that no word of editing explains?"""
    return any(
        not any(stop > i and n[0] in "<{" for j in range(max(begin, i - 5), i + 1) for n, stop, _ in s.arcs[j])
        and not s.ends(i, "#noise")
        for i in range(begin, end)
    )


_KNOWN = frozenset({"{number}", "{duration}", "{percent}", "<source>", "<order>"})
_LAID_OUT = ("{place}", "{color}", "{style}", "{duration}", "{aspect}")


def set_apart(s: Sentence, at: int, end: int) -> bool:
    """ "加一句 扫码领券", "标题 新品上市": behind a space the words that a Chinese noun announces, which are nothing to be done or known."""
    shown = s.tokens[at].kind == "cjk" and s.tokens[end].kind in ("cjk", "num", "word")
    named = s.ends(at, "<text>") == end or s.ends(at, "{role}") == end
    if not shown or not named or not _blank(s, end):
        return False
    begun = at == 0 or s.tokens[at - 1].kind == "punct" or _blank(s, at)
    free = begun and not any(n[0] == "<" and n not in _KNOWN for n in s.labels(end))
    added = free or any(s.ends(i, "<add>") for i in range(max(0, at - 6), at))
    known = {n: stop for n, stop, _ in s.arcs[end] if n[0] in "<{" and n not in _KNOWN and stop > end + 1}
    look = known and known.keys() <= _WEAK and not _unknown(s, max(known.values()), len(s))  # but 标题 夏日露营
    return added and (not known or (known.keys() <= _WEAK and not look))


def looks_behind(s: Sentence, at: int) -> bool:
    """ "加标题 新品上市 居中": behind a blank nothing but where it goes, or what it is to look like."""
    if s.tokens[at].kind not in ("cjk", "num") or not _blank(s, at):
        return False
    ends = (s.ends(i, n) for i in (at, s.ends(at, "<tail>") or at) for n in _LAID_OUT)
    return any(e and (e == len(s) or s.tokens[e].kind == "punct" or _blank(s, e) or s.ends(e, "<tail>")) for e in ends)


def _blank(s: Sentence, at: int) -> bool:
    return s.text[s.tokens[at - 1].end : s.tokens[at].start].isspace()
