"""A clause that leans on the one before for a time: "… 8x from 1:00 to 2:40", "slap the tagline there", "our slot is 15 seconds, get it down to that"."""

from __future__ import annotations

from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.context.complaint import complained, excused, sized
from ugcflow.studio.language.context.continued import condemned, go_on, spoiled
from ugcflow.studio.language.context.declined import spared, taken_too
from ugcflow.studio.language.context.ducking import duck, with_new_music
from ugcflow.studio.language.context.joint import joined_names
from ugcflow.studio.language.context.lengths import measure_what
from ugcflow.studio.language.context.mended import explain, fill_silence, mend, outdone
from ugcflow.studio.language.context.soundtrack import describe_music
from ugcflow.studio.language.context.translated import translate
from ugcflow.studio.language.context.worded import likened, worded
from ugcflow.studio.language.reading.fill import plain
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.timing.elsewhen import remaining
from ugcflow.studio.language.timing.moment import timed_beside
from ugcflow.studio.language.timing.told import names_of, times_of

_SOMEWHERE = frozenset({"speed", "zoom", "mute"})
_LAID_ON = frozenset({"text_overlay", "logo", "sticker_emoji", "sound_effect", "transition", "insert_clip", "zoom"})
_BEGINS = frozenset({"start", "position_in_time"})
_THERE = frozenset({"there", "then"})


def follow(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Give the operations of a clause what the clause before says of time, and take back a question that it answers."""
    spoiled(one, clauses, number)
    remaining(one, clauses[number], said)
    with_new_music(one, clauses[number])
    if not said or not number:
        return
    condemned(one, clauses, number, said)
    duck(one, clauses, number, said)
    taken_too(one, clauses[number], clauses[number - 1], said[-1])
    spared(one, clauses[number], said[-1])
    timed_beside(one, clauses, number, said)
    joined_names(one, clauses, number, said)
    worded(one, clauses[number], said[-1])
    likened(one, clauses[number], said[-1])
    translate(one, clauses, number, said)
    complained(one, clauses, number, said[-1])
    excused(one, clauses[number], said)
    sized(one, clauses, number, said[-1])
    mend(one, clauses, number, said[-1])
    explain(one, clauses[number], said[-1])
    fill_silence(one, clauses, number, said[-1])
    outdone(one, clauses, number, said[-1])
    describe_music(one, clauses[number], said)
    _answered(one, said[-1])
    measure_what(one, clauses, number, said)
    go_on(one, clauses, number, said)
    _at_the_edge(one, clauses, number, said[-1])


def _answered(one: Said, before: Said) -> None:
    """ "Timelapse the assembly part, 8x from 1:00 to 2:40": which part that is stands behind."""
    timed = {o.op for o in one.operations if o.op in _SOMEWHERE and {"start", "end"} <= o.parameters.keys()}
    open_ = [o for o in before.operations if o.op in timed and "start" not in o.parameters]
    doubted = any(q.why.startswith("this limits") for q in before.questions)
    if open_:
        before.settle_when()
    if doubted and len(open_) == 1:  # "mute the swearing, mute 0:05 to 0:08": all of it is not to be muted too
        before.operations.remove(open_[0])


def _at_the_edge(one: Said, clauses: list[Clause], number: int, before: Said) -> None:
    """ "Lose five seconds off the end, slap the offer there", "a ding at 0:07 and the price there too": where the clause before was."""
    edge = _edge(before.operations[-1]) if before.operations and _THERE & set(clauses[number].words) else {}
    told = [t for t in times_of(clauses[number - 1]) if t[0] == "{instant}"]
    if before.operations and not edge and len(told) == 1 and "there" in clauses[number].words:
        edge = {"start": plain(told[0][3], "start")}
    one.lend(edge, lambda o: o.op in _LAID_ON and not o.parameters.keys() & _BEGINS and edge.keys() <= names_of(o.op))


def _edge(operation: Operation) -> dict[str, Any]:
    if operation.op == "trim_end" or operation.parameters.get("position_in_time") == "end":
        return {"position_in_time": "end"}
    if operation.parameters.get("mode") == "remove" and "start" in operation.parameters:
        return {"start": operation.parameters["start"]}  # "skip 1:00 to 3:00, put 'later' there"
    return {"start": 0} if operation.op == "trim_start" else {}
