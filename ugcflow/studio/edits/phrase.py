"""Finding what somebody says."""

from __future__ import annotations

from dataclasses import dataclass

from ugcflow.errors import StepError
from ugcflow.session.wording import quoted
from ugcflow.studio.edits.silence import BEFORE
from ugcflow.studio.edits.speech import plain, spoken
from ugcflow.studio.footage import Footage
from ugcflow.studio.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Heard:
    """Where a phrase is said: `start`, with breathing room before it, and `end`, ms of the edit."""

    start: int
    end: int


def find_phrase(timeline: Timeline, phrase: str, footage: Footage) -> Heard:
    """The first time `phrase` is said. Raises StepError when nobody says it."""
    wanted = [plain(w) for w in phrase.split() if plain(w)]
    words = spoken(timeline, footage)
    said = [plain(w.text) for w in words]
    for i in range(len(said) - len(wanted) + 1 if wanted else 0):
        if said[i : i + len(wanted)] == wanted:
            free = words[i - 1].end if i else 0
            return Heard(max(free, words[i].start - BEFORE), words[i + len(wanted) - 1].end)
    raise StepError(f"nobody says {quoted(phrase)}", do="quote words as they are said, or name a time")
