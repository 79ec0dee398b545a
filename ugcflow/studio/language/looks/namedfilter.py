"""Filters that are told by a name nobody listed: "a polaroid filter", "the Clarendon filter", "filtered to look like Super 8"."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_NOUNS = frozenset({"filter", "filters"})
_LONGEST = 4
_DETERMINED = frozenset({"a", "an", "the", "that", "this", "some", "my", "our", "one", "of", "with"})
_OTHERS = frozenset({"noise", "audio", "sound", "voice", "music", "pop", "pass", "band", "click", "wind", "hum", "eq", "low", "high", "face", "beauty", "skin", "makeup", "dog", "spam", "search", "color", "colour", "cool", "warm", "good", "nice", "new", "same", "different", "better", "any", "custom", "video", "picture", "image", "no", "all", "every", "other", "another", "first", "last", "funny", "each", "trending", "kind", "sort", "type", "that", "background"})  # fmt: skip
"""Of the sound, of faces, of every kind: no name of a look."""
_PLAIN = frozenset({"vibe", "vibes", "style", "look", "type", "mood", "nice", "cool", "like"})
_LOOKING = frozenset({"filter", "filtered"})
_ENDING = frozenset({"to", "for", "on", "over", "and", "at", "in", "please", "pls", "so", "with", "from", "but"})
_WISHED = frozenset({"<add>", "<apply>", "<use>", "<make>"})


def add_named_filters(sentence: Sentence) -> None:
    """Label as `{filter}` free words in front of "filter", and those behind "filtered to look like"."""
    for at in range(len(sentence)):
        if sentence.tokens[at].low in _NOUNS:
            begin = _begin(sentence, at)
            if begin < at:
                _name(sentence, begin, at)
        if sentence.tokens[at].low in _LOOKING and (begin := _compared(sentence, at)):
            _name(sentence, begin, _end(sentence, begin))


def _begin(s: Sentence, noun: int) -> int:
    """Where the name that ends at `noun` begins, behind an article or a verb or at the beginning; `noun` for none."""
    at = noun
    while at > max(0, noun - _LONGEST) and _free(s, at - 1):
        at -= 1
    led = at == 0 or s.tokens[at - 1].low in _DETERMINED or s.labels(at - 1) & _WISHED or s.tokens[at - 1].kind == "punct"  # fmt: skip
    named = any(
        s.tokens[i].low not in _PLAIN and s.tokens[i].kind == "word" and not s.ends(i, "{platform}")
        for i in range(at, noun)
    )
    return at if led and named and s.tokens[at].kind != "punct" else noun


def _free(s: Sentence, at: int) -> bool:
    """May the word be part of a name? None that has another meaning, or a look the lexicon has."""
    token, labels = s.tokens[at], s.labels(at)
    if token.text == "-" or token.low in _PLAIN:
        return True
    known = any(n[0] == "<" or n in ("{look}", "{filter}", "{number}", "{duration}", "{color}") for n in labels)
    return token.kind == "word" and token.low not in _OTHERS | _DETERMINED and not known and "#separators" not in labels


def _compared(s: Sentence, at: int) -> int:
    """The token behind "filtered to look like", "a filter that looks like a"; 0 for none."""
    words = [t.low for t in s.tokens[at + 1 : at + 7]]
    if "like" not in words or any(s.tokens[at + 1 + i].kind == "punct" for i in range(words.index("like"))):
        return 0
    begin = at + 2 + words.index("like")
    while begin < len(s) and s.tokens[begin].low in ("a", "an", "the", "it", "it's", "its", "from", "some"):
        begin += 1
    return begin if begin < len(s) and s.tokens[begin].kind in ("word", "num") else 0


def _end(s: Sentence, begin: int) -> int:
    """The end of what it is to look like."""
    end = begin
    while end < len(s) and s.tokens[end].kind in ("word", "num") and s.tokens[end].low not in _ENDING:
        end += 1
    return min(end, begin + _LONGEST)


def _name(s: Sentence, begin: int, end: int) -> None:
    if end <= begin or any(s.ends(begin, n) >= end for n in ("{filter}", "{look}")):
        return
    name = s.text[slice(*s.span(begin, end))].lower()
    for place in range(begin, end):
        s.clear(place)
    s.put(begin, "{filter}", end, name)
