"""Lengths that footage has already, and that ask for nothing: "this 5-minute video", "I have a 20 min recording that …"."""

from __future__ import annotations

import re

from ugcflow.studio.language.figures.times import read_duration, skip_dash
from ugcflow.studio.language.words.sentence import Sentence

_SHOT = re.compile(
    "(拍|录|录制|拍摄|攒|存|收集|讲|播|收)(了|过|下来|完|的是)(有|大概|大约|差不多|将近|快|近|整整|总共|一共|足足|约)*$"
)
_LASTING = frozenset({"is", "was", "runs", "lasts", "took"})
_OWNERS = frozenset({"i", "we", "he", "she", "they", "i've", "we've", "client", "ive"})
_NAMING = frozenset({"the", "my", "our", "this", "that", "his", "her", "their", "a", "an", "these"})
_PARTS = frozenset({"<t_begin>", "<t_end>", "<logo>", "<text>", "<silence>"})
"""What is no footage, or not all of it: "trim the 10 second intro to 5 seconds"."""
_LONGEST_NAME = 6
_HAVING = frozenset({"have", "has", "got", "recorded", "filmed", "shot", "made"})


def of_footage(s: Sentence, at: int, end: int) -> bool:
    """ "this 5-minute video": how long the footage is, which asks for nothing; 每段3秒 is of each part, not of the edit."""
    if any(s.ends(i, "<t_each>") == at for i in range(max(0, at - 4), at)):
        return True
    before = s.tokens[at - 1].low if at else ""
    if before in ("my", "our", "this", "his", "her") and "into" in [t.low for t in s.tokens[end : end + _LONGEST_NAME]]:
        return True  # "make my 5-minute raw testimonial into an MP4"
    if before in ("full", "whole", "entire"):
        return True  # "music for the full 45 seconds"
    if at > 1 and before in _LASTING and s.ends(at - 2, "<source>") and not s.ends(at - 2, "<length>"):
        return True  # "my recording is 3 minutes"
    long = end < len(s) and s.tokens[end].low == "long"
    return (
        (long and before in ("it's", "its", "is") and _now(s, end + 1))
        or (long and at > 1 and before == "is" and s.ends(at - 2, "<clip>") > 0)
        or _shortened(s, at, end)
        or _brought_to(s, at, end) > 0
        or _told_of_it(s, at, end)
        or _said_of(s, at, _noun(s, end))
        or _made_of(s, at, _noun(s, end))
    )


def _noun(s: Sentence, end: int) -> int:
    """Where the word for the footage stands behind its length."""
    place = skip_dash(s, end)
    if place < len(s) and s.tokens[place].key == "的":  # 这段10分钟的活动视频
        near = range(place + 1, min(len(s), place + 6))
        place = next((i for i in near if s.ends(i, "<source>")), place + 1)
    return place


def _shortened(s: Sentence, at: int, end: int) -> bool:
    """ "Cut it from 3 minutes to 90 seconds": the longer of the two is what there is."""
    to = s.ends(end, "<t_to>")
    after = read_duration(s, s.skip(s.skip(to, "<under>"), "<t_about>")) if to else None
    led = to and (s.tokens[end].text == "→" or (at and s.tokens[at - 1].low == "from"))
    length = read_duration(s, at) if after and led else None
    return bool(after and length and after[0] < length[0])


def drop_told_lengths(s: Sentence) -> None:
    """ "Clip is 4:12, add captions", "it's 3:20 now, cut the ums": how long it is, where something is asked for behind it."""
    if s.words.isdisjoint(_LASTING | {"it's", "its", "("}):
        return
    for at in s.places("{duration}", "{instant}"):
        end = max(s.ends(at, "{duration}"), s.ends(at, "{instant}"))
        if _in_brackets(s, at, end):
            tell_nothing(s, at - 1, end + 1)
            continue
        verb = at - 1 - (s.tokens[at - 1].low in ("about", "around", "roughly", "currently", "now"))
        now = end
        while now < len(s) and s.tokens[now].low in ("long", "right", "now", "currently", "total", "atm"):
            now += 1
        but = now + 1 < len(s) and s.tokens[now].low == "but"  # "our ad is 34 seconds but has to be 30"
        if verb < 0 or end >= len(s) or not _said_at_the_head(s, verb, ("<source>", "<length>")[: 1 + but]):
            continue
        it = s.tokens[verb].low in ("it's", "its") or s.tokens[verb - 1].low == "it"
        if but or (now + 1 < len(s) and s.tokens[now].kind == "punct" and (now > end or not it)):
            tell_nothing(s, verb - 1 if s.tokens[verb - 1].low == "clip" else at, now)  # no verb there


