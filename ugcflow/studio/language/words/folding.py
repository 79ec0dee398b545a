"""Words as they are really written: without their accents (musica, fuege), with a pronoun on the verb (ponle, quítaselo), in a spelling of one's own (aawaz).

A word that is none of the lexicon's by itself takes the key of the one it stands for; `[folds]` and `enclitics` of a language say what is the same to it.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from ugcflow.studio.language.words.lexicon import Lexicon, load
from ugcflow.studio.language.words.token import Token, stem

NUKTA = "\u093c"
"""The dot under ज़, which is often left out."""
SHORTEST = 3
"""Letters a verb has left at least when its pronoun is taken off."""


def unfolded(tokens: list[Token], words: Lexicon) -> list[Token]:
    """Tokens with the keys of words that are known under another spelling; their text stays as written."""
    if "folds" not in words.tables and "enclitics" not in words.tables:
        return tokens
    return [
        t._replace(key=known_as(t.low, words.language) or t.key)
        if t.kind == "word" and not words.trie.get(t.key, {}).get("")
        else t
        for t in tokens
    ]


@lru_cache(maxsize=8192)
def known_as(word: str, language: str) -> str:
    """The key of the known word that `word` is a spelling of, or the verb under its pronoun; "" for none."""
    if "folds" not in load(language).tables and "enclitics" not in load(language).tables:
        return ""
    plain = _plain(word, language)
    index, word = _index(language), plain.replace("’", "'").rpartition("'")[2]  # d'une, l'audio
    return _without_pronoun(plain, language) or index.get(stem(plain), "") or index.get(stem(word), "")


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
