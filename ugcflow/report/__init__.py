"""A journal → report.json and the reports people read. A kind of report is a module of that name with `write(document, run_folder, out)`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module, util
from pathlib import Path

MODULES = {"html": "html", "junit": "junit", "md": "markdown"}


def write(run_folder: Path, out: Path, kinds: Sequence[str], announce: bool = True) -> dict[str, Path]:
    """Write the reports of a run into `out` and its own folder; report.json always. Returns kind → file.

    With `announce`, GitHub Actions is told too where it runs: annotations and the step summary.
    """
    from ugcflow.redact import Redactor
    from ugcflow.report import document, place

    redact = Redactor.from_environment()
    built = redact(document.build(run_folder))
    written = {"json": place.write_json(built, "report.json", run_folder, out)}
    for kind in kinds:
        name = f"{__name__}.{MODULES.get(kind, kind)}"
        if kind != "json" and util.find_spec(name):
            written[kind] = import_module(name).write(built, run_folder, out)
    if announce:
        from ugcflow.report import github

        github.announce(built)
    return written


def find(out: Path, run: str | None) -> Path:
    """The folder of a run: by its id, the beginning of it, or a path; the latest for None. Raises UsageError."""
    from ugcflow.errors import UsageError

    if run and (Path(run) / "events.jsonl").exists():
        return Path(run)
    journals = sorted((out / "runs").glob("*/events.jsonl"), key=lambda p: (p.parent.name[:16], p.stat().st_mtime_ns))
    folders = [p.parent for p in journals]
    chosen = [f for f in folders if f.name.startswith(run or "")]
    if not chosen:
        raise UsageError(
            f"there is no run {run} in {out}" if run else f"there is no run in {out}", do="name the folder with --out"
        )
    return chosen[-1]
