"""Chinese words to be shown that stand by the noun for them, with no quotes and no 写着: 加标题新品上市, 标题改成夏日清仓, 加限时折扣标签, 比分 2:1."""

from __future__ import annotations

import re

from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.phrases.shape import past
from ugcflow.studio.language.shown.lead import Span
from ugcflow.studio.language.shown.textend import blank, text_end
from ugcflow.studio.language.words.sentence import Sentence

_WRITING = frozenset("打写弹")
"""With these a 字幕 too is words to be shown: nobody types what is spoken."""
_PUTTING = frozenset("加添放配插贴补叠做来弄整搞显标上挂") | _WRITING
_NOUNS = "(<text>|{role}|水印|角标)"
_CHANGED = f"{_NOUNS} [的] [文案|文字|内容|字样] (改成|换成|改为|换为|写成|更新为|改写成|替换成|替换为|弄成|变成|变为|转成|搞成|改叫|换做|更新成)"
_WEAK = frozenset({"#noise", "#word", "#plain", "#people", "{number}", "{percent}", "<source>", "<order>", "#separators", "<this>", "{filter}", "{look}", "{mood}", "<part>", "<only>"})  # fmt: skip
"""What the words to be shown may well begin with; #number and #unit are of times."""
_NEVER = re.compile(
    "的|时|先|要|用|让|使|放|在|居|到|为|给|看|帮|请|别|不要|不用|不能|且|以|并|再|然后|跟着|随着|自动|根据|按|来|吗|吧|呢|了|是|都|也|就|可以"
    "|说明|介绍|解释|描述|讲解|提示|强调|突出|标注|总结|概括|提炼|同步|方便|便于|配合|对应|对齐|用于|引导|引流|吸引|显得|变|更|太|很|比较|稍|一下|即可|适合|风格|样式|效果|版|字"
)
"""Right behind the noun these go on with what is to be done, or with what it is to be like."""
_LOOK = re.compile(
    "字体|样式|风格|颜色|大小|字号|位置|效果|动画|特效|竖排|横排|淡入|淡出|别的|那个|格式|拼音|^[放移第]"
    "|(一点|一些|点儿|点|些|的|感|风|模板|版式|版|[栏框条页底边层块组]|字幕|标题|文字|即可|就行|就好|谢谢)$"
)
_NUMBERED = re.compile(r"第 ?[\d一二三四五六七八九十]+ ?[期集章话课天步回弹季站关]")
_OF_SPEECH = re.compile("(全|每|整|所有|从头|只|仅|大家|谁|方言|口语|对白)|.*(那种|体|话|语|文|都有|都要)$")
"""Behind a blank these go on with what the captions are of, or are to be like: 加字幕 全程, 加字幕 上海话."""
_SEEN = frozenset({"{place}", "{instant}", "{range}", "{first}", "{last}", "{opening}", "{ending}"})
_LONGEST_TAG = 12


def worded(s: Sentence, grammar: Grammar, at: int) -> Span | None:
    """The words by the noun at token `at`."""
    if s.tokens[at].text == "比":
        return _score(s, at)
    begin = past(s, at, _CHANGED)
    if begin and begin < len(s):
        end = text_end(s, grammar, begin)
        return (begin, end) if not _look(s, begin, end) else None
    return _tagged(s, at) or _behind(s, grammar, at)


def _score(s: Sentence, at: int) -> Span | None:
    """ "(打上)比分 2:1": a score, no shape and no time."""
    begin = end = past(s, at, "(比分|比数)")
    while begin and end < len(s) and (s.tokens[end].kind in ("num", "clock") or s.tokens[end].text in ":：-比"):
        end += 1
    return (at, end) if end > begin else None


def _tagged(s: Sentence, at: int) -> Span | None:
    """加限时折扣标签, 打上新品上市的字样: the words between a verb that adds and what they are written on."""
    shortest = 2 if past(s, at, "字样") else 4 if past(s, at, "标签") else 0
    end = at - (s.tokens[at - 1].text == "的")
    for verb in range(at - 1, max(-1, at - _LONGEST_TAG), -1) if shortest else ():
        begin = past(s, verb, "<add> [一|个|上|句|些]*") if s.tokens[verb].text in _PUTTING else 0
        if begin and at - begin >= shortest:
            return (begin, end) if _own(s, begin, end) else None
    return None


