"""Names of products and scenes made of words that edits have too: a "crop top" crops nothing, whoever flips a pancake mirrors no picture.

Which they are says the lexicon: `compounds` (the names) and `[handled]` (verb → things that it is done to on camera).
"""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.language.words.token import stem

_ARTICLES = frozenset({"the", "a", "an", "my", "our", "your", "his", "her", "their", "some", "this", "that", "two", "three"})  # fmt: skip
_WHO = frozenset({"i", "we", "he", "she", "they", "you", "who", "me", "us", "him", "someone", "chef", "where", "when", "to"})  # fmt: skip
_LED = frozenset({"and", "then", "please", "pls", "also", "just", "but"})
_ONLY_TOLD = frozenset({"cut", "trim", "crop", "chop", "split", "drop", "remove"})
"""What these are done to may be the scene that is to go: they need somebody who does it."""


_EDITED = frozenset({"<audio>", "<voice>", "<music>", "<picture>", "<clip>", "<source>", "<caption>", "<text>", "<colour>", "<saturation>", "<brightness>", "<contrast>", "{place}", "<left>", "<right>", "<bars>", "<part>"})  # fmt: skip


def silence_compounds(sentence: Sentence) -> None:
    """Make such words plain ones, that ask for nothing."""
    for at in sentence.places("#compound"):
        end = sentence.ends(at, "#compound")
        if end and not (_begins(sentence, at) and _edits(sentence, at, end)):
            _silence(sentence, at, end)
    handled = sentence.lexicon.tables.get("handled", {})
    for at in range(len(sentence) - 1) if handled else ():
        verb = _VERBS.get(sentence.tokens[at].key)
        end = _handled(sentence, at, handled[verb]) if verb in handled else 0
        if end and (verb not in _ONLY_TOLD or (at and sentence.tokens[at - 1].low in _WHO)):
            _silence(sentence, at, end)


_VERBS = {stem(v): v for v in ("flip", "beat", "cut", "trim", "chop", "shake", "split", "drop", "rotate", "turn", "raise", "lift", "lower", "warm", "smooth", "level", "clean", "brighten", "stretch", "crop", "spin")}  # fmt: skip


def _handled(s: Sentence, at: int, things: list[str]) -> int:
    """The end of "the pancake" behind its verb; 0 for anything else."""
    place = at + 1
    while place < len(s) and place < at + 3 and s.tokens[place].low in _ARTICLES:
        place += 1
    return place + 1 if place < len(s) and s.tokens[place].low in things else 0


def _begins(s: Sentence, at: int) -> bool:
    """Does what is asked for begin at `at`?"""
    if not at or s.tokens[at - 1].kind == "punct" or s.tokens[at - 1].low in _LED:
        return True
    return any(s.ends(i, "#separators") == at for i in range(max(0, at - 3), at))


def _edits(s: Sentence, at: int, end: int) -> bool:
    """ "Crop top and bottom", "warm up the colours": a verb in front of what is edited, or alone; no name in the plural."""
    last = s.labels(end - 1)
    if not any(n[0] == "<" for n in s.labels(at)) or not any(n[0] in "<{#" and n != "#compound" for n in last):
        return False  # "light roast": what nobody edits
    after = s.skip(end, "#noise") if end < len(s) else end
    named = after < len(s) and s.tokens[after].kind == "word" and _EDITED.isdisjoint(s.labels(after))
    return not named or s.tokens[after].low in ("and", "or", "by", "to")


def _silence(s: Sentence, at: int, end: int) -> None:
    for place in range(max(0, at - 4), end):
        if place < at:  # what ran into it from before
            s.relabel(place, [arc for arc in s.arcs[place] if arc[1] <= at])
        else:
            s.clear(place)
    s.put(at, "#plain", end, None)
