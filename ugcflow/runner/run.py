"""The main road: read every sentence, look at the inputs, freeze the plan, carry the variants out, report."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import ugcflow
from ugcflow.errors import UgcflowError
from ugcflow.journal import Journal
from ugcflow.recipe.variant import Recipe
from ugcflow.redact import Redactor
from ugcflow.runner import failure, files, interrupt, reading, variant
from ugcflow.runner.backend import Backend, Backends
from ugcflow.runner.context import Context
from ugcflow.runner.live import Live, Watch
from ugcflow.runner.options import Options
from ugcflow.runner.ready import make_ready, prepare
from ugcflow.runner.work import Work, select

Report = Callable[[Path, Path, Sequence[str]], Any]
"""(run folder, output folder, kinds): writes the reports."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: its folder, exit code, what stopped it before any variant began, and why its reports could not be written."""

    folder: Path
    exit_code: int
    error: UgcflowError | None = None
    endings: tuple[variant.Ending, ...] = ()
    unreported: UgcflowError | None = None


def run(recipes: Sequence[Recipe], options: Options, backends: Backends, watch: Watch, report: Report) -> Outcome:
    """Carry recipes out and report. Raises UgcflowError only before there is a run folder to report into."""
    chosen = select(recipes, options)
    equipment = {r.name: backends(r.backend) for r in recipes}
    redact = Redactor.from_environment()
    files.prepare(options.out)
    folder = files.new_run(options.out)
    with Journal(folder / "events.jsonl", redact) as journal:
        context = Context(folder, options, Live(journal, watch), redact)
        _start(chosen, equipment, context)
        begun = time.monotonic()

        def stop() -> None:
            for backend in equipment.values():
                backend.stop()

        outcome = interrupt.run(_run(recipes, chosen, equipment, context), stop)
        try:
            _finish(outcome, begun, context)
            report(folder, options.out, options.reports)
        except Exception as problem:
            error = failure.of(problem, "writing the reports", folder, redact)
            return replace(outcome, exit_code=outcome.exit_code or error.exit_code, unreported=error)
    return outcome


def _start(chosen: Sequence[Any], equipment: dict[str, Backend], context: Context) -> None:
    recipes = {r.name: r for _, r, _ in chosen}
    first = next(iter(recipes.values()), None)
    context.live.write(
        "run_started", run=context.folder.name, version=ugcflow.__version__, out=str(context.options.out),
        name=" ".join(recipes), recipe=str(first.file) if first else "",
        backend=equipment[first.name].editor.name if first else "",
        recipes=[{"name": r.name, "file": str(r.file), "description": r.description, "backend": equipment[r.name].editor.name,
                  "sha256": r.sha256} for r in recipes.values()],
        variants=[{"variant": key, "recipe": r.name, "values": v.values,
                   "steps": [{"index": s.index, "id": s.id, "sentence": s.say, "on": s.on} for s in v.steps],
                   "exports": [{"export": e.output.name, "format": e.output.format, "file": e.file} for e in v.exports]}
                  for key, r, v in chosen],
        ci=bool(os.environ.get("CI")), shard=list(context.options.shard),
    )  # fmt: skip
    for warning in (w for r in recipes.values() for w in r.warnings):
        context.warn(None, f"{warning.where}: {warning.what}" if warning.where else warning.what, warning.do)


async def _run(recipes: Sequence[Recipe], chosen: Any, equipment: dict[str, Backend], context: Context) -> Outcome:
    try:
        tell = context.live.progress("", "plan", "plan")
        tell(None, "reading the sentences")
        works, problems = await asyncio.to_thread(prepare, recipes, chosen, equipment, context.options.locked)
        reading.refuse(problems)
        tell(None, "looking at the inputs")
        await make_ready(works, context)
        endings = await _carry_out(works, context)
    except asyncio.CancelledError:
        return Outcome(context.folder, interrupt.EXIT_CODE)
    except Exception as problem:
        error = failure.of(problem, "carrying out the run", context.folder, context.redact)
        return Outcome(context.folder, error.exit_code, error)
    finally:
        context.cancel()
        for backend in {id(b): b for b in equipment.values()}.values():
            await backend.editor.close()
    return Outcome(context.folder, max((e.exit_code for e in endings), default=0), None, tuple(endings))


async def _carry_out(works: Sequence[Work], context: Context) -> list[variant.Ending]:
    """The variants, so many at once; one that fails leaves the others going unless --fail-fast."""
    gate, stopped = asyncio.Semaphore(context.options.workers), asyncio.Event()

    async def one(work: Work) -> variant.Ending | None:
        async with gate:
            if stopped.is_set():
                return None
            ending = await variant.carry_out(work, context)
            if ending.exit_code and context.options.fail_fast:
                stopped.set()
            return ending

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(w)) for w in works]
    return [e for e in (t.result() for t in tasks) if e]


def _finish(outcome: Outcome, begun: float, context: Context) -> None:
    status = {0: "passed", interrupt.EXIT_CODE: "interrupted"}.get(outcome.exit_code, "failed")
    more = {"error": failure.to_json(outcome.error)} if outcome.error else {}
    context.live.write(
        "run_done", status=status, exit_code=outcome.exit_code, seconds=round(time.monotonic() - begun, 3), **more
    )
