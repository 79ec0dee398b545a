"""What is left of the film: "前5秒慢放，后面加速2倍" goes on where the stretch before ended; behind a cut it is all there is."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import shape
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said, latest, more

_LEFT = ("剩下", "剩余", "余下", "其余")
_CHANGED = frozenset({"speed", "mute"})
_CUT = frozenset({"trim_start", "trim_end", "trim_range"})


def remaining(one: Said, clause: Clause, said: list[Said]) -> None:
    """Give a change of speed or sound the stretch that is left; where nothing tells from when on, it is a question."""
    found = shape("remaining").search("".join(t.text for t in clause.tokens))
    before = latest(said)
    for place, old in enumerate(one.operations):
        if not found or old.op not in _CHANGED or old.parameters.keys() & {"start", "end"}:
            continue
        end = before.parameters.get("end") if before else None
        if before and before.op in _CUT and found[0] in _LEFT:
            _settled(one)
        elif isinstance(end, (int, float)) and not found[0].startswith("前") and found[0] != "之前":
            one.operations[place] = more(old, {"start": end})
            _settled(one)
        elif not any(shape("remaining").search(q.words) for q in one.questions):
            one.questions.append(ask.unheld(clause, old))


def _settled(one: Said) -> None:
    one.questions = [q for q in one.questions if not shape("remaining").search(q.words)]
