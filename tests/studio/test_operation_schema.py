"""The schema of operations: in step with their files, exact about what is wrong, and true of everything the reader answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ugcflow import schema
from ugcflow.studio.language import StudioReader
from ugcflow.studio.operation_schema import dumped
from ugcflow.studio.operations import all_operations

CORPUS = sorted((Path(__file__).parent / "language" / "corpus").glob("*.jsonl"))


def errors(*operations: dict[str, Any]) -> list[str]:
    found = Draft202012Validator(schema.load("operations")).iter_errors(list(operations))
    return [f"{e.json_path}: {e.message}" for e in found]


def test_the_file_is_what_the_operations_say() -> None:
    written = schema.path("operations").read_text(encoding="utf-8")
    assert written == dumped(), "run: python -m ugcflow.studio.operation_schema > schemas/operations.schema.json"


def test_it_is_a_schema_and_knows_every_operation() -> None:
    described = schema.load("operations")
    Draft202012Validator.check_schema(described)
    assert set(described["$defs"]) - {"operation"} == set(all_operations())


@pytest.mark.parametrize("file", CORPUS, ids=lambda f: f.stem)
def test_whatever_the_reader_answers_fits_it(file: Path) -> None:
    reader = StudioReader()
    texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines() if line]
    assert texts
    assert not {t: e for t in texts if (e := errors(*(o.to_json() for o in reader.read(t).operations)))}


@pytest.mark.parametrize(("operation", "told"), [
    ({"op": "fit_duration", "seconds": "soon"}, "$[0].seconds: 'soon' does not match"),
    ({"op": "fit_duration"}, "$[0]: 'seconds' is a required property"),
    ({"op": "fit_duration", "seconds": 30, "sekonds": 3}, "$[0]: Additional properties are not allowed ('sekonds' was unexpected)"),
    ({"op": "fade", "dir": "sideways"}, "$[0].dir: 'sideways' is not one of ['in', 'out']"),
    ({"op": "reframe", "aspect": 556}, "$[0].aspect: 556 is not of type 'string'"),
    ({"op": "explode"}, "$[0].op: 'explode' is not one of"),
    ({}, "$[0]: 'op' is a required property"),
])  # fmt: skip
def test_it_names_what_is_wrong(operation: dict[str, Any], told: str) -> None:
    found = errors(operation)
    assert len(found) == 1
    assert found[0].startswith(told)


def test_it_takes_what_people_pin() -> None:
    assert not errors(
        {"op": "trim_range", "mode": "keep", "start": -5, "end": "100%"},
        {"op": "captions", "style": {"preset": "bold"}},
    )
