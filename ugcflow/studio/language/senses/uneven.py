"""Loud here and quiet there: "quiet in some parts and loud in others", "the peaks and the quiet passages" are one complaint, told in two halves."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_LOUD = frozenset({"loud", "louder", "loudest", "louds", "blasting", "deafening", "booming", "screaming", "shout", "shouting", "yell", "yelling", "peaks", "highs", "loudly", "shouts", "yells", "booms", "blasts"})  # fmt: skip
_QUIET = frozenset({"quiet", "quieter", "quietest", "quiets", "soft", "softer", "faint", "low", "inaudible", "whisper", "whispering", "whispered", "valleys", "lows", "troughs", "dips", "silent", "quietly", "mumbling", "whispers", "mumbles"})  # fmt: skip
_BETWEEN = frozenset({"in", "at", "some", "other", "others", "part", "parts", "bit", "bits", "place", "places", "section", "sections", "passage", "passages", "moment", "moments", "minute", "second", "next", "one", "one's", "the", "a", "and", "but", "or", "then", "also", "while", "too", "way", "so", "really", "very", "much", "far", "sometimes", "times", "is", "are", "it", "it's", "its", "i", "i'm", "im", "he", "she", "they", "was", "were", "gets", "here", "there", "first", "half", "end", "start", "clip", "clips", "scenes", "scene", "spots", "suddenly", "almost", "super", "pretty", "to", "from", "people", "of", "guest", "host", "speaker", "person", "guy", "mic", "sounds", "comes", "out", "always", ",", ";", "/", "&", "-"})  # fmt: skip
_JOINING = frozenset({"and", "but", "then", "or", "while", ",", "to", "next", "/", "&", "sometimes", "other", "others"})
_PARTED = frozenset({"some", "others", "parts", "part", "bits", "places", "sometimes", "passages", "moments", "minute", "moment", "sections", "spots", "scenes", "clips", "here", "times", "half", "suddenly", "from"})  # fmt: skip
_NOUNS = frozenset({"parts", "bits", "passages", "sections", "moments", "places", "ones", "spots", "people", "speakers", "voices", "clips", "in", "there"})  # fmt: skip
_PLURALS = frozenset({"peaks", "highs", "louds", "quiets", "lows", "valleys", "troughs"})
_LEADING = frozenset({"sometimes", "i", "i'm", "im", "too", "way", "really", "is", "it's", "the"})
_LONGEST = 12


def add_unevenness(sentence: Sentence) -> None:
    """Make the two halves one word `<uneven>`, unless such parts are to be taken away."""
    s = sentence
    if s.words.isdisjoint(_LOUD) or s.words.isdisjoint(_QUIET):
        return
    for at in range(len(s) - 2):
        end = _other_half(s, at)
        while end and at and s.tokens[at - 1].low in _LEADING:
            at -= 1
        if end and not any(s.labels(i) & {"<remove>", "<music>"} for i in range(max(0, at - 4), min(len(s), end + 3))):
            for place in range(at, end):
                s.clear(place)
            s.put(at, "<uneven>", end, None)
            return


def _other_half(s: Sentence, at: int) -> int:
    """The end of "… and loud in others" behind "quiet" at `at`; 0 where both are not said of parts of one thing."""
    wanted = _QUIET if s.tokens[at].low in _LOUD else _LOUD if s.tokens[at].low in _QUIET else frozenset()
    between: set[str] = set()
    for place in range(at + 1, min(len(s), at + _LONGEST) if wanted else 0):
        word = s.tokens[place].low
        if word in wanted:
            behind = {t.low for t in s.tokens[place + 1 : place + 3]}
            before = {t.low for t in s.tokens[max(0, at - 4) : at]}
            plural = bool({s.tokens[at].low, word} & _PLURALS) or bool(behind & _NOUNS)
            told = between | before
            parted = plural or bool(told & _PARTED) or {"one", "other"} <= told
            return _closing(s, place + 1) if parted and between & _JOINING else 0
        if word not in _BETWEEN:
            return 0
        between.add(word)
    return 0


def _closing(s: Sentence, at: int) -> int:
    """Behind the small words that end the second half ("… in others")."""
    while at < len(s) and s.tokens[at].low in _NOUNS | {"others", "other", "some", "the"}:
        at += 1
    return at
