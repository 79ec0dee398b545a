"""`schemas/recipe.schema.json`: valid itself, and helpful to an editor that completes from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ugcflow import schema
from ugcflow.recipe import extend
from ugcflow.recipe.node import data

SCHEMA = schema.load("recipe")


def keys(rule: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(rule, dict):
        for name, below in rule.get("properties", {}).items():
            yield f"{path}.{name}", below
            yield from keys(below, f"{path}.{name}")
        for part in ("items", "additionalProperties", "then", "else", "$defs"):
            below = rule.get(part)
            parts = (below or {}).items() if part == "$defs" else [(part, below)]
            for name, one in parts or ():
                yield from keys(one, f"{path}/{name}")


def resolved(rule: dict[str, Any]) -> dict[str, Any]:
    return {**SCHEMA["$defs"][rule["$ref"].rsplit("/", 1)[1]], **rule} if "$ref" in rule else rule


def test_it_is_valid_2020_12() -> None:
    assert SCHEMA["$schema"].endswith("2020-12/schema")
    Draft202012Validator.check_schema(SCHEMA)


def test_every_key_is_described() -> None:
    found = dict(keys(SCHEMA))
    assert len(found) > 60
    assert [path for path, rule in found.items() if len(resolved(rule).get("description", "")) < 5] == []


def test_every_example_and_default_is_valid_where_it_stands() -> None:
    validator = Draft202012Validator(SCHEMA)
    wrong = []
    for path, rule in keys(SCHEMA):
        examples = [*rule.get("examples", []), *([rule["default"]] if "default" in rule else [])]
        wrong += [(path, e) for e in examples if not validator.evolve(schema=rule).is_valid(e)]
    assert wrong == []


def test_no_rule_gives_errors_nobody_can_read() -> None:
    assert not {"oneOf", "anyOf"} & {word for _, rule in keys(SCHEMA) for word in rule}


def test_it_accepts_the_example_as_any_validator_reads_it(tmp_path: Path) -> None:
    example = (Path(__file__).parent / "glow-serum.yaml").read_text()

    file = tmp_path / "recipe.yaml"
    file.write_text(example)
    Draft202012Validator(SCHEMA).validate(data(extend.load(file)))


@pytest.mark.parametrize("field", ["preset", "quality", "fps", "resolution", "name", "loudness"])
def test_a_template_may_stand_for_any_value(field: str) -> None:
    rule = SCHEMA["$defs"]["export"]["properties"][field]
    assert Draft202012Validator(rule).is_valid("{{ x }}")
