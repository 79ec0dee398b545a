"""All phrases of a language as one automaton over labels. Its deterministic form is made only where a text leads to it.

Written out, the phrases are some hundred thousand sequences; a state stands for all that go on alike.
(Subset construction, done lazily: Hopcroft, Motwani, Ullman, Introduction to Automata Theory, 2.3.5.)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from ugcflow.studio.language.phrases.pattern import Choice, Element, Phrase, Run

States = tuple[int, ...]
"""Sorted."""


@dataclass
class Automaton:
    """States are numbers, 0 the beginning; `edges` lead on from each, `complete` are the phrases that may end there."""

    edges: dict[int, list[tuple[Element, int]]] = field(default_factory=dict)
    complete: dict[int, list[Phrase]] = field(default_factory=dict)
    size: int = 1
    """States there are."""
    nodes: dict[States, Node] = field(default_factory=dict)
    """Those made so far, by their states."""

    def add(self, phrase: Phrase, run: Run) -> None:
        """Make it find one more phrase."""
        for state in self._lay({0}, run):
            self.complete.setdefault(state, []).append(phrase)

    def node(self, states: States) -> Node:
        """Where a text is that has led to these states."""
        if states not in self.nodes:
            self.nodes[states] = Node(self, states)
        return self.nodes[states]

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
        for place in before:
            self.edges.setdefault(place, []).extend((element, state) for element in elements)
        return {state}


class Node:
    """All states that one sequence of labels leads to, and the phrases complete there."""

    def __init__(self, automaton: Automaton, states: States) -> None:
        self._automaton, self._states = automaton, states
        self.phrases = tuple(dict.fromkeys(p for state in states for p in automaton.complete.get(state, ())))

    @cached_property
    def onward(self) -> frozenset[str]:
        """The labels that lead on from here."""
        return frozenset(self.arcs)

    @cached_property
    def arcs(self) -> dict[str, tuple[Edge, ...]]:
        """Label → every way on, in the order the phrases were added."""
        targets: dict[str, dict[str, set[int]]] = {}
        for state in self._states:
            for (label, parameter), target in self._automaton.edges.get(state, ()):
                targets.setdefault(label, {}).setdefault(parameter, set()).add(target)
        return {
            label: tuple(Edge(self._automaton, p, tuple(sorted(led))) for p, led in ways.items())
            for label, ways in targets.items()
        }


class Edge:
    """A way on from a node: the parameter that what stands there fills ("" for none), and where it leads."""

    def __init__(self, automaton: Automaton, parameter: str, states: States) -> None:
        self.parameter = parameter
        self._automaton, self._states = automaton, states

    @cached_property
    def node(self) -> Node:
        return self._automaton.node(self._states)
