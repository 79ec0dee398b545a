"""The words of a recipe's inputs: listened to for a lock, and held against the files when a run is to obey them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from ugcflow.errors import InputError, Problem, StepError
from ugcflow.recipe.variant import Input, Recipe
from ugcflow.session import Listener, Transcript, Upload

_SPEAK = ("", "footage")
_UNWRITTEN = "und"
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")


def hear(
    recipe: Recipe, kept: Sequence[Transcript], listener: Listener, tell: Callable[[str], None]
) -> tuple[tuple[Transcript, ...], list[Problem]]:
    """The transcript of each input that may speak, in order; one in `kept` with the file's sha256 is not listened to again."""
    found: dict[str, Transcript] = {}
    problems = []
    for source in _speaking(i for v in recipe.variants for i in v.inputs):
        try:
            heard = _pinned(source, kept) or _heard(source, listener, tell)
        except (InputError, StepError) as error:
            problems.append(
                Problem(
                    f"the words of {source.id} are not pinned: {error.what}", error.do, source.where, severity="warning"
                )
            )
            continue
        if heard and heard.language == _UNWRITTEN and heard.sha256 not in {t.sha256 for t in kept}:
            problems.append(_unwritten(source, heard))
        if heard:
            found.setdefault(heard.sha256, heard)
    return tuple(found.values()), problems


def still_there(transcripts: Iterable[Transcript], recipe: Recipe) -> tuple[Transcript, ...]:
    """Those of inputs the recipe still has."""
    ids = {i.id for v in recipe.variants for i in v.inputs}
    return tuple(t for t in transcripts if t.input in ids)


def changes(old: Sequence[Transcript], new: Sequence[Transcript]) -> list[str]:
    """What a lock's transcripts gained, lost and changed, a line each."""
    before, after = {t.sha256: t for t in old}, {t.sha256: t for t in new}
    told = [f"+ {len(t.words)} words of {t.input} ({t.file})" for t in new if t.sha256 not in before]
    told += [f"- the words of {t.input} ({t.file})" for t in old if t.sha256 not in after]
    return told + [f"~ the words of {t.input} ({t.file})" for t in new if before.get(t.sha256, t) != t]


def stale(transcripts: Sequence[Transcript], inputs: Iterable[Input], recipe: Path) -> list[Problem]:
    """A problem for each local input that may speak and whose content no pinned transcript is of."""
    if not transcripts:
        return []
    return [
        problem(source, transcripts, recipe)
        for source in _speaking(inputs)
        if source.file and source.file.is_file() and not _pinned(source, transcripts)
    ]


def problem(source: Input, transcripts: Sequence[Transcript], recipe: Path) -> Problem:
    """That the lock does not have the words of this very file."""
    known = any(t.input == source.id for t in transcripts)
    what = (
        f"{source.id} has changed since its words were pinned" if known else f"the words of {source.id} are not pinned"
    )
    do = f"run `ugcflow lock --transcript {recipe}` and review what changes"
    return Problem(what, do, source.where)


def speaks(source: Input) -> bool:
    """True for an input whose words an editor may need: footage, not a picture."""
    name = source.file.name if source.file else source.url.split("?", 1)[0]
    return source.role in _SPEAK and not name.lower().endswith(_PICTURES)


def _unwritten(source: Input, heard: Transcript) -> Problem:
    """That somebody speaks, in words the listener does not know."""
    what = f"the speech in {heard.file} is in a language the studio can't write down, and pinned as that"
    do = "where its words are needed, write them into the lock by hand, with their `language`"
    return Problem(what, do, source.where, severity="warning")


def _speaking(inputs: Iterable[Input]) -> Iterator[Input]:
    """Each file or URL once."""
    return iter({(i.file or i.url): i for i in inputs if speaks(i)}.values())


def _pinned(source: Input, transcripts: Sequence[Transcript]) -> Transcript | None:
    content = source.sha256
    if source.file and source.file.is_file():
        facts = source.file.stat()
        content = _sha256(source.file, facts.st_size, facts.st_mtime_ns)
    return next((t for t in transcripts if t.sha256 == content), None)


def _heard(source: Input, listener: Listener, tell: Callable[[str], None]) -> Transcript | None:
    upload = Upload(source.id, source.file, source.url, source.role, source.sha256)
    tell(f"listening to {upload.name}")
    heard = listener.hear(upload)
    return replace(heard, input=source.id, file=upload.name) if heard else None


@lru_cache(maxsize=1024)
def _sha256(file: Path, _size: int, _changed: int) -> str:
    """Of a file's bytes, in hex; once for all variants while size and time of change stay the same."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
