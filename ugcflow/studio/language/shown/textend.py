"""How far words to be shown go: over several sentences ("it should say: Tired of tangled cables? Same here."), but not on to when, where or how they are seen, nor to the next thing to be done."""

from __future__ import annotations

from collections.abc import Set

from ugcflow.studio.language.figures.times import closed
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.phrases.shape import past, past_any
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.language.words.token import CIRCLED

STOPS = (".", "!", "?", "。", "！", "？", ";", "；", "\n")
_SHORT = ("dr", "mr", "mrs", "ms", "st", "prof", "vs", "no", "jr", "sr")
EDITED = frozenset({"<silence>", "<filler>", "<bad_take>", "<caption>", "<music>", "<logo>", "<sticker>", "<effect>", "<voiceover>", "<broll>", "<transition>", "<thumbnail>", "<noise_>", "<voice>", "<audio>", "<background>", "<clip>", "<shake>", "<bars>", "<text>", "<fade_>", "<zoom_>", "<brightness>", "<contrast>", "<saturation>", "<grade>"})  # fmt: skip
_MEASURED = frozenset({"{aspect}", "{duration}", "{range}", "{first}", "{last}", "{instant}", "{format}", "{resolution}", "{text}", "{place}", "{look}", "{platform}", "{opening}", "{ending}"})  # fmt: skip
_SEEN = frozenset({"{place}", "{range}", "{instant}", "{first}", "{last}", "{duration}", "{opening}", "{ending}", "{color}"})  # fmt: skip
_NEVER_SEEN = {"in": frozenset({"{duration}"}), "to": frozenset({"{color}"})}
"""No tails: "a face in 60 seconds", "Fade to Grey"."""
_TAILS = (
    "(when|while|as) _ (comes|come|appears|appear|speaks|speak|talks|talk|shows|enters)",
    "(when|while|as) _ _ (comes|come|appears|appear|speaks|speak|talks|talk|shows|enters)",
    "under (me|him|her|them|us)",
    "(pop|pops|show|shows|come|comes) (up|in) <tail>",
    "[(|（] ({range}|{instant})",
    "on [the] (screen|top)",
    "as [the|a|my|very]* (<text>|{role})",
    "<tail> [the|a|my|very]* {style} [{style}|{color}]* (type|font|letters|lettering|text|print|caps|style)",
    "in {style} [{style}|{color}]* $",
    "[这] (两个字|三个字|四个字|几个字|字样) $",
    "(under|over|above|below|beside) [the|my|our] (<logo>|<caption>|<sticker>|<text>)",
    "(in|with|by) (a|an|my|the|his|her) (voice|narrator)",
    "(in|with|by) (a|an|my|the|his|her) _ (voice|narrator|font|typeface)",
    "(in|with|by) (a|an|my|the|his|her) _ _ (voice|narrator|font|typeface)",
)
"""Where or when, or how they are lettered; beside a preposition with a place or a time."""
_WHERE_SEEN = (
    "(in|on|during|over) (scene|shot|clip) _",
    "(in|on|during|over) the (first|second|third|last|next|final|opening|closing) (scene|shot|clip|step)",
)
"""In which clip, where the sentence ends with that."""
_NOW = "[#separators|,|，|;|；|。]* [{instant}|{opening}|{ending}] [<add>]"
_NEXT = (
    ", (shown|displayed|visible|appearing|showing)",  # "… get 15% off, shown for 3 seconds"
    "(and|&) make (the|that) _ [_] [really|actually] (pop|stand|bold|bigger|larger|huge|blink|flash|glow|bounce|shake|{color})",
    f"{_NOW} [<texty>] (<announce>|<announce_weak>)",  # "… and at 0:18 the text Gone by noon"
    f"{_NOW} [a|the|one] [another|second] [<texty>] (<announce>|<announce_weak>)",
    f"{_NOW} [a|the|another] <texty> (:|：|=|是|为|写|叫)",  # 标题：春季上新，副标题：全场五折
    "_ ({range}|{instant}) $",  # 姓名条：陈老师，第6秒到第10秒
    "(，|,|、) <fading> $",
    "， ({color}|{style}|{place}) $",  # 打字幕水开了，白色
    ", ({color}|{style}) (and|on) ({color}|{style}) $",
    "[and|,|some|a]* [{mood}] <music> (under|behind|below|over) (it|that)",
    "[，|,] (其他|其它|其余|别的|剩下|颜色|字体|字号|大小|位置|样式|风格)",
    "_ ({opening}|{ending}|{instant}|{range}|{first}|{last}|<t_begin>|<t_end>) [#noise] (<tail>|<lasting>|<vanish>)",  # 标题：越学越焦虑，开头显示三秒
    "[and|the|its|a|,|with]* (colour|color|font|size|style|position|background|outline)",
    "[and|the|its|a|,|with]* (<caption>|<music>|<logo>) (is|are|should|must)",
)
"""What begins with a comma or a joining word and is no more of the text."""
_THING = "[,|+|&|#separators|a|our|the]* (<caption>|<music>|<logo>|<sticker>|<effect>|<voiceover>|<broll>|<transition>) [{place}] [<tail>] [#noise] [{place}]"


