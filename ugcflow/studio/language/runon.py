"""Clauses that nothing parts: "its too long get it under 30s", "add captions make it vertical"."""

from __future__ import annotations

from ugcflow.studio.language.sentence import Sentence

_ASKING = frozenset({"get", "make", "cut", "turn", "bring", "drop", "move", "speed", "slow", "trim", "remove", "lose", "put", "take", "keep", "lower", "raise", "fix", "chop", "bump", "crank", "delete", "crop", "shorten", "tighten", "mute", "blur", "export", "stabilise", "stabilize", "brighten", "swap", "replace", "add", "denoise", "clean"})  # fmt: skip
_OBJECTS = frozenset({"it", "them", "em", "this", "that", "everything", "all"})
_DENYING = frozenset({"no", "not", "dont", "don't", "without", "never"})
_HEARD = frozenset({"<music>", "<voice>", "<audio>"})
_MAY = frozenset({"can", "could", "pls", "please"})
_LEADING = frozenset({"to", "can", "could", "please", "pls", "plz", "you", "we", "i", "u", "me", "let", "lets", "let's", "just", "not", "don't", "dont", "never", "or", "then", "that", "which", "who", "would", "should", "will", "help", "by", "need", "want", "also", "so", "go", "gonna", "wanna", "of", "for", "they", "it", "if", "when", "and", "but", "no", "clips", "clip", "shots", "effects", "changes", "must", "a", "the", "how", "what", "where", "quickly", "always", "really", "in", "on", "with", "as", "from", "into", "at", "us", "him", "her", "ai", "may", "might", "cannot", "can't", "cant", "automatically"})  # fmt: skip
_ASIDE = frozenset({"if", "when", "how", "what", "that", "which", "so", "and", "then", "who", "where"})
_TOLD = frozenset({"is", "are", "was", "were", "its", "it's", "too", "so", "theres", "there's", "looks", "sounds", "feels", "there", "needs", "has", "keeps", "isnt", "isn't", "aint", "drags", "hell"})  # fmt: skip
_VERBS = frozenset({"<remove>", "<cut>", "<add>", "<raise>", "<lower>", "<speedup>", "<slowdown>", "<stabilize_>"})


def begins_anew(sentence: Sentence, begin: int, at: int) -> bool:
    """Does a new clause begin at token `at`, though no comma or "and" stands before it: an imperative and its pronoun, behind something whole?"""
    if at - begin < 2 or at + 1 >= len(sentence):
        return False
    if sentence.tokens[at].low in ("just", "only"):  # "dont add music just captions"
        return any(t.low in _DENYING for t in sentence.tokens[begin : begin + 2])
    if sentence.labels(at) & _HEARD:
        return _levelled(sentence, begin, at)
    asked = at + 2 if sentence.tokens[at].low in _MAY and at + 3 < len(sentence) else at
    if sentence.tokens[asked].low not in _ASKING:
        return False
    words = [t.low for t in sentence.tokens[begin : at + 2]]
    thing = sentence.tokens[asked + 1].low
    if thing not in _OBJECTS or words[-3] in (_ASIDE if asked > at else _LEADING):
        return False
    if asked > at and words[-1] not in ("u", "you", "we", "i"):
        return False
    if sentence.tokens[at - 1].kind not in ("word", "num", "text"):
        return False
    whole = any(sentence.labels(i) & _VERBS for i in range(begin, at - 1))
    return bool(_TOLD & set(words[:-2])) or whole


def _levelled(sentence: Sentence, begin: int, at: int) -> bool:
    """ "vo up 3db music down 6db": a second thing heard, right behind the level of the first."""
    level = any(sentence.ends(i, n) == at for i in range(max(begin, at - 3), at) for n in ("{db}", "{percent}"))
    return level and any(sentence.labels(i) & _HEARD for i in range(begin, at - 1))
