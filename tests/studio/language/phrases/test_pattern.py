"""The notation of phrases."""

from __future__ import annotations

from itertools import product

from ugcflow.studio.language.phrases.pattern import Choice, Element, Run, parse


def written_out(run: Run) -> list[tuple[Element, ...]]:
    """Every sequence a run stands for."""
    parts = [[s for o in p.options for s in written_out(o)] if isinstance(p, Choice) else [(p,)] for p in run]
    return [tuple(e for part in chosen for e in part) for chosen in product(*parts)]


def sequences(source: str) -> set[tuple[str, ...]]:
    return {tuple(label for label, _ in s) for s in written_out(parse("op", source)[1])}


def test_classes_literals_and_options() -> None:
    assert sequences("<remove> [all] (silence|pauses)") == {
        ("<remove>", "'silenc"), ("<remove>", "'paus"), ("<remove>", "'all", "'silenc"), ("<remove>", "'all", "'paus"),
    }  # fmt: skip


def test_either_order() -> None:
    assert sequences("<caption> & off") == {("<caption>", "'off"), ("'off", "<caption>")}


def test_slots_name_their_parameter() -> None:
    _, run = parse("op", "<cut> to {seconds:duration}")
    assert run[-1] == ("{duration}", "seconds")
    _, run = parse("op", "{aspect}")
    assert run == (("{aspect}", "aspect"),)


def test_fixed_parameters_and_whole_clauses() -> None:
    phrase, _ = parse("op", "= <voice> louder => target=voice;seconds=2;text=true")
    assert phrase.whole
    assert dict(phrase.fixed) == {"target": "voice", "seconds": 2, "text": True}
