"""How big letters are: "size 28", "a 40 pt font" as a look of the words."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

LEAST, MOST = 6, 300
"""Points or pixels; other numbers behind "size" measure something else."""
_LETTERS = frozenset({"font", "fonts", "text", "letters", "lettering", "type", "caption", "captions", "subtitle", "subtitles", "title"})  # fmt: skip
_LINKS = frozenset({"of", "to", "at", "is", "=", ":"})
_POINTS = frozenset({"pt", "pts", "point", "points"})
_PIXELS = frozenset({"px", "pixel", "pixels"})


def add_letter_sizes(sentence: Sentence) -> None:
    """Label as `{style}` the sizes that letters are to have."""
    for at in range(len(sentence)):
        if sentence.tokens[at].kind == "num" and LEAST <= float(sentence.tokens[at].value or 0) <= MOST:
            _put(sentence, at)


def _put(s: Sentence, at: int) -> None:
    unit = s.tokens[at + 1].low if at + 1 < len(s) else ""
    if unit == "-" and at + 2 < len(s):
        unit = s.tokens[at + 2].low
    size = at - 1
    while size > 0 and s.tokens[size].low in _LINKS:
        size -= 1
    named = size >= 0 and s.tokens[size].low == "size"
    shaped = any(s.ends(at, n) for n in ("{resolution}", "{aspect}", "{percent}", "{factor}", "{duration}"))
    lettered = not _LETTERS.isdisjoint(s.words)
    if unit in _POINTS or (unit in _PIXELS and lettered):
        s.put(at, "{style}", at + 2 + (s.tokens[at + 1].text == "-"), f"{s.tokens[at].text} {unit}")
    elif named and lettered and not shaped:
        s.put(size, "{style}", at + 1, f"size {s.tokens[at].text}")
