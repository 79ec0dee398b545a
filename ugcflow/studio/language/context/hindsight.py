"""What a clause asks for in the light of the one before: lengths of what that one names ("the outro is 4 seconds; cut it to 2"), "turn captions and music off"."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.clauses.fact import told
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said, asked_by, more
from ugcflow.studio.language.timing.told import stretch_of

_CUTS = frozenset({"trim_start", "trim_end", "trim_range", "fit_duration"})
_REMOVED = {"music": "remove_music", "captions": "remove_captions"}
_TURNING = frozenset({"turn", "switch", "take", "get", "have"})
_OF_ITS_OWN = frozenset({"<music>", "<logo>", "<text>", "<caption>", "<fade_>", "<transition>", "<zoom_>"})
_PARTS = frozenset({"outro", "intro", "song", "track", "logo", "hook", "ending", "opening"})
_SOUNDS = (".mp3", ".wav", ".m4a", ".aac", ".flac", ".ogg")


def look_back(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> Said:
    """The clause as it was read, changed, or a question."""
    if not number or not said or clauses[number].sentence.lexicon.language != "en":
        return one
    clause, before = clauses[number], clauses[number - 1]
    _is_off(one, clause, said[-1])
    if not one.operations:
        return one
    _off_too(one, clause, before, said[-1])
    if all(o.op in _CUTS for o in one.operations):
        if _fact_goes_on(one, clause, before):
            return Said()
        if _not_of_the_film(clause, before):
            return Said(questions=[ask.unclear(clause)])
    _taken_and_changed(one, clause, before, said[-1])
    return one


def _is_off(one: Said, clause: Clause, last: Said) -> None:
    """ "Music -> off": not added."""
    off = (
        clause.words[-1:] == ["off"]
        and len(clause.words) <= 2
        and clause.opener in ("-", "→", ":")
        and not one.operations
    )
    if off and last.operations and last.operations[-1].op in _REMOVED and not last.operations[-1].parameters:
        last.operations[-1] = replace(last.operations[-1], op=_REMOVED[last.operations[-1].op])
        one.questions.clear()


def _off_too(one: Said, clause: Clause, before: Clause, last: Said) -> None:
    """ "Turn captions and music off": both."""
    led = (
        clause.words[-1] in ("off", "out")
        and before.words[0] in _TURNING
        and before.words[-1] not in ("off", "on", "up", "down")
    )
    if not led or clause.opener not in AND or not one.ops <= {"remove_music", "remove_captions"}:
        return
    named = [i for n in ("<music>", "<caption>") for i in before.sentence.places(n)]
    if len(named) == 1 and len(before.words) <= 3 and len(last.operations) <= 1:
        op = "remove_music" if before.sentence.ends(named[0], "<music>") else "remove_captions"
        last.operations = [asked_by(before, op, {})]
        last.settle()


def _fact_goes_on(one: Said, clause: Clause, before: Clause) -> bool:
    """ "The file is 2 GB and 10 minutes"."""
    bare = one.only("fit_duration") and all(t.kind == "num" or clause.sentence.ends(i, "{duration}") or clause.sentence.ends(i - 1, "{duration}") for i, t in enumerate(clause.tokens, clause.offset))  # fmt: skip
    return bare and clause.opener in AND and told(before) and not {"is", "are", "runs"}.isdisjoint(before.words)


def _not_of_the_film(clause: Clause, before: Clause) -> bool:
    """ "The song is 2 minutes long, use the first 30 seconds of it", "the chorus of song.mp3, from 0:40 to 1:00", "fades: 0.5s"."""
    heads = (
        clause.opener in (":", "：")
        and len(before.words) == 1
        and any(before.sentence.labels(0) & {n} for n in _OF_ITS_OWN)
    )
    ranged = clause.words[0] == "from" or clause.offset > 0
    if ranged and not clause.hard and any(t.kind == "file" and t.low.endswith(_SOUNDS) for t in before.tokens):
        return True
    if heads:
        return True
    subject = before.tokens[: 2 + (before.words[0] in ("the", "my", "our"))]
    named = any(
        before.sentence.labels(i) & _OF_ITS_OWN for i in before.places[: len(subject)]
    ) or not _PARTS.isdisjoint(before.words[:3])
    state = not {"is", "are", "starts", "lasts"}.isdisjoint(before.words[1:4])
    timed = before.sentence.places("{duration}", "{instant}")
    return told(before) and named and state and bool(timed) and "it" in clause.words


def _taken_and_changed(one: Said, clause: Clause, before: Clause, last: Said) -> None:
    """ "Take the first 10 seconds and slow them down": taken only to be changed."""
    kept = last.operations[-1] if last.operations else None
    if kept is None or before.words[0] != "take" or kept.op != "trim_range" or kept.parameters.get("mode") != "keep":
        return
    new = one.operations[0]
    if (
        clause.opener in AND
        and "them" in clause.words
        and new.op in ("speed", "mute")
        and "start" not in new.parameters
    ):
        one.operations[0] = more(new, stretch_of(kept))
        last.operations.pop()
