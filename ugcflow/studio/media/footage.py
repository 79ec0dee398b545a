"""What is in the footage of one session, measured at the first question and remembered by content."""

from __future__ import annotations

from pathlib import Path

from ugcflow.errors import StepError
from ugcflow.session import Progress
from ugcflow.studio.media import library, silence, sound, speech, words
from ugcflow.studio.media.cache import Cache
from ugcflow.studio.media.speech import Heard, Speech
from ugcflow.studio.timeline import Medium, Word

ENERGY_VERSION = 1


class StudioFootage:
    """Implements `ugcflow.studio.footage.Footage`. `progress` hears how far a slow measurement is."""

    def __init__(self, cache: Cache | None = None, progress: Progress | None = None) -> None:
        self._cache = cache or Cache()
        self.progress = progress
        self._media: dict[str, Medium] = {}
        self._paths: dict[str, Path] = {}
        self._speech: dict[str, Speech] = {}
        self._energy: dict[str, tuple[float, ...]] = {}
        self._heard: dict[str, tuple[Heard, ...]] = {}

    def add(self, medium: Medium, path: Path) -> None:
        """Make the file of a medium known. A later one of the same id takes its place."""
        self._media[medium.id] = medium
        self._paths[medium.id] = path

    def path(self, media: str) -> Path:
        self._known(media)
        return self._paths[media]

    def words(self, media: str) -> tuple[Word, ...]:
        if self.language(media) not in ("en", ""):
            raise StepError(
                f"the speech in {self._media[media].name} does not seem to be English, the one language the studio can write down",
                do="give its words as an SRT file, use an input in English, or let the cloud editor do it (backend: nemo)",
            )
        return words.as_words(self._words(media), media)

    def language(self, media: str) -> str:
        return words.language(self._words(media))

    def silences(self, media: str, minimum: int) -> tuple[tuple[int, int], ...]:
        medium = self._known(media)
        spans = [(w.start, w.end) for w in self._words(media)]
        found = silence.silences(self._listen(media).voice, self.energy(media), spans, medium.duration, minimum)
        return tuple(found)

    def fillers(self, media: str) -> tuple[tuple[int, int], ...]:
        return ()

    def energy(self, media: str) -> tuple[float, ...]:
        medium = self._known(media)
        content = medium.sha256
        if content not in self._energy:
            path = self._paths[media]
            self._energy[content] = (
                tuple(self._cache.measure(content, "energy", ENERGY_VERSION, lambda: sound.energy(path)))
                if medium.has_audio
                else ()
            )
        return self._energy[content]

    def library(self, query: str) -> Medium:
        track = library.choose(query)
        medium = library.medium(track)
        self.add(medium, track.path)
        return medium

    def _words(self, media: str) -> tuple[Heard, ...]:
        content = self._known(media).sha256
        if content not in self._heard:
            self._heard[content] = words.spoken(self._listen(media), self.energy(media))
        return self._heard[content]

    def _listen(self, media: str) -> Speech:
        medium = self._known(media)
        content = medium.sha256
        if content not in self._speech:
            path = self._paths[media]
            self._speech[content] = (
                Speech.from_json(
                    self._cache.measure(
                        content, "speech", speech.VERSION, lambda: speech.listen(path, medium.duration, self.progress)
                    )
                )
                if medium.has_audio
                else Speech()
            )
        return self._speech[content]

    def _known(self, media: str) -> Medium:
        if media not in self._media:
            raise StepError(f"there is no footage called {media!r} in this edit", nearest=tuple(self._media))
        return self._media[media]
