"""Several languages named in a row, "captions in English, German and Spanish": one clause, and the operation once for each."""

from __future__ import annotations

from itertools import pairwise

from ugcflow.studio.language.words.sentence import Sentence

_BETWEEN = frozenset({"and", "&", ",", "、", "和", "y", "e", "und", "+", "/", "plus", "as", "well"})
_MOST = 3
"""Tokens between two of a row: "and", ", and", "as well as"."""


_CODES = frozenset({"en", "es", "fr", "de", "it", "pt", "ja", "ko", "zh", "hi", "nl", "pl", "ru", "tr", "vi", "id", "ta", "ar"})  # fmt: skip


def add_rows(sentence: Sentence) -> None:
    """Label `{languages}` (all of them) over each row, so that no clause ends inside it."""
    done = 0
    if sentence.may_have("<caption>", "<translate_>"):
        _add_codes(sentence)
    for at in sentence.places("{language}"):
        row, end = _row(sentence, at) if at >= done else ((), 0)
        if len(row) > 1:
            sentence.put(at, "{languages}", end, row)
        done = max(end, done)


def _add_codes(s: Sentence) -> None:
    """ "Localise the subs: ES, FR, DE": capitals in a row."""
    codes = [i for i, t in enumerate(s.tokens) if t.text.isupper() and t.low in _CODES]
    for one, other in pairwise(codes):
        if other - one in (2, _MOST) and s.tokens[one + 1].low in _BETWEEN:
            s.put(one, "{language}", one + 1, s.tokens[one].low)
            s.put(other, "{language}", other + 1, s.tokens[other].low)


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
