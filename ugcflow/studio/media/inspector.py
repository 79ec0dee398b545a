"""Reads finished files back: facts, loudness, and the pictures and curves a report shows. Any editor may have made them."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ugcflow.session import Evidence, FileFacts, Loudness
from ugcflow.studio.media import loudness, stills
from ugcflow.studio.media.loudness import Curve
from ugcflow.studio.media.probe import probe
from ugcflow.studio.media.sound import peaks

PEAK_MS = 50
MOST_PEAKS = 2000


class StudioInspector:
    """Implements `ugcflow.session.Inspector`."""

    def __init__(self) -> None:
        self._measured: dict[tuple[Path, int, int], tuple[Loudness, Curve]] = {}

    def probe(self, file: Path) -> FileFacts:
        return probe(file)

    def loudness(self, file: Path) -> Loudness:
        return self._loudness(file)[0] if probe(file).has_audio else Loudness(None, None, None)

    def evidence(self, file: Path, folder: Path, stem: str) -> Evidence:
        facts = probe(file)
        folder.mkdir(parents=True, exist_ok=True)
        seen = facts.kind in ("video", "image")
        poster = stills.poster(file, facts, folder / f"{stem}.poster.jpg") if seen else None
        strip, frames = (
            stills.filmstrip(file, facts, folder / f"{stem}.filmstrip.jpg") if facts.kind == "video" else (None, 0)
        )
        wave = curve = None
        if facts.has_audio:
            step = max(PEAK_MS, -(-facts.duration // MOST_PEAKS))
            wave = _write(folder / f"{stem}.waveform.json", {"ms": step, "peaks": peaks(file, step)[:MOST_PEAKS]})
            curve = _write(
                folder / f"{stem}.loudness.json", {"ms": loudness.STEP_MS, **asdict(self._loudness(file)[1])}
            )
        return Evidence(_name(poster), _name(strip), frames, _name(wave), _name(curve))

    def _loudness(self, file: Path) -> tuple[Loudness, Curve]:
        facts = file.stat()
        key = (file.resolve(), facts.st_size, facts.st_mtime_ns)
        if key not in self._measured:
            self._measured[key] = loudness.measure(file)
        return self._measured[key]


def _write(file: Path, value: dict[str, Any]) -> Path:
    """Whole under its final name, or not at all."""
    temporary = file.with_name(file.name + ".part")
    temporary.write_text(json.dumps(value, separators=(",", ":")), "utf-8")
    os.replace(temporary, file)
    return file


def _name(file: Path | None) -> str:
    return file.name if file else ""
