"""The command line: parse, call, print. No logic. A command is a file here with `command`, found by its name and imported when called."""

from __future__ import annotations

import os
import sys

import click

from ugcflow.cli._failure import guarded
from ugcflow.cli._group import Commands


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="ugcflow", message="ugcflow %(version)s")
def cli() -> None:
    """Short-video ads as recipes in git: phone footage in, finished ads and a report out.

    \b
    Start here:
      ugcflow run examples/quickstart/recipe.yaml     make the ad
      ugcflow plan recipe.yaml                        what would happen, before it does
      ugcflow understand "trim silences, add captions"
    """


def main() -> None:
    """Entry point: every failure becomes a sentence and an exit code."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    sys.exit(guarded(cli))
