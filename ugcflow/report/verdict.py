"""A run in one line: what came of it, in the words of the terminal and of every report."""

from __future__ import annotations

from typing import Any

from ugcflow.report.phrases import seconds

Document = dict[str, Any]
STATUSES = ("passed", "failed", "interrupted", "skipped")


def headline(document: Document) -> str:
    """`1 ad is ready`, `2 of 24 variants failed`, `Refused: nothing was touched`."""
    run, totals = document["run"], document["totals"]
    if run["exit_code"] == 2:
        return "Refused before anything was touched"
    if run["status"] == "passed":
        files = totals["exports"]
        return f"{files} file{'s are' if files != 1 else ' is'} ready"
    if run["status"] == "interrupted":
        return "Interrupted"
    if totals["failed"] and totals["variants"] > 1:
        return f"{totals['failed']} of {totals['variants']} variants failed"
    return "Failed"


def parts(document: Document) -> list[str]:
    """The facts beside it: time, variants, checks, warnings, credits."""
    run, totals = document["run"], document["totals"]
    said = [seconds(run["seconds"])] if run["seconds"] else []
    if totals["variants"] > 1:
        said += [f"{totals[s]} {s}" for s in STATUSES if totals[s]]
    if totals["checks"]:
        said.append(f"{totals['checks'] - totals['checks_failed']} of {totals['checks']} checks good")
    if totals["warnings"]:
        said.append(f"{totals['warnings']} warning{'s' if totals['warnings'] > 1 else ''}")
    return [*said, f"{totals['credits']:g} credits"] if totals["credits"] else said
