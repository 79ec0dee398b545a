"""The operations as JSON Schema: `schemas/operations.schema.json` is what this says, written by `python -m ugcflow.studio.operation_schema`.

It describes a list of operations as `ugcflow understand` answers it and a lock pins it. Which operation governs an entry is told by `op` alone
(`if`/`then` rather than `oneOf`), so that an error names the parameter at fault.
"""

from __future__ import annotations

import json
from typing import Any

from ugcflow.studio.operation import Parameter, Spec
from ugcflow.studio.operations import all_operations

Rule = dict[str, Any]
_TIME = {"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?%$"}
_KINDS: dict[str, tuple[str, Rule]] = {
    "seconds": ("Seconds of the edit; a negative time counts from its end, “20%” is a share of it.", _TIME),
    "factor": ("How many times as fast.", {"type": "number", "exclusiveMinimum": 0}),
    "text": ("", {"type": "string", "minLength": 1}),
    "choice": ("", {"type": "string"}),
    "aspect": ("Width to height.", {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?:[0-9]+(\.[0-9]+)?$"}),
    "language": ("A language code, as en or zh.", {"type": "string", "pattern": r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}),
    "level": ("up or down, a share (0.2, “20%”, “-20%”) or decibels (“+6 dB”).", {"type": ["number", "string"], "minLength": 1}),
    "number": ("", {"type": "number"}),
    "place": ("Where in the picture, as top, bottom left, lower third.", {"type": "string", "minLength": 1}),
    "style": ("A look by its name, or its settings.", {"type": ["string", "object"], "minLength": 1}),
    "query": ("What it should be like, in words, or the id of an input.", {"type": "string", "minLength": 1}),
    "flag": ("", {"type": "boolean"}),
}  # fmt: skip


def operations_schema() -> Rule:
    """The schema of a list of operations; each operation alone is in `$defs` under its name."""
    specs = all_operations().values()
    one = {
        "type": "object",
        "required": ["op"],
        "properties": {"op": {"enum": [s.name for s in specs]}},
        "allOf": [
            {
                "if": {"properties": {"op": {"const": s.name}}, "required": ["op"]},
                "then": {"$ref": f"#/$defs/{s.name}"},
            }
            for s in specs
        ],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What a sentence means to the studio: its operations, in the order to carry them out",
        "description": "Times are seconds. Written by `python -m ugcflow.studio.operation_schema` out of the operations' own files.",
        "type": "array",
        "items": {"$ref": "#/$defs/operation"},
        "$defs": {"operation": one, **{s.name: _operation(s) for s in specs}},
    }


def _operation(spec: Spec) -> Rule:
    return {
        "description": f"{spec.summary}. “{spec.example}”",
        "type": "object",
        "required": ["op", *(p.name for p in spec.parameters if p.required)],
        "properties": {"op": {"const": spec.name}, **{p.name: _parameter(p) for p in spec.parameters}},
        "additionalProperties": False,
    }


def _parameter(parameter: Parameter) -> Rule:
    told, rule = _KINDS[parameter.kind]
    limits = {"minimum": parameter.minimum, "maximum": parameter.maximum}
    described = {"description": parameter.help or told} if parameter.help or told else {}
    choices = {"enum": list(parameter.choices)} if parameter.choices else {}
    return {**described, **rule, **choices, **{k: v for k, v in limits.items() if v is not None}}


def dumped() -> str:
    """The text of the file."""
    return json.dumps(operations_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    print(dumped(), end="")
