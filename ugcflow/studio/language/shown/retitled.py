"""The new words of what is shown already: 标题改成夏日清仓, "change the title to Day Two", as told from its looks (标题改成红色)."""

from __future__ import annotations

import re

from ugcflow.studio.language.words.sentence import Sentence

_NEW_WORDS = re.compile(r"\s*的?(文案|文字|内容|字样)?\s*(改成|换成|改为|换为|写成|更新为|改写成|替换成|替换为)\s*")
_LOOKS = re.compile(
    "字体|样式|风格|颜色|大小|字号|位置|效果|动画|特效|竖排|横排|淡入|淡出|^放|^移|^第|别的|那个|版$|格式|拼音"
)


def new_words(s: Sentence, at: int) -> int:
    """Where the new words of 标题改成夏日清仓 begin, which are nothing to be known; 0 for looks (改成红色) and captions."""
    if not s.may_have("<text>", "{role}"):
        return 0
    end = 0 if s.ends(at, "<caption>") else max(s.ends(at, "<text>"), s.ends(at, "{role}"))
    verb = _NEW_WORDS.match(s.text, s.tokens[end].start) if 0 < end < len(s) else None
    begin = next((i for i in range(end, len(s)) if s.tokens[i].start >= verb.end()), 0) if verb else 0
    plain = (
        begin
        and s.tokens[begin].kind in ("cjk", "word")
        and (s.tokens[begin].text in "到从有做" or not s.ends(begin, "#noise"))
    )
    return begin if plain and not _wholly_known(s, begin) else 0


def renamed(s: Sentence, at: int) -> int:
    """Where the new words of "change the title to Day Two" begin, which are written like a name; 0 for looks ("to bold")."""
    if not s.may_have("<change>"):
        return 0
    end = max(s.ends(at, "<text>"), s.ends(at, "{role}"))
    led = end and any(s.ends(i, "<change>") for i in range(max(0, at - 3), at))
    if not led or end + 1 >= len(s) or s.tokens[end].low not in ("to", "into"):
        return 0
    known = s.labels(end + 1) & {"{style}", "{color}", "{place}", "{language}"}
    return end + 1 if s.tokens[end + 1].text[:1].isupper() and not known else 0


def _wholly_known(s: Sentence, begin: int) -> bool:
    """Is what begins here a look or a place and hardly more (红色的, 动态效果), rather than words with one in them (夏日清仓)?"""
    stop = next((i for i in range(begin, len(s)) if s.tokens[i].kind == "punct"), len(s))
    if _LOOKS.search(s.text[s.tokens[begin].start : s.tokens[stop - 1].end]):
        return True
    ends = [e for n, e, _ in s.arcs[begin] if n[0] == "{" or n == "<styling>"]
    small = ("#noise", "<styling>", "<tone_>", "<text>")
    rest = [i for i in range(max(ends), stop) if not any(s.ends(i, n) for n in small)] if ends else []
    return bool(ends) and len(rest) < 2


_STATING = frozenset({"is", "are", "be"})
_WISHING = frozenset({"should", "must", "will", "can", "to"})
_LOOKING = frozenset({"colour", "color", "font", "size", "style", "position", "background", "outline"})


def stated(s: Sentence, at: int) -> int:
    """Where the words of "the title is How to cut onions", "the caption should be New drop" begin, which are written like a name."""
    end = max(s.ends(at, "<texty>"), s.ends(at, "{role}"))
    spoken = 0 if end else s.ends(at, "<caption>")
    led = at and s.tokens[at - 1].low in ("the", "our", "my")
    place = _being(s, end or spoken) if led else 0
    wished = place > 1 and s.tokens[place - 2].low in _WISHING
    if not place or place >= len(s) or (spoken and not wished) or s.tokens[place].kind != "word":
        return 0
    known = s.labels(place) & {"{style}", "{color}", "{place}", "{language}", "{aspect}", "{platform}"}
    return place if s.tokens[place].text[:1].isupper() and s.tokens[place].low not in ("i", "i'm") and not known else 0


def _being(s: Sentence, end: int) -> int:
    """Behind the "is" or "should be" that follows a noun, where it stands aside ("under the video")."""
    for place in range(end, min(len(s), end + 5) if end else 0):
        if s.tokens[place].low in _STATING:
            return place + 1
        if s.tokens[place].kind != "word" or s.tokens[place].text[:1].isupper():
            return 0
    return 0


def looks_follow(s: Sentence, at: int) -> bool:
    """ "(Change the text to Now open) and the colour to red": what it is like, none of its words."""
    place = at
    while place < len(s) and s.tokens[place].low in ("and", "the", "its", "a", ",", "with"):
        place += 1
    if at >= len(s) or place >= len(s):
        return False
    other = s.labels(place) & {"<caption>", "<music>", "<logo>"} and place + 1 < len(s) and s.tokens[place + 1].low in ("is", "are", "should", "must")  # fmt: skip
    return s.tokens[place].low in _LOOKING or bool(other)  # "… and the captions are yellow"
