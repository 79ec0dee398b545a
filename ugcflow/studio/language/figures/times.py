"""Lengths and stretches of time as people write them, in seconds: 5s, 0:05, 1:02.5, a minute and a half, 5-10s, 第5秒到第20秒.

The words around numbers (from, to, and a half …) are classes of the lexicon, so a language's file brings its own.
"""

from __future__ import annotations

import re
from typing import Any

from ugcflow.studio.language.figures.measures import ASPECTS
from ugcflow.studio.language.figures.number import read_fraction, read_number, read_ordinal
from ugcflow.studio.language.words.sentence import Sentence

UNITS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "ms": 0.001}
_POINTED = re.compile(r"[1-9]\d?\.[0-5]0")
""" "1.10 min" is 1:10: nobody writes a decimal so."""
_DASHES = ("-", "–", "—", "~", "～", "→")
_AGAIN = frozenset("这那共")
Found = tuple[Any, int]


def clock(text: str) -> float:
    """Seconds of "1:02.5", "1:00:05", "00:01:05,500", "1'30\"", or the timecode "00:00:10:00", whose frames are none."""
    text = re.sub(r"[\"″”]", "", re.sub(r"['′’]", ":", text)).replace(",", ".")
    total = 0.0
    for part in text.split(":")[:3]:
        total = total * 60 + float(part or 0)  # ":15"
    return total


def read_duration(s: Sentence, at: int) -> Found | None:
    """A length: "1 min 30 s", "half a minute", "a second and a half", 一分半, "1:30"."""
    if at < len(s) and s.tokens[at].kind == "clock" and s.tokens[at].text not in ASPECTS:
        return clock(s.tokens[at].key), _past_unit(s, at + 1)
    total, place, last = 0.0, at, 1e9
    while place < len(s):
        joined = s.skip(place, "<t_and>") if place > at else place
        one = _one(s, joined, article=place == at)
        if one is None or one[2] >= last or (joined > place and _of_the_end(s, at, one[1])):
            break
        total, place, last = total + one[0], one[1], one[2]
        half = s.ends(place, "<t_half>")
        if half:
            total, place = total + last / 2, half
            break
    if place > at and last == 60.0:  # 1分30, 1m30
        tail = read_number(s, place)
        close = tail and (s.tokens[place].start == s.tokens[place - 1].end or _last_of_it(s, place, tail[1]))
        if tail and close and tail[0] < 60 and not s.ends(tail[1], "<t_after>"):
            total, place = total + tail[0], tail[1]
    return (round(total, 3), place) if place > at else None


def _of_the_end(s: Sentence, at: int, end: int) -> bool:
    """ "The first 2 minutes and 10 seconds off the end": two edges, each with its length."""
    first = any(s.ends(i, "<t_first>") == at for i in range(max(0, at - 3), at))
    off = s.ends(end, "<t_off>") if first and end < len(s) else 0
    return 0 < off < len(s) and s.ends(off, "<t_end>") > 0


def _last_of_it(s: Sentence, at: int, end: int) -> bool:
    """ "A minute ten to …", "one minute forty please": is the number the seconds? No "one" of "a 4 minute one"."""
    if s.tokens[at].low == "one" or (s.tokens[at].kind == "word" and s.tokens[at].low in ("two", "half", "three")):
        return False
    after = s.tokens[end].low if end < len(s) else ""
    goes_on = (
        after in _GOING_ON or s.tokens[at].text[0] == "0" or (bool(after) and not _DEEDS.isdisjoint(s.labels(end)))
    )
    figures = s.tokens[at].kind == "num" and len(s.tokens[at].text) == 2 and goes_on
    return (
        closed(s, end)
        or after in ("please", "pls", "plz", "mark")
        or (bool(after) and s.ends(end, "<t_to>") > 0)
        or figures
    )


