"""How many words of captions are seen together: "2-word captions", "three words at a time", "max 5 words per line", as a look of them."""

from __future__ import annotations

from ugcflow.studio.language.figures.number import read_number
from ugcflow.studio.language.words.sentence import Sentence

MOST = 12
"""Words or lines; more are not shown together."""
_UNITS = frozenset({"word", "words", "line", "lines"})
_TOGETHER = (("at", "a", "time"), ("at", "once"), ("on", "screen", "at", "a", "time"), ("on", "screen", "at", "once"), ("per", "line"), ("a", "line"), ("each", "line"), ("per", "screen"), ("per", "caption"), ("per", "frame"), ("each", "caption"), ("on", "screen"), ("on", "each", "line"))  # fmt: skip
_ALONE = (("at", "a", "time"), ("at", "once"), ("per", "line"), ("per", "caption"))
_FEWER = frozenset({"fewer", "less", "more"})
_AND_TO = frozenset({"-", "–", "to", "or"})
_MOST = ("max", "maximum", "tops", "only")
_SPOKEN_OF = frozenset({"word", "words", "line", "lines"})


def add_word_groups(sentence: Sentence) -> None:
    """Label as `{style}`, and as `{wordgroup}`, how many words are to be seen together."""
    if sentence.words.isdisjoint(_SPOKEN_OF) and not sentence.may_have("<caption>"):
        return
    for at in range(len(sentence)):
        end = _counted(sentence, at) or _compared(sentence, at)
        if end and not any(stop > at for i in range(max(0, at - 4), at) for n, stop, _ in sentence.arcs[i] if n == "{wordgroup}"):  # fmt: skip
            _put(sentence, at, end)


def _put(s: Sentence, at: int, end: int) -> None:
    said = s.text[slice(*s.span(at, end))].lower()
    for place in range(at, end):
        s.clear(place)
    s.put(at, "{style}", end, said)
    s.put(at, "{wordgroup}", end, said)


def _counted(s: Sentence, at: int) -> int:
    """The end of "3 words at a time", "two at once", "2-word" in front of captions, "5 words max"; 0 for none of these."""
    end = _number(s, at)
    if not end:
        return 0
    unit = end + (s.tokens[end].text == "-") if end < len(s) else end
    if unit >= len(s) or s.tokens[unit].low not in _UNITS:
        return _after(s, end, _ALONE)
    most = unit + 2 if unit + 1 < len(s) and s.tokens[unit + 1].low in _MOST else unit + 1
    if together := _after(s, most, _TOGETHER):
        return together
    if not s.places("<caption>"):
        return 0
    limited = at > 0 and (s.ends(at - 1, "<under>") == at or s.tokens[at - 1].low in _MOST)
    limited = limited or (unit + 1 < len(s) and s.tokens[unit + 1].low in _MOST)
    return unit + 1 if limited or s.ends(unit + 1, "<caption>") or unit > end or _apart(s, at, unit + 1) else 0


def _apart(s: Sentence, at: int, end: int) -> bool:
    """ "Captions: two lines, white": between two marks."""
    opened = at > 0 and s.tokens[at - 1].text in ",:;(-–—"
    if at > 0 and s.tokens[at - 1].low in ("in", "on", "over", "across") and s.tokens[end - 1].low in ("line", "lines"):
        return True  # "captions in two lines"
    return opened and (end >= len(s) or s.tokens[end].kind == "punct")


def _number(s: Sentence, at: int) -> int:
    """The end of "3", "two", "3-5", "three to five"."""
    found = read_number(s, at) if s.tokens[at].kind in ("num", "word") else None
    if not found or not 1 <= found[0] <= MOST or not float(found[0]).is_integer():
        return 0
    more = found[1] + 1 if found[1] < len(s) and s.tokens[found[1]].low in _AND_TO else 0
    other = read_number(s, more) if 0 < more < len(s) else None
    return other[1] if other and found[0] < other[0] <= MOST else found[1]


def _compared(s: Sentence, at: int) -> int:
    """The end of "fewer words per line"."""
    led = s.tokens[at].low in _FEWER and at + 1 < len(s) and s.tokens[at + 1].low == "words"
    return _after(s, at + 2, _TOGETHER) if led else 0


def _after(s: Sentence, at: int, endings: tuple[tuple[str, ...], ...]) -> int:
    """The end of the longest of `endings` at `at`."""
    words = tuple(t.low for t in s.tokens[at : at + 5])
    return max((at + len(e) for e in endings if words[: len(e)] == e), default=0)
