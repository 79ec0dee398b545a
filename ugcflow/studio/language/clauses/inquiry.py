"""Questions about the footage: "is my voice too quiet?", "which clips are underexposed?" ask to be told, and for no edit."""

from __future__ import annotations

from ugcflow.session.reading import Question
from ugcflow.studio.language.clauses.clause import Clause

WHY = "this asks about the footage; the studio edits it. Say what should change"
NEAREST = ("trim silences", "normalize the audio", "make it brighter")
_BEING = frozenset({"is", "are", "was", "were", "does", "did", "has"})
_NAMED = frozenset({"the", "my", "our", "his", "her", "their", "there"})
_OUT_OF = frozenset({"which", "what"})
_PIECES = frozenset({"of", "one", "ones", "clip", "clips", "shot", "shots", "scene", "scenes", "take", "takes", "part", "parts", "section", "sections", "footage", "file", "files", "video", "videos", "moment", "moments"})  # fmt: skip
_SO = frozenset({"is", "are", "was", "were", "has", "have", "look", "looks", "sound", "sounds", "seem", "seems", "feel", "feels"})  # fmt: skip
_MEANS = frozenset({"way", "ways", "tool", "tools", "option", "possible", "possibility", "how", "anything", "anyone", "something", "software", "app", "method", "command", "done", "ready", "finished", "exporting", "rendering"})  # fmt: skip


def inquires(clause: Clause, verbs: frozenset[str]) -> bool:
    """Does the clause ask how something is? Not where it wants something done ("does the intro need a title?", "is there a way to …")."""
    words = clause.words
    if len(words) < 3 or not _MEANS.isdisjoint(words):
        return False
    if words[0] in _OUT_OF and words[1] in _PIECES:
        return not _SO.isdisjoint(words[2:6]) and not {"should", "must", "want", "need"} & set(words)
    if not clause.hard or words[0] not in _BEING or words[1] not in _NAMED or not _asked(clause):
        return False
    return not any(
        clause.sentence.labels(i) & verbs for i in clause.places[2:] if clause.words[i - clause.offset] != "have"
    )


def _asked(clause: Clause) -> bool:
    """Does a question mark end it, or the sentence itself?"""
    s = clause.sentence
    rest = s.text[s.tokens[-1].end :].strip()
    return not rest or rest[0] == "?"


def asks_back(clause: Clause) -> Question:
    """What to answer."""
    start, end = clause.span
    return Question(clause.sentence.text[start:end], WHY, NEAREST, start, end, "unsupported")
