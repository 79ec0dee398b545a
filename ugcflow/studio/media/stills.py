"""Still pictures of a file as JPEGs: a poster, and a strip of frames side by side."""

from __future__ import annotations

import os
from pathlib import Path

from ugcflow.session import FileFacts
from ugcflow.studio import ffmpeg
from ugcflow.studio.media.container import recognise

POSTER_WIDTH = 540
STRIP_FRAMES = 12
STRIP_HEIGHT = 160
_HDR = "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,"


def poster(file: Path, facts: FileFacts, to: Path) -> Path:
    """The most typical of the frames around a third of the way in, at most 540 px wide."""
    at = facts.duration / 3000
    pick = "" if facts.kind == "image" else "thumbnail=24,"
    scale = f"scale='min({POSTER_WIDTH},iw*sar)':-2:out_range=pc,setsar=1"
    return _picture(file, facts, at, f"{pick}{_tone(facts)}{scale}", to)


def filmstrip(file: Path, facts: FileFacts, to: Path) -> tuple[Path, int]:
    """Up to twelve frames spread evenly over the film, side by side and 160 px high; how many there are."""
    count = max(1, min(STRIP_FRAMES, facts.frames))
    length = max(facts.duration, 1) / 1000
    scale = f"scale='max(2,trunc(iw*sar*{STRIP_HEIGHT}/ih/2)*2)':{STRIP_HEIGHT}:out_range=pc,setsar=1"
    middle = f"setpts=PTS-STARTPTS,fps={count}/{length:.3f}:start_time=0:round=near"
    chain = f"{middle},{_tone(facts)}{scale},tpad=stop={count}:stop_mode=clone,tile={count}x1"
    return _picture(file, facts, 0.0, chain, to), count


def _tone(facts: FileFacts) -> str:
    return _HDR if facts.hdr else ""


def _picture(file: Path, facts: FileFacts, at: float, chain: str, to: Path) -> Path:
    temporary = to.with_name(to.name + ".part")
    seek = ["-ss", f"{at:.3f}"] if at else []
    source = [
        "-protocol_whitelist",
        "file,pipe",
        "-f",
        recognise(file, own=True).demuxer,
        "-i",
        f"file:{file.resolve()}",
    ]
    ffmpeg.run(
        [*seek, *source, "-map", "0:V:0", "-an", "-vf", f"{chain},format=yuvj420p", "-frames:v", "1", "-q:v", "4",
         "-c:v", "mjpeg", "-f", "image2", "-update", "1", f"file:{temporary.resolve()}"]
    )  # fmt: skip
    os.replace(temporary, to)
    return to
