"""How far copy goes: over several sentences ("it should say: Tired of tangled cables? Same here."), but not on to "please"."""

from __future__ import annotations

from collections.abc import Set

from ugcflow.studio.language.figures.times import closed
from ugcflow.studio.language.words.sentence import Sentence

_LAID = frozenset({"<caption>", "<music>", "<logo>", "<sticker>", "<effect>", "<voiceover>", "<broll>", "<transition>"})
STOPS = (".", "!", "?", "。", "！", "？", ";", "；", "\n")
_SHOWN = frozenset({"shown", "displayed", "visible", "appearing", "showing"})
_MOMENTS = frozenset({"{range}", "{instant}"})
_LETTERING = frozenset({"type", "font", "letters", "lettering", "text", "print", "caps", "style"})


def goes_on(s: Sentence, begin: int, stop: int, asking: Set[str]) -> bool:
    """Is what stands behind `stop` still the text that a colon announced? It is while none of it carries a label of `asking`."""
    colon = s.tokens[begin - 1].text in (":", "：")
    return colon and not any(s.labels(i) & asking for i in range(stop, len(s)))


def courtesy(s: Sentence, begin: int, end: int) -> int:
    """How many words at the end of an announced text are none of it: "… saying Hello please", "could you … for me"."""
    words = [t.text for t in s.tokens[begin:end]]
    if not words[0][:1].isupper():
        return 0
    asked = any(t.low == "you" for t in s.tokens[:begin])
    endings = (["please"], ["pls"], ["instead"], ["thanks"], ["thx"], *((["for", "me"],) if asked else ()))
    return next((len(e) for e in endings if words[-len(e) :] == e and len(words) > len(e)), 0)


def shouted(s: Sentence) -> bool:
    """ALL IN CAPITALS: they say nothing then about which words are to be shown."""
    words = [t.text for t in s.tokens if t.kind == "word" and len(t.text) > 1]
    return len(words) > 2 and all(w.isupper() for w in words)


def dated(s: Sentence, at: int) -> bool:
    """标题：越学越焦虑，开头显示三秒: is when it is seen what begins at `at`?"""
    if at >= len(s) or s.tokens[at].kind not in ("cjk", "num"):
        return False
    span = max(s.ends(at, "{range}"), s.ends(at, "{instant}"))
    if span and (span == len(s) or s.tokens[span].kind == "punct"):
        return True  # 姓名条：陈老师，第6秒到第10秒
    times = ("{opening}", "{ending}", "{instant}", "{range}", "{first}", "{last}", "<t_begin>", "<t_end>")
    end = s.skip(max(s.ends(at, n) for n in times), "#noise")
    return at < end < len(s) and any(s.ends(end, n) for n in ("<tail>", "<lasting>", "<vanish>"))


def headed(s: Sentence, at: int) -> bool:
    """ "标题：春季上新，副标题：全场五折": does a noun with its own colon begin at `at`, separators and its time aside?"""
    while at < len(s) and (s.ends(at, "#separators") or s.tokens[at].text in (",", "，", ";", "；", "。")):
        at = s.ends(at, "#separators") or at + 1
    if at < len(s) and s.tokens[at].kind in ("cjk", "num"):  # 第6秒加文字：
        at = s.skip(max([at, *(s.ends(at, n) for n in ("{instant}", "{opening}", "{ending}"))]), "<add>")
    end = s.ends(at, "<texty>") if at < len(s) else 0
    return bool(end) and end < len(s) and s.tokens[end].text in (":", "：", "=")


_APPEARING = frozenset({"comes", "come", "appears", "appear", "speaks", "speak", "talks", "talk", "shows", "enters"})


def tail(s: Sentence, at: int) -> bool:
    """Does a place or a time begin here ("at the top", "for the first 3 seconds", "in white")?"""
    after = s.ends(at, "<tail>")
    seen = {t.low for t in s.tokens[at + 2 : at + 5]} & _APPEARING
    if s.tokens[at].text in ("when", "while", "as") and seen:
        return True  # "… saying Anna Weber when she comes on"
    if s.tokens[at].low == "under" and at + 1 < len(s) and s.tokens[at + 1].low in ("me", "him", "her", "them", "us"):
        return True
    if not after:  # "Before (0:00 to 0:04)"
        return s.tokens[at].text in "(（" and at + 1 < len(s) and not s.labels(at + 1).isdisjoint(_MOMENTS)
    if [t.low for t in s.tokens[at : at + 3] if t.low != "the"][:2] in (["on", "screen"], ["on", "top"]):
        return True
    later = after
    while later < len(s) and s.tokens[later].low in ("the", "a", "my", "very"):
        later += 1
    if s.tokens[at].low == "as" and later > after and later < len(s):
        return not s.labels(later).isdisjoint(("<text>", "{role}"))  # "the word Podcast as a title"
    labels = set().union(*(s.labels(i) for i in (at, after, later) if i < len(s)))
    if s.ends(later, "{style}") and any(t.low in _LETTERING for t in s.tokens[later : later + 4]):
        return True
    if s.tokens[at].low == "in":  # "a face in 60 seconds" is not for how long it stays
        labels = labels - {"{duration}"}
    return bool(
        labels
        & {"{place}", "{range}", "{instant}", "{first}", "{last}", "{duration}", "{opening}", "{ending}", "{color}"}
    )


def followed(s: Sentence, at: int, end: int) -> bool:
    """ "… saying Last chance, then blur the background": copy seldom goes on with "then"; what is to be done does."""
    behind = s.ends(end, "#separators") or end
    words = [t.low for t in s.tokens[at:behind]]
    if words[0] == "," and behind < len(s) and s.tokens[behind].low in _SHOWN:
        return True  # "… get 15% off, shown for 3 seconds"
    return (
        "then" in words and behind < len(s) and s.tokens[behind].text[0].islower() and words[0] in (",", "and", "then")
    )


def parted(s: Sentence, at: int) -> bool:
    """Does something else to be done begin at `at`, which may show words of its own?"""
    return at < len(s) and (s.ends(at, "#separators") > 0 or s.tokens[at].text in (",", "\n"))


def only_things(s: Sentence, at: int) -> bool:
    """ "(Add title Flour Power,) captions and logo", "… and a logo in the corner": nothing but things of an edit, to the end of the sentence."""
    place = at
    while place < len(s) and s.tokens[place].text not in STOPS:
        ends = [stop for n, stop, _ in s.arcs[place] if n in _LAID and s.tokens[place].text[0].islower()]
        where = s.ends(place, "{place}") or s.ends(s.skip(s.ends(place, "<tail>") or place, "#noise"), "{place}")
        if ends and (closed(s, max(ends)) or tail(s, max(ends))):
            place = max(ends)
        elif place > at and where:
            place = where
        elif not (s.ends(place, "#separators") or s.tokens[place].text in (",", "+", "&") or s.tokens[place].low in ("a", "our", "the")):  # fmt: skip
            return False
        else:
            place += 1
    return place > at
