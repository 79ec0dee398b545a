"""Finding phrases in a clause: a walk through the automaton of phrases along the labels of the tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from typing import Any

from ugcflow.studio.language.phrases.automaton import Node
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.phrases.pattern import Phrase
from ugcflow.studio.language.words.lexicon import Arc
from ugcflow.studio.language.words.sentence import Sentence

MOST_SKIPPED = 4.0
MOST_SKIPPED_BARE = 1.0
"""Of phrases without a verb, which would otherwise find their words far apart."""
STEPS = 300
"""Steps from one token; a clause of everyday length takes about ten."""


@dataclass(slots=True)
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


Way = tuple[str, int, Any, tuple[int, ...], float]
"""A label at a token: where it ends, its value, the tokens it covers, and how much it explains."""


class Search:
    """All phrases in a sentence, over an aside at no price. The number of steps is bounded, so no text takes long."""

    def __init__(self, sentence: Sentence, grammar: Grammar, aside: Set[int] = frozenset()) -> None:
        self.sentence, self.grammar = sentence, grammar
        self.steps = self.total = 0
        self.found: list[Match] = []
        self._ways = [self._ways_on(at, own) if own else [] for at, own in enumerate(sentence.arcs)]
        self._here = [{way[0] for way in ways} for ways in self._ways]
        self._ahead = self._labels_ahead()
        self._verbs = set(sentence.places(*grammar.verbs))
        self._skips = {at: (at + 1, 0.0) for at in aside}

    def run(self) -> list[Match]:
        """Matches, best first, none of which shares a token with a better one."""
        for at in range(len(self._ways)):
            self.total += self.steps
            self.steps = 0
            self._walk(at, self.grammar.start, (), {}, 0.0, 0.0)
        self.found.sort(key=lambda m: (-m.score, m.phrase.target[0] == "?", m.phrase.whole, m.first))
        return self.found

    def _walk(
        self, at: int, node: Node, covered: tuple[int, ...], slots: dict[str, Any], skipped: float, weight: float
    ) -> None:
        """On from a node: what is complete there, then every label that leads on, at `at` or behind what may be passed over."""
        self.steps += 1
        if node.phrases and (skipped <= MOST_SKIPPED_BARE or not self._verbs.isdisjoint(covered)):
            score = round(weight - 0.35 * skipped, 3)
            self.found += [Match(phrase, covered, slots, score) for phrase in node.phrases]
        onward, ahead = node.onward, self._ahead
        while self.steps <= STEPS and not onward.isdisjoint(ahead[at]):
            for label, stop, value, tokens, own in () if onward.isdisjoint(self._here[at]) else self._ways[at]:
                for parameter, after in node.ways(label) if label in onward else ():
                    if after.phrases or not after.onward.isdisjoint(ahead[stop]):
                        more = {**slots, parameter: value} if parameter else slots
                        self._walk(stop, after, covered + tokens, more, skipped, weight + own)
            if not covered:
                return
            at, price = self._skips.get(at) or self._skip(at)
            skipped += price
            if skipped > MOST_SKIPPED:
                return

    def _ways_on(self, at: int, arcs: list[Arc]) -> list[Way]:
        """The labels at a token that phrases ask for."""
        asked = self.grammar.phrases.labels
        return [
            (label, stop, value, tuple(range(at, stop)), self._weight(label, at, stop))
            for label, stop, value in arcs
            if label in asked
        ]

    def _labels_ahead(self) -> list[Set[str]]:
        """For each token the labels there and behind it: where none of them goes on with a phrase, the walk ends."""
        ahead: list[Set[str]] = [frozenset()]
        for here in reversed(self._here):
            ahead.append(ahead[-1] | here if here else ahead[-1])
        return ahead[::-1]

    def _skip(self, at: int) -> tuple[int, float]:
        """The next token when `at` is passed over, and the price of that."""
        sentence, token = self.sentence, self.sentence.tokens[at]
        noise = sentence.ends(at, "#noise")
        entity = max([stop for label, stop, _ in sentence.arcs[at] if label[0] == "{"], default=0)
        if noise and entity <= noise:
            found = noise, 0.0
        elif entity:
            found = entity, 0.4
        elif token.kind == "punct":
            found = at + 1, 0.0 if token.text in "-'’\"“”‘’「」()" else 0.5
        else:
            known = any(n[0] == "<" and not n.startswith("<t_") for n in sentence.labels(at))
            found = at + 1, (0.5 if token.kind == "cjk" else 1.0) * (1.5 if known else 1.0)
        self._skips[at] = found
        return found

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
