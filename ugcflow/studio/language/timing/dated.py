"""A time told before what is to be done then: "price tag at 0:09, zoom in", "at 0:22 my kid screams, mute that for two seconds", "at the start, a title …"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import Thing, plain, says_more, things
from ugcflow.studio.language.reading.said import Said, more, without
from ugcflow.studio.language.timing.told import abroad, bounds, placed, times_of

_SOMEWHERE = frozenset({"zoom", "mute", "speed", "text_overlay", "logo", "broll", "remove_captions", "trim_silence", "transition"})  # fmt: skip
_SEEN = frozenset({"zoom", "broll"})
"""What is done to the very thing that was just said to be there, with no word like "there"."""
_WHOLLY = frozenset({"volume", "color", "denoise_audio", "blur_background", "filter", "music"})
_POINTING = frozenset({"that", "this", "it", "there", "them", "those", "then", "here"})
_STRICTLY = frozenset({"there", "then", "here", "that", "those"})
_DEEDS = frozenset({"<cut>", "<remove>", "<keep>", "<fit>", "<speedup>", "<slowdown>", "<mute_>", "<split_>", "<drop>"})
_SPARING = (["don't"], ["dont"], ["keep"], ["leave"], ["skip"])
_GOOD = frozenset({"good", "fine", "ok", "okay", "perfect", "great"})
_MISSPELT = frozenset({"typo", "typos", "misspelled", "misspelling", "misspelt", "spelling"})
_FARTHEST = 5
_LAID_ON = frozenset({"<zoom_>", "<transition>", "<music>", "<caption>", "<voiceover>", "<fade_>"})
"""A time said of these is where they are, or where they begin."""


def date(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Let the edits of a clause have the time that the one before tells, when nothing was done with it there."""
    before = clauses[number - 1] if number else None
    if before is None or not one.operations or before.tokens[0].kind == "cjk" or abroad(clauses[number]):
        return
    if not _MISSPELT.isdisjoint(before.words):
        return  # "there's a typo at 0:12, it should say …": of words that are in the picture, or in the captions
    if said and (said[-1].operations or said[-1].refused or said[-1].cancelled):
        return
    other = bool(said) and any(one.ops.isdisjoint(answered.split()) for answered, _ in said[-1].lacking)
    heard = before.has("<caption>", "<text>") and one.ops <= {"trim_silence", "remove_fillers", "mute", "volume"}
    if (other or heard) and _POINTING.isdisjoint(clauses[number].words):
        return  # "the captions are off at 0:20, shorten the pauses"
    told = _told_before(clauses, number) or _waited(before)
    spared = any(c.words[:1] in _SPARING or not _GOOD.isdisjoint(c.words) for c in clauses[:number])
    if _ordered(before) or not told or times_of(clauses[number]) or (spared and one.operations[0].op == "trim_silence"):
        return
    if len(told) > 1:
        _each(one, told, clauses[number], said)
        return
    clause = clauses[number]
    alone = bool(_waited(before)) or not says_more(before, told) or (clause.opener in (":", "：") and not clause.hard)
    if clause.hard and (alone or _STRICTLY.isdisjoint(clause.words)):
        return
    meant = [alone or _fact(before, clause, old) for old in one.operations]
    done = [_dated(one, place, told[0], clause) for place, old in enumerate(one.operations) if meant[place] and not placed(old)]  # fmt: skip
    one.operations = [o for o in one.operations if o.op]
    if any(done) and said:
        said[-1].settle()


def _told_before(clauses: list[Clause], number: int) -> list[Thing]:
    """The times of the clause before, and of the row it ends ("I cough at 0:09, 0:15 and 0:31")."""
    told: list[Thing] = []
    for clause in reversed(clauses[max(0, number - _FARTHEST) : number]):
        own = times_of(clause)
        told = own + told
        if not own or says_more(clause, own) or clause.opener not in (*AND, ","):
            break
    return told


def _each(one: Said, told: list[Thing], clause: Clause, said: list[Said]) -> None:
    """ "…, mute those", "one second each": the edit at each of the times; a question where nothing says how long."""
    old = one.operations[0]
    if len(one.operations) != 1 or placed(old) or old.op not in ("mute", "zoom") or (_POINTING.isdisjoint(clause.words) and "each" not in clause.words and "both" not in clause.words):  # fmt: skip
        return
    times = [_lasting(bounds(t, old.op), clause) for t in told]
    if old.op == "mute" and not all("end" in t for t in times):
        one.operations.clear()
        one.questions.append(ask.unheld(clause, old))
    else:
        one.operations = [more(old, t) for t in times]
        one.questions.clear()
    for before in said[-len(told) :]:
        before.settle()


def _waited(before: Clause) -> list[Thing]:
    """ "Wait 2 seconds, then …"."""
    lengths = [t for t in things(before.sentence, set()) if t[0] == "{duration}"]
    return [("{instant}", *lengths[0][1:])] if before.words[:1] == ["wait"] and len(lengths) == 1 else []


def _ordered(before: Clause) -> bool:
    """ "Skip the compile from 1:00 to 3:00": something to be done there, though nothing was found in it."""
    return bool(before.sentence.labels(before.offset) & _DEEDS) or before.words[:1] == ["skip"]


def _fact(before: Clause, clause: Clause, operation: Operation) -> bool:
    """Does what is asked for point at what the clause before tells?"""
    paced = operation.op == "speed" and not {"speeds", "slows", "rushes", "drags"}.isdisjoint(before.words)
    if before.has(*_LAID_ON) and not paced:
        return False
    return operation.op in _SEEN or not _POINTING.isdisjoint(clause.words)


def _dated(one: Said, place: int, told: Thing, clause: Clause) -> bool:
    old = one.operations[place]
    if old.op == "fade" and told[0] == "{instant}" and isinstance(told[3], float) and told[3] < 0:
        one.operations[place] = more(old, {"seconds": plain(-told[3], "seconds")})
        return True  # "five seconds before the end, fade out"
    times = _lasting(bounds(told, old.op), clause) if old.op in _SOMEWHERE else {}
    if not times:
        return _unheld(one, old, told, clause)
    if old.op == "mute" and times.keys() == {"start"} and told[0] == "{instant}":
        one.questions.append(ask.unheld(clause, old))
        one.operations[place] = replace(old, op="")  # until when?
        return True
    if old.op == "transition" and "end" in times:
        return False
    one.operations[place] = more(without(old, "seconds") if "end" in times else old, times)
    one.settle_when()
    return True


def _lasting(times: dict[str, Any], clause: Clause) -> dict[str, Any]:
    """ "…, mute that for two seconds": from there so long."""
    lengths = [t[3] for t in things(clause.sentence, set()) if t[0] == "{duration}"]
    lengths = lengths or ([1.0] if clause.words[-2:] == ["that", "second"] else [])
    if len(lengths) == 1 and times.keys() == {"start"} and isinstance(times["start"], (int, float)):
        return times | {"end": plain(float(times["start"] + lengths[0]), "end")}
    return times


def _unheld(one: Said, old: Operation, told: Thing, clause: Clause) -> bool:
    """ "The lid snaps at 0:08, make it louder there": what can't be held to a time is a question."""
    inside = told[0] not in ("{opening}", "{ending}") and not _STRICTLY.isdisjoint(clause.words)
    if inside and old.op in _WHOLLY and not one.questions:
        one.questions.append(ask.unheld(clause, old))
    return False