def text_end(s: Sentence, grammar: Grammar, begin: int) -> int:
    """Where the text ends that begins at token `begin`."""
    for place in range(begin, len(s)):
        if place > begin and (tail(s, place) or looks_behind(s, place) or s.tokens[place].text in CIRCLED):
            return place
        if end := _marked(s, grammar, begin, place):
            return end
        if place > begin and _something_else(s, grammar, begin, place):
            return place
    return len(s) - (s.tokens[-1].text in ("。", ".") and len(s) > begin + 1)


def tail(s: Sentence, at: int) -> bool:
    """Does a place or a time begin here ("at the top", "for the first 3 seconds", "in white")?"""
    if past_any(s, at, _TAILS) or past_any(s, at, _WHERE_SEEN) >= len(s) - (s.tokens[-1].text == "."):
        return True
    after, low = s.ends(at, "<tail>"), s.tokens[at].low
    if not after or low == "as":
        return False
    seen = _SEEN - _NEVER_SEEN.get(low, frozenset())
    later = past(s, at, "<tail> [the|a|my|very]*")
    return any(not seen.isdisjoint(s.labels(i)) for i in (at, after, later) if i < len(s))


def _marked(s: Sentence, grammar: Grammar, begin: int, place: int) -> int:
    """Where a mark at `place` ends the text; 0 where it is none, or one of its own."""
    token, last = s.tokens[place], place + 1 == len(s)
    if token.kind == "text":
        address = place > begin and s.text[token.start].isalnum()  # "Shop now at lumen.co"
        return 0 if address else place
    if token.text not in STOPS or last or (token.text == "." and s.tokens[place - 1].low in _SHORT):
        return 0
    if token.text in "!?" and s.tokens[place + 1].text[0].islower() and tail(s, place + 1):
        return place + 1  # "Write Thank you! at the end"
    apart = s.tokens[place + 1].start > token.end or token.text in "\n。！？；"
    return place if apart and not _goes_on(s, begin, place, grammar.verbs | EDITED) else 0


def _goes_on(s: Sentence, begin: int, stop: int, asking: Set[str]) -> bool:
    """Is what stands behind `stop` still the text that a colon announced? It is while none of it carries a label of `asking`."""
    colon = s.tokens[begin - 1].text in (":", "：")
    return colon and not any(s.labels(i) & asking for i in range(stop, len(s)))


def _something_else(s: Sentence, grammar: Grammar, begin: int, place: int) -> bool:
    """Does a comma or a joining word at `place` lead on to something else?"""
    after = s.ends(place, "#separators") or (place + 1 if s.tokens[place].text in (",", "，", "、", "+") else 0)
    if not after:
        return False
    then = "then" in (t.text for t in s.tokens[place:after]) and after < len(s) and s.tokens[after].text[0].islower()
    if then or past_any(s, place, _NEXT):
        return True
    if s.tokens[begin].kind == "cjk" and _edits(s, grammar, after):
        return True
    if s.tokens[place].text == "," and after + 1 < len(s) and s.tokens[after].text == "not":
        told = {t.key for t in s.tokens[begin:place] if len(t.key) > 2}
        if any(t.key in told for t in s.tokens[after + 1 : after + 2 + place - begin]):
            return True  # "Pre-order now, not Order now"
    given = s.tokens[place].text == "," or (after < len(s) and s.tokens[after].low in ("a", "our"))
    if given and s.tokens[begin].text[0].isupper() and _only_things(s, place):
        return True
    return _deed(s, grammar, begin, place, after)


def _edits(s: Sentence, grammar: Grammar, at: int) -> bool:
    """加标题露营第一天，空调嗡嗡的声音能不能去掉: up to the next mark, a thing of an edit and what is done to it, or a size."""
    stop = next((i for i in range(at, len(s)) if closed(s, i)), len(s))
    labels = {n for i in range(at, stop) for n in s.labels(i)}
    shape = s.ends(at, "{aspect}") == stop  # 加标题新品上市，竖屏
    return bool(shape or labels & _SIZED or (labels & (EDITED - _COPY) and labels & (grammar.verbs - _COPY)))


