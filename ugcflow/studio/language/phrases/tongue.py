"""Which language a sentence is in: by its script first, then by the small words of the languages there are files for."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ugcflow.studio.language.phrases import grammar
from ugcflow.studio.language.words import lexicon, vocabulary
from ugcflow.studio.language.words.token import Token

_SCRIPTS = {
    "hi": r"[\u0900-\u097f]", "ta": r"[\u0b80-\u0bff]", "bn": r"[\u0980-\u09ff]", "te": r"[\u0c00-\u0c7f]", "ar": r"[\u0600-\u06ff]",
    "he": r"[\u0590-\u05ff]", "uk": r"[іїєґ]", "ru": r"[\u0400-\u04ff]", "el": r"[\u0370-\u03ff]", "th": r"[\u0e00-\u0e7f]", "ko": r"[\uac00-\ud7af]",
    "ja": r"[\u3040-\u30ff]", "zh": r"[\u3400-\u9fff]",
}  # fmt: skip
_ROMANISED = ("hi",)
"""Languages with a script of their own that are often written in Latin letters."""
_LATIN = tuple(n for n in lexicon.languages() if n in _ROMANISED or (n != "en" and n not in _SCRIPTS))
_FOREIGN = {
    language: frozenset(words.split())
    for language, words in {
        "nl": "de het een en voor voeg verwijder ondertitels muziek met van maak toe",
        "tr": "ve bir için videoyu ekle kaldır altyazı müzik sil kes",
        "pl": "i dla dodaj usuń napisy muzykę wideo na do zrób",
        "id": "dan untuk tambahkan hapus potong teks musik yang dengan di video",
        "vi": "và cho thêm xóa phụ đề nhạc cắt đoạn",
        "sv": "och för lägg till ta bort undertexter musik klipp med en på",
    }.items()
    if language not in lexicon.languages()
}
"""Languages without a file that are told all the same, and answered with a question."""


@cache
def _scripts() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(pattern)) for name, pattern in _SCRIPTS.items()]


def recognise(tokens: list[Token], text: str) -> str:
    """The language of a sentence, an ISO 639-1 code. Words in quotes don't count."""
    plain = " ".join(text[t.start : t.end] for t in tokens if t.kind in ("word", "cjk"))
    for name, pattern in () if plain.isascii() else _scripts():
        hits = len(pattern.findall(plain))
        if hits and (name in ("zh", "ja", "ko", "uk") or hits * 3 >= len(plain.replace(" ", ""))):
            return name
    written = [t for t in tokens if t.kind == "word"]
    keys = grammar.load("en").lexicon.keys
    english = len([t for t in written if t.key in keys])
    if english == len(written):
        return "en"
    votes = {name: _votes(written, name) for name in (*_LATIN, *_FOREIGN)}
    best = max(votes, key=lambda n: votes[n])
    need = 2 if best in _FOREIGN else 1
    # more than articles must speak against English, whose words the other files hold too
    return best if votes[best] >= need and votes[best] > english + 0.4 else "en"


def _votes(tokens: list[Token], language: str) -> float:
    """Words of the language; one that is only like a word of it (no accent, a pronoun on the verb) counts a little less, an article a little more."""
    if language in _FOREIGN:
        return sum(t.low in _FOREIGN[language] for t in tokens)
    return sum(_vote(t.low, language) for t in tokens)


@lru_cache(maxsize=65536)
def _vote(word: str, language: str) -> float:
    known, shared = vocabulary.of(language), (vocabulary.of(name) for name in ("common", "common-phrases"))
    if known.has(word) or any(words.has(word) for words in shared):
        return 1.0 + 0.05 * (word in known.small)
    return 0.9 * known.resembles(word)


NAMES = {
    "ar": "Arabic", "bn": "Bengali", "el": "Greek", "fr": "French", "he": "Hebrew", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "nl": "Dutch", "pl": "Polish", "ru": "Russian", "sv": "Swedish", "ta": "Tamil", "te": "Telugu", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
}  # fmt: skip
