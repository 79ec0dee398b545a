"""Runs the sentence everybody writes over real footage and measures what comes out: `python benchmarks/acceptance.py [--only NAME] [--keep DIR]`.

Prints a table in Markdown, which `benchmarks/acceptance.md` keeps with its date. Footage is found in ../shared/media and in the quickstart; no media is
kept unless --keep says where. Exits 1 when a figure misses what is promised.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import measure

from ugcflow.studio.draft import from_draft
from ugcflow.studio.edits.speech import plain
from ugcflow.studio.media.footage import StudioFootage
from ugcflow.studio.media.medium import medium_of
from ugcflow.studio.timeline import Timeline

ROOT = Path(__file__).parent.parent
TALK = ROOT.parent / "shared/media/talk"
CLIPS = {
    "quickstart": ROOT / "examples/quickstart/footage/review.mp4",
    "recorder take 1": TALK / "recorder_take1_en_16x9.mp4",
    "recorder take 2": TALK / "recorder_take2_en_16x9.mp4",
    "voice banana": TALK / "voice_banana_30fps_en.mp4",
}
RECIPE = """version: 1
name: ad
inputs: {{talk: {clip}}}
steps:
  - trim silences, add captions, and cut for a 30-second social ad
  - make it vertical 9:16
export:
  - {{name: tiktok, preset: tiktok}}
"""
HEAD = "| clip | in → out | word errors | longest silence: voice · level | loudness · peak | sound · picture late | clicks | streams | took |"


@dataclass(frozen=True)
class Result:
    """The row of one clip, and what in it is not as promised."""

    row: str
    missed: tuple[str, ...]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", choices=CLIPS, action="append")
    options.add_argument("--keep", type=Path)
    chosen = options.parse_args()
    print(
        f"{datetime.date.today()} · {platform.machine()}, {os.cpu_count()} cores\n\n{HEAD}\n|{'---|' * (HEAD.count('|') - 1)}"
    )
    missed: list[str] = []
    for name in chosen.only or CLIPS:
        if CLIPS[name].exists():
            with _folder(chosen.keep, name) as folder:
                result = accept(name, CLIPS[name], folder)
            print(result.row, flush=True)
            missed += [f"{name}: {m}" for m in result.missed]
    print("\n" + ("\n".join(f"- missed: {m}" for m in missed) or "Everything as promised."))
    return bool(missed)


@contextlib.contextmanager
def _folder(keep: Path | None, name: str) -> Iterator[Path]:
    if keep:
        folder = keep.resolve() / name.replace(" ", "-")
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
    else:
        with tempfile.TemporaryDirectory(prefix="ugcflow-acceptance-") as made:
            yield Path(made)


def accept(name: str, clip: Path, folder: Path) -> Result:
    """Make the ad of one clip and measure it."""
    (folder / "ad.yaml").write_text(RECIPE.format(clip=clip.resolve()), encoding="utf-8")
    began = datetime.datetime.now()
    subprocess.run(
        [Path(sys.executable).with_name("ugcflow"), "run", "ad.yaml", "-q"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    took = (datetime.datetime.now() - began).total_seconds()
    out = folder / "out/ad.tiktok.mp4"
    run = max((folder / "out/runs").iterdir())
    timeline = from_draft(json.loads((run / "ad/draft.json").read_text(encoding="utf-8")))
    return _measured(name, clip, out, timeline, took)


def _measured(name: str, clip: Path, out: Path, timeline: Timeline, took: float) -> Result:
    footage = StudioFootage()
    footage.add(medium_of("out", out), out)
    said = [plain(w.text) for t in timeline.titles for w in t.words]
    errors, words = measure.word_errors(said, [plain(w.text) for w in footage.words("out")])
    by_voice = measure.longest_run([p < 0.5 for p in footage._voices("out")], 0.032)
    sound, source = measure.sound(out), measure.sound(clip)
    by_level = measure.longest_quiet(sound)
    lufs, peak = measure.loudness(out)
    late = measure.sound_lags(sound, source, timeline.clips)
    seen = measure.picture_lags(out, clip, timeline, timeline.clips)
    clicks = measure.clicks(sound, timeline)
    made = measure.streams(out, 1080, 1920)
    frame = 1000 / made.fps
    promised = {
        f"{errors} of {words} words differ": errors <= 0.1 * words, f"{by_voice:.2f} s without voice": by_voice <= 0.6,
        f"{by_level:.2f} s of silence": by_level <= 0.6, f"{lufs:.1f} LUFS": abs(lufs + 14) <= 0.5, f"{peak:.1f} dBTP": peak <= -1.0,
        "sound and picture apart": all(abs(x - y) <= frame + 1 for x in late for y in seen), f"{clicks} clicks": clicks == 0,
        ", ".join(made.wrong): not made.wrong,
    }  # fmt: skip
    row = (
        f"| {name} | {timeline.media['talk'].duration / 1000:.1f} → {made.seconds:.1f} s, {len(timeline.clips)} pieces | {errors} of {words} "
        f"({errors / max(1, words):.0%}) | {by_voice:.2f} · {by_level:.2f} s | {lufs:.1f} LUFS · {peak:.1f} dBTP | {_spread(late)} · {_spread(seen)} ms "
        f"| {clicks} in {len(timeline.clips) - 1} cuts | {', '.join(made.wrong) or 'all right'} | {took:.0f} s |"
    )
    return Result(row, tuple(what for what, kept in promised.items() if not kept))


def _spread(values: list[float]) -> str:
    return f"{min(values):+.1f}…{max(values):+.1f}" if values else "nothing moves"


if __name__ == "__main__":
    raise SystemExit(main())
