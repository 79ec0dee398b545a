"""What is taken away for good: a denial that is all a sentence says, and what "it" can't mean behind a removal."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading.said import Said
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


def taken_too(one: Said, clause: Clause, before: Said) -> None:
    """ "Take the captions off, the music too": gone as well, not added. "No captions from 0:20 to 0:35, the label must be seen": tells only why."""
    last = before.operations[-1].op if before.operations else ""
    words = set(clause.words)
    why = not words.isdisjoint(_SEEN) or words <= _AFTERWARDS
    if last == "remove_captions" and before.operations[-1].parameters and not one.operations and why:
        one.questions.clear()
    if last not in _DONE or clause.words[-1] not in ("too", "well", "also"):
        return
    one.operations = [
        replace(o, op=_UNDONE[o.op]) if o.op in _UNDONE and not o.parameters else o for o in one.operations
    ]


_SPARING = frozenset({"leave", "leaving", "skip", "skipping", "omit", "omitting"})


def spared(one: Said, clause: Clause, before: Said) -> None:
    """ "Caption it, but leave out 0:00 to 0:20": captions are what is left out there, not the footage."""
    laid = bool(before.operations) and before.operations[-1].op == "captions" and not clause.hard
    but = clause.opener == "but" or clause.words[:1] == ["but"]
    for place, old in enumerate(one.operations):
        cut = old.op == "trim_range" and old.parameters.get("mode") == "remove" and len(old.parameters) > 1
        if laid and but and cut and not _SPARING.isdisjoint(clause.words):
            values = {k: v for k, v in old.parameters.items() if k != "mode"}
            one.operations[place] = replace(old, op="remove_captions", parameters=values)


def brings_back(operations: list[Operation], said: list[Said], words: list[str]) -> bool:
    """ "Cut the beat, I want it raw": what was just taken away is not what is wanted now, unless another is."""
    gone = {_DONE.get(o.op) for o in said[-1].operations} if said else set()
    return any(o.op in gone for o in operations) and _ANOTHER.isdisjoint(words)
