"""What each platform wants of a video: size, rate, loudness, length, and how much of the picture its own buttons cover.

Sources, read in 2026; figures drift with the apps, so each can be set by itself beside `preset:`.

- Size and shape: every platform's ad specification asks for 1080x1920 (9:16), 1080x1080 (1:1), 1080x1350 (4:5), and 1920x1080 on YouTube.
- Rate: TikTok's and Instagram's publishing interfaces take 23 to 60 frames a second, YouTube up to 60; Instagram and Facebook play at 30.
  It is a maximum: slower footage keeps its own.
- Loudness: YouTube turns louder sound down to -14 LUFS, and the short-video apps are mixed to about the same; -1 dBTP leaves the room their
  re-encoding to AAC needs (EBU R 128 s4, AES TD1008).
- Length: TikTok in-feed ads 5 to 60 s (uploads may be longer, ads that long are another product); Reels up to 3 minutes; Shorts up to 3
  minutes; a story plays 60 s before it is split; feed ads up to 60 minutes; a YouTube upload up to 12 hours.
- Text-safe margins: Meta's own guide: Reels 14 % top, 35 % bottom, 6 % each side; Stories 14 % top and 20 % bottom. Google's guide for Shorts:
  288 px top, 672 px bottom, 48 px left, 192 px right of 1080x1920. TikTok's template for in-feed ads with the usual one or two lines of text:
  about 126 px of 960 top, 60 px of 540 left, 120 px of 540 right above the caption, and a caption block of 440 px of 1920. In feeds nothing
  lies over the picture: the title-safe 5 % of SMPTE ST 2046-1; YouTube's progress bar and controls take the lowest tenth.
"""

from __future__ import annotations

from dataclasses import dataclass

from ugcflow.output import SafeArea


@dataclass(frozen=True, slots=True)
class Preset:
    """A platform. `width`/`height` px, `max_fps` frames a second, `loudness` LUFS, `true_peak` dBTP, lengths in seconds (0: no limit)."""

    name: str
    width: int
    height: int
    max_fps: float
    min_seconds: float
    max_seconds: float
    safe: SafeArea
    loudness: float = -14.0
    true_peak: float = -1.0


_ALL = (
    Preset("tiktok", 1080, 1920, 60, 5, 60, SafeArea(top=0.131, right=0.222, bottom=0.229, left=0.111)),
    Preset("reels", 1080, 1920, 30, 0, 180, SafeArea(top=0.14, right=0.06, bottom=0.35, left=0.06)),
    Preset("shorts", 1080, 1920, 60, 0, 180, SafeArea(top=0.15, right=0.178, bottom=0.35, left=0.045)),
    Preset("stories", 1080, 1920, 30, 0, 60, SafeArea(top=0.14, right=0.06, bottom=0.20, left=0.06)),
    Preset("feed-square", 1080, 1080, 30, 0, 3600, SafeArea()),
    Preset("feed-portrait", 1080, 1350, 30, 0, 3600, SafeArea()),
    Preset("youtube", 1920, 1080, 60, 0, 43_200, SafeArea(bottom=0.10)),
)
PRESETS = {preset.name: preset for preset in _ALL}
