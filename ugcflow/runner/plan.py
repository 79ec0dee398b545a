"""What a run would do, as a value: variants, inputs found, what each sentence means, outputs, rough time and credits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ugcflow.recipe.variant import Export, Input
from ugcflow.runner.failure import where_json
from ugcflow.runner.inputs import Found
from ugcflow.runner.step import understood
from ugcflow.runner.work import Work

_LISTEN = 1 / 12  # of the footage's length: recognition and measuring, on two cores
_RENDER = 0.7  # of the result's length, for each export
_BYTES = 1_600_000  # a second of 1080x1920 at high quality, generously


def describe(works: Sequence[Work], found: Mapping[str, Found]) -> dict[str, Any]:
    """The plan as JSON: what `ugcflow plan --json` prints and `plan.json` keeps."""
    recipes = {w.recipe.name: w.recipe for w in works}.values()
    variants = [_variant(w, found) for w in works]
    return {
        "version": 1,
        "recipes": [
            {"name": r.name, "file": str(r.file), "description": r.description, "language": r.language, "backend": _backend(r.name, works), "sha256": r.sha256}
            for r in recipes
        ],
        "variants": variants,
        "seconds": round(sum(v["seconds"] for v in variants), 1),
        "credits": round(sum(v["credits"] for v in variants), 1),
        "bytes": sum(v["bytes"] for v in variants),
    }  # fmt: skip


def _backend(recipe: str, works: Sequence[Work]) -> str:
    return next(w.backend.editor.name for w in works if w.recipe.name == recipe)


def _variant(work: Work, found: Mapping[str, Found]) -> dict[str, Any]:
    footage = [found.get(str(i.file or i.url)) for i in work.variant.inputs]
    length = sum(f.seconds for f in footage if f and f.facts and f.facts.kind == "video" and f.facts.duration)
    result = _result_seconds(work, length)
    exports = [_export(e) for e in work.variant.exports]
    return {
        "variant": work.key, "recipe": work.recipe.name, "values": work.variant.values,
        "inputs": [_input(i, found.get(str(i.file or i.url))) for i in work.variant.inputs],
        "steps": [
            {"index": s.index, "id": s.id, "say": s.say, "on": s.on, "where": where_json(s.say_where), "understood": understood(r),
             "expect": [{"what": c.what, "wanted": c.wanted} for c in s.expect]}
            for s, r in zip(work.variant.steps, work.readings, strict=True)
        ],
        "exports": exports,
        "footage_seconds": round(length, 3), "result_seconds": round(result, 3),
        "seconds": round(2 + length * _LISTEN + result * _RENDER * len(exports), 1),
        "bytes": int(result * _BYTES * len(exports)),
        "credits": work.backend.editor.cost(tuple(s.say for s in work.variant.steps)),
    }  # fmt: skip


def _result_seconds(work: Work, length: float) -> float:
    """How long the edit will be at most: the last length asked for, or the footage's own."""
    for reading in reversed(work.readings):
        for operation in reversed(reading.operations if reading else ()):
            if operation.op == "fit_duration" and isinstance(operation.parameters.get("seconds"), int | float):
                return (
                    min(length, float(operation.parameters["seconds"]))
                    if length
                    else float(operation.parameters["seconds"])
                )
    return length


def _input(source: Input, found: Found | None) -> dict[str, Any]:
    return {
        "id": source.id, "role": source.role, "file": str(source.file or ""), "url": source.url, "found": found is not None,
        "bytes": found.bytes if found else 0, "seconds": round(found.seconds, 3) if found else 0,
        "facts": found.facts.to_json() if found and found.facts else None, "where": where_json(source.where),
    }  # fmt: skip


def _export(export: Export) -> dict[str, Any]:
    return {
        **asdict(export.output),
        "file": export.file,
        "checks": [{"what": c.what, "wanted": c.wanted} for c in export.checks],
    }
