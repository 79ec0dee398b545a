"""`ugcflow ops`: List the operations the studio knows."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

_ORDER = ("cutting", "words", "sound", "picture", "session")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(as_json: bool) -> None:
    """Every operation: what it does, its parameters, and a sentence that asks for it."""
    from ugcflow import backends

    specs = list(backends.operations().values())
    if as_json:
        rows = [
            {
                "op": s.name,
                "group": s.group,
                "summary": s.summary,
                "example": s.example,
                "built": s.built,
                "parameters": [asdict(p) for p in s.parameters],
            }
            for s in specs
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for group in sorted({s.group for s in specs}, key=lambda g: _ORDER.index(g) if g in _ORDER else 9):
        click.echo(click.style(f"\n{group}", bold=True))
        for spec in (s for s in specs if s.group == group):
            parameters = ", ".join(p.name if p.required else f"{p.name}?" for p in spec.parameters)
            name = f"{spec.name}({parameters})" if parameters else spec.name
            click.echo(f"  {name}" + ("" if spec.built else "  — not built yet"))
            click.echo(click.style(f"      {spec.summary}. “{spec.example}”", dim=True))
