"""One variant from its first upload to its last export, in one session, strictly in order."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from ugcflow.errors import Problem, RecipeError, SessionLost, UgcflowError
from ugcflow.recipe.variant import Input
from ugcflow.runner import failure, hearing
from ugcflow.runner.context import Context, evidence_json
from ugcflow.runner.export import make
from ugcflow.runner.step import snapshot, take
from ugcflow.runner.work import Work
from ugcflow.session import Hearing, Session, State, Upload


@dataclass(frozen=True, slots=True)
class Ending:
    """How a variant ended: passed | failed | interrupted, and the exit code it asks for."""

    key: str
    status: str
    exit_code: int = 0


async def carry_out(work: Work, context: Context) -> Ending:
    """Run one variant; whatever happens to it is in the journal, and only an interruption leaves this function as an exception."""
    started = time.monotonic()
    context.live.write(
        "variant_started", variant=work.key, values=work.variant.values, recipe=work.recipe.name, attempt=1
    )
    error: UgcflowError | None = None
    try:
        error = await _edit(work, context)
    except asyncio.CancelledError:
        _done(work, context, "interrupted", started, None)
        raise
    except Exception as problem:
        error = failure.of(problem, f"working on {work.key or work.recipe.name}", context.folder, context.redact)
    status = "failed" if error else "passed"
    _done(work, context, status, started, error)
    return Ending(work.key, status, error.exit_code if error else 0)


def _done(work: Work, context: Context, status: str, started: float, error: UgcflowError | None) -> None:
    more = {"error": failure.to_json(error)} if error else {}
    seconds = round(time.monotonic() - started, 3)
    context.live.write("variant_done", variant=work.key, status=status, seconds=seconds, **more)


async def _edit(work: Work, context: Context) -> UgcflowError | None:
    session, state = await _begin(work, context)
    try:
        return await _go_on(session, state, work, context)
    finally:
        await session.close()


async def _go_on(session: Session, state: State, work: Work, context: Context) -> UgcflowError | None:
    """Steps, then exports; an export that fails does not keep the others from being made."""
    looking = _look_at_sources(work, context)
    try:
        for step, reading in zip(work.variant.steps, work.readings, strict=True):
            state = await take(step, reading, state, session, work, context)
        context.keep(f"{work.folder}/draft.json", state.draft)
        for heard in await session.heard() if isinstance(session, Hearing) else ():
            context.transcript(heard)
        errors = [await make(export, session, work, context) for export in work.variant.exports]
        await looking
    finally:
        looking.cancel()
    return next((e for e in errors if e), None)


async def _begin(work: Work, context: Context) -> tuple[Session, State]:
    """A session with every input in it. One lost before the first sentence is opened anew, once: nothing was edited in it."""
    try:
        return await _open(work, context)
    except SessionLost:
        context.warn(
            work.key, "the session was lost before the first step; a new one was opened and the inputs uploaded again"
        )
        return await _open(work, context)


async def _open(work: Work, context: Context) -> tuple[Session, State]:
    name = work.variant.exports[0].file.rsplit(".", 2)[0] if work.variant.exports else work.recipe.name
    session = await work.backend.editor.open(name, work.recipe.language)
    try:
        context.live.write(
            "session_opened",
            variant=work.key,
            session=session.id,
            backend=work.backend.editor.name,
            claim=await session.claim_link(),
        )
        for source in work.variant.inputs:
            await _upload(source, session, work, context)
        state = await session.state()
        snapshot(0, "inputs", state, work, context)
    except BaseException:
        await session.close()
        raise
    return session, state


async def _upload(source: Input, session: Session, work: Work, context: Context) -> None:
    pinned = work.transcripts if work.backend.editor.reads else ()
    upload = Upload(source.id, source.file, source.url, source.role, source.sha256, pinned)
    context.live.write("upload_started", variant=work.key, input=source.id, name=upload.name, role=source.role)
    started = time.monotonic()
    try:
        got = await session.upload(upload, context.live.progress(work.key, "upload", source.id))
    except UgcflowError as error:
        raise failure.placed(error, source.where) from error
    context.live.write(
        "upload_done", variant=work.key, input=source.id, name=got.name, sha256=got.sha256, bytes=got.bytes, probe=got.probe,
        role=source.role, seconds=round(time.monotonic() - started, 3),
    )  # fmt: skip
    if pinned and source.url and hearing.speaks(source) and not any(t.sha256 == got.sha256 for t in pinned):
        _unheard(hearing.problem(source, pinned, work.recipe.file), work, context)


def _unheard(problem: Problem, work: Work, context: Context) -> None:
    """What a URL holds is known only now. Raises RecipeError with --locked."""
    if context.options.locked:
        raise RecipeError.of([problem])
    context.warn(work.key, problem.what, problem.do)


def _look_at_sources(work: Work, context: Context) -> asyncio.Task[None]:
    """Waveform and pictures of each source, made beside the steps. Of a run that is being stopped nobody needs to hear that some are missing."""
    variant = asyncio.current_task()

    async def look() -> None:
        inspector = work.backend.inspector
        for source in work.variant.inputs if inspector else ():
            if source.file is None:
                continue
            try:
                evidence = await asyncio.shield(context.source_evidence(source, inspector))  # type: ignore[arg-type]
            except UgcflowError as error:
                if variant and variant.cancelling():
                    return
                context.warn(work.key, f"no pictures of {source.id} for the report: {error.what}")
                continue
            context.live.write(
                "evidence", variant=work.key, of=source.id, kind="source", evidence=evidence_json(evidence)
            )

    return asyncio.create_task(look())
