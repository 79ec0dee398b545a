"""`extends`: a recipe laid over another. Maps merge, lists replace, a null takes an inherited entry away; places stay in their own files."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from ugcflow.errors import Problem, RecipeError
from ugcflow.recipe import document
from ugcflow.recipe.node import Node
from ugcflow.recipe.node import Path as NodePath

MAX_CHAIN = 20


def load(file: Path) -> Node:
    """The whole recipe of `file`, everything it extends merged in; `extends` itself is gone. Raises RecipeError."""
    return _load(file, ())


def merge(base: Node, over: Node, path: NodePath = ()) -> Node:
    """`over` laid over `base`: places, quotes and sizes are those of the node that won."""
    if not (base.is_map and over.is_map):
        return over
    values, keys = dict(base.items), dict(base.keys)
    if path[:1] == ("inputs",) and len(path) == 2 and {"file", "url"} & set(over.items):
        for other in ("file", "url", "sha256"):  # another file is another file: nothing of the old one holds
            values.pop(other, None)
    for key, value in over.items.items():
        if value.value is None and key in base.items:
            values.pop(key, None)
            continue
        values[key] = merge(values[key], value, (*path, key)) if key in values else value
        keys[key] = over.keys[key]
    return replace(over, value=values, keys={k: keys[k] for k in values})


def _load(file: Path, chain: tuple[Path, ...]) -> Node:
    root = document.load(file)
    if not root.is_map:
        kind = "a list" if isinstance(root.value, tuple) else "text"
        what = f"a recipe is a map of `key: value`, but this is {kind}"
        raise RecipeError.of([Problem(what, "Begin with `version: 1`.", root.where())])
    extends = root.get("extends")
    if extends is None:
        return root
    own = _without(root, "extends")
    return merge(_load(_target(file, root, extends, (*chain, file)), (*chain, file)), own)


def _target(file: Path, root: Node, extends: Node, chain: tuple[Path, ...]) -> Path:
    """The file `extends` names. Raises RecipeError when it can't be extended."""
    where = extends.where(("extends",))
    text = extends.text.strip()
    if not isinstance(extends.value, str) or not text:
        raise RecipeError.of(
            [Problem("`extends` names one recipe file", "Write `extends: ../brand/base.yaml`.", where)]
        )
    if "{{" in text:
        do = "Write the path out: a recipe is put together before its variables are known."
        raise RecipeError.of([Problem("`extends` can't hold a template", do, where)])
    if "://" in text:
        raise RecipeError.of(
            [Problem("`extends` names a file, not a URL", "Keep the base recipe in the repository.", where)]
        )
    target = Path(os.path.normpath(file.parent / text))
    names = [os.path.realpath(p) for p in chain]
    if os.path.realpath(target) in names:
        links = [*chain[names.index(os.path.realpath(target)) :], target]
        what = f"recipes extend each other in a circle: {' → '.join(str(p) for p in links)}"
        raise RecipeError.of([Problem(what, "Take one of these `extends` out.", where)])
    if len(chain) >= MAX_CHAIN:
        raise RecipeError.of([Problem(f"more than {MAX_CHAIN} recipes extend one another", "Flatten them.", where)])
    if not target.is_file():
        what = f"the recipe it extends is not there: {target}"
        raise RecipeError.of([Problem(what, f"The path is looked up from {file.parent or Path('.')}/.", where)])
    return target


def _without(node: Node, key: str) -> Node:
    return replace(node, value={k: v for k, v in node.items.items() if k != key})
