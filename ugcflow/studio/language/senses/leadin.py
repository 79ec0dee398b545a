"""What leads to a request and is none itself: "does anyone know how to (cut the first 5 seconds)", "I can't figure out how to …"."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_LONGEST = 9
_NEAR = 3
_TO = frozenset({"how", "way", "ways", "possible", "asked", "hoping", "looking", "trying", "able", "told", "option", "method", "supposed"})  # fmt: skip
_ASKING = frozenset({"do", "can", "could", "should", "would", "might", "does"})
_WHO = frozenset({"i", "we", "you", "one", "u"})
_TEACHING = frozenset({"show", "shows", "showing", "teach", "teaches", "learn", "explains", "about"})
_TOOLS = frozenset({"what", "which"})
_NAMED = frozenset({"<silence>", "<filler>", "<bad_take>", "<caption>", "<music>", "<logo>", "<sticker>", "<effect>", "<voiceover>", "<broll>", "<transition>", "<thumbnail>", "<noise_>", "<text>", "<zoom_>", "<fade_>", "<bars>", "<shake>", "<source>", "<audio>", "<voice>", "<background>", "<dark>"})  # fmt: skip


def silence_lead_in(sentence: Sentence) -> None:
    """Make the words in front of each request small ones, where nothing there names what is to be edited."""
    begin = 0
    for at in range(len(sentence)):
        if sentence.tokens[at].kind == "punct" and sentence.tokens[at].text in ",.!?;:-":
            begin = at + 1
        end = _led(sentence, begin, at)
        if end and end < len(sentence) and not any(_named(sentence, i) for i in range(begin, at)):
            for place in range(begin, end):
                sentence.clear(place)
            sentence.put(begin, "#noise", end, None)
            begin = end


def _led(s: Sentence, begin: int, at: int) -> int:
    """The token the request begins at behind "how to", "way to", "possible for me to", "how do I"; 0 for none."""
    if not begin <= at <= begin + _LONGEST:
        return 0
    words = [t.low for t in s.tokens[at : at + 4]]
    if words[0] == "how" and len(words) > 2 and words[1] in _ASKING and words[2] in _WHO:
        return at + 3 if at - begin <= _NEAR else 0
    if words[0] == "use" and words[1:2] == ["to"] and s.tokens[begin].low in _TOOLS:
        return at + 2
    if words[0] not in _TO or at == begin:
        return 0
    place = 3 if words[1:2] == ["for"] else 1
    return at + place + 1 if words[place : place + 1] == ["to"] else 0


def _named(s: Sentence, at: int) -> bool:
    labels = s.labels(at)
    told = s.tokens[at].kind in ("text", "num", "clock", "file") or s.tokens[at].low in _TEACHING
    return told or not _NAMED.isdisjoint(labels)