_SIZED = frozenset({"{lufs}", "{db}", "{fps}", "{resolution}", "{degrees}"})
_COPY = frozenset({"<text>", "<clip>", "<add>", "<use>", "<show>", "<keep>", "<make>"})
"""What advertisements speak of too."""


def _deed(s: Sentence, grammar: Grammar, begin: int, place: int, after: int) -> bool:
    """Is something to be done from `after` on, small words aside?"""
    while after < len(s) and (s.ends(after, "#separators") or _empty(s, after, grammar)):
        after = s.ends(after, "#separators") or s.ends(after, "#noise")
    if after >= len(s):
        return False
    if s.tokens[begin - 1].text in ("成", "为") and (s.ends(after, "<no>") or any(s.labels(i) & EDITED for i in range(after, min(len(s), after + 4)))):  # fmt: skip
        return True  # 标题改成春季上新，不要 … (what they were), 音乐换成 … (the next thing to be edited)
    proper = not s.tokens[begin].text[0].islower() and s.tokens[after].text[0].isupper()
    pointed = after + 1 < len(s) and s.tokens[after + 1].low == "it"
    named = proper and s.tokens[place].text == ","
    return not named and (pointed or bool(s.labels(after) & grammar.verbs)) and asks(s, after)


def _empty(s: Sentence, at: int, grammar: Grammar) -> bool:
    """A small word; no Chinese verb that may be one (配, 做, 来)."""
    return s.ends(at, "#noise") > 0 and not (s.tokens[at].kind == "cjk" and s.labels(at) & grammar.verbs)


def _only_things(s: Sentence, at: int) -> bool:
    """ "(Add title Flour Power,) captions and logo", "… and a logo in the corner": nothing but things of an edit, to the end of the sentence."""
    while at < len(s) and s.tokens[at].text not in STOPS:
        end = past(s, at, _THING)
        if not end or s.tokens[end - 1].text[0].isupper():
            return False
        at = end
    return True


def asks(s: Sentence, at: int) -> bool:
    """Does the verb at `at` ask for an edit ("add captions"), or is it still the text ("Tap the link, save 20 %")?"""
    low, following = s.tokens[at].low, s.tokens[at + 1] if at + 1 < len(s) else None
    if low.endswith("ed") and low != s.tokens[at].key and low not in ("need", "speed", "embed"):
        return False  # "Fresh roasted, delivered weekly"
    if low in ("faster", "slower") and following and following.kind == "word" and not s.labels(at + 1):
        return False  # "Clean data, faster decisions"
    pointed = (i for i in range(at + 1, min(len(s), at + 8)) if s.tokens[i].low == "it")
    if s.tokens[at].text[0].islower() and any(
        i == at + 1 or past(s, i - 1, "(under|over|behind|to|on) it $") for i in pointed
    ):
        return True  # "… Last Chance, and desaturate it", "… and put some piano under it"
    if low == "no" and following and not s.labels(at + 1) & EDITED:
        return False  # "One pan, no mess"
    stop = next((i for i in range(at + 1, len(s)) if closed(s, i)), len(s))
    near = (n for i in range(at, min(stop, at + 8)) for n in s.labels(i))
    return any(n in EDITED or n in _MEASURED for n in near)


_WHERE = frozenset({"to", "at", "on", "in", "across", "along", "near", "over", "under", "onto", "for", "from"})


def short_end(s: Sentence, begin: int) -> int:
    """Where a figure or a name ends: at the next mark, preposition or joining word."""
    stops = (i for i in range(begin + 1, len(s)) if s.tokens[i].low in _WHERE or (closed(s, i) and s.tokens[i].text not in "/-%'."))  # fmt: skip
    return next(stops, len(s))


def looks_behind(s: Sentence, at: int) -> bool:
    """ "加标题 新品上市 居中": behind a blank nothing but where it goes, or what it is to look like."""
    if s.tokens[at].kind not in ("cjk", "num") or not blank(s, at) or s.tokens[at - 1].low in ("in", "within"):
        return False  # "title: Rome in 60 seconds"
    laid = "({place}|{color}|{style}|{duration}|{aspect})"
    ends = (past(s, at, laid), past(s, at, f"<tail> {laid}"))
    return any(e and (closed(s, e) or blank(s, e) or s.ends(e, "<tail>")) for e in ends)


def blank(s: Sentence, at: int) -> bool:
    """Is there room before token `at`?"""
    return s.text[s.tokens[at - 1].end : s.tokens[at].start].isspace()
