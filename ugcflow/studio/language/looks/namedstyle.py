"""Styles that captions are told by name: "use the Beasty style", "captions in the Ocean preset"."""

from __future__ import annotations

import re

from ugcflow.studio.language.words.sentence import Sentence

_DETERMINED = frozenset({"the", "a", "an", "my", "our", "that", "this", "your"})
_SORTS = frozenset({"style", "preset", "theme", "template", "font", "typeface"})
_ALIKE = frozenset({"like", "as", "of"})
_LEADING = _SORTS | {"look", "looks", "way", "same", "the", "in", "styled", "done", "made"}
_LONGEST = 3
_OTHERS = frozenset({"<music>", "<transition>", "<text>", "<logo>", "<zoom_>", "<effect>", "<thumbnail>", "<voiceover>"})  # fmt: skip
"""What else may have a style; the thing named last before it is meant."""
_OF_PICTURES = frozenset({"{look}", "{filter}", "{transition}", "{format}", "{style}", "{color}", "<filter_>", "<grade>", "<caption>", "<length>", "<source>"})  # fmt: skip
"""A name with one of these is known already, or no caption's."""
_CAPTIONS = frozenset({"<caption>"})
_LETTERED = _CAPTIONS | {"<text>", "{text}"}
"""What is written in a font."""


def add_named_styles(sentence: Sentence) -> None:
    """Label as `{style}` the name, with its article and "style", where captions are what was named last."""
    for at in range(len(sentence) if sentence.may_have("<caption>", "<text>", "{text}") else 0):
        if at and "<caption>" in sentence.labels(at - 1):
            sentence.drop(at, frozenset({"<background>"}))  # "make the caption background darker"
        used = _used_for(sentence, at) if sentence.tokens[at].low in ("use", "using", "apply", "try") else 0
        if used:
            sentence.put(at + 1, "{style}", used, sentence.text[slice(*sentence.span(at + 1, used))].lower())
        if sentence.tokens[at].low in _ALIKE:
            _alike(sentence, at)
        end = _named(sentence, at) if sentence.tokens[at].low in _DETERMINED else 0
        if end and _captions_meant(sentence, at, end):
            name = sentence.text[slice(*sentence.span(at + 1, end - 1))].lower()
            for place in range(at + 1, end):
                sentence.clear(place)
            sentence.put(at + 1, "{style}", end, name)


def _alike(s: Sentence, at: int) -> None:
    """ "Captions like Ali Abdaal's", "in the style of Ali Abdaal", "same look as Ali Abdaal's": one look of the name, with what leads to it."""
    if s.tokens[at].low != "like" and (not at or s.tokens[at - 1].low not in _LEADING - {"the", "in"}):
        return
    known = _OF_PICTURES | _OTHERS
    end = next((i for i in range(at + 1, min(len(s), at + 4)) if not s.tokens[i].text[:1].isupper() or s.labels(i) & known), min(len(s), at + 4))  # fmt: skip
    if end == at + 1 or not _captions_meant(s, at, end):
        return
    begin = next((i + 1 for i in range(at - 1, -1, -1) if s.tokens[i].low not in _LEADING), 0)
    for place in range(begin, end):
        s.clear(place)
    s.put(begin, "{style}", end, re.sub(r"['’]s?$", "", s.text[slice(*s.span(at + 1, end))].lower()))


def _named(s: Sentence, at: int) -> int:
    """The end of "the Beasty style": one to three words of no other meaning between the article and the noun; 0 for none."""
    noun = next((i for i in range(at + 1, min(len(s), at + _LONGEST + 2)) if s.tokens[i].low in _SORTS), 0)
    free = noun > at + 1 and all(s.tokens[i].kind in ("word", "num") or s.tokens[i].text == "-" for i in range(at + 1, noun))  # fmt: skip
    known = _OF_PICTURES | _OTHERS
    known -= {"{look}", "{filter}"} if noun and s.tokens[noun].low in ("font", "typeface") else set()
    return noun + 1 if free and not any(s.labels(i) & known for i in range(at + 1, noun)) else 0


def _used_for(s: Sentence, at: int) -> int:
    """The end of "Montserrat" in "use Montserrat for the captions"; 0 where no name stands there."""
    end = at + 1
    while (
        end < min(len(s), at + 4) and s.tokens[end].text[:1].isupper() and not any(n[0] in "<{#" for n in s.labels(end))
    ):
        end += 1
    goes_on = at + 1 < end < len(s) - 1 and s.tokens[end].low in ("for", "on", "in")
    return end if goes_on and any("<caption>" in s.labels(i) for i in range(end + 1, min(len(s), end + 4))) else 0


def _captions_meant(s: Sentence, at: int, end: int) -> bool:
    """Are captions named right behind ("for the captions"), or last of what has a style before?"""
    behind = any("<caption>" in s.labels(i) for i in range(end, min(len(s), end + 4)))
    meant = _LETTERED if s.tokens[end - 1].low in ("font", "typeface") else _CAPTIONS
    last = next((i for i in range(at - 1, -1, -1) if s.labels(i) & (_OTHERS | meant)), -1)
    joined = s.tokens[end - 1].low == "style" or s.tokens[at].low in _ALIKE or "punct" not in {t.kind for t in s.tokens[:at]}  # fmt: skip
    return behind or (
        last >= 0 and bool(s.labels(last) & meant) and joined and not (end < len(s) and s.labels(end) & _OTHERS)
    )
