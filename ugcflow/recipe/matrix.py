"""`matrix:` → the values of every variant, in the order written: combinations, less what is excluded, then what is included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from ugcflow.errors import Problem, RecipeError
from ugcflow.recipe.nearest import nearest, quoted, suggest
from ugcflow.recipe.node import Node, Path
from ugcflow.recipe.scalar import written
from ugcflow.recipe.slug import slug
from ugcflow.recipe.table import Row, rows

MAX_VARIANTS = 100_000
_RESERVED = ("rows", "exclude", "include")
_NAMING = "variant"  # a column of this name names the variants


@dataclass(frozen=True, slots=True)
class Point:
    """One variant: its name (a slug) and the values of its variables."""

    name: str
    values: Mapping[str, Any]


def points(root: Node, problems: list[Problem]) -> list[Point]:
    """Every variant's values; one without a name or values when there is no matrix. What is wrong is added to `problems`."""
    node = root.get("matrix")
    if node is None or not node.is_map:
        return [Point("", {})]
    axes = _axes(node, problems)
    count = prod(len(a) for a in axes) if axes else 0
    if count > MAX_VARIANTS:
        what = f"this matrix has {count:,} combinations"
        problems.append(
            Problem(
                what, f"At most {MAX_VARIANTS:,} can be run: take values out, or split the recipe.", _here(root, node)
            )
        )
        return [Point("", {})]
    base = [_joined(parts) for parts in product(*axes)] if axes else []
    kept = _without(node, base, problems)
    values = kept + [{k: v.value for k, v in item.items.items()} for item in _entries(node, "include")]
    if not values and not problems:
        what = "every combination of the matrix is excluded" if base else "the matrix makes no variant"
        problems.append(Problem(what, "Leave at least one.", _here(root, node)))
    named = [Point(name_of(v), v) for v in values]
    problems += _collisions(root, node, named)
    return named or [Point("", {})]


def name_of(values: Mapping[str, Any]) -> str:
    """A variant's name: the slug of its `variant` column, or of all its values."""
    if _NAMING in values:
        return slug(written(values[_NAMING]))
    return slug("-".join(slug(written(v)) for v in values.values() if written(v)))


def _axes(node: Node, problems: list[Problem]) -> list[list[Row]]:
    """Each axis as rows of one or more columns."""
    axes: list[list[Row]] = []
    for key, child in node.items.items():
        if key == "rows":
            try:
                axes.append(rows(child))
            except RecipeError as error:
                problems += error.problems
        elif key not in _RESERVED:
            axes.append([{key: v.value} for v in child.list])
            problems += _templates(key, child)
    return [a for a in axes if a]


def _templates(key: str, axis: Node) -> Iterator[Problem]:
    for i, value in enumerate(axis.list):
        if "{{" in value.text:
            what = "a value of the matrix is not read as a template: its braces would stand in the ad"
            yield Problem(what, "Write the text out.", value.where(("matrix", key, i), "{{"))


def _joined(parts: tuple[Row, ...]) -> Row:
    return parts[0] if len(parts) == 1 else {k: v for part in parts for k, v in part.items()}


def _entries(node: Node, key: str) -> tuple[Node, ...]:
    entries = node.get(key)
    return entries.list if entries else ()


def _without(node: Node, base: list[Row], problems: list[Problem]) -> list[Row]:
    excludes = [{k: written(v.value) for k, v in item.items.items()} for item in _entries(node, "exclude")]
    hits = [0] * len(excludes)
    kept = []
    for values in base:
        matched = [
            i for i, e in enumerate(excludes) if all(k in values and written(values[k]) == v for k, v in e.items())
        ]
        for i in matched:
            hits[i] += 1
        if not matched:
            kept.append(values)
    for i, item in enumerate(_entries(node, "exclude")):
        if not hits[i] and not problems:
            problems.append(_missed(item, base, ("matrix", "exclude", i)))
    return kept


def _missed(item: Node, base: list[Row], path: Path) -> Problem:
    """Why an exclude leaves nothing out: a variable or a value that is not there, or a combination that is not."""
    names = list(dict.fromkeys(k for values in base[:1000] for k in values))
    for key, value in item.items.items():
        if key not in names:
            do, close = suggest(key, names, f"Its variables are {', '.join(names)}.")
            return Problem(f"the matrix has no `{key}` to exclude by", do, item.key_where(key, path), close)
        there = list(dict.fromkeys(written(values.get(key)) for values in base))
        if written(value.value) not in there:
            close = nearest(value.text, there)
            do = (
                f"Did you mean {quoted(close)}?"
                if close
                else f"There is {quoted(there[:5])}{' …' if len(there) > 5 else ''}."
            )
            return Problem(
                f"`{key}` never is `{value.text}`, so this excludes nothing", do, value.where((*path, key)), close
            )
    return Problem(
        "no variant has all of these values, so this excludes nothing", "Take it out, or mend it.", item.where(path)
    )


def _collisions(root: Node, node: Node, named: list[Point]) -> list[Problem]:
    seen: dict[str, Point] = {}
    found = []
    for point in named:
        other = seen.setdefault(point.name, point)
        if other is not point:
            what = f"two variants would both be called `{point.name}`: {_shown(other)}, and {_shown(point)}"
            do = "Make their values differ in letters or digits, or name them with a column `variant`."
            found.append(Problem(what, do, _place(root, node, point)))
    return found[:5]


def _shown(point: Point) -> str:
    return "{" + ", ".join(f"{k}: {written(v)}" for k, v in list(point.values.items())[:4]) + "}"


def _place(root: Node, node: Node, point: Point) -> Any:
    """The include that makes this point, or the axis value that collides, or the matrix."""
    for i, item in enumerate(_entries(node, "include")):
        if {k: v.value for k, v in item.items.items()} == point.values:
            return item.where(("matrix", "include", i))
    for key, value in point.values.items():
        axis = node.get(key)
        for i, item in reversed(list(enumerate(axis.list if axis else ()))):
            if item.value == value and any(slug(o.text) == slug(item.text) for o in axis.list[:i]):  # type: ignore[union-attr]
                return item.where(("matrix", key, i))
    return _here(root, node)


def _here(root: Node, node: Node) -> Any:
    return root.key_where("matrix", ())
