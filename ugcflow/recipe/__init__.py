"""Text → Variants. Pure: no network, no media, nothing written.

`load` reads a recipe file with everything it extends, its variables and its matrix, and answers with a `Recipe`, or raises one `RecipeError`
that carries every problem found, each at its file, line, column and recipe path.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from ugcflow.recipe.variant import Check, Export, Input, Recipe, Step, Variant

_NONE: Mapping[str, str] = MappingProxyType({})


def load(file: Path, *, variables: Mapping[str, str] = _NONE, vars_files: Sequence[Path] = ()) -> Recipe:
    """The recipe in `file`. `variables` are those of --var, `vars_files` of --vars-file (later ones win; --var wins over all).

    Raises RecipeError with all problems found.
    """
    from ugcflow.recipe import extend
    from ugcflow.recipe.build import build

    return build(file, extend.load(file), variables, vars_files)


__all__ = ["Check", "Export", "Input", "Recipe", "Step", "Variant", "load"]
