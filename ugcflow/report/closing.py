"""The last words of a run in the terminal: what was made and where, or what went wrong in which words of the recipe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ugcflow.errors import Problem, Where
from ugcflow.report.diagnostics import frame
from ugcflow.report.fold import fold
from ugcflow.report.phrases import MARKS, facts, seconds

Document = dict[str, Any]
_PAINT = {"passed": "1;32", "failed": "1;31", "interrupted": "1;33", "skipped": "2"}


def text(document: Document, out: Path, color: bool = False, columns: int | None = None) -> str:
    """Everything to say when a run has ended; folded to `columns` where they are known."""
    told = "\n".join([*_table(document, out, color, columns), _verdict(document, out, color)])
    return "\n".join([*_errors(document, color, columns), fold(told, columns)])


def _errors(document: Document, color: bool, columns: int | None) -> Iterator[str]:
    """Each distinct failure once, as a frame, with the variants it stopped."""
    told: dict[str, list[str]] = {}
    for name, error in _failures(document):
        for problem in error["problems"]:
            told.setdefault(frame(_problem(problem), color, columns), []).append(name)
    for said, names in told.items():
        known = [n for n in dict.fromkeys(names) if n]
        yield said + (f"\n   = in {', '.join(known[:5])}{' …' if len(known) > 5 else ''}" if known else "")
        yield ""


def _failures(document: Document) -> Iterator[tuple[str, Any]]:
    if document["run"].get("error"):
        yield "", document["run"]["error"]
    for variant in document["variants"]:
        broken = [e["error"] for e in variant["exports"] if e["error"]]
        for error in broken or [variant["error"]]:
            if error:
                yield variant["variant"], error


def _problem(data: dict[str, Any]) -> Problem:
    where = Where(**data["where"]) if data["where"] else None
    return Problem(data["what"], data["do"], where, tuple(data["nearest"]), data["severity"])


def _table(document: Document, out: Path, color: bool, columns: int | None) -> Iterator[str]:
    rows = [(e, v) for v in document["variants"] for e in v["exports"] if e["status"] in ("passed", "failed")]
    if not rows:
        return
    wide = max(len(str(out / e["file"])) for e, _ in rows)
    for export, _ in rows:
        mark = _paint(MARKS[export["status"]], export["status"], color)
        if columns is not None and wide + 60 > columns:
            yield f"  {mark} {out / export['file']}"
            yield f"    {facts(export)}".rstrip()
        else:
            yield f"  {mark} {out / export['file']!s:<{wide}}  {facts(export)}".rstrip()
    yield ""


def _verdict(document: Document, out: Path, color: bool) -> str:
    run, totals = document["run"], document["totals"]
    status = run["status"]
    said = "refused, nothing was touched" if run["exit_code"] == 2 else f"{status} in {seconds(run['seconds'])}"
    parts = [_paint(said, status, color)]
    if totals["variants"] > 1:
        parts.append(", ".join(f"{totals[s]} {s}" for s in ("passed", "failed", "interrupted", "skipped") if totals[s]))
    if totals["checks"]:
        good = totals["checks"] - totals["checks_failed"]
        parts.append(f"{good} of {totals['checks']} checks good")
    if totals["warnings"]:
        parts.append(f"{totals['warnings']} warning{'s' if totals['warnings'] > 1 else ''}")
    if totals["credits"]:
        parts.append(f"{totals['credits']:g} credits")
    shown = out / "report.html" if (out / "runs" / run["id"] / "report.html").exists() else out / "report.json"
    lines = [f"{run['name']}: " + " · ".join(parts), f"report: {shown}"]
    lines += [f"take the edit over in a browser: {v['claim']}" for v in document["variants"] if v["claim"]][:3]
    if status == "interrupted":
        lines.append(f"nothing half-written was left; the journal is in {out / 'runs' / run['id']}")
    return "\n".join(lines)


def _paint(word: str, status: str, color: bool) -> str:
    return f"\033[{_PAINT[status]}m{word}\033[0m" if color else word
