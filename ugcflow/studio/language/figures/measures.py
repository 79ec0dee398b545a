"""Sizes that are not times: percent, factors, decibels, LUFS, degrees, frames and their rates, resolutions, aspects with figures."""

from __future__ import annotations

import re
from typing import Any

from ugcflow.studio.language.figures.number import begins_number, read_fraction, read_number
from ugcflow.studio.language.words.sentence import Sentence

ASPECTS = {"9:16", "16:9", "1:1", "4:5", "5:4", "4:3", "3:4", "2:3", "3:2", "21:9", "2:1", "18:9", "2.35:1", "2.39:1", "1.85:1", "1.91:1"}  # fmt: skip
_LINES = {"480", "540", "720", "1080", "1440", "2160", "4320"}
_UNITS = {
    "percent": "{percent}",
    "db": "{db}",
    "lufs": "{lufs}",
    "degree": "{degrees}",
    "fps": "{fps}",
    "frame": "{frames}",
    "times": "{factor}",
}


def add_measures(sentence: Sentence) -> None:
    """Add the labels of measures to every token where one begins."""
    figures = [begins_number(sentence, at) for at in range(len(sentence))]
    if not any(figures) and not sentence.may_have("<percent_of>", "#fraction"):
        return
    fraction = sentence.may_have("#fraction", "<percent_of>", "<half_of>")
    inside: list[int] = []
    for at in range(len(sentence)):
        if at in inside or not (fraction or any(figures[max(0, at - 1) : at + 3])) or _small(sentence, at):
            continue
        if figures[at] and sentence.tokens[at].kind == "word" and (number := read_number(sentence, at)):
            inside += range(at + 1, number[1])  # no "half times" in "one and a half times"
        if figures[at] or sentence.ends(at, "<percent_of>") or sentence.tokens[at].text in ("-", "−", "+"):
            for label, end, value in _measures(sentence, at):
                sentence.put(at, label, end, value)
        for label, end, value in (_part(sentence, at), _times(sentence, at), _side(sentence, at)):
            if label:
                sentence.put(at, label, end, value)
    for at in inside:
        sentence.clear(at)


def _small(s: Sentence, at: int) -> bool:
    """Is this the 一 of 一点, 一下, 压一压, which counts nothing (but 一点五 does)?"""
    end = s.ends(at, "#noise") if s.tokens[at].key == "一" else 0
    return end > at + 1 and not (end < len(s) and begins_number(s, end))


def add_signs(s: Sentence) -> None:
    """对比度+，饱和度-10, 音量 +2 dB, "music -6 dB": a sign behind a word, or in front of a number, says up or down."""
    for at in range(1, len(s)):
        if s.tokens[at].key not in ("+", "-", "−"):
            continue
        if s.ends(at, "{db}") and not _HEARD.isdisjoint(s.labels(at - 1)):  # "voice +3dB, music -6dB"
            s.put(at, "<raise>" if s.tokens[at].key == "+" else "<lower>", at + 1, None)
        if s.tokens[at - 1].kind != "cjk":
            continue
        after = s.tokens[at + 1].kind if at + 1 < len(s) else "punct"
        joined = s.tokens[at - 1].end == s.tokens[at].start or s.text[s.tokens[at].end :][:1].isdigit()
        if (
            joined
            and after in ("punct", "num")
            and not any(n.startswith("#unit:") for n in s.labels(at - 1) - {"#unit:degree"})
        ):
            s.put(at, "<sign>", at + 1, None)
            s.put(at, "<raise>" if s.tokens[at].key == "+" else "<lower>", at + 1, None)


_LEVELS = ("volume", "level", "vol", "音量")
_HEARD = frozenset({"<voice>", "<music>", "<audio>"})
_NONE = ("", 0, None)
_RATES = ("24", "25", "30", "48", "50", "60", "120")


