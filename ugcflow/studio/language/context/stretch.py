"""A stretch told in a Chinese clause of its own, and what is to be done there said behind it: 4:05到4:40在等编译，8倍速快进."""

from __future__ import annotations

import re
from dataclasses import replace

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading.said import Said

_SOMEWHERE = frozenset({"speed", "mute", "zoom", "broll", "remove_captions", "trim_silence", "remove_fillers"})
_WHOLE = re.compile("整体|整个|全片|全部|整条|全程|所有")
_TIMES = ("{range}", "{first}")


def stretched(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Give edits that have no time the stretch that the clause before told and nothing was done with; it is no question any more."""
    before = clauses[number - 1] if number else None
    idle = bool(said) and not said[-1].operations and not said[-1].refused and not said[-1].cancelled
    if before is None or not idle or before.tokens[0].kind == "word" or not one.operations:
        return
    span = _told(before)
    own = "".join(clauses[number].words)
    if span is None or clauses[number].hard or _WHOLE.search(own) or not any(t.kind == "cjk" for t in before.tokens):
        return
    for place, old in enumerate(one.operations):
        if old.op in _SOMEWHERE and not {"start", "end"} & old.parameters.keys():
            one.operations[place] = replace(old, parameters=old.parameters | span)
            one.questions = [q for q in one.questions if not q.why.startswith("this limits")]
            said[-1].questions.clear()
            said[-1].lacking.clear()


def _told(clause: Clause) -> dict[str, int | float] | None:
    """The one stretch that a clause names, as start and end."""
    s = clause.sentence
    found = [(n, v[0]) for i in clause.places for n in _TIMES if (v := s.value(i, n))]
    if len({str(v) for _, v in found}) != 1:
        return None
    label, value = found[0]
    ends = value if isinstance(value, tuple) else (0.0, value) if label == "{first}" else (None, None)
    start, end = (ends[0], ends[1]) if len(ends) == 2 else (None, None)
    if not isinstance(start, float) or not isinstance(end, float):
        return None
    return {"start": _plain(start), "end": _plain(end)}


def _plain(value: float) -> int | float:
    return int(value) if value.is_integer() else value
