"""Times in a row of which only one names its unit: "zooms at 4, 8 and 12 seconds", "mute 4-6, 10-12 and 20-22", "the first 5 seconds …, the last 5 …", "the next 5"."""

from __future__ import annotations

from ugcflow.studio.language.figures.number import read_number
from ugcflow.studio.language.figures.times import UNITS, Found, clock, closed
from ugcflow.studio.language.words.sentence import Sentence

_DASHES = frozenset("-–—~")
_AT = frozenset({"at", "@"})
_JOINING = frozenset({",", "and", "&", "+", "/"})
_AND = frozenset({"and", "&"})
_EDGES = {"first": "{first}", "opening": "{first}", "last": "{last}", "final": "{last}", "closing": "{last}"}
_FOLLOWING = frozenset({"in", "at", "is", "are", "should", "must", "need", "needs", "get", "gets", "out", "off", "gone", "removed", "cut", "muted", "deleted", "dropped", "trimmed", "silent", "a", "an", "with", "as", "to", "for", "can", "into", "slow", "slower", "faster", "fast", "black", "quiet", "by", "2x", "twice", "half"})  # fmt: skip
"""What goes on behind "the last 5" where seconds are meant: no thing that is counted."""
_TIMES = frozenset({"{first}", "{last}", "{range}", "{instant}", "{duration}"})


def silence_numbering(s: Sentence) -> None:
    """ "1. speed it up 2. add music", "(a) trim (b) zoom": the numbers of a list count nothing, and part its steps."""
    if s.words.isdisjoint(("2", "b")) or s.words.isdisjoint(_BEHIND_A_NUMBER):
        return
    steps: list[int] = []
    for at in range(len(s) - 2):
        mark = s.tokens[at + 1]
        letter = mark.text == ")" and s.tokens[at].low == chr(ord("a") + len(steps))
        numbered = letter or (s.tokens[at].text == str(len(steps) + 1) and mark.text in _BEHIND_A_NUMBER)
        if numbered and mark.start == s.tokens[at].end and s.tokens[at + 2].kind in ("word", "cjk"):
            steps.append(at)
    for at in steps if len(steps) > 1 else ():
        s.clear(at)
        s.put(at, "#separators", at + 1, None)


_BEHIND_A_NUMBER = frozenset({".", ")", "、", "）", "．"})


def bare_length(s: Sentence, at: int) -> Found | None:
    """A bare number is seconds where the sentence counts in seconds, as in "it was 90 seconds; bring it to 30", "… and 3 off the end".

    A smaller one is minutes where it counts in these: "the talk is 40 minutes, get it down to 5".
    """
    if at < 2 or (s.tokens[at].kind != "num" and (not s.ends(at, "#number") or s.tokens[at].low == "one")):
        return None
    before = [t.low for t in s.tokens[at - 2 : at]]
    led = before in (["it", "to"], ["it", "under"], ["down", "to"], ["make", "it"]) or before[1] in (
        "over",
        "want",
        "need",
    )
    if not s.words.isdisjoint(_SEVERAL) and _in_row(s, at):
        return read_number(s, at)
    edge = s.ends(at + 1, "<t_off>")
    trails = edge and (s.ends(edge, "<t_end>") or s.ends(edge, "<t_begin>"))
    if not ((led and closed(s, at + 1)) or trails):
        return None
    found = read_number(s, at)
    if s.may_have("#unit:second") or not found:
        return found
    minutes = [n[0] for i in range(at) if (n := read_number(s, i)) and s.ends(n[1], "#unit:minute")]
    least = minutes and before[1] in ("to", "it", "under") and found[0] < minutes[-1]
    return (60 * found[0], found[1]) if least else None


_SEVERAL = frozenset({"cutdowns", "versions", "variants", "lengths", "durations", "spots", "ads"})
_ENUMERATING = frozenset({",", "and", "&", "/", "or", "a", "plus"})


def _in_row(s: Sentence, at: int) -> bool:
    """ "Three cutdowns: 30, 15 and 6 seconds": the unit is told with the last of them."""
    place = at + 1
    while place < len(s) and s.tokens[place].low in _ENUMERATING:
        place += 1
    following = place > at + 1 and place < len(s) and s.tokens[place].kind == "num"
    return following and (s.ends(place + 1, "#unit:second") > 0 or _in_row(s, place))


