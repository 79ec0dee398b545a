"""`RECIPE.lock.yaml`: what each sentence means, pinned beside the recipe and reviewed like code.

    version: 1
    sentences:
    - say: trim silences and add captions
      operations:
      - op: trim_silence
      - op: captions

A pin is keyed by the sentence's text (templates filled in), so a changed sentence has none, and variants that say the same share one. A pin edited
by hand is obeyed; its operations must keep to schemas/operations.schema.json. Sentences stand in the order the recipe says them first. With
`--transcript` it also holds the words of each input (see `transcript`), keyed by content. Other top-level keys are carried through.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ugcflow.errors import Problem
from ugcflow.recipe.variant import Recipe, Step
from ugcflow.runner.words import locate
from ugcflow.session import Operation, Reading, Transcript

VERSION = 1


@dataclass(frozen=True, slots=True)
class Lock:
    """The pins of one recipe, by sentence; `there` tells whether the file exists."""

    file: Path
    pins: dict[str, tuple[Operation, ...]] = field(default_factory=dict)
    transcripts: tuple[Transcript, ...] = ()
    rest: dict[str, Any] = field(default_factory=dict)
    there: bool = False

    def reading(self, say: str) -> Reading | None:
        """The pinned reading of a sentence, None without a pin."""
        operations = self.pins.get(say)
        return Reading(say, operations, pinned=True) if operations is not None else None


def path_for(recipe: Path) -> Path:
    """`ad.yaml` → `ad.lock.yaml`, beside it."""
    return recipe.with_name(f"{recipe.stem}.lock.yaml")


def renew(lock: Lock, sentences: Iterable[tuple[str, Sequence[Operation]]]) -> Lock:
    """A lock of exactly these sentences, in order: a pin that is there stays, a new sentence gets the reading given."""
    pins = {say: lock.pins.get(say, tuple(operations)) for say, operations in sentences}
    return replace(lock, pins=pins, there=True)


def same(a: Lock, b: Lock) -> bool:
    """Whether two locks pin the same, in the same order."""

    def told(lock: Lock) -> Any:
        return [(say, [o.to_json() for o in pins]) for say, pins in lock.pins.items()], lock.transcripts, lock.rest

    return bool(told(a) == told(b))


def worded(pinned: Reading, read: Reading) -> Reading:
    """A pinned reading with the words that led to each operation, taken from a reading of the same sentence as far as the two agree."""
    left = list(read.operations)
    operations = []
    for operation in pinned.operations:
        twin = next((o for o in left if o.to_json() == operation.to_json()), None)
        twin = twin or next((replace(o, parameters=operation.parameters) for o in left if o.op == operation.op), None)
        left = [o for o in left if twin is None or o.start != twin.start or o.op != twin.op]
        operations.append(twin or operation)
    return replace(pinned, operations=tuple(operations), language=read.language)


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
