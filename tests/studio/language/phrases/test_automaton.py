"""The automaton of phrases against the sequences that the phrases stand for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.studio.language.phrases.test_pattern import written_out
from ugcflow.studio.language.phrases.automaton import Automaton, Node
from ugcflow.studio.language.phrases.pattern import Element, parse

PHRASES = ("<remove> [all] (silence|pauses)", "<remove> {format}", "<caption> & off & [please]", "<remove> [all] (silence|dead air)", "{aspect} (up|[all] down) now")  # fmt: skip


def led(automaton: Automaton, sequence: tuple[tuple[str, str], ...]) -> set[str]:
    """The phrases complete behind a sequence."""
    node = automaton.node((0,))
    for label, parameter in sequence:
        node = next(after for filled, after in node.ways(label) if filled == parameter)
    return {phrase.source for phrase in node.phrases}


@pytest.fixture
def automaton() -> Automaton:
    built = Automaton()
    for source in PHRASES:
        built.add(*parse("op", source))
    return built


@pytest.mark.parametrize("source", PHRASES)
def test_every_sequence_of_a_phrase_ends_at_it(automaton: Automaton, source: str) -> None:
    sequences = written_out(parse("op", source)[1])
    assert sequences
    for sequence in sequences:
        assert source in led(automaton, sequence)


def complete(automaton: Automaton, node: Node, path: tuple[Element, ...] = ()) -> Iterator[tuple[Element, ...]]:
    """Every sequence behind which a phrase is complete."""
    if node.phrases:
        yield path
    for label in node.onward:
        for parameter, after in node.ways(label):
            yield from complete(automaton, after, (*path, (label, parameter)))


def test_nothing_else_is_complete(automaton: Automaton) -> None:
    wanted = {sequence for source in PHRASES for sequence in written_out(parse("op", source)[1])}
    assert set(complete(automaton, automaton.node((0,)))) == wanted


def test_phrases_that_begin_alike_share_their_nodes(automaton: Automaton) -> None:
    removes = automaton.node((0,)).ways("<remove>")
    assert len(removes) == 1
    assert removes[0][1].onward == {"'all", "'silenc", "'paus", "'dead", "{format}"}
