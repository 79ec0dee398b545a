"""The notation phrases are written in, and what it compiles to.

    <remove> [all] (silence|pauses)      a class of the lexicon · an optional word · alternatives
    <caption> & off                      the two sides in either order
    <cut> down to {seconds:duration}     a slot: parameter name, and what is read there ({aspect} alone: both the same)
    = <caption>                          counts only where the clause says nothing else
    (is|looks) @flawed                   any word of a set: alternatives too many to write out, and unlike a class they make no word known
    <mute> {music} => target=music       parameters that the phrase itself states

Words between the pieces may be skipped (at a price), so a phrase holds only what matters.
"""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ugcflow.studio.language.words.token import stem

Element = tuple[str, str]
"""A label and the parameter its value goes to ("" for none)."""
_PIECE = re.compile(r"<\w+>|\{[\w:]+\}|\[[^\]]*\]|\([^)]*\)|&|[^<{\[(&]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives at one place of a phrase; an empty one makes it optional."""

    options: tuple[Run, ...]


Run = tuple["Element | Choice", ...]
"""What a phrase, or a part of one, asks for in this order."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of an operation. `whole`: counts only where it is all the clause says."""

    target: str
    source: str
    fixed: tuple[tuple[str, Any], ...] = ()
    whole: bool = False


@cache
def parse(target: str, source: str) -> tuple[Phrase, Run]:
    """A phrase and what it is made of."""
    body, _, fixed = source.partition("=>")
    body = body.strip()
    whole = body.startswith("=")
    pairs = tuple(_pair(p) for p in fixed.split(";") if p.strip())
    return Phrase(target, source, pairs, whole), _run(body.lstrip("= "))


def _pair(text: str) -> tuple[str, Any]:
    key, _, value = text.strip().partition("=")
    try:
        return key.strip(), json.loads(value)
    except ValueError:
        return key.strip(), value.strip()


@cache
def _run(body: str) -> Run:
    sides: list[list[Element | Choice]] = [[]]
    for piece in _PIECE.findall(body):
        if piece == "&":
            sides.append([])
        elif piece.strip():
            sides[-1] += _parts(piece.strip())
    if len(sides) == 1:
        return tuple(sides[0])
    orders = itertools.permutations(sides)
    return (Choice(tuple(tuple(itertools.chain.from_iterable(order)) for order in orders)),)


def _parts(piece: str) -> list[Element | Choice]:
    if piece[0] in "[(":
        options = [_run(part) for part in piece[1:-1].split("|")]
        return [Choice(tuple(dict.fromkeys([(), *options] if piece[0] == "[" else options)))]
    if piece[0] == "<":
        return [(piece, "")]
    if piece[0] == "{":
        name, _, slot = piece[1:-1].partition(":")
        return [(f"{{{slot or name}}}", name)]
    return [(f"'{w if w[0] == '@' else stem(w.lower())}", "") for w in piece.split()]