def add_series(sentence: Sentence) -> None:
    """Put the times on the figures that have no unit of their own."""
    spelled = "last" in sentence.words and sentence.may_have("{first}", "{last}")
    if not spelled and not any(t.kind in ("num", "clock") for t in sentence.tokens):
        return
    leaping = sentence.may_have("<leap>") and sentence.may_have("{first}")
    for at, token in enumerate(sentence.tokens):
        if token.low in _AT:
            _moments(sentence, at + 1)
        elif token.low in _EDGES and not sentence.ends(at, _EDGES[token.low]):
            _edge(sentence, at, _EDGES[token.low])
        elif sentence.ends(at, "#unit:second") and _begins(sentence, at):
            _counted(sentence, at)
        elif token.low == "next":
            _next(sentence, at, at)
        elif token.low in _TAKING and leaping:
            _next(sentence, at, at + 1)
        elif token.text == "各":
            _each(sentence, at)
        elif token.text in "第在" or not at:
            _nth(sentence, at + (token.text in "第在"))
        elif _pair(sentence, at):
            _stretches(sentence, at)


def _figure(s: Sentence, at: int) -> float | None:
    if at >= len(s):
        return None
    token = s.tokens[at]
    return clock(token.key) if token.kind == "clock" else float(token.value or 0) if token.kind == "num" else None  # fmt: skip


def _joined(s: Sentence, at: int) -> int:
    """Behind ", and"; `at` itself where nothing joins."""
    place = at
    while place < len(s) and place < at + 2 and s.tokens[place].low in _JOINING:
        place += 1
    return place


def _moments(s: Sentence, begin: int) -> None:
    """ "(At) 4, 8 and 12 seconds"."""
    row: list[tuple[int, float]] = []
    place = begin
    while (value := _figure(s, place)) is not None and not (row and value <= row[-1][1]):
        row.append((place, value))
        behind = _unit(s, place + 1)[1] or place + 1  # "at 3s, 8s and 12s"
        after = _joined(s, behind)
        if after == behind:
            break
        place = after
    size, behind = _unit(s, row[-1][0] + 1) if row else (0.0, 0)
    if row and _unit(s, row[0][0] + 1)[0] and (s.tokens[row[-1][0] - 1].low not in _AND or not closed(s, behind)):
        return  # "zoom at 3s, 5 seconds long"
    clocks = bool(row) and all(s.tokens[i].kind == "clock" for i, _ in row)
    if len(row) < 2 or not (size or clocks):
        return
    for at, value in row:
        s.relabel(at, [arc for arc in s.arcs[at] if arc[0] not in ("{duration}", "{number}", "{range}")])
        if not s.ends(at, "{instant}"):
            s.put(at, "{instant}", _unit(s, at + 1)[1] or at + 1, value * (1.0 if clocks else size))
    if size:
        s.put(row[-1][0], "{instant}", row[-1][0] + 2, row[-1][1] * size)


def _nth(s: Sentence, begin: int) -> None:
    """第3、6、9秒, 3、6、9秒处: moments, each of which is a second's."""
    row: list[int] = []
    place = s.skip(begin, "<t_nth>")
    while (value := _figure(s, place)) is not None and not (row and value <= (_figure(s, row[-1]) or 0)):
        row.append(place)
        place = _unit(s, place + 1)[1] or place + 1
        if place < len(s) and s.tokens[place].text in _LISTING:
            place = s.skip(place + 1, "<t_nth>")
    size, end = _unit(s, row[-1] + 1) if row else (0.0, 0)
    there = (begin and s.tokens[begin - 1].text in "第在") or (end < len(s) and s.tokens[end].text in "各处时")
    for at in row if len(row) > 1 and size and there else ():
        s.relabel(at, [arc for arc in s.arcs[at] if arc[0] not in ("{duration}", "{number}", "{range}")])
        first = at - (at > 0 and s.tokens[at - 1].text == "第")
        s.put(first, "{instant}", _unit(s, at + 1)[1] or at + 1, (_figure(s, at) or 0) * size)


_LISTING = frozenset("、，,和跟与")


def _unit(s: Sentence, at: int) -> tuple[float, int]:
    """How many seconds the unit at `at` has, and its end; 0 for none."""
    ends = ((size, s.ends(at, f"#unit:{u}")) for u, size in UNITS.items()) if at < len(s) else ()
    return next(((size, end) for size, end in ends if end), (0.0, 0))


def _pair(s: Sentence, at: int) -> tuple[float, float] | None:
    """ "4-6": two figures with a dash between them, the second the larger."""
    first, last = _figure(s, at), _figure(s, at + 2)
    if first is None or last is None or s.tokens[at + 1].text not in _DASHES:
        return None
    return (first, last) if first < last else None


