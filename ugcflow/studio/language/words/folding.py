"""Words as they are really written: without their accents (musica, fuege), with a pronoun on the verb (ponle, quítaselo), in a spelling of one's own (aawaz).

A word that is none of the lexicon's by itself takes the key of the one it stands for; `[folds]` and `enclitics` of a language say what is the same to it.
`endings` are those a noun or adjective is declined with (паузами is паузы); `suffixes` are words written onto others, and read by themselves (5 saniye|den 10 saniye|ye).
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

from ugcflow.studio.language.words.lexicon import Lexicon, load
from ugcflow.studio.language.words.token import Token, stem

NUKTA = "\u093c"
"""The dot under ज़, which is often left out."""
LONGEST = 16
"""Letters a word has at most where none are spaced."""
SHORTEST = 3
"""Letters a verb has left at least when its pronoun is taken off."""


_TABLES = ("folds", "enclitics", "endings", "suffixes", "unspaced")


def unfolded(tokens: list[Token], words: Lexicon) -> list[Token]:
    """Tokens with the keys of words that are known under another spelling, and those that others are written onto parted; their text stays as written."""
    if not any(table in words.tables for table in _TABLES):
        return tokens
    tokens = [piece for token in tokens for piece in _spaced(token, words)] if "unspaced" in words.tables else tokens
    whole = _phrases(tokens, words)
    parts = [part for at, token in enumerate(tokens) for part in ([token] if at in whole else _parts(token, words))]
    return [token for at, token in enumerate(parts) if not _joins(parts, at, words)]


def _spaced(token: Token, words: Lexicon) -> list[Token]:
    """The words of a run of letters without spaces between them ("をカットして"): as few as there can be, and as little unknown."""
    if token.kind != "word" or token.low.isascii() or len(token.text) != len(token.low):
        return [token]
    found = []
    for start, end in _pieces(token.low, words.language):
        text = token.low[start:end]
        found.append(Token(token.text[start:end], text, text, "word", token.start + start, token.start + end))
    return found


@lru_cache(maxsize=8192)
def _pieces(run: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where the words of a run begin and end; letters of no word stay together."""
    keys = load(language).keys
    best: list[tuple[int, int, int]] = [(0, 0, 0)]  # unknown letters, words, where the last word begins
    for end in range(1, len(run) + 1):
        ways = [(best[at][0], best[at][1] + 1, at) for at in range(max(0, end - LONGEST), end) if run[at:end] in keys]
        best.append(min([*ways, (best[end - 1][0] + 1, best[end - 1][1] + 1, end - 1)]))
    ends, at = [], len(run)
    while at:
        ends.append((best[at][2], at))
        at = best[at][2]
    joined: list[tuple[int, int]] = []
    for start, end in reversed(ends):
        strange = run[start:end] not in keys
        if joined and strange and run[slice(*joined[-1])] not in keys:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _phrases(tokens: list[Token], words: Lexicon) -> set[int]:
    """The tokens of entries of several words, which are known as they are written."""
    found: set[int] = set()
    for at in range(len(tokens)):
        node: Any = words.trie
        for place in range(at, len(tokens)):
            if tokens[place].text in "-–" and place > at:
                continue
            node = node.get(tokens[place].key) if tokens[place].kind == "word" else None
            if node is None:
                break
            if place > at and node.get(""):
                found.update(range(at, place + 1))
    return found


