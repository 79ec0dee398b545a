"""`ugcflow doctor`: Check that this machine is ready."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click


@click.command()
def command() -> int:
    """Python, the studio and its parts, folders, disk and cloud token: each with what to do when it is missing."""
    from ugcflow import backends

    good = True
    for ok, what, do in (*_python(), *_studio(), *_folders(backends.cache_folder()), *_cloud()):
        good &= ok is not False
        mark = {True: click.style("✓", fg="green"), False: click.style("✗", fg="red"), None: "–"}[ok]
        click.echo(f"{mark} {what}" + (f"\n    {do}" if do and not ok else ""))
    return 0 if good else 1


def _python() -> Iterator[tuple[bool | None, str, str]]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield sys.version_info >= (3, 11), f"Python {version}", "install Python 3.11 or newer"
    yield True, f"{os.cpu_count()} processors", ""


def _studio() -> Iterator[tuple[bool | None, str, str]]:
    from ugcflow import backends

    if not backends.has_studio():
        yield False, "the studio (edits on this machine) is not installed", backends.INSTALL
        return
    yield True, "the studio is installed", ""
    for ok, what in backends.studio_parts():
        yield ok, what, backends.INSTALL


def _folders(cache: Path) -> Iterator[tuple[bool | None, str, str]]:
    near = next(p for p in (cache, *cache.parents) if p.exists())
    free = shutil.disk_usage(near).free
    yield os.access(near, os.W_OK), f"cache folder {cache}", "name another with UGCFLOW_CACHE"
    yield free > 1_000_000_000, f"{free / 1e9:.1f} GB free", "free some space: a run needs room for its files"


def _cloud() -> Iterator[tuple[bool | None, str, str]]:
    token = bool(os.environ.get("NEMO_TOKEN"))
    yield token or None, "NEMO_TOKEN is set" if token else "NEMO_TOKEN is not set", "only needed for `backend: nemo`"
