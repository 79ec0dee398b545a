"""Everything the reader knows in one language: its words, and all phrases as one trie of labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ugcflow.studio.language import lexicon as words
from ugcflow.studio.language.lexicon import Lexicon
from ugcflow.studio.language.pattern import literals, parse
from ugcflow.studio.operations import all_operations

END = ""
"""The key of a trie node under which the phrases that end there lie."""


@dataclass
class Grammar:
    """`trie`: (label, parameter) → node; under `END` the phrases complete there."""

    lexicon: Lexicon
    trie: dict[Any, Any] = field(default_factory=dict)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    verbs: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    noise: frozenset[str] = frozenset()

    def add(self, target: str, source: str) -> None:
        """Teach one phrase. `target` is an operation, or `?name` / `!name` of a vague or unsupported request."""
        phrase, sequences = parse(target, source)
        for sequence in sequences:
            literals(sequence, self.lexicon)
            node = self.trie
            for label, parameter in sequence:
                node = node.setdefault(label, {}).setdefault(parameter, {})
            node.setdefault(END, {}).setdefault("", []).append(phrase)


@cache
def load(language: str) -> Grammar:
    """The grammar of a language. Chinese takes English in, because people mix them."""
    lexicon = words.load(language)
    grammar = Grammar(lexicon, verbs=frozenset(f"<{v}>" for v in lexicon.tables.get("verbs", [])))
    grammar.reasons = frozenset(lexicon.tables.get("reasons", ()))
    grammar.noise = frozenset(lexicon.tables.get("noise", ()))
    tongues = ("zh", "en") if language == "zh" else (language,)
    for spec in all_operations().values():
        for tongue in tongues:
            for phrase in spec.phrases.get(tongue, ()):
                grammar.add(spec.name, phrase)
    for name, phrases in lexicon.tables.get("phrases", {}).items():
        for phrase in phrases:
            grammar.add(name, phrase)
    for phrase in lexicon.tables.get("ignore", {}).get("phrases", ()):
        grammar.add("-", phrase)
    for mark, table in (("?", "vague"), ("!", "unsupported")):
        for name, entry in lexicon.tables.get(table, {}).items():
            grammar.answers[mark + name] = entry
            for phrase in entry.get("phrases", ()):
                grammar.add(mark + name, phrase)
    return grammar
