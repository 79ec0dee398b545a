"""Words as data: what `lexicons/*.toml` say, merged for one language and laid out for looking up.

A lexicon file holds `[classes]` (name → words; `<name>` takes another class in), `[values.<slot>]` (value → words), `[units]`, `[numbers]`, `[ordinals]`, `[fractions]`,
`noise` (words that say nothing), `separators`, `adverbs` (those that part only what has a verb), `words` (never read in part), `plain` (unknown to the phrases, but changing nothing), `people` (those who speak), `courtesies` and `lead_ins` (words/courtesy.py), `compounds` and `[handled]` (senses/compound.py), `[phrases]` (operation → phrases, for languages whose phrases are not in the operations'
files), `[vague.<name>]` and `[unsupported.<name>]` (phrases, why, nearest), `[shapes]` (how clauses are built that no phrase tells apart), `[asked]` (the reader's own questions, which are English, in the language), `shares` (files of phrases that it fills with its words),
`participles` (verbs that end a clause of a row), `enclitics` (pronouns written onto verbs), `endings` (what nouns are declined with), `suffixes` (words written onto others), `unspaced` (no spaces stand between words), `strict` (unknown words are asked about).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ugcflow.studio.language.words.token import Token, stem, tokenise

FOLDER = Path(__file__).parent.parent / "lexicons"
Arc = tuple[str, int, Any]
"""A label (`<remove>`, `{aspect}`, `'off`), the token after its end, and a value (None where it has none)."""


@dataclass
class Lexicon:
    """The words of one language: a trie from token keys to labels."""

    language: str
    trie: dict[str, Any] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    tables: dict[str, Any] = field(default_factory=dict)
    classes: dict[str, set[str]] = field(default_factory=dict)

    def add(self, words: str, label: str, value: Any = None, stems: bool = True) -> None:
        """Make `words` carry `label`; `stems` False for words that are stems already."""
        node = self.trie
        keys = _keys(words, stems)
        self.keys.update(keys)
        for key in keys:
            node = node.setdefault(key, {})
        if keys and (label, value) not in (labels := node.get("", ())):
            node[""] = (*labels, (label, value))

    def arcs(self, tokens: list[Token], at: int) -> list[Arc]:
        """Every entry of the lexicon that begins at token `at`."""
        node: Any = self.trie
        found: list[Arc] = []
        for place in range(at, len(tokens)):
            token = tokens[place]
            if token.kind == "punct" and token.text in "-–'’" and place > at:
                continue
            node = node.get(token.key) if token.kind != "text" else None
            if node is None:
                break
            if here := node.get(""):
                found += [(label, place + 1, value) for label, value in here]
        return found


def _keys(words: str, stems: bool) -> list[str]:
    """What the trie is asked with, word by word; plain words, nearly all of them, need no tokeniser."""
    if words.isascii() and words.replace(" ", "").isalpha():
        return [stem(w) if stems else w for w in words.lower().split()]
    return [t.key for t in tokenise(words, SIMPLIFY, stems) if t.kind != "punct" or t.text not in "-'’"]


@cache
def read(name: str) -> dict[str, Any]:
    """One lexicon file as plain values."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def languages() -> tuple[str, ...]:
    """The languages there are files for."""
    return tuple(sorted(p.stem for p in FOLDER.glob("*.toml") if not p.stem.startswith("common")))


@cache
def load(language: str) -> Lexicon:
    """The lexicon of a language with the words common to all (and English ones in Chinese, which mixes them)."""
    names = ["common", language] + (["en"] if language == "zh" else [])
    lexicon = Lexicon(language)
    files = [read(n) for n in names]
    files += [read(n) for n in dict.fromkeys(n for data in files for n in data.get("shares", ()))]
    for data in files:
        for table, content in data.items():
            if isinstance(content, dict):
                _merge(lexicon.tables.setdefault(table, {}), content)
            elif isinstance(content, list):
                lexicon.tables[table] = [*lexicon.tables.get(table, []), *content]
            else:
                lexicon.tables.setdefault(table, content)
    for name, words in lexicon.tables.get("classes", {}).items():
        for word in _spread(words, lexicon.tables["classes"], {name}):
            lexicon.add(word, f"<{name}>")
    for name, words in lexicon.tables.get("sets", {}).items():
        for word in words:
            lexicon.add(word, f"'@{name}")
    for slot, table in lexicon.tables.get("values", {}).items():
        for value, words in table.items():
            for word in words:
                lexicon.add(word, f"{{{slot}}}", word if slot == "mood" else _as_said(slot, value, word))
    for table, label in (
        ("noise", "#noise"),
        ("suffixes", "#noise"),
        ("separators", "#separators"),
        ("adverbs", "#adverb"),
        ("plain", "#plain"),
        ("people", "#people"),
        ("compounds", "#compound"),
        ("words", "#word"),
    ):
        for word in lexicon.tables.get(table, []):
            lexicon.add(word, label)
    for unit, words in lexicon.tables.get("units", {}).items():
        for word in words:
            lexicon.add(word, f"#unit:{unit}")
    for table, label in (("numbers", "#number"), ("ordinals", "#ordinal"), ("fractions", "#fraction")):
        for word, value in lexicon.tables.get(table, {}).items():
            lexicon.add(word, label, value)
    return lexicon


_COMPLAINING = frozenset({"too", "way", "a", "on", "kinda", "kind", "rather", "somewhat", "slightly"})
""" "Too small", "a bit small": no look of its own."""


def _as_said(slot: str, value: str, word: str) -> str:
    """A look keeps the word it was asked with beside ours: "moody" is cinematic, and still moody."""
    said = word.split()
    known = len(said) > 3 or said[0] in _COMPLAINING or not word.isascii()
    if (
        slot not in ("style", "look", "filter", "transition")
        or known
        or any(w[:4] in value or value[:4] in w for w in said)
    ):
        return value
    return f"{value} {word}"


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict):
            _merge(into.setdefault(key, {}), value)
        elif isinstance(value, list):
            into[key] = [*into.get(key, []), *value]
        else:
            into.setdefault(key, value)


def _spread(words: Iterable[str], classes: dict[str, Any], seen: set[str]) -> Iterator[str]:
    for word in words:
        if word.startswith("<") and word.endswith(">"):
            name = word[1:-1]
            if name not in seen:
                yield from _spread(classes.get(name, ()), classes, {*seen, name})
        else:
            yield word


def _simplify() -> dict[int, str]:
    pairs = read("common").get("traditional", "").split()
    return {ord(p[0]): p[1] for p in pairs}


SIMPLIFY: dict[int, str] = _simplify()
