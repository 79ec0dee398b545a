"""A recipe as a tree whose every node knows where it was written, in which file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ugcflow.errors import Where
from ugcflow.recipe.scalar import Scalar
from ugcflow.recipe.source import Source

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A map, a list or a scalar. `text` is a scalar's text after YAML's unquoting; `start`/`end` are offsets in `source`.

    `keys` holds the node of each key of a map; `size` counts the nodes below, aliases counted every time they are used; `depth` the levels.
    """

    source: Source
    start: int
    end: int
    value: Scalar | tuple[Node, ...] | Mapping[str, Node]
    text: str = ""
    quoted: bool = False
    keys: Mapping[str, Node] = field(default_factory=dict)
    size: int = 1
    depth: int = 0

    @property
    def is_map(self) -> bool:
        return isinstance(self.value, Mapping)

    @property
    def items(self) -> Mapping[str, Node]:
        """The map's entries; empty for anything else."""
        return self.value if isinstance(self.value, Mapping) else {}

    @property
    def list(self) -> tuple[Node, ...]:
        """The list's entries; empty for anything else."""
        return self.value if isinstance(self.value, tuple) else ()

    def get(self, key: str) -> Node | None:
        return self.items.get(key)

    def where(self, path: Path = (), words: str = "", occurrence: int = 0) -> Where:
        """The place of this node, or of `words` inside its text (the `occurrence`-th of them, from 0)."""
        start, end = self._span(words, occurrence) if words else (self.start, self.end)
        return self.source.where(start, end, dotted(path))

    def within(self, path: Path, start: int, end: int) -> Where:
        """The place of the characters `start`…`end` of this scalar's text."""
        words = self.text[start:end]
        return self.where(path, words, self.text[:start].count(words) if words else 0)

    def _span(self, words: str, occurrence: int) -> tuple[int, int]:
        raw = self.source.text[self.start : self.end]
        at = -1
        for _ in range(occurrence + 1):
            at = raw.find(words, at + 1)
        return (self.start + at, self.start + at + len(words)) if at >= 0 else (self.start, self.end)

    def key_where(self, key: str, path: Path) -> Where:
        """The place of one of this map's keys."""
        node = self.keys.get(key)
        return node.where((*path, key)) if node else self.where((*path, key))


def dotted(path: Path) -> str:
    """`$.steps[1].say`; keys that are not plain words are quoted."""
    parts = ["$"]
    for part in path:
        if isinstance(part, int):
            parts.append(f"[{part}]")
        else:
            parts.append(f".{part}" if part.replace("-", "_").isidentifier() else f'["{part}"]')
    return "".join(parts)


def data(node: Node) -> Any:
    """The plain values of a tree: dict, list, and scalars."""
    if isinstance(node.value, Mapping):
        return {k: data(v) for k, v in node.value.items()}
    return [data(v) for v in node.value] if isinstance(node.value, tuple) else node.value


def at(root: Node, path: Path) -> tuple[Node, Path]:
    """The node at `path`, or the deepest there is on the way to it, and the path of what was found."""
    node = root
    for i, part in enumerate(path):
        below = node.get(part) if isinstance(part, str) else dict(enumerate(node.list)).get(part)
        if below is None:
            return node, path[:i]
        node = below
    return node, path


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every scalar at or below `node`, in order, with its path."""
    if node.is_map:
        for key, child in node.items.items():
            yield from scalars(child, (*path, key))
    elif node.list:
        for i, child in enumerate(node.list):
            yield from scalars(child, (*path, i))
    elif not isinstance(node.value, tuple):
        yield path, node


def put(node: Node, path: Path, new: Node) -> Node:
    """The tree with `new` in the place of what stands at `path`."""
    if not path:
        return new
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        children = tuple(put(c, rest, new) if i == head else c for i, c in enumerate(node.list))
        return replace(node, value=children)
    return replace(node, value={k: put(v, rest, new) if k == head else v for k, v in node.items.items()})
