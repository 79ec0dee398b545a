"""By how much brightness, contrast or saturation change: "saturation by 15 %", "the contrast to 120%", and no figure of another edit."""

from __future__ import annotations

from typing import Any

from ugcflow.studio.language.phrases.match import Match
from ugcflow.studio.language.words.sentence import Sentence

_AS_IT_IS = 100.0
_MEASURED = frozenset({"{duration}", "{range}", "{first}", "{last}", "{instant}", "{resolution}", "{factor}", "{fps}", "{aspect}", "{lufs}", "{db}"})  # fmt: skip


def _of_another(s: Sentence, at: int) -> bool:
    """提亮 导出1080p, 再剪掉结尾四秒: a figure with a unit of its own."""
    near = ((i, n, stop) for i in range(max(0, at - 5), at + 1) for n, stop, _ in s.arcs[i])
    return any(stop > at and stop > i + 1 and n in _MEASURED for i, n, stop in near)


def grade(values: dict[str, Any], match: Match, sentence: Sentence) -> dict[str, Any]:
    """By how much, where one thing is changed and it is said: "saturation by 15 %", "brightness to -10"."""
    keys = [k for k in ("brightness", "contrast", "saturation") if values.get(k) in ("+", "-")]
    if len(keys) != 1:
        return values
    for at in range(len(sentence)):
        found = sentence.value(at, "{percent}") or sentence.value(at, "{number}")
        counted = at > 0 and "<clip>" in sentence.labels(at - 1)  # "clip 3 is too dark"
        article = (
            sentence.tokens[at].kind in ("word", "cjk") and found is not None and found[0] == 1.0
        )  # "un poco", 一些
        if (
            found
            and not counted
            and not article
            and at not in match.covered[:1]
            and not _of_another(sentence, found[1] - 1)
        ):
            unit = "%" if sentence.ends(at, "{percent}") else ""
            share = float(str(found[0]))
            if not share:
                return {**values, keys[0]: "-100%"}  # "saturation to 0"
            if unit and share >= _AS_IT_IS / 2 and at and sentence.tokens[at - 1].low in ("to", "at", "到", "为", "成"):
                return {**values, keys[0]: f"{share - _AS_IT_IS:+g}%"}  # "the contrast to 120%"
            sign = "-" if {"-", "−"} & {t.text for t in sentence.tokens[max(0, at - 1) : at + 1]} else values[keys[0]]
            return {**values, keys[0]: f"{sign}{abs(float(str(found[0]))):g}{unit}"}
    return values
