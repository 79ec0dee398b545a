"""Finding phrases in a clause: a walk through the trie of phrases along the labels of the tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ugcflow.studio.language.grammar import END, Grammar
from ugcflow.studio.language.pattern import Phrase
from ugcflow.studio.language.sentence import Sentence

MOST_SKIPPED = 4.0
MOST_SKIPPED_BARE = 1.0
"""Of phrases without a verb, which would otherwise find their words far apart."""
STEPS = 300
"""Steps from one token; a clause of everyday length takes about ten."""


@dataclass
class Match:
    """A phrase found: the tokens it covers, the values of its slots, and how well it explains the clause."""

    phrase: Phrase
    covered: tuple[int, ...]
    slots: dict[str, Any] = field(default_factory=dict)
    score: float = 0.0

    @property
    def first(self) -> int:
        return self.covered[0]

    @property
    def last(self) -> int:
        return self.covered[-1]


class Search:
    """All phrases in the tokens `begin` … `end` of a sentence. The number of steps is bounded, so no text takes long."""

    def __init__(self, sentence: Sentence, grammar: Grammar, begin: int, end: int) -> None:
        self.sentence, self.grammar, self.begin, self.end = sentence, grammar, begin, end
        self.steps = self.total = 0
        self.found: list[Match] = []

    def run(self) -> list[Match]:
        """Matches, best first, none of which shares a token with a better one."""
        for at in range(self.begin, self.end):
            self.total += self.steps
            self.steps = 0
            self._walk(at, self.grammar.trie, (), {}, 0.0, 0.0)
        self.found.sort(key=lambda m: (-m.score, m.phrase.target[0] == "?", m.phrase.whole, m.first))
        return self.found

    def _walk(
        self, at: int, node: Any, covered: tuple[int, ...], slots: dict[str, Any], skipped: float, weight: float
    ) -> None:
        self.steps += 1
        if self.steps > STEPS:
            return
        if END in node and covered and (skipped <= MOST_SKIPPED_BARE or self._has_verb(covered)):
            for phrase in node[END][""]:
                self.found.append(Match(phrase, covered, slots, round(weight - 0.35 * skipped, 3)))
        if at >= self.end:
            return
        for label, stop, value in self.sentence.arcs[at]:
            if label in node and stop <= self.end:
                for parameter, child in node[label].items():
                    more = {**slots, parameter: value} if parameter else slots
                    own = weight + self._weight(label, at, stop)
                    self._walk(stop, child, covered + tuple(range(at, stop)), more, skipped, own)
        if covered and len(node) > (END in node):
            stop, price = self._skip(at)
            if skipped + price <= MOST_SKIPPED:
                self._walk(stop, node, covered, slots, skipped + price, weight)

    def _skip(self, at: int) -> tuple[int, float]:
        """The next token when `at` is passed over, and the price of that."""
        sentence = self.sentence
        noise = sentence.ends(at, "#noise")
        entity = max((stop for label, stop, _ in sentence.arcs[at] if label[0] == "{"), default=0)
        if noise and entity <= noise:
            return noise, 0.0
        size = 0.5 if sentence.tokens[at].kind == "cjk" else 1.0
        if entity:
            return entity, 0.4
        if sentence.tokens[at].kind == "punct":
            return at + 1, 0.0 if sentence.tokens[at].text in "-'’\"“”‘’「」()" else 0.5
        known = any(n[0] == "<" and not n.startswith("<t_") for n in sentence.labels(at))
        return at + 1, size * (1.5 if known else 1.0)

    def _has_verb(self, covered: tuple[int, ...]) -> bool:
        return any(self.sentence.labels(i) & self.grammar.verbs for i in covered)

    def _weight(self, label: str, at: int, stop: int) -> float:
        """How much a label explains: a word 1, a small word 0.3, a Chinese character 0.6, a time or a place as a whole little more than 1."""
        if label[0] == "{":
            return 1.0 + min(0.5, 0.25 * (stop - at - 1))
        tokens = self.sentence.tokens
        if stop == at + 1 and label[0] == "'" and self.sentence.ends(at, "#noise"):
            return 0.3 if tokens[at].kind != "cjk" else 0.4
        if tokens[at].kind == "cjk":
            return 0.6 * (stop - at)
        return 1.0 + min(0.5, 0.5 * (stop - at - 1))


def choose(matches: list[Match], allowed: Callable[[Match], bool]) -> Iterator[Match]:
    """The best allowed matches that share no token."""
    taken: set[int] = set()
    for match in matches:
        own = set(match.covered)
        if not own & taken and not (match.phrase.whole and taken) and allowed(match):
            taken |= own
            yield match
