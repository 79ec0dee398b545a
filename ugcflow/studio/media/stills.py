"""Still pictures of a file as JPEGs: a poster, and a strip of frames side by side."""

from __future__ import annotations

import os
from pathlib import Path

from ugcflow.session import FileFacts
from ugcflow.studio import ffmpeg
from ugcflow.studio.media.container import opening

POSTER_WIDTH = 540
STRIP_FRAMES = 12
STRIP_HEIGHT = 160
_LONG = 90_000  # ms above which key frames alone are close enough together
_HDR = "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,"


def poster(file: Path, facts: FileFacts, to: Path) -> Path:
    """The most typical frame of the second that follows the first, at most 540 px wide: an ad is told by its opening."""
    width = min(POSTER_WIDTH, facts.width)
    pick = "" if facts.kind == "image" else "thumbnail=24,"
    scale = _scale(width, width * facts.height / facts.width)
    return _picture(file, min(1.0, facts.duration / 3000), f"{pick}{_tone(facts)}{scale}", to)


def filmstrip(file: Path, facts: FileFacts, to: Path) -> tuple[Path, int]:
    """Up to twelve frames spread evenly over the film, side by side and 160 px high; how many there are."""
    count = max(1, min(STRIP_FRAMES, facts.frames))
    spread = f"setpts=PTS-STARTPTS,fps={count}/{max(facts.duration, 1) / 1000:.3f}:start_time=0:round=near"
    scale = _scale(STRIP_HEIGHT * facts.width / facts.height, STRIP_HEIGHT)
    chain = f"{spread},{_tone(facts)}{scale},tpad=stop={count}:stop_mode=clone,tile={count}x1"
    quick = ("-skip_frame", "nokey") if facts.duration > _LONG else ()
    return _picture(file, 0.0, chain, to, quick), count


def _scale(width: float, height: float) -> str:
    """To an even size as displayed, whatever the shape of the source's pixels."""
    return f"scale={max(2, round(width / 2) * 2)}:{max(2, round(height / 2) * 2)}:out_range=pc,setsar=1"


def _tone(facts: FileFacts) -> str:
    return _HDR if facts.hdr else ""


def _picture(file: Path, at: float, chain: str, to: Path, quick: tuple[str, ...] = ()) -> Path:
    temporary = to.with_name(to.name + ".part")
    seek = ["-ss", f"{at:.3f}"] if at else []
    source = opening(file)
    try:
        ffmpeg.run(
            [*quick, *seek, *source, "-map", "0:V:0", "-an", "-vf", f"{chain},format=yuvj420p", "-frames:v", "1", "-q:v", "4",
             "-c:v", "mjpeg", "-f", "image2", "-update", "1", f"file:{temporary.resolve()}"]
        )  # fmt: skip
        os.replace(temporary, to)
    finally:
        temporary.unlink(missing_ok=True)  # what a killed ffmpeg leaves
    return to