_DEEDS = frozenset({"<add>", "<zoom_>", "<remove>", "<cut>", "<insert>", "<show>", "<fade_>", "<speedup>"})
_GOING_ON = frozenset({"with", "for", "or", "from", "on", "in", "into", "max", "tops", "long", "total", "at", "as", "by", "so", "because", "but", "when", "of", "the", "it", "onwards", "onward"})  # fmt: skip


def closed(s: Sentence, at: int) -> bool:
    """Does what is said end here?"""
    return at >= len(s) or s.tokens[at].kind == "punct" or s.ends(at, "#separators") > 0


def _past_unit(s: Sentence, at: int) -> int:
    """ "1:30 min", "0:10s": the unit adds nothing."""
    ends = (s.ends(at, f"#unit:{unit}") for unit in ("second", "minute", "hour"))
    return max(ends) or at if at < len(s) and s.tokens[at].low != "second" else at


def _one(s: Sentence, at: int, article: bool) -> tuple[float, int, float] | None:
    slashed = at + 1 < len(s) and s.tokens[at + 1].text == "/"
    number = read_fraction(s, at) if slashed else read_number(s, at)
    if number is None:
        end = s.ends(at, "<t_one>") if article else 0
        if not end:
            return None
        number = read_number(s, end) or (1.0, end)
    value, place = number
    whole, place = place, s.skip(place, "<t_of>")
    if place > whole and place < len(s) and s.tokens[place].key == "半":  # 一个半小时
        value, place = value + 0.5, place + 1
    place = skip_dash(s, place)
    for unit, size in UNITS.items():
        end = s.ends(place, f"#unit:{unit}")
        part = end and end < len(s) and s.tokens[end].key == "之" and read_number(s, end + 1)  # 三分之一
        if article and end and [t.low for t in s.tokens[place - 1 : end]] == ["a", "second"] and _another(s, end):
            return None  # "upload a second video"
        if end and not part and s.tokens[place].text != "M":  # 20M is the size of a file
            if unit == "minute" and place == at + 1 and _POINTED.fullmatch(s.tokens[at].text):
                return clock(s.tokens[at].text.replace(".", ":")), end, size
            return value * size, end, size
    return None


_COUNTED_ON = frozenset({"<clip>", "<music>", "<text>", "<caption>", "<logo>", "<source>", "<voiceover>", "<picture>", "{role}"})  # fmt: skip


def _another(s: Sentence, at: int) -> bool:
    """ "A second video", "a second title": one more, no length."""
    return at < len(s) and s.tokens[at].kind == "word" and bool(s.labels(at) & _COUNTED_ON)


def skip_dash(s: Sentence, at: int) -> int:
    return at + 1 if at < len(s) and s.tokens[at].text in ("-", "‑") else at


def read_share(s: Sentence, at: int) -> Found | None:
    number = read_number(s, at)
    if number and number[1] < len(s):
        end = s.ends(number[1], "#unit:percent")
        if end:
            return f"{number[0]:g}%", end
    if half := s.ends(at, "<half_of>"):
        return "50%", half
    part = read_fraction(s, at)
    return (f"{round(part[0] * 100, 2):g}%", part[1]) if part and part[0] < 1 else None


def read_pause(s: Sentence, at: int) -> Found | None:
    """ "Silences over 0.7": a bare figure behind pauses is seconds, but not "20 frames"."""
    led = at > 1 and s.tokens[at].kind == "num" and s.tokens[at - 1].low in ("over", "than", "above")
    named = led and any("<silence>" in s.labels(i) for i in range(max(0, at - 5), at - 1))
    return read_number(s, at) if named and (closed(s, at + 1) or s.ends(at + 1, "<gone>")) else None


