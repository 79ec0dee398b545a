"""Where words to be shown begin that no "saying" announces: what leads up to them, what they must look like behind it, and how far they go."""

from __future__ import annotations

from collections.abc import Callable

from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.phrases.shape import past, pieces
from ugcflow.studio.language.shown.lettered import KNOWN, capital, capitals, figure, proper, titled, written
from ugcflow.studio.language.shown.textend import short_end, tail, text_end
from ugcflow.studio.language.words.sentence import Sentence

Span = tuple[int, int]
"""First token and end of a text."""
Find = Callable[[Sentence, Grammar, int, int], Span | None]
"""The text behind a lead that stands at one token and ends at another."""
_LIMITS = frozenset({"to", "until", "till", "til", "before", "from", "starting", "start", "starts", "begin", "begins", "at"})  # fmt: skip
_NO_WORDS = frozenset({"it", "that", "this", "something", "so", "anything", "the", "what", "my", "a", "about"})
_PICTURED = frozenset({"show", "use", "add", "insert", "place", "drop", "lay", "throw"})
"""Said of pictures as well as of words, so that they need a place in the frame."""
_GREETINGS = frozenset({"hello", "welcome", "thanks", "thank", "goodbye", "congratulations", "congrats", "happy", "merry"})  # fmt: skip
_TIMES = frozenset({"{instant}", "{range}", "{first}", "{last}", "{ending}", "{opening}", "{duration}"})


def led(s: Sentence, grammar: Grammar, at: int) -> Span | None:
    """The text that is led up to at token `at`."""
    keys = (s.tokens[at].low, *s.labels(at))
    for number in sorted({n for key in keys for n in _AT.get(key, ())}):
        shape, find = _LEADS[number]
        begin = past(s, at, shape)
        if 0 < begin < len(s) and (span := find(s, grammar, at, begin)):
            return span
    return None


def _like(looks: Callable[[Sentence, int], bool]) -> Find:
    """Whatever is written like that."""

    def find(s: Sentence, grammar: Grammar, _: int, begin: int) -> Span | None:
        bracket = s.tokens[begin - 1].text in "(（"
        return (begin - bracket, text_end(s, grammar, begin - bracket)) if looks(s, begin) else None

    return find


def _until_said(s: Sentence, grammar: Grammar, at: int, begin: int) -> Span | None:
    """ "Cut the beginning up to where I say welcome back": the words that end what goes, or begin what stays."""
    before = at - 1 - (s.tokens[at - 1].low in ("it", "this", "video", "clip"))  # "start it where she says"
    limited = s.tokens[at].low in _LIMITS or (before >= 0 and s.tokens[before].low in _LIMITS)
    worded = s.tokens[begin].kind == "word" and s.tokens[begin].low not in _NO_WORDS
    return (begin, text_end(s, grammar, begin)) if limited and worded else None


def _tagged(s: Sentence, _: Grammar, __: int, begin: int) -> Span | None:
    """ "A price tag of $5"."""
    return (begin, short_end(s, begin)) if figure(s, begin) else None


def _value(s: Sentence, grammar: Grammar, at: int, begin: int) -> Span | None:
    """ "The price, $29.99, on the video", "the date (12 May)": what it is, with the marks around."""
    mark, first = s.tokens[begin - 1], s.tokens[begin]
    marked = mark.kind == "punct"
    plain = first.kind == "num" or (first.text.isupper() and len(first.text) > 1)  # "the code CRUMB15"
    told = first.kind in ("num", "text") or first.text[:1].isupper() if marked else plain
    near = range(max(0, at - 3), at)
    wanted = any(s.labels(i) & {"<add>", "<show>", "<write>"} or s.tokens[i].low in ("the", "our", "my") for i in near)
    if not wanted or not (told or figure(s, begin)):
        return None
    end = text_end(s, grammar, begin) if mark.text == ":" else short_end(s, begin)
    return begin - marked, end + (marked and end < len(s) and s.tokens[end].text in ",)）")


