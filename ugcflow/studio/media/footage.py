"""What is in the footage of one session, measured at the first question and remembered by content."""

from __future__ import annotations

from pathlib import Path

from ugcflow.errors import StepError
from ugcflow.session import Progress, Transcript
from ugcflow.studio.media import filler, library, silence, sound, speech, subject, tongue, words
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
        self._voice: dict[str, tuple[float, ...]] = {}
        self._pinned: dict[str, Transcript] = {}

    def add(self, medium: Medium, path: Path) -> None:
        """Make the file of a medium known. A later one of the same id takes its place."""
        self._media[medium.id] = medium
        self._paths[medium.id] = path

    def pin(self, transcript: Transcript) -> None:
        """Take these words for all footage of that content, instead of listening."""
        self._pinned[transcript.sha256] = transcript
        self._heard[transcript.sha256] = tuple(
            Heard(t, start, start + long, 1.0) for t, start, long in transcript.words
        )

    def path(self, media: str) -> Path:
        self._known(media)
        return self._paths[media]

    def words(self, media: str) -> tuple[Word, ...]:
        """See Footage. Fillers are not among them: nobody wants to read "um", and `fillers` knows where they are."""
        if self.language(media) == tongue.OTHER:
            raise self._not_english(media)
        return words.as_words(filler.without(self._words(media)), media)

    def heard(self) -> tuple[Transcript, ...]:
        """The words of every medium that was listened to already; () for speech that can't be written down."""
        listened = self._speech.keys() | self._pinned.keys()
        known = [m for m in self._media.values() if m.sha256 in listened and self.language(m.id) != tongue.OTHER]
        return tuple(
            Transcript(
                m.id,
                m.sha256,
                tuple((w.text, w.start, w.duration) for w in self.words(m.id)),
                self.language(m.id),
                m.name,
            )
            for m in known
        )

    def spoken(self, media: str) -> tuple[Heard, ...]:
        """The words with their hesitations, as a lock pins them. Raises StepError for a language it can't write down."""
        if self.language(media) == tongue.OTHER:
            raise self._not_english(media)
        return self._words(media)

    def language(self, media: str) -> str:
        words = self._words(media)
        pinned = self._pinned.get(self._media[media].sha256)
        if pinned:
            return pinned.language if words or pinned.language == tongue.OTHER else ""
        return tongue.language(words)

    def silences(self, media: str, minimum: int) -> tuple[tuple[int, int], ...]:
        medium = self._known(media)
        heard = self._words(media)
        spans = [] if tongue.doubted(heard) else [(w.start, w.end) for w in heard]  # nonsense is badly timed too
        found = silence.silences(self._voices(media), self.energy(media), spans, medium.duration, minimum)
        return tuple(found)

    def fillers(self, media: str) -> tuple[tuple[int, int], ...]:
        """See Footage; () for speech that is not English."""
        return tuple(filler.fillers(self._words(media))) if self.language(media) == "en" else ()

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

    def subject(self, media: str, start: int, end: int) -> tuple[float, float] | None:
        medium = self._known(media)
        if medium.kind != "video":
            return None
        return subject.together([self._look(medium, at) for at in subject.instants(start, end)])

    def _look(self, medium: Medium, at: int) -> tuple[float, float, float] | None:
        path = self._paths[medium.id]
        found = self._cache.measure(
            medium.sha256, f"subject-{at}", subject.VERSION, lambda: subject.look(path, at) or []
        )
        return (found[0], found[1], found[2]) if found else None

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

    def _voices(self, media: str) -> tuple[float, ...]:
        """The chance of speech over time; of pinned footage by voice detection alone, which hears the same as listening does."""
        medium = self._known(media)
        content = medium.sha256
        if content not in self._pinned or self._cache.get(content, "speech", speech.VERSION):
            return self._listen(media).voice
        if content not in self._voice:
            path = self._paths[media]
            self._voice[content] = (
                tuple(
                    self._cache.measure(
                        content,
                        "voice",
                        speech.VERSION,
                        lambda: speech.listen(path, medium.duration, self.progress, words=False)["voice"],
                    )
                )
                if medium.has_audio
                else ()
            )
        return self._voice[content]

    def _not_english(self, media: str) -> StepError:
        name, heard = self._media[media].name, self._words(media)
        parts = tongue.foreign(heard)
        what = f"the speech in {name} does not seem to be English"
        if parts and not tongue.doubted(heard):
            what = f"{', '.join(f'{a / 1000:.1f}–{b / 1000:.1f} s' for a, b in parts)} of {name} does not seem to be English"
        return StepError(
            f"{what}, the one language the studio can write down",
            do="leave that part or input out, or let the cloud editor do it (backend: nemo)",
        )

    def _known(self, media: str) -> Medium:
        if media not in self._media:
            raise StepError(f"there is no footage called {media!r} in this edit", nearest=tuple(self._media))
        return self._media[media]
