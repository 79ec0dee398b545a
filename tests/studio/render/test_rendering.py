from __future__ import annotations

import itertools
import random
import threading
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from tests.studio.render.conftest import heard, medium_of, pictures
from ugcflow.errors import InputError, RenderError
from ugcflow.output import Output
from ugcflow.studio import ffmpeg
from ugcflow.studio.render import reframed, render
from ugcflow.studio.render.loudness import measure
from ugcflow.studio.timeline import Clip, Fade, Medium, Sound, Timeline, Title, Word

Edit = Callable[..., Timeline]
AS_IT_IS = Output("x", loudness=None)


def go(
    timeline: Timeline, file: Path, tmp_path: Path, output: Output = AS_IT_IS, name: str = "", work: str = "work"
) -> Any:
    to = tmp_path / (name or f"out.{output.format}")
    return render(timeline, output, dict.fromkeys(timeline.media, file), to, work=tmp_path / work)


def many_cuts(total: int, seed: int) -> list[tuple[int, int]]:
    draw = random.Random(seed)
    return [(draw.randrange(0, 7500), draw.randrange(40, 420)) for _ in range(total)]


def test_every_frame_is_the_right_one(edit: Edit, numbered_file: Path, tmp_path: Path) -> None:
    """After many cuts each frame shows the source frame nearest to its instant, and their count is the edit's length rounded once."""
    timeline = edit(numbered_file, *many_cuts(40, seed=3))
    done = go(timeline, numbered_file, tmp_path)
    greys = [int(np.median(p)) for p in pictures(done.file)]
    assert len(greys) == done.frames == round(timeline.duration * 30 / 1000)
    for n, grey in enumerate(greys):
        clip = next(c for c in timeline.clips if round(c.start * 0.03 + 1e-9) <= n < round(c.end * 0.03 + 1e-9))
        exact = (clip.source + n / 0.03 - clip.start) * 0.03
        off = ((grey - 20) / 7 - exact + 15) % 30 - 15
        assert abs(off) <= 0.5 + 2 / 7, (n, grey, exact)


