"""What PyYAML says about broken YAML, in words that tell what to do."""

from __future__ import annotations

import re
from typing import Any

from ugcflow.errors import Problem
from ugcflow.recipe.source import Source

# (what the parser says, what we say, what to do); the first that is found counts
_SAYINGS = (
    (r"'\\t' that cannot start", "a tab is used to indent; YAML allows only spaces", "Put spaces in its place (two a level)."),
    (r"cannot start any token", "text that begins with {char} must stand in quotes", 'Write it as "…".'),
    (
        r"mapping values are not allowed",
        "a colon with a space after it can't stand here: it begins a value",
        'Put text that has a colon in quotes, as "Title: one"; or line the key up with the ones above it.',
    ),
    (r"while scanning a quoted scalar", "a quote is opened here and never closed", "Close it, or take it out."),
    (r"could not find expected ':'", "this key has no colon after it", "Write `key: value`, and line it up with the keys above."),
    (r"unknown escape character", "a backslash means something inside double quotes", "Double it, or use single quotes."),
    (
        r"expected <block end>, but found",
        "this does not line up with what stands above it, or follows a closed quote",
        "Indent it like its neighbours; put the whole value in one pair of quotes.",
    ),
    (r"did not find expected key|expected ',' or '[\]}]'", "a bracket is opened here and not closed in time", "Close it; put text with commas or colons inside brackets in quotes."),
    (r"special characters are not allowed", "a control character stands here", "Take it out."),
    (r"duplicate anchor", "this anchor is used twice", "Give one of them another name."),
    (r"but found|expected", "this is not well-formed YAML", "Look at the indentation, the quotes and the brackets around here."),
)  # fmt: skip


def explain(source: Source, error: Any) -> Problem:
    """One readable problem out of a YAMLError, at the place it is about."""
    said = " ".join(str(p) for p in (getattr(error, "context", ""), getattr(error, "problem", ""), error) if p)
    opened = re.search(r"while scanning a quoted|flow (sequence|mapping)", said)
    mark = getattr(error, "problem_mark", None)
    if opened and getattr(error, "context_mark", None) is not None:
        mark = error.context_mark
    index = mark.index if mark is not None else _position(source, error)
    char = source.text[index : index + 1] or " "
    if char == "\t":
        said = "'\\t' that cannot start"
    for pattern, what, do in _SAYINGS:
        if re.search(pattern, said):
            return Problem(what.replace("{char}", char), do, source.where(index, _word_end(source.text, index)))
    return Problem("this is not well-formed YAML", "", source.where(index, _word_end(source.text, index)))


def _position(source: Source, error: Any) -> int:
    """Where a reader error stands: it counts characters."""
    position = getattr(error, "position", 0)
    return min(position, len(source.text)) if isinstance(position, int) else 0


def _word_end(text: str, index: int) -> int:
    found = re.compile(r"\S*").match(text, index)
    return max(index + 1, found.end()) if found else index + 1