def _put_up(s: Sentence, grammar: Grammar, at: int, begin: int) -> Span | None:
    """ "Pin Code SAVE10 to the bottom", "put Fade as a title", "add Thank you at the end": what is written like a name, and where it goes."""
    if not capital(s, begin):
        return None
    end = text_end(s, grammar, begin)
    if s.tokens[begin].low in _GREETINGS and not any(s.labels(i) & KNOWN for i in range(begin, end)):
        return begin, end
    if past(s, end, "as [a|the|my|our] (<text>|{role})"):
        return begin, end
    if not proper(s, begin) or end >= len(s) or not tail(s, end):
        return None
    timed = any(s.labels(i) & _TIMES for i in range(end, min(len(s), end + 3)))
    sentence = any("#noise" in s.labels(i) for i in range(begin, end))  # "Link in bio", no "VHS look"
    placed = not timed and end > begin + 1  # no "put Maria on the left", "show Big Ben at 0:05"
    return (begin, end) if placed or capitals(s, begin) or (sentence and s.tokens[at].low not in _PICTURED) else None


def _once_more(s: Sentence, grammar: Grammar, at: int, begin: int) -> Span | None:
    """ "The text Before at 0:02 and After at 0:09": a second one with a time or a place of its own."""
    if not proper(s, begin) or s.labels(begin) & grammar.verbs or not any(_shows(s, i) for i in range(at)):
        return None
    where = _TIMES | {"{place}"}
    dated = any(stop == at and n in where for i in range(max(0, at - 6), at) for n, stop, _ in s.arcs[i])
    end = text_end(s, grammar, begin)
    return (begin, end) if dated and end < len(s) and s.labels(end) & where else None


def _shows(s: Sentence, at: int) -> bool:
    return s.tokens[at].kind == "text" or bool(s.labels(at) & {"<text>", "{role}", "<announce>", "<announce_weak>"})


def _set_off(s: Sentence, _: Grammar, __: int, begin: int) -> Span | None:
    """ "Open on a title, Day 3 in Lisbon, and …"."""
    stop = next((i for i in range(begin, len(s)) if s.tokens[i].kind == "punct"), 0)
    return (begin, stop) if stop and proper(s, begin) else None


_LEADS: tuple[tuple[str, Find], ...] = (
    ("(title|call|name|headline) it", _like(proper)),
    ("(off|end|close|finish|out) with", _like(titled)),
    ("(write|print)", _like(written)),
    ("(third|thirds|tag|nametag|chyron) [{instant}|{range}|{opening}|{ending}] (for|with)", _like(proper)),
    ("<change> [the|my|our] (<text>|{role}) (to|into)", _like(proper)),
    ("(<texty>|{role}) [under|on|in|at] [the] [video|clip|screen|end|start] [should|must|will] (is|are|be)", _like(proper)),
    ("<caption> [under|on|in|at] [the] [video|clip|screen|end|start] (should|must|will) be", _like(proper)),
    ("<texty> [(|（]", _like(proper)),
    ("(where|when|until|till|before) (i|he|she|we|they) (say|says|said)", _until_said),
    ("(price|date|website|url|address|handle|code|discount|name|hashtag|email|offer|deadline|number|location) [,|(|（|:]", _value),
    ("(tag|label|badge|sticker|price|tags|labels) of", _tagged),
    ("(pin|put|stick|slap|place|show|display|flash|pop|write|print|overlay|type|splash|stamp|superimpose|drop|lay|throw|hang|park|use|add|insert)", _put_up),
    ("(and|,|then) [and|then]", _once_more),
    ("<text> ,", _set_off),
)  # fmt: skip
"""What stands in front of words to be shown."""
_AT: dict[str, list[int]] = {}
for _number, (_shape, _) in enumerate(_LEADS):
    for _key in (*pieces(_shape)[0].words, *pieces(_shape)[0].labels):
        _AT.setdefault(_key, []).append(_number)
BEGINNINGS = frozenset(_AT)
"""Words and labels where a lead may begin: a quick no for all others."""
