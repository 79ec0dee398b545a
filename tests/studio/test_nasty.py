"""Every defect of real footage through the whole road of the studio: brought in, cut, framed, written over, exported; or said in one sentence."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from ugcflow.errors import InputError
from ugcflow.output import Output
from ugcflow.session.event import Done
from ugcflow.session.export import Exported
from ugcflow.session.message import Message, Upload
from ugcflow.session.reading import Operation
from ugcflow.studio.editor import Studio
from ugcflow.studio.media.probe import probe

GOOD = (
    "anim_odd_height.gif", "audio_shorter_than_video.mp4", "cover_art_video_stream.mp4", "hlg_rot90_editlist.mp4", "mjpeg_pcm_camera_640.AVI",
    "mkv_srt_ac3_mono.mkv", "noaudio_h264.mp4", "odd_dimensions_161x121.webm", "rotated90_phone_h264.MOV", "sar_3to2_anamorphic.mp4",
    "screencast_vp9_opus.webm", "vfr_android_slowmo_noaudio.mp4", "yuv422p_h264.mp4",
)  # fmt: skip
BAD = ("corrupt_truncated_4336b.mp4", "empty_0_bytes.webm")
STEPS = (
    Operation("trim_start", {"seconds": 0.2}),
    Operation("reframe", {"aspect": "9:16"}),
    Operation("text_overlay", {"text": "Wait for it", "position": "top", "seconds": 0.2}),
)


async def _made(file: Path, folder: Path) -> tuple[Exported, int]:
    session = await Studio(folder / "home", folder / "cache").open("ad", "en")
    await session.upload(Upload("talk", file))
    for step in STEPS:
        events = [e async for e in session.send(Message(step.op, operations=(step,)))]
        assert isinstance(events[-1], Done)
    duration = (await session.state()).draft["d"]
    done = await session.export(Output("tiktok", width=90, height=160, max_fps=30), folder / "out.mp4")
    await session.close()
    return done, duration


@pytest.mark.parametrize("name", GOOD)
def test_it_comes_out_in_the_shape_and_length_asked_for(name: str, shared_media: Path, tmp_path: Path) -> None:
    done, duration = asyncio.run(_made(shared_media / "nasty" / name, tmp_path))
    source, made = probe(shared_media / "nasty" / name), probe(done.file)
    assert duration == pytest.approx(source.duration - 200, abs=2)
    assert made.duration == pytest.approx(duration, abs=60)
    assert (made.width, made.height, made.video_codec) == (90, 160, "h264")


@pytest.mark.parametrize("name", BAD)
def test_what_can_not_be_read_is_said_at_once(name: str, shared_media: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        asyncio.run(_made(shared_media / "nasty" / name, tmp_path))
    assert name in raised.value.what
    assert raised.value.do
