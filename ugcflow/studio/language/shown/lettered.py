"""What words to be shown look like: written like a title ("Day Two"), IN CAPITALS, a figure ("$19"), or words that no edit has a use for."""

from __future__ import annotations

from ugcflow.studio.language.shown.textend import EDITED
from ugcflow.studio.language.words.sentence import Sentence

_I = frozenset({"i", "i'm", "i'd", "i'll", "i've"})
_LOOKS = frozenset({"{place}", "{platform}", "{style}", "{language}", "{format}", "{color}", "{aspect}", "{look}", "{role}", "#separators"})  # fmt: skip
KNOWN = EDITED | _LOOKS
_REFERRING = frozenset({"it's", "we", "what", "down", "out", "up", "a", "an", "the", "my", "our", "his", "her", "their", "your", "its", "it", "this", "that", "these", "those", "on", "in", "at", "over", "under", "some", "something", "anything", "everything", "all", "every", "each", "whatever", "one", "two", "them", "along", "underneath", "below", "above", "here", "there", "him", "me", "us", "to", "about", "with", "for", "and", "how", "code"})  # fmt: skip


def shouted(s: Sentence) -> bool:
    """ALL IN CAPITALS: they say nothing then about which words are to be shown."""
    words = [t.text for t in s.tokens if t.kind == "word" and len(t.text) > 1]
    return len(words) > 2 and all(w.isupper() for w in words)


def capital(s: Sentence, at: int) -> bool:
    """Does a word written with a capital stand there, which is not whoever asks, nor in capitals as all are?"""
    token = s.tokens[at] if at < len(s) else None
    written = token is not None and token.kind == "word" and token.text[0].isupper() and token.low not in _I
    return written and not shouted(s)


def capitals(s: Sentence, at: int) -> bool:
    """ "Slap WE MOVED on top": two words in capitals; none of "MY LOGO"."""
    run = s.tokens[at : at + 2]
    whole = len(run) == 2 and all(t.kind == "word" and t.text.isupper() and len(t.text) > 1 for t in run)
    return whole and not any(s.labels(i) & KNOWN for i in (at, at + 1))


def proper(s: Sentence, at: int) -> bool:
    """Words like a name, that are nothing to be edited, and tell neither where nor what it is like."""
    return capital(s, at) and not s.labels(at) & KNOWN


def titled(s: Sentence, at: int) -> bool:
    """Words like a name, with nothing to be edited behind the first of them ("close with Jazz music")."""
    return proper(s, at) and not any(s.labels(i) & EDITED for i in range(at, min(len(s), at + 4)))


def written(s: Sentence, at: int) -> bool:
    """ "(Write) Thank you, Ben and Julia!", "(write) sold out": like a name, or words that mean nothing else."""
    if at >= len(s) or s.tokens[at].kind != "word" or s.tokens[at].text[0].isupper():
        return capital(s, at) and not s.labels(at) & KNOWN - {"<clip>"}  # "Part 2 of 5"
    return s.tokens[at].low not in _REFERRING and not any(n[0] in "<{" for n in s.labels(at))


def figure(s: Sentence, at: int) -> bool:
    """ "$5", "19,99", "@lumen"."""
    return at < len(s) and (s.tokens[at].kind == "num" or s.tokens[at].text in "$€£@#")
