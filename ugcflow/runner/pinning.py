"""Writing a lock: every sentence of every variant, in the order the recipe says them first, and the words of its inputs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ugcflow.errors import Problem, RecipeError
from ugcflow.recipe.variant import Recipe
from ugcflow.runner import hearing, lock, lockfile, reading
from ugcflow.runner.backend import Backend
from ugcflow.runner.files import write_text
from ugcflow.runner.lock import Lock
from ugcflow.session import Listener, Operation


@dataclass(frozen=True, slots=True)
class Pinned:
    """What came of writing a lock: what changed, a line each, and what could not be pinned."""

    lock: Lock
    changes: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()


def pin(
    recipe: Recipe,
    backend: Backend,
    refresh: bool = False,
    listener: Listener | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Pinned:
    """Write the lock of a recipe; with a `listener`, the words of its inputs too. A pin that is there stays unless `refresh`.

    A lock that says the same already is not written again. Raises RecipeError for a sentence nobody can read.
    """
    if backend.reader is None or not backend.editor.reads:
        raise RecipeError(
            f"{recipe.file.name} is for {backend.editor.name}, which is sent sentences as written: there is nothing to pin",
            do="lock a recipe with `backend: local`",
        )
    old = lockfile.load(recipe.file)
    new = lock.renew(replace(old, pins={}) if refresh else old, _sentences(recipe, backend, old, refresh, tell).items())
    new = replace(new, transcripts=hearing.still_there(old.transcripts, recipe))
    warnings: list[Problem] = []
    if listener:
        kept = () if refresh else new.transcripts
        heard, warnings = hearing.hear(recipe, kept, listener, tell)
        new = replace(new, transcripts=heard)
    if not (old.there and lock.same(old, new)):
        write_text(new.file, lockfile.dump(new, recipe.file.name))
    return Pinned(new, (*_changes(old, new), *hearing.changes(old.transcripts, new.transcripts)), tuple(warnings))


def _sentences(
    recipe: Recipe, backend: Backend, old: Lock, refresh: bool, tell: Callable[[str], None]
) -> dict[str, tuple[Operation, ...]]:
    """What each sentence means; only those without a pin are read."""
    assert backend.reader
    sentences: dict[str, tuple[Operation, ...]] = {}
    problems = []
    for variant, step in ((v, s) for v in recipe.variants for s in v.steps):
        if step.say in sentences:
            continue
        read = None if refresh else old.reading(step.say)
        if read is None:
            tell(f"reading “{step.say}”")
            read = backend.reader.read(step.say, reading.tongue(variant, recipe))
        problems += reading.step_problems(step, read, backend)
        sentences[step.say] = read.operations
    reading.refuse(problems)
    return sentences


def _changes(old: Lock, new: Lock) -> list[str]:
    told = [f"+ “{say}”" for say in new.pins if say not in old.pins]
    told += [f"- “{say}”" for say in old.pins if say not in new.pins]
    same = [say for say in new.pins if say in old.pins]
    return told + [
        f"~ “{say}”" for say in same if [o.to_json() for o in new.pins[say]] != [o.to_json() for o in old.pins[say]]
    ]
