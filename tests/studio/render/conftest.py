"""Tiny clips made by ffmpeg's own test sources, and timelines over them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from ugcflow.studio import ffmpeg
from ugcflow.studio.timeline import Clip, Medium, Timeline


def medium_of(file: Path, id_: str = "a", **changes: Any) -> Medium:
    with av.open(str(file)) as container:
        video = next(iter(container.streams.video), None)
        sound = bool(container.streams.audio)
        duration = int((container.duration or 0) / 1000)
        facts: dict[str, Any] = {
            "kind": "video" if video else "audio", "duration": duration, "has_audio": sound,
            "width": video.width if video else 0, "height": video.height if video else 0,
            "fps": str(video.average_rate) if video and video.average_rate else "",
        }  # fmt: skip
    return Medium(id_, file.name, hashlib.sha256(file.read_bytes()).hexdigest(), **{**facts, **changes})


@pytest.fixture(scope="session")
def clip_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """8 s, 180x320, 30 fps: in every second a white flash of one frame and a beep that begins with it."""
    file = tmp_path_factory.mktemp("clips") / "flash.mp4"
    ffmpeg.run([
        "-f", "lavfi", "-i", "color=c=0x203040:s=180x320:r=30:d=8", "-f", "lavfi", "-i", "sine=1000:r=48000:d=8",
        "-filter_complex",
        "[0:v]drawbox=c=white:t=fill:enable='lt(mod(n,30),1)'[v];[1:a]volume='lt(mod(t,1),0.05)*0.9':eval=frame,asetnsamples=n=48,"
        "volume='if(lt(mod(t,1),0.05),1,0)':eval=frame[a]",
        "-map", "[v]", "-map", "[a]", "-c:v", "libx264", "-preset", "ultrafast", "-g", "30", "-pix_fmt", "yuv420p", "-c:a", "aac", str(file),
    ])  # fmt: skip
    return file


@pytest.fixture(scope="session")
def numbered_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """8 s, 180x320, 30 fps: frame n is a flat grey of 20 + 7n mod 210, so that every frame says which of thirty it is. Pink noise with it."""
    file = tmp_path_factory.mktemp("clips") / "numbered.mkv"
    ffmpeg.run([
        "-f", "lavfi", "-i", "nullsrc=s=180x320:r=30:d=8,geq=lum='20+mod(N*7,210)':cb=128:cr=128",
        "-f", "lavfi", "-i", "anoisesrc=c=pink:seed=7:a=0.3:r=48000:d=8",
        "-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", "-g", "30", "-pix_fmt", "yuv420p",
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
        "-c:a", "pcm_s16le", "-shortest", str(file),
    ])  # fmt: skip
    return file


@pytest.fixture
def edit() -> Callable[..., Timeline]:
    """A timeline over one file: `edit(file, (source, duration), …)` in ms, on the file's own canvas unless told."""

    def make(file: Path, *cuts: tuple[int, int], **changes: Any) -> Timeline:
        medium = medium_of(file)
        clips, at = [], 0
        for i, (source, duration) in enumerate(cuts):
            clips.append(Clip(f"c{i}", "a", at, duration, source))
            at += duration
        base = Timeline(medium.width, medium.height, medium.fps, {"a": medium}, tuple(clips))
        return base.with_(**changes)

    return make


def pictures(file: Path) -> list[np.ndarray[Any, Any]]:
    """Every frame's luma."""
    with av.open(str(file)) as container:
        return [frame.to_ndarray(format="yuv420p")[: frame.height] for frame in container.decode(video=0)]


def heard(file: Path) -> np.ndarray[Any, Any]:
    """The left channel at 48 kHz as a player plays it (edit lists applied)."""
    raw = ffmpeg.run(["-i", str(file), "-map", "0:a:0", "-ac", "1", "-ar", "48000", "-f", "f32le", "-"])
    return np.frombuffer(raw, dtype=np.float32)
