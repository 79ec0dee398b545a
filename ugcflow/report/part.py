"""The runs that a merge joins: each read whole, and together checked to be a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ugcflow import journal
from ugcflow.errors import UsageError
from ugcflow.journal import Entry
from ugcflow.report import find


@dataclass(frozen=True)
class Part:
    """One run: its folder, its output folder, and its events by variant."""

    folder: Path
    out: Path
    start: Entry
    end: Entry
    entries: list[Entry] = field(default_factory=list)

    def of(self, variant: str) -> list[Entry]:
        return [e for e in self.entries if e.get("variant") == variant]


def read(given: Path) -> Part:
    if not given.is_dir():
        raise UsageError(f"there is no folder {given}", do="name the output folder, or the run's folder, of each shard")
    folder = given if (given / "events.jsonl").exists() else find(given, None)
    entries = list(journal.read(folder / "events.jsonl"))
    if not entries or entries[0]["type"] != "run_started":
        raise UsageError(f"{folder} holds no run", do="name the output folder, or the run's folder, of each shard")
    end = next((e for e in reversed(entries) if e["type"] == "run_done"), {})
    return Part(folder, folder.parent.parent, entries[0], end, entries)


def demand_same_recipes(parts: Sequence[Part]) -> None:
    known: dict[str, Entry] = {}
    for part in parts:
        for recipe in part.start["recipes"]:
            other = known.setdefault(recipe["name"], recipe)
            if other["sha256"] != recipe["sha256"]:
                raise UsageError(
                    f"these runs are of different versions of {recipe['name']}", do="merge only runs of the same recipe"
                )


def demand_whole(parts: Sequence[Part]) -> None:
    shards = [tuple(p.start.get("shard", (1, 1))) for p in parts]
    totals = {n for _, n in shards}
    if len(totals) > 1:
        said = ", ".join(f"{i}/{n}" for i, n in shards)
        raise UsageError(f"these runs are parts of different wholes: {said}", do="merge the shards of one matrix")
    missing = sorted(set(range(1, max(totals) + 1)) - {i for i, _ in shards})
    if missing:
        names = ", ".join(f"{i}/{max(totals)}" for i in missing)
        raise UsageError(
            f"shard {names} is missing" if len(missing) == 1 else f"shards {names} are missing",
            do="a report without it would look better than the run was: add its folder, or run it again",
        )


def choose(parts: Sequence[Part]) -> dict[str, Part]:
    """Variant → the run that tells of it: the latest that began it, else the latest that was to."""
    chosen: dict[str, Part] = {}
    for part in parts:
        for variant in part.start["variants"]:
            key = variant["variant"]
            if key not in chosen or part.of(key):
                chosen[key] = part
    return chosen