def read_point(s: Sentence, at: int, bare: bool = False) -> Found | None:
    """A moment: optional "the" or 第, a time, optional "mark"; `bare` takes a number alone. The end of the edit is None, its start 0."""
    if end := s.ends(at, "<t_end>"):
        return None, end
    if end := s.ends(at, "<t_begin>"):
        return 0.0, end
    place = s.skip(at, "<t_nth>")
    found = read_duration(s, place) or _counted(s, place, bare)
    if found is None and bare:
        number = read_number(s, place)
        found = (number[0], number[1]) if number and not s.ends(number[1], "#unit:percent") else None
    if found is None:
        return None
    return found[0], s.skip(
        skip_dash(s, found[1]) if s.ends(skip_dash(s, found[1]), "<t_mark>") else found[1], "<t_mark>"
    )


def _counted(s: Sentence, at: int, bare: bool) -> Found | None:
    """ "the 10th second", "minute 2", "second 5"; `bare` also takes "the 20th" alone."""
    for unit in ("second", "minute", "hour"):
        after = s.ends(at, f"#unit:{unit}")
        number = read_number(s, after) if after else None
        if number and not any(n.startswith("#unit:") for n in (s.labels(number[1]) if number[1] < len(s) else ())):
            return and_seconds(s, number) if unit == "minute" else (number[0] * UNITS[unit], number[1])
    number = read_ordinal(s, at)
    if number is None:
        return None
    ends = {u: s.ends(number[1], f"#unit:{u}") for u in UNITS}
    unit = next((u for u in UNITS if ends[u]), "")
    if unit:
        return number[0] * UNITS[unit], ends[unit]
    return number if bare else None


def and_seconds(s: Sentence, minute: Found) -> Found:
    """ "(Minute) 1 and 20 seconds", "minute 2 second 5": the moment, to the second."""
    place = s.skip(minute[1], "<t_and>")
    unit = s.ends(place, "#unit:second")
    number = read_number(s, unit or place)
    end = number[1] if number and unit else s.ends(number[1], "#unit:second") if number else 0
    found = number and end and number[0] < 60 and not _of_the_end(s, minute[1] - 1, end)
    return (minute[0] * 60 + number[0], end) if found and number else (minute[0] * 60, minute[1])


def read_range(s: Sentence, at: int) -> Found | None:
    """(start, end) of "from 0:05 to 0:10", "5-10s", "between …and…", "after 0:45", "until 0:20", 第5秒到第20秒; None for an open end."""
    begin = s.ends(at, "<t_from>") or at
    first = read_point(s, begin, bare=True)
    if first is None or first[0] is None:
        return _open(s, at)
    place = s.skip(first[1], "<t_started>")
    dash = place < len(s) and s.tokens[place].text in _DASHES
    between = s.ends(at, "<t_between_open>")
    middle = place + 1 if dash else s.ends(place, "<t_to>") or (s.ends(place, "<t_and>") if between else 0)
    middle = middle or (_ending(s, place) if begin > at and s.tokens[at].low in _STARTING else 0)
    counted = dash or _ordinal(s, begin) or _counted(s, s.skip(begin, "<t_nth>"), bare=False) is not None
    last = read_point(s, middle, bare=begin > at or counted) if middle else None
    apart = middle and s.tokens[middle - 1].key == "和" and last and not s.ends(last[1], "<t_between>")
    if last is None or apart:  # 在第2秒和第5秒放大: two moments
        return _open(s, at)
    told = _timed(s, begin, place), _timed(s, middle, last[1])
    if not any(told) and (begin == at or _ordinal(s, begin) or _ordinal(s, middle)):
        return None
    start = first[0] * (1.0 if told[0] else _minutes(s, last[1]))
    end = last[0] if last[0] is None else last[0] * (1.0 if told[1] else _minutes(s, place, begin))
    if end is not None and end <= start:
        return None
    return (start, end), s.skip(_length_told(s, last[1], start, end), "<t_between>")