def _part(s: Sentence, at: int) -> tuple[str, int, Any]:
    """ "by a third", "to 3/4", "volume 0.2", "music at 20" as a percentage, "3/4 speed" as a factor."""
    if share := _of_full_volume(s, at):
        return "{percent}", at + 1, share
    fraction = read_fraction(s, at)
    if not fraction or fraction[0] >= 1:
        return _NONE
    value, end = fraction
    if end < len(s) and s.ends(end, "<speed_>"):
        return "{factor}", end + 1, round(value, 4)
    before = {n for i in range(max(0, at - 2), at) for n, stop, _ in s.arcs[i] if stop == at}
    unit = end < len(s) and any(n.startswith("#unit:") for n in s.labels(end))
    behind = end < len(s) and s.labels(end) & {"<audio>", "<speedup>", "<slowdown>"}
    where = before & {"<t_first>", "<t_last>", "<t_middle>", "<order>"}  # "make the second half faster"
    told = (before & {"<by>", "<t_to>"} or behind) and not unit and not where
    return ("{percent}", end, round(value * 100, 2)) if told else _NONE


def _of_full_volume(s: Sentence, at: int) -> float:
    """The percentage that the figure of "volume 0.2", "volume: 0.5" or "volume to .8" is; 0 for none."""
    token = s.tokens[at]
    led = at - 2 if at > 1 and s.tokens[at - 1].low in (":", "=", "to", "at") else at - 1
    named = led >= 0 and (s.tokens[led].low in _LEVELS or s.labels(led) & {"<music>", "<voice>"})
    ended = at + 1 == len(s) or s.tokens[at + 1].kind in ("punct", "cjk") or s.ends(at + 1, "#separators") > 0
    if token.kind != "num" or not named or not ended:
        return 0.0
    share = float(token.value or 0)
    if "." in token.text:
        return round(share * 100, 2) if share <= 1 else 0.0
    return share if led < at - 1 and s.tokens[at - 1].low in ("at", "to") and 2 < share <= 100 else 0.0


def _times(s: Sentence, at: int) -> tuple[str, int, Any]:
    """ "x2": the sign in front."""
    near = at + 1 < len(s) and s.tokens[at + 1].kind == "num" and s.tokens[at + 1].start == s.tokens[at].end
    alone = not at or s.tokens[at - 1].kind != "num"
    return (
        ("{factor}", at + 2, float(s.tokens[at + 1].value or 0))
        if near and alone and s.tokens[at].text in "xX×"
        else _NONE
    )


def _side(s: Sentence, at: int) -> tuple[str, int, Any]:
    """ "480 pixels wide": a width, no shape."""
    if s.tokens[at].kind != "num" or float(s.tokens[at].value or 0) < 100:
        return _NONE
    end = s.skip(at + 1, "<pixel>")
    side = next((w for w in ("wide", "tall", "high") if end < len(s) and s.tokens[end].low == w), "")
    if not side:
        return ("{resolution}", end, s.tokens[at].text) if end > at + 1 else _NONE
    s.drop(end, frozenset({"{aspect}"}))
    return "{resolution}", end + 1, f"{s.tokens[at].text} {side}"


def _measures(s: Sentence, at: int) -> list[tuple[str, int, Any]]:
    token = s.tokens[at]
    found: list[tuple[str, int, Any]] = []
    if token.kind == "clock" and token.text in ASPECTS:
        found.append(("{aspect}", at + 1, token.text))
    joins = (
        at > 0
        and s.tokens[at - 1].end == token.start
        and s.tokens[at - 1].kind not in (("cjk", "word") if s.lexicon.tables.get("unspaced") else ("cjk",))
    )  # the dash of "10-15%" takes nothing away
    sign = -1.0 if token.text in ("-", "−") and not joins else 1.0
    listed = token.text == "-" and (not at or s.tokens[at - 1].kind == "punct")  # "- 1 second fade in"
    if (token.text == "+" or listed) and s.text[token.end : token.end + 1].isspace():
        return found  # "auto-cut silence + 1 second fade in"
    place = at + 1 if token.text in ("-", "−", "+") else at
    prefix = s.ends(at, "<percent_of>")
    number = read_number(s, prefix or place)
    if number is None:
        return found
    value, end = sign * number[0], number[1]
    if prefix:  # 百分之二十
        return [*found, ("{percent}", end, value)]
    unit_at = end + 1 if end < len(s) and s.tokens[end].text == "-" else end
    if tail := _tenths(s, end):  # 一倍二, 两倍半
        found.append(("{factor}", tail[1], value + tail[0]))
    if stop := s.ends(end, "#unit:tenth"):  # 两成
        found.append(("{percent}", stop, value * 10))
    if token.kind == "num" and (most := _most(s, end)):
        return [*found, most]
    for unit, label in _UNITS.items():
        by = unit == "times" and end + 1 < len(s) and s.tokens[end + 1].kind == "num"  # 1080x1920
        if (stop := s.ends(unit_at, f"#unit:{unit}")) and not by:
            signed = label != "{db}" or token.text in ("-", "−", "+")
            found.append((label, stop, value if signed else abs(value)))
    found += _size(s, at, end)
    times = "." in token.text and value < 5  # 音量提高到1.2
    if token.kind == "num" and _level(s, at, end) and (times or 5 <= value <= 200):
        found.append(("{percent}", end, value * 100 if times else value))
    if (not at or s.tokens[at - 1].text not in "$€£¥") and not s.ends(unit_at, "#unit:minute"):
        found.append(("{number}", end, value))
    return found


