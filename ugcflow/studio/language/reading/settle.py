"""Last touches on the parameters of single operations: what "20 %" means depends on what is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ugcflow.studio.language.phrases.match import Match
from ugcflow.studio.language.reading.card import card, logo, opening
from ugcflow.studio.language.reading.grade import grade
from ugcflow.studio.language.words.sentence import Sentence

Values = dict[str, Any]


def settle(op: str, values: Values, match: Match, sentence: Sentence) -> Values:
    """The parameters of `op` in the vocabulary's units; numbers without needless decimals, internal keys (`_…`) gone."""
    rule = _RULES.get(op)
    if rule:
        values = rule(dict(values), match, sentence)
    return {k: _plain(v) for k, v in values.items() if not k.startswith("_") and v is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        value = round(value, 3)
        return int(value) if value.is_integer() else value
    return value.strip() if isinstance(value, str) else value


def _percent(sentence: Sentence, values: Values) -> tuple[float, bool] | None:
    """A percentage said in the clause, and whether it is where to go ("to 20 %") rather than by how much."""
    for at in range(len(sentence)):
        found = sentence.value(at, "{percent}")
        if found and not sentence.ends(at, "{degrees}"):
            to = next((i for i in range(max(0, at - 3), at) if sentence.ends(i, "'原来的") == at), at)  # 降到原来的20%
            before = {n for i in range(max(0, to - 2), to) for n, stop, _ in sentence.arcs[i] if stop == to}
            return float(str(found[0])), "<t_to>" in before or "<level_to>" in before
    return None


def _speed(values: Values, match: Match, sentence: Sentence) -> Values:
    """x % faster is 1 + x/100, slower 1 - x/100; "to 80 %" is 0.8. A factor alone says how fast; "slow down 2x" is 0.5."""
    way = values.pop("direction", None)
    percent = _percent(sentence, values)
    factor = values.get("factor") or _in_proportion(values) or _bare_factor(values.get("_bare"), sentence)
    factor = factor or _factor_of(match, sentence)
    if factor is None and percent:
        share, target = percent
        factor = share / 100 if target or way is None else 1 + share / 100 if way == "faster" else 1 - share / 100
    elif factor is not None:
        factor = float(str(factor))
        if way == "slower" and factor > 1:
            factor = 1 / factor
    if factor:
        values["factor"] = factor
    elif way:
        values["direction"] = way
    return values


def _in_proportion(values: Values) -> float | None:
    """ "Make a 1 min clip last 1.5 min": how long it is, by how long it is to be."""
    had, wanted = values.get("_had"), values.get("_wanted")
    return had / wanted if isinstance(had, float) and isinstance(wanted, float) and wanted else None


def _factor_of(match: Match, sentence: Sentence) -> Any:
    """0.75倍速播: the figure that the verb (倍速) is a part of."""
    found = ((i, sentence.value(i, "{factor}")) for i in range(match.last))
    return next((f[0] for i, f in found if f and i < match.first < f[1]), None)


def _bare_factor(number: Any, sentence: Sentence) -> float | None:
    """ "speed to 1.5": a number that no unit follows."""
    units = ("{duration}", "{percent}", "{range}", "{instant}")
    counted = any(sentence.ends(i, n) for i in range(len(sentence)) for n in units)
    return number if isinstance(number, float) and 0 < number <= 10 and not counted else None


def _volume(values: Values, match: Match, sentence: Sentence) -> Values:
    """`change`: "up", "down", "+6 dB", "-20%" (by), "30%" (to)."""
    way, values = values.get("_way", ""), {"target": "all", **values}
    if values["target"] == "all" and _of_music(sentence):
        values["target"] = "music"
    elif values["target"] == "all" and _of_voice(sentence):
        values["target"] = "voice"
    change = values.get("change")
    percent = _percent(sentence, values)
    if isinstance(change, float) and not percent:
        sign = "-" if change < 0 or way == "down" else "+"
        values["change"] = f"{sign}{abs(change):g} dB"
    elif percent:
        labels = {n for i in range(len(sentence)) for n in sentence.labels(i)}
        way = way or ("up" if "<raise>" in labels else "down" if "<lower>" in labels else "")
        relative = not percent[1]
        sign = ("-" if way == "down" else "+") if relative and way else _plus(sentence)
        values["change"] = f"{'-' if percent[0] < 0 else sign}{abs(percent[0]):g}%"
    elif factor := values.get("factor", values.get("_factor")):
        values["change"] = f"{float(str(factor)) * 100:g}%"
    elif isinstance(share := values.get("_n"), float) and (0 < share < 1 or share >= 5):  # 音量 0.3
        values["change"] = f"{share * 100 if share < 1 else share:g}%"
    elif way:
        values["change"] = way
    values.pop("factor", None)
    return values


def _plus(s: Sentence) -> str:
    """ "Volume +10%": by so much, and not to it."""
    return "+" if any(s.ends(i, "{percent}") and i and s.tokens[i - 1].text == "+" for i in range(len(s))) else ""


def _of_voice(s: Sentence) -> bool:
    """ "Keep my voice at full volume"."""
    named = not s.words.isdisjoint(("voice", "vocals", "narration"))
    whose = ("<voice>" in s.labels(i) and s.tokens[i].low.endswith(("'s", "’s")) for i in range(len(s)))
    return (named or any(whose)) and not s.may_have("<music>")  # "the speaker's audio"


def _of_music(s: Sentence) -> bool:
    """ "Halve the volume of the music"."""
    ends = (s.ends(at, "<audio>") for at in range(len(s)))
    return any(
        e and e < len(s) and s.tokens[e].low == "of" and s.ends(s.skip(e + 1, "#noise"), "<music>") for e in ends
    )


def _music(values: Values, match: Match, sentence: Sentence) -> Values:
    level = values.get("volume")
    percent = _percent(sentence, values)
    if percent and (percent[0] < 0 or _plus(sentence)):
        values["volume"] = f"{percent[0]:+g}%"
    elif percent:
        values["volume"] = percent[0] / 100
    elif isinstance(level, float):
        values["volume"] = f"{level:g} dB"
    elif isinstance(share := values.get("_n"), float) and (0 < share < 1 or share >= 5):  # 音量 0.3
        values["volume"] = share if share < 1 else share / 100
    return values


LEAST_TURN = 15
"""Degrees; a smaller number is a clip's."""


def _rotate(values: Values, match: Match, s: Sentence) -> Values:
    degrees = float(values.get("degrees") or values.get("_n") or 90.0)
    behind = any(s.ends(i, "<clip>") == i + 1 < len(s) and s.tokens[i + 1].kind == "num" for i in range(len(s)))
    if 1 <= degrees < LEAST_TURN and behind and not s.may_have("{degrees}"):
        degrees = 90.0  # "rotate clip 2", but "rotate the clip 180"
    degrees = degrees * 360 if 0 < degrees < 1 else degrees  # "a quarter turn"
    signed = any(s.tokens[i].low in ("minus", "negative") for i in range(len(s)))
    left = values.get("_left") or signed or any("<left>" in s.labels(i) for i in range(len(s)))
    values["degrees"] = -degrees if left and degrees > 0 else degrees
    return values


_SHAPES = {
    "tiktok": "9:16",
    "reels": "9:16",
    "shorts": "9:16",
    "youtube": "16:9",
    "instagram": "4:5",
    "xiaohongshu": "3:4",
}


def _reframe(values: Values, match: Match, sentence: Sentence) -> Values:
    """A platform stands for its shape; Instagram and YouTube show others too, so there the shape that is said counts."""
    platform = values.get("_platform") or values.get("platform") or values.get("_reel")
    if "aspect" not in values and platform:
        told = (sentence.value(at, "{aspect}") for at in range(len(sentence)))
        said = next((t[0] for t in told if t), None) if platform in ("instagram", "youtube") else None
        values["aspect"] = said or _SHAPES[platform]
    return values


def _export(values: Values, match: Match, sentence: Sentence) -> Values:
    """A bare rate after a resolution ("4k 60") is a frame rate."""
    for at in range(len(sentence)):
        found = sentence.value(at, "{resolution}")
        number = sentence.value(found[1], "{number}") if found and found[1] < len(sentence) else None
        if "fps" not in values and number and number[0] in (24.0, 25.0, 30.0, 50.0, 60.0, 120.0):
            values["fps"] = number[0]
    if values.pop("_sidecar", None):
        told = (sentence.value(at, "{format}") for at in range(len(sentence)))
        named = next((str(f[0]) for f in told if f and f[0] in ("srt", "vtt")), "srt")
        values = {"format": named, **values}
    if "_format" in values:
        values["format"] = values["_format"]
    if values.get("format") == "mp3":
        spoken = (sentence.value(at, "{format}") for at in range(len(sentence)))
        values["format"] = next((f[0] for f in spoken if f and f[0] in ("wav", "m4a")), "mp3")
    name = values.pop("input", None) or _named_file(sentence)
    ending = str(name or "").rsplit(".", 1)[-1].lower()
    if "format" not in values and ending in _ENDINGS:
        values["format"] = ending
    return values


_ENDINGS = frozenset({"mp4", "mov", "webm", "gif", "mp3", "wav", "m4a", "srt", "vtt", "png", "jpg"})


def _named_file(sentence: Sentence) -> str:
    """The file an export goes to ("as final.mp4")."""
    for before, token in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if token.kind == "file" and before.low in (
            "as",
            "to",
            "into",
            "named",
            "called",
            "write",
            "output",
            "save",
            "export",
            "render",
            *"为成到出名叫",
        ):
            return str(token.value)
    return ""


def _fade(values: Values, match: Match, sentence: Sentence) -> Values:
    """A fade of the music leaves the voice alone, one of the sound takes both."""
    if span := values.pop("_span", None):
        values["seconds"] = span[1]  # "fade in from 0:00 to 0:05"
    labels = {n for i in range(len(sentence)) for n in sentence.labels(i)}
    heard = "music" if "<music>" in labels else "audio" if "<audio>" in labels else ""
    return {"target": heard, **values} if heard else values


def _loudness(values: Values, match: Match, sentence: Sentence) -> Values:
    """LUFS are below zero: "14 LUFS" leaves the sign out."""
    lufs = values.get("lufs")
    return {**values, "lufs": -abs(lufs)} if isinstance(lufs, float) else values


def _edge(values: Values, match: Match, sentence: Sentence) -> Values:
    """ "15% off the end"."""
    return {**values, "seconds": f"{values['_share']:g}%"} if "_share" in values else values


def _split(values: Values, match: Match, sentence: Sentence) -> Values:
    """ "Split after 10 seconds"."""
    after = values.get("_after")
    return {**values, "at": after[0]} if after and after[0] and after[1] is None else values


def _range(values: Values, match: Match, sentence: Sentence) -> Values:
    if "_until" in values:
        values |= {"start": 0.0, "end": values["_until"]}
    if "_after" in values:  # "stop after 30 seconds"
        values |= {"start": 0.0, "end": values["_after"][0] or values["_after"][1]}
    if "_first" in values:
        values |= {"start": 0.0, "end": values["_first"]}
    if "_last" in values:
        last = values["_last"]
        values["start"] = f"-{last}" if isinstance(last, str) else -float(last)
    if isinstance(values.get("_at"), float) and isinstance(values.get("_len"), float):
        values |= {"start": values["_at"], "end": values["_at"] + values["_len"]}
    if values.get("_from") is not None:
        values["start"] = values["_from"]
    return values


def _zoom(values: Values, match: Match, sentence: Sentence) -> Values:
    """ "Start us off with a zoom in" is one at the start; the "simple" of transitions is no kind of zoom."""
    values = {k: v for k, v in values.items() if k != "kind" or v in ("punch_in", "slow")}
    return {"start": 0.0, **values} if opening(sentence) in ("open", "begin", "start") else values


def _transition(values: Values, match: Match, sentence: Sentence) -> Values:
    """What is slow of a zoom is "subtle", "gentle", "gradual" of a transition, as it is written."""
    if values.get("kind") not in ("slow", "punch_in"):
        return values
    said = (sentence.tokens[i].low for i in range(len(sentence)) if "{zoom}" in sentence.labels(i))
    return {**values, "kind": next(said, values["kind"])}


_RULES: dict[str, Callable[[Values, Match, Sentence], Values]] = {
    "zoom": _zoom, "transition": _transition, "color": grade, "speed": _speed, "volume": _volume, "music": _music, "rotate": _rotate, "reframe": _reframe, "export": _export, "text_overlay": card, "trim_range": _range, "fade": _fade,
    "normalize_audio": _loudness,
    "split": _split,
    "logo": logo,
    "trim_start": _edge,
    "trim_end": _edge,
}  # fmt: skip
