"""Where the values of `{{ … }}` come from: a base recipe's `vars`, the recipe's own, --vars-file, --var, and the matrix; the later wins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ugcflow.errors import Problem, RecipeError, Where
from ugcflow.recipe import document
from ugcflow.recipe.nearest import suggest
from ugcflow.recipe.node import Node, data, scalars
from ugcflow.recipe.scalar import resolve, written
from ugcflow.recipe.template import is_template

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def declared(root: Node, problems: list[Problem]) -> dict[str, Any]:
    """The recipe's own variables (merged with those it extends); None for one that is declared without a value."""
    node = root.get("vars")
    if node is None or not node.is_map:
        return {}
    for path, leaf in scalars(node, ("vars",)):
        if is_template(leaf.text):
            what = "a variable's value is not read as a template: its braces would stand in the ad"
            problems.append(
                Problem(
                    what, "Write the text out, or use both variables where they are needed.", leaf.where(path, "{{")
                )
            )
    values = data(node)
    return dict(values) if isinstance(values, dict) else {}


def from_file(file: Path) -> dict[str, Any]:
    """The variables of a --vars-file: a YAML or JSON map. Raises RecipeError."""
    root = document.load(file, what="variables file")
    if not root.is_map:
        raise RecipeError.of(
            [Problem("a variables file is a map of `name: value`", "For example `product: Glow Serum`.", root.where())]
        )
    wrong = [name for name in root.items if not NAME.fullmatch(name)]
    if wrong:
        do = "Names are made of letters, digits and underscores."
        raise RecipeError.of(
            [Problem(f"`{n}` can't be a variable's name", do, root.key_where(n, ("vars",))) for n in wrong]
        )
    values = data(root)
    return dict(values)


def layered(
    own: Mapping[str, Any], files: Sequence[Path], given: Mapping[str, str], problems: list[Problem]
) -> dict[str, Any]:
    """All layers below the matrix. Values given on the command line are read as YAML scalars, their text kept."""
    values = dict(own)
    for file in files:
        try:
            values |= from_file(file)
        except RecipeError as error:
            problems += error.problems
    return values | {name: _given(value) for name, value in given.items()}


def unused(given: Mapping[str, str], known: Sequence[str]) -> list[Problem]:
    """A --var that no recipe declares or uses is a typing error."""
    problems = []
    for name in given:
        if name not in known:
            do, close = suggest(name, known, "The recipe neither declares nor uses it.")
            problems.append(
                Problem(f"there is no variable `{name}` in this recipe", do, Where(path=f"--var {name}"), close)
            )
    return problems


def scope(values: Mapping[str, Any]) -> dict[str, Any]:
    """What templates see: variables without a value are undefined."""
    return {name: value for name, value in values.items() if value is not None}


def _given(value: str) -> Any:
    typed = resolve(value)
    return written(value) if typed is None else typed
