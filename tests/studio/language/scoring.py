"""How exactly labelled sentences are read: what counts as exact, as asked, and as a wrong edit nobody was told of.

A line of a corpus file: `{"id", "text", "lang", "expect": [operations], "kind": clear | ambiguous | unsupported}`, and where needed `alt` (other
whole answers that are right) and `optional` (operations that may come besides).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ugcflow.studio.language import StudioReader

Op = dict[str, Any]
CORPUS = Path(__file__).parent / "corpus"
CUTTING = frozenset(
    [
        "trim_silence",
        "trim_range",
        "trim_start",
        "trim_end",
        "fit_duration",
        "split",
        "speed",
        "mute",
        "reorder",
        "merge_clips",
    ]
)
BY_GIST = frozenset(
    ["style", "query", "position", "preset", "name", "change", "kind", "quality", "position_in_time", "until"]
)
"""Parameters in free words: one word in common is enough."""
READER = StudioReader()


@dataclass
class Score:
    """Counts of right answers by kind ("clear", "several" …), and the sentences that were edited wrongly without a word."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def percent(self, kind: str) -> float:
        return 100 * self.right[kind] / self.total[kind] if self.total[kind] else 100.0


def rows(name: str) -> list[dict[str, Any]]:
    with (CORPUS / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def score(name: str) -> Score:
    """All sentences of one corpus file, read and compared."""
    tally = Score()
    for row in rows(name):
        reading = READER.read(row["text"])
        got, asked = [o.to_json() for o in reading.operations], bool(reading.questions)
        good = _right(row, got, asked)
        kinds = [row["kind"]] + (["several"] if row["kind"] == "clear" and len(row["expect"]) > 1 else [])
        for kind in kinds:
            tally.total[kind] += 1
            tally.right[kind] += good
        if not good:
            tally.missed.append(row["text"])
        if not asked and _wrong(row, got):
            tally.silent.append(row["text"])
    return tally


def _answers(row: dict[str, Any]) -> list[list[Op]]:
    return [row["expect"], *row.get("alt", [])]


def _right(row: dict[str, Any], got: list[Op], asked: bool) -> bool:
    optional = row.get("optional", [])
    fits = any(agrees(want, optional, got) for want in _answers(row))
    if row["kind"] == "clear":
        return fits and (bool(optional) or not asked)
    taken = row["kind"] == "ambiguous" and len(got) > len(row["expect"])
    return fits and (asked or taken)


def agrees(want: list[Op], optional: list[Op], got: list[Op]) -> bool:
    """Is every operation of `want` there, with its parameters, the cuts in their order, and nothing besides but `optional`?"""
    open_places = list(range(len(got)))
    cuts: list[int] = []
    for op in want:
        place = next((i for i in open_places if same(op, got[i])), None)
        if place is None:
            return False
        open_places.remove(place)
        cuts += [place] if op["op"] in CUTTING else []
    extra = {o["op"] for o in optional}
    return cuts == sorted(cuts) and all(got[i]["op"] in extra for i in open_places)


def same(want: Op, got: Op) -> bool:
    """A stated parameter must be there; `role` may be missing but not another."""
    if want["op"] != got["op"] or (want.get("role") and got.get("role", want["role"]) != want["role"]):
        return False
    return all(_equal(k, v, got.get(k)) for k, v in want.items() if k not in ("op", "role") and v is not None)


def _equal(key: str, want: Any, got: Any) -> bool:
    if isinstance(want, (int, float)):
        return isinstance(got, (int, float)) and abs(want - got) <= 0.05
    if got is None:
        return False
    plain, other = _plain(want), _plain(got)
    if key in BY_GIST:
        return bool(set(plain.split()) & set(other.split())) or plain in other or other in plain
    return plain == other


def _plain(value: Any) -> str:
    return re.sub(r"[\W_]+", " ", str(value).lower()).strip()


def _wrong(row: dict[str, Any], got: list[Op]) -> bool:
    """Something nobody asked for, a cut of another length, or cuts in another order."""
    answers, optional = _answers(row), row.get("optional", [])
    if any(agrees(want, optional, got) for want in answers):
        return False
    known = {o["op"] for want in answers for o in want} | {o["op"] for o in optional}
    return any(o["op"] not in known for o in got) or all(_miscut([*want, *optional], got) for want in answers)


def _miscut(want: list[Op], got: list[Op]) -> bool:
    asked = [o for o in want if o["op"] in CUTTING]
    names = {o["op"] for o in asked}
    made = [o for o in got if o["op"] in names]
    done = {o["op"] for o in made}
    if [o["op"] for o in made] != [o["op"] for o in asked if o["op"] in done]:
        return True
    return any(not any(same(w, o) for w in asked if w["op"] == o["op"]) for o in made)
