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
from pathlib import Path
from typing import Any

from ugcflow import schema
from ugcflow.errors import Problem, RecipeError, Where
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
    data = _parse(file)
    entries = data.pop("sentences", []) or []
    if data.get("version") != VERSION or not isinstance(entries, list):
        raise _bad(file, f"this is no lock of version {VERSION}", "$")
    pins = {}
    for i, entry in enumerate(entries):
        pins[_say(file, i, entry)] = tuple(
            _operation(file, i, j, o) for j, o in enumerate(entry.get("operations") or [])
        )
    return Lock(file, pins, data, there=True)


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


def _parse(file: Path) -> dict[str, Any]:
    import yaml

    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = Where(str(file), mark.line + 1 if mark else 0, mark.column + 1 if mark else 0)
        raise RecipeError(
            f"the lock is no YAML: {error.problem}", do="write it anew with `ugcflow lock`", where=where
        ) from None
    except (OSError, ValueError) as error:
        raise RecipeError(
            f"the lock can't be read: {error}", do="write it anew with `ugcflow lock`", where=Where(str(file))
        ) from None
    if not isinstance(data, dict):
        raise _bad(file, "the lock is no map", "$")
    return data


def _say(file: Path, i: int, entry: Any) -> str:
    if not isinstance(entry, dict) or not isinstance(entry.get("say"), str) or set(entry) - {"say", "operations"}:
        raise _bad(file, "a pin is made of `say` and `operations`", f"$.sentences[{i}]")
    return str(entry["say"])


def _operation(file: Path, i: int, j: int, data: Any) -> Operation:
    path = f"$.sentences[{i}].operations[{j}]"
    if not isinstance(data, dict) or not isinstance(data.get("op"), str):
        raise _bad(file, "an operation needs its `op`", path)
    _validate(file, path, data)
    return Operation(data["op"], {k: v for k, v in data.items() if k != "op"}, words=data["op"])


def _validate(file: Path, path: str, data: dict[str, Any]) -> None:
    """Against schemas/operations.schema.json, which describes one operation or a list of them."""
    from jsonschema import Draft202012Validator

    if "operations" not in schema.names():
        return
    described = schema.load("operations")
    value: Any = [data] if described.get("type") == "array" else data
    error = next(iter(Draft202012Validator(described).iter_errors(value)), None)
    if error is not None:
        raise _bad(file, f"{data['op']}: {error.message}", path)


def _bad(file: Path, what: str, path: str) -> RecipeError:
    return RecipeError(
        what, do="correct the pin, or write the lock anew with `ugcflow lock`", where=Where(str(file), path=path)
    )
