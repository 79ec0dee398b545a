"""Is a recipe made of the right keys and values? `schemas/recipe.schema.json` decides; this places what it finds, and words it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from ugcflow import schema
from ugcflow.errors import Problem
from ugcflow.recipe.node import Node, Path, at, data
from ugcflow.recipe.scalar import Decimal, Integer, resolve, written
from ugcflow.recipe.wording import problems_of


def problems(root: Node) -> list[Problem]:
    """Everything the schema has against a recipe, in the order it stands in the file."""
    found = [p for path, error in _errors(root) for p in problems_of(error, root, path)]
    return sorted(found, key=lambda p: (p.where.line, p.where.column) if p.where else (0, 0))


def bad_paths(found: list[Problem]) -> frozenset[str]:
    """The recipe paths problems stand at."""
    return frozenset(p.where.path for p in found if p.where)


def leaf_problems(root: Node, path: Path, leaf: Node) -> list[Problem]:
    """What the schema has against one value, once its template is filled in; `root` is the recipe."""
    rule = rule_at(root, path)
    errors = _validator(id(rule), _Frozen(rule)).iter_errors(_fitting(leaf.value, rule))
    return [p for error in errors for p in problems_of(error, leaf, (), at_path=path)]


def fit(value: str, rule: dict[str, Any]) -> Any:
    """A filled-in template is text; where a number or true/false is asked for, and it reads as one, it is that."""
    types = _types(rule)
    typed = resolve(value.strip())
    if isinstance(typed, bool):
        return typed if "boolean" in types else value
    return typed if isinstance(typed, int | float) and "number" in types and "string" not in types[:1] else value


@cache
def _root_validator() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema.load("recipe"))


class _Frozen(dict[str, Any]):
    """A rule as a cache key: by identity (rules live as long as the schema does)."""

    def __hash__(self) -> int:  # type: ignore[override]
        return 0


@cache
def _validator(_key: int, rule: _Frozen) -> Any:
    return _root_validator().evolve(schema=dict(rule))


def _errors(root: Node) -> Iterator[tuple[Path, Any]]:
    """Schema errors of the tree. Numbers and booleans that stand where text is asked for are the text that was written."""
    values = data(root)
    for _ in range(10_000):
        errors = list(_root_validator().iter_errors(values))
        texts = [e for e in errors if e.validator == "type" and _could_be_text(e)]
        if not texts:
            break
        for error in texts:
            _put(values, tuple(error.absolute_path), at(root, tuple(error.absolute_path))[0].text)
    for error in errors:
        yield tuple(error.absolute_path), error


def _could_be_text(error: Any) -> bool:
    wanted = error.validator_value
    return "string" in ([wanted] if isinstance(wanted, str) else wanted) and isinstance(
        error.instance, bool | Integer | Decimal
    )


def _put(values: Any, path: Path, text: str) -> None:
    for part in path[:-1]:
        values = values[part]
    values[path[-1]] = text


def _fitting(value: Any, rule: dict[str, Any]) -> Any:
    wants_text = _types(rule) == ["string"]
    return written(value) if wants_text and not isinstance(value, str) else value


def _types(rule: dict[str, Any]) -> list[str]:
    types = rule.get("type", [])
    return [types] if isinstance(types, str) else list(types)


def rule_at(root: Node, path: Path) -> dict[str, Any]:
    """The part of the schema that governs the value at `path` ({} where anything goes)."""
    rule, node = schema.load("recipe"), root
    for part in path:
        rule = _inside(rule, node, part)
        child = node.list[part] if isinstance(part, int) else node.items.get(part)
        if child is None:
            return rule
        node = child
    return _resolved(rule)


def _inside(rule: dict[str, Any], node: Node, part: str | int) -> dict[str, Any]:
    for candidate in _branches(_resolved(rule)):
        if isinstance(part, int) and "items" in candidate:
            return _resolved(candidate["items"])
        if isinstance(part, str) and part in candidate.get("properties", {}):
            return _resolved(candidate["properties"][part])
    for candidate in _branches(_resolved(rule)):
        if isinstance(part, str) and isinstance(candidate.get("additionalProperties"), dict):
            return _resolved(candidate["additionalProperties"])
    return {}


def _branches(rule: dict[str, Any]) -> list[dict[str, Any]]:
    return [rule, *(_resolved(rule[k]) for k in ("then", "else") if k in rule)]


def _resolved(rule: dict[str, Any]) -> dict[str, Any]:
    """A rule with its `$ref` followed (all of ours are `#/$defs/<name>`)."""
    if "$ref" in rule:
        target: dict[str, Any] = schema.load("recipe")["$defs"][rule["$ref"].rsplit("/", 1)[1]]
        return target
    return rule
