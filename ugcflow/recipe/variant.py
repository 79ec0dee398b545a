"""What a recipe comes to: one Recipe, its Variants, and what each is made of. Values only; every text is final (templates filled in)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ugcflow.errors import Problem, Where
from ugcflow.output import Output


@dataclass(frozen=True, slots=True)
class Check:
    """One thing asked of a value: `what` (duration, loudness, resolution, fps, size, tracks.text …), `wanted` as written.

    `ok` tells whether a measured value satisfies it: ms for durations, LUFS for loudness, "1080x1920" for sizes, plain numbers for counts.
    """

    what: str
    wanted: str
    ok: Callable[[Any], bool] = field(compare=False, repr=False)
    where: Where = field(default_factory=Where)


@dataclass(frozen=True, slots=True)
class Input:
    """One input: exactly one of `file` (absolute) and `url`. `role`: "" when the recipe does not say."""

    id: str
    file: Path | None = None
    url: str = ""
    role: str = ""
    sha256: str = ""
    where: Where = field(default_factory=Where)


@dataclass(frozen=True, slots=True)
class Step:
    """One message. `index` counts a variant's steps from 1; `on` is an input id or ""; `timeout` in ms. `id` is the recipe's, or
    `step-<number in the recipe>`: the same in every variant, whichever steps `when` leaves out.

    `say_where` points at the sentence itself, so that words inside it can be shown.
    """

    index: int
    id: str
    say: str
    on: str = ""
    expect: tuple[Check, ...] = ()
    timeout: int = 900_000
    where: Where = field(default_factory=Where)
    say_where: Where = field(default_factory=Where)


@dataclass(frozen=True, slots=True)
class Export:
    """One file to make: `file` is its name in the output folder; `checks` are the recipe's and its own."""

    output: Output
    file: str
    checks: tuple[Check, ...] = ()
    where: Where = field(default_factory=Where)


@dataclass(frozen=True, slots=True)
class Variant:
    """One way through the recipe: its own session, outputs and report entry. `name` is a slug, "" without a matrix."""

    name: str
    values: dict[str, Any]
    inputs: tuple[Input, ...]
    steps: tuple[Step, ...]
    exports: tuple[Export, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A whole recipe, validated. `file` is absolute. `sha256` is of the resolved recipe: what it extends, variables and tables included.

    `warnings` are worth a person's eye and stop nothing.
    """

    file: Path
    name: str
    description: str
    language: str
    backend: str
    variants: tuple[Variant, ...]
    sha256: str = ""
    warnings: tuple[Problem, ...] = ()
