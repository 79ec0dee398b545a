"""A JSON Schema error → sentences a person can act on, each at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from ugcflow.errors import Problem
from ugcflow.recipe.nearest import nearest, quoted, suggest
from ugcflow.recipe.node import Node, Path, at, dotted
from ugcflow.recipe.scalar import resolve, written
from ugcflow.recipe.slug import slug

_KINDS = {
    "string": "text", "object": "a map (`key: value`)", "array": "a list", "number": "a number",
    "integer": "a whole number", "boolean": "true or false", "null": "nothing",
}  # fmt: skip


def problems_of(error: Any, root: Node, path: Path, at_path: Path | None = None) -> list[Problem]:
    """The problems one schema error comes to. `root` holds the value at `path`; `at_path` is how to call that place, if otherwise."""
    node, _ = at(root, path)
    return list(_WORDS.get(error.validator, _other)(error, node, path if at_path is None else at_path))


def _unknown_keys(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    known = list(error.schema.get("properties", {}))
    patterns = error.schema.get("patternProperties", {})
    for key in error.instance:
        if key in known or any(re.search(p, key) for p in patterns):
            continue
        do, close = _key_advice(key, known, node)
        what = f"`{key}` is not a key of {place(path)}" if key else f"{place(path)} has a key without a name"
        yield Problem(what, do, node.key_where(key, path), close)


def _key_advice(key: str, known: list[str], node: Node) -> tuple[str, tuple[str, ...]]:
    value = node.items[key]
    if " " in key.strip() and value.value is None:
        return "Put text that has a comma in quotes; inside { } a comma begins the next key.", ()
    if " " in key.strip():
        return "Put a sentence that has a colon in quotes.", ()
    return suggest(key, known, f"Its keys are {', '.join(known)}.")


def _required(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    missing = [k for k in error.validator_value if k not in error.instance]
    key = next((k for k in missing if error.message.startswith(repr(k))), missing[0])
    if any(nearest(k, [key]) or " " in k for k in error.instance if k not in _keys_of(error)):
        return  # it is there, misspelt, and said so
    what = f"{place(path)} has no `{key}`"
    first = next(iter(node.keys.values()), node)  # the whole map would underline far too much
    yield Problem(what, _about(error, key), first.where(path))


def _keys_of(error: Any) -> set[str]:
    """The keys that are right where something is missing: of the rule, or of the whole recipe."""
    from ugcflow import schema

    return set(error.schema.get("properties") or schema.load("recipe")["properties"])


def _about(error: Any, key: str) -> str:
    from ugcflow import schema

    known = error.schema.get("properties") or schema.load("recipe")["properties"]
    about = known.get(key, {})
    examples = about.get("examples")
    example = f" For example `{key}: {_inline(examples[0])}`." if examples else ""
    return f"{about.get('description', 'Add it.')}{example}"


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_inline(v)}" for k, v in value.items()) + "}"
    return "[" + ", ".join(_inline(v) for v in value) + "]" if isinstance(value, list) else written(value)


def _type(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    wanted = [error.validator_value] if isinstance(error.validator_value, str) else error.validator_value
    kinds = " or ".join(_KINDS[k] for k in wanted)
    if error.instance is None:
        yield Problem(f"{place(path)} has no value", f"Give it {kinds}{_examples(error)}.", node.where(path))
        return
    if _is_unquoted_template(node):
        yield Problem(
            "a template must stand in quotes, or YAML reads its braces as a map",
            'Write it as "{{ … }}".',
            node.where(path),
        )
        return
    what = f"{place(path)} must be {kinds}, not {_kind(error.instance)}"
    yield Problem(what, _examples(error, "For example ", ".") or "", node.where(path))


def _is_unquoted_template(node: Node) -> bool:
    return node.is_map and node.source.text[node.start : node.start + 2] == "{{"


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return f"`{written(value)}`"
    if isinstance(value, dict):
        return "a map"
    return "a list" if isinstance(value, list) else f"`{_short(value)}`"


def _examples(error: Any, before: str = ", for example ", after: str = "") -> str:
    examples = error.schema.get("examples") or []
    return f"{before}`{_inline(examples[0])}`{after}" if examples else ""


def _enum(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    words = [str(w) for w in error.validator_value]
    do, close = suggest(written(error.instance), words, f"Write {quoted(words)}.")
    if close:
        do = f"{do} There is {', '.join(words)}."
    yield Problem(f"`{_short(error.instance)}` is not a value of {place(path)}", do, node.where(path), close)


def _const(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    wanted = written(error.validator_value)
    if written(error.instance) == wanted:
        yield Problem(f"{place(path)} is a number: take the quotes off", f"Write `{wanted}`.", node.where(path))
        return
    what = f"this program reads {place(path)} {wanted}, not `{_short(error.instance)}`"
    yield Problem(what, f"Write `version: {wanted}`.", node.where(path))


def _pattern(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    if not str(error.instance).strip():
        what = f"{place(path)} is empty"
        yield Problem(what, _sentence(error.schema.get("errorMessage", "")) or "Give it a value.", node.where(path))
        return
    what = f"`{_short(error.instance)}` can't be {place(path)}"
    if node.quoted and isinstance(resolve(str(error.instance)), int | float):
        yield Problem(f"{what}: it is a number in quotes", "Take the quotes off.", node.where(path))
        return
    message = _sentence(error.schema.get("errorMessage") or _parent_message(error))
    if "a-z, 0-9 and dashes" in message and (near := slug(str(error.instance))).isascii():
        yield Problem(what, f"{message} For example `{near}`.", node.where(path), (near,))
        return
    yield Problem(what, (message + _examples(error, " For example ", ".")).strip(), node.where(path))


def _property_name(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    name = str(error.instance)
    is_variable = "_" in str(error.validator_value)
    near = re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_") if is_variable else slug(name)
    do = _sentence(error.schema.get("errorMessage", ""))
    ok = bool(near) and re.search(str(error.validator_value), near) is not None
    yield Problem(
        f"`{name}` can't be a name in {place(path)}",
        f"{do} For example `{near}`." if ok else do,
        node.key_where(name, path),
        (near,) if ok else (),
    )


def _range(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    bounds = {"minimum": "at least", "maximum": "at most", "exclusiveMinimum": "more than"}
    what = f"{place(path)} must be {bounds[error.validator]} {error.validator_value}, not {written(error.instance)}"
    yield Problem(what, _sentence(_parent_message(error)), node.where(path))


def _parent_message(error: Any) -> str:
    """The `errorMessage` of the rule whose `then`/`else` this came from."""
    from ugcflow import schema

    rule: Any = schema.load("recipe")
    message = str(error.schema.get("errorMessage", ""))
    for part in error.absolute_schema_path:
        if part in ("if", "$ref"):  # a branch is the rule's own, a reference is followed below
            continue
        rule = rule.get(part) if isinstance(rule, dict) else None
        if isinstance(rule, dict) and "$ref" in rule:
            rule = schema.load("recipe")["$defs"][rule["$ref"].rsplit("/", 1)[1]]
        if isinstance(rule, dict) and isinstance(rule.get("errorMessage"), str):
            message = rule["errorMessage"]
    return message


def _empty(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    yield Problem(f"{place(path)} is empty", "Give it at least one entry, or take it out.", node.where(path))


def _too_long(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    what = f"{place(path)} is longer than {error.validator_value} characters"
    yield Problem(what, "Make it shorter.", node.where(path))


def _other(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    if error.validator == "pattern" or error.parent is not None:
        yield from _pattern(error, node, path)
        return
    yield Problem(
        f"{place(path)} is not right: `{_short(error.instance)}`",
        str(error.schema.get("description", "")),
        node.where(path),
    )


def place(path: Path) -> str:
    """`the recipe`, `step 2`, `export 1`, `\\`timeout\\` of step 2`: how people call a place."""
    if not path:
        return "the recipe"
    nouns = {"steps": "step", "export": "export"}
    if len(path) >= 2 and isinstance(path[1], int) and path[0] in nouns:
        item = f"{nouns[str(path[0])]} {path[1] + 1}"
        rest = path[2:]
        return f"`{dotted(rest)[2:]}` of {item}" if rest else item
    if len(path) >= 2 and path[0] == "inputs":
        rest = path[2:]
        return f"`{dotted(rest)[2:]}` of input `{path[1]}`" if rest else f"input `{path[1]}`"
    return f"`{dotted(path)[2:]}`"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "." if text else ""


def _short(value: Any) -> str:
    text = " ".join(written(value).split())
    return text if len(text) <= 60 else text[:57] + "…"


def _name_or_pattern(error: Any, node: Node, path: Path) -> Iterator[Problem]:
    is_key = "propertyNames" in error.absolute_schema_path
    yield from (_property_name if is_key else _pattern)(error, node, path)


_Words = Callable[[Any, Node, Path], Iterator[Problem]]
_WORDS: dict[str, _Words] = {
    "additionalProperties": _unknown_keys, "required": _required, "type": _type, "enum": _enum, "const": _const,
    "pattern": _name_or_pattern, "minimum": _range, "maximum": _range, "exclusiveMinimum": _range,
    "minItems": _empty, "minProperties": _empty, "minLength": _empty, "maxLength": _too_long,
}  # fmt: skip
