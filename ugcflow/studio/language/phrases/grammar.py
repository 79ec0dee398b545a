"""Everything the reader knows in one language: its words, and all phrases as one automaton over labels."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from ugcflow.studio.language.phrases.automaton import Automaton, Node
from ugcflow.studio.language.phrases.pattern import parse
from ugcflow.studio.language.words import lexicon as words
from ugcflow.studio.language.words.lexicon import Lexicon
from ugcflow.studio.operations import all_operations


@dataclass
class Grammar:
    """`answers`: what is said to vague and unsupported requests, by the target of their phrases."""

    lexicon: Lexicon
    phrases: Automaton = field(default_factory=Automaton)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    verbs: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    noise: frozenset[str] = frozenset()

    def add(self, target: str, source: str) -> None:
        """Teach one phrase. `target` is an operation, or `?name` / `!name` of a vague or unsupported request."""
        self.phrases.add(*parse(target, source))

    def add_words(self) -> None:
        """Make the literal words of all phrases known; sets (`@name`) are the lexicon's."""
        for label in sorted(self.phrases.labels):
            if label[0] == "'" and label[1] != "@":
                self.lexicon.add(label[1:], label, stems=False)

    @cached_property
    def start(self) -> Node:
        """Where every phrase begins; no phrase is added after it was asked for."""
        return self.phrases.node((0,))

    @cached_property
    def answered(self) -> dict[str, frozenset[str]]:
        """What answers a question: operations and labels, by the target whose question it is."""
        return {target: frozenset(str(entry.get("answered", "")).split()) for target, entry in self.answers.items()}

    @cached_property
    def vague(self) -> frozenset[str]:
        """All the reasons that answers give."""
        return frozenset(str(entry.get("why")) for entry in self.answers.values())


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
    grammar.add_words()
    gc.freeze()  # all of this stays as long as the process does: a collection in the middle of a sentence need not walk it
    return grammar
