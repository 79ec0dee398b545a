"""Sounds of hesitation: told from what the recogniser wrote down, kept only where cutting them can't hurt a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ugcflow.studio.media.speech import Heard

SOUNDS = re.compile(r"(?:u+h*m+|u+h+|e+r+m*|e+h+m+|h+m+|m+h*m+|a+h+m+)", re.IGNORECASE)
_SURE = 0.1
_APART = 80  # ms of quiet beside it, that makes even a doubtful one safe
_LONGEST = 1500


def is_filler(word: Heard) -> bool:
    """ "um", "Uhh," "hmm…" and their like; not "ah" or "oh", which mean something."""
    return bool(SOUNDS.fullmatch(re.sub(r"[^\w]", "", word.text)))


def fillers(words: Sequence[Heard]) -> list[tuple[int, int]]:
    """Stretches (ms) of the fillers among `words` that are safe to cut, neighbours joined."""
    found: list[tuple[int, int]] = []
    for i, word in enumerate(words):
        if not is_filler(word) or not _safe(words, i):
            continue
        if found and word.start - found[-1][1] < _APART:
            found[-1] = found[-1][0], word.end
        else:
            found.append((word.start, word.end))
    return found


def without(words: Sequence[Heard]) -> list[Heard]:
    """The words without fillers and without the commas that set those off ("cold, uh, for" is "cold for")."""
    kept: list[Heard] = []
    for i, word in enumerate(words):
        if not is_filler(word):
            kept.append(word)
        elif kept and i and kept[-1] is words[i - 1] and not word.text.endswith((".", "?", "!")):
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(","))
    return kept


def _safe(words: Sequence[Heard], i: int) -> bool:
    word = words[i]
    before = word.start - words[i - 1].end if i else _APART
    after = words[i + 1].start - word.end if i + 1 < len(words) else _APART
    return word.end - word.start <= _LONGEST and (word.chance >= _SURE or max(before, after) >= _APART)
