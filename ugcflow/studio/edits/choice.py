"""Which parts of a talk to keep so that they fill a time best: a knapsack in order, solved exactly in steps of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = 600  # steps the target is divided in
_LEANING = 0.25  # share of its value a part keeps without the part it leans on
_BROKEN = 0.5  # share of its value a part loses when its sentence breaks off after it


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or a clause of one. `cost` in ms; `first` is what it adds as the opening; `leans` on the part before.

    `goes_on`: it continues the sentence of the part before, and can't be without it.
    """

    cost: int
    value: float
    first: float = 0.0
    leans: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The indices kept, in order, their length in ms, and what they are worth."""

    kept: tuple[int, ...]
    length: int
    worth: float


def choose(parts: Sequence[Part], target: int, least: int) -> Choice:
    """The most worth within `target` ms, of at least `least` ms if any choice is; the empty choice when no part fits."""
    step = max(1, -(-target // _STEPS))
    room = target // step
    costs = [-(-p.cost // step) for p in parts]
    # rows[kept before?][time used] -> (worth, the chain of kept parts)
    rows: list[list[_State | None]] = [[None] * (room + 1), [None] * (room + 1)]
    rows[0][0] = _State(0.0, None, -1)
    for i, part in enumerate(parts):
        rows = _step(rows, parts, i, costs[i], part, room)
    ends = [(used, state) for row in rows for used, state in enumerate(row) if state and state.last >= 0]
    if not ends:
        return Choice((), 0, 0.0)
    found = [_choice(state, parts) for _, state in ends]
    full = [c for c in found if least <= c.length <= target]
    return max(full, key=lambda c: (c.worth, c.length)) if full else max(found, key=lambda c: (c.worth, c.length))


@dataclass(frozen=True, slots=True)
class _State:
    worth: float
    before: _State | None
    last: int


def _step(
    rows: list[list[_State | None]], parts: Sequence[Part], i: int, cost: int, part: Part, room: int
) -> list[list[_State | None]]:
    new: list[list[_State | None]] = [[None] * (room + 1), [None] * (room + 1)]
    for kept, row in enumerate(rows):
        for used, state in enumerate(row):
            if state is None:
                continue
            broken = _BROKEN * parts[i - 1].value if kept and part.goes_on else 0.0
            _better(new[0], used, _State(state.worth - broken, state.before, state.last))
            if used + cost <= room and (kept or not part.goes_on):
                worth = state.worth + _gain(part, bool(kept), state.last < 0)
                _better(new[1], used + cost, _State(worth, state, i))
    return new


def _gain(part: Part, after: bool, opening: bool) -> float:
    value = part.value * (_LEANING if part.leans and not after else 1.0)
    return value + (part.first if opening else 0.0)


def _better(row: list[_State | None], used: int, state: _State) -> None:
    held = row[used]
    if held is None or state.worth > held.worth:
        row[used] = state


def _choice(state: _State, parts: Sequence[Part]) -> Choice:
    kept: list[int] = []
    at: _State | None = state
    while at is not None and at.last >= 0:
        kept.insert(0, at.last)
        at = at.before
    return Choice(tuple(kept), sum(parts[i].cost for i in kept), state.worth)
