"""A Chinese clause in short, for rules about how it is built: every time is a T, every quoted text a Q, the rest as written."""

from __future__ import annotations

import re
from functools import cache

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.words.lexicon import load
from ugcflow.studio.language.words.sentence import Sentence

_TIMES = ("{range}", "{first}", "{last}", "{since}", "{instant}")
TIME, TEXT = "T", "Q"


def gist(clause: Clause) -> str:
    """前5秒不要加速 → T不要加速; empty for a clause that is not Chinese."""
    if not clause.chinese:
        return ""
    s = clause.sentence
    return s.once((clause.offset, clause.tail, "gist"), lambda: "".join(sign for sign, _ in _signs(s, clause.places)))


def begins(clause: Clause, place: int) -> int:
    """Where in the whole text the character at `place` of the gist stands."""
    at = 0
    for sign, token in _signs(clause.sentence, clause.places):
        if at + len(sign) > place:
            return clause.sentence.tokens[token].start
        at += len(sign)
    return clause.sentence.tokens[-1].end


@cache
def shape(name: str) -> re.Pattern[str]:
    """How such a clause is built: one of the lexicon's `[shapes]`, with those that it takes in."""
    shapes: dict[str, str] = load("zh").tables["shapes"]
    written = shapes[name]
    while parts := set(_PART.findall(written)):
        for part in parts:
            written = written.replace(f"{{{part}}}", shapes[part])
    return re.compile(written)


_PART = re.compile("{([a-z_]+)}")


def _signs(s: Sentence, places: range) -> list[tuple[str, int]]:
    signs: list[tuple[str, int]] = []
    at = places.start
    while at < places.stop:
        token = s.tokens[at]
        end = max((s.ends(at, n) for n in _TIMES), default=0)
        sign = TIME if end else TEXT if token.kind == "text" else token.low
        signs.append((sign, at))
        at = min(end, places.stop) if end else at + 1
    return signs
