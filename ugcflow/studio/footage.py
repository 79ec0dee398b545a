"""What an operation may ask about the footage: the answers are measured once for each content, by `media/`, and cached."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ugcflow.studio.timeline import Medium, Word


class Footage(Protocol):
    """Everything here is in source time, ms. Slow at the first call, quick after."""

    def path(self, media: str) -> Path:
        """The file of a medium, by its id."""
        ...

    def words(self, media: str) -> tuple[Word, ...]:
        """Spoken words in order (`start` = `source` here), none overlapping, none of zero length; () when nobody speaks.

        Words end with their punctuation ("today."), so sentences can be told. Raises StepError for a language it can't write down.
        """
        ...

    def language(self, media: str) -> str:
        """The language spoken, an ISO 639-1 code; "" when nobody speaks."""
        ...

    def silences(self, media: str, minimum: int) -> tuple[tuple[int, int], ...]:
        """Stretches of at least `minimum` ms without speech, (start, end), refined by energy, never inside a word."""
        ...

    def fillers(self, media: str) -> tuple[tuple[int, int], ...]:
        """Stretches of "um", "uh" and their like that are safe to cut."""
        ...

    def energy(self, media: str) -> tuple[float, ...]:
        """Loudness of each 10 ms, dBFS."""
        ...

    def library(self, query: str) -> Medium:
        """A track of the bundled music library for a mood, as a medium whose file `path` knows afterwards."""
        ...

    def subject(self, media: str, start: int, end: int) -> tuple[float, float] | None:
        """The middle of the picture's subject between two instants of the source, x and y in 0…1; None when nothing stands out."""
        ...
