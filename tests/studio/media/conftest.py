from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ugcflow.studio import ffmpeg
from ugcflow.studio.media.cache import Cache
from ugcflow.studio.media.footage import StudioFootage
from ugcflow.studio.media.medium import medium_of

Make = Callable[..., Path]
Know = Callable[[Path], StudioFootage]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A file made by ffmpeg: `make("a.mp4", "-f", "lavfi", "-i", "testsrc", …)`."""

    def build(name: str, *arguments: str) -> Path:
        file = tmp_path / name
        ffmpeg.run([*arguments, f"file:{file}"])
        return file

    return build


@pytest.fixture(scope="session")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Know:
    """Footage whose one medium is `x`, over one cache for all tests: each file is listened to once."""
    cache = Cache(tmp_path_factory.mktemp("cache"))

    def know(file: Path) -> StudioFootage:
        footage = StudioFootage(cache)
        footage.add(medium_of("x", file), file)
        return footage

    return know
