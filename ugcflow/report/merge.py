"""Several runs of the same recipes as one: the shards of a matrix, or a run and the run again of what failed.

A variant of several runs is one entry: its latest attempt, with the earlier ones told. A shard that is missing is an error, never a smaller
green. The merged run is a folder like any other: a journal, snapshots and evidence, and the finished files beside it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ugcflow.journal import Entry, Journal
from ugcflow.redact import Redactor
from ugcflow.report import kept, place
from ugcflow.report.part import Part, choose, demand_same_recipes, demand_whole, read

_INTERRUPTED = 130


def merge(folders: Sequence[Path], out: Path) -> Path:
    """Join the runs of these folders into a new run in `out`; returns its folder. Raises UsageError when they are no whole."""
    parts = sorted((read(f) for f in folders), key=lambda p: (p.start["at"], p.start["run"]))
    demand_same_recipes(parts)
    demand_whole(parts)
    chosen = choose(parts)
    folder = _new(out)
    with Journal(folder / "events.jsonl", Redactor.from_environment()) as book:
        _begin(book, folder, parts, chosen, out)
        for number, part in enumerate(parts, 1):
            keys = [k for k, p in chosen.items() if p is part]
            _carry_over(book, part, keys, folder, out, f"r{number}", parts)
        _finish(book, parts, chosen)
    _plans(parts, chosen, folder)
    return folder


def _new(out: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    folder = out / "runs" / f"{stamp}-{os.urandom(2).hex()}"
    folder.mkdir(parents=True)
    return folder


def _begin(book: Journal, folder: Path, parts: Sequence[Part], chosen: dict[str, Part], out: Path) -> None:
    first = parts[0].start
    recipes = {r["name"]: r for p in parts for r in p.start["recipes"]}
    planned = {v["variant"]: v for p in parts for v in p.start["variants"]}
    book.write(
        "run_started",
        **{
            **{k: v for k, v in first.items() if k not in ("n", "type")}, "run": folder.name, "out": str(out), "name": " ".join(recipes),
            "recipes": list(recipes.values()), "variants": [planned[k] for k in chosen], "shard": [1, 1],
            "merged": [p.start["run"] for p in parts],
        },
    )  # fmt: skip


def _carry_over(
    book: Journal, part: Part, keys: Sequence[str], folder: Path, out: Path, prefix: str, parts: Sequence[Part]
) -> None:
    """The events, snapshots, evidence and files of the variants this run tells of."""
    names = {v["variant"]: v["variant"] or v["recipe"] for v in part.start["variants"]}
    for key in keys:
        if (part.folder / names[key]).is_dir():
            shutil.copytree(part.folder / names[key], folder / names[key])
    for entry in part.entries[1:]:
        shared = "variant" not in entry and entry["type"] in ("warning", "transcript")
        if shared or (entry.get("variant") in keys and "variant" in entry):
            written = _moved(entry, part, folder, prefix)
            if entry["type"] == "variant_started":
                written |= _attempts(entry, part, parts)
            if entry["type"] == "export_done" and entry.get(
                "sha256"
            ):  # a file that failed a check is there to be looked at
                name = Path(entry["file"]).name
                _copy(part.out / name, out / name)
            book.write(written.pop("type"), **{k: v for k, v in written.items() if k != "n"})


def _moved(entry: Entry, part: Part, folder: Path, prefix: str) -> Entry:
    """The event with its evidence under names of this run's own, copied there."""
    shown = entry.get("evidence")
    if not isinstance(shown, dict):
        return dict(entry)
    moved = dict(shown)
    for kind, name in shown.items():
        if isinstance(name, str) and name:
            moved[kind] = f"evidence/{prefix}-{Path(name).name}"
            if (part.folder / name).resolve().is_relative_to(part.folder.resolve()):
                _copy(part.folder / name, folder / moved[kind])
    return {**entry, "evidence": moved}


def _attempts(entry: Entry, part: Part, parts: Sequence[Part]) -> Entry:
    earlier: list[dict[str, Any]] = []
    for other in parts[: parts.index(part)]:
        done = next((e for e in other.of(entry["variant"]) if e["type"] == "variant_done"), None)
        if other.of(entry["variant"]):
            what = (done or {}).get("error") or {}
            status = done["status"] if done else "interrupted"
            earlier.append(
                {"run": other.start["run"], "attempt": len(earlier) + 1, "status": status, "what": what.get("what", "")}
            )
    return {"attempt": len(earlier) + entry["attempt"], "earlier": earlier}


def _copy(source: Path, target: Path) -> None:
    """Whole or not at all; a file already there under its name stays when it is the same one."""
    if not source.is_file() or (target.exists() and target.samefile(source)):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        shutil.copyfile(source, temporary)
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def _finish(book: Journal, parts: Sequence[Part], chosen: dict[str, Part]) -> None:
    codes = [_code(part, key) for key, part in chosen.items()]
    code = max(codes, default=0)
    status = "passed" if not code else "failed" if any(c not in (0, _INTERRUPTED) for c in codes) else "interrupted"
    if status == "failed":
        code = max(c for c in codes if c != _INTERRUPTED)
    error = next((p.end["error"] for p in chosen.values() if p.end.get("error")), None)
    took = max((p.end.get("seconds", 0) for p in parts), default=0)
    book.write("run_done", status=status, exit_code=code, seconds=took, **({"error": error} if error else {}))


def _code(part: Part, key: str) -> int:
    """The exit code one variant asks for; one that was not finished is never good."""
    done = next((e for e in part.of(key) if e["type"] == "variant_done"), None)
    if done is None:
        return int(part.end.get("exit_code", _INTERRUPTED)) or _INTERRUPTED
    return 0 if done["status"] == "passed" else int((done.get("error") or {}).get("exit_code", _INTERRUPTED))


def _plans(parts: Sequence[Part], chosen: dict[str, Part], folder: Path) -> None:
    found = [(p, kept.read(p.folder, "plan.json")) for p in parts]
    rows = [v for p, plan in found if isinstance(plan, dict) for v in plan["variants"] if chosen.get(v["variant"]) is p]
    first = next((plan for _, plan in found if isinstance(plan, dict)), None)
    if first:
        place.write_json({**first, "variants": rows}, "plan.json", folder)
