"""What a finished ad measures, by means of its own: nothing here asks the code that made it (but for the recogniser that writes words down)."""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray

from ugcflow.studio.timeline import Clip, Timeline

RATE = 48_000
SIDE = 96  # px: pictures are compared this wide
Sound = NDArray[np.float32]


def ffmpeg(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", *arguments], capture_output=True, check=True
    )


def sound(file: Path) -> Sound:
    """Mono, 48 kHz, from the presentation time 0 on."""
    raw = ffmpeg("-v", "error", "-i", str(file), "-map", "0:a:0", "-af", "aresample=async=1:first_pts=0", "-ac", "1", "-ar", str(RATE), "-f", "f32le", "-").stdout  # fmt: skip
    return np.frombuffer(raw, np.float32)


def loudness(file: Path) -> tuple[float, float]:
    """Integrated LUFS and true peak in dBTP, as ITU-R BS.1770 has them."""
    said = ffmpeg("-i", str(file), "-map", "0:a:0", "-af", "ebur128=peak=true", "-f", "null", "-").stderr.decode()
    summary = said[said.rindex("Summary:") :]
    found = [re.search(rf"{name}:\s+(-?[\d.]+|-inf)", summary) for name in ("I", "Peak")]
    return float(found[0][1]), float(found[1][1])  # type: ignore[index]


def word_errors(said: Sequence[str], heard: Sequence[str]) -> tuple[int, int]:
    """Edits that turn one row of words into the other, and how many words the first has."""
    row = list(range(len(heard) + 1))
    for i, one in enumerate(said, 1):
        diagonal, row[0] = row[0], i
        for j, two in enumerate(heard, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (one != two))
    return row[-1], len(said)


def longest_run(quiet: Sequence[bool], step: float) -> float:
    """Seconds of the longest stretch of True, each `step` s long."""
    best = run = 0
    for value in quiet:
        run = run + 1 if value else 0
        best = max(best, run)
    return best * step


def longest_quiet(samples: Sound, below: float = 28.0) -> float:
    """Seconds of the longest stretch `below` dB under the loud parts of speech (its 95th percentile), in steps of 10 ms."""
    steps = samples[: len(samples) // 480 * 480].reshape(-1, 480)
    level = 10 * np.log10(np.maximum(1e-10, (steps**2).mean(axis=1)))
    return longest_run(list(level < np.percentile(level, 95) - below), 0.01)


def clicks(samples: Sound, timeline: Timeline) -> int:
    """Joints where the sound jumps more sharply than its own sharpest moments elsewhere."""
    jump = np.abs(np.diff(samples, 2))
    near = [round(c.start * RATE / 1000) for c in timeline.clips[1:]]
    usual = float(np.percentile(jump, 99.95))
    return sum(bool(jump[max(0, n - 144) : n + 144].max() > 1.5 * usual) for n in near)


def sound_lags(out: Sound, source: Sound, clips: Sequence[Clip]) -> list[float]:
    """Milliseconds by which each piece of sound comes later than the edit says, by cross-correlation within 100 ms."""
    lags = []
    margin = RATE // 10
    for clip in clips:
        if clip.duration < 400 or clip.muted or clip.speed != 1:
            continue
        ours = out[clip.start * 48 : clip.end * 48]
        begin = clip.source * 48 - margin
        theirs = source[max(0, begin) : clip.source_end * 48 + margin]
        theirs = np.pad(theirs, (max(0, -begin), 0))
        size = 1 << (len(ours) + len(theirs)).bit_length()
        match = np.fft.irfft(np.fft.rfft(theirs, size) * np.conj(np.fft.rfft(ours, size)), size)[: 2 * margin + 1]
        if len(ours) and np.abs(match).max() > 0:
            lags.append((margin - int(np.argmax(match))) / 48)
    return lags


def picture_lags(out: Path, source: Path, timeline: Timeline, clips: Sequence[Clip]) -> list[float]:
    """Milliseconds by which the pictures of each piece come later than the edit says; pieces where nothing moves are left out.

    Every fourth picture is compared with those of the source up to 4 frames before and after the one due; what differs much (words written over)
    counts as little as anything else that does not fit. The least of the summed differences is found between frames by a parabola.
    """
    theirs, ours = list(pictures(source)), list(pictures(out))
    times = np.array([at for at, _ in theirs])
    frame = float(np.median(np.diff(times)))
    lags = []
    for clip in clips:
        shown = [(at, p) for at, p in ours if clip.start / 1000 <= at < clip.end / 1000][::4]
        wanted = np.array([at for at, _ in shown]) + (clip.source - clip.start) / 1000
        due = np.searchsorted(times, wanted + 0.002, side="right") - 1
        if not shown:
            continue
        pairs = [(i, p) for i, (_, p) in zip(due, shown, strict=True) if 4 <= i < len(theirs) - 4]
        if clip.speed != 1 or len(pairs) < 4:
            continue
        far = np.array(
            [sum(_difference(p, _view(theirs[i + k][1], clip, timeline)) for i, p in pairs) for k in range(-4, 5)]
        )
        best = int(np.argmin(far))
        if far.max() < 1.1 * far.min():
            continue
        bend = far[best - 1] - 2 * far[best] + far[best + 1] if 0 < best < 8 else 0.0
        between = (far[best - 1] - far[best + 1]) / (2 * bend) if bend > 0 else 0.0
        lags.append((float(np.mean(wanted - times[due])) + (4 - best - between) * frame) * 1000)
    return lags


def pictures(file: Path) -> Iterator[tuple[float, NDArray[np.uint8]]]:
    """Presentation time in s and the grey picture, small."""
    with av.open(str(file)) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        first = (container.start_time or 0) / av.time_base  # what a player calls 0: the earliest of its streams
        for frame in container.decode(stream):
            height = round(frame.height * 2 * SIDE / min(frame.width, frame.height) / 2)
            width = round(frame.width * 2 * SIDE / min(frame.width, frame.height) / 2)
            yield float(frame.time or 0) - first, frame.reformat(width, height, "gray").to_ndarray()


def _view(picture: NDArray[np.uint8], clip: Clip, timeline: Timeline) -> NDArray[np.uint8]:
    """The part of a source's picture that fills the canvas."""
    height, width = picture.shape
    shape = timeline.width / timeline.height
    w, h = min(width, height * shape), min(height, width / shape)
    x = min(max(clip.focus[0] * width - w / 2, 0), width - w)
    y = min(max(clip.focus[1] * height - h / 2, 0), height - h)
    return picture[round(y) : round(y + h), round(x) : round(x + w)]


def _difference(one: NDArray[np.uint8], two: NDArray[np.uint8]) -> float:
    """Mean difference of two pictures at one size."""
    small = [_fit(p, 48, 84) for p in (one, two)]
    return float(np.minimum(np.abs(small[0] - small[1]), 24).mean())


def _fit(picture: NDArray[np.uint8], width: int, height: int) -> NDArray[np.float32]:
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="gray")
    return frame.reformat(width, height, interpolation="AREA").to_ndarray().astype(np.float32)


