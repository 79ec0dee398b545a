"""`ugcflow lock`: Pin what each sentence means in RECIPE.lock.yaml."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from ugcflow.cli import _options


@click.command()
@click.argument("recipes", nargs=-1, required=True, type=_options.FILE, metavar="RECIPE...")
@_options.recipe_options
@_options.reader_option
@click.option("--transcript", is_flag=True, help="Pin the words of the inputs and their times too.")
@click.option("--refresh", is_flag=True, help="Pin anew what is pinned already; else a pin that is there stays.")
def command(
    recipes: tuple[Path, ...],
    backend: str | None,
    variables: tuple[str, ...],
    vars_files: tuple[Path, ...],
    reader: str,
    transcript: bool,
    refresh: bool,
) -> None:
    """Write what each sentence means beside the recipe, to be reviewed like code; every later run obeys it.

    A pin edited by hand stays when the lock is written again; a sentence that is gone loses its pin. With --transcript the
    lock also holds what is said in each input, to be corrected by hand (brand names): captions and cuts go by it. With
    --reader llm a language model reads what is not pinned yet; a run itself never asks one.

    \b
    Examples:
      ugcflow lock ad.yaml
      ugcflow lock ad.yaml --transcript
      ugcflow run ad.yaml --locked
    """
    from ugcflow import backends
    from ugcflow.cli._failure import show_problems
    from ugcflow.runner import pinning

    other = backends.reader(reader) if reader != "studio" else None
    listener = backends.listener() if transcript else None
    with backends.opened(reading_only=True) as build:
        for recipe in _options.load(recipes, backend, variables, vars_files):
            backend_ = build(recipe.backend)
            backend_ = replace(backend_, reader=other) if other and backend_.reader else backend_
            done = pinning.pin(recipe, backend_, refresh, listener, _tell if other else _tell_listening)
            show_problems(done.warnings)
            heard = done.lock.transcripts
            words = f", and the words of {_count(len(heard), 'file')}" if heard else ""
            click.echo(f"{done.lock.file}: {_count(len(done.lock.pins), 'sentence')} pinned{words}")
            for line in done.changes or ("nothing changed",):
                click.echo(f"  {line}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number != 1 else ''}"


def _tell(what: str) -> None:
    """What takes its time, on stderr."""
    click.echo(f"{what} …", err=True)


def _tell_listening(what: str) -> None:
    """The studio reads faster than anybody could follow."""
    if what.startswith("listening"):
        _tell(what)
