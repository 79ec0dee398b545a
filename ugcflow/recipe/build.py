"""A merged tree → a Recipe: every entry checked, its templates filled in for each variant, everything wrong collected."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ugcflow.errors import Problem, RecipeError
from ugcflow.recipe import matrix, shape, variables
from ugcflow.recipe.export import Made, exports_of
from ugcflow.recipe.input import input_
from ugcflow.recipe.item import Item, prepare
from ugcflow.recipe.node import Node, dotted
from ugcflow.recipe.node import Path as NodePath
from ugcflow.recipe.scalar import written
from ugcflow.recipe.step import checks, steps_of
from ugcflow.recipe.template import Expression, TemplateError, holds
from ugcflow.recipe.variant import Check, Export, Input, Recipe, Step, Variant

MAX_SHOWN = 100


@dataclass(frozen=True, slots=True)
class _Parts:
    """The entries of a recipe, ready to be filled in for each variant."""

    inputs: list[Item[Input]]
    steps: list[Item[Step]]
    exports: list[Item[Made]]
    checks: Item[tuple[Check, ...]] | None


def build(file: Path, root: Node, given: Mapping[str, str], files: Sequence[Path]) -> Recipe:
    """The recipe a tree comes to. Raises RecipeError with every problem found, in the order of the file."""
    problems = shape.problems(root)
    own = variables.declared(root, problems)
    values = variables.layered(own, files, given, problems)
    points = matrix.points(root, problems)
    known = list(dict.fromkeys([*own, *values, *(name for p in points for name in p.values)]))
    used = set[str]()
    parts = _parts(root, known, problems, used)
    if not problems:  # an entry that is wrong may be the one that uses it
        there = [*own, *(n for p in points for n in p.values), *sorted(used)]
        problems += variables.unused(given, list(dict.fromkeys(there)))
    name = _text(root, "name", "recipe")
    variants = _variants(name, points, variables.scope(values), parts, problems)
    if problems:
        raise RecipeError.of(_in_order(problems))
    return Recipe(
        file=file.absolute(), name=name, description=_text(root, "description"), language=_text(root, "language", "en"),
        backend=_text(root, "backend", "local"), variants=tuple(variants), sha256=_digest(root, values, points),
    )  # fmt: skip


def _text(root: Node, key: str, default: str = "") -> str:
    node = root.get(key)
    return node.text.strip() if node and node.text else default


def _parts(root: Node, known: list[str], problems: list[Problem], used: set[str]) -> _Parts:
    bad = shape.bad_paths(problems)
    found: dict[str, list[Any]] = {"inputs": [], "steps": [], "export": []}
    ids = list(root.items["inputs"].items) if "inputs" in root.items else []
    makes: dict[str, Callable[..., Any]] = {"inputs": input_, "steps": steps_of(ids), "export": exports_of(ids)}
    for key, make in makes.items():
        for path, node in _entries(root, key):
            if not _spoiled(path, bad) and (item := prepare(root, node, path, make, known, problems)):
                found[key].append(item)
                used |= _names(item)
    _unique_steps(root, problems)
    asked = root.get("checks")
    general = (
        prepare(root, asked, ("checks",), checks, known, problems) if asked and not _spoiled(("checks",), bad) else None
    )
    return _Parts(found["inputs"], found["steps"], found["export"], general)


def _entries(root: Node, key: str) -> list[tuple[NodePath, Node]]:
    node = root.get(key)
    if node is None:
        return []
    if key == "inputs":
        return [((key, name), child) for name, child in node.items.items()]
    return [((key, i), child) for i, child in enumerate(node.list)]


def _spoiled(path: NodePath, bad: frozenset[str]) -> bool:
    """Whether something at or below `path` is wrong already: it would only be said twice."""
    place = dotted(path)
    return any(b == place or b.startswith((place + ".", place + "[")) for b in bad)


def _names(item: Item[Any]) -> set[str]:
    when: tuple[Expression, ...] = (item.when,) if item.when else ()
    return {n for e in (*(e for leaf in item.leaves for e in leaf.template.expressions), *when) for n in e.names}


def _unique_steps(root: Node, problems: list[Problem]) -> None:
    seen: dict[str, int] = {}
    for path, node in _entries(root, "steps"):
        id_ = node.get("id")
        if id_ is None:
            continue
        if id_.text in seen:
            what = f"two steps are called `{id_.text}`; the first is step {seen[id_.text]}"
            problems.append(Problem(what, "Give one of them another id.", id_.where((*path, "id"))))
        seen.setdefault(id_.text, int(path[1]) + 1)


def _variants(
    name: str, points: list[matrix.Point], values: Mapping[str, Any], parts: _Parts, problems: list[Problem]
) -> list[Variant]:
    """Every variant; stops early when there is more wrong than anybody reads."""
    variants = []
    for point in points:
        scope = {**values, **point.values}
        before = len(problems)
        variant = _variant(name, point, scope, parts, problems)
        if len(problems) == before:
            variants.append(variant)
        elif len(problems) > MAX_SHOWN:
            break
    return variants


def _variant(
    name: str, point: matrix.Point, scope: Mapping[str, Any], parts: _Parts, problems: list[Problem]
) -> Variant:
    inputs = [i for item in parts.inputs if (i := item.of(scope, point.name, problems))]
    steps = [
        s
        for item in parts.steps
        if _wanted(item, scope, point.name, problems) and (s := item.of(scope, point.name, problems))
    ]
    general = (parts.checks.of(scope, point.name, problems) or ()) if parts.checks else ()
    made = [(item, m) for item in parts.exports if (m := item.of(scope, point.name, problems))]
    exports = _exports(".".join(p for p in (name, point.name) if p), made, general, problems)
    if parts.steps and not steps and not problems:
        what = (
            f"no step is left in variant {point.name}: every `when` is false"
            if point.name
            else "no step is left: every `when` is false"
        )
        problems.append(Problem(what, "Leave at least one.", parts.steps[0].node.where(parts.steps[0].path)))
    numbered = tuple(s if s.index == i else replace(s, index=i) for i, s in enumerate(steps, 1))
    return Variant(
        point.name, {k: written(v) for k, v in point.values.items()}, tuple(inputs), numbered, tuple(exports)
    )


def _wanted(item: Item[Step], scope: Mapping[str, Any], variant: str, problems: list[Problem]) -> bool:
    if item.when is None:
        return True
    try:
        return holds(item.when, scope)
    except TemplateError as error:
        from ugcflow.recipe.item import at_error

        path = (*item.path, "when")
        problems.append(at_error(error, item.node.items["when"], path, variant))
        return False


def _exports(
    stem: str, made: list[tuple[Item[Made], Made]], general: tuple[Check, ...], problems: list[Problem]
) -> list[Export]:
    found: dict[str, Export] = {}
    for item, one in made:
        name, where = one.output.name, item.node.where(item.path)
        if name in found:
            what = f"two exports are called `{name}`; the first is on line {found[name].where.line}"
            named = item.node.get("name")
            at = named.where((*item.path, "name")) if named else item.node.where(item.path)
            problems.append(Problem(what, "Give one of them another `name`.", at))
            continue
        found[name] = Export(one.output, f"{stem}.{name}.{one.output.format}", one.with_general(general), where)
    return list(found.values())


def _in_order(problems: list[Problem]) -> list[Problem]:
    """Each problem once, file by file and line by line; one place and one kind of fault is said for one variant only."""
    seen: dict[tuple[object, ...], Problem] = {}
    for p in problems:
        where = p.where
        kind = p.what.split(" (variant ")[0]
        seen.setdefault((where and (where.file, where.line, where.column, where.path), kind), p)
    files = list(dict.fromkeys(p.where.file if p.where else "" for p in seen.values()))

    def order(p: Problem) -> tuple[int, int, int]:
        return (files.index(p.where.file), p.where.line, p.where.column) if p.where else (0, 0, 0)

    return sorted(seen.values(), key=order)[:MAX_SHOWN]


def _digest(root: Node, values: Mapping[str, Any], points: list[matrix.Point]) -> str:
    digest = hashlib.sha256(
        json.dumps([_plain(root), _written(values)], ensure_ascii=False).encode("utf-8", "surrogatepass")
    )
    for point in points:
        digest.update(
            json.dumps([point.name, _written(point.values)], ensure_ascii=False).encode("utf-8", "surrogatepass")
        )
    return digest.hexdigest()


def _plain(node: Node) -> Any:
    if node.is_map:
        return {k: _plain(v) for k, v in node.items.items()}
    return [_plain(v) for v in node.list] if isinstance(node.value, tuple) else node.text


def _written(values: Any) -> Any:
    if isinstance(values, Mapping):
        return {str(k): _written(v) for k, v in values.items()}
    return [_written(v) for v in values] if isinstance(values, list | tuple) else written(values)
