"""What was found in a media file: streams, loudness, and the pictures a report shows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Loudness:
    """EBU R 128: `integrated` in LUFS, `range` in LU, `true_peak` in dBTP; None where silence has no loudness."""

    integrated: float | None
    range: float | None
    true_peak: float | None


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A media file read back. `kind` is video | image | audio. Sizes are as displayed (rotation and pixel shape applied), px.

    `fps` is the average frame rate, 0 for sound and stills; `duration` in ms.
    """

    kind: str
    container: str
    duration: int
    width: int = 0
    height: int = 0
    fps: float = 0.0
    frames: int = 0
    video_codec: str = ""
    profile: str = ""
    pixel_format: str = ""
    color: str = ""
    rotation: int = 0
    variable_rate: bool = False
    hdr: bool = False
    audio_codec: str = ""
    sample_rate: int = 0
    channels: int = 0
    faststart: bool = False
    bytes: int = 0

    @property
    def has_audio(self) -> bool:
        return bool(self.audio_codec)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a report shows of a file, kept in the run's folder; names are relative to it, "" where there is none.

    `poster` and `filmstrip` are JPEGs (the strip: `frames` stills side by side); `waveform` is JSON `{"ms": step, "peaks": [0…1]}`;
    `loudness` is JSON `{"ms": step, "momentary": [LUFS|null], "short_term": [LUFS|null]}`.
    """

    poster: str = ""
    filmstrip: str = ""
    frames: int = 0
    waveform: str = ""
    loudness: str = ""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What is said in one input, by its content: `words` are (text, start, duration) in ms of the source, in order.

    `language` is the one spoken, an ISO 639-1 code, "" when nobody speaks, "und" for speech that could not be written down; `file` is the name
    people know the input by.
    """

    input: str
    sha256: str
    words: tuple[tuple[str, int, int], ...]
    language: str = "en"
    file: str = ""
