"""What a finished file must be: said by a recipe, asked of an editor. Below both, so that neither knows the other."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SafeArea:
    """Margins that a platform's own buttons cover, in fractions of the picture (0…1)."""

    top: float = 0.05
    right: float = 0.05
    bottom: float = 0.05
    left: float = 0.05


@dataclass(frozen=True, slots=True)
class Output:
    """One export asked for.

    `format`: mp4 mov webm gif mp3 wav m4a png jpg srt vtt. `width`, `height` in px (0: the canvas's). `fps` is the rate asked for (0: the
    footage's); `max_fps` a platform's maximum. `loudness` in LUFS and `true_peak` in dBTP (None: leave the sound alone). `max_seconds`
    a platform's limit. `of` names the one input it is rendered from ("" for the edit).
    """

    name: str
    format: str = "mp4"
    preset: str = ""
    width: int = 0
    height: int = 0
    fps: float = 0.0
    max_fps: float = 60.0
    quality: str = "high"
    loudness: float | None = -14.0
    true_peak: float = -1.0
    min_seconds: float = 0.0
    max_seconds: float = 0.0
    safe: SafeArea = field(default_factory=SafeArea)
    of: str = ""