def test_timestamps_are_even_and_the_tracks_end_together(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    timeline = edit(clip_file, *many_cuts(30, seed=5))
    done = go(timeline, clip_file, tmp_path)
    with av.open(str(done.file)) as container:
        video, sound = container.streams.video[0], container.streams.audio[0]
        times = sorted(p.pts * video.time_base for p in container.demux(video) if p.pts is not None)
        assert times == [Fraction(n, 30) for n in range(done.frames)]
        assert sound.duration is not None
    assert abs(len(heard(done.file)) / 48000 - done.frames / 30) < 0.002


def test_beeps_stay_with_their_flashes(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    """Thirty cuts that each hold one flash: its beep is heard within a frame of it."""
    draw = random.Random(11)
    timeline = edit(
        clip_file,
        *[(draw.randrange(1, 7) * 1000 - 211 - draw.randrange(90), 377 + draw.randrange(60)) for _ in range(30)],
    )
    done = go(timeline, clip_file, tmp_path)
    flashes = [n / 30 for n, p in enumerate(pictures(done.file)) if p.mean() > 180]
    sound = np.abs(heard(done.file))
    loud = np.flatnonzero(sound > 0.05)
    beeps = [loud[0] / 48000] + [b / 48000 for a, b in itertools.pairwise(loud) if b - a > 4800]
    assert len(flashes) == len(beeps) == 30
    assert max(abs(a - b) for a, b in zip(flashes, beeps, strict=True)) <= 1 / 30


def test_what_a_file_must_be(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    timeline = edit(clip_file, (0, 1500), width=101, height=179)
    done = go(timeline, clip_file, tmp_path, Output("x", width=1080 // 4, height=481))
    with av.open(str(done.file)) as container:
        video, sound = container.streams.video[0], container.streams.audio[0]
        context = video.codec_context
        assert (context.width, context.height) == (270, 480)
        assert (context.profile, context.pix_fmt) == ("High", "yuv420p")
        assert (context.colorspace, context.color_primaries, context.color_trc, context.color_range) == (1, 1, 1, 1)
        assert video.sample_aspect_ratio in (None, 1)
        assert video.average_rate == video.guessed_rate == 30
        assert (sound.codec_context.name, sound.codec_context.sample_rate, sound.codec_context.channels) == (
            "aac",
            48000,
            2,
        )
    head = done.file.read_bytes()
    assert head.index(b"moov") < head.index(b"mdat")


def test_loudness_of_the_encoded_file(edit: Edit, numbered_file: Path, tmp_path: Path) -> None:
    timeline = edit(numbered_file, (0, 6000))
    for wanted in (-14.0, -23.0, -9.0):
        done = go(timeline, numbered_file, tmp_path, Output("x", loudness=wanted, true_peak=-1.0))
        now = measure(["-i", str(done.file)])
        assert now.integrated is not None
        assert now.integrated == pytest.approx(wanted, abs=0.5)
        assert now.true_peak is not None
        assert now.true_peak <= -1.0


def test_a_loudness_a_step_asked_for_holds_where_the_output_has_none(
    edit: Edit, numbered_file: Path, tmp_path: Path
) -> None:
    done = go(edit(numbered_file, (0, 4000), loudness=-20.0), numbered_file, tmp_path)
    assert done.loudness.integrated == pytest.approx(-20, abs=0.5)


def test_silence_is_left_alone(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    timeline = edit(clip_file, (100, 1500))
    muted = timeline.with_(clips=(replace(timeline.clips[0], muted=True),))
    done = go(muted, clip_file, tmp_path, Output("x"))
    assert done.loudness.integrated is None
    assert np.abs(heard(done.file)).max() < 1e-4


def test_no_cut_clicks(edit: Edit, tmp_path: Path) -> None:
    """A steady tone cut at any phase: no step between two samples is larger than the tone's own steepest."""
    file = tmp_path / "tone.mkv"
    ffmpeg.run(
        [
            "-f",
            "lavfi",
            "-i",
            "color=s=64x64:r=30:d=4",
            "-f",
            "lavfi",
            "-i",
            "sine=220:r=48000:d=4",
            "-c:v",
            "libx264",
            "-c:a",
            "pcm_s16le",
            str(file),
        ]
    )
    done = go(
        edit(file, *[(100 + 37 * i, 233) for i in range(12)]), file, tmp_path, Output("x", format="wav", loudness=None)
    )
    sound = heard(done.file)
    assert np.abs(np.diff(sound)).max() <= 2 * np.pi * 220 / 48000 * np.abs(sound).max() * 1.15


def test_a_split_that_cuts_nothing_is_not_heard(edit: Edit, numbered_file: Path, tmp_path: Path) -> None:
    whole = go(
        edit(numbered_file, (0, 2000)), numbered_file, tmp_path, Output("x", format="wav", loudness=None), "a.wav"
    )
    split = go(
        edit(numbered_file, (0, 1000), (1000, 1000)),
        numbered_file,
        tmp_path,
        Output("x", format="wav", loudness=None),
        "b.wav",
    )
    assert np.array_equal(heard(whole.file), heard(split.file))


def test_same_edit_same_bytes(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    timeline = edit(clip_file, (0, 1500), (3000, 1200), titles=(Title("h", "Wait for it 🎬", 0, 900, "hook"),))
    one = go(timeline, clip_file, tmp_path, Output("x"), "one.mp4", "w1")
    two = go(timeline, clip_file, tmp_path, Output("x"), "two.mp4", "w2")
    assert one.sha256 == two.sha256
    assert two.reused == 0


def test_a_render_again_encodes_nothing(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    timeline = edit(clip_file, (0, 5000))
    first = go(timeline, clip_file, tmp_path)
    again = go(timeline, clip_file, tmp_path)
    assert (first.reused, again.reused) == (0, first.chunks)
    assert first.sha256 == again.sha256


def test_a_caption_re_encodes_its_own_seconds(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    timeline = edit(clip_file, (0, 8000))
    first = go(timeline, clip_file, tmp_path)
    changed = go(timeline.with_(titles=(Title("t", "Hello", 2500, 800),)), clip_file, tmp_path)
    assert changed.chunks - changed.reused == 1
    assert first.sha256 != changed.sha256


def test_a_trim_at_the_start_keeps_the_chunks_behind_it(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    caption = Title("k", "said there", 5100, 600, "caption", words=(Word("said", 5100, 300), Word("there", 5400, 300)))
    go(edit(clip_file, (0, 8000), titles=(caption,)), clip_file, tmp_path)
    ms = 333
    moved = replace(caption, start=5100 - ms, words=tuple(replace(w, start=w.start - ms) for w in caption.words))
    trimmed = go(edit(clip_file, (ms, 8000 - ms), titles=(moved,)), clip_file, tmp_path)
    assert (trimmed.chunks, trimmed.reused) == (4, 3)


def test_the_file_appears_whole_or_not_at_all(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    timeline = edit(clip_file, (0, 1000))
    earlier = tmp_path / "out.mp4"
    earlier.write_bytes(b"an earlier output")
    broken = timeline.with_(clips=(replace(timeline.clips[0], effects=({"op": "sparkle"},)),))
    with pytest.raises(RenderError, match="sparkle"):
        go(broken, clip_file, tmp_path)
    assert earlier.read_bytes() == b"an earlier output"
    assert [f.name for f in tmp_path.iterdir() if f.is_file()] == ["out.mp4"]


def test_a_folder_that_cannot_be_written(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(RenderError, match="can't be written") as raised:
        render(
            edit(clip_file, (0, 500)),
            AS_IT_IS,
            {"a": clip_file},
            tmp_path / "taken" / "out.mp4",
            work=tmp_path / "work",
        )
    assert raised.value.do


def test_a_full_disk_is_said(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("needs /dev/full")
    with pytest.raises(RenderError) as raised:
        ffmpeg.run(["-f", "lavfi", "-i", "sine=d=5", "-f", "wav", str(full)])
    from ugcflow.studio.render.rendering import _disk_full

    said = _disk_full(raised.value, tmp_path / "out.mp4", tmp_path)
    assert said is not None
    assert "disk is full" in str(said)
    assert str(tmp_path) in said.do


def test_stopping_kills_the_render(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    timeline = edit(clip_file, (0, 8000), width=1080, height=1920)
    raised: list[BaseException] = []

    def work() -> None:
        try:
            render(timeline, AS_IT_IS, {"a": clip_file}, tmp_path / "out.mp4", work=tmp_path / "work", progress=seen)
        except RenderError as error:
            raised.append(error)

    began = threading.Event()

    def seen(done: float, what: str) -> None:
        if what == "encoding":
            began.set()

    thread = threading.Thread(target=work)
    thread.start()
    assert began.wait(60)
    ffmpeg.stop_all()
    thread.join(20)
    assert not thread.is_alive()
    assert [str(r.what) for r in raised if isinstance(r, RenderError)] == ["the render was stopped"]
    assert not (tmp_path / "out.mp4").exists()
    assert not list((tmp_path / "work" / "chunks").glob("*.part.mp4"))


def test_a_missing_medium_is_an_input_error(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="flash"):
        go(edit(clip_file, (0, 500)), tmp_path / "gone.mp4", tmp_path)


@pytest.mark.parametrize(
    ("fps", "limit", "expected"),
    [(25.0, 60.0, 25), (60.0, 60.0, 60), (0.0, 15.0, 15), (29.97, 60.0, Fraction(30000, 1001))],
)
def test_frame_rates(edit: Edit, clip_file: Path, tmp_path: Path, fps: float, limit: float, expected: Fraction) -> None:
    timeline = edit(clip_file, (0, 1000), (2500, 1500))
    done = go(timeline, clip_file, tmp_path, replace(AS_IT_IS, fps=fps, max_fps=limit))
    with av.open(str(done.file)) as container:
        video = container.streams.video[0]
        times = sorted(p.pts * video.time_base for p in container.demux(video) if p.pts is not None)
    assert times == [n / Fraction(expected) for n in range(int(2.5 * Fraction(expected) + Fraction(1, 2)))]


def test_speed_keeps_pitch_and_lands_on_the_frame(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    timeline = edit(clip_file, (0, 4000))
    fast = timeline.with_(clips=(replace(timeline.clips[0], speed=1.5),))
    done = go(fast, clip_file, tmp_path)
    assert done.frames == 120
    frames = pictures(done.file)
    flashes = [n / 30 for n, p in enumerate(frames) if p.mean() > 180 and (n == 0 or frames[n - 1].mean() <= 180)]
    sound = heard(done.file)
    loud = np.flatnonzero(np.abs(sound) > 0.05)
    beeps = [loud[0] / 48000] + [b / 48000 for a, b in itertools.pairwise(loud) if b - a > 4800]
    assert len(flashes) == len(beeps) == 6
    assert max(abs(a - b) for a, b in zip(flashes, beeps, strict=True)) <= 1 / 30
    tone = sound[loud[0] + 200 : loud[0] + 1400]
    peak = np.argmax(np.abs(np.fft.rfft(tone * np.hanning(len(tone)), 48000)))
    assert abs(int(peak) - 1000) < 40


def test_fades_of_the_whole_edit(edit: Edit, numbered_file: Path, tmp_path: Path) -> None:
    timeline = edit(numbered_file, (4000, 3000), fades=(Fade("in", 500), Fade("out", 500)))
    done = go(timeline, numbered_file, tmp_path)
    light = [p.mean() for p in pictures(done.file)]
    assert light[0] < 24
    assert light[-1] < 30
    assert light[20] > 100
    sound = heard(done.file)
    assert np.abs(sound[:480]).max() < 0.1 * np.abs(sound[40000:80000]).max()
    assert np.abs(sound[-480:]).max() < 0.1 * np.abs(sound[40000:80000]).max()


def test_music_steps_back_while_somebody_speaks(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    """A voice in the first half: the music under it is lower by what was asked, and back up after it."""
    voice, bed = tmp_path / "voice.mkv", tmp_path / "bed.wav"
    ffmpeg.run(["-f", "lavfi", "-i", "color=s=64x64:r=30:d=6", "-f", "lavfi", "-i", "sine=300:r=48000:d=6,volume='lt(t,3)*2':eval=frame",
                "-c:v", "libx264", "-c:a", "pcm_s16le", str(voice)])  # fmt: skip
    ffmpeg.run(["-f", "lavfi", "-i", "sine=3000:r=48000:d=2", str(bed)])
    music = medium_of(bed, "m", role="music")
    base = edit(voice, (0, 6000))
    timeline = base.with_(
        media={**base.media, "m": music}, sounds=(Sound("s", "m", 0, 6000, loop=True, duck_db=-12.0, gain_db=-3.0),)
    )
    render(
        timeline,
        Output("x", format="wav", loudness=None),
        {"a": voice, "m": bed},
        tmp_path / "o.wav",
        work=tmp_path / "w",
    )
    sound = heard(tmp_path / "o.wav")

    def level(a: float, b: float) -> float:
        part = sound[int(a * 48000) : int(b * 48000)]
        spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)))) / len(part)
        at = round(3000 * len(part) / 48000)
        return float(20 * np.log10(spectrum[at - 3 : at + 4].max()))

    assert level(1.0, 2.5) - level(5.0, 5.9) == pytest.approx(-12, abs=0.7)


def test_one_file_may_be_two_inputs(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    """The same content under two ids, used to different lengths: each is heard as far as it is used."""
    base = edit(clip_file, (0, 1000))
    late = Clip("c9", "b", 1000, 1000, 6000)
    twins = base.with_(media={**base.media, "b": replace(base.media["a"], id="b")}, clips=(*base.clips, late))
    for clips in (twins.clips, (replace(late, start=0), replace(twins.clips[0], start=1000))):
        done = go(twins.with_(clips=clips), clip_file, tmp_path, Output("x", format="wav", loudness=None))
        sound = np.abs(heard(done.file))
        assert sound[:2000].max() > 0.1
        assert sound[48000:50000].max() > 0.1
    assert not list((tmp_path / "work").glob("sound-*"))


def test_music_alone_is_an_audio_file(tmp_path: Path) -> None:
    bed = tmp_path / "bed.wav"
    ffmpeg.run(["-f", "lavfi", "-i", "sine=300:r=44100:d=2", str(bed)])
    timeline = Timeline(1080, 1920, "30", {"m": medium_of(bed, "m")}, sounds=(Sound("s", "m", 0, 1500),))
    for suffix in ("mp3", "wav", "m4a"):
        done = render(timeline, Output("x", format=suffix), {"m": bed}, tmp_path / f"o.{suffix}", work=tmp_path / "w")
        assert len(heard(done.file)) / 48000 == pytest.approx(1.5, abs=0.06)
    with pytest.raises(RenderError, match="no picture"):
        render(timeline, Output("x"), {"m": bed}, tmp_path / "o.mp4", work=tmp_path / "w")


@pytest.mark.parametrize("suffix", ["webm", "mov", "gif", "png", "jpg"])
def test_other_formats(edit: Edit, clip_file: Path, tmp_path: Path, suffix: str) -> None:
    timeline = edit(clip_file, (0, 1000), (4000, 2300))
    done = go(timeline, clip_file, tmp_path, Output("x", format=suffix))
    with av.open(str(done.file)) as container:
        codec = container.streams.video[0].codec_context.name
        frames = sum(1 for _ in container.decode(video=0))
    assert codec == {"webm": "vp9", "mov": "h264", "gif": "gif", "png": "png", "jpg": "mjpeg"}[suffix].replace(
        "vp9", codec if "vp9" in codec else "vp9"
    )
    assert frames == {"webm": 99, "mov": 99}.get(suffix, frames)
    assert suffix in ("gif", "webm", "mov") or frames == 1


def test_clips_of_one_frame_join(edit: Edit, numbered_file: Path, tmp_path: Path) -> None:
    timeline = edit(numbered_file, *[(137 * i, 34) for i in range(20)])
    done = go(timeline, numbered_file, tmp_path)
    assert len(pictures(done.file)) == done.frames == round(680 * 0.03)


def test_a_reframed_copy_keeps_its_times(edit: Edit, clip_file: Path) -> None:
    timeline = edit(clip_file, (0, 1000), (4000, 2300))
    wide = reframed(timeline, Output("x", width=1920, height=1080))
    assert (wide.width, wide.height, wide.duration) == (1920, 1080, 3300)
    assert reframed(timeline, Output("x")) is timeline


def test_a_still_is_a_clip(edit: Edit, tmp_path: Path) -> None:
    picture = tmp_path / "still.png"
    ffmpeg.run(["-f", "lavfi", "-i", "testsrc2=s=301x201:d=1", "-frames:v", "1", str(picture)])
    medium = Medium("a", "still.png", "0" * 64, "image", 0, 301, 201)
    timeline = Timeline(180, 320, "30", {"a": medium}, (Clip("c", "a", 0, 2500, fit="contain"),))
    done = go(timeline, picture, tmp_path)
    frames = pictures(done.file)
    assert len(frames) == 75
    assert np.abs(frames[0].astype(int) - frames[-1].astype(int)).mean() < 3


def test_a_draft_with_its_media_renders_the_same_file(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    """The draft is the whole edit: written as JSON and read back, it gives the same bytes."""
    import json

    from ugcflow.studio.draft import from_draft, to_draft

    timeline = edit(clip_file, (0, 1200), (3000, 900), fades=(Fade("out", 300),), loudness=-16.0).with_(
        titles=(
            Title("h", "Wait for it", 0, 900, "hook", style={"preset": "bold yellow"}),
            Title("k", "two words", 900, 800, "caption", words=(Word("two", 900, 300), Word("words", 1250, 400))),
        )
    )
    again = from_draft(json.loads(json.dumps(to_draft(timeline))))
    one = go(timeline, clip_file, tmp_path, Output("x"), "one.mp4", "w1")
    two = go(again, clip_file, tmp_path, Output("x"), "two.mp4", "w2")
    assert one.sha256 == two.sha256


def test_nothing_is_left_but_what_is_kept(edit: Edit, clip_file: Path, tmp_path: Path) -> None:
    """Beside the file only the work folder changes, and in it no half-written or temporary file stays."""
    titled = edit(clip_file, (0, 900), titles=(Title("h", "Hi", 0, 500),))
    go(titled, clip_file, tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.mp4", "work"]
    left = [p.name for p in (tmp_path / "work").rglob("*") if p.is_file()]
    assert not [n for n in left if "part" in n or n.endswith((".f32", ".graph", ".txt")) or n.startswith("try-")]
    assert {p.name for p in (tmp_path / "work").iterdir() if p.is_dir()} == {"chunks", "sound", "fonts"}
