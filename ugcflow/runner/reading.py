"""Every sentence of a run read before the first upload: by its pin where a lock has one, else by the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ugcflow.errors import Problem, RecipeError
from ugcflow.recipe.variant import Recipe, Step, Variant
from ugcflow.runner.backend import Backend
from ugcflow.runner.lock import Lock, worded
from ugcflow.runner.words import locate
from ugcflow.runner.work import Work
from ugcflow.session import Question, Reading, Tongue

_BESIDE = ("music", "logo")


def read_all(
    chosen: Sequence[tuple[str, Recipe, Variant]], backends: dict[str, Backend], locks: dict[str, Lock]
) -> tuple[list[Work], list[Problem]]:
    """The work with its readings, and a problem for each thing that can't be carried out as it is written."""
    work, problems = [], []
    for key, recipe, variant in chosen:
        backend, lock = backends[recipe.name], locks[recipe.name]
        readings = tuple(read_step(step, variant, recipe, backend, lock) for step in variant.steps)
        work.append(Work(key, key or variant.name or recipe.name, recipe, variant, backend, readings, lock.transcripts))
        for step, reading in zip(variant.steps, readings, strict=True):
            problems += step_problems(step, reading, backend)
        problems += _beside(variant) if backend.editor.reads else []
    return work, _once(problems)


def read_step(step: Step, variant: Variant, recipe: Recipe, backend: Backend, lock: Lock) -> Reading | None:
    """What a step means, None when the editor is sent sentences as written."""
    if not backend.editor.reads or backend.reader is None:
        return None
    read = backend.reader.read(step.say, tongue(variant, recipe))
    pinned = lock.reading(step.say)
    return worded(pinned, read) if pinned else read


def tongue(variant: Variant, recipe: Recipe) -> Tongue:
    return Tongue({i.id: i.role for i in variant.inputs}, recipe.language)


def step_problems(step: Step, reading: Reading | None, backend: Backend) -> list[Problem]:
    """What stops a step: words nobody can read, and what this editor can't do at all."""
    if reading is None:
        return []
    questions = (*reading.questions, *backend.editor.refuses(reading))
    found = [problem(step, question) for question in questions]
    if not found and not reading.operations:
        where = locate(step.say_where, step.say, step.say)
        found = [Problem("this sentence asks for nothing the studio can do", "see `ugcflow ops`", where)]
    return found


def _beside(variant: Variant) -> list[Problem]:
    """Steps and exports about an input that never makes the picture: known before anything is uploaded."""
    roles = {i.id: i.role for i in variant.inputs if i.role in _BESIDE}
    named = [(s.on, s.where) for s in variant.steps] + [(e.output.of, e.where) for e in variant.exports]
    do = "name an input that is footage, or say it of the whole edit"
    return [
        Problem(f"{id_} is never the picture: its role is {roles[id_]}", do, at) for id_, at in named if id_ in roles
    ]


def problem(step: Step, question: Question) -> Problem:
    """A question as a diagnostic at its very words."""
    where = locate(step.say_where, step.say, question.words or step.say, question.start)
    do = (
        "write it another way, for instance: " + " · ".join(f"“{n}”" for n in question.nearest)
        if question.nearest
        else ""
    )
    return Problem(
        question.why, do or "write it another way; `ugcflow ops` lists what the studio can do", where, question.nearest
    )


def refuse(problems: Sequence[Problem]) -> None:
    """Raises RecipeError with all problems, if there are any."""
    if problems:
        raise RecipeError.of(problems)


def _once(problems: list[Problem]) -> list[Problem]:
    """Variants share their sentences: each place is named once."""
    seen = {(str(p.where), p.what): p for p in reversed(problems)}
    return [replace(p) for p in reversed(seen.values())]
