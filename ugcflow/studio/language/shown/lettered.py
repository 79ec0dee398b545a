"""What words to be shown look like: written like a title ("Day Two"), a figure ("$19"), or words that no edit has a use for."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

PEOPLE = frozenset({"i", "i'm", "i'd", "i'll", "i've"})
_LOOKS = frozenset({"{place}", "{platform}", "{style}", "{language}", "{format}", "{color}", "{aspect}", "#separators"})
THINGS = frozenset({"<caption>", "<text>", "<music>", "<logo>", "<sticker>", "<transition>", "{role}", "{look}"})
_FREE = frozenset({"#noise", "<export_>", "<order>", "<source>", "{number}", "#number", "#fraction", "#ordinal", "<half_of>", "{percent}", "{factor}", "<with>", "<t_at>", "<t_first>", "<t_near>"})  # fmt: skip
"""What the words to be shown may well be known as."""
_REFERRING = PEOPLE | frozenset({"it's", "we", "what", "down", "out", "up", "a", "an", "the", "my", "our", "his", "her", "their", "your", "its", "it", "this", "that", "these", "those", "on", "in", "at", "over", "under", "some", "something", "anything", "everything", "all", "every", "each", "whatever", "one", "two", "them", "along", "underneath", "below", "above", "here", "there", "him", "me", "us", "to", "about", "with", "for", "and", "how", "code"})  # fmt: skip
SIGNS = frozenset("$€£@#")


def shouted(s: Sentence) -> bool:
    """ALL IN CAPITALS: they say nothing then about which words are to be shown."""
    words = [t.text for t in s.tokens if t.kind == "word" and len(t.text) > 1]
    return len(words) > 2 and all(w.isupper() for w in words)


def capital(s: Sentence, at: int) -> bool:
    """Does a word written with a capital stand there, which is not whoever asks, nor in capitals as all are?"""
    token = s.tokens[at] if at < len(s) else None
    return token is not None and token.kind == "word" and token.text[0].isupper() and (token.low not in PEOPLE or capitals(s, at)) and not shouted(s)  # fmt: skip


def proper(s: Sentence, at: int) -> bool:
    """Words like a name, that tell neither where nor what it is like."""
    return capital(s, at) and not s.labels(at) & _LOOKS


def titled(s: Sentence, at: int) -> bool:
    """Words like a name, none of them a thing of an edit ("close with Music")."""
    near = (i for i in range(at, min(len(s), at + 4)))
    return proper(s, at) and not any(s.labels(i) & THINGS for i in near)


def strange(s: Sentence, at: int) -> bool:
    """Words like a name that nobody here knows, or WORDS IN CAPITALS whatever they mean."""
    return capital(s, at) and (capitals(s, at) or not {n for n in s.labels(at) if n[0] in "<{#"} - _FREE)


def capitals(s: Sentence, at: int) -> bool:
    """ "Slap WE MOVED on top": two words and more in capitals; none of "MY LOGO"."""
    run = [i for i in range(at, min(len(s), at + 3)) if s.tokens[i].kind == "word" and s.tokens[i].text.isupper()]
    whole = run[:2] == [at, at + 1] and all(len(s.tokens[i].text) > 1 for i in run[:2])
    return whole and not any(s.labels(i) & (THINGS | {"{color}", "{place}"}) for i in run)


def written(s: Sentence, at: int) -> bool:
    """ "(Write) Thank you, Ben and Julia!", "(write) sold out": like a name, or words that mean nothing else."""
    if titled(s, at) or at >= len(s) or s.tokens[at].kind != "word" or s.tokens[at].text[0].isupper():
        return titled(s, at)
    return s.tokens[at].low not in _REFERRING and not any(n[0] in "<{" for n in s.labels(at))


def figure(s: Sentence, at: int) -> bool:
    """ "$5", "19,99", "@lumen"."""
    return at < len(s) and (s.tokens[at].kind == "num" or s.tokens[at].text in SIGNS)
