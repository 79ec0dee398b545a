"""`ugcflow credits`: Show what is left to spend."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ugcflow.session import Credits


@click.command()
@click.option("--backend", metavar="NAME", default="nemo", show_default=True, help="local or nemo.")
@click.option("--anonymous", is_flag=True, help="Allow an anonymous token in CI.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(backend: str, anonymous: bool, as_json: bool) -> None:
    """Credits available, reserved by work in progress, and in all. The studio costs nothing."""
    left = asyncio.run(_left(backend, anonymous))
    if as_json:
        click.echo(json.dumps(asdict(left)))
    elif left.unlimited:
        click.echo("Nothing is counted here: edits cost no credits.")
    else:
        reserved = f" ({left.frozen:g} reserved by work in progress)" if left.frozen else ""
        click.echo(f"{left.available:g} of {left.total:g} credits left{reserved}")


async def _left(name: str, anonymous: bool) -> Credits:
    from ugcflow import backends

    if name == "local":
        from ugcflow.session import Credits

        return Credits(unlimited=True)
    editor = backends.build(name, anonymous=anonymous).editor
    try:
        return await editor.credits()
    finally:
        await editor.close()
