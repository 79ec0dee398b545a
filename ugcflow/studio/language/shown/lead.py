"""Where words to be shown begin that no "saying" announces: what leads up to them, what they must look like behind it, and how far they go."""

from __future__ import annotations

from collections.abc import Callable

from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.phrases.shape import past, pieces
from ugcflow.studio.language.shown.lettered import KNOWN, capital, capitals, figure, proper, written
from ugcflow.studio.language.shown.textend import EDITED, short_end, tail, text_end
from ugcflow.studio.language.words.sentence import Sentence

Span = tuple[int, int]
"""First token and end of a text; (0, 0) for none."""
_NAMING: tuple[tuple[str, Callable[[Sentence, int], bool]], ...] = (
    ("(title|call|name|headline) it", proper),
    ("(off|end|close|finish|out) with", proper),
    ("(write|print)", written),
    ("(third|thirds|tag|nametag|chyron) [{instant}|{range}|{opening}|{ending}] (for|with)", proper),
    ("<change> [the|my|our] (<text>|{role}) (to|into)", proper),
    ("(<texty>|{role}) [under|on|in|at] [the] [video|clip|screen|end|start] [should|must|will] (is|are|be)", proper),
    ("<caption> [under|on|in|at] [the] [video|clip|screen|end|start] (should|must|will) be", proper),
    ("<texty> [(|（]", proper),
)
"""What stands in front of words that are written like a name, and how much like one they must be."""
_WHERE = "(where|when|until|till|before) (i|he|she|we|they) (say|says|said)"
_LIMITS = frozenset({"to", "until", "till", "til", "before", "from", "starting", "start", "starts", "begin", "begins", "at"})  # fmt: skip
_NO_WORDS = frozenset({"it", "that", "this", "something", "so", "anything", "the", "what", "my", "a", "about"})
_VALUE = (
    "(price|date|website|url|address|handle|code|discount|name|hashtag|email|offer|deadline|number|location) [,|(|（|:]"
)
_TAG = "(tag|label|badge|sticker|price|tags|labels) of"
_SHOWING = frozenset({"pin", "put", "stick", "slap", "place", "show", "display", "flash", "pop", "write", "print", "overlay", "type", "splash", "stamp", "superimpose", "drop", "lay", "throw", "hang", "park", "use", "add", "insert"})  # fmt: skip
_PICTURED = frozenset({"show", "use", "add", "insert", "place", "drop", "lay", "throw"})
"""Said of pictures as well as of words, so that they need a place in the frame."""
_GREETINGS = frozenset({"hello", "welcome", "thanks", "thank", "goodbye", "congratulations", "congrats", "happy", "merry"})  # fmt: skip
_TIMES = frozenset({"{instant}", "{range}", "{first}", "{last}", "{ending}", "{opening}", "{duration}"})
_FIRST = [pieces(shape)[0] for shape in (*(shape for shape, _ in _NAMING), _WHERE, _VALUE, _TAG, "<text> ,")]
LABELS = frozenset().union(*(p.labels for p in _FIRST))
WORDS = _SHOWING.union({"and", ",", "then"}, *(p.words for p in _FIRST))
"""Where a lead may begin: a quick no for all other words."""


def led(s: Sentence, grammar: Grammar, at: int) -> Span:
    """The text that is led up to at token `at`."""
    for shape, looks in _NAMING:
        begin = past(s, at, shape)
        if begin and looks(s, begin):
            begin -= s.tokens[begin - 1].text in "(（"
            return begin, text_end(s, grammar, begin)
    others = (_until_said, _value, _put_up, _once_more)
    return next((span for find in others if (span := find(s, grammar, at))), None) or _set_off(s, at)


def _until_said(s: Sentence, grammar: Grammar, at: int) -> Span | None:
    """ "Cut the beginning up to where I say welcome back": the words that end what goes, or begin what stays."""
    begin = past(s, at, _WHERE)
    if not begin or begin >= len(s) or s.tokens[begin].kind != "word" or s.tokens[begin].low in _NO_WORDS:
        return None
    before = at - 1 - (s.tokens[at - 1].low in ("it", "this", "video", "clip"))  # "start it where she says"
    limited = s.tokens[at].low in _LIMITS or (before >= 0 and s.tokens[before].low in _LIMITS)
    return (begin, text_end(s, grammar, begin)) if limited else None


