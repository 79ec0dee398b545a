"""The words of an input as a lock keeps them: a line a phrase, its words in `say`, when each is said in `at`.

    - say: I almost sent this lamp back.
      at: 420+180 600+310 920+250 1180+300 1490+260 1760+340

`at` has start+length of each word in ms of the file, in order. A person corrects `say` alone: while a line keeps its number of words each keeps its
time, else the line's time is shared out by letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ugcflow.session import Transcript

Word = tuple[str, int, int]
"""Text, start and length in ms."""
_PAUSE = 700
_LONGEST = 14
_TIME = re.compile(r"([0-9]{1,9})\+([0-9]{1,6})")


def lines(transcript: Transcript) -> list[dict[str, str]]:
    """The phrases of a transcript: they end with a sentence, at a pause, or when they are long."""
    return [
        {"say": " ".join(t for t, _, _ in phrase), "at": " ".join(f"{start}+{length}" for _, start, length in phrase)}
        for phrase in _phrases(transcript.words)
    ]


def words(say: str, at: str) -> tuple[Word, ...]:
    """The words of one line. Raises ValueError, in plain words, for times that are none or out of order."""
    times = [_time(t) for t in at.split()]
    if any(b[0] < a[0] + a[1] for a, b in pairwise(times)):
        raise ValueError("a word begins before the one before it ends")
    said = say.split()
    if said and not times:
        raise ValueError("these words have no times")
    if len(said) != len(times):
        return tuple(_shared_out(said, times))
    return tuple((text, start, length) for text, (start, length) in zip(said, times, strict=True))


def _phrases(words: Sequence[Word]) -> Iterator[list[Word]]:
    phrase: list[Word] = []
    for word in words:
        if phrase and (
            phrase[-1][0].endswith((".", "?", "!"))
            or word[1] - phrase[-1][1] - phrase[-1][2] >= _PAUSE
            or len(phrase) >= _LONGEST
        ):
            yield phrase
            phrase = []
        phrase.append(word)
    if phrase:
        yield phrase


def _time(text: str) -> tuple[int, int]:
    match = _TIME.fullmatch(text)
    if not match or int(match[2]) < 1:
        raise ValueError(f"`{text}` is no start+length in ms, as 420+180")
    return int(match[1]), int(match[2])


def _shared_out(said: Sequence[str], times: Sequence[tuple[int, int]]) -> Iterator[Word]:
    """More or fewer words than times: from the first start to the last end, each as long as its letters ask, none shorter than 1 ms."""
    start, end = times[0][0], max(times[-1][0] + times[-1][1], times[0][0] + len(said))
    letters = [max(1, len(word)) for word in said]
    spare, total, before = end - start - len(said), sum(letters), 0
    for number, (word, count) in enumerate(zip(said, letters, strict=True)):
        first = start + number + spare * before // total
        before += count
        yield word, first, start + number + 1 + spare * before // total - first
