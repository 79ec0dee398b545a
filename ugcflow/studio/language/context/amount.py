"""By how much, told once for two, or with the verb left out: "raise the voice by 3 dB and the speed by 8%", "lower the saturation and the volume by 20%"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said

_UP = frozenset({"<raise>", "<speedup>"})
_DOWN = frozenset({"<lower>", "<slowdown>"})
_LOOKS = ("brightness", "contrast", "saturation")
_RATES = frozenset({"speed", "pace", "tempo"})
_FIGURES = ("{percent}", "{db}", "{factor}", "{duration}", "{number}")
_OTHERWISE = frozenset({"{degrees}", "{duration}", "{fps}", "{resolution}", "{aspect}", "{lufs}"})
_COMPARED = frozenset({"quieter", "louder", "softer", "faster", "slower", "brighter", "darker", "bigger", "smaller", "longer", "shorter", "off"})  # fmt: skip
_EDGES = (["end"], ["beginning"], ["start"], ["intro"], ["outro"], ["ending"])
_LED = frozenset({"to", "by", "at"})
_FARTHEST = 4
_LARGEST_FACTOR = 4.0
"""A bare figure above it ("the speed by 10") tells per cent."""


def measure(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Give what the verb in front changes the amount that is told with it, and the ones before that have none the same."""
    clause = clauses[number]
    joined = number and not clause.hard and clause.opener in (*AND, ",")
    if not joined or "by" not in clause.words or _way(clause, own=True) or clause.has("{aspect}"):
        return
    way, amount = _of_the_row(clauses, number), _amount(clause, clauses[number - 1])
    if not way or not amount:
        return
    if not _RATES.isdisjoint(clause.words) and amount.endswith("%"):
        _pace(one, clause, way * float(amount[:-1]))
    one.operations = [_by(o, way, amount) for o in one.operations]
    for back in range(1, min(_FARTHEST, number + 1, len(said) + 1)):
        if clauses[number - back].sentence.places("{percent}", "{db}", "{factor}", "{number}"):
            break
        said[-back].operations = [_by(o, way, amount, bare=True) for o in said[-back].operations]
        if clauses[number - back].hard or _way(clauses[number - back], own=True):
            break


def lost(one: Said, clause: Clause) -> None:
    """ "(Set the speed to 1.25) and the length to 40": a figure that nothing was read of is asked about."""
    empty = not (one.operations or one.questions or one.lacking or one.cancelled or one.refused)
    joined = clause.opener in AND and not clause.hard and clause.tokens[0].kind != "cjk"
    s = clause.sentence
    if not empty or not joined or s.lexicon.language != "en":
        return
    named = clause.words[:1] == ["the"] and not _LED.isdisjoint(clause.words[2:])
    figured = named and clause.has(*_FIGURES)
    changed = clause.words[:1] == ["the"] and not _COMPARED.isdisjoint(clause.words[-1:])
    if figured or changed or clause.words[1:] in _EDGES:
        one.questions.append(ask.unclear(clause))


def _way(clause: Clause, own: bool = False) -> int:
    """1 where its verb raises something, -1 where it lowers it."""
    s = clause.sentence
    for at in clause.places if own else range(len(s)):
        if not s.labels(at).isdisjoint(_UP | _DOWN):
            return -1 if not s.labels(at).isdisjoint(_DOWN) else 1
    return 0


def _of_the_row(clauses: list[Clause], number: int) -> int:
    for before in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
        if way := _way(clauses[before], own=True):
            return way
        if clauses[before].hard or clauses[before].opener not in (*AND, ","):
            return 0
    return 0


def _amount(clause: Clause, before: Clause) -> str:
    """ "8%", "2 dB"; a bare figure takes the unit of the clause before. Empty for none."""
    s = clause.sentence
    for label, unit in (("{percent}", "%"), ("{db}", " dB"), ("{number}", "")):
        for at in s.places(label):
            found = s.value(at, label) if s.labels(at).isdisjoint(_OTHERWISE) else None
            if clause.own(at) and found is not None and isinstance(found[0], float):
                shared = "%" if before.sentence.places("{percent}") or found[0] > _LARGEST_FACTOR else ""
                shared = " dB" if before.sentence.places("{db}") else shared
                return f"{abs(found[0]):g}{unit or shared}" if unit or shared else ""
    return ""


def _pace(one: Said, clause: Clause, percent: float) -> None:
    s = clause.sentence
    start, end = clause.span
    values = {"factor": round(1 + percent / 100, 4)}
    kept = [o for o in one.operations if o.op not in ("speed", "volume")]
    one.operations = [*kept, Operation("speed", values, s.text[start:end], start, end)]
    one.questions.clear()


def _by(operation: Operation, way: int, amount: str, bare: bool = False) -> Operation:
    """The operation changed by `amount`; with `bare` only what has none of its own."""
    sign = "+" if way > 0 else "-"
    values: dict[str, Any] = dict(operation.parameters)
    if operation.op == "color" and amount.endswith("%"):
        values |= {k: f"{sign}{amount}" for k in _LOOKS if k in values and (not bare or values[k] in ("+", "-"))}
    elif operation.op == "volume" and (not bare or values.get("change") in ("up", "down")):
        values["change"] = f"{sign}{amount}"
    elif operation.op == "speed" and bare and "direction" in values and amount.endswith("%"):
        del values["direction"]
        values["factor"] = round(1 + way * float(amount[:-1]) / 100, 4)
    return replace(operation, parameters=values)
