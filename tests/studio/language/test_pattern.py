"""The notation of phrases."""

from __future__ import annotations

from ugcflow.studio.language.pattern import parse


def sequences(source: str) -> set[tuple[str, ...]]:
    return {tuple(label for label, _ in s) for s in parse("op", source)[1]}


def test_classes_literals_and_options() -> None:
    assert sequences("<remove> [all] (silence|pauses)") == {
        ("<remove>", "'silenc"), ("<remove>", "'paus"), ("<remove>", "'all", "'silenc"), ("<remove>", "'all", "'paus"),
    }  # fmt: skip


def test_either_order() -> None:
    assert sequences("<caption> & off") == {("<caption>", "'off"), ("'off", "<caption>")}


def test_slots_name_their_parameter() -> None:
    _, (sequence,) = parse("op", "<cut> to {seconds:duration}")
    assert sequence[-1] == ("{duration}", "seconds")
    _, (sequence,) = parse("op", "{aspect}")
    assert sequence == (("{aspect}", "aspect"),)


def test_fixed_parameters_and_whole_clauses() -> None:
    phrase, _ = parse("op", "= <voice> louder => target=voice;seconds=2;text=true")
    assert phrase.whole
    assert dict(phrase.fixed) == {"target": "voice", "seconds": 2, "text": True}
