"""A run's journal → report.json (schemas/report.schema.json): everything a report shows, from the run's folder alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ugcflow import journal
from ugcflow.errors import UgcflowError
from ugcflow.journal import Entry

Document = dict[str, Any]
VERSION = 1
_STEP: dict[str, Any] = {
    "status": "skipped", "where": None, "understood": None, "reply": "", "applied": [], "changes": [], "warnings": [], "expectations": [],
    "tools": [], "credits": 0, "seconds": 0, "attempt": 0, "before": "", "after": "", "summary": "", "draft_seconds": None, "error": None,
}  # fmt: skip
_EXPORT: dict[str, Any] = {
    "status": "skipped", "sha256": "", "bytes": 0, "duration": 0, "width": 0, "height": 0, "fps": 0, "video_codec": "", "audio_codec": "",
    "loudness": None, "facts": None, "evidence": None, "draft": "", "seconds": 0, "checks": [], "warnings": [], "error": None,
}  # fmt: skip
_VARIANT: dict[str, Any] = {
    "status": "skipped", "attempt": 0, "session": "", "claim": "", "seconds": 0, "credits": 0, "draft": "", "summary": "", "error": None,
}  # fmt: skip


def build(run_folder: Path) -> Document:
    """The report of a run, finished or not: one without an end was interrupted. Raises UgcflowError for a folder that holds no run."""
    entries = list(journal.read(run_folder / "events.jsonl"))
    if not any(e.get("type") == "run_started" for e in entries):
        raise UgcflowError(f"{run_folder} holds no run: nothing was written down", do="run again, or name another run")
    return from_entries(entries, run_folder)


def from_entries(entries: Iterable[Entry], run_folder: Path | None = None) -> Document:
    """The report these events tell. `run_folder` is looked into only for drafts that were kept."""
    document: Document = {
        "version": VERSION,
        "run": {},
        "recipes": [],
        "totals": {},
        "variants": [],
        "transcripts": [],
        "warnings": [],
    }
    for entry in entries:
        take = _TAKE.get(entry["type"])
        if take:
            take(document, entry)
    run = document["run"]
    run.setdefault("status", "interrupted")
    for found in document["variants"]:
        _close(found, run_folder)
    document["totals"] = _totals(document)
    return document


def _run_started(document: Document, entry: Entry) -> None:
    if document["run"]:
        return  # resumed: the variants are known
    document["run"] = {
        "id": entry["run"], "started": entry["at"], "finished": "", "seconds": 0, "version": entry["version"], "exit_code": 130,
        "name": entry["name"], "backend": entry["backend"], "out": entry["out"], "ci": entry["ci"], "error": None,
        "shard": entry.get("shard", [1, 1]), "merged": entry.get("merged", []),
    }  # fmt: skip
    document["recipes"] = entry["recipes"]
    document["variants"] = [_variant(v, entry) for v in entry["variants"]]


def _variant(planned: dict[str, Any], entry: Entry) -> Document:
    recipe = next(r for r in entry["recipes"] if r["name"] == planned["recipe"])
    return {
        "variant": planned["variant"], "recipe": planned["recipe"], "backend": recipe["backend"], "values": planned["values"],
        **_VARIANT, "inputs": [], "warnings": [],
        "earlier": [], "steps": [{**s, **_fresh(_STEP)} for s in planned["steps"]],
        "exports": [{**e, **_fresh(_EXPORT)} for e in planned["exports"]],
        "snapshots": [],
    }  # fmt: skip


def _fresh(template: dict[str, Any]) -> dict[str, Any]:
    return {k: list(v) if isinstance(v, list) else v for k, v in template.items()}


def _run_done(document: Document, entry: Entry) -> None:
    document["run"] |= {
        "status": entry["status"], "exit_code": entry["exit_code"], "finished": entry["at"], "seconds": entry["seconds"],
        "error": entry.get("error"),
    }  # fmt: skip


def _variant_started(document: Document, entry: Entry) -> None:
    _of(document, entry).update(status="running", attempt=entry["attempt"], earlier=entry.get("earlier", []))


def _session_opened(document: Document, entry: Entry) -> None:
    _of(document, entry).update(session=entry["session"], claim=entry.get("claim", ""))


def _upload_started(document: Document, entry: Entry) -> None:
    inputs = _of(document, entry)["inputs"]
    fresh = {
        "id": entry["input"], "name": entry["name"], "role": entry.get("role", ""), "status": "running", "sha256": "", "bytes": 0,
        "probe": {}, "seconds": 0, "evidence": None,
    }  # fmt: skip
    inputs[:] = [i for i in inputs if i["id"] != entry["input"]] + [fresh]


def _upload_done(document: Document, entry: Entry) -> None:
    found = _named(_of(document, entry)["inputs"], "id", entry["input"])
    found.update(status="passed", **{k: entry[k] for k in ("name", "sha256", "bytes", "probe", "seconds")})


def _snapshot(document: Document, entry: Entry) -> None:
    variant = _of(document, entry)
    kept = {k: entry.get(k) for k in ("index", "id", "path", "summary", "draft_seconds")}
    variant["snapshots"] = [*(s for s in variant["snapshots"] if s["index"] < entry["index"]), kept]
    variant["summary"] = entry["summary"]


def _step_started(document: Document, entry: Entry) -> None:
    variant = _of(document, entry)
    before = variant["snapshots"][-1]["path"] if variant["snapshots"] else ""
    _step(variant, entry).update(
        status="running",
        where=entry["where"],
        understood=entry["understood"],
        attempt=entry["attempt"],
        before=before,
        tools=[],
    )


def _step_tool(document: Document, entry: Entry) -> None:
    tools = _step(_of(document, entry), entry)["tools"]
    if entry["name"] not in tools:
        tools.append(entry["name"])


def _step_done(document: Document, entry: Entry) -> None:
    variant = _of(document, entry)
    step = _step(variant, entry)
    step.update({k: entry[k] for k in step if k in entry and k not in ("index", "id", "sentence", "on")})
    last = variant["snapshots"][-1] if variant["snapshots"] else None
    if last and last["index"] == entry["index"]:
        step.update(after=last["path"], summary=last["summary"], draft_seconds=last["draft_seconds"])


def _export_started(document: Document, entry: Entry) -> None:
    _named(_of(document, entry)["exports"], "export", entry["export"])["status"] = "running"


def _export_done(document: Document, entry: Entry) -> None:
    export = _named(_of(document, entry)["exports"], "export", entry["export"])
    export.update({k: entry[k] for k in export if k in entry})


def _evidence(document: Document, entry: Entry) -> None:
    variant = _of(document, entry)
    if entry["kind"] == "export":
        _named(variant["exports"], "export", entry["of"])["evidence"] = entry["evidence"]
        return
    _named(variant["inputs"], "id", entry["of"])["evidence"] = entry["evidence"]


def _transcript(document: Document, entry: Entry) -> None:
    document["transcripts"].append({k: entry[k] for k in ("input", "sha256", "words")})


def _warning(document: Document, entry: Entry) -> None:
    place = _of(document, entry)["warnings"] if "variant" in entry else document["warnings"]
    place.append({"what": entry["what"], "do": entry.get("do", "")})


def _variant_done(document: Document, entry: Entry) -> None:
    _of(document, entry).update(status=entry["status"], seconds=entry["seconds"], error=entry.get("error"))


_TAKE = {
    "run_started": _run_started, "run_done": _run_done, "variant_started": _variant_started, "session_opened": _session_opened,
    "upload_started": _upload_started, "upload_done": _upload_done, "snapshot": _snapshot, "step_started": _step_started,
    "step_tool": _step_tool, "step_done": _step_done, "export_started": _export_started, "export_done": _export_done,
    "evidence": _evidence, "transcript": _transcript, "warning": _warning, "variant_done": _variant_done,
}  # fmt: skip


def _of(document: Document, entry: Entry) -> Document:
    return _named(document["variants"], "variant", entry["variant"])


def _step(variant: Document, entry: Entry) -> Document:
    return _named(variant["steps"], "index", entry["index"])


def _named(rows: list[Document], key: str, value: Any) -> Document:
    return next(r for r in rows if r[key] == value)


def _close(variant: Document, run_folder: Path | None) -> None:
    """What was under way when the events end was interrupted there."""
    for row in (variant, *variant["inputs"], *variant["steps"], *variant["exports"]):
        if row["status"] == "running":
            row["status"] = "interrupted"
    variant["credits"] = round(sum(s["credits"] for s in variant["steps"]), 2)
    draft = f"{variant['variant'] or variant['recipe']}/draft.json"
    if run_folder and (run_folder / draft).exists():
        variant["draft"] = draft


def _totals(document: Document) -> dict[str, Any]:
    variants = document["variants"]
    exports = [e for v in variants for e in v["exports"] if e["status"] == "passed"]
    answers = [c for v in variants for e in v["exports"] for c in e["checks"]]
    answers += [c for v in variants for s in v["steps"] for c in s["expectations"]]
    statuses = [v["status"] for v in variants]
    count = {s: statuses.count(s) for s in ("passed", "failed", "interrupted", "skipped")}
    warnings = len(document["warnings"]) + sum(
        len(v["warnings"]) + sum(len(x["warnings"]) for x in (*v["steps"], *v["exports"])) for v in variants
    )
    return {
        "variants": len(variants), **count, "exports": len(exports), "export_seconds": round(sum(e["duration"] for e in exports), 3),
        "bytes": sum(e["bytes"] for e in exports), "checks": len(answers), "checks_failed": sum(c["ok"] is False for c in answers),
        "warnings": warnings, "credits": round(sum(v["credits"] for v in variants), 2),
    }  # fmt: skip