def _joins(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Is this the point of "12. saniye", or the apostrophe of "%15'e": what only joins a figure to its word?"""
    if not 0 < at < len(tokens) - 1 or tokens[at].text not in ".'’" or tokens[at - 1].kind not in ("num", "clock"):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if tokens[at].text != ".":
        return after.low in words.tables.get("suffixes", ())
    unit = any(label.startswith("#unit:") for label, _ in words.trie.get(after.key, {}).get("", ()))
    return unit and before.end == tokens[at].start and not after.text[0].isupper()


def _parts(token: Token, words: Lexicon) -> list[Token]:
    if token.kind != "word" or words.trie.get(token.key, {}).get(""):
        return [token]
    key = known_as(token.low, words.language)
    if key and key != token.key:
        return [token._replace(key=key)]
    parted = _parted(token.low, words.language) if len(token.text) == len(token.low) else ()
    found, start = [], 0
    for text, key in parted:
        end = start + len(text)
        found.append(Token(token.text[start:end], text, key, "word", token.start + start, token.start + end))
        start = end
    return found or [token]


@lru_cache(maxsize=8192)
def _parted(word: str, language: str) -> tuple[tuple[str, str], ...]:
    """A word and what is written onto it, each with its key; nothing where that leaves no word."""
    for suffix in _longest(language, "suffixes"):
        front = word[: -len(suffix)]
        base = front.rstrip("'’")  # LUFS'a
        if not base or not word.endswith(suffix) or base in _longest(language, "suffixes"):
            continue
        key = stem(base) if stem(base) in load(language).keys else known_as(base, language)
        inner = ((front, key),) if key else _parted(base, language) if base == front else ()
        if inner:
            return (*inner, (suffix, stem(suffix)))
    return ()


@cache
def _longest(language: str, table: str) -> tuple[str, ...]:
    """The endings or suffixes of a language, the longest first; endings as they are in words without accents."""
    found = load(language).tables.get(table, ())
    return tuple(sorted((_plain(e, language) for e in found) if table == "endings" else found, key=len, reverse=True))


@lru_cache(maxsize=8192)
def known_as(word: str, language: str) -> str:
    """The key of the known word that `word` is a spelling of, or the verb under its pronoun; "" for none."""
    if not any(table in load(language).tables for table in _TABLES):
        return ""
    plain = _plain(word, language)
    index, word = (
        _index(language),
        "" if _longest(language, "suffixes") else plain.replace("’", "'").rpartition("'")[2],
    )  # d'une, l'audio
    found = (
        _without_pronoun(plain, language),
        index.get(stem(plain), ""),
        index.get(stem(word), ""),
        _declined(language).get(_root(plain, language), ""),
    )
    whole = (key for key in found if key and load(language).trie.get(key, {}).get(""))
    return next(whole, next(filter(None, found), ""))


def _without_pronoun(word: str, language: str) -> str:
    """ "ponle" → pon, "quitaselo" → quita."""
    for ending in load(language).tables.get("enclitics", ()):
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) >= SHORTEST:
            key = _index(language).get(stem(base), "")
            if key in _verbs(language):
                return key
    return ""


def _plain(word: str, language: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    plain = unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f" and c != NUKTA))
    for written, meant in load(language).tables.get("folds", {}).items():
        plain = plain.replace(written, meant)
    return plain


def _root(word: str, language: str) -> str:
    """A word without the ending it is declined with; one too short to lose it stays whole."""
    for ending in _longest(language, "endings"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


@cache
def _declined(language: str) -> dict[str, str]:
    """The root of every word that may be declined → its key; verbs, whose endings say who does what, are not."""
    if not _longest(language, "endings"):
        return {}
    roots: dict[str, str] = {}
    for plain, key in _index(language).items():
        if key not in _verbs(language):
            roots.setdefault(_root(plain, language), key)
    return roots


@cache
def _index(language: str) -> dict[str, str]:
    """Every key as it is without accents → the key."""
    index: dict[str, str] = {}
    for key in sorted(load(language).keys):
        index.setdefault(stem(_plain(key, language)), key)
    return index


@cache
def _verbs(language: str) -> frozenset[str]:
    """The keys that are verbs by themselves."""
    lexicon = load(language)
    verbs = {f"<{v}>" for v in lexicon.tables.get("verbs", ())}
    ends = ((key, node.get("", ())) for key, node in lexicon.trie.items())
    return frozenset(key for key, labels in ends if any(label in verbs for label, _ in labels))
