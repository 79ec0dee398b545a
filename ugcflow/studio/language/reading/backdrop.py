"""What is said beside a background: which one it is ("my messy bedroom background"), or a thing in it ("the cup from the background")."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.words.sentence import Sentence


def in_background(clause: Clause, left: list[int], used: set[int]) -> list[int]:
    """Of the words left over, and the short ones nobody knows, those that don't tell which background is meant."""
    s = clause.sentence
    short = {i for i in clause.places if s.tokens[i].kind == "word" and _unknown(s, i)}
    return [i for i in sorted({*left, *short} - used) if not _of_background(s, i)]


def _unknown(s: Sentence, at: int) -> bool:
    """Is the word none of the lexicon's own, but at most one of a phrase?"""
    polite = any(s.ends(i, "#noise") > at for i in range(max(0, at - 5), at))
    return not polite and not any(n[0] in "<{#" for n in s.labels(at))


def _of_background(s: Sentence, at: int) -> bool:
    """ "My messy bedroom background": which one it is."""
    place = at
    while place < len(s) and s.tokens[place].kind == "word" and not s.ends(place, "#noise"):
        if "<background>" in s.labels(place):
            return True
        place += 1
    return False
