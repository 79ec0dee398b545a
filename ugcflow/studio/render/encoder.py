"""Encoder settings, and what makes one build's output differ from another's. All chunks of a file share them exactly."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from ugcflow.studio import ffmpeg

BT709 = ("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv")
EXACT = ("-flags:v", "+bitexact", "-fflags", "+bitexact", "-map_metadata", "-1")
# superfast with a little of what it leaves out: 25 % less time than veryfast for the same picture, and 35 MB less of look-ahead
_X264 = "open-gop=0:stitchable=1:cpu-independent=1:rc-lookahead=5:mbtree=1"
_CRF = {"high": 19, "medium": 23, "low": 28}
_VP9_CRF = {"high": 30, "medium": 35, "low": 42}


@dataclass(frozen=True, slots=True)
class VideoEncoder:
    """`arguments` of one chunk; `timescale` in which every frame lasts a whole number of ticks."""

    arguments: tuple[str, ...]
    timescale: int


@cache
def build() -> str:
    """The first line of `ffmpeg -version`: chunks of two builds are not joined."""
    return ffmpeg.run(["-version"]).decode(errors="replace").splitlines()[0]


def timescale(rate: Fraction) -> int:
    """A clock that counts frames of `rate` exactly: 30000 for 30, 24000 for 24000/1001."""
    return rate.numerator * max(1, 30000 // rate.numerator)


def video_encoder(suffix: str, quality: str, rate: Fraction) -> VideoEncoder:
    """H.264 High for everything that is not WebM (VP9); nearly lossless for what is only a step on the way (gif, stills)."""
    keyframes = str(round(2 * rate))
    ticks = timescale(rate)
    tail = (*BT709, "-video_track_timescale", str(ticks), "-movie_timescale", str(ticks), *EXACT)
    if suffix == "webm":
        crf = _VP9_CRF.get(quality, _VP9_CRF["high"])
        return VideoEncoder(
            ("-c:v", "libvpx-vp9", "-deadline", "good", "-cpu-used", "5", "-crf", str(crf), "-b:v", "0", "-row-mt", "0",
             "-auto-alt-ref", "0", "-lag-in-frames", "0",
             "-threads", "1", "-g", keyframes, "-pix_fmt", "yuv420p", *tail), ticks,
        )  # fmt: skip
    crf = 8 if suffix in ("gif", "png", "jpg") else _CRF.get(quality, _CRF["high"])
    return VideoEncoder(
        ("-c:v", "libx264", "-preset", "superfast", "-profile:v", "high", "-crf", str(crf), "-pix_fmt", "yuv420p",
         "-threads", "1", "-g", keyframes, "-x264-params", _X264, *tail), ticks,
    )  # fmt: skip
