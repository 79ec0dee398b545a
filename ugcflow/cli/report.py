"""`ugcflow report`: Write a run's reports again from its folder."""

from __future__ import annotations

from pathlib import Path

import click

from ugcflow.cli import _options


@click.command()
@click.argument("run", required=False, metavar="[RUN]")
@click.option(
    "--out", default="out", type=_options.FILE, metavar="DIR", show_default=True, help="The output folder of the run."
)
@click.option(
    "--report",
    "reports",
    default="json,html,junit",
    callback=_options.kinds,
    metavar="KINDS",
    show_default=True,
    help="Of json, html, junit, md.",
)
def command(run: str | None, out: Path, reports: tuple[str, ...]) -> None:  # fmt: skip
    """The reports of RUN (its id, a beginning of it, or its folder; the latest when left out)."""
    from ugcflow.report import find, write

    folder = find(out, run)
    for file in write(folder, folder.parent.parent, reports).values():
        click.echo(str(file))
