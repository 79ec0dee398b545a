"""Chunks and sound into one file by stream copy, and the kinds of file that are made from such a one."""

from __future__ import annotations

from pathlib import Path

from ugcflow.studio import ffmpeg
from ugcflow.studio.render.chunk import Chunk, Scene
from ugcflow.studio.render.encoder import EXACT


def join(chunks: list[Chunk], sound: Path | None, scene: Scene, folder: Path, to: Path, container: str) -> None:
    """Write `to` (mp4, mov or webm). The chunks' own clocks are kept exact, so the joints don't slip."""
    listing = folder / f"{to.name}.txt"
    listing.write_text("".join(f"file '{c.key}.mp4'\n" for c in chunks), encoding="utf-8")
    heard = ["-i", str(sound.absolute())] if sound else []
    ticks = str(scene.encoder.timescale)
    mp4 = ["-movflags", "+faststart", "-video_track_timescale", ticks, "-movie_timescale", ticks, "-brand", "mp42"]
    ffmpeg.run(
        ["-f", "concat", "-safe", "0", "-i", str(listing.absolute()), *heard, "-map", "0:v", *(["-map", "1:a"] if sound else []), "-c", "copy",
         *(mp4 if container == "mp4" else mp4[:-2] if container == "mov" else []), *EXACT[2:], "-f", container, str(to.absolute())],
    )  # fmt: skip
    listing.unlink()


def to_gif(video: Path, to: Path) -> None:
    """A looping GIF with a palette of its own, dithered the way that compresses."""
    ffmpeg.run(
        ["-i", str(video.absolute()), "-filter_complex",
         "[0:v]split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=5:diff_mode=rectangle",
         "-loop", "0", *EXACT[2:], "-f", "gif", str(to.absolute())],
    )  # fmt: skip


def to_still(video: Path, to: Path, suffix: str) -> None:
    """The most representative picture of a stretch of video, PNG or JPEG."""
    codec = ["-c:v", "png"] if suffix == "png" else ["-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj420p"]
    ffmpeg.run(
        ["-i", str(video.absolute()), "-vf", "thumbnail=100", "-frames:v", "1", "-update", "1", *codec, "-threads", "1", *EXACT,
         "-f", "image2", str(to.absolute())],
    )  # fmt: skip


def copy(file: Path, to: Path) -> None:
    """A file as it is, under another name."""
    import shutil

    shutil.copyfile(file, to)
