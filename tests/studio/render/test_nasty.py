"""Real footage with real defects: rotated, anamorphic, odd, variable, full-range, with cover art, edit lists, HDR."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from tests.studio.render.conftest import heard
from ugcflow.errors import UgcflowError
from ugcflow.output import Output
from ugcflow.studio import ffmpeg
from ugcflow.studio.media.medium import medium_of
from ugcflow.studio.render import render
from ugcflow.studio.timeline import Clip, Timeline

NAMES = (
    "anim_odd_height.gif", "audio_shorter_than_video.mp4", "cover_art_video_stream.mp4", "hlg_rot90_editlist.mp4", "mjpeg_pcm_camera_640.AVI",
    "mkv_srt_ac3_mono.mkv", "noaudio_h264.mp4", "odd_dimensions_161x121.webm", "rotated90_phone_h264.MOV", "sar_3to2_anamorphic.mp4",
    "screencast_vp9_opus.webm", "vfr_android_slowmo_noaudio.mp4", "yuv422p_h264.mp4",
)  # fmt: skip


@pytest.fixture(scope="module")
def facts(shared_media: Path) -> Iterator[dict[str, Any]]:
    return {m["name"]: m for m in json.loads((shared_media / "media.json").read_text(encoding="utf-8"))}


def _rgb(file: Path, size: tuple[int, int], *before: str) -> np.ndarray[Any, Any]:
    raw = ffmpeg.run(
        [
            *before,
            "-i",
            str(file),
            "-map",
            "0:V:0",
            "-vf",
            f"scale={size[0]}:{size[1]}:flags=area",
            "-frames:v",
            "1",
            "-pix_fmt",
            "rgb24",
            "-f",
            "rawvideo",
            "-",
        ]
    )
    return np.frombuffer(raw, np.uint8).reshape(size[1], size[0], 3).astype(int)


@pytest.mark.parametrize("name", NAMES)
def test_it_renders_upright_whole_and_in_its_colours(
    name: str, shared_media: Path, facts: dict[str, Any], tmp_path: Path
) -> None:
    file = shared_media / "nasty" / name
    medium = medium_of("a", file)
    width, height = facts[f"nasty/{name}"].get("display_size") or (medium.width, medium.height)
    assert (medium.width, medium.height) == (width, height)
    first = min(medium.duration, 4000) // 2
    second = min(medium.duration - first, 1700)
    clips = (Clip("1", "a", 0, first, 0), Clip("2", "a", first, second, medium.duration - second))
    part = 2 if width > 640 else 1
    timeline = Timeline(width // part // 2 * 2, height // part // 2 * 2, medium.fps, {"a": medium}, clips)
    done = render(timeline, Output("x", max_fps=30), {"a": file}, tmp_path / "out.mp4", work=tmp_path / "work")
    with av.open(str(done.file)) as container:
        video = container.streams.video[0]
        assert (video.width, video.height) == (timeline.width, timeline.height)
        times = sorted(p.pts * video.time_base for p in container.demux(video) if p.pts is not None)
        rate = video.average_rate
    assert times == [n / rate for n in range(done.frames)]
    assert done.frames == int(timeline.duration * rate / 1000 + 0.5)
    assert len(heard(done.file)) / 48000 == pytest.approx(done.frames / float(rate), abs=0.003)
    if not medium.hdr:
        ours, theirs = _rgb(done.file, (16, 16)), _rgb(file, (16, 16))
        assert np.abs(ours - theirs).mean() < 5
        assert np.abs((ours - theirs).mean(axis=(0, 1))).max() < 3.5


@pytest.mark.parametrize("name", ["corrupt_truncated_4336b.mp4", "empty_0_bytes.webm"])
def test_what_cannot_be_read_is_said(name: str, shared_media: Path, facts: dict[str, Any], tmp_path: Path) -> None:
    from ugcflow.studio.timeline import Medium

    medium = Medium("a", name, "0" * 64, "video", 2000, 640, 360, "30", True)
    timeline = Timeline(180, 320, "30", {"a": medium}, (Clip("1", "a", 0, 2000),))
    with pytest.raises(UgcflowError) as raised:
        render(
            timeline, Output("x"), {"a": shared_media / "nasty" / name}, tmp_path / "out.mp4", work=tmp_path / "work"
        )
    assert raised.value.do
    assert not (tmp_path / "out.mp4").exists()


def test_hdr_keeps_its_middle_tones(shared_media: Path, tmp_path: Path) -> None:
    """Tone-mapped to BT.709: neither washed out nor dark, and nothing is clipped to white but lights."""
    file = shared_media / "nasty" / "hlg_rot90_editlist.mp4"
    medium = medium_of("a", file)
    assert medium.hdr
    timeline = Timeline(270, 480, medium.fps, {"a": medium}, (Clip("1", "a", 0, 400),))
    done = render(timeline, Output("x"), {"a": file}, tmp_path / "out.mp4", work=tmp_path / "work")
    picture = _rgb(done.file, (135, 240))
    assert 70 < picture.mean() < 190
    assert (picture.min(axis=2) > 250).mean() < 0.05
    assert picture.std() > 30
