"""What is taken away for good: a denial that is all a sentence says, and what "it" can't mean behind a removal."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.reading.said import Said, asked_by, without
from ugcflow.studio.language.words.sentence import Sentence

_UNDONE = {"captions": "remove_captions", "music": "remove_music"}
_DONE = {removed: added for added, removed in _UNDONE.items()}
_ANOTHER = frozenset({"one", "ones", "replace", "swap", "with", "another", "something", "different", "new", "instead", "for", "to"})  # fmt: skip
_GIVING = frozenset({"touch", "change", "alter", "remove", "keep", "delete", "add", "adding", "put", "putting", "use", "using", "include", "insert", "burn", "play", "generate"})  # fmt: skip

MEANTIME = frozenset({"while", "whilst", "when", "whenever", "during"})
"""Not gone, only not there then."""


_SEEN = frozenset({"readable", "visible", "seen", "see", "legible", "露", "看"})
_AFTERWARDS = frozenset({"keep", "leave", "bring", "put", "have", "them", "it", "those", "after", "that", "then", "for", "the", "rest", "on", "back", "again", "everywhere", "else", "otherwise", "stay", "they", "should", "can", "later"})  # fmt: skip


def declined(said: list[Said], sentence: Sentence) -> list[Operation]:
    """ "No captions please", and nothing else: those that are there go. "Don't add music" leaves all as it is."""
    names = {name for s in said for name, _ in s.cancelled}
    stays = ("leave" in sentence.words and "without" not in sentence.words) or sentence.words & (_GIVING | MEANTIME)
    if not names or names - _UNDONE.keys() or stays or sentence.lexicon.language != "en":
        return []
    text = sentence.text
    return [Operation(_UNDONE[name], {}, text, 0, len(text)) for name in sorted(names)]


def taken_too(one: Said, clause: Clause, first: Clause, before: Said) -> None:
    """What goes with what was taken away: gone as well, not added."""
    if (
        before.last is not None
        and before.last.op == "remove_captions"
        and before.last.parameters
        and not one.operations
    ):
        _why(one, clause)
    if before.last is not None and before.last.op in _DONE and clause.words[-1] in ("too", "well", "also"):
        one.operations = [_taken(o) for o in one.operations]  # "take the captions off, the music too"
    if clause.words[-1:] in (["off"], ["out"]):
        _off(one, clause, before)
        _both_off(one, clause, first, before)


def _why(one: Said, clause: Clause) -> None:
    """ "No captions from 0:20 to 0:35, the label must be seen": tells only why."""
    if not _SEEN.isdisjoint(clause.words) or _AFTERWARDS.issuperset(clause.words):
        one.questions.clear()


def _taken(operation: Operation) -> Operation:
    gone = operation.op in _UNDONE and not operation.parameters
    return replace(operation, op=_UNDONE[operation.op]) if gone else operation


def _off(one: Said, clause: Clause, before: Said) -> None:
    """ "Music -> off": not added."""
    bare = len(clause.words) <= 2 and clause.opener in ("-", "→", ":") and not one.operations
    if bare and before.last is not None and _taken(before.last) is not before.last:
        before.operations[-1] = _taken(before.last)
        one.questions.clear()


def _both_off(one: Said, clause: Clause, first: Clause, before: Said) -> None:
    """ "Turn captions and music off": both."""
    led = first.words[0] in _TURNING and first.words[-1] not in ("off", "on", "up", "down") and len(first.words) <= 3
    gone = one.operations and one.ops <= _DONE.keys() and clause.opener in AND
    named = [op for label, op in _OFF.items() for _ in first.sentence.places(label)]
    if led and gone and len(named) == 1 and len(before.operations) <= 1:
        before.operations = [asked_by(first, named[0], {})]
        before.settle()


_OFF = {"<music>": "remove_music", "<caption>": "remove_captions"}
_TURNING = frozenset({"turn", "switch", "take", "get", "have"})


_SPARING = frozenset({"leave", "leaving", "skip", "skipping", "omit", "omitting"})


def spared(one: Said, clause: Clause, before: Said) -> None:
    """ "Caption it, but leave out 0:00 to 0:20": captions are what is left out there, not the footage."""
    laid = bool(before.operations) and before.operations[-1].op == "captions" and not clause.hard
    but = clause.opener == "but" or clause.words[:1] == ["but"]
    for place, old in enumerate(one.operations):
        cut = old.op == "trim_range" and old.parameters.get("mode") == "remove" and len(old.parameters) > 1
        if laid and but and cut and not _SPARING.isdisjoint(clause.words):
            one.operations[place] = replace(without(old, "mode"), op="remove_captions")


def brings_back(operations: list[Operation], said: list[Said], words: list[str]) -> bool:
    """ "Cut the beat, I want it raw": what was just taken away is not what is wanted now, unless another is."""
    gone = {_DONE.get(o.op) for o in said[-1].operations} if said else set()
    return any(o.op in gone for o in operations) and _ANOTHER.isdisjoint(words)