def read_beside(s: Sentence, at: int) -> Found | None:
    """ "The 5 seconds after 0:30", "the last 3 seconds before 0:20": a stretch on one side of a moment."""
    led = at > 0 and s.tokens[at].kind == "num" and not s.labels(at - 1).isdisjoint(("<remove>", "<cut>"))
    if not led and s.tokens[at].low not in ("the", "next", "following"):
        return None
    place = at + (not led)
    while place < len(s) and s.tokens[place].low in ("next", "following", "last", "first", "other"):
        place += 1
    length = read_duration(s, place)
    before = s.ends(length[1], "<t_before>") if length and length[1] < len(s) else 0
    after = before or (s.ends(length[1], "<t_after>") if length and length[1] < len(s) else 0)
    point = read_point(s, after) if length and after else None
    if not length or not point or not point[0] or (before and length[0] >= point[0]):
        return None
    return ((point[0] - length[0], point[0]) if before else (point[0], point[0] + length[0])), point[1]


_STARTING = frozenset({"starting", "beginning", "from"})


def _ending(s: Sentence, at: int) -> int:
    """ "(Starting at 0:10) and ending at (0:20)": where the end is told; 0 for none."""
    while at < len(s) and s.tokens[at].low in (",", "and", "&"):
        at += 1
    if at >= len(s) or s.tokens[at].low not in ("ending", "stopping", "finishing", "ends", "end"):
        return 0
    return at + 2 if at + 1 < len(s) and s.tokens[at + 1].low in ("at", "on", "by") else 0


def read_interval(s: Sentence, at: int) -> Found | None:
    """ "[7.0, 13.5] s": a stretch in seconds, as scripts write it."""
    if s.tokens[at].text != "[":
        return None
    first = read_number(s, at + 1)
    last = read_number(s, first[1] + 1) if first and first[1] < len(s) and s.tokens[first[1]].text in ",;" else None
    if not first or not last or last[0] <= first[0] or last[1] >= len(s) or s.tokens[last[1]].text != "]":
        return None
    return (first[0], last[0]), s.skip(last[1] + 1, "#unit:second")


def _length_told(s: Sentence, at: int, start: float, end: float | None) -> int:
    """ "1:30到2:00这半分钟": how long the stretch is, said again right behind it."""
    told = read_duration(s, at + 1) if end is not None and at + 1 < len(s) and s.tokens[at].key in _AGAIN else None
    return told[1] if told and abs(told[0] - (end or 0.0) + start) < 0.1 else at


def _ordinal(s: Sentence, at: int) -> bool:
    return read_ordinal(s, s.skip(at, "<t_nth>")) is not None


def _minutes(s: Sentence, end: int, begin: int = 0) -> float:
    """60 where a time counts in minutes, for the other one that has no unit: "1 to 2 minutes", "minute 1 to 2"."""
    ahead = s.ends(begin, "#unit:minute") if begin else 0
    return 60.0 if ahead or s.ends(end - 1, "#unit:minute") else 1.0


def _timed(s: Sentence, at: int, end: int) -> bool:
    return any(s.tokens[i].kind == "clock" or any(n.startswith("#unit:") and n != "#unit:percent" for n in s.labels(i)) for i in range(at, end))  # fmt: skip


def _open(s: Sentence, at: int) -> Found | None:
    """Ranges with one side open: "after 0:45", "before 5s", "from 0:10 on", 10秒以后."""
    if end := s.ends(at, "<t_after>"):
        point = read_point(s, end)
        return ((point[0], None), point[1]) if point and point[0] else None
    if end := s.ends(at, "<t_before>"):
        point = read_point(s, end)
        return ((0.0, point[0]), point[1]) if point and point[0] else None
    opened = s.ends(at, "<t_from>")
    point = read_point(s, opened or at)
    if not point or not point[0]:
        return None
    set_off = s.tokens[at].low == "at" or (not opened and s.ends(point[1] + 1, "<this>"))
    there = set_off and point[1] < len(s) and s.tokens[point[1]].low == "on"  # "at 0:05 on the left"
    if (end := s.ends(point[1], "<t_onward>")) and not there:
        return (point[0], None), end
    if end := s.ends(point[1], "<t_earlier>"):
        return (0.0, point[0]), end
    return None
