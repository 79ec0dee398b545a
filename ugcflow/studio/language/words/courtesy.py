"""What is said to whoever edits, and is no part of what is to be done or shown: courtesy and hurry at the end ("pls", "asap", "for me, thanks"), and what leads in ("ok so", "I want you to")."""

from __future__ import annotations

from functools import cache

from ugcflow.studio.language.words.lexicon import SIMPLIFY, Lexicon, load
from ugcflow.studio.language.words.token import Token, tokenise

LONGEST = 7
"""Words, or Chinese characters, of a courtesy at most."""
_STOPS = frozenset(".!?;\n。！？；…")


def curt(tokens: list[Token], words: Lexicon) -> list[Token]:
    """Tokens without the courtesies in front of a full stop or the end, and what leads in; one that is all there is stays."""
    known, last = _phrases(words.language, "courtesies"), _last_words(words.language)
    kept: list[Token] = []
    tokens = tokens[_led_in(tokens, _phrases(words.language, "lead_ins")) :]
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


def _led_in(tokens: list[Token], known: frozenset[tuple[str, ...]]) -> int:
    """How many tokens at the beginning only lead in."""
    words = tuple([t.low for t in tokens[:LONGEST]])
    led = next((n for n in range(min(len(tokens) - 1, LONGEST), 0, -1) if words[:n] in known), 0)
    while led and led < len(tokens) and tokens[led].text in ",，!！":
        led += 1
    return led if led < len(tokens) and tokens[led].kind != "punct" else 0


@cache
def _phrases(language: str, table: str) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(t.low for t in tokenise(phrase, SIMPLIFY)) for phrase in load(language).tables.get(table, ())
    )


@cache
def _last_words(language: str) -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in _phrases(language, "courtesies"))
