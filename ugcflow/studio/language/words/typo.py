"""Misspelt words mended: a word the lexicon does not know that is one slip away from one it does ("captoins", "slience")."""

from __future__ import annotations

import re
from functools import cache

from ugcflow.studio.language.words.lexicon import Lexicon, load
from ugcflow.studio.language.words.token import Token, stem

SHORTEST = 5
"""Shorter words are left alone: too many of them are one letter apart."""
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")


_WITH = ("w/", "w")
"""Short for "with"."""


def corrected(tokens: list[Token], words: Lexicon) -> list[Token]:
    """Tokens with the keys of misspelt words put right; their text stays as written."""
    sound = _sound(words.language)
    if words.language == "en":
        tokens = [t._replace(key="with") if t.low in _WITH and not _lettered(tokens, i) else t for i, t in enumerate(tokens)]  # fmt: skip
    return [
        t._replace(key=_mended(t, words.language))
        if t.kind == "word"
        and len(t.key) > 3
        and t.key not in words.keys
        and t.key not in sound
        and not _named(tokens, i, words)
        else t
        for i, t in enumerate(tokens)
    ]


def _named(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """ "Kofi Mensah, Potter": a name, beside another that is like no word."""
    beside = (tokens[i] for i in (at - 1, at + 1, at - 2) if 0 <= i < len(tokens))
    return tokens[at].text.istitle() and any(
        t.kind == "word"
        and t.text.istitle()
        and len(t.key) > 3
        and t.key not in words.keys
        and _mended(t, words.language) == t.key
        for t in beside
    )


def _lettered(tokens: list[Token], at: int) -> bool:
    """The "w" of "b&w", "b/w"."""
    return at > 1 and tokens[at - 2].low == "b" and tokens[at - 1].text in "&/"


def _mended(token: Token, language: str) -> str:
    """The word meant; "evrything" has no ending to lose, so the word as written is looked for too."""
    if drawn := _drawn_out(token.low, language):
        return drawn
    if len(token.key) < SHORTEST:
        return token.key
    return sound_like(token.key, language) or sound_like(token.low, language) or token.key


def _drawn_out(word: str, language: str) -> str:
    """The word somebody draws out, "wayyy" or "sooo"; "" where it is none or still not known."""
    short = _DRAWN_OUT.sub(r"\1", word)
    keys = load(language).keys
    forms = (stem(short), stem(_DRAWN_OUT.sub(r"\1\1", word))) if short != word else ()
    return next((form for form in forms if form in keys or form == short), "")


@cache
def _sound(language: str) -> frozenset[str]:
    """Words that are right as they are, though near to one of ours."""
    return frozenset(stem(w) for w in load(language).tables.get("not_typos", ()))


@cache
def _index(language: str) -> dict[str, str]:
    """Every key with one letter dropped → the key."""
    index: dict[str, str] = {}
    for key in sorted(load(language).keys):
        if len(key) >= SHORTEST and key.isalpha():
            for form in _shortened(key):
                index.setdefault(form, key)
    return index


def _shortened(word: str) -> list[str]:
    return [word, *(word[:i] + word[i + 1 :] for i in range(len(word)))]


@cache
def sound_like(word: str, language: str) -> str:
    """The known word one slip (a letter dropped, doubled, changed or swapped) from `word`; "" for none."""
    if len(word) > 24:
        return ""
    index = _index(language)
    candidates = {index[f] for f in _shortened(word) if f in index}
    near = [c for c in sorted(candidates) if c[0] == word[0] and _one_slip(word, c)]
    return near[0] if near else ""


def _one_slip(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) != len(b):
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    wrong = [i for i in range(len(a)) if a[i] != b[i]]
    if len(wrong) == 1:
        return len(a) >= 6
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
