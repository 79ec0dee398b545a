"""A text file of a recipe, and places in it. Positions are counted in characters, 1-based, as editors show them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from ugcflow.errors import Problem, RecipeError, Where

MAX_BYTES = 1_000_000


class Source:
    """One file's text. `name` is how people know it (as given on the command line, or relative to what extends it)."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.name = str(file)
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer(r"\r\n|\n|\r", self.text))]

    def row(self, number: int) -> Where:
        """The place of a whole line, counted from 1."""
        start = self._starts[max(0, min(number, len(self._starts)) - 1)]
        return self.where(start, start + 1000)

    def where(self, start: int, end: int, path: str = "") -> Where:
        """The place of the characters `start`…`end` (exclusive); `words` are cut at the end of their line."""
        start = min(start, len(self.text))
        row = bisect_right(self._starts, start) - 1
        line_start = self._starts[row]
        line = re.split(r"[\r\n]", self.text[line_start : line_start + 20_000], maxsplit=1)[0]
        words = re.split(r"[\r\n]", self.text[start:end][:1000], maxsplit=1)[0].rstrip()
        return Where(self.name, row + 1, start - line_start + 1, path, words, line)


def read(file: Path, *, limit: int = MAX_BYTES, what: str = "recipe") -> Source:
    """The text of `file`, UTF-8 with or without a mark. Raises RecipeError when it can't be had."""
    try:
        data = _bytes(file, limit)
    except FileNotFoundError:
        raise _error(file, f"there is no such {what}", _siblings(file)) from None
    except IsADirectoryError:
        raise _error(file, f"this is a folder, not a {what}", "Name the file in it.") from None
    except (OSError, ValueError) as error:
        raise _error(file, f"the {what} can't be read: {getattr(error, 'strerror', None) or error}", "") from None
    if len(data) > limit:
        raise _error(file, f"the {what} is larger than {limit / 1e6:g} MB", "Keep tables in a file of their own.")
    try:
        return Source(file, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _encoding(file, data, error, what) from None


def _bytes(file: Path, limit: int) -> bytes:
    if file.is_dir():
        raise IsADirectoryError
    with file.open("rb") as stream:
        return stream.read(limit + 1)


def _encoding(file: Path, data: bytes, error: UnicodeDecodeError, what: str) -> RecipeError:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _error(file, f"the {what} is UTF-16, not UTF-8", "Save it as UTF-8.")
    before = data[: error.start].decode("utf-8-sig", "replace")
    where = Source(file, before).where(len(before), len(before))
    problem = Problem(
        f"the {what} is not UTF-8: byte 0x{data[error.start]:02x} is not text", "Save it as UTF-8.", where
    )
    return RecipeError.of([problem])


def _siblings(file: Path) -> str:
    from ugcflow.recipe.nearest import nearest, quoted

    try:
        names = [p.name for p in file.parent.iterdir() if p.suffix == file.suffix]
    except OSError:
        return "Check the path."
    close = nearest(file.name, names)
    return f"Did you mean {quoted(str(file.with_name(n)) for n in close)}?" if close else "Check the path."


def _error(file: Path, what: str, do: str) -> RecipeError:
    return RecipeError.of([Problem(f"{what}: {file}", do, Where(str(file)))])
