"""Several languages named in a row, "captions in English, German and Spanish": one clause, and the operation once for each."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_BETWEEN = frozenset({"and", "&", ",", "、", "和", "y", "e", "und", "+", "/", "plus", "as", "well"})
_MOST = 3
"""Tokens between two of a row: "and", ", and", "as well as"."""


_CODES = frozenset({"EN", "ES", "FR", "DE", "PT", "JA", "KO", "ZH", "HI", "NL", "PL", "RU", "TR", "VI", "ID", "TA", "AR"})  # fmt: skip


def add_rows(sentence: Sentence) -> None:
    """Label `{languages}` (all of them) over each row, "ES, FR, DE" too, so that no clause ends inside it."""
    done = 0
    codes = [
        i for i, t in enumerate(sentence.tokens) if t.text in _CODES and sentence.may_have("<caption>", "<translate_>")
    ]
    for at in codes:
        if any(abs(at - other) in (2, _MOST) for other in codes):
            sentence.put(at, "{language}", at + 1, sentence.tokens[at].low)
    for at in sentence.places("{language}"):
        row, end = _row(sentence, at) if at >= done else ((), 0)
        if len(row) > 1:
            sentence.put(at, "{languages}", end, row)
        done = max(end, done)


def besides(language: object, sentence: Sentence) -> tuple[str, ...]:
    """The other languages of the row that `language` stands in."""
    rows = (value for arcs in sentence.arcs for label, _, value in arcs if label == "{languages}")
    row = next((r for r in rows if language in r), ())
    return tuple(other for other in row if other != language)


def _row(s: Sentence, at: int) -> tuple[tuple[str, ...], int]:
    row: list[str] = []
    place = end = at
    while found := s.value(place, "{language}"):
        row.append(str(found[0]))
        place = end = found[1]
        while place < min(len(s), end + _MOST) and s.tokens[place].low in _BETWEEN:
            place += 1
        if place == end:
            break
    return tuple(dict.fromkeys(row)), end