@dataclass(frozen=True, slots=True)
class Streams:
    """What is wrong with a file's streams, each in a few words, and how it calls itself."""

    wrong: tuple[str, ...]
    seconds: float
    fps: float


def streams(file: Path, width: int, height: int) -> Streams:
    """H.264 High, yuv420p, BT.709, constant rate, AAC 48 kHz, faststart, upright, square pixels, exact size: what is not so."""
    wrong: list[str] = []
    with av.open(str(file)) as container:
        video, heard = container.streams.video[0], container.streams.audio[0]
        context = video.codec_context
        facts: dict[str, tuple[Any, Any]] = {
            "codec": (context.name, "h264"), "profile": (context.profile, "High"), "pixels": (context.pix_fmt, "yuv420p"),
            "colours": ((context.color_primaries, context.color_trc, context.colorspace, context.color_range), (1, 1, 1, 1)),
            "size": ((video.width, video.height), (width, height)), "sound": (heard.codec_context.name, "aac"), "rate": (heard.sample_rate, RATE),
            "shape": (video.sample_aspect_ratio in (None, 0, 1), True), "streams": (len(container.streams), 2),
        }  # fmt: skip
        wrong += [f"{name} {got}" for name, (got, due) in facts.items() if got != due]
        rate = video.average_rate or 1
        times = sorted(p.pts * (video.time_base or 0) for p in container.demux(video) if p.pts is not None)
        if any(abs(t - n / rate) > 1e-9 for n, t in enumerate(times)):
            wrong.append("uneven frames")
        container.seek(0)
        if (turn := getattr(next(container.decode(video)), "rotation", 0)) != 0:
            wrong.append(f"rotated {turn}")
    if atoms(file).index("moov") > atoms(file).index("mdat"):
        wrong.append("no faststart")
    return Streams(tuple(wrong), float(len(times) / rate), float(rate))


def atoms(file: Path) -> list[str]:
    """The names of an MP4's outermost boxes, in order (ISO/IEC 14496-12, 4.2)."""
    names, at = [], 0
    with file.open("rb") as stream:
        while header := stream.read(8):
            size, name = struct.unpack(">I4s", header)
            if size == 1:
                (size,) = struct.unpack(">Q", stream.read(8))
            names.append(name.decode("latin-1"))
            at += size
            stream.seek(at)
            if size == 0:
                break
    return names
