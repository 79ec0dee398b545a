"""The edit as a value: media, tracks and segments in integer milliseconds; every change makes a new one.

Times are ms on the timeline unless a field says `source`. Ends are exclusive. `draft.py` writes and reads the same thing as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Medium:
    """A source file by its recipe id; the bytes are found by `sha256`, never by path. `fps` is a fraction ("30000/1001"), "" for none.

    Sizes are as displayed, px. `kind`: video | image | audio. `language` is what is spoken, "" when unknown.
    """

    id: str
    name: str
    sha256: str
    kind: str
    duration: int
    width: int = 0
    height: int = 0
    fps: str = ""
    has_audio: bool = False
    hdr: bool = False
    role: str = "footage"
    language: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A spoken word: when it is heard on the timeline, and where it stands in its source (ms)."""

    text: str
    start: int
    duration: int
    media: str = ""
    source: int = 0

    @property
    def end(self) -> int:
        return self.start + self.duration


@dataclass(frozen=True, slots=True)
class Clip:
    """A piece of footage on the picture track, with its own sound.

    Plays `duration` ms from `source` at `speed` (so it uses duration x speed ms of source). `fit` into the canvas: `cover` (fill, crop what
    sticks out, keeping `focus` (x, y in 0…1) in the picture) or `contain` (whole picture over a blurred copy). `crop` is x, y, w, h in 0…1 of
    the source, taken first. `gain_db` on its sound; `muted` silences it. `effects` are further documented operations, in order.
    """

    id: str
    media: str
    start: int
    duration: int
    source: int = 0
    speed: float = 1.0
    fit: str = "cover"
    focus: tuple[float, float] = (0.5, 0.5)
    crop: tuple[float, float, float, float] | None = None
    gain_db: float = 0.0
    muted: bool = False
    effects: tuple[dict[str, Any], ...] = ()

    @property
    def end(self) -> int:
        return self.start + self.duration

    @property
    def source_end(self) -> int:
        return self.source + round(self.duration * self.speed)


@dataclass(frozen=True, slots=True)
class Sound:
    """A piece of sound beside the footage's own. `role`: music | voice | effect. `loop` repeats the source to fill `duration`.

    `duck_db` (negative) is how far it steps back while somebody speaks, None for not at all. Fades in ms.
    """

    id: str
    media: str
    start: int
    duration: int
    source: int = 0
    role: str = "music"
    gain_db: float = 0.0
    fade_in: int = 0
    fade_out: int = 0
    loop: bool = False
    duck_db: float | None = None

    @property
    def end(self) -> int:
        return self.start + self.duration


@dataclass(frozen=True, slots=True)
class Title:
    """Words on the picture. `role`: caption | title | hook | cta | lower_third.

    A caption is one group shown at once and carries its `words`, highlighted as spoken. `position`: "" (the role's own place) or a place as
    `top`, `top-left`, `center`, `lower-third`, `bottom-right`. `style` holds what was asked beside the role's own look (`preset`, `color`,
    `size`, …). `anchor` says what it follows when the edit changes: `start` or `end` of the edit, the `picture` under it, or `speech`.
    """

    id: str
    text: str
    start: int
    duration: int
    role: str = "title"
    position: str = ""
    style: dict[str, Any] = field(default_factory=dict)
    words: tuple[Word, ...] = ()
    anchor: str = "picture"

    @property
    def end(self) -> int:
        return self.start + self.duration


@dataclass(frozen=True, slots=True)
class Fade:
    """A fade of the whole edit at its start (`in`) or its end (`out`), in ms. `target`: both | picture | sound."""

    direction: str
    duration: int
    target: str = "both"


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole edit. Clips follow one another without gaps from 0; their order is the edit.

    `width` x `height` px is the canvas; `fps` a fraction ("30", "30000/1001"). `loudness` in LUFS when a step asked for it; an output may ask
    for its own. `captions` are the settings captions were asked with (None: none were), kept so that later cuts can lay them out again.
    """

    width: int
    height: int
    fps: str
    media: dict[str, Medium] = field(default_factory=dict)
    clips: tuple[Clip, ...] = ()
    sounds: tuple[Sound, ...] = ()
    titles: tuple[Title, ...] = ()
    fades: tuple[Fade, ...] = ()
    captions: dict[str, Any] | None = None
    loudness: float | None = None
    language: str = "en"
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def duration(self) -> int:
        """Length of the picture in ms (of the sounds when there is no picture)."""
        spans = self.clips or self.sounds
        return max((s.end for s in spans), default=0)

    def with_(self, **changes: Any) -> Timeline:
        """A copy with some fields changed."""
        return replace(self, **changes)
