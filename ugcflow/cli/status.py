"""`ugcflow status`: Show how a session stands."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from ugcflow.session import Session, State


@click.command()
@click.argument("session")
@click.option("--backend", metavar="NAME", default="nemo", show_default=True, help="local or nemo.")
@click.option("--anonymous", is_flag=True, help="Allow an anonymous token in CI.")
@click.option("--json", "as_json", is_flag=True, help="The whole state as JSON.")
def command(session: str, backend: str, anonymous: bool, as_json: bool) -> None:
    """The timeline of SESSION, its media, and a link with which a person takes it over.

    The report of a run names its sessions.
    """
    state, link = asyncio.run(_look(session, backend, anonymous))
    if as_json:
        from ugcflow.redact import Redactor

        click.echo(json.dumps(Redactor.from_environment()(state.to_json()), ensure_ascii=False, indent=1))
        return
    for line in lines(state, link):
        click.echo(line)


def lines(state: State, link: str) -> list[str]:
    """What is said of a session: its timeline a track a line, its length, its media, its link."""
    from ugcflow.session.summary import length, summary

    head, *tracks = _split(summary(state.draft))
    found = [
        head.rstrip(":") if not tracks else f"{head.rstrip(':')}, {length(state.draft)}",
        *(f"  {t}" for t in tracks),
    ]
    media = [name for name in map(_name, state.video_infos) if name]
    if media:
        found.append(f"Media: {', '.join(media)}")
    if state.generated_media:
        found.append(f"Generated: {len(state.generated_media)}")
    return [*found, f"Take it over: {link}"] if link else found


def _split(summary: str) -> list[str]:
    """`Timeline (2 tracks): 1. … 2. …` a track a line; a number inside a title is no track."""
    parts, n = [summary], 1
    while (at := parts[-1].find(f" {n}. ")) >= 0:
        last = parts.pop()
        parts += [last[:at], last[at + 1 :]]
        n += 1
    return parts


def _name(info: dict[str, Any]) -> str:
    return str(next((info[k] for k in ("name", "file_name", "filename", "title", "id") if info.get(k)), ""))


async def _look(id_: str, name: str, anonymous: bool) -> tuple[State, str]:
    from ugcflow import backends

    editor = backends.build(name, anonymous=anonymous).editor
    try:
        session: Session = await editor.attach(id_)
        return await session.state(), await session.claim_link()
    finally:
        await editor.close()
