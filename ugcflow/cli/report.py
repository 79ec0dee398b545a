"""`ugcflow report`: Write a run's reports again, or several runs' as one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from ugcflow.cli import _options


@click.command()
@click.argument("words", nargs=-1, metavar="[RUN] | merge DIR...")
@_options.out_option("The output folder of the run.")
@_options.report_option
def command(words: tuple[str, ...], out: Path, reports: tuple[str, ...]) -> int:  # fmt: skip
    """The reports of RUN (its id, a beginning of it, or its folder; the latest when left out), from its folder alone.

    With `merge`, the runs of several folders become one run in the output folder: the shards of a matrix, or a run and
    the run again of what failed. A shard that is missing is an error. The exit code is the merged run's.

    \b
    Examples:
      ugcflow report
      ugcflow report 20261122T1503 --report html,md
      ugcflow report merge shard-1 shard-2 shard-3 --out all
    """
    from ugcflow.errors import UsageError
    from ugcflow.report import find, write

    if words[:1] == ("merge",):
        if len(words) < 2:
            raise UsageError("merge needs the folders to merge", do="ugcflow report merge shard-1 shard-2 --out all")
        return _merge([Path(w) for w in words[1:]], out, reports)
    if len(words) > 1:
        raise UsageError("name one run, or none for the latest", do="to join several: ugcflow report merge DIR…")
    folder = find(out, words[0] if words else None)
    _say(write(folder, folder.parent.parent, reports, announce=False))
    return 0


def _merge(folders: list[Path], out: Path, reports: tuple[str, ...]) -> int:
    from ugcflow.report import write
    from ugcflow.report.merge import merge

    folder = merge(folders, out)
    _say(write(folder, out, reports))
    document: dict[str, Any] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return int(document["run"]["exit_code"])


def _say(written: dict[str, Path]) -> None:
    for file in written.values():
        click.echo(str(file))
