"""A few words in a row: what the rules about neighbouring words look for.

Written like phrases, but nothing may stand between the pieces and no values are read:

    <change> [the|our] (<text>|{role}) (to|into)     a class · an optional word · alternatives
    [and|the|its]* (colour|font)                     as often as it is there
    (when|while) _ (comes|appears)                   any word
    (，|,) <fading> $                                 nothing more, up to a mark or a joining word
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ugcflow.studio.language.words.sentence import Sentence

_PIECE = re.compile(r"([(\[])(.*?)[)\]](\*?)(?=\s|$)|(\S+)")
_CJK = re.compile("[\u3400-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """One place of a shape: the words and labels that may stand there; `long` are words of several Chinese characters."""

    words: frozenset[str]
    labels: tuple[str, ...]
    long: tuple[str, ...]
    optional: bool
    again: bool

    def end(self, s: Sentence, at: int) -> int:
        """Where what stands at token `at` ends, if it is one of these; else 0."""
        if at >= len(s):
            return 0
        own, token = s.farthest[at], s.tokens[at]
        found = max([own[n] for n in self.labels if n in own], default=0) if self.labels else 0
        written = next((at + len(w) for w in self.long if s.text.startswith(w, token.start)), 0) if self.long else 0
        return max(found, written, at + 1 if token.low in self.words or "_" in self.words else 0)


@cache
def pieces(shape: str) -> tuple[Piece, ...]:
    """What a shape is made of."""
    return tuple(_piece(m[2] or m[4], m[1] == "[", bool(m[3])) for m in _PIECE.finditer(shape))


def _piece(options: str, optional: bool, again: bool) -> Piece:
    names = options.split("|") if len(options) > 1 else [options]
    labels = tuple(n for n in names if n[0] in "<{#" and len(n) > 1)
    long = tuple(sorted((n for n in names if _CJK.fullmatch(n)), key=len, reverse=True))
    return Piece(frozenset(names) - {*labels, *long}, labels, long, optional, again)


def past(s: Sentence, at: int, shape: str) -> int:
    """Where the shape ends that begins at token `at`; 0 where it does not stand there."""
    for piece in pieces(shape):
        if "$" in piece.words:
            return at if at >= len(s) or s.tokens[at].kind == "punct" or s.ends(at, "#separators") else 0
        end = piece.end(s, at)
        if not end and not piece.optional:
            return 0
        while end and piece.again and (further := piece.end(s, end)):
            end = further
        at = end or at
    return at


def past_any(s: Sentence, at: int, shapes: tuple[str, ...]) -> int:
    """Where the longest of some shapes ends; 0 for none."""
    return max(past(s, at, shape) for shape in shapes)