def _level(s: Sentence, at: int, end: int) -> bool:
    """音量20, 音量调到30: a bare number behind the Chinese word for how loud is in per cent."""
    alone = end == len(s) or s.tokens[end].kind == "punct"
    before = [i for i in range(max(0, at - 5), at) if s.tokens[i].text == "音" and s.tokens[i + 1].text == "量"]
    if not alone or not before:
        return False
    place = before[-1] + 2
    return place == at or any(s.ends(place, n) == at for n in ("<level_to>", "<t_to>", "<make>"))


def _tenths(s: Sentence, at: int) -> tuple[float, int] | None:
    """The rest of a factor behind 倍: a digit counts tenths."""
    place = s.ends(at, "#unit:times")
    if not place or place >= len(s) or s.tokens[at].key != "倍" or s.tokens[place].kind != "cjk":
        return None
    tail = read_number(s, place)
    if tail is None or tail[0] >= 10:
        return None
    return (tail[0] if tail[0] < 1 else tail[0] / 10, tail[1])


def _most(s: Sentence, dash: int) -> tuple[str, int, Any] | None:
    """ "10-15%": the most of it."""
    other = read_number(s, dash + 1) if dash < len(s) and s.tokens[dash].text in ("-", "–", "to") else None
    stop = s.ends(other[1], "#unit:percent") if other else 0
    return ("{percent}", stop, other[0]) if other and stop else None


def _size(s: Sentence, at: int, end: int) -> list[tuple[str, int, Any]]:
    """Resolutions (1080p, 4k, 1080x1920) and two numbers as an aspect (9 by 16, 9x16)."""
    token = s.tokens[at]
    after = s.tokens[end].key if end < len(s) else ""
    if token.kind != "num":
        return []
    if after == "k" and token.text in ("2", "4", "8"):
        return [("{resolution}", end + 1, f"{token.text}k")]
    if token.text in _RATES and after == "p" and s.tokens[end].start == token.end:
        return [("{fps}", end + 1, float(token.text))]
    if token.text in _LINES and after in ("p", "i"):
        return [("{resolution}", end + 1, f"{token.text}p")]
    if (
        after in ("x", "×", "by", "*", "/", "比", "：", ":", "y", "乘")
        and end + 1 < len(s)
        and s.tokens[end + 1].kind == "num"
    ):
        other = s.tokens[end + 1].text
        timed = any(
            n.startswith("#unit:") for i in (end + 2, s.skip(end + 2, "<t_of>")) if i < len(s) for n in s.labels(i)
        )
        if f"{token.text}:{other}" in ASPECTS and not timed and not s.ends(end + 2, "<speed_>"):
            return [("{aspect}", end + 2, f"{token.text}:{other}")]
        if re.fullmatch(r"\d{3,4}", token.text) and re.fullmatch(r"\d{3,4}", other):
            return [("{resolution}", end + 2, f"{token.text}x{other}")]
    if token.text in _LINES:
        return [("{resolution}", end, f"{token.text}p")]
    return []
