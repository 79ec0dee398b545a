"""`ugcflow validate`: Check recipes without touching any media."""

from __future__ import annotations

from pathlib import Path

import click

from ugcflow.cli import _options


@click.command()
@click.argument("recipes", nargs=-1, required=True, type=_options.FILE, metavar="RECIPE...")
@_options.recipe_options
@click.option("--locked", is_flag=True, help="Refuse a sentence that RECIPE.lock.yaml does not pin.")
def command(
    recipes: tuple[Path, ...],
    backend: str | None,
    variables: tuple[str, ...],
    vars_files: tuple[Path, ...],
    locked: bool,
) -> None:
    """All that can be known before any media is touched: keys, values, variables, and every sentence.

    \b
    Examples:
      ugcflow validate ad.yaml
      ugcflow validate ads/*.yaml --locked
    """
    from ugcflow import backends
    from ugcflow.runner.options import Options
    from ugcflow.runner.reading import refuse
    from ugcflow.runner.ready import prepare
    from ugcflow.runner.work import select

    loaded = _options.load(recipes, backend, variables, vars_files)
    chosen = select(loaded, Options())
    with backends.opened(reading_only=True) as build:
        works, problems = prepare(loaded, chosen, {r.name: build(r.backend) for r in loaded}, locked)
    refuse(problems)
    for recipe in loaded:
        own = [w for w in works if w.recipe is recipe]
        many = f"{len(own)} variant{'s' if len(own) > 1 else ''}"
        steps = len(own[0].variant.steps) if own else 0
        click.echo(f"{recipe.file.name}: good ({many}, {steps} step{'s' if steps != 1 else ''})")
