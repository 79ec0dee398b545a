"""Before the first session: every sentence read, every input looked at, the plan frozen, room and credits counted."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from ugcflow.errors import CreditsError, Problem
from ugcflow.recipe.variant import Recipe
from ugcflow.runner import files, hearing, inputs, lock, lockfile, plan, reading
from ugcflow.runner.backend import Backend
from ugcflow.runner.context import Context
from ugcflow.runner.work import Work


def prepare(
    recipes: Sequence[Recipe], chosen: Any, equipment: dict[str, Backend], locked: bool = False
) -> tuple[list[Work], list[Problem]]:
    """Every sentence read, by pin or reader; with `locked`, a sentence without a pin is a problem."""
    locks = {r.name: lockfile.load(r.file) for r in recipes}
    works, problems = reading.read_all(chosen, equipment, locks)
    if locked:
        for recipe in recipes:
            steps = [s for _, r, v in chosen if r is recipe for s in v.steps]
            problems = lock.demand(locks[recipe.name], recipe, steps) + problems
    return works, problems


async def make_ready(works: Sequence[Work], context: Context) -> None:
    """All that can be known before a session is opened: inputs, room on the disk, credits."""
    inspector = next((w.backend.inspector for w in works if w.backend.inspector), None)
    sources = [i for w in works for i in w.variant.inputs]
    found, problems = await asyncio.to_thread(inputs.look, sources, inspector)
    inputs.demand(problems)
    await asyncio.to_thread(_words, works, context)
    planned = plan.describe(works, found)
    context.keep("plan.json", planned)
    files.need_room(context.options.out, planned["bytes"] + 20_000_000)
    await _afford(works)
    if inspector is None:
        context.warn(
            None, "finished files are not measured: the studio is not installed", "pip install 'ugcflow[studio]'"
        )


def unheard(works: Sequence[Work]) -> list[Problem]:
    """Pinned words are obeyed only for the very file they were heard in: a problem for each input they are not of."""
    problems: dict[str, Problem] = {}
    for work in (w for w in works if w.transcripts):
        if not work.backend.editor.reads:
            what = f"{work.backend.editor.name} listens for itself: the words pinned in the lock are not used"
            problems.setdefault(what, Problem(what, severity="warning"))
            continue
        for problem in hearing.stale(work.transcripts, work.variant.inputs, work.recipe.file):
            problems.setdefault(str(problem.where), problem)
    return list(problems.values())


def _words(works: Sequence[Work], context: Context) -> None:
    """Raises RecipeError with --locked, else warns."""
    problems = unheard(works)
    if context.options.locked:
        reading.refuse([p for p in problems if p.severity == "error"])
    for problem in problems:
        context.warn(None, problem.what, problem.do)


async def _afford(works: Sequence[Work]) -> None:
    """A run that can't pay its plan stops before it uploads anything."""
    for backend in {id(w.backend): w.backend for w in works}.values():
        cost = sum(backend.editor.cost(tuple(s.say for s in w.variant.steps)) for w in works if w.backend is backend)
        left = await backend.editor.credits() if cost else None
        if left and not left.unlimited and left.available < cost:
            raise CreditsError(
                f"this run needs about {cost:g} credits, and {left.available:g} are left",
                do="top up, or run fewer variants with --only", code=2001,
            )  # fmt: skip
