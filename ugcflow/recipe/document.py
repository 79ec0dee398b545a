"""YAML text → a tree of nodes: core scalars, no duplicate keys, merge keys by the usual rules, aliases that can't explode.

The parser is PyYAML's (libyaml where it is built in: the same events and offsets, twenty times faster); what its events mean is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import yaml

from ugcflow.errors import Problem, RecipeError
from ugcflow.recipe.node import Node, dotted
from ugcflow.recipe.node import Path as NodePath
from ugcflow.recipe.scalar import Scalar, resolve
from ugcflow.recipe.source import Source, read
from ugcflow.recipe.syntax import explain

MAX_DEPTH = 50
MAX_NODES = 500_000
PATIENCE = 100_000  # characters
_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}


def load(file: Path, *, what: str = "recipe", limit: int = 1_000_000) -> Node:
    """The tree of a YAML file. Raises RecipeError with every problem found."""
    source = read(file, what=what, limit=limit)
    return parse(source, what)


def parse(source: Source, what: str = "recipe") -> Node:
    """The tree of a YAML text. Raises RecipeError for anything that is not one well-formed document."""
    builder = _Builder(source)
    try:
        root = builder.document(_events(source))
    except yaml.YAMLError as error:
        raise RecipeError.of([explain(source, error)]) from None
    except RecursionError:
        raise RecipeError.of([Problem("this is nested too deeply", "", source.where(0, 0))]) from None
    if root is None:
        raise RecipeError.of(
            [Problem(f"the {what} is empty", f"Write one, or name another {what}.", source.where(0, 0))]
        )
    if builder.problems:
        raise RecipeError.of(builder.problems)
    return root


def _events(source: Source) -> list[Any]:
    try:
        return _parsed(source, _FAST)
    except yaml.YAMLError:
        if len(source.text) > PATIENCE:
            raise
        return _parsed(source, yaml.SafeLoader)  # slow, but its errors tell more


def _parsed(source: Source, loader: Any) -> list[Any]:
    """Every event; stops at the depth limit, because the parsers take quadratic time on deep nesting."""
    events: list[Any] = []
    depth = 0
    for event in yaml.parse(source.text, Loader=loader):
        events.append(event)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            where = source.where(*_span(event), "$")
            raise RecipeError.of([Problem(f"this is nested more than {MAX_DEPTH} deep", "Keep it flatter.", where)])
    return events


class _Builder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self._anchors: dict[str, Node | None] = {}

    def document(self, events: list[Any]) -> Node | None:
        """The one document's root; None when there is nothing."""
        stream: Iterator[Any] = iter(events)
        root = None
        for event in stream:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._stop(event, "a second document begins here", "Keep one recipe in a file: take out the `---`.")
                root = self._node(next(stream), stream, ())
        if root is None or (root.value is None and not root.text):
            return None
        return root

    def _node(self, event: Any, stream: Iterator[Any], path: NodePath) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if event.anchor:
            self._anchors[event.anchor] = None
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._list(event, stream, path)
        else:
            node = self._map(event, stream, path)
        if event.anchor:
            self._anchors[event.anchor] = node
        if node.depth > MAX_DEPTH:
            self._stop(event, f"this is nested more than {MAX_DEPTH} deep", "Keep it flatter.")
        if node.size > MAX_NODES:
            self._stop(event, "aliases make this far too large", "Write out what is meant, or use fewer `*aliases`.")
        return node

    def _alias(self, event: Any) -> Node:
        name = str(event.anchor)
        if name not in self._anchors:
            do = f"Anchors so far: {', '.join('&' + a for a in self._anchors)}." if self._anchors else ""
            self._stop(
                event, f"there is no anchor &{name} before this", do or f"Mark the value it stands for with `&{name}`."
            )
        node = self._anchors[name]
        if node is None:
            self._stop(event, f"*{name} stands inside the very value it names", "Write out what is meant.")
        return node

    def _scalar(self, event: Any) -> Node:
        quoted = event.style in set("'\"|>") or event.tag == "tag:yaml.org,2002:str"
        if event.tag not in _TAGS:
            self._stop(
                event,
                f"the tag {_tag(event.tag)} means nothing in a recipe",
                "Take it out; quote the value if it is text.",
            )
        value: Scalar = event.value if quoted else resolve(event.value)
        return Node(self.source, *_span(event), value, event.value, quoted)

    def _list(self, event: Any, stream: Iterator[Any], path: NodePath) -> Node:
        self._tagged(event)
        items: list[Node] = []
        while not isinstance(below := _next(stream), yaml.SequenceEndEvent):
            items.append(self._node(below, stream, (*path, len(items))))
        start = _span(event)[0]
        end = max(start, _span(below)[1]) if event.flow_style else max([start, *(i.end for i in items)])
        return Node(self.source, start, end, tuple(items), size=1 + sum(i.size for i in items), depth=_below(items))

    def _map(self, event: Any, stream: Iterator[Any], path: NodePath) -> Node:
        self._tagged(event)
        values: dict[str, Node] = {}
        keys: dict[str, Node] = {}
        merged: list[Node] = []
        while not isinstance(below := _next(stream), yaml.MappingEndEvent):
            key = self._key(below, stream, path)
            value = self._node(next(stream), stream, (*path, key.text))
            if key.text == "<<" and not key.quoted:
                merged += self._merge(key, value)
            elif key.text in values:
                self._duplicate(key, keys[key.text], path)
            else:
                values[key.text], keys[key.text] = value, key
        for other in merged:  # earlier ones win, and the map's own keys win over all
            for name in other.items:
                if name not in values:
                    values[name], keys[name] = other.items[name], other.keys[name]
        start = _span(event)[0]
        end = _span(below)[1] if event.flow_style else max([start, *(v.end for v in values.values())])
        return Node(
            self.source,
            start,
            end,
            values,
            keys=keys,
            size=1 + sum(v.size for v in values.values()),
            depth=_below(values.values()),
        )

    def _key(self, event: Any, stream: Iterator[Any], path: NodePath) -> Node:
        start = _span(event)[0]
        if isinstance(event, yaml.MappingStartEvent) and self.source.text[start - 1 : start + 1] == "{{":
            self._stop(
                event, "a template must stand in quotes, or YAML reads its braces as a map", 'Write it as "{{ … }}".'
            )
        if not isinstance(event, yaml.ScalarEvent):
            self._stop(event, "a key must be a word, not a list, a map or an alias", "")
        return self._node(event, stream, path)

    def _merge(self, key: Node, value: Node) -> list[Node]:
        maps = list(value.list) or [value]
        if not all(m.is_map for m in maps):
            self.problems.append(
                Problem("`<<` takes in maps only", "Give it *an-alias of a map, or a list of them.", key.where())
            )
            return []
        return maps

    def _duplicate(self, key: Node, first: Node, path: NodePath) -> None:
        line = first.where().line
        what = f"`{key.text}` stands here a second time; the first is on line {line}"
        self.problems.append(Problem(what, "Keep one of them.", key.where((*path, key.text))))

    def _tagged(self, event: Any) -> None:
        if event.tag not in _TAGS:
            self._stop(event, f"the tag {_tag(event.tag)} means nothing in a recipe", "Take it out.")

    def _stop(self, event: Any, what: str, do: str) -> NoReturn:
        where = self.source.where(*_span(event), dotted(()))
        raise RecipeError.of([*self.problems, Problem(what, do, where)])


def _below(children: Iterable[Node]) -> int:
    return 1 + max((c.depth for c in children), default=0)


def _next(stream: Iterator[Any]) -> Any:
    return next(stream)


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _tag(tag: object) -> str:
    return str(tag).replace("tag:yaml.org,2002:", "!!")
