"""`ugcflow run`: Make the ads: validate, plan, edit, export, check, report."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ugcflow.cli import _options

if TYPE_CHECKING:
    from ugcflow.runner.run import Outcome


@click.command()
@click.argument("recipes", nargs=-1, required=True, type=_options.FILE, metavar="RECIPE...")
@_options.recipe_options
@click.option("--only", multiple=True, metavar="VARIANT", help="Only these variants (repeatable; * matches).")
@click.option(
    "--jobs", default=0, type=click.IntRange(0), metavar="N", help="Variants at once.  [default: by the machine]"
)
@click.option(
    "--shard", default="1/1", metavar="I/N", callback=_options.shard, help="The I-th of N parts of the variants."
)
@_options.out_option("Where everything is written.")
@click.option("--locked", is_flag=True, help="Refuse a sentence that RECIPE.lock.yaml does not pin.")
@click.option("--reader", hidden=True, expose_value=False, callback=_options.no_reader)
@click.option("--no-cache", is_flag=True, help="Analyse and encode everything anew.")
@click.option("--fail-fast", is_flag=True, help="Begin no further variant after one has failed.")
@_options.report_option
@click.option("--json", "as_json", is_flag=True, help="Events as JSON lines on stdout.")
@click.option("--anonymous", is_flag=True, help="In CI, let the cloud be asked for an anonymous token.")
@click.option("-q", "--quiet", is_flag=True, help="Only failures and results.")
@click.option("-v", "--verbose", is_flag=True, help="Replies, expectations and checks too.")
def command(recipes: tuple[Path, ...], backend: str | None, variables: tuple[str, ...], vars_files: tuple[Path, ...], no_cache: bool,
            as_json: bool, anonymous: bool, quiet: bool, verbose: bool, **chosen: Any) -> int:  # fmt: skip
    """Make the ads of one or more recipes.

    \b
    Examples:
      ugcflow run ad.yaml
      ugcflow run ad.yaml --var product="Glow Serum" --only "hook-a*"
      ugcflow run ads/*.yaml --jobs 2 --shard 1/4 --out build

    \b
    Exit codes: 0 all good · 1 a step, render, check or input file failed · 2 the recipe or the
    command line is wrong · 3 the editor refused or could not be reached · 130 interrupted
    """
    from ugcflow import backends
    from ugcflow.report import terminal, write
    from ugcflow.runner.options import Options
    from ugcflow.runner.run import run

    loaded = _options.load(recipes, backend, variables, vars_files, aloud=False)
    options = Options(**chosen)
    watcher = terminal.watcher(quiet, verbose)
    try:
        with backends.opened(anonymous=anonymous, keep=not no_cache) as build:
            outcome = run(loaded, options, build, _Both(watcher, as_json), write)
    finally:
        watcher.close()
    _tell(outcome, options.out, as_json, quiet and not outcome.exit_code)
    return outcome.exit_code


class _Both:
    """Progress for people, events for programs."""

    def __init__(self, people: Any, as_json: bool) -> None:
        self._people, self._as_json = people, as_json

    def __call__(self, entry: dict[str, Any]) -> None:
        if self._as_json and entry["type"] != "progress":
            print(json.dumps(entry, ensure_ascii=False), flush=True)
        self._people(entry)


def _tell(outcome: Outcome, out: Path, as_json: bool, quiet: bool) -> None:
    """The summary on stderr, the finished files on stdout; on a terminal, which shows both, the summary alone names them."""
    from ugcflow.cli._failure import color, show
    from ugcflow.redact import Redactor
    from ugcflow.report import closing, document
    from ugcflow.report.fold import terminal_width

    told = Redactor.from_environment()(document.build(outcome.folder))
    if not quiet:
        click.echo("\n" + closing.text(told, out, color(sys.stderr), terminal_width(sys.stderr)), err=True)
    if outcome.unreported:
        show(outcome.unreported)
    if not as_json and (quiet or not sys.stdout.isatty()):
        for variant in told["variants"]:
            for export in variant["exports"]:
                if export["status"] == "passed":
                    click.echo(str(out / export["file"]))
