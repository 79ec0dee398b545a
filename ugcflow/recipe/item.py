"""One entry of a recipe (an input, a step, an export, the checks) that may hold templates: filled in for each variant, made once for each text.

A matrix of ten thousand variants makes an entry without templates once, and one with them once for every different filling.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from ugcflow.errors import Problem
from ugcflow.recipe.node import Node, Path, put, scalars
from ugcflow.recipe.shape import fit, leaf_problems, rule_at
from ugcflow.recipe.template import Expression, Template, TemplateError, condition, is_template, parse, undeclared

T = TypeVar("T")
Make = Callable[[Node, Path, list[Problem]], T]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that holds a template."""

    path: Path
    node: Node
    template: Template
    rule: Mapping[str, Any]

    def problem(self, error: TemplateError, variant: str = "") -> Problem:
        return at_error(error, self.node, self.path, variant)


@dataclass(slots=True)
class Item(Generic[T]):
    """An entry at `path` of the recipe `root`, and what it comes to. `when` is a step's condition, None without one."""

    root: Node
    node: Node
    path: Path
    make: Make[T]
    leaves: tuple[Leaf, ...] = ()
    when: Expression | None = None
    _made: dict[tuple[str, ...], tuple[T, list[Problem]]] = field(default_factory=dict)

    def of(self, scope: Mapping[str, Any], variant: str, problems: list[Problem]) -> T | None:
        """The entry filled in for a variant; None, and the reason in `problems`, when it can't be."""
        texts = []
        for leaf in self.leaves:
            try:
                texts.append(leaf.template.render(scope))
            except TemplateError as error:
                problems.append(leaf.problem(error, variant))
                return None
        key = tuple(texts)
        if key not in self._made:
            self._made[key] = self._fill(key)
        made, wrong = self._made[key]
        problems += wrong
        return None if wrong else made

    def _fill(self, texts: tuple[str, ...]) -> tuple[Any, list[Problem]]:
        node, wrong = self.node, list[Problem]()
        for leaf, text in zip(self.leaves, texts, strict=True):
            filled = replace(leaf.node, value=fit(text, dict(leaf.rule)), text=text)
            wrong += leaf_problems(self.root, leaf.path, filled)
            node = put(node, leaf.path[len(self.path) :], filled)
        return (None if wrong else self.make(node, self.path, wrong)), wrong


def prepare(
    root: Node, node: Node, path: Path, make: Make[T], known: list[str], problems: list[Problem]
) -> Item[T] | None:
    """An entry with its templates read; None, with the reasons in `problems`, when one of them can't be."""
    item = Item(root, node, path, make)
    before = len(problems)
    leaves = []
    for where, leaf in scalars(node, path):
        is_when = where[:1] == ("steps",) and len(where) == 3 and where[2] == "when"
        try:
            if is_when:
                item.when = condition(leaf.text)
                problems += [at_error(e, leaf, where) for e in undeclared([item.when], known)]
            elif is_template(leaf.text):
                template = parse(leaf.text)
                problems += [at_error(e, leaf, where) for e in undeclared(template.expressions, known)]
                leaves.append(Leaf(where, leaf, template, rule_at(root, where)))
        except TemplateError as error:
            problems.append(at_error(error, leaf, where))
    item.leaves = tuple(leaves)
    return item if len(problems) == before else None


def at_error(error: TemplateError, node: Node, path: Path, variant: str = "") -> Problem:
    """A template's error at its words in the recipe."""
    what = f"{error.what} (variant {variant})" if variant else error.what
    where = node.within(path, error.start, error.end) if error.end > error.start else node.where(path)
    return Problem(what, error.do, where, error.nearest)
