"""Makes review.mp4: `python examples/quickstart/footage/make.py`, with the extra `ugcflow[footage]` installed.

The words come from script.yaml, the voice from piper, the pictures from a scene traced here; nothing was filmed and nothing is
downloaded. Everything is drawn from fixed seeds. Tracing takes about a quarter of an hour on two cores.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
import wave
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import phone
import scene
import script
import voice

HERE = Path(__file__).parent
Spans = list[tuple[float, float]]


def main() -> None:
    """Read the script aloud, trace the set-ups, film them, write the clip."""
    options = argparse.ArgumentParser(description="Make the quickstart's footage.")
    options.add_argument("--out", type=Path, default=HERE / "review.mp4", help="the clip to write")
    options.add_argument("--samples", type=int, default=8, help="light paths a pixel: more is cleaner and slower")
    options.add_argument("--stills", type=Path, help="folder that keeps the traced stills for the next time")
    chosen = options.parse_args()
    said = script.read(HERE / "script.yaml")
    sound, spans = voice.record(said)
    holds = (
        phone.Hold(_still(name, chosen.samples, chosen.stills), start, end, _light(name, said, spans), seed)
        for seed, (name, start, end) in enumerate(_cuts(said, spans))
    )
    write(chosen.out, sound, phone.film(holds, round(len(sound) / voice.RATE * phone.FPS)))


def _cuts(said: script.Script, spans: Spans) -> Iterator[tuple[str, float, float]]:
    """Each set-up with its first and last second; the picture changes in the middle of the pause between two of them."""
    start = 0.0
    lines = list(zip(said.lines, spans, strict=True))
    for name, group in groupby(lines, key=lambda pair: pair[0].shot):
        line, (_, end) = list(group)[-1]
        last = line is said.lines[-1]
        cut = end + line.pause * (2 if last else 0.5)
        yield name, start, cut
        start = cut


def _still(name: str, samples: int, folder: Path | None) -> scene.Still:
    kept = folder / f"still_{name}.npz" if folder else None
    if kept and kept.exists():
        with np.load(kept) as arrays:
            return scene.Still(arrays["day"], arrays["lamp"], arrays["nearness"])
    print(f"tracing {name}", flush=True)
    still = scene.render(scene.SHOTS[name], samples)
    if kept:
        np.savez(
            kept,
            day=still.day.astype(np.float16),
            lamp=still.lamp.astype(np.float16),
            nearness=still.nearness.astype(np.float16),
        )
    return still


DAY_AND_LAMP: dict[str, phone.Levels] = {
    "table": (1.2, 0.35),
    "box": (1.2, 0.3),
    "shelf": (0.5, 0.8),
    "detail": (1.15, 0.3),
    "night": (0.12, 0.85),
    "offer": (0.55, 0.75),
}


def _light(name: str, said: script.Script, spans: Spans) -> Callable[[float], phone.Levels]:
    """The light of a set-up over time: steady, but for the button, which is tapped where the words say so."""
    if name != "button":
        return lambda _: DAY_AND_LAMP[name]
    start, end = next(span for line, span in zip(said.lines, spans, strict=True) if line.text.startswith("Tap it once"))
    taps = (start + 0.25, start + 0.58 * (end - start))
    return lambda seconds: (0.6, round(_eased(seconds, taps[0], 0, 0.85) + _eased(seconds, taps[1], 0, -0.5), 3))


def _eased(seconds: float, at: float, before: float, after: float, takes: float = 0.35) -> float:
    share = min(1.0, max(0.0, (seconds - at) / takes))
    return before + (after - before) * share * share * (3 - 2 * share)


def write(out: Path, sound: voice.Samples, frames: Iterator[phone.Frame]) -> None:
    """Encode picture and sound as a phone would: H.264 and AAC in an MP4 that can be streamed."""
    with tempfile.TemporaryDirectory() as folder:
        spoken = Path(folder) / "voice.wav"
        with wave.open(str(spoken), "wb") as file:
            file.setparams((1, 2, voice.RATE, len(sound), "NONE", ""))
            file.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
        part = out.with_suffix(".part.mp4")
        with subprocess.Popen(_ffmpeg(spoken, part), stdin=subprocess.PIPE) as process:
            assert process.stdin
            for frame in frames:
                process.stdin.write(np.ascontiguousarray(frame).tobytes())
            process.stdin.close()
        if process.returncode:
            raise SystemExit("ffmpeg could not write the clip; its words are above")
        part.replace(out)


def _ffmpeg(spoken: Path, out: Path) -> list[str]:
    size = f"{phone.WIDTH}x{phone.HEIGHT}"
    return [
        imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-loglevel", "error", "-y",
        "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-r", str(phone.FPS), "-i", "pipe:0", "-i", str(spoken),
        "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,"
        "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv",
        "-c:v", "libx264", "-profile:v", "high", "-preset", "medium", "-crf", "26", "-maxrate", "900k", "-bufsize", "1800k",
        "-threads", "1", "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv",
        "-c:a", "aac", "-b:a", "72k", "-ac", "1", "-shortest", "-movflags", "+faststart",
        "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", str(out),
    ]  # fmt: skip


if __name__ == "__main__":
    main()
