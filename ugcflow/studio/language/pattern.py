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
from typing import Any

from ugcflow.studio.language.lexicon import Lexicon
from ugcflow.studio.language.token import stem

Element = tuple[str, str]
"""A label and the parameter its value goes to ("" for none)."""
_PIECE = re.compile(r"<\w+>|\{[\w:]+\}|\[[^\]]*\]|\([^)]*\)|&|[^<{\[(&]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of an operation. `whole`: counts only where it is all the clause says."""

    target: str
    source: str
    fixed: tuple[tuple[str, Any], ...] = ()
    whole: bool = False


def parse(target: str, source: str) -> tuple[Phrase, list[tuple[Element, ...]]]:
    """A phrase and all the sequences of labels it stands for."""
    body, _, fixed = source.partition("=>")
    body = body.strip()
    whole = body.startswith("=")
    pairs = tuple(_pair(p) for p in fixed.split(";") if p.strip())
    phrase = Phrase(target, source, pairs, whole)
    return phrase, list(dict.fromkeys(_sequences(body.lstrip("= "))))


def _pair(text: str) -> tuple[str, Any]:
    key, _, value = text.strip().partition("=")
    try:
        return key.strip(), json.loads(value)
    except ValueError:
        return key.strip(), value.strip()


def _sequences(body: str) -> list[tuple[Element, ...]]:
    sides = [[]]  # type: list[list[list[tuple[Element, ...]]]]
    for piece in _PIECE.findall(body):
        if piece == "&":
            sides.append([])
        elif piece.strip():
            sides[-1].append(_choices(piece.strip()))
    runs = [[_join(combination) for combination in itertools.product(*side)] for side in sides]
    orders = itertools.permutations(runs) if len(runs) > 1 else [tuple(runs)]
    return [_join(chosen) for order in orders for chosen in itertools.product(*order)]


def _join(parts: Any) -> tuple[Element, ...]:
    return tuple(itertools.chain.from_iterable(parts))


def _choices(piece: str) -> list[tuple[Element, ...]]:
    if piece[0] == "[":
        return [(), *_alternatives(piece[1:-1])]
    if piece[0] == "(":
        return _alternatives(piece[1:-1])
    if piece[0] == "<":
        return [((piece, ""),)]
    if piece[0] == "{":
        name, _, slot = piece[1:-1].partition(":")
        return [((f"{{{slot or name}}}", name),)]
    return [tuple((f"'{w if w[0] == '@' else stem(w.lower())}", "") for w in piece.split())]


def _alternatives(text: str) -> list[tuple[Element, ...]]:
    return [c for part in text.split("|") for c in (_sequences(part) if part.strip() else [()])]


def literals(sequence: tuple[Element, ...], lexicon: Lexicon) -> None:
    """Make the lexicon know the literal words of a sequence."""
    for label, _ in sequence:
        if label[0] == "'" and label[1] != "@":
            lexicon.add(label[1:], label, stems=False)
