"""Words fit to edit by: in order, none overlapping, none of zero length, none that nobody said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ugcflow.studio.media import level
from ugcflow.studio.media.speech import FRAME_MS, Heard, Phrase, Speech
from ugcflow.studio.timeline import Word

SHORTEST = 60
_LOOP_RATIO = 2.4
_FASTEST = 25  # ms a letter; fluent speech takes 50 to 90
_LATE = 350  # ms a word may begin before it was timed, when its sound does
_REACH = 200  # ms a word may end later than it was timed, while its sound goes on
_NOBODY = 0.6


def spoken(speech: Speech, energy: Sequence[float]) -> tuple[Heard, ...]:
    """The words really said, in order, their ends drawn to where the sound stops (`energy` in dBFS per 10 ms)."""
    words = [
        w
        for p in speech.phrases
        if _said(p, speech.voice)
        for w in p.words
        if _clean(w.text) and _voiced(w, speech.voice)
    ]
    words = _in_order(_without_loops(_glued(words)))
    quiet = level.quiet(energy, speech.voice)
    return tuple(words if quiet is None else _drawn_in(words, energy, quiet))


def as_words(words: Iterable[Heard], media: str) -> tuple[Word, ...]:
    return tuple(Word(w.text, w.start, w.end - w.start, media, w.start) for w in words)


def _said(phrase: Phrase, voice: Sequence[float]) -> bool:
    """False for what Whisper dreams up over music, silence and in loops."""
    if not phrase.words or phrase.ratio > _LOOP_RATIO:
        return False
    if phrase.no_speech > _NOBODY and phrase.logprob < -1.0:
        return False
    first, last = phrase.words[0].start // FRAME_MS, phrase.words[-1].end // FRAME_MS + 1
    return max(voice[first:last], default=0.0) >= 0.5


def _glued(words: list[Heard]) -> list[Heard]:
    """A part that belongs to the word before it ("30" "%", "self" "-made") joined to that."""
    joined: list[Heard] = []
    for word in words:
        if joined and word.text[:1] in "%-'’°":
            before = joined[-1]
            joined[-1] = Heard(
                before.text + word.text, before.start, max(before.end, word.end), min(before.chance, word.chance)
            )
        else:
            joined.append(word)
    return joined


def _voiced(word: Heard, voice: Sequence[float]) -> bool:
    """False for an unsure word where there is no voice at all."""
    near = voice[max(0, word.start // FRAME_MS - 2) : word.end // FRAME_MS + 3]
    return word.chance >= 0.5 or max(near, default=0.0) >= 0.15


def _clean(text: str) -> str:
    return text.strip().strip("♪[]()*…-– ")


def _without_loops(words: list[Heard]) -> list[Heard]:
    """A run of one to four words said more than four times on end is the recogniser's, not the speaker's: the first two stay."""
    kept: list[Heard] = []
    for word in words:
        kept.append(word)
        for size in (1, 2, 3, 4):
            runs = [tuple(_bare(w.text) for w in kept[-size * (n + 1) : len(kept) - size * n]) for n in range(5)]
            if len(runs[-1]) == size and len(set(runs)) == 1:
                del kept[-size:]
                break
    return kept


def _bare(text: str) -> str:
    return re.sub(r"[^\w']+", "", text).lower()


def _in_order(words: list[Heard]) -> list[Heard]:
    """Sorted, none overlapping, none shorter than SHORTEST ms."""
    ordered: list[Heard] = []
    for word in sorted(words, key=lambda w: w.start):
        start = max(word.start, ordered[-1].end if ordered else 0)
        ordered.append(Heard(_clean(word.text), start, max(word.end, start), word.chance))
    return _widened(_shared(ordered))


def _shared(words: list[Heard]) -> list[Heard]:
    """Where a word was left no time by the one it touches, the two share theirs by their letters."""
    shared = list(words)
    for i in range(len(shared) - 1):
        a, b = shared[i], shared[i + 1]
        tight = min(_pace(a), _pace(b)) < _FASTEST and max(_pace(a), _pace(b)) > 3 * _FASTEST
        if tight and b.start - a.end <= 40:
            middle = a.start + (b.end - a.start) * len(a.text) // (len(a.text) + len(b.text))
            shared[i], shared[i + 1] = replace(a, end=middle), replace(b, start=middle)
    return shared


def _pace(word: Heard) -> float:
    """ms a letter."""
    return (word.end - word.start) / max(1, len(_bare(word.text)))


def _widened(words: list[Heard]) -> list[Heard]:
    wide: list[Heard] = []
    for word in words:
        start = max(word.start, wide[-1].end if wide else 0)
        wide.append(replace(word, start=start, end=max(word.end, start + SHORTEST)))
    return wide


def _drawn_in(words: list[Heard], energy: Sequence[float], quiet: float) -> list[Heard]:
    """Each word from where its sound begins to where it ends, never into its neighbours; `quiet` in dBFS."""
    drawn: list[Heard] = []
    for i, word in enumerate(words):
        before = drawn[-1].end if drawn else 0
        after = words[i + 1].start if i + 1 < len(words) else word.end + _REACH
        earliest = max(before, min(word.start - 80, level.onset(energy, quiet, word.start, _LATE)))
        first, last = level.sounding(energy, quiet, earliest, min(after, word.end + _REACH))
        start = min(max(first, earliest), word.end - SHORTEST) if first < word.end else word.start
        start = max(start, before)
        end = min(max(start + SHORTEST, last), max(after, start + SHORTEST))
        drawn.append(replace(word, start=start, end=end))
    return _widened(drawn)
