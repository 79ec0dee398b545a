"""A plan and a reading as text: the sentence cut into the words that mean something, and what each of them means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ugcflow.errors import Problem, Where
from ugcflow.report.diagnostics import frames
from ugcflow.report.phrases import clip, seconds, size
from ugcflow.session import Reading

Plan = dict[str, Any]
_STYLES = {"bold": "1", "dim": "2", "op": "36", "ask": "33"}


def text(plan: Plan, color: bool = False) -> str:
    """The whole plan, as `ugcflow plan` prints it."""
    lines: list[str] = []
    for recipe in plan["recipes"]:
        own = [v for v in plan["variants"] if v["recipe"] == recipe["name"]]
        lines += [*_recipe(recipe, own, color), ""]
    if plan["problems"]:
        return "\n".join([*lines, frames([_problem(p) for p in plan["problems"]], color)])
    return "\n".join([*lines, _verdict(plan, color)])


def reading_text(reading: Reading, color: bool = False) -> str:
    """One sentence and what it means, or what would be asked."""
    operations = [
        {"op": o.op, "parameters": o.parameters, "defaults": o.defaults, "words": o.words} for o in reading.operations
    ]
    lines = [_paint(f"“{reading.text}”", "bold", color), *_operations(operations, color)]
    for question in reading.questions:
        lines.append(f"    {_paint('?', 'ask', color)} “{question.words}”: {question.why}")
        lines += [f"      try: “{near}”" for near in question.nearest]
    if len(lines) == 1:
        lines.append("    nothing to do")
    return "\n".join(lines)


def _recipe(recipe: Plan, variants: list[Plan], color: bool) -> Iterator[str]:
    head = f"{recipe['name']} ({recipe['backend']})"
    yield _paint(head, "bold", color) + (f" · {recipe['description']}" if recipe["description"] else "")
    if not variants:
        return
    inputs = {(i["id"], i["file"] or i["url"]): i for v in variants for i in v["inputs"]}
    yield from _inputs(list(inputs.values()), color)
    yield from _shared(variants, color)
    yield _paint("  outputs", "dim", color)
    for variant in variants:
        for export in variant["exports"]:
            yield f"    {export['file']}  {_shape(export)}".rstrip()


def _inputs(inputs: list[Plan], color: bool) -> Iterator[str]:
    yield _paint("  inputs", "dim", color)
    for source in inputs:
        name = Path(source["file"]).name or source["url"].split("?")[0]
        facts = source["facts"] or {}
        more = [
            f"{source['seconds']:.1f} s" if source["seconds"] else "",
            f"{facts['width']}x{facts['height']}" if facts.get("width") else "",
            size(source["bytes"]) if source["bytes"] else "",
            source["role"],
            "" if source["found"] else "NOT FOUND",
        ]
        yield f"    {source['id']}: {name}  " + " · ".join(m for m in more if m)


def _shared(variants: list[Plan], color: bool) -> Iterator[str]:
    """Steps that all variants share once; with a matrix, the others by variant."""
    yield _paint("  steps", "dim", color)
    shown: set[str] = set()
    for variant in variants:
        fresh = [s for s in variant["steps"] if s["say"] not in shown]
        if fresh and len(variants) > 1 and variant is not variants[0]:
            yield f"    in {variant['variant']}:"
        for step in fresh:
            shown.add(step["say"])
            on = f" (of {step['on']})" if step["on"] else ""
            pinned = _paint("  pinned", "dim", color) if (step["understood"] or {}).get("pinned") else ""
            yield f"    {step['index']}. “{clip(step['say'], 150)}”{on}{pinned}"
            if step["understood"]:
                yield from ("   " + line for line in _operations(step["understood"]["operations"], color))
                yield from (
                    "       " + _paint(f"? {q['words']}: {q['why']}", "ask", color)
                    for q in step["understood"]["questions"]
                )
            for check in step["expect"]:
                yield f"       expect {check['what']} {check['wanted']}"


def _operations(operations: list[Plan], color: bool) -> Iterator[str]:
    words = [f"“{clip(o['words'], 44)}”" if o["words"] else "" for o in operations]
    wide = max((len(w) for w in words), default=0)
    for said, operation in zip(words, operations, strict=True):
        stated = " ".join(f"{k}={_value(v)}" for k, v in operation["parameters"].items())
        assumed = ", ".join(
            f"{k} {_value(v)}"
            for k, v in operation["defaults"].items()
            if k not in operation["parameters"] and v is not None
        )
        more = f"{operation['op']} {stated}".rstrip()
        line = f"    {said:<{wide}} → {_paint(more, 'op', color)}" if wide else f"    {_paint(more, 'op', color)}"
        yield line + (_paint(f"  ({assumed})", "dim", color) if assumed else "")


def _value(value: Any) -> str:
    return (
        f"{value:g}"
        if isinstance(value, float)
        else f"“{value}”"
        if isinstance(value, str) and " " in value
        else str(value)
    )


def _shape(export: Plan) -> str:
    parts = [
        f"{export['width']}x{export['height']}" if export["width"] else "",
        f"{export['fps']:g} fps" if export["fps"] else "",
        f"{export['loudness']:g} LUFS"
        if export["loudness"] is not None and export["format"] not in ("srt", "vtt", "png", "jpg")
        else "",
        *(f"check {c['what']} {c['wanted']}" for c in export["checks"]),
    ]
    return " · ".join(p for p in parts if p)


def _verdict(plan: Plan, color: bool) -> str:
    count = len(plan["variants"])
    files = sum(len(v["exports"]) for v in plan["variants"])
    parts = [
        f"{count} variant{'s' if count != 1 else ''}",
        f"{files} file{'s' if files != 1 else ''}",
        f"about {seconds(plan['seconds'])}",
    ]
    parts.append(f"about {plan['credits']:g} credits" if plan["credits"] else "costs nothing")
    return _paint("Would make: ", "bold", color) + ", ".join(parts)


def _problem(data: Plan) -> Problem:
    where = Where(**data["where"]) if data["where"] else None
    return Problem(data["what"], data["do"], where, tuple(data["nearest"]), data["severity"])


def _paint(word: str, style: str, color: bool) -> str:
    return f"\033[{_STYLES[style]}m{word}\033[0m" if color else word
