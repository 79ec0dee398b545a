from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ugcflow.errors import InputError
from ugcflow.studio.media.medium import medium_of
from ugcflow.studio.media.probe import probe

Make = Callable[..., Path]
FILM = ("-f", "lavfi", "-i", "testsrc=s=180x320:d=1:r=30000/1001")
TONE = ("-f", "lavfi", "-i", "sine=d=1")


def test_every_real_file_as_it_was_described(shared_media: Path) -> None:
    for entry in json.loads((shared_media / "media.json").read_text()):
        file = shared_media / entry["name"]
        if not entry["opens"]:
            with pytest.raises(InputError, match=r"damaged|empty"):
                probe(file)
            continue
        facts = probe(file)
        assert facts.duration == pytest.approx(entry["seconds"] * 1000, abs=25), file
        assert facts.has_audio == bool(entry.get("audio")), file
        assert facts.kind == ("video" if entry["video_codec"] else "audio"), file
        if entry["video_codec"]:
            assert [facts.width, facts.height] == entry["display_size"], file
            assert (facts.video_codec, facts.rotation) == (entry["video_codec"], entry["rotation"]), file


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mkv_srt_ac3_mono.mkv", {"fps": 30.0, "variable_rate": False, "audio_codec": "ac3"}),
        ("hlg_rot90_editlist.mp4", {"hdr": True, "frames": 77, "color": "bt2020/arib-std-b67/bt2020nc"}),
        ("vfr_android_slowmo_noaudio.mp4", {"variable_rate": True, "faststart": True}),
        ("cover_art_video_stream.mp4", {"width": 640, "frames": 60, "faststart": False}),
        ("yuv422p_h264.mp4", {"profile": "High 4:2:2", "pixel_format": "yuv422p"}),
        ("anim_odd_height.gif", {"kind": "video", "fps": 10.0, "frames": 30}),
    ],
)
def test_what_is_odd_about_the_nasty_ones(shared_media: Path, name: str, expected: dict[str, object]) -> None:
    facts = probe(shared_media / "nasty" / name).to_json()
    assert {key: facts[key] for key in expected} == expected


def test_an_upright_export(make: Make) -> None:
    tags = ("-vf", "format=yuv420p,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv")
    file = make("a.mp4", *FILM, *TONE, "-profile:v", "high", *tags, "-movflags", "+faststart", "-shortest")
    facts = probe(file)
    assert (facts.width, facts.height, facts.fps, facts.variable_rate) == (180, 320, 29.97, False)
    assert (facts.profile, facts.pixel_format, facts.color, facts.faststart) == ("High", "yuv420p", "bt709", True)
    assert (facts.audio_codec, facts.channels, facts.bytes) == ("aac", 1, file.stat().st_size)
    assert medium_of("a", file).fps == "30000/1001"


def test_a_recording_without_a_length_is_measured(make: Make) -> None:
    """As browsers record: WebM written to a pipe."""
    file = make("a.webm", *FILM, "-c:v", "libvpx", "-live", "1", "-f", "webm")
    assert probe(file).duration == pytest.approx(1001, abs=40)


def test_a_film_cut_short_lasts_as_long_as_it_plays(make: Make) -> None:
    whole = make("a.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x240:d=6:r=30", "-g", "15", "-movflags", "+faststart")
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    assert 1500 < probe(whole).duration < 4500


def test_headers_alone_are_damaged(make: Make) -> None:
    file = make("a.mp4", *FILM, "-movflags", "+faststart")
    data = file.read_bytes()
    file.write_bytes(data[: data.index(b"mdat") + 12])
    with pytest.raises(InputError, match=r"damaged|no frames|decoded"):
        probe(file)


def test_stills(make: Make) -> None:
    for name in ("a.jpg", "a.png", "a.webp", "a.gif"):
        facts = probe(make(name, *FILM, "-frames:v", "1", *(("-update", "1") if name[2] in "jp" else ())))
        assert (facts.kind, facts.duration, facts.fps, facts.width, facts.height) == ("image", 0, 0.0, 180, 320), name


def test_a_photo_held_upright(make: Make) -> None:
    """EXIF orientation 6: turned by a quarter when shown."""
    file = make("a.jpg", "-f", "lavfi", "-i", "testsrc=s=320x180", "-frames:v", "1", "-update", "1")
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    data = file.read_bytes()
    file.write_bytes(data[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + data[2:])
    assert (probe(file).width, probe(file).height) == (180, 320)


def test_sound_alone(make: Make) -> None:
    for name in ("a.mp3", "a.wav", "a.m4a", "a.aac"):
        facts = probe(make(name, *TONE))
        assert (facts.kind, facts.width) == ("audio", 0), name
        assert facts.duration == pytest.approx(1000, abs=60), name
