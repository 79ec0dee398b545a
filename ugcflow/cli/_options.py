"""Options that several commands share, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ugcflow.cli._failure import show_problems

if TYPE_CHECKING:
    from ugcflow.errors import Problem
    from ugcflow.recipe.variant import Recipe

F = TypeVar("F", bound=Callable[..., Any])
FILE = click.Path(path_type=Path)


def recipe_options(function: F) -> F:
    """`--backend`, `--var`, `--vars-file`: what decides how a recipe reads."""
    options = [
        click.option(
            "--backend", metavar="NAME", envvar="UGCFLOW_BACKEND", help="local or nemo; wins over the recipe."
        ),
        click.option(
            "--var", "variables", metavar="K=V", multiple=True, help="Set a variable of the recipe (repeatable)."
        ),
        click.option(
            "--vars-file",
            "vars_files",
            metavar="FILE",
            multiple=True,
            type=FILE,
            help="Variables from a YAML or JSON file.",
        ),
    ]
    for option in reversed(options):
        function = option(function)
    return function


def reader_option(function: F) -> F:
    """`--reader`: who reads the sentences."""
    told = "studio, or llm: the model at UGCFLOW_LLM_URL named by UGCFLOW_LLM_MODEL (key: UGCFLOW_LLM_KEY)."
    choice = click.Choice(("studio", "llm"))
    return click.option("--reader", type=choice, default="studio", show_default=True, help=told)(function)


def out_option(told: str) -> Callable[[F], F]:
    """`--out`: the output folder; `told` is its help."""
    return click.option("--out", default="out", type=FILE, metavar="DIR", show_default=True, help=told)


def report_option(function: F) -> F:
    """`--report`: which reports are written beside the journal."""
    told = "Of json, html, junit, md."
    return click.option("--report", "reports", default="json,html,junit", callback=kinds, metavar="KINDS",
                        show_default=True, help=told)(function)  # fmt: skip


def no_reader(_ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    """A run asks no model: what a sentence means is settled before, and never changes by itself."""
    from ugcflow.errors import UsageError

    if value not in (None, "studio"):
        raise UsageError(
            f"a run does not read by {value!r}: it must not change by itself",
            do=f"pin the reading first: `ugcflow lock RECIPE --reader {value}`; the run obeys that lock",
        )


def load(
    files: Sequence[Path], backend: str | None, variables: Sequence[str], vars_files: Sequence[Path], aloud: bool = True
) -> list[Recipe]:
    """Every recipe, read and validated; all their problems in one error, their warnings shown when `aloud`."""
    from ugcflow import recipe
    from ugcflow.errors import RecipeError

    pairs, loaded = _pairs(variables), []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    for file in files:
        try:
            found = recipe.load(file, variables=pairs, vars_files=list(vars_files))
            loaded.append(replace(found, backend=backend) if backend else found)
            warnings += found.warnings
        except RecipeError as error:
            problems += list(error.problems)
    if problems:
        raise RecipeError.of(problems)
    if warnings and aloud:
        show_problems(warnings)
    return loaded


def _pairs(variables: Sequence[str]) -> dict[str, str]:
    for pair in variables:
        if "=" not in pair:
            raise click.BadParameter(f"{pair!r} is no K=V", param_hint="--var")
    return dict(pair.split("=", 1) for pair in variables)


def shard(_ctx: click.Context, _param: click.Parameter, value: str) -> tuple[int, int]:
    """`2/5` → (2, 5)."""
    i, _, n = value.partition("/")
    if not (i.isdigit() and n.isdigit() and 1 <= int(i) <= int(n)):
        raise click.BadParameter(f"{value!r} is no part of a whole; write i/n, as 1/4")
    return int(i), int(n)


def kinds(_ctx: click.Context, _param: click.Parameter, value: str) -> tuple[str, ...]:
    """`json,html` → ("json", "html")."""
    from ugcflow.runner.options import REPORTS

    chosen = tuple(k.strip() for k in value.split(",") if k.strip())
    for kind in chosen:
        if kind not in REPORTS:
            raise click.BadParameter(f"{kind!r} is no report; choose from {', '.join(REPORTS)}")
    return chosen
