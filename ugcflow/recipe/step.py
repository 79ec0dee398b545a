"""Entries of `steps:` and of `expect:` and `checks:` → Steps and Checks."""

from __future__ import annotations

from collections.abc import Callable, Collection

from ugcflow.errors import Problem
from ugcflow.recipe.check import CheckProblem, any_of, check
from ugcflow.recipe.nearest import suggest
from ugcflow.recipe.node import Node, Path
from ugcflow.recipe.quantity import milliseconds
from ugcflow.recipe.variant import Check, Step

TIMEOUT = 900_000
MAX_TIMEOUT = 21_600_000


def steps_of(inputs: Collection[str]) -> Callable[[Node, Path, list[Problem]], Step]:
    """What makes a Step of an entry; `inputs` are the ids that `on` may name."""

    def make(node: Node, path: Path, problems: list[Problem]) -> Step:
        return _step(node, path, problems, inputs)

    return make


def checks(node: Node, path: Path, problems: list[Problem]) -> tuple[Check, ...]:
    """Every check of a `checks:` or `expect:` map."""
    found: list[Check] = []
    for key, value in node.items.items():
        below = (*path, key)
        if value.is_map:  # tracks
            found += [c for k, v in value.items.items() for c in _checks(f"{key}.{k}", v, (*below, k), problems)]
        else:
            found += _checks(key, value, below, problems)
    return tuple(found)


def names_input(id_: Node | None, path: Path, inputs: Collection[str], problems: list[Problem]) -> str:
    """The input id that stands at `path`, "" for none; one that is not there is a problem."""
    if id_ is None:
        return ""
    name = id_.text.strip()
    if name not in inputs:
        do, close = suggest(
            name, inputs, f"The inputs are {', '.join(inputs)}." if inputs else "Name it under `inputs:`."
        )
        problems.append(Problem(f"there is no input `{name}`", do, id_.where(path), close))
    return name


def _step(node: Node, path: Path, problems: list[Problem], inputs: Collection[str]) -> Step:
    number = int(path[1]) + 1
    if not node.is_map:
        where = node.where(path)
        return Step(number, f"step-{number}", node.text.strip(), where=where, say_where=where)
    say, id_, expect = node.items["say"], node.get("id"), node.get("expect")
    return Step(
        index=number,
        id=id_.text if id_ else f"step-{number}",
        say=say.text.strip(),
        on=names_input(node.get("on"), (*path, "on"), inputs, problems),
        expect=checks(expect, (*path, "expect"), problems) if expect else (),
        timeout=_timeout(node.get("timeout"), (*path, "timeout"), problems),
        where=node.where(path),
        say_where=say.where((*path, "say")),
    )


def _timeout(node: Node | None, path: Path, problems: list[Problem]) -> int:
    if node is None:
        return TIMEOUT
    try:
        value = milliseconds(node.text)
    except ValueError:
        problems.append(Problem(f"`{node.text}` is not a time to wait", "Write `90s` or `10m`.", node.where(path)))
        return TIMEOUT
    if not 1000 <= value <= MAX_TIMEOUT:
        problems.append(
            Problem(f"`{node.text}` is out of reach for a timeout", "It is from 1s to 6h.", node.where(path))
        )
    return value


def _checks(what: str, node: Node, path: Path, problems: list[Problem]) -> list[Check]:
    try:
        if not node.list:
            return [check(what, node.text, node.where(path))]
        if what in ("words", "text"):
            return [check(what, each.text, each.where((*path, i))) for i, each in enumerate(node.list)]
        return [any_of(what, [each.text for each in node.list], node.where(path))]
    except CheckProblem as error:
        problems.append(Problem(error.what, error.do, node.where(path), error.nearest))
        return []