def _in_brackets(s: Sentence, at: int, end: int) -> bool:
    """ "My clip (3:20) has …", "the length of the video (20 seconds)": told beside the name of the footage, with more behind."""
    closed = at > 2 and end + 1 < len(s) and s.tokens[at - 1].text == "(" and s.tokens[end].text == ")"
    if not closed or s.ends(at - 2, "<source>") != at - 1 or s.tokens[at - 3].low not in _NAMING - {"a", "an"}:
        return False
    before = [t.low for t in s.tokens[max(0, at - 5) : at - 3]]
    return at == 3 or s.tokens[at - 4].kind == "punct" or before in (["length", "of"], ["duration", "of"])


def _said_at_the_head(s: Sentence, verb: int, names: tuple[str, ...]) -> bool:
    """Does a statement about the footage begin a clause, up to its verb?"""
    begin = next((i + 1 for i in range(verb - 1, -1, -1) if s.tokens[i].kind == "punct"), 0)
    if s.tokens[verb].low in ("it's", "its"):
        return begin == verb
    while begin < verb and s.tokens[begin].low in (*_NAMING, "raw", "original", "full", "whole", "current"):
        begin += 1
    footage = s.tokens[begin].low in ("it", "file", "timeline") or any(s.ends(begin, n) == verb for n in names)
    named = begin + 1 == verb and footage
    return named and s.tokens[verb].low in _LASTING


def _told_of_it(s: Sentence, at: int, end: int) -> bool:
    """这条短片52秒，(压到35秒): this footage, and how long it is, before something is asked."""
    told = end + 1 < len(s) and s.tokens[end].kind == "punct" and s.tokens[at - 1].kind == "cjk"
    nouns = (i for i in range(max(0, at - 5), at) if s.ends(i, "<source>") == at) if told else ()
    return any(s.ends(begin, "<this>") == noun for noun in nouns for begin in range(max(0, noun - 2), noun))


def _now(s: Sentence, at: int) -> bool:
    """ "It's 2 minutes long right now"."""
    return not {"now", "currently", "already", "atm"}.isdisjoint(t.low for t in s.tokens[at : at + 3])


def name_end(s: Sentence, at: int, end: int) -> int:
    """Where the name of the footage ends whose length stands at `at` … `end`; 0 where none is told."""
    return s.ends(skip_dash(s, end), "<source>") or _brought_to(s, at, end)


def _brought_to(s: Sentence, at: int, end: int) -> int:
    """ "Cut the 2-minute testimonial to 45 seconds": whatever it is called, what is brought to a shorter length has the longer one. The token "to"; 0 for none."""
    length = read_duration(s, at)
    noun = skip_dash(s, end)
    if not length or not at or s.tokens[at - 1].low not in _NAMING or (noun < len(s) and s.labels(noun) & _PARTS):
        return 0
    for place in range(noun + 1, min(len(s), noun + _LONGEST_NAME)):
        if s.tokens[place].kind != "word" or s.ends(place, "#separators"):
            return 0
        if s.tokens[place].low in ("into", "to"):
            after = read_duration(s, s.skip(place + 1, "<under>"))
            return place if after and after[0] < length[0] else 0
    return 0


def _said_of(s: Sentence, at: int, place: int) -> bool:
    """Is it named as what there is: "this …", "I have a …", "a 3 hour recording into a 3 minute video"?"""
    footage = s.ends(place, "<source>")
    if not footage:
        return False
    if footage < len(s) and s.tokens[footage].low in ("into", "to") and _length_at(s, footage + 1):
        return True
    if _SHOT.search(s.text[: s.tokens[at].start]):
        return True  # 拍了大概两个小时的素材
    behind = at - 1 if at and s.tokens[at - 1].low in ("a", "an") else at
    had = [t.low for t in s.tokens[max(0, behind - 2) : behind]]
    if len(had) == 2 and had[0] in _OWNERS and had[1] in _HAVING:
        return True
    return any(s.ends(i, "<this>") == at for i in range(max(0, at - 2), at))


def _made_of(s: Sentence, at: int, place: int) -> bool:
    """把30分钟访谈剪成一条短视频: the length of what a Chinese verb is to make something else of."""
    footage = s.ends(place, "<source>")
    if not footage or s.tokens[place].kind != "cjk":
        return False
    led = not at or s.tokens[at - 1].kind == "punct" or s.tokens[at - 1].text in "把将从"
    behind = range(footage, min(len(s), footage + 4))
    return led and any(
        s.ends(i, "<fit>") > i + 1 and s.tokens[s.ends(i, "<fit>") - 1].text in "成到至为出" for i in behind
    )


def _length_at(s: Sentence, at: int) -> bool:
    return read_duration(s, s.skip(at, "<under>")) is not None


def tell_nothing(s: Sentence, at: int, end: int) -> None:
    """Make "5-minute video" small words."""
    for place in range(at, end):
        s.clear(place)
    if end:
        s.put(at, "#noise", end, None)


def past_arrow(s: Sentence, at: int, end: int) -> None:
    """ "45s → 15s": the length there is says nothing, and the arrow is a "to"."""
    if end < len(s) and s.tokens[end].text == "→":
        tell_nothing(s, at, end)
        s.put(end, "'to", end + 1, None)
