"""The variants a run is to carry out: chosen from its recipes by `--only` and `--shard`."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from ugcflow.errors import Problem, RecipeError, UsageError, Where
from ugcflow.recipe.variant import Recipe, Variant
from ugcflow.runner.backend import Backend
from ugcflow.runner.options import Options
from ugcflow.session import Reading, Transcript

_SHOWN = 20  # names in one message


@dataclass(frozen=True, slots=True)
class Work:
    """One variant of one recipe. `key` names it in the journal ("" for the only one), `folder` in the run's folder.

    `readings` has one a step, None where sentences go to the editor as written. `transcripts` are the words the recipe's lock pins.
    """

    key: str
    folder: str
    recipe: Recipe
    variant: Variant
    backend: Backend
    readings: tuple[Reading | None, ...] = ()
    transcripts: tuple[Transcript, ...] = ()


def select(recipes: Sequence[Recipe], options: Options) -> list[tuple[str, Recipe, Variant]]:
    """(key, recipe, variant) of all that is asked for, in order.

    Raises RecipeError when two recipes have one name or would write the same file, UsageError for an unknown variant or an impossible shard.
    """
    _distinct(recipes)
    every = [(_key(r, v, len(recipes) > 1), r, v) for r in recipes for v in r.variants]
    chosen = _only(every, options.only)
    i, n = options.shard
    if not 1 <= i <= n:
        raise UsageError(f"--shard {i}/{n} is no part of {n}", do=f"use 1/{n} to {n}/{n}")
    return chosen[i - 1 :: n]


def _key(recipe: Recipe, variant: Variant, several: bool) -> str:
    if not several:
        return variant.name
    return f"{recipe.name}.{variant.name}" if variant.name else recipe.name


def _distinct(recipes: Sequence[Recipe]) -> None:
    """A name is what tells recipes apart: by it each finds its editor and lock, its folder and its place in the report."""
    owners: dict[str, Recipe] = {}
    named: dict[str, Recipe] = {}
    problems = []
    for recipe in recipes:
        twin = named.setdefault(recipe.name, recipe)
        if twin is not recipe:
            what = f"{twin.file} and {recipe.file} are both called {recipe.name}"
            where = Where(str(recipe.file), path="$.name")
            problems.append(Problem(what, "give one of them another `name`, or run them one after the other", where))
        for export in (e for v in recipe.variants for e in v.exports):
            other = owners.setdefault(export.file, recipe)
            if other is not recipe:
                what = f"{recipe.file.name} and {other.file.name} would both write {export.file}"
                problems.append(Problem(what, "give one of the recipes another name", export.where))
    if problems:
        raise RecipeError.of(problems[:1])


def _only(every: list[tuple[str, Recipe, Variant]], names: Sequence[str]) -> list[tuple[str, Recipe, Variant]]:
    if not names:
        return every
    for name in names:
        if not any(_named(name, key, v) for key, _, v in every):
            known = sorted({key or v.name for key, _, v in every} - {""})
            raise UsageError(
                f"there is no variant {name!r}",
                do=f"the variants are {', '.join(known[:_SHOWN])}{f' and {len(known) - _SHOWN} more' if len(known) > _SHOWN else ''}"
                if known
                else "this recipe has no matrix, so leave --only out",
                nearest=difflib.get_close_matches(name, known),
            )
    return [w for w in every if any(_named(name, w[0], w[2]) for name in names)]


def _named(name: str, key: str, variant: Variant) -> bool:
    return fnmatchcase(key, name) or fnmatchcase(variant.name, name)
