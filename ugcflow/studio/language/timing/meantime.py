"""English clauses that tell when or for what the ones before them hold, and that no parameter of these can take: "while the title is on screen", "50 % elsewhere"."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.fact import told
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said

_WHILE = frozenset({"while", "whilst", "when", "whenever"})
_DRAWN = frozenset({"<text>", "<texty>", "<logo>", "<caption>", "{role}", "<sticker>"})
_THERE = frozenset({"is", "are", "shows", "show", "appears", "appear", "plays", "runs", "stays", "fades", "pops"})
_ELSEWHERE = frozenset({"elsewhere", "otherwise"})
_SHORT = 4
_POINTING = frozenset({"them", "those"})
_CHANGED = frozenset({"speed", "mute", "volume", "zoom"})
_SOLD = frozenset({"sells", "sell", "makes", "offers", "produces", "builds", "manufactures", "rents", "repairs", "imports"})  # fmt: skip


def doubt_meantime(one: Said, clause: Clause, said: list[Said]) -> Said:
    """The clause as it was read, or a question."""
    if clause.sentence.lexicon.language != "en" or not clause.tokens:
        return one
    limits = _of_something_drawn(clause, said) or _another_length(one, clause, said) or _without(clause)
    if limits or (said and (_the_rest(one, clause, said[-1]) or _what_was_spared(one, clause, said[-1]))):
        return Said(questions=[ask.unclear(clause)])
    return Said() if _sells(clause) else one


def _without(clause: Clause) -> bool:
    """ "(Make one with music) and one without"."""
    return clause.words[-1] == "without" and len(clause.words) <= _SHORT and not clause.hard


def _of_something_drawn(clause: Clause, said: list[Said]) -> bool:
    """ "(Turn the captions off) while the title is on screen", "(music at 15 %,) 50 % elsewhere"."""
    if not said or not said[-1].operations:
        return False
    s = clause.sentence
    if not clause.hard and not _ELSEWHERE.isdisjoint(clause.words[-1:]) and s.places("{percent}", "{db}"):
        return True
    drawn = any(s.labels(i) & _DRAWN for i in clause.places[:3])
    last = said[-1].operations[-1]
    untimed = not last.parameters.keys() & {"start", "end"} and last.op not in ("sound_effect", "text_overlay")
    return clause.opener in _WHILE and drawn and untimed and not _THERE.isdisjoint(clause.words[1:4])


def _the_rest(one: Said, clause: Clause, before: Said) -> bool:
    """ "(Music at 20 %) and everything else muted": of the sounds, or of the time?"""
    muted = any(o.op == "mute" and not o.parameters for o in one.operations) and clause.sentence.places("<rest>")
    return bool(muted) and not before.ops.isdisjoint(("volume", "music"))


def _what_was_spared(one: Said, clause: Clause, before: Said) -> bool:
    """ "Rather than removing the silences, speed them up": only what was spared is."""
    changed = one.operations and all(o.op in _CHANGED and "start" not in o.parameters for o in one.operations)
    return bool(changed and before.cancelled) and not _POINTING.isdisjoint(clause.words)


def _another_length(one: Said, clause: Clause, said: list[Said]) -> bool:
    """ "Our record: 4 minutes. Cut to 20 seconds.": two lengths of one film."""
    wanted = {o.parameters.get("seconds") for o in one.operations if o.op == "fit_duration"}
    had = {o.parameters.get("seconds") for s in said for o in s.operations if o.op == "fit_duration"}
    return bool(clause.hard and wanted and had and wanted != had)


def _sells(clause: Clause) -> bool:
    """ "My client sells zoom lamps": what somebody deals in."""
    return told(clause) and not _SOLD.isdisjoint(clause.words[1:4])
