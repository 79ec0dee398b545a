"""Run folders to report on, written as a run writes them: journal, snapshots, pictures and curves. No editor runs."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from tests.report import story
from ugcflow.journal import Journal
from ugcflow.session.state import Draft, State
from ugcflow.session.summary import changes, summary
from ugcflow.studio.draft import to_draft
from ugcflow.studio.timeline import Timeline

RECIPE = "version: 1\nname: lamp\ninputs:\n  review: review.mp4\nsteps:\n" + "".join(
    f"  - id: {i}\n    say: {s}\n" for i, s in story.SENTENCES
)
STRIP = 12


@dataclass(frozen=True)
class Kind:
    """`breaks`: the index of a step that fails, in the variants named by `broken` (all when empty). `silent`: a step with no reply."""

    backend: str = "local"
    breaks: int = 0
    broken: tuple[str, ...] = ()
    silent: int = 0
    noise: bool = False
    run: str = "20261122T150301Z-3f9a"
    words: str = ""
    ended: bool = True


def make(out: Path, variants: dict[str, dict[str, str]] | None = None, kind: Kind = Kind()) -> Path:
    """Write a run of these variants (label → values; one without a matrix when left out) and return its folder."""
    folder = out / "runs" / kind.run
    folder.mkdir(parents=True)
    recipe = out.parent / "lamp.yaml"
    recipe.write_text(RECIPE, encoding="utf-8")
    with Journal(folder / "events.jsonl") as journal:
        told = _Run(folder, out, recipe, journal, kind)
        told.start(variants or {"": {}})
        statuses = [told.variant(name, values, i) for i, (name, values) in enumerate((variants or {"": {}}).items())]
        if kind.ended:
            code = int("failed" in statuses)
            journal.write(
                "run_done", status="failed" if code else "passed", exit_code=code, seconds=89.1 * len(statuses)
            )
    return folder


def grid(count: int) -> dict[str, dict[str, str]]:
    """A matrix of about `count` variants over two variables."""
    hooks = [f"Hook number {i + 1}" for i in range(-(-count // 2))]
    every = [(h, a) for h in hooks for a in ("9:16", "1:1")][:count]
    return {f"{h.lower().replace(' ', '-')}-{a.replace(':', '-')}": {"hook": h, "aspect": a} for h, a in every}


@dataclass
class _Run:
    folder: Path
    out: Path
    recipe: Path
    journal: Journal
    kind: Kind

    def start(self, variants: dict[str, dict[str, str]]) -> None:
        steps = [{"index": i, "id": id_, "sentence": s, "on": ""} for i, (id_, s) in enumerate(story.SENTENCES, 1)]
        self.journal.write(
            "run_started", run=self.folder.name, version="0.1.0", out=str(self.out), name="lamp", ci=False, recipe=str(self.recipe),
            backend=self.kind.backend,
            recipes=[{"name": "lamp", "file": str(self.recipe), "description": "A phone review of a lamp becomes a 30-second ad",
                      "backend": self.kind.backend, "sha256": "0" * 64}],
            variants=[{"variant": v, "recipe": "lamp", "values": values, "steps": steps,
                       "exports": [{"export": "tiktok", "format": "mp4", "file": self._file(v)},
                                   {"export": "subtitles", "format": "srt", "file": self._file(v)[:-10] + "subtitles.srt"}]}
                      for v, values in variants.items()],
        )  # fmt: skip
        (self.folder / "evidence").mkdir()

    def _file(self, variant: str) -> str:
        return f"lamp.{variant + '.' if variant else ''}tiktok.mp4"

    def variant(self, name: str, values: dict[str, str], number: int) -> str:
        write = self.journal.write
        write("variant_started", variant=name, values=values, recipe="lamp", attempt=1)
        claim = "https://nemovideo.com/workspace/claim?ct=clm_shown" if self.kind.backend == "nemo" else ""
        write("session_opened", variant=name, session=f"session-{number}", backend=self.kind.backend, claim=claim)
        self._upload(name, number)
        place = self.folder / (name or "lamp") / "snapshots"
        place.mkdir(parents=True)
        drafts = [
            self._draft(t) for t in story.timelines(self.kind.words or values.get("hook", "I almost sent this back"))
        ]
        self._snapshot(name, 0, "inputs", drafts[0])
        broken = self.kind.breaks and (not self.kind.broken or name in self.kind.broken)
        for i in range(1, len(drafts)):
            if not self._step(name, i, drafts[i - 1], drafts[i], bool(broken) and i == self.kind.breaks):
                error = self._error(i)
                write("variant_done", variant=name, status="failed", seconds=20.5, error=error)
                return "failed"
        (self.folder / (name or "lamp") / "draft.json").write_text(json.dumps(drafts[-1]), encoding="utf-8")
        self._exports(name, number)
        write("variant_done", variant=name, status="passed", seconds=88.5)
        return "passed"

    def _draft(self, timeline: Timeline) -> Draft:
        draft = to_draft(timeline)
        if self.kind.backend == "local":
            return draft
        for track in draft["t"]:  # as the cloud: names instead of media ids, no settings of ours
            for segment in track["sg"]:
                name = segment["m"].get("text") or "review.mp4"
                segment["m"] = {"name": name}
            track["m"] = {"name": track["m"]["name"]}
        return {"t": draft["t"], "d": draft["d"], "m": {}}

    def _upload(self, name: str, number: int) -> None:
        probe = {"kind": "video", "container": "mov", "duration": story.LENGTH, "width": 1920, "height": 1080, "fps": 30.0,
                 "video_codec": "hevc", "audio_codec": "aac", "channels": 2, "sample_rate": 48000}  # fmt: skip
        self.journal.write("upload_started", variant=name, input="review", name="review.mp4", role="")
        self.journal.write("upload_done", variant=name, input="review", name="review.mp4", sha256=story.SHA, bytes=31_250_000, probe=probe, role="", seconds=0.2)  # fmt: skip
        if number == 0:
            curves(self.folder / "evidence", "input01-review", story.LENGTH, pauses=True)
            picture(self.folder / "evidence" / "input01-review.poster.jpg", 540, 304, 200)
            self.journal.write("transcript", input="review", sha256=story.SHA, words=story.spoken())
        self.journal.write("evidence", variant=name, of="review", kind="source", evidence=evidence("input01-review"))

    def _snapshot(self, name: str, index: int, id_: str, draft: Draft) -> None:
        path = f"{name or 'lamp'}/snapshots/{index:02d}-{id_}.json"
        (self.folder / path).write_text(json.dumps(State(draft).to_json()), encoding="utf-8")
        self.journal.write("snapshot", variant=name, index=index, step=id_, id=id_, path=path, summary=summary(draft), draft_seconds=draft["d"] / 1000)  # fmt: skip

    def _step(self, name: str, index: int, before: Draft, after: Draft, broken: bool) -> bool:
        id_, sentence = story.SENTENCES[index - 1]
        local = self.kind.backend == "local"
        self.journal.write("step_started", variant=name, index=index, id=id_, sentence=sentence, on="", where=self._where(index),
                           understood=story.readings()[index - 1] if local else None, attempt=1)  # fmt: skip
        self.journal.write("step_tool", variant=name, index=index, name="timeline", phase="call")
        done: dict[str, Any] = {"reply": "", "applied": [], "changes": [], "warnings": [], "expectations": []}
        if not broken:
            told = changes(State(before), State(after))
            done["changes"] = [asdict(c) for c in told]
            done["reply"] = "" if index == self.kind.silent else "Done: " + "; ".join(c.what for c in told) + "."
            done["applied"] = [c.what for c in told] if local else []
            done["warnings"] = ["the music is 24 s long and was looped"] if index == 5 else []
            if index == self.kind.silent:
                done["warnings"] = ["the editor said nothing; what changed was read from the state"]
            done["expectations"] = (
                [{"what": "duration", "wanted": "<= 30s", "got": "23.3 s", "ok": True, "do": ""}] if index == 1 else []
            )
            self._snapshot(name, index, id_, after)
        self.journal.write("step_done", variant=name, index=index, id=id_, status="failed" if broken else "passed", **done,
                           credits=0 if local else 8.5, seconds=4.2, attempt=1, **({"error": self._error(index)} if broken else {}))  # fmt: skip
        return not broken

    def _where(self, index: int) -> dict[str, Any]:
        line = 5 + 2 * index
        source = RECIPE.split("\n")[line - 1]
        return {"file": str(self.recipe), "line": line, "column": 10, "path": f"$.steps[{index - 1}].say", "words": source[9:], "source": source}  # fmt: skip

    def _error(self, index: int) -> dict[str, Any]:
        where = self._where(index)
        words = "calm background music"
        if words in where["source"]:
            where |= {"column": where["source"].index(words) + 1, "words": words}
        problem = {"what": "there is no music among the inputs, and none was found that is calm enough", "where": where, "severity": "error",
                   "do": "add a file with `role: music` to the inputs, or ask for “upbeat background music”", "nearest": ["upbeat background music"]}  # fmt: skip
        return {
            "kind": "StepError",
            "what": problem["what"],
            "do": problem["do"],
            "where": where,
            "problems": [problem],
            "exit_code": 1,
        }

    def _exports(self, name: str, number: int) -> None:
        file, stem = self._file(name), f"{name or 'lamp'}-tiktok"
        facts = {"kind": "video", "container": "mp4", "duration": 23_300, "width": 1080, "height": 1920, "fps": 30.0, "frames": 699,
                 "video_codec": "h264", "profile": "High", "pixel_format": "yuv420p", "color": "bt709", "rotation": 0, "variable_rate": False,
                 "hdr": False, "audio_codec": "aac", "sample_rate": 48000, "channels": 2, "faststart": True, "bytes": 8_244_416}  # fmt: skip
        shown = evidence(stem)
        curves(self.folder / "evidence", stem, 23_300)
        picture(self.folder / shown["poster"], 540, 960, number * 37, self.kind.noise)
        picture(self.folder / shown["filmstrip"], 90 * STRIP, 160, number * 37, self.kind.noise)
        (self.out / file).write_bytes(b"not really a video")
        self.journal.write("export_started", variant=name, export="tiktok", format="mp4", file=file)
        self.journal.write("evidence", variant=name, of="tiktok", kind="export", evidence=shown)
        checks = [{"what": "resolution", "wanted": "1080x1920", "got": "1080x1920", "ok": True, "do": ""},
                  {"what": "duration", "wanted": "20s..30s", "got": "23.3 s", "ok": True, "do": ""},
                  {"what": "loudness", "wanted": "-14 +- 1", "got": "-14.07 LUFS", "ok": True, "do": ""}]  # fmt: skip
        self.journal.write("export_done", variant=name, export="tiktok", format="mp4", file=file, status="passed", sha256="d8" * 32,
                           bytes=8_244_416, duration=23.3, warnings=[], checks=checks, width=1080, height=1920, fps=30.0, video_codec="h264",
                           audio_codec="aac", loudness={"integrated": -14.07, "range": 3.96, "true_peak": -1.28}, facts=facts, evidence=shown,
                           seconds=61.2)  # fmt: skip
        words = self._file(name)[:-10] + "subtitles.srt"
        (self.out / words).write_text("1\n", encoding="utf-8")
        self.journal.write("export_done", variant=name, export="subtitles", format="srt", file=words, status="passed", sha256="11" * 32,
                           bytes=2_204, duration=0, warnings=[], checks=[], seconds=0.1)  # fmt: skip


def evidence(stem: str) -> dict[str, Any]:
    names = {
        "poster": "poster.jpg",
        "filmstrip": "filmstrip.jpg",
        "waveform": "waveform.json",
        "loudness": "loudness.json",
    }
    return {**{k: f"evidence/{stem}.{v}" for k, v in names.items()}, "frames": STRIP}


def curves(folder: Path, stem: str, length: int, pauses: bool = False) -> None:
    """A waveform that falls silent where the talk pauses, and a loudness that follows it."""
    words = story.spoken()
    peaks = []
    for at in range(0, length, 50):
        loud = not pauses or any(w["start"] - 40 <= at < w["start"] + w["duration"] for w in words)
        peaks.append(
            round((0.35 + 0.3 * abs(math.sin(at / 170)) + 0.2 * abs(math.sin(at / 61))) * (1 if loud else 0.03), 3)
        )
    (folder / f"{stem}.waveform.json").write_text(json.dumps({"ms": 50, "peaks": peaks}), encoding="utf-8")
    momentary = [
        None if at < 300 else round(-14 + 3 * math.sin(at / 900) + 2 * math.sin(at / 330), 1)
        for at in range(0, length, 100)
    ]
    short = [None if at < 2900 else round(-14.2 + 0.9 * math.sin(at / 2300), 1) for at in range(0, length, 100)]
    (folder / f"{stem}.loudness.json").write_text(
        json.dumps({"ms": 100, "momentary": momentary, "short_term": short}), encoding="utf-8"
    )


def picture(file: Path, width: int, height: int, tint: int, noise: bool = False) -> None:
    """A JPEG of a lamp-like glow (with grain, about as large as a photograph's, when `noise`)."""
    import av

    y, x = np.mgrid[0:height, 0:width]
    centre = (x % max(90, min(width, 540))) / max(90, min(width, 540)) - 0.5
    glow = np.exp(-((centre * 2.2) ** 2 + ((y / height - 0.4) * 2.6) ** 2))
    shade = np.stack([60 + 180 * glow, 50 + (90 + tint % 60) * glow, 70 + (tint * 3) % 90 + 20 * glow], axis=-1)
    if noise:
        shade += (
            np.random.default_rng(tint)
            .normal(0, 9, (height // 2 + 1, width // 2 + 1, 1))
            .repeat(2, 0)
            .repeat(2, 1)[:height, :width]
        )
    codec: Any = av.CodecContext.create("mjpeg", "w")
    codec.width, codec.height, codec.pix_fmt, codec.time_base = width, height, "yuvj420p", Fraction(1, 25)
    codec.options = {"qscale": "5"}
    frame = av.VideoFrame.from_ndarray(np.clip(shade, 0, 255).astype(np.uint8), format="rgb24").reformat(
        format="yuvj420p"
    )
    frame.pts = 0
    file.write_bytes(b"".join(bytes(p) for p in [*codec.encode(frame), *codec.encode(None)]))
