"""`ugcflow lock`: Pin what each sentence means in RECIPE.lock.yaml."""

from __future__ import annotations

from pathlib import Path

import click

from ugcflow.cli import _options


@click.command()
@click.argument("recipes", nargs=-1, required=True, type=_options.FILE, metavar="RECIPE...")
@_options.recipe_options
@click.option("--refresh", is_flag=True, help="Read pinned sentences again too; else a pin that is there stays.")
def command(
    recipes: tuple[Path, ...],
    backend: str | None,
    variables: tuple[str, ...],
    vars_files: tuple[Path, ...],
    refresh: bool,
) -> None:
    """Write what each sentence means beside the recipe, to be reviewed like code; every later run obeys it.

    A pin edited by hand stays when the lock is written again; a sentence that is gone loses its pin.

    \b
    Examples:
      ugcflow lock ad.yaml
      ugcflow run ad.yaml --locked
    """
    from ugcflow import backends
    from ugcflow.runner import pinning

    with backends.opened(reading_only=True) as build:
        for recipe in _options.load(recipes, backend, variables, vars_files):
            lock, changes = pinning.pin(recipe, build(recipe.backend), refresh)
            click.echo(f"{lock.file}: {len(lock.pins)} sentence{'s' if len(lock.pins) != 1 else ''} pinned")
            for line in changes:
                click.echo(f"  {line}")
