"""Writing a lock: every sentence of every variant, in the order the recipe says them first."""

from __future__ import annotations

from ugcflow.errors import RecipeError
from ugcflow.recipe.variant import Recipe
from ugcflow.runner import lock, reading
from ugcflow.runner.backend import Backend
from ugcflow.runner.files import write_text
from ugcflow.runner.lock import Lock
from ugcflow.session import Operation


def pin(recipe: Recipe, backend: Backend, refresh: bool = False) -> tuple[Lock, list[str]]:
    """Write the lock of a recipe; returns it with what changed, a line each. Raises RecipeError for a sentence nobody can read."""
    if backend.reader is None or not backend.editor.reads:
        raise RecipeError(
            f"{recipe.file.name} is for {backend.editor.name}, which is sent sentences as written: there is nothing to pin",
            do="lock a recipe with `backend: local`",
        )
    old = lock.load(recipe.file)
    used = Lock(old.file, {}, old.rest, old.there) if refresh else old
    sentences: dict[str, tuple[Operation, ...]] = {}
    problems = []
    for variant in recipe.variants:
        for step in variant.steps:
            if step.say in sentences:
                continue
            read = reading.read_step(step, variant, recipe, backend, used)
            problems += reading.step_problems(step, read, backend)
            sentences[step.say] = read.operations if read else ()
    reading.refuse(problems)
    new = lock.renew(used, sentences.items())
    write_text(new.file, lock.dump(new, recipe.file.name))
    return new, _changes(old, new)


def _changes(old: Lock, new: Lock) -> list[str]:
    told = [f"+ “{say}”" for say in new.pins if say not in old.pins]
    told += [f"- “{say}”" for say in old.pins if say not in new.pins]
    same = [say for say in new.pins if say in old.pins]
    return told + [
        f"~ “{say}”" for say in same if [o.to_json() for o in new.pins[say]] != [o.to_json() for o in old.pins[say]]
    ]
