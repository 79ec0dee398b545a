"""Writes down what is said in one input, for a lock: the words a session would edit by, hesitations included."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ugcflow.errors import InputError
from ugcflow.session import Progress, Transcript, Upload
from ugcflow.studio.media import tongue
from ugcflow.studio.media.cache import Cache, sha256
from ugcflow.studio.media.footage import StudioFootage
from ugcflow.studio.media.medium import medium_of


class StudioListener:
    """Implements `ugcflow.session.Listener`. What it hears is kept in the cache, so a run does not listen again."""

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache

    def hear(self, source: Upload, progress: Progress | None = None) -> Transcript | None:
        """See Listener."""
        if source.file:
            return self._hear(source, source.file, progress)
        from ugcflow.studio.download import fetch

        with tempfile.TemporaryDirectory(prefix="ugcflow-") as folder:
            quiet: Progress = lambda _done, _what: None  # noqa: E731
            file = fetch(source.url, Path(folder), source.id, sha256=source.sha256, progress=progress or quiet)
            return self._hear(source, file, progress)

    def _hear(self, source: Upload, file: Path, progress: Progress | None) -> Transcript | None:
        if not file.is_file():
            raise InputError(f"{file} is not there", do="check the path: it is relative to the recipe")
        medium = medium_of(source.id, file)
        if medium.kind != "video":
            return None
        footage = StudioFootage(Cache(self._cache) if self._cache else None, progress)
        footage.add(medium, file)
        language = footage.language(source.id)
        words = () if language == tongue.OTHER else footage.spoken(source.id)
        said = tuple((w.text, w.start, w.end - w.start) for w in words)
        return Transcript(source.id, sha256(file), said, language, source.name)
