"""Verbs of several words: "get rid of" gives nothing, the "up" of "speed it up" raises nothing."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_GIVING = frozenset({"<add>", "<make>", "<insert>", "<keep>", "<fit>", "<fitv>", "<use>", "<apply>", "<need>", "<show>"})  # fmt: skip
_PULLING = frozenset({"get", "take", "taken", "have", "want", "edit", "pull", "need"})
_UNWANTED = frozenset({"<silence>", "<filler>", "<bad_take>", "<noise_>", "<shake>"})
_RATES = {"slow": "down", "slowing": "down", "speed": "up", "speeding": "up"}
_COMING = frozenset({"show", "shows", "showed", "showing", "come", "comes", "coming", "pop", "pops", "popping"})
_APART = 5
"""Words between a verb and its "up" or "down", at most."""


def settle_particles(sentence: Sentence) -> None:
    """Take away what the single words of such a verb would ask for."""
    _take_away_whole(sentence)
    _taken_out(sentence)
    _hurried(sentence)
    _hurried_apart(sentence)
    for at in sentence.places("<lay>"):
        for place in range(at + 1, sentence.ends(at, "<lay>")):
            sentence.drop(place, frozenset({"<lower>"}))  # "lay down a beat"
    for at in range(1, len(sentence) if sentence.may_have("<voice>") else 0):
        if sentence.tokens[at].low == "up" and sentence.tokens[at - 1].low in _COMING:
            sentence.drop(at, frozenset({"<raise>"}))  # "my words show up while I talk"


def _take_away_whole(sentence: Sentence) -> None:
    """ "get rid of", "take out": the first word alone adds and makes nothing."""
    for at in sentence.places("<remove>"):
        end = sentence.ends(at, "<remove>")
        if end > at + 1 and sentence.labels(at) & _GIVING:
            kept = [a for a in sentence.arcs[at] if a[0] not in _GIVING or a[1] >= end]
            sentence.relabel(at, kept)


def _taken_out(s: Sentence) -> None:
    """ "Get the pauses and the ums out (of this)": the verb stands apart from its "out"."""
    for at in range(len(s) if not s.words.isdisjoint(_PULLING) else 0):
        if s.tokens[at].low not in _PULLING:
            continue
        first = s.skip(at + 1, "#noise")
        if first >= len(s) or not s.labels(first) & _UNWANTED:
            continue
        stop = next((i for i in range(first, len(s)) if s.tokens[i].kind == "punct"), len(s))
        if any(s.tokens[i].low in ("out", "gone", "away", "removed") for i in range(first, stop)):
            s.drop(at, _GIVING | {"<cut>", "<clip>", "<source>"})
            s.put(at, "<remove>", at + 1, None)
            s.put(at, "<drop>", at + 1, None)


def _hurried(s: Sentence) -> None:
    """ "Speed it up": this "up" raises nothing."""
    for at in s.places("<speedup>", "<slowdown>"):
        for place in range(at + 1, max(s.ends(at, "<speedup>"), s.ends(at, "<slowdown>"))):
            s.drop(place, frozenset({"<raise>", "<lower>", "<speedup>", "<slowdown>"}))


def _hurried_apart(s: Sentence) -> None:
    """ "Slow the music down": this "down" is no level."""
    for at in s.places("<speedup>", "<slowdown>"):
        for place in range(at + 2, min(len(s), at + 1 + _APART) if s.tokens[at].low in _RATES else 0):
            if s.tokens[place].kind != "word" or s.ends(place, "#separators"):
                break
            if s.tokens[place].low == _RATES[s.tokens[at].low]:
                s.drop(place, frozenset({"<raise>", "<lower>", "'down", "'up"}))