def _value(s: Sentence, grammar: Grammar, at: int) -> Span | None:
    """ "The price, $29.99, on the video", "the date (12 May)", "a price tag of $5": what it is, with the marks around."""
    begin = past(s, at, _TAG)
    if begin and figure(s, begin):
        return begin, short_end(s, begin)
    begin = past(s, at, _VALUE)
    if not begin or begin >= len(s) or not _wanted(s, at):
        return None
    mark, first = s.tokens[begin - 1], s.tokens[begin]
    marked = mark.kind == "punct"
    plain = first.kind == "num" or (first.text.isupper() and len(first.text) > 1)  # "the code CRUMB15"
    told = first.kind in ("num", "text") or first.text[:1].isupper() if marked else plain
    if not (told or figure(s, begin)):
        return None
    end = text_end(s, grammar, begin) if mark.text == ":" else short_end(s, begin)
    return begin - marked, end + (marked and end < len(s) and s.tokens[end].text in ",)）")


def _wanted(s: Sentence, at: int) -> bool:
    near = range(max(0, at - 3), at)
    return any(s.labels(i) & {"<add>", "<show>", "<write>"} or s.tokens[i].low in ("the", "our", "my") for i in near)


def _put_up(s: Sentence, grammar: Grammar, at: int) -> Span | None:
    """ "Pin Code SAVE10 to the bottom", "put Fade as a title", "add Thank you at the end": what is written like a name, and where it goes."""
    begin = at + 1
    if s.tokens[at].low not in _SHOWING or not capital(s, begin):
        return None
    end = text_end(s, grammar, begin)
    if s.tokens[begin].low in _GREETINGS and not any(s.labels(i) & KNOWN for i in range(begin, end)):
        return begin, end
    if any(s.tokens[i].text[0].islower() and s.labels(i) & EDITED for i in range(begin, end)):
        return None  # "put Ana's captions at the top"
    if past(s, end, "as [a|the|my|our] (<text>|{role})"):
        return begin, end
    if not proper(s, begin) or end >= len(s) or not tail(s, end):
        return None
    timed = any(s.labels(i) & _TIMES for i in range(end, min(len(s), end + 3)))
    sentence = any("#noise" in s.labels(i) for i in range(begin, end))  # "Link in bio", no "VHS look"
    placed = not timed and end > begin + 1  # no "put Maria on the left", "show Big Ben at 0:05"
    return (begin, end) if placed or capitals(s, begin) or (sentence and s.tokens[at].low not in _PICTURED) else None


def _once_more(s: Sentence, grammar: Grammar, at: int) -> Span | None:
    """ "The text Before at 0:02 and After at 0:09": a second one with a time of its own."""
    begin = past(s, at, "(and|,|then) [and|then]")
    named = begin and proper(s, begin) and not s.labels(begin) & grammar.verbs
    if not named or not any(_shows(s, i) for i in range(at)):
        return None
    dated = any(stop == at and n in _TIMES for i in range(max(0, at - 6), at) for n, stop, _ in s.arcs[i])
    end = text_end(s, grammar, begin)
    return (begin, end) if dated and end < len(s) and s.labels(end) & _TIMES else None


def _shows(s: Sentence, at: int) -> bool:
    return s.tokens[at].kind == "text" or bool(s.labels(at) & {"<texty>", "<announce>", "<announce_weak>"})


def _set_off(s: Sentence, at: int) -> Span:
    """ "Open on a title, Day 3 in Lisbon, and …"."""
    begin = past(s, at, "<text> ,")
    if not begin or not proper(s, begin):
        return 0, 0
    stop = next((i for i in range(begin, len(s)) if s.tokens[i].kind == "punct"), 0)
    return (begin, stop) if stop else (0, 0)
