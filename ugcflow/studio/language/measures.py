"""Sizes that are not times: percent, factors, decibels, LUFS, degrees, frame rates, resolutions, aspects with figures."""

from __future__ import annotations

import re
from typing import Any

from ugcflow.studio.language.number import begins_number, read_number
from ugcflow.studio.language.sentence import Sentence

ASPECTS = {"9:16", "16:9", "1:1", "4:5", "5:4", "4:3", "3:4", "2:3", "3:2", "21:9"}
_LINES = {"480", "540", "720", "1080", "1440", "2160", "4320"}
_UNITS = {
    "percent": "{percent}",
    "db": "{db}",
    "lufs": "{lufs}",
    "degree": "{degrees}",
    "fps": "{fps}",
    "times": "{factor}",
}


def add_measures(sentence: Sentence) -> None:
    """Add the labels of measures to every token where one begins."""
    for at in range(len(sentence)):
        if (
            begins_number(sentence, at)
            or sentence.ends(at, "<percent_of>")
            or sentence.tokens[at].text in ("-", "−", "+")
        ):
            for label, end, value in _measures(sentence, at):
                sentence.put(at, label, end, value)


def _measures(s: Sentence, at: int) -> list[tuple[str, int, Any]]:
    token = s.tokens[at]
    found: list[tuple[str, int, Any]] = []
    if token.kind == "clock" and token.text in ASPECTS:
        found.append(("{aspect}", at + 1, token.text))
    sign = -1.0 if token.text in ("-", "−") else 1.0
    place = at + 1 if token.text in ("-", "−", "+") else at
    prefix = s.ends(at, "<percent_of>")
    number = read_number(s, prefix or place)
    if number is None:
        return found
    value, end = sign * number[0], number[1]
    if prefix:  # 百分之二十
        return [*found, ("{percent}", end, value)]
    unit_at = end + 1 if end < len(s) and s.tokens[end].text == "-" else end
    if stop := s.ends(end, "#unit:tenth"):  # 两成
        found.append(("{percent}", stop, value * 10))
    for unit, label in _UNITS.items():
        by = unit == "times" and end + 1 < len(s) and s.tokens[end + 1].kind == "num"  # 1080x1920
        if (stop := s.ends(unit_at, f"#unit:{unit}")) and not by:
            signed = label != "{db}" or token.text in ("-", "−", "+")
            found.append((label, stop, value if signed else abs(value)))
    found += _size(s, at, end)
    found.append(("{number}", end, value))
    return found


def _size(s: Sentence, at: int, end: int) -> list[tuple[str, int, Any]]:
    """Resolutions (1080p, 4k, 1080x1920) and two numbers as an aspect (9 by 16, 9x16)."""
    token = s.tokens[at]
    after = s.tokens[end].key if end < len(s) else ""
    if token.kind != "num":
        return []
    if after == "k" and token.text in ("2", "4", "8"):
        return [("{resolution}", end + 1, f"{token.text}k")]
    if token.text in _LINES and after in ("p", "i"):
        return [("{resolution}", end + 1, f"{token.text}p")]
    if (
        after in ("x", "×", "by", "*", "/", "比", "：", "y", "乘")
        and end + 1 < len(s)
        and s.tokens[end + 1].kind == "num"
    ):
        other = s.tokens[end + 1].text
        if f"{token.text}:{other}" in ASPECTS:
            return [("{aspect}", end + 2, f"{token.text}:{other}")]
        if re.fullmatch(r"\d{3,4}", token.text) and re.fullmatch(r"\d{3,4}", other):
            return [("{resolution}", end + 2, f"{token.text}x{other}")]
    if token.text in _LINES:
        return [("{resolution}", end, f"{token.text}p")]
    return []