def _behind(s: Sentence, grammar: Grammar, at: int) -> Span | None:
    """The words right behind the noun, or behind a blank: 加标题新品上市, "加一句 扫码领券", "标题 新品上市"."""
    writing = s.tokens[at].text == "写" and _told_where(s, at)
    named = at + 1 if writing else past(s, at, _NOUNS)
    end = named or s.ends(at, "<caption>")
    if not end or end >= len(s) or s.tokens[end].kind == "punct" or _longer(s, at, end):
        return None
    verb, apart = "写" if writing else _verb(s, at), blank(s, end)
    led = (named or verb) if apart else (verb in _WRITING or (named and verb))
    if not led:
        return None
    stop = text_end(s, grammar, end)
    written = s.text[slice(*s.span(end, stop))]
    speech = _OF_SPEECH.match(written) if not named else None
    begun = apart or not _NEVER.match(written)
    return (end, stop) if begun and not speech and _own(s, end, stop) else None


def _told_where(s: Sentence, at: int) -> bool:
    """片尾写…, 画面上方写…: does a place or a time end before token `at`?"""
    near = range(max(0, at - 5), at)
    return any(e == at and n in _SEEN for i in near for n, e, _ in s.arcs[i])


def _longer(s: Sentence, at: int, end: int) -> bool:
    """Is the noun only part of a longer word (加大字幕), or the captions in some language?"""
    near = [(i, n, stop) for i in range(max(0, at - 3), end) for n, stop, _ in s.arcs[i]]
    return any((stop > end and n[0] == "<") or (i < at < stop and n == "{language}") for i, n, stop in near)


def _verb(s: Sentence, at: int) -> str:
    """The first character of the verb that puts what stands at `at`, a measure and looks between them aside; "" for none."""
    place, end = at, s.ends(at, "<caption>")
    written = 0 < end < len(s) and s.tokens[end].kind == "word"  # 加英文字幕 Good morning: in that language
    beside = ("#noise", "{style}", "{color}", *(("{language}",) if written else ()))
    for _ in range(4):
        for i in range(max(0, place - 3), place if s.tokens[place].text != "的" else 0):
            if s.ends(i, "<add>") == place and s.tokens[i].text in _PUTTING:
                return s.tokens[i].text
        small = (i for i in range(max(0, place - 3), place) for n in beside if s.ends(i, n) == place)
        place = next(small, 0)
    return ""


def _look(s: Sentence, begin: int, end: int) -> bool:
    """Is this a look or a place and hardly more (红色的, 动态效果), rather than words with one in them (夏日清仓)?"""
    if end <= begin or _LOOK.search(s.text[s.tokens[begin].start : s.tokens[end - 1].end]):
        return True
    known = max((e for n, e, _ in s.arcs[begin] if n[0] == "{" or n == "<styling>"), default=0)
    rest = [i for i in range(known, end) if not s.labels(i) & {"#noise", "<styling>", "<tone_>", "<text>"}]
    return known > 0 and len(rest) < 2


def _own(s: Sentence, begin: int, end: int) -> bool:
    """Words that no edit has a use for: no look, no time, and something among them that nobody here knows."""
    if _NUMBERED.match(s.text, s.tokens[begin].start):
        return True
    if _look(s, begin, end):
        return False
    known = {n for n in s.labels(begin) if n[0] in "<{#"} - _WEAK
    length = s.ends(begin, "{duration}")
    if 0 < length < end - 1 and not any(n[0] in "<{#" for n in s.labels(length)):
        known = set()  # 三分钟早餐: no time the title stays
    return not known and any(_strange(s, begin, i) for i in range(begin, end))


def _strange(s: Sentence, begin: int, at: int) -> bool:
    """Does no word of editing cover the character?"""
    near = range(max(begin, at - 5), at + 1)
    return not s.ends(at, "#noise") and not any(e > at and n[0] in "<{" for i in near for n, e, _ in s.arcs[i])
