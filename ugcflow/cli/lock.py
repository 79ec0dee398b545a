"""`ugcflow lock`: Pin what each sentence means in RECIPE.lock.yaml."""

from __future__ import annotations

from pathlib import Path

import click

from ugcflow.cli import _options


@click.command()
@click.argument("recipes", nargs=-1, required=True, type=_options.FILE, metavar="RECIPE...")
@_options.recipe_options
@click.option("--transcript", is_flag=True, help="Pin the words of the inputs and their times too.")
@click.option("--refresh", is_flag=True, help="Pin anew what is pinned already; else a pin that is there stays.")
def command(
    recipes: tuple[Path, ...],
    backend: str | None,
    variables: tuple[str, ...],
    vars_files: tuple[Path, ...],
    transcript: bool,
    refresh: bool,
) -> None:
    """Write what each sentence means beside the recipe, to be reviewed like code; every later run obeys it.

    A pin edited by hand stays when the lock is written again; a sentence that is gone loses its pin. With --transcript the
    lock also holds what is said in each input, to be corrected by hand (brand names): captions and cuts go by it.

    \b
    Examples:
      ugcflow lock ad.yaml
      ugcflow lock ad.yaml --transcript
      ugcflow run ad.yaml --locked
    """
    from ugcflow import backends
    from ugcflow.cli._failure import show_problems
    from ugcflow.runner import pinning

    listener = backends.listener() if transcript else None
    with backends.opened(reading_only=True) as build:
        for recipe in _options.load(recipes, backend, variables, vars_files):
            done = pinning.pin(recipe, build(recipe.backend), refresh, listener, _tell)
            show_problems(done.warnings)
            many = len(done.lock.pins)
            heard = f", the words of {len(done.lock.transcripts)} file(s)" if done.lock.transcripts else ""
            click.echo(f"{done.lock.file}: {many} sentence{'s' if many != 1 else ''} pinned{heard}")
            for line in done.changes or ("nothing changed",):
                click.echo(f"  {line}")


def _tell(what: str) -> None:
    """What takes its time; reading by the studio takes none."""
    if not what.startswith("reading"):
        click.echo(f"{what} …", err=True)
