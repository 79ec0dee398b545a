"""The drawings of one variant: its stages, step by step, and the sources they cut from; plus the transcript with what was kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ugcflow.report import kept
from ugcflow.report.difference import difference
from ugcflow.report.lane import stage, uses
from ugcflow.session.view import mapping

Document = dict[str, Any]


def scene(variant: Document, folder: Path) -> dict[str, Any]:
    """`stages` for the drawing (of what was snapped), `differences` by step, and `heard`: the transcripts with each word's fate."""
    stages: list[dict[str, Any]] = []
    differences: dict[int, str] = {}
    before: dict[str, Any] | None = None
    draft: dict[str, Any] = {}
    for snapshot in variant["snapshots"]:
        state = kept.read(folder, snapshot["path"])
        if not isinstance(state, dict):
            continue
        draft = dict(mapping(state.get("draft")))
        was = dict(mapping(before.get("draft"))) if before else None
        stages.append({"i": snapshot["index"], **stage(draft, was)})
        if before is not None:
            differences[snapshot["index"]] = difference(before, state)
        before = state
    return {
        "stages": stages,
        "differences": differences,
        "uses": uses(draft),
        "inputs": [_input(i) for i in variant["inputs"]],
    }


def _input(source: Document) -> dict[str, Any]:
    return {"id": source["id"], "name": source["name"], "sha": source["sha256"][:12]}


def sources(document: Document, folder: Path) -> dict[str, Any]:
    """Content (first 12 digits of its SHA-256) → waveform, length and words; shared by all variants that use it."""
    words = {t["sha256"][:12]: t["words"] for t in document["transcripts"]}
    found: dict[str, Any] = {}
    for source in (i for v in document["variants"] for i in v["inputs"]):
        key = source["sha256"][:12]
        if not key or (key in found and found[key]["w"]):
            continue
        shown = source["evidence"] or {}
        length = mapping(source["probe"]).get("duration")
        found[key] = {
            "d": length if isinstance(length, int | float) else 0,
            "w": kept.waveform(folder, shown.get("waveform", "")),
            "t": [[w["start"], w["start"] + w["duration"], w["text"]] for w in words.get(key, [])],
        }
    return found


def fates(words: list[list[Any]], pieces: list[tuple[int, int]] | None) -> list[tuple[str, bool]]:
    """The words in runs: (text, kept). A word is kept when its middle is played; without `pieces` nobody knows, and all are."""
    runs: list[tuple[str, bool]] = []
    for start, end, text in words:
        middle = (start + end) / 2
        inside = pieces is None or any(a <= middle < b for a, b in pieces)
        if runs and runs[-1][1] == inside:
            runs[-1] = (f"{runs[-1][0]} {text}", inside)
        else:
            runs.append((text, inside))
    return runs
