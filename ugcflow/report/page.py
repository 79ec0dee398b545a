"""report.json and the run's folder → what the page shows: words, numbers and drawings, with nothing left to work out in the template."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ugcflow.report import kept
from ugcflow.report.album import Album, room
from ugcflow.report.diagnostics import shorten
from ugcflow.report.phrases import seconds, size
from ugcflow.report.scene import scene, sources
from ugcflow.report.trouble import frame, troubles
from ugcflow.report.verdict import headline, parts
from ugcflow.session.view import mapping, number

Document = dict[str, Any]
MARKS = {"passed": "✓", "failed": "✕", "interrupted": "!", "skipped": "–"}


def page(document: Document, folder: Path) -> dict[str, Any]:
    """The whole page. Pictures go into `album` in the order of their worth: the results first, then the sources."""
    album = Album(folder, room(len(document["variants"])))
    plan = _planned(folder)
    variants = [_variant(v, i, folder, plan) for i, v in enumerate(document["variants"])]
    for variant in sorted(variants, key=lambda v: v["status"] == "passed"):
        _strips(variant, album)
    for variant in variants:
        _posters(variant, album)
    return {
        "run": document["run"], "recipes": [{**r, "file": shorten(r["file"])} for r in document["recipes"]], "totals": document["totals"], "warnings": document["warnings"],
        "headline": headline(document), "parts": parts(document), "troubles": troubles(document), "variants": variants,
        "axes": _axes(variants), "album": album, "sources": sources(document, folder), "marks": MARKS,
    }  # fmt: skip


def _planned(folder: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """What the plan said of each export, by variant and export."""
    plan = kept.read(folder, "plan.json")
    rows = plan.get("variants", []) if isinstance(plan, dict) else []
    return {(v["variant"], e["name"]): e for v in rows for e in v["exports"]}


def _variant(variant: Document, index: int, folder: Path, plan: dict[tuple[str, str], Any]) -> dict[str, Any]:
    steps = [_step(s) for s in variant["steps"]]
    exports = [_export(e, plan.get((variant["variant"], e["export"]), {}), folder) for e in variant["exports"]]
    return {
        **variant, "inputs": [_input(i) for i in variant["inputs"]], "index": index, "slug": f"v{index}",
        "label": variant["variant"] or variant["recipe"], "steps": steps,
        "exports": exports, "troubles": _own(variant), "scene": scene(variant, folder), "took": seconds(variant["seconds"]),
        "notes": _warnings(variant), "checks": _checks(exports, steps), "main": next((e for e in exports if e["moves"]), None),
    }  # fmt: skip


def _own(variant: Document) -> list[dict[str, Any]]:
    broken = [e["error"] for e in variant["exports"] if e["error"]] or [variant["error"]]
    return [{**p, "frame": frame(p["where"])} for e in broken if e for p in e["problems"]]


def _checks(exports: list[dict[str, Any]], steps: list[dict[str, Any]]) -> list[bool]:
    asked = [*(c for e in exports for c in e["checks"]), *(c for s in steps for c in s["expectations"])]
    return [c["ok"] is not False for c in asked]


def _warnings(variant: Document) -> list[dict[str, str]]:
    said = [{"of": "", "what": w["what"], "do": w["do"]} for w in variant["warnings"]]
    said += [{"of": s["id"], "what": w, "do": ""} for s in variant["steps"] for w in s["warnings"]]
    return said + [{"of": e["export"], "what": w, "do": ""} for e in variant["exports"] for w in e["warnings"]]


def _step(step: Document) -> dict[str, Any]:
    understood = step["understood"]
    return {
        **step, "took": seconds(step["seconds"]), "marked": marked(step["sentence"], understood), "frame": frame(step["where"]),
        "length": f"{step['draft_seconds']:.1f} s" if step["draft_seconds"] is not None else "",
        "operations": [_operation(o, i) for i, o in enumerate(understood["operations"])] if understood else [],
        "questions": understood["questions"] if understood else [],
    }  # fmt: skip


def _operation(operation: Document, number: int) -> dict[str, Any]:
    stated = operation["parameters"]
    assumed = {k: v for k, v in operation["defaults"].items() if k not in stated and v is not None}
    return {**operation, "number": number % 6, "stated": _pairs(stated), "assumed": _pairs(assumed)}


def _pairs(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [(k, f"{v:g}" if isinstance(v, float) else str(v)) for k, v in values.items()]


def marked(sentence: str, understood: Document | None) -> list[tuple[str, int | None]]:
    """The sentence in pieces, each with the number of the operation its words led to."""
    spans = sorted((o["start"], o["end"], i) for i, o in enumerate(understood["operations"] if understood else []))
    pieces: list[tuple[str, int | None]] = []
    at = 0
    for start, end, which in spans:
        if start < at or end <= start or end > len(sentence):
            continue
        pieces += [(sentence[at:start], None), (sentence[start:end], which % 6)]
        at = end
    return [p for p in [*pieces, (sentence[at:], None)] if p[0]]


def _export(export: Document, planned: Document, folder: Path) -> dict[str, Any]:
    shown = export["evidence"] or {}
    facts = export["facts"] or {}
    measured = export["loudness"] or {}
    target = planned.get("loudness", _wanted(export["checks"]))
    return {
        **export, "size": size(export["bytes"]) if export["bytes"] else "", "took": seconds(export["seconds"]),
        "moves": export["format"] in ("mp4", "mov", "webm") and export["status"] == "passed", "length": f"{export['duration']:.1f} s",
        "streams": _streams(export, facts), "integrated": measured.get("integrated"), "measured": measured,
        "target": target if isinstance(target, int | float) else None, "preset": planned.get("preset") or "",
        "curve": kept.loudness(folder, shown.get("loudness", "")), "frames": shown.get("frames") or 1, "poster": "", "strip": "",
        "still": export["format"] in ("png", "jpg", "gif", "webp"),
    }  # fmt: skip


def _wanted(checks: list[Document]) -> float | None:
    """The loudness a check asks for: -14 of `-14 +- 1`."""
    asked = next((c["wanted"] for c in checks if c["what"] == "loudness"), "")
    found = re.match(r"-?\d+(\.\d+)?(?=\s*(\+-|$))", asked)
    return float(found.group()) if found else None


def _streams(export: Document, facts: Document) -> list[tuple[str, str]]:
    picture = [export["video_codec"], facts.get("profile"), facts.get("pixel_format"), facts.get("color")]
    sound = [
        export["audio_codec"],
        f"{facts['sample_rate'] / 1000:g} kHz" if facts.get("sample_rate") else "",
        _channels(facts.get("channels")),
    ]
    rows = [
        ("Frame", f"{export['width']}×{export['height']}" if export["width"] else ""),
        ("Rate", f"{export['fps']:.5g} fps" if export["fps"] else ""),
        ("Picture", " · ".join(p for p in picture if p)),
        ("Sound", " · ".join(s for s in sound if s)),
    ]
    return [r for r in rows if r[1]]


def _input(source: Document) -> dict[str, Any]:
    """An input with what is known of it in one line; what a cloud says of a file may be anything."""
    probe = mapping(source["probe"])
    length, width, height, rate = (number(probe.get(k)) for k in ("duration", "width", "height", "fps"))
    known = [
        f"{length / 1000:.1f} s" if length else "",
        f"{width}×{height}" if width and height else "",
        f"{probe['fps']:.5g} fps" if rate else "",
        *(str(probe[k]) for k in ("video_codec", "audio_codec") if probe.get(k)),
        size(source["bytes"]) if source["bytes"] else "",
    ]
    return {**source, "poster": "", "told": " · ".join(k for k in known if k)}


def _channels(count: Any) -> str:
    return {1: "mono", 2: "stereo"}.get(count, f"{count} channels" if count else "")


def _strips(variant: dict[str, Any], album: Album) -> None:
    for export in variant["exports"]:
        export["strip"] = album.take((export["evidence"] or {}).get("filmstrip", ""))


def _posters(variant: dict[str, Any], album: Album) -> None:
    for row in (*variant["exports"], *variant["inputs"]):
        row["poster"] = album.take((row["evidence"] or {}).get("poster", ""))


def _axes(variants: list[dict[str, Any]]) -> list[str]:
    """The variables that differ between variants, in the recipe's order."""
    names = dict.fromkeys(k for v in variants for k in v["values"])
    return [n for n in names if len({str(v["values"].get(n)) for v in variants}) > 1]
