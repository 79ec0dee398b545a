"""Lengths and stretches of time as people write them, in seconds: 5s, 0:05, 1:02.5, a minute and a half, 5-10s, 第5秒到第20秒.

The words around numbers (from, to, and a half …) are classes of the lexicon, so a language's file brings its own.
"""

from __future__ import annotations

from typing import Any

from ugcflow.studio.language.measures import ASPECTS
from ugcflow.studio.language.number import read_number
from ugcflow.studio.language.sentence import Sentence

UNITS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "ms": 0.001}
_DASHES = ("-", "–", "—", "~", "～", "→")
Found = tuple[Any, int]


def clock(text: str) -> float:
    """Seconds of "1:02.5" or "1:00:05"."""
    total = 0.0
    for part in text.split(":"):
        total = total * 60 + float(part)
    return total


def read_duration(s: Sentence, at: int) -> Found | None:
    """A length: "1 min 30 s", "half a minute", "a second and a half", 一分半, "1:30"."""
    if at < len(s) and s.tokens[at].kind == "clock" and s.tokens[at].text not in ASPECTS:
        return (clock(s.tokens[at].text), at + 1)
    total, place, last = 0.0, at, 1e9
    while place < len(s):
        joined = s.skip(place, "<t_and>") if place > at else place
        one = _one(s, joined, article=place == at)
        if one is None or one[2] >= last:
            break
        total, place, last = total + one[0], one[1], one[2]
        half = s.ends(place, "<t_half>")
        if half:
            total, place = total + last / 2, half
            break
    if place > at and last == 60.0:  # 1分30, 1m30
        tail = read_number(s, place)
        close = tail and s.tokens[place].start == s.tokens[place - 1].end
        if tail and close and tail[0] < 60 and not s.ends(tail[1], "<t_after>"):
            total, place = total + tail[0], tail[1]
    return (round(total, 3), place) if place > at else None


def _one(s: Sentence, at: int, article: bool) -> tuple[float, int, float] | None:
    number = read_number(s, at)
    if number is None:
        end = s.ends(at, "<t_one>") if article else 0
        if not end:
            return None
        number = read_number(s, end) or (1.0, end)
    value, place = number
    place = s.skip(place, "<t_of>")
    place = skip_dash(s, place)
    for unit, size in UNITS.items():
        end = s.ends(place, f"#unit:{unit}")
        if end:
            return value * size, end, size
    return None


def skip_dash(s: Sentence, at: int) -> int:
    return at + 1 if at < len(s) and s.tokens[at].text in ("-", "‑") else at


def read_share(s: Sentence, at: int) -> Found | None:
    number = read_number(s, at)
    if number and number[1] < len(s):
        end = s.ends(number[1], "#unit:percent")
        if end:
            return f"{number[0]:g}%", end
    half = s.ends(at, "<half_of>")
    return ("50%", half) if half else None


def read_point(s: Sentence, at: int, bare: bool = False) -> Found | None:
    """A moment: optional "the" or 第, a time, optional "mark"; `bare` takes a number alone. The end of the edit is None, its start 0."""
    if end := s.ends(at, "<t_end>"):
        return None, end
    if end := s.ends(at, "<t_begin>"):
        return 0.0, end
    place = s.skip(at, "<t_nth>")
    found = read_duration(s, place)
    if found is None and bare:
        number = read_number(s, place)
        found = (number[0], number[1]) if number and not s.ends(number[1], "#unit:percent") else None
    if found is None:
        return None
    return found[0], s.skip(
        skip_dash(s, found[1]) if s.ends(skip_dash(s, found[1]), "<t_mark>") else found[1], "<t_mark>"
    )


def read_range(s: Sentence, at: int) -> Found | None:
    """(start, end) of "from 0:05 to 0:10", "5-10s", "between …and…", "after 0:45", "until 0:20", 第5秒到第20秒; None for an open end."""
    opened = s.ends(at, "<t_from>")
    first = read_point(s, _after_unit(s, opened or at), bare=True)
    if first is None or first[0] is None:
        return _open(s, at)
    place = first[1]
    dash = place < len(s) and s.tokens[place].text in _DASHES
    between = s.ends(at, "<t_between_open>")
    middle = place + 1 if dash else s.ends(place, "<t_to>") or (s.ends(place, "<t_and>") if between else 0)
    last = read_point(s, _after_unit(s, middle), bare=bool(opened) or dash) if middle else None
    if last is None:
        return _open(s, at)
    unit = _unit_of(s, last[1])
    start, end, stop = first[0], last[0], s.skip(last[1], "<t_between>")
    if not opened and not (_timed(s, at, place) or _timed(s, middle, last[1])):
        return None
    if s.tokens[opened if opened else at].kind == "num" and place == (opened or at) + 1 and unit == 60.0:
        start = start * 60
    return ((start, end), stop) if end is None or end > start else None


def _after_unit(s: Sentence, at: int) -> int:
    """ "from second 4 to second 7": the unit stands in front."""
    end = s.ends(at, "#unit:second")
    return end if end and end < len(s) and s.tokens[end].kind == "num" else at


def _timed(s: Sentence, at: int, end: int) -> bool:
    return any(s.tokens[i].kind == "clock" or any(n.startswith("#unit:") and n != "#unit:percent" for n in s.labels(i)) for i in range(at, end))  # fmt: skip


def _unit_of(s: Sentence, end: int) -> float:
    return next((size for unit, size in UNITS.items() if s.ends(end - 1, f"#unit:{unit}")), 0.0)


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
    if end := s.ends(point[1], "<t_onward>"):
        return (point[0], None), end
    if end := s.ends(point[1], "<t_earlier>"):
        return (0.0, point[0]), end
    return None
