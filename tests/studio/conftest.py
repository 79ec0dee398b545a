"""Footage that is a value: what is said in it, written down, so that cutting can be tested without listening."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ugcflow.errors import StepError
from ugcflow.studio.timeline import Clip, Medium, Timeline, Word

LETTER, GAP = 55, 60  # ms a letter is spoken, and between two words


@dataclass(frozen=True)
class Told:
    """Footage of sentences with the pause (ms) after each; every word takes its letters' time.

    `sighs` are fillers that were heard but not written down, `seen` is where the picture's subject stands.
    """

    said: dict[str, tuple[Word, ...]] = field(default_factory=dict)
    lengths: dict[str, int] = field(default_factory=dict)
    foreign: frozenset[str] = frozenset()
    sighs: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    seen: tuple[float, float] | None = None

    def path(self, media: str) -> Path:
        return Path(f"/nowhere/{media}.mp4")

    def words(self, media: str) -> tuple[Word, ...]:
        if media in self.foreign:
            raise StepError("the speech does not seem to be English")
        return self.said.get(media, ())

    def language(self, media: str) -> str:
        return "ru" if media in self.foreign else "en" if self.said.get(media) else ""

    def silences(self, media: str, minimum: int) -> tuple[tuple[int, int], ...]:
        edges = [0, *(t for w in self.said.get(media, ()) for t in (w.start, w.end)), self.lengths[media]]
        spans = zip(edges[::2], edges[1::2], strict=True)
        return tuple((s, e) for s, e in spans if e - s >= minimum and e > s)

    def fillers(self, media: str) -> tuple[tuple[int, int], ...]:
        return self.sighs.get(media, ())

    def energy(self, media: str) -> tuple[float, ...]:
        words = self.said.get(media, ())
        return tuple(
            -20.0 if any(w.start <= t < w.end for w in words) else -70.0 for t in range(0, self.lengths[media], 10)
        )

    def subject(self, media: str, start: int, end: int) -> tuple[float, float] | None:
        return self.seen

    def library(self, query: str) -> Medium:
        self.lengths["music-happy"] = 20_000
        return Medium("music-happy", "happy.opus", "0" * 64, "audio", 20_000, has_audio=True, role="music")


def _tell(name: str, lines: list[tuple[str, int]], lead: int = 500) -> tuple[Medium, tuple[Word, ...]]:
    at, words = lead, []
    for text, pause in lines:
        for token in text.split():
            length = max(120, LETTER * len(token))
            words.append(Word(token, at, length, name, at))
            at += length + GAP
        at += pause - GAP
    medium = Medium(name, f"{name}.mp4", "0" * 64, "video", at, 1080, 1920, "30", has_audio=True)
    return medium, tuple(words)


Telling = Callable[..., tuple[Timeline, Told]]


@pytest.fixture(scope="session")
def tell() -> Telling:
    """`tell(a=[("Hello there.", 800), …], b=[])`: a timeline of these clips and what is known of them."""

    def build(
        foreign: tuple[str, ...] = (), silent: int = 5000, **clips: list[tuple[str, int]]
    ) -> tuple[Timeline, Told]:
        media: dict[str, Medium] = {}
        said: dict[str, tuple[Word, ...]] = {}
        row: list[Clip] = []
        at = 0
        for i, (name, lines) in enumerate(clips.items(), 1):
            medium, said[name] = _tell(name, lines, 500 if lines else silent)
            media[name] = medium
            row.append(Clip(f"c{i}", name, at, medium.duration))
            at += medium.duration
        lengths = {m.id: m.duration for m in media.values()}
        return Timeline(1080, 1920, "30", media=media, clips=tuple(row)), Told(said, lengths, frozenset(foreign))

    return build
