"""Several cuts named in one sentence mean the times people saw before it: they are made at once, not one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ugcflow.session.reading import Operation


def joined_cuts(operations: Sequence[Operation]) -> tuple[Operation, ...]:
    """`trim_range` operations that follow one another with the same mode as one, which names its `ranges`."""
    out: list[Operation] = []
    for operation in operations:
        last = out[-1] if out else None
        if last and _same(last, operation):
            ranges = [*_ranges(last), *_ranges(operation)]
            out[-1] = replace(last, parameters={"mode": operation.parameters["mode"], "_ranges": ranges})
        else:
            out.append(operation)
    return tuple(out)


def _same(a: Operation, b: Operation) -> bool:
    both = a.op == b.op == "trim_range"
    return both and "mode" in b.parameters and a.parameters.get("mode") == b.parameters["mode"]


def _ranges(operation: Operation) -> list[tuple[float | None, float | None]]:
    p = operation.parameters
    return list(p["_ranges"]) if "_ranges" in p else [(p.get("start"), p.get("end"))]
