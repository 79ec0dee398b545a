"""`ugcflow schema`: Print a JSON Schema: recipe, report, draft, operations."""

from __future__ import annotations

import difflib
import json

import click


@click.command()
@click.argument("name", required=False)
@click.option("--path", "as_path", is_flag=True, help="Where the file lies, instead of its text.")
def command(name: str | None, as_path: bool) -> None:
    """A schema by NAME, or the names there are.

    \b
    Examples:
      ugcflow schema
      ugcflow schema recipe > recipe.schema.json
    """
    from ugcflow import schema
    from ugcflow.errors import UsageError

    if name is None:
        click.echo("\n".join(schema.names()))
    elif name not in schema.names():
        near = difflib.get_close_matches(name, schema.names(), 1)
        raise UsageError(f"there is no schema {name!r}", do="there are " + ", ".join(schema.names()), nearest=near)
    else:
        click.echo(str(schema.path(name)) if as_path else json.dumps(schema.load(name), ensure_ascii=False, indent=2))
