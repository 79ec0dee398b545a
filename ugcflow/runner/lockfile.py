"""A lock as text: read with the place of every pin, so that what was mistyped by hand is shown where it stands; written always the same."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from ugcflow import schema
from ugcflow.errors import Problem, RecipeError, Where
from ugcflow.recipe import document
from ugcflow.recipe.nearest import suggest
from ugcflow.recipe.node import Node, data, dotted
from ugcflow.recipe.node import Path as NodePath
from ugcflow.recipe.scalar import Decimal, Integer, resolve
from ugcflow.recipe.wording import problems_of
from ugcflow.runner import transcript
from ugcflow.runner.lock import VERSION, Lock, path_for
from ugcflow.session import Operation, Transcript

_HEAD = "# What each sentence of {name} means to the studio. Written by `ugcflow lock`; edit it by hand where you know better.\n"
_HEARD = (
    "# Under `transcripts`, correct words in `say` and leave `at` (start+length of each word, ms): while a line keeps its number of\n"
    "# words each keeps its time, else the line's time is shared out by letters.\n"
)
_DO = "correct it, or write the lock anew with `ugcflow lock`"
_LIMIT = 30_000_000
_HEARD_KEYS = {"input", "file", "sha256", "language", "lines"}


def load(recipe: Path) -> Lock:
    """The lock beside a recipe, empty when there is none. Raises RecipeError with all that is wrong in it."""
    file = path_for(recipe)
    if not file.exists():
        return Lock(file)
    root = _root(file)
    reader = _Reader()
    pins = reader.pins(root.get("sentences"))
    heard = reader.transcripts(root.get("transcripts"))
    if reader.problems:
        raise RecipeError.of(reader.problems)
    rest = {k: _plain(data(v)) for k, v in root.items.items() if k not in ("version", "sentences", "transcripts")}
    return Lock(file, pins, heard, rest, there=True)


def dump(lock: Lock, recipe: str) -> str:
    """The lock as text, a line for each sentence and each parameter: the same lock gives the same text."""
    sentences = [{"say": say, "operations": [o.to_json() for o in operations]} for say, operations in lock.pins.items()]
    value: dict[str, Any] = {"version": VERSION, **lock.rest, "sentences": sentences}
    if lock.transcripts:
        value["transcripts"] = [
            {"input": t.input, "file": t.file, "sha256": t.sha256, "language": t.language, "lines": transcript.lines(t)}
            for t in lock.transcripts
        ]
    head = _HEAD.format(name=recipe) + (_HEARD if lock.transcripts else "")
    return head + _yaml(value)


def _yaml(value: dict[str, Any]) -> str:
    """YAML whose texts are read back as texts: PyYAML quotes by YAML 1.1, which takes `0E0` for one, and we read by 1.2."""
    import yaml

    class Dumper(yaml.SafeDumper):
        pass

    def text(dumper: yaml.SafeDumper, data: str) -> yaml.ScalarNode:
        return dumper.represent_scalar(
            "tag:yaml.org,2002:str", data, style=None if isinstance(resolve(data), str) else "'"
        )

    Dumper.add_representer(str, text)
    return yaml.dump(value, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=10**6)


def _root(file: Path) -> Node:
    try:
        root = document.load(file, what="lock", limit=_LIMIT)
    except RecipeError as error:
        raise RecipeError.of(
            [replace(p, do=p.do if "quote" in p.do.lower() else _DO) for p in error.problems]
        ) from None
    version = root.get("version")
    if version is None or version.value != VERSION:
        raise RecipeError(
            f"this is no lock of version {VERSION}",
            do=_DO,
            where=(version or root).where(("version",) if version else ()),
        )
    return root


class _Reader:
    """Nodes → pins; what is wrong is collected."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def pins(self, node: Node | None) -> dict[str, tuple[Operation, ...]]:
        pins: dict[str, tuple[Operation, ...]] = {}
        for i, entry in enumerate(self._entries(node, ("sentences",))):
            path: NodePath = ("sentences", i)
            say = entry.get("say")
            if say is None or not isinstance(say.value, str) or set(entry.items) - {"say", "operations"}:
                self._wrong("a pin is made of `say` and `operations`", entry.where(path))
            elif say.text in pins:
                self._wrong("this sentence is pinned twice", say.where((*path, "say")), "keep one of them")
            else:
                operations = self._entries(entry.get("operations"), (*path, "operations"))
                found = [self._operation(o, (*path, "operations", j)) for j, o in enumerate(operations)]
                pins[say.text] = tuple(o for o in found if o)
        return pins

    def transcripts(self, node: Node | None) -> tuple[Transcript, ...]:
        entries = self._entries(node, ("transcripts",))
        found = [self._transcript(e, ("transcripts", i)) for i, e in enumerate(entries)]
        return tuple(t for t in found if t)

    def _entries(self, node: Node | None, path: NodePath) -> tuple[Node, ...]:
        if node is None or node.value is None or node.value == ():
            return ()
        if not node.list:
            self._wrong(f"`{path[-1]}` is a list", node.where(path))
        return node.list

    def _operation(self, node: Node, path: NodePath) -> Operation | None:
        name = node.get("op")
        if name is None or not isinstance(name.value, str):
            self._wrong("an operation needs its `op`", node.where(path), "see `ugcflow ops`")
            return None
        if name.text not in _rules():
            do, close = suggest(name.text, _rules(), "see `ugcflow ops`")
            where = name.where((*path, "op"))
            self.problems.append(Problem(f"there is no operation `{name.text}`", do, where, close))
            return None
        value = self._fitting(node, name.text)
        before = len(self.problems)
        for error in _validator(name.text).iter_errors(value):
            self._mistaken(error, node, name.text, path)
        if len(self.problems) > before:
            return None
        return Operation(name.text, {k: v for k, v in value.items() if k != "op"}, words=name.text)

    def _fitting(self, node: Node, op: str) -> dict[str, Any]:
        """The operation's values; a number where only text can stand (`text: 2024`) is the text that was written."""
        rules = _rules().get(op, {}).get("properties", {})
        return {
            k: v.text
            if isinstance(v.value, int | float) and rules.get(k, {}).get("type") == "string"
            else _plain(data(v))
            for k, v in node.items.items()
        }

    def _mistaken(self, error: Any, node: Node, op: str, path: NodePath) -> None:
        inside = tuple(error.absolute_path)
        for problem in problems_of(error, node, inside, (op, *inside)):
            do = problem.do or str(error.schema.get("description", "")) or "see `ugcflow ops`"
            where = replace(problem.where or Where(), path=dotted((*path, *inside)))
            self.problems.append(replace(problem, do=do, where=where))

    def _transcript(self, node: Node, path: NodePath) -> Transcript | None:
        texts = {k: v.text for k, v in node.items.items() if k != "lines"}
        if (
            set(node.items) - _HEARD_KEYS
            or not texts.get("input")
            or not re.fullmatch("[0-9a-f]{64}", texts.get("sha256", ""))
        ):
            self._wrong("a transcript is made of `input`, `file`, `sha256`, `language` and `lines`", node.where(path))
            return None
        words: list[transcript.Word] = []
        for i, line in enumerate(self._entries(node.get("lines"), (*path, "lines"))):
            words += self._line(line, words, (*path, "lines", i))
        return Transcript(
            texts["input"], texts["sha256"], tuple(words), texts.get("language") or "en", texts.get("file", "")
        )

    def _line(self, node: Node, before: list[transcript.Word], path: NodePath) -> tuple[transcript.Word, ...]:
        say, times = node.get("say"), node.get("at")
        if set(node.items) != {"say", "at"} or say is None or times is None or say.list or times.list:
            self._wrong("a line is made of `say` and `at`", node.where(path))
            return ()
        try:
            words = transcript.words(say.text, times.text)
        except ValueError as error:
            self._wrong(
                str(error), times.where((*path, "at")), "put the times back as they were, or write the lock anew"
            )
            return ()
        if words and before and words[0][1] < before[-1][1] + before[-1][2]:
            self._wrong("this line begins before the one before it ends", times.where((*path, "at")))
        return words

    def _wrong(self, what: str, where: Where, do: str = _DO) -> None:
        self.problems.append(Problem(what, do, where))


def _plain(value: Any) -> Any:
    """Values without the memory of how they were written."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return int(value) if isinstance(value, Integer) else float(value) if isinstance(value, Decimal) else value


def _rules() -> dict[str, Any]:
    """The rule of each operation, by its name."""
    return {k: v for k, v in schema.load("operations")["$defs"].items() if k != "operation"}


@cache
def _validator(name: str) -> Any:
    from jsonschema import Draft202012Validator

    whole = Draft202012Validator(schema.load("operations"))
    return whole.evolve(schema=_rules()[name])
