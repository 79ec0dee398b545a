"""Which language a sentence is in: by its script first, then by the small words of the languages there are files for."""

from __future__ import annotations

import re
from functools import cache

from ugcflow.studio.language.phrases import grammar
from ugcflow.studio.language.words import folding, lexicon
from ugcflow.studio.language.words.token import Token

_SCRIPTS = {
    "hi": r"[\u0900-\u097f]", "ta": r"[\u0b80-\u0bff]", "bn": r"[\u0980-\u09ff]", "te": r"[\u0c00-\u0c7f]", "ar": r"[\u0600-\u06ff]",
    "he": r"[\u0590-\u05ff]", "ru": r"[\u0400-\u04ff]", "el": r"[\u0370-\u03ff]", "th": r"[\u0e00-\u0e7f]", "ko": r"[\uac00-\ud7af]",
    "ja": r"[\u3040-\u30ff]", "zh": r"[\u3400-\u9fff]",
}  # fmt: skip
_ROMANISED = ("hi",)
"""Languages with a script of their own that are often written in Latin letters."""
_LATIN = tuple(n for n in lexicon.languages() if n in _ROMANISED or (n != "en" and n not in _SCRIPTS))
_FOREIGN = {
    "nl": "de het een en voor voeg verwijder ondertitels muziek met van maak toe",
    "tr": "ve bir için videoyu ekle kaldır altyazı müzik sil kes",
    "pl": "i dla dodaj usuń napisy muzykę wideo na do zrób",
    "id": "dan untuk tambahkan hapus potong teks musik yang dengan di video",
    "vi": "và cho thêm xóa phụ đề nhạc cắt đoạn",
    "sv": "och för lägg till ta bort undertexter musik klipp med en på",
}


@cache
def _scripts() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(pattern)) for name, pattern in _SCRIPTS.items()]


@cache
def _words(language: str) -> frozenset[str]:
    """The words a language is known by: all of its lexicon, or the short list here."""
    if language in _FOREIGN:
        return frozenset(_FOREIGN[language].split())
    return frozenset(grammar.load(language).lexicon.keys)


def recognise(tokens: list[Token], text: str) -> str:
    """The language of a sentence, an ISO 639-1 code. Words in quotes don't count."""
    plain = " ".join(text[t.start : t.end] for t in tokens if t.kind in ("word", "cjk"))
    for name, pattern in _scripts():
        hits = len(pattern.findall(plain))
        if hits and (name in ("zh", "ja", "ko") or hits * 3 >= len(plain.replace(" ", ""))):
            return name
    written = [t for t in tokens if t.kind == "word"]
    english = sum(t.key in _words("en") for t in written)
    if english == len(written):
        return "en"
    votes = {name: _votes(written, name) for name in (*_LATIN, *_FOREIGN)}
    best = max(votes, key=lambda n: votes[n])
    need = 2 if best in _FOREIGN else 1
    # more than articles must speak against English, whose words the other files hold too
    return best if votes[best] >= need and votes[best] > english + 0.4 else "en"


@cache
def _small(language: str) -> frozenset[str]:
    """Articles and the like: of two languages that share the other words, these tell which it is."""
    return frozenset() if language in _FOREIGN else frozenset(lexicon.load(language).tables.get("noise", ()))


def _votes(tokens: list[Token], language: str) -> float:
    """Words of the language; one that is only like a word of it (no accent, a pronoun on the verb) counts a little less, an article a little more."""
    known, small = _words(language), _small(language)
    folds = language not in _FOREIGN and language != "en"
    return sum(
        1.0 + 0.05 * (t.low in small)
        if t.key in known or t.low in known
        else 0.9 * bool(folds and folding.known_as(t.low, language))
        for t in tokens
    )


NAMES = {
    "ar": "Arabic", "bn": "Bengali", "el": "Greek", "fr": "French", "he": "Hebrew", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "nl": "Dutch", "pl": "Polish", "ru": "Russian", "sv": "Swedish", "ta": "Tamil", "te": "Telugu", "th": "Thai",
    "tr": "Turkish", "vi": "Vietnamese",
}  # fmt: skip
