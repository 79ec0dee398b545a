"""`RECIPE.lock.yaml`: what each sentence means, pinned beside the recipe and reviewed like code.

    version: 1
    sentences:
      - say: trim silences and add captions
        operations:
          - {op: trim_silence}
          - {op: captions}

A pin is keyed by the sentence's text, so a changed sentence has none. A pin edited by hand is obeyed; its operations must keep to
schemas/operations.schema.json. Sentences stand in the order the recipe says them first. Other top-level keys are carried through.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ugcflow import schema
from ugcflow.errors import Problem, RecipeError
from ugcflow.recipe import document, node
from ugcflow.recipe.node import Node
from ugcflow.recipe.variant import Recipe, Step
from ugcflow.runner.words import locate
from ugcflow.session import Operation, Reading

VERSION = 1
_HEAD = "# What each sentence of {name} means to the studio. Written by `ugcflow lock`; edit it by hand where you know better.\n"


@dataclass(frozen=True, slots=True)
class Lock:
    """The pins of one recipe, by sentence; `there` tells whether the file exists."""

    file: Path
    pins: dict[str, tuple[Operation, ...]] = field(default_factory=dict)
    rest: dict[str, Any] = field(default_factory=dict)
    there: bool = False

    def reading(self, say: str) -> Reading | None:
        """The pinned reading of a sentence, None without a pin."""
        operations = self.pins.get(say)
        return Reading(say, operations) if operations is not None else None


def path_for(recipe: Path) -> Path:
    """`ad.yaml` → `ad.lock.yaml`, beside it."""
    return recipe.with_name(f"{recipe.stem}.lock.yaml")


def load(recipe: Path) -> Lock:
    """The lock beside a recipe, empty when there is none. Raises RecipeError for one that can't be read."""
    file = path_for(recipe)
    if not file.exists():
        return Lock(file)
    root = document.load(file, what="lock", limit=20_000_000)
    data = _plain(node.data(root))
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise _bad(root, f"this is no lock of version {VERSION}")
    pins: dict[str, tuple[Operation, ...]] = {}
    entries = root.get("sentences")
    for i, entry in enumerate(entries.list if entries else ()):
        say = _say(root, entry, ("sentences", i))
        if say in pins:
            raise _bad(root, "this sentence is pinned twice", ("sentences", i, "say"))
        pins[say] = _operations(root, entry, ("sentences", i, "operations"))
    return Lock(file, pins, {k: v for k, v in data.items() if k not in ("version", "sentences")}, there=True)


def renew(lock: Lock, sentences: Iterable[tuple[str, Sequence[Operation]]]) -> Lock:
    """A lock of exactly these sentences, in order: a pin that is there stays, a new sentence gets the reading given."""
    pins = {say: lock.pins.get(say, tuple(operations)) for say, operations in sentences}
    return Lock(lock.file, pins, lock.rest, there=True)


def dump(lock: Lock, recipe: str) -> str:
    """The lock as text: the same lock gives the same text."""
    import yaml

    sentences = [{"say": say, "operations": [o.to_json() for o in operations]} for say, operations in lock.pins.items()]
    data = {"version": VERSION, **{k: v for k, v in lock.rest.items() if k != "version"}, "sentences": sentences}
    return _HEAD.format(name=recipe) + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)


def demand(lock: Lock, recipe: Recipe, steps: Iterable[Step]) -> list[Problem]:
    """For `--locked`: a problem for every sentence without a pin."""
    problems = []
    stale = [say for say in lock.pins if say not in {s.say for v in recipe.variants for s in v.steps}]
    for step in {s.say: s for s in steps}.values():
        if step.say in lock.pins:
            continue
        near = difflib.get_close_matches(step.say, stale, 1, 0.5)
        what = f"this sentence has changed since it was pinned (“{near[0]}”)" if near else "this sentence has no pin"
        do = f"run `ugcflow lock {recipe.file}` and review what changes in {lock.file.name}"
        problems.append(Problem(f"{what}, and --locked was given", do, locate(step.say_where, step.say, step.say)))
    return problems


def _say(root: Node, entry: Node, path: node.Path) -> str:
    say = entry.get("say")
    if say is None or say.is_map or say.list or set(entry.items) - {"say", "operations"}:
        raise _bad(root, "a pin is made of `say` and `operations`", path)
    return say.text


def _operations(root: Node, entry: Node, path: node.Path) -> tuple[Operation, ...]:
    listed = entry.get("operations")
    return tuple(_operation(root, o, (*path, j)) for j, o in enumerate(listed.list if listed else ()))


def _operation(root: Node, found: Node, path: node.Path) -> Operation:
    data = _plain(node.data(found))
    if not isinstance(data, dict) or not isinstance(data.get("op"), str):
        raise _bad(root, "an operation needs its `op`", path)
    for error in _described().iter_errors([data]):
        inside = tuple(error.absolute_path)[1:]
        raise _bad(root, f"{data['op']}: {error.message}", (*path, *inside))
    return Operation(data["op"], {k: v for k, v in data.items() if k != "op"}, words=data["op"])


@cache
def _described() -> Any:
    """The validator of a list of operations; of anything where the schema is not there."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema.load("operations") if "operations" in schema.names() else {})


def _plain(value: Any) -> Any:
    """Plain JSON values: numbers lose the way they were written."""
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    return int(value) if isinstance(value, int) else float(value)


def _bad(root: Node, what: str, path: node.Path = ()) -> RecipeError:
    found, reached = node.at(root, path)
    do = "correct the pin, or write the lock anew with `ugcflow lock`"
    return RecipeError(what, do=do, where=found.where(reached))
