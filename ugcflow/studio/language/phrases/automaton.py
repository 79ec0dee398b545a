"""All phrases of a language as one automaton over labels. Its deterministic form is made only where a text leads to it.

Written out, the phrases are some hundred thousand sequences; a state stands for all that go on alike.
(Subset construction, done lazily: Hopcroft, Motwani, Ullman, Introduction to Automata Theory, 2.3.5.)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

from ugcflow.studio.language.phrases.pattern import Choice, Element, Phrase, Run

States = tuple[int, ...]
"""Sorted."""
Led = dict[str, list[tuple[str, int]]]
"""From one state: label → the parameter that what stands there fills ("" for none), and the state behind it."""


@dataclass
class Automaton:
    """States are numbers, 0 the beginning; `edges` lead on from each, `complete` are the phrases that may end there."""

    edges: dict[int, list[tuple[list[Element], int]]] = field(default_factory=dict)
    complete: dict[int, list[Phrase]] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    """All that phrases ask for."""
    size: int = 1
    """States there are."""
    nodes: dict[States, Node] = field(default_factory=dict)
    """Those made so far, by their states."""
    _led: dict[int, Led] = field(default_factory=dict, repr=False)

    def add(self, phrase: Phrase, run: Run) -> None:
        """Make it find one more phrase. None is added after the first node was asked for."""
        for state in self._lay({0}, run):
            self.complete.setdefault(state, []).append(phrase)

    def node(self, states: States) -> Node:
        """Where a text is that has led to these states."""
        if states not in self.nodes:
            self.nodes[states] = Node(self, states)
        return self.nodes[states]

    def led(self, state: int) -> Led:
        """Where a state leads."""
        found = self._led.get(state)
        if found is None:
            found = self._led[state] = {}
            for elements, after in self.edges.get(state, ()):
                for label, parameter in elements:
                    found.setdefault(label, []).append((parameter, after))
        return found

    def _lay(self, before: set[int], run: Run) -> set[int]:
        """Edges for `run` from the states `before`; the states it ends in."""
        for part in run:
            before = self._choose(before, part) if isinstance(part, Choice) else self._step(before, [part])
        return before

    def _choose(self, before: set[int], choice: Choice) -> set[int]:
        single = [run[0] for run in choice.options if len(run) == 1 and not isinstance(run[0], Choice)]
        after = self._step(before, single) if single else set()
        for run in choice.options:
            if not (len(run) == 1 and run[0] in single):
                after |= self._lay(before, run)
        return after

    def _step(self, before: set[int], elements: list[Element]) -> set[int]:
        state, self.size = self.size, self.size + 1
        self.labels.update(label for label, _ in elements)
        for place in before:
            self.edges.setdefault(place, []).append((elements, state))
        return {state}


class Node:
    """All states that one sequence of labels leads to, and the phrases complete there."""

    __slots__ = ("_automaton", "_led", "_ways", "onward", "phrases")

    def __init__(self, automaton: Automaton, states: States) -> None:
        self._automaton = automaton
        self._led = [automaton.led(state) for state in states]
        self._ways: dict[str, tuple[Edge, ...]] = {}
        self.phrases = tuple(dict.fromkeys(chain.from_iterable(automaton.complete.get(s, ()) for s in states)))
        self.onward: frozenset[str] = frozenset().union(*self._led)
        """The labels that lead on from here."""

    def ways(self, label: str) -> tuple[Edge, ...]:
        """Every way on over a label, in the order the phrases were added."""
        if label not in self._ways:
            targets: dict[str, set[int]] = {}
            for led in self._led:
                for parameter, after in led.get(label, ()):
                    targets.setdefault(parameter, set()).add(after)
            self._ways[label] = tuple((p, self._automaton.node(tuple(sorted(to)))) for p, to in targets.items())
        return self._ways[label]


Edge = tuple[str, Node]
"""A way on from a node: the parameter that what stands there fills ("" for none), and where it leads."""
