"""docs/faults.md out of a run of every fault: `python -m tests.faults.table` writes it, a test holds it equal to what its own run says."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from tests.faults.cases import cases
from tests.faults.stage import Case, Seen, Stage

FILE = Path(__file__).resolve().parents[2] / "docs" / "faults.md"
_HEAD = """# What happens when something breaks

Every fault below is made on purpose by `tests/faults`: a proxy between the client and `ugcflow serve` breaks one thing, a whole run of a recipe
(one input, one sentence, one export) is made through it, and both ends are looked at afterwards. This page is written by that run
(`python -m tests.faults.table`), and a test holds it equal to what the run says.

For each fault: how often the service's agent **received** the sentence, took the input **in**, and **rendered**; whether the file is there (✓) or
not (✗), and what the person who ran it was told. In every one of them: no sentence is ever received twice in a session, no input is taken in twice,
a file is there whole or not at all, and the token stands nowhere.

"""
_PLAIN = (
    (r"127\.0\.0\.1:\d+", "HOST"), (r"\b[0-9a-f]{32}\b", "…"), (r"task_[0-9a-f]+", "task_…"), (r"the connection to HOST broke: .*?(?=\. The edit|$)", "the connection to HOST broke"),
    (r"could not be reached: .*$", "could not be reached"), (r"its log says why under \w+", "its log says why"),
)  # fmt: skip


def row(case: Case, seen: Seen) -> str:
    """One line of the table."""
    counts = [sum(c.values()) for c in (seen.actor.messages, seen.actor.uploads, seen.actor.renders)]
    mark = "✓" if seen.made else "✗"
    return f"| {case.what} | {counts[0]} | {counts[1]} | {counts[2]} | {mark} | {told(seen)} |"


def told(seen: Seen) -> str:
    """What the person saw: the failure with what to do, or the warnings, or nothing."""
    if error := seen.error:
        return _cell(f"**{plain(error['what'])}** → {plain(error['do'])}")
    return _cell("; ".join(plain(w) for w in seen.warnings) or "nothing: it went on")


def plain(text: str) -> str:
    """The same words at every run."""
    for pattern, words in _PLAIN:
        text = re.sub(pattern, words, text)
    return text


def document(rows: Iterable[tuple[Case, str]]) -> str:
    """The page."""
    parts = [_HEAD]
    ordered = list(rows)
    places = list(dict.fromkeys(case.where for case, _ in ordered))
    ordered.sort(key=lambda pair: places.index(pair[0].where))
    for where, group in groupby(ordered, key=lambda pair: pair[0].where):
        parts.append(f"## {where[:1].upper()}{where[1:]}\n\n| what breaks | received | in | rendered | file | the person is told |\n|---|--:|--:|--:|:-:|---|\n")  # fmt: skip
        parts += [f"{line}\n" for _, line in group]
        parts.append("\n")
    parts.append(f"{len(ordered)} faults.\n")
    return "".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, Stage(Path(folder)) as stage:
        page = document([(case, row(case, stage.play(case))) for case in cases()])
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(page, encoding="utf-8")
    print(f"{FILE}: {page.count(chr(10))} lines", file=sys.stderr)


if __name__ == "__main__":
    main()