def _stretches(s: Sentence, begin: int) -> None:
    """ "4-6, 10-12 and 20-22": all of them, where one is known as a stretch."""
    row: list[tuple[int, tuple[float, float]]] = []
    place = begin
    while (pair := _pair(s, place)) and not (row and pair[0] < row[-1][1][1]):
        row.append((place, pair))
        after = _joined(s, place + 3)
        if after == place + 3:
            break
        place = after
    named = bool(row) and row[0][0] > 0 and s.ends(row[0][0] - 1, "{range}") > row[0][0]  # "seconds 2-9 and 21-28"
    if len(row) < 2 or not (named or any(s.ends(at, "{range}") for at, _ in row)):
        return
    for at, pair in row:
        if not s.ends(at, "{range}"):
            s.put(at, "{range}", at + 3, pair)


def _begins(s: Sentence, at: int) -> bool:
    return (
        not at or s.tokens[at - 1].kind == "punct" or s.tokens[at - 1].low in ("on", "and", "around", "about", "near")
    )


def _counted(s: Sentence, at: int) -> None:
    """ "On second 4 punch in", "sec 10 zoom": the moment."""
    value = _figure(s, at + 1)
    if value is not None and not _unit(s, at + 2)[0] and s.tokens[at].low not in ("s", "second's"):
        begin = at - 1 if at and s.tokens[at - 1].low == "on" else at
        s.relabel(at + 1, [])
        s.put(begin, "{instant}", at + 2, value)


def _edge(s: Sentence, at: int, label: str) -> None:
    """ "(The first 5 seconds out,) the last 5 …": the unit of the ones before."""
    number = read_number(s, at + 1)
    if number and number[1] < len(s) and s.tokens[number[1]].low == "of" and (unit := _unit(s, number[1] + 2)[0]):
        s.relabel(number[1] + 1, [a for a in s.arcs[number[1] + 1] if a[0] not in _TIMES])
        s.put(at, label, number[1], number[0] * unit)  # "the last 3 of 15 seconds"
        return
    one = at + 1 < len(s) and s.tokens[at + 1].low in ("one", "ones")  # "keep the last one"
    size = _unit_before(s, at) if number and not one else 0.0
    if not number or not size:
        return
    end = number[1]
    if closed(s, end) or s.tokens[end].low in _FOLLOWING:
        s.relabel(at, [arc for arc in s.arcs[at] if arc[0] not in ("<order>", "<lasting>")])
        s.put(at, label, end, number[0] * size)


def _unit_before(s: Sentence, at: int) -> float:
    """The unit of the nearest time told before; 0 for none."""
    for place in range(at - 1, -1, -1):
        for label in ("{first}", "{last}", "{duration}"):
            end = s.ends(place, label)
            if end and end <= at and (unit := _unit(s, end - 1))[0]:
                return unit[0]
    return 0.0


def _each(s: Sentence, end: int) -> None:
    """10秒和20秒各(加一句): moments, no lengths."""
    row: list[tuple[int, int]] = []
    while (at := next((i for i in range(max(0, end - 5), end) if s.ends(i, "{duration}") == end), -1)) >= 0:
        if any(s.ends(i, n) >= end for i in range(max(0, at - 3), at) for n in _TIMES):
            return  # 前5秒和后5秒各…
        row.append((at, end))
        end = at - 1 if at and s.tokens[at - 1].text in "和、跟与，" else -1
    for at, stop in row if len(row) > 1 else ():
        found = s.value(at, "{duration}")
        s.relabel(at, [arc for arc in s.arcs[at] if arc[0] not in ("{duration}", "{number}")])
        s.put(at, "{instant}", stop, found[0] if found else None)


_TAKING = frozenset({"take", "use", "grab", "play", "show"})


def _next(s: Sentence, at: int, begin: int) -> None:
    """ "For the first 5 seconds … for the next 5", "skip the first 5 seconds and take 10": those behind, told from `begin`."""
    number = read_number(s, at + 1)
    size, end = _unit(s, number[1]) if number else (0.0, 0)
    if not number or not (end or closed(s, number[1]) or s.tokens[number[1]].low in _FOLLOWING):
        return
    if begin > at and not closed(s, end or number[1]):
        return  # "… and take 10 seconds off the end"
    for place in range(at - 1, -1, -1):
        told = s.value(place, "{first}") or s.value(place, "{range}")
        if told is None:
            continue
        last = told[0][1] if isinstance(told[0], tuple) else told[0]
        size = size or _unit(s, told[1] - 1)[0]
        if isinstance(last, float) and size:
            s.drop(at, frozenset({"#separators"}))
            s.relabel(at + 1, [a for a in s.arcs[at + 1] if a[0] not in _TIMES])
            s.put(begin, "{range}", end or number[1], (last, last + number[0] * size))
        return
