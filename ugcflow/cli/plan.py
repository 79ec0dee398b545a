"""`ugcflow plan`: Show what a run would do and what each sentence means."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import click

from ugcflow.cli import _options


@click.command()
@click.argument("recipes", nargs=-1, required=True, type=_options.FILE, metavar="RECIPE...")
@_options.recipe_options
@click.option("--only", multiple=True, metavar="VARIANT", help="Only these variants (repeatable; * matches).")
@click.option("--json", "as_json", is_flag=True, help="The plan as one JSON object.")
def command(recipes: tuple[Path, ...], backend: str | None, variables: tuple[str, ...], vars_files: tuple[Path, ...],
            only: tuple[str, ...], as_json: bool) -> int:  # fmt: skip
    """Variants, inputs, what each sentence means, outputs, rough time and credits. Nothing is written.

    \b
    Examples:
      ugcflow plan ad.yaml
      ugcflow plan ad.yaml --only hook-a --json
    """
    from ugcflow import backends
    from ugcflow.cli._failure import color, show_problems
    from ugcflow.redact import Redactor
    from ugcflow.report import planned
    from ugcflow.report.fold import fold, terminal_width
    from ugcflow.runner import failure, inputs, plan
    from ugcflow.runner.options import Options
    from ugcflow.runner.ready import prepare, unheard
    from ugcflow.runner.work import select

    loaded = _options.load(recipes, backend, variables, vars_files)
    chosen = select(loaded, Options(only=only))
    with backends.opened(reading_only=True) as build:
        works, problems = prepare(loaded, chosen, {r.name: build(r.backend) for r in loaded})
    show_problems([replace(p, severity="warning") for p in unheard(works)])
    found, missing = inputs.look([i for w in works for i in w.variant.inputs], backends.inspector())
    told = {**plan.describe(works, found), "problems": [failure.problem_json(p) for p in (*problems, *missing)]}
    described = Redactor.from_environment()(told)
    if as_json:
        click.echo(json.dumps(described, ensure_ascii=False))
    else:
        click.echo(fold(planned.text(described, color(sys.stdout)), terminal_width(sys.stdout)))
    return 2 if problems else 1 if missing else 0
