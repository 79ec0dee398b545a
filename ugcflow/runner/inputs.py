"""Inputs looked at before anything else is touched: there, readable, of a format both editors take, not too large."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ugcflow.errors import InputError, Problem
from ugcflow.recipe.variant import Input
from ugcflow.runner.files import megabytes
from ugcflow.session import FileFacts, Inspector

FORMATS = ("mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac")
LIMIT = 500_000_000
_SAME = {"jpeg": "jpg", "m4v": "mp4", "qt": "mov"}


@dataclass(frozen=True, slots=True)
class Found:
    """One input as it lies on disk; `facts` None for a URL, or without the studio."""

    id: str
    name: str
    bytes: int = 0
    facts: FileFacts | None = None

    @property
    def seconds(self) -> float:
        return self.facts.duration / 1000 if self.facts else 0.0


def look(inputs: Iterable[Input], inspector: Inspector | None) -> tuple[dict[str, Found], list[Problem]]:
    """Every distinct input by its file or URL, and a problem for each that can't be used."""
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    for source in {(i.file or i.url): i for i in inputs}.values():
        try:
            found[str(source.file or source.url)] = _look(source, inspector)
        except InputError as error:
            problems.append(Problem(error.what, error.do, source.where, error.problem.nearest))
    return found, problems


def demand(problems: list[Problem]) -> None:
    """Raises InputError with every problem, if there are any."""
    if problems:
        first = problems[0]
        error = InputError(first.what, do=first.do, where=first.where, nearest=first.nearest)
        error.problems = tuple(problems)
        raise error


def _look(source: Input, inspector: Inspector | None) -> Found:
    if source.file is None:
        return Found(source.id, source.url)
    size = _size(source.file)
    if source.sha256:
        _same_content(source.file, source.sha256)
    facts = _probe(source.file, inspector) if inspector else None
    return Found(source.id, source.file.name, size, facts)


def _size(file: Path) -> int:
    """Size in bytes of a file that may be handed to an editor. Raises InputError."""
    if not file.exists():
        near = _alike(file)
        do = (
            f"did you mean {near[0]}?"
            if near
            else "put the file there, or correct the path (it is relative to the recipe)"
        )
        raise InputError(f"there is no file {file}", do=do, nearest=near)
    if not file.is_file():
        raise InputError(f"{file.name} is a folder", do="name a media file, one an input")
    extension = file.suffix.lower().lstrip(".")
    if _SAME.get(extension, extension) not in FORMATS:
        shown = f".{extension}" if extension else "no extension"
        raise InputError(
            f"{file.name} has {shown}, which is no format an editor takes", do="use one of: " + " ".join(FORMATS)
        )
    try:
        with file.open("rb") as stream:
            empty = not stream.read(1)
    except OSError:
        raise InputError(f"{file} can't be read", do=f"give yourself permission to read it: chmod u+r {file}") from None
    size = file.stat().st_size
    if empty:
        raise InputError(f"{file.name} is empty", do="copy it again from where it came")
    if size > LIMIT:
        raise InputError(
            f"{file.name} has {megabytes(size)}, more than the {megabytes(LIMIT)} there may be",
            do="compress it, or trim it first",
        )
    return size


def _probe(file: Path, inspector: Inspector) -> FileFacts:
    facts = inspector.probe(file)
    if facts.kind in ("video", "audio") and facts.duration <= 0:
        raise InputError(
            f"{file.name} holds nothing that plays", do="copy it again from where it came, or export it anew"
        )
    return facts


def _same_content(file: Path, wanted: str) -> None:
    with file.open("rb") as stream:
        got = hashlib.file_digest(stream, "sha256").hexdigest()
    if not got.startswith(wanted.lower().rstrip("…")):
        raise InputError(
            f"{file.name} is not the file the recipe pins: its sha256 is {got}",
            do="get the right file, or correct `sha256`",
        )


def _alike(file: Path) -> list[str]:
    """The file beside it that was most likely meant: by its stem, since nearly all of them end in `.mp4`."""
    stems = {Path(name).stem: name for name in _names(file.parent)}
    return [stems[s] for s in difflib.get_close_matches(file.stem, stems, 1, 0.6)]


def _names(folder: Path) -> list[str]:
    try:
        return [p.name for p in folder.iterdir()]
    except OSError:
        return []
