"""One step: the sentence sent once, what the editor said, the state after it, and what was expected of it."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from dataclasses import asdict
from typing import Any

from ugcflow.errors import CheckError, ProtocolError, StepError, UgcflowError, Where
from ugcflow.recipe.variant import Step
from ugcflow.runner import checks, failure
from ugcflow.runner.context import Context
from ugcflow.runner.words import locate
from ugcflow.runner.work import Work
from ugcflow.session import Done, Heartbeat, Message, Reading, Session, State, Tool, Working
from ugcflow.session.summary import changes, summary


async def take(
    step: Step, reading: Reading | None, before: State, session: Session, work: Work, context: Context
) -> State:
    """Carry out one step and return the state after it. Raises what stopped it, journalled, pointing at the sentence."""
    started = time.monotonic()
    context.live.write(
        "step_started", variant=work.key, index=step.index, id=step.id, sentence=step.say, on=step.on,
        where=failure.where_json(step.say_where), understood=understood(reading), attempt=1,
    )  # fmt: skip
    spent = await _available(work)
    outcome: dict[str, Any] = {"reply": "", "applied": [], "changes": [], "warnings": [], "expectations": []}
    error: UgcflowError | None = None
    after = before
    calls: list[str] = []
    try:
        done = await _within(step, _listen(step, reading, session, work, context, calls))
        outcome |= {"reply": done.reply, "applied": list(done.applied), "warnings": list(done.warnings)}
        after = await session.state()
        outcome["changes"] = [asdict(c) for c in changes(before, after)]
        snapshot(step.index, step.id, after, work, context)
        outcome["expectations"] = checks.ask(step.expect, checks.of_state(after.draft))
        _demand(step, outcome["expectations"])
    except Exception as problem:
        error = failure.placed(
            failure.of(problem, f"carrying out {step.id}", context.folder, context.redact),
            _blamed(step, reading, calls),
        )
    seconds = round(time.monotonic() - started, 3)
    paid = round(max(0.0, spent - await _available(work)), 2) if error is None else 0
    context.live.write(
        "step_done", variant=work.key, index=step.index, id=step.id, status="failed" if error else "passed", **outcome,
        credits=paid, seconds=seconds, attempt=1, **({"error": failure.to_json(error)} if error else {}),
    )  # fmt: skip
    if error:
        raise error
    return after


def snapshot(index: int, id_: str, state: State, work: Work, context: Context) -> None:
    """Keep a state whole, and say in the journal where."""
    path = context.keep(f"{work.folder}/snapshots/{index:02d}-{id_}.json", state.to_json())
    seconds = checks.of_state(state.draft)["duration"] / 1000
    context.live.write(
        "snapshot",
        variant=work.key,
        index=index,
        step=id_,
        id=id_,
        path=path,
        summary=summary(state.draft),
        draft_seconds=seconds,
    )


def understood(reading: Reading | None) -> dict[str, Any] | None:
    """A reading with the words that led to each operation, and the defaults it will use."""
    if reading is None:
        return None
    operations = [asdict(o) for o in reading.operations]
    return {
        "text": reading.text,
        "operations": operations,
        "questions": [asdict(q) for q in reading.questions],
        "pinned": reading.pinned,
    }


async def _within(step: Step, work: Any) -> Done:
    try:
        async with asyncio.timeout(step.timeout / 1000 or None):
            return await work  # type: ignore[no-any-return]
    except TimeoutError:
        raise StepError(
            f"step {step.id} took longer than {step.timeout / 1000:g} s",
            do="give it more time with `timeout: 30m`, or split the sentence into several steps",
        ) from None


async def _listen(
    step: Step, reading: Reading | None, session: Session, work: Work, context: Context, calls: list[str]
) -> Done:
    """Send the sentence and hear the editor out; `calls` is told each tool it takes up."""
    tell = context.live.progress(work.key, "step", step.id, step.index)
    operations = reading.operations if reading else None
    done: Done | None = None
    async with aclosing(session.send(Message(step.say, step.on, operations))) as events:  # type: ignore[type-var]
        async for event in events:
            match event:
                case Tool(name=name, phase=phase):
                    calls += [name] if phase == "call" else []
                    context.live.write("step_tool", variant=work.key, index=step.index, name=name, phase=phase)
                case Working(what=what, done=far):
                    tell(far, what)
                case Heartbeat(seconds=seconds):
                    tell(None, f"still working after {seconds:.0f} s")
                case Done():
                    done = event
    if done is None:
        raise ProtocolError("the editor's answer ended in the middle", do="run it again; nothing was sent twice")
    return done


def _blamed(step: Step, reading: Reading | None, calls: list[str]) -> Where:
    """The words that led to the operation the editor was at last; the whole sentence where that is not known."""
    at = calls[-1] if calls else ""
    operations = [o for o in (reading.operations if reading else ()) if o.op == at and o.words in step.say]
    if not operations:
        return locate(step.say_where, step.say, step.say)
    operation = operations[min(calls.count(at), len(operations)) - 1]
    return locate(step.say_where, step.say, operation.words, operation.start)


async def _available(work: Work) -> float:
    """Credits left, 0 where nothing costs anything."""
    left = await work.backend.editor.credits()
    return 0.0 if left.unlimited else left.available


def _demand(step: Step, results: list[checks.Result]) -> None:
    broken = checks.failed(results)
    if broken:
        where = next(c.where for c, r in zip(step.expect, results, strict=True) if r["ok"] is False)
        text = "; ".join(checks.sentence(r) for r in broken)
        raise CheckError(f"not as expected: {text}", do=broken[0]["do"], where=where)
