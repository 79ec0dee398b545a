"""Where in time something is: at 0:04, the first three seconds, last 10%, at the end, 第5秒, 开头 — and all labels of times put on a sentence.

Labels made: `{duration}`, `{instant}`, `{since}`, `{range}` (start, end), `{stretch}` (a range from a figure to another), `{first}`, `{last}`,
`{opening}`, `{ending}`, `{limit}` (times that no edit can be held to, "every 30 seconds"). A share of the whole is "10%".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ugcflow.studio.language.figures.edges import read_edge, read_nth_minute
from ugcflow.studio.language.figures.footage_length import name_end, of_footage, past_arrow, tell_nothing
from ugcflow.studio.language.figures.number import begins_number, read_number
from ugcflow.studio.language.figures.series import bare_length
from ugcflow.studio.language.figures.times import (
    UNITS,
    Found,
    closed,
    read_beside,
    read_duration,
    read_interval,
    read_pause,
    read_point,
    read_range,
    read_share,
    skip_dash,
)
from ugcflow.studio.language.words.sentence import Sentence


def add_times(sentence: Sentence) -> None:
    """Add the labels of times to every token where one begins."""
    near = _near_figures(sentence)
    if not any(near):
        return
    outer: list[tuple[int, int]] = []
    found: list[list[Any]] = [[] for _ in range(len(sentence))]
    readers = [(label, read) for label, (needed, read) in _READERS.items() if not needed or sentence.may_have(*needed)]
    for at in range(len(sentence)):
        if (
            not near[at]
            or _glued(sentence, at)
            or (
                sentence.tokens[at].text != "["
                and not begins_number(sentence, at)
                and not any(
                    n.startswith(("<t_", "#unit:")) or n in ("<half_of>", "#ordinal") for n in sentence.labels(at)
                )
            )
        ):
            continue
        for label, read in readers:
            one = read(sentence, at)
            if one and label == "{duration}" and of_footage(sentence, at, one[1]):
                tell_nothing(sentence, at, name_end(sentence, at, one[1]))
                past_arrow(sentence, at, one[1])
            elif one:
                found[at].append((label, one[1], one[0]))
                if label not in _INNER:
                    outer.append((at, one[1]))
        if lengths := read_lengths(sentence, at):
            found[at] = [lengths]
            outer.append((at, lengths[1]))
    here = [0] * len(sentence)
    for begin, end in outer:
        here[begin] = max(here[begin], end)
    before = 0
    for at, arcs in enumerate(found):  # a time inside a longer one ("5 seconds" in "the first 5 seconds") is left out
        for label, end, value in arcs:
            if before < end and here[at] <= end:
                sentence.put(at, label, end, value)
        before = max(before, here[at])


def _mark(s: Sentence, at: int) -> int:
    """The end of "in", "mark" … behind a figure, but not of the "in" of "over 700 ms in take2.mp4", "2 sec in the beginning", "4 s in the top left"."""
    end = s.ends(at, "<t_mark>")
    place = max(s.ends(s.skip(end, "<t_nth>"), n) for n in ("<t_begin>", "<t_end>", "{place}")) if end else 0
    inside = end and s.tokens[at].low in ("in", "into") and end < len(s) and (s.tokens[end].kind in ("file", "text", "clock") or s.tokens[end].low in ("two", "2", "half") or (place > 0 and closed(s, place)))  # fmt: skip
    joins = s.ends(at, "#separators") > end  # "cut to 30 seconds in order to fit"
    return 0 if inside or joins else end


_LONGER = frozenset({"than", "over", "above", "exceeding", "least", "beyond", "past"})


def read_instant(s: Sentence, at: int) -> Found | None:
    """A moment: "at 0:04", "at the 1 minute mark", "5 seconds in", 第5秒."""
    if end := s.ends(s.skip(at, "<t_at>"), "<t_halfway>"):
        return "50%", end
    if opened := s.ends(at, "<t_at>"):
        return _opened_instant(s, at, opened)
    nth = s.ends(at, "<t_nth>")
    point = read_duration(s, nth or at)
    if point is None:
        return None
    before = s.ends(point[1], "<t_before>")
    if before and (end := s.ends(s.skip(before, "<t_nth>"), "<t_end>")):
        return -point[0], end  # "5 seconds before the end"
    mark = _mark(s, skip_dash(s, point[1]))
    if mark and at and s.tokens[at - 1].low in _LONGER and not closed(s, mark):
        mark = 0  # "silences longer than 1 second in the interview"
    led = not at or s.tokens[at - 1].kind == "punct" or s.tokens[at - 1].key in ("从", "自")
    begun = led and s.ends(point[1], "<t_started>") and s.tokens[point[1]].key in ("开", "起")  # 从10秒开始
    if mark or begun or (nth and s.tokens[at].kind == "cjk") or s.tokens[at].kind == "clock":
        return point[0], mark or point[1]
    return None


def _opened_instant(s: Sentence, at: int, opened: int) -> Found | None:
    """After "at"; 在 alone opens lengths too (控制在30秒), so it needs 第 or 处 besides."""
    point = read_point(s, opened)
    if point is None or point[0] is None or point[1] == opened:
        return None
    bare = s.tokens[at].kind == "cjk" and not s.ends(opened, "<t_nth>") and not s.ends(point[1] - 1, "<t_mark>")
    return None if bare and not _done_there(s, at, point[1]) else point


def _done_there(s: Sentence, at: int, end: int) -> bool:
    """在5秒打字幕: a verb that puts something right behind the time, and none before 在 that it belongs to."""
    if end >= len(s) or any(stop > at and n != "#noise" for i in range(max(0, at - 3), at) for n, stop, _ in s.arcs[i]):
        return False
    light = any(at in (s.ends(i, "#noise"), s.ends(i, "#separators")) for i in range(max(0, at - 3), at))
    opened = not at or s.tokens[at - 1].kind == "punct" or light
    return (
        bool(opened)
        and bool(s.labels(end) & {"<add>", "<insert>", "<zoom_>"})
        and s.tokens[end].text not in "有要用内里"
    )


def _place_in_time(s: Sentence, at: int, label: str) -> Found | None:
    if whole := s.ends(
        at, "<t_opening>" if label == "<t_begin>" else "<t_ending>"
    ):  # शुरू में: what it takes stands behind
        return (0.0 if label == "<t_begin>" else "end"), whole
    opened = s.ends(at, "<t_near>")
    end = s.ends(opened or at, label)
    if at and s.tokens[at].key == "开" and any(n.startswith("#unit:") for n in s.labels(at - 1)):
        return None  # 10秒开始
    return (0.0 if label == "<t_begin>" else "end", end) if end and (opened or s.tokens[at].kind == "cjk") else None


def _stretch(s: Sentence, at: int) -> Found | None:
    """ "from 0:10 to 0:40", both ends in figures: what "trim" keeps."""
    begin = s.ends(at, "<t_since>")
    found = read_range(s, at) if begin and not s.ends(begin, "<t_begin>") else None
    whole = found and found[0][1] is not None and (found[0][0] or s.tokens[begin].kind == "clock")
    return found if whole else None


def _since(s: Sentence, at: int) -> Found | None:
    """ "from the 3rd second": a start whose end is not said."""
    begin = s.ends(at, "<t_since>")
    found = read_point(s, begin) if begin else None
    if not found or not found[0] or read_range(s, at):
        return None
    goes_on = s.ends(found[1], "<tail>") and not s.ends(found[1], "<t_to>")
    return found if goes_on or closed(s, found[1]) else None


def _middle(s: Sentence, at: int) -> Found | None:
    """ "the middle third": as much of the whole is left on either side."""
    end = s.ends(at, "<t_middle>")
    share = read_share(s, end) if end else None
    if share is None:
        return None
    side = (100 - float(share[0].rstrip("%"))) / 2
    return (f"{round(side, 2):g}%", f"{round(100 - side, 2):g}%"), share[1]


def read_lengths(s: Sentence, at: int) -> tuple[str, int, Any] | None:
    """How long something may be, as the most of it: "a 15-20 second ad", "to 15 to 20 seconds", "keep it between 15 and 20 seconds", 剪成30到45秒.

    Where that or a stretch of the footage can be meant ("to 10s-25s") it is a `{limit}`; 剪到10秒到25秒 is a stretch.
    """
    between = s.ends(at, "<t_between_open>")
    opener = next((i for i in range(max(0, at - 5), at) if s.ends(i, "<t_length>") == at), None)
    apart = opener is None or s.tokens[opener].kind != "cjk"
    if at >= len(s) or (not between and apart and (s.ends(at, "<t_from>") or s.tokens[at].kind not in ("num", "word"))):  # fmt: skip
        return None
    word = s.tokens[at - 1].low if at else ""
    silence = between and at and "<silence>" in s.labels(at - 1)
    led = (word == "it" or opener is not None) and not _mutes(s, at)
    if not (silence or led or any(s.ends(i, "<t_long>") for i in range(at + 2, min(len(s), at + 9)))):
        return None
    found = read_range(s, at)
    if not found or found[0][1] is None or any(t.kind == "clock" for t in s.tokens[at : found[1]]):
        return None
    (least, most), end = found
    if silence:  # "pauses between 1 and 3 s" are so long; "between 10 s and 12 s" is where they are
        return ("{limit}", end, most) if most <= 5 else None
    if not (led or s.ends(end, "<t_long>") or s.ends(end - 1, "<t_long>")):
        return None
    units = sum(any(n.startswith("#unit:") for n in s.labels(i)) for i in range(at, end))
    if opener is not None and s.tokens[opener].kind == "cjk" and (not least or (units > 1 and s.ends(opener, "<cut>"))):
        return None
    return "{limit}" if word == "to" and units > 1 else "{duration}", end, most


def _near_figures(s: Sentence) -> list[bool]:
    """For each token: does a figure, a unit or an end of the film stand near enough behind it for a time to begin there?"""
    near, behind = [False] * len(s), _WORDS_BEFORE + 1
    telling = s.may_have(*_TELLING_TIME)
    for at in reversed(range(len(s))):
        told = (begins_number(s, at) and not _glued(s, at)) or (telling and not s.labels(at).isdisjoint(_TELLING_TIME))
        behind = 0 if told else behind + 1
        near[at] = behind <= _WORDS_BEFORE
    return near


def _glued(s: Sentence, at: int) -> bool:
    """ "Clip2 to 0:10": a figure that is part of a name."""
    before = s.tokens[at - 1] if at else None
    return before is not None and before.kind == "word" and len(before.text) > 1 and before.end == s.tokens[at].start


_WORDS_BEFORE = 8
"""Words of a time in front of its figure: "from the very beginning of the clip until about 0:20"."""


def _range(s: Sentence, at: int) -> Found | None:
    opened = s.ends(at, "<t_from>") or s.ends(at, "<t_one>")
    if opened and read_lengths(s, opened):
        return None
    found = read_interval(s, at) or read_beside(s, at) or read_range(s, at) or _middle(s, at)
    return found or _muted(s, at) or read_nth_minute(s, at)


_MUTING = frozenset({"mute", "mutes", "muted", "muting", "silence", "bleep", "unmute"})
_ABOUT = frozenset({"around", "about", "roughly", "approximately", "approx"})


def _mutes(s: Sentence, at: int) -> bool:
    """Is something muted right before? Then figures are where, and no length."""
    return any(t.low in _MUTING for t in s.tokens[max(0, at - 6) : at])


def _muted(s: Sentence, at: int) -> Found | None:
    """ "Mute 400 to 415", "bleep around 10 to 12": seconds without their unit."""
    first = read_number(s, at) if s.tokens[at].kind == "num" and _mutes(s, at) else None
    middle = s.ends(first[1], "<t_to>") or skip_dash(s, first[1]) if first else 0
    last = read_number(s, middle) if first and first[1] < middle < len(s) else None
    led = s.tokens[at - 1].low in _MUTING | _ABOUT or (at > 0 and "<audio>" in s.labels(at - 1))
    if not first or not last or not led or last[0] <= first[0] or s.ends(last[1], "#unit:percent"):
        return None
    return (first[0], last[0]), last[1]


def _every(s: Sentence, at: int) -> Found | None:
    end = s.ends(at, "<t_every>")
    return read_duration(s, end) or read_range(s, end) if end and end < len(s) and begins_number(s, end) else None


_TELLING_TIME = (*(f"#unit:{unit}" for unit in UNITS), "#unit:percent", "#fraction", "#ordinal", "<half_of>", "<t_begin>", "<t_end>", "<t_halfway>", "<t_second_half>", "<t_opening>", "<t_ending>", "<t_middle>")  # fmt: skip
"""Without one of these and without a figure no time is told."""
_INNER = ("{duration}", "{since}")
"""Labels of times that other times may stand in."""
_READERS: dict[str, tuple[tuple[str, ...], Callable[[Sentence, int], Found | None]]] = {
    "{duration}": ((), lambda s, at: read_duration(s, at) or bare_length(s, at) or read_pause(s, at)),
    "{range}": ((), _range),
    "{stretch}": (("<t_since>",), _stretch),
    "{since}": (("<t_since>",), _since),
    "{limit}": (("<t_every>",), _every),
    "{instant}": ((), read_instant),
    "{first}": (("<t_first>", "<t_first_behind>"), lambda s, at: read_edge(s, at, "<t_first>")),
    "{last}": (("<t_last>", "<t_last_behind>", "<t_second_half>"), lambda s, at: read_edge(s, at, "<t_last>")),
    "{opening}": (("<t_begin>", "<t_opening>"), lambda s, at: _place_in_time(s, at, "<t_begin>")),
    "{ending}": (("<t_end>", "<t_ending>"), lambda s, at: _place_in_time(s, at, "<t_end>")),
}
"""How each label is read, and the words that a sentence without it has none of."""
