"""When words on the screen are seen, told by what they are: an opening title, an end card, a lower third."""

from __future__ import annotations

import re
from typing import Any

from ugcflow.studio.language.phrases.match import Match
from ugcflow.studio.language.words.sentence import Sentence

Values = dict[str, Any]
_CARDS = frozenset({"title", "titles", "card", "text", "headline", "caption", "slate", "screen", "message", "line"})
_EDGES: dict[str, Values] = {"opening": {"start": 0.0}, "intro": {"start": 0.0}, "closing": {"position_in_time": "end"}, "end": {"position_in_time": "end"}, "outro": {"position_in_time": "end"}, "ending": {"position_in_time": "end"}}  # fmt: skip


def card(values: Values, match: Match, sentence: Sentence) -> Values:
    """A length from the start is an end; a text at the end keeps its length."""
    start, seconds = values.get("start"), values.get("seconds")
    if isinstance(start, float) and isinstance(seconds, float) and "end" not in values:
        behind = (i for i in sentence.places("{duration}") if i and sentence.tokens[i - 1].key in ("到", "至"))
        until = seconds > start and seconds in [v[0] for i in behind if (v := sentence.value(i, "{duration}"))]
        values["end"] = values.pop("seconds") + (0 if until else start)  # 第5秒加标题，停留到9秒
    values = _edge_card(values, sentence)
    first = opening(sentence)
    if first in ("open", "begin", "start") and "position_in_time" not in values:
        values.setdefault("start", 0.0)
    if first in ("end", "finish", "close") and "start" not in values:
        values.setdefault("position_in_time", "end")
    written = "".join(t.text for t in sentence.tokens if t.kind == "cjk")
    if re.search("(片头|开场)(的|大|主)?(标题|文字|字幕|大字)", written) and "position_in_time" not in values:
        values.setdefault("start", 0.0)
    if re.search("(片尾|结尾|收尾)(的|大)?(标题|文字|字幕|大字|文案)", written) and "start" not in values:
        values.setdefault("position_in_time", "end")
    if any(sentence.value(at, "{role}") == ("lower_third", at + n) for at in range(len(sentence)) for n in (1, 2, 3)):
        values["role"] = "lower_third"  # "a lower-third title"
        values = {k: v for k, v in values.items() if (k, v) != ("position", "lower third")}
    return values


def _edge_card(values: Values, sentence: Sentence) -> Values:
    """ "The opening title", "an end card": their names tell when they are seen."""
    if values.keys() & {"start", "position_in_time"}:
        return values
    words = [t.low for t in sentence.tokens]
    for at in range(len(words) - 1):
        dash = words[at + 1] == "-" and at + 2 < len(words)
        if words[at + 1 + dash] in _CARDS and words[at] in _EDGES:
            return values | _EDGES[words[at]]
    return values


def opening(sentence: Sentence) -> str:
    """The first word that matters: "end" in "can you please end with …"."""
    at = 0
    while at < len(sentence) and (end := sentence.ends(at, "#noise")):
        at = end
    return sentence.tokens[at].low if at < len(sentence) else ""


def logo(values: dict[str, Any], match: Match, sentence: Sentence) -> dict[str, Any]:
    """ "The logo … at the end for 3 seconds": it has no length, but a beginning and an end."""
    seconds, start = values.pop("seconds", None), values.get("start")
    if isinstance(seconds, (int, float)):
        if any(sentence.ends(at, "{ending}") for at in range(len(sentence))):
            return {**values, "start": -float(seconds)}
        if isinstance(start, (int, float)):
            return {**values, "end": float(start + seconds)}
    return values
