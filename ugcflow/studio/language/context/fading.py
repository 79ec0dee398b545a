"""What fades, when, and for how long, where the clause leaves that to the one before: "add music with a fade out", "it ends abruptly, add a fade"."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.reading.fill import plain
from ugcflow.studio.language.reading.said import Said, asked_by, just_asked, more

_SUDDEN = frozenset({"abrupt", "abruptly", "sudden", "suddenly", "jarring", "harsh", "hard", "quickly", "fast"})
_SMALL = frozenset({"it", "that", "please", "pls", "just", "a", "with", "there", "put", "add", "use"})
_EDGES = ("end", "start", "begin", "open")
_LED = (["with"], ["fading"])
_WAYS = (["in"], ["out"])


def fading(said: list[Said], one: Said, clauses: list[Clause], number: int) -> None:
    """ "Add music with a fade out at the end": the fade is of the music; "a 1 second fade in and out": both take as long."""
    clause = clauses[number]
    if number and not one.operations:
        _fades_there(said, one, clause, clauses[number - 1])
    before = just_asked(said, clause)
    if before is None:
        return
    led = clause.words[:1] in _LED or "它" in clause.words
    if before.op == "fade" and not one.operations and clause.words in _WAYS:
        one.operations.append(more(before, {"dir": clause.words[0]}))
        one.questions.clear()  # "make the music fade in and out"
    elif one.only("fade") and led and "music" in (before.op, before.parameters.get("target")):
        one.operations[0] = replace(one.operations[0], parameters={"target": "music"} | one.operations[0].parameters)
    elif before.op == "fade" and clause.opener in AND and one.only("fade"):
        _both(said[-1], one, clause, before, one.operations[0])


def _both(last: Said, one: Said, clause: Clause, before: Operation, fade: Operation) -> None:
    """Two fades in a row: one that is told twice, or two of which one takes as long, and is of the same, as the other."""
    if before.parameters == {"dir": fade.parameters.get("dir")} and "target" not in fade.parameters:
        last.give(fade.parameters)  # "start from black and come up over 1 s"
        one.operations.clear()
        return
    if clause.words in (*_WAYS, ["fade", *clause.words[-1:]]):  # "a 2-second fade in and fade out"
        one.operations[0] = replace(fade, parameters=_lasts(before) | fade.parameters)
    if clause.words[:1] in _WAYS:
        last.operations[-1] = replace(before, parameters=_lasts(fade) | before.parameters)


def _lasts(fade: Operation) -> dict[str, object]:
    return {k: v for k, v in fade.parameters.items() if k in ("seconds", "target")}


def as_long(one: Said, clause: Clause, before: Said) -> None:
    """ "Fade in 1, fade out 2 seconds": the unit of the second."""
    told = clause.tokens[-1].value if clause.tokens[-1].kind == "num" else None
    old, new = before.last, one.operations[0] if one.operations else None
    if told and old and new and old.op == new.op == "fade" and "seconds" not in old.parameters:
        before.give({"seconds": plain(float(str(told)), "seconds")} if "seconds" in new.parameters else {})


def _fades_there(said: list[Said], one: Said, clause: Clause, before: Clause) -> None:
    """ "It ends abruptly, add a fade", "no sudden start, fade it": the edge that is complained of tells which."""
    fades = [i for i in clause.places if clause.sentence.ends(i, "<fade_>")][:1]
    edges = [w for w in before.words if w.startswith(_EDGES)]
    if not fades or len(edges) != 1 or _SUDDEN.isdisjoint(before.words):
        return
    if not {clause.sentence.tokens[i].low for i in clause.places if i not in fades} <= _SMALL:
        return
    one.operations.append(asked_by(clause, "fade", {"dir": "out" if edges[0].startswith("end") else "in"}))
    one.questions.clear()
    for last in said[-1:]:
        last.settle()
