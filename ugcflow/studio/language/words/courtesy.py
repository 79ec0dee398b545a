"""Courtesy and hurry at the end of a sentence ("pls", "asap", "for me, thanks"): said to whoever edits, and no part of what is to be done or shown."""

from __future__ import annotations

from functools import cache

from ugcflow.studio.language.words.lexicon import Lexicon, load
from ugcflow.studio.language.words.token import Token

_STOPS = frozenset(".!?;\n。！？；…")


def curt(tokens: list[Token], words: Lexicon) -> list[Token]:
    """Tokens without the courtesies in front of a full stop or the end; one that is all there is stays."""
    known, last = _courtesies(words.language), _last_words(words.language)
    kept: list[Token] = []
    for token in tokens:
        if token.text in _STOPS and kept and kept[-1].low in last:
            kept = _without(kept, known)
        kept.append(token)
    return _without(kept, known) if kept[-1].low in last else kept


def _without(tokens: list[Token], known: frozenset[tuple[str, ...]]) -> list[Token]:
    end = len(tokens)
    while size := next(
        (n for n in range(1, min(end, 3) + 1) if tuple(t.low for t in tokens[end - n : end]) in known), 0
    ):
        end -= size
        while end and tokens[end - 1].text in (",", "，"):
            end -= 1
    return tokens[:end] if end and tokens[end - 1].kind != "punct" else tokens


@cache
def _courtesies(language: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in load(language).tables.get("courtesies", ()))


@cache
def _last_words(language: str) -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in _courtesies(language))
