"""The single words of a language's file, found without laying the language out: what is enough to tell which language a sentence is in.

Reading a lexicon costs some hundredths of a second and there are many, so only the file of the language that is told is read whole.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from ugcflow.studio.language.words.lexicon import FOLDER
from ugcflow.studio.language.words.token import stem

_ENTRY = re.compile(r'^"?([^"=\[\n#]+?)"? = (\[(?:[^\]"]|"[^"]*")*\]|[\d.]+|"[^"]*")', re.M)
_QUOTED = re.compile(r'"([^"]*)"')
_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f\u0900-\u0dff][^\W\d_]*)*(?:['’][^\W\d_]+)*")
_NOTATION = re.compile(r"=>.*|<\w+>|\{[\w:]+\}|@\w+")
_ENDINGS = ("enclitics", "endings", "suffixes")
_WORDLESS = (*_ENDINGS, "shares", "nearest")
SHORTEST = 3
"""Letters a word has left at least when an ending is taken off."""


@dataclass(frozen=True)
class Vocabulary:
    """`plain`: the words without accents. `small`: those that say nothing (articles). `endings`: what may be written onto them."""

    words: frozenset[str]
    plain: frozenset[str]
    small: frozenset[str]
    endings: tuple[str, ...]
    folds: tuple[tuple[str, str], ...]
    folded: bool

    def has(self, word: str) -> bool:
        """Is it a word of the language as it is written?"""
        return word in self.words or stem(word) in self.words

    def resembles(self, word: str) -> bool:
        """Is it one without its accents, or with an ending? Only where the language's file says how those are."""
        if not (self.folded or self.endings):
            return False
        plain = bare(word, self.folds)
        forms = (plain, plain.replace("’", "'").rpartition("'")[2])
        return any(stem(form) in self.plain for form in forms) or any(
            stem(plain[: -len(e)]) in self.plain
            for e in self.endings
            if plain.endswith(e) and len(plain) - len(e) >= SHORTEST
        )


def bare(word: str, folds: tuple[tuple[str, str], ...]) -> str:
    """A word without accents and with the folds of its language done."""
    if not word.isascii():
        parts = unicodedata.normalize("NFD", word)
        word = unicodedata.normalize(
            "NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f" and c != "\u093c")
        )
    for written, meant in folds:
        word = word.replace(written, meant)
    return word


@cache
def of(language: str) -> Vocabulary:
    """The vocabulary of a language there is a file for."""
    text = (FOLDER / f"{language}.toml").read_text(encoding="utf-8")
    lists = [(name, _QUOTED.findall(value)) for name, value in _ENTRY.findall(text) if value[0] == "["]
    numbers = [name for table in ("numbers", "ordinals", "fractions") for name, _ in _section(text, table)]
    words = _single([w for name, own in lists if name not in _WORDLESS for w in own] + numbers)
    folds = tuple((written, meant.strip('"')) for written, meant in _section(text, "folds"))
    endings = tuple(bare(e, folds) for name, own in lists if name in _ENDINGS for e in own)
    folded = "\n[folds]\n" in text
    plain = frozenset(stem(bare(w, folds)) for w in words) if folded or endings else frozenset()
    return Vocabulary(
        words, plain, _single([w for name, own in lists if name == "noise" for w in own]), endings, folds, folded
    )


def _section(text: str, name: str) -> list[tuple[str, str]]:
    body = text.partition(f"\n[{name}]\n")[2].partition("\n[")[0]
    return _ENTRY.findall(body)


def _single(entries: list[str]) -> frozenset[str]:
    found = set(_WORD.findall(_NOTATION.sub(" ", "\n".join(entries)).lower()))
    return frozenset(found.union(stem(w.replace("’", "'")) for w in found))
