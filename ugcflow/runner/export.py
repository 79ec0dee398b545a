"""One export: rendered, read back whichever editor made it, checked, and its evidence kept."""

from __future__ import annotations

import time
from typing import Any

from ugcflow.errors import CheckError, InputError, UgcflowError
from ugcflow.recipe.variant import Export
from ugcflow.runner import checks, failure
from ugcflow.runner.context import Context, evidence_json, off_loop
from ugcflow.runner.work import Work
from ugcflow.session import Exported, FileFacts, Inspector, Loudness, Session

_MEDIA = {"mp4", "mov", "webm", "gif", "mp3", "wav", "m4a", "png", "jpg"}


async def make(export: Export, session: Session, work: Work, context: Context) -> UgcflowError | None:
    """Render one export and journal what came out. Returns what failed, so that the other exports are made all the same."""
    started = time.monotonic()
    output = export.output
    context.live.write("export_started", variant=work.key, export=output.name, format=output.format, file=export.file)
    found: dict[str, Any] = {}
    error: UgcflowError | None = None
    try:
        tell = context.live.progress(work.key, "export", output.name)
        made = await session.export(output, context.options.out / export.file, tell)
        found = _described(made, work, context)
        found |= await _read_back(export, made, work, context)
        _demand(export, found["checks"])
    except Exception as problem:
        error = failure.placed(
            failure.of(problem, f"writing {export.file}", context.folder, context.redact), export.where
        )
    context.live.write(
        "export_done", variant=work.key, export=output.name, format=output.format, file=export.file,
        status="failed" if error else "passed", **found, seconds=round(time.monotonic() - started, 3),
        **({"error": failure.to_json(error)} if error else {}),
    )  # fmt: skip
    return error


def _described(made: Exported, work: Work, context: Context) -> dict[str, Any]:
    found: dict[str, Any] = {
        "sha256": made.sha256, "bytes": made.bytes, "duration": round(made.seconds, 3), "warnings": list(made.warnings), "checks": [],
    }  # fmt: skip
    if made.draft is not None:
        found["draft"] = context.keep(f"{work.folder}/draft.{made.output}.json", made.draft)
    return found


async def _read_back(export: Export, made: Exported, work: Work, context: Context) -> dict[str, Any]:
    inspector = work.backend.inspector
    if export.output.format not in _MEDIA:
        return {}
    if inspector is None:
        what = f"{export.file} was not checked: the studio is not installed"
        return {"warnings": [*made.warnings, f"{what}; pip install 'ugcflow[studio]'"]}
    facts = await off_loop(inspector.probe, made.file)
    loudness = await off_loop(inspector.loudness, made.file) if facts.has_audio else None
    results = checks.ask(export.checks, checks.of_file(facts, loudness))
    warnings = [*made.warnings, *checks.untold(export.output, made.asked_elsewhere, facts, loudness)]
    return {
        **_facts(facts, loudness), "checks": results, "warnings": warnings, "evidence": await _evidence(export, made, inspector, work, context)
    }  # fmt: skip


def _facts(facts: FileFacts, loudness: Loudness | None) -> dict[str, Any]:
    shown = (
        {"integrated": loudness.integrated, "range": loudness.range, "true_peak": loudness.true_peak}
        if loudness
        else None
    )
    return {
        "width": facts.width, "height": facts.height, "fps": facts.fps, "video_codec": facts.video_codec,
        "audio_codec": facts.audio_codec, "loudness": shown, "facts": facts.to_json(),
    }  # fmt: skip


async def _evidence(
    export: Export, made: Exported, inspector: Inspector, work: Work, context: Context
) -> dict[str, Any] | None:
    """None where a file has nothing to show; a report without pictures is still a report."""
    tell = context.live.progress(work.key, "evidence", export.output.name)
    tell(0.0, "measuring the result")
    try:
        evidence = await context.evidence(made.file, f"{work.folder}-{export.output.name}", inspector)
    except InputError as error:
        context.warn(work.key, f"no pictures of {export.file} for the report: {error.what}")
        return None
    context.live.write(
        "evidence", variant=work.key, of=export.output.name, kind="export", evidence=evidence_json(evidence)
    )
    return evidence_json(evidence)


def _demand(export: Export, results: list[checks.Result]) -> None:
    broken = checks.failed(results)
    if broken:
        where = next(c.where for c, r in zip(export.checks, results, strict=True) if r["ok"] is False)
        text = "; ".join(checks.sentence(r) for r in broken)
        raise CheckError(f"{export.file} is not what was asked: {text}", do=broken[0]["do"], where=where)
