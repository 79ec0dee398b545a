"""What the variants of one run share: its folder, journal and redactor, and the evidence that is made once for each source."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from ugcflow.recipe.variant import Input
from ugcflow.redact import Redactor
from ugcflow.runner.files import write_json
from ugcflow.runner.live import Live
from ugcflow.runner.options import Options
from ugcflow.session import Evidence, Inspector, Transcript

T = TypeVar("T")


@dataclass
class Context:
    """One run. `folder` is `runs/<id>`; paths in journal entries are relative to it."""

    folder: Path
    options: Options
    live: Live
    redact: Redactor
    _evidence: dict[Path, asyncio.Task[Evidence]] = field(default_factory=dict)
    _heard: set[str] = field(default_factory=set)
    _one: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))

    def keep(self, name: str, value: Any) -> str:
        """Write a JSON file into the run's folder, redacted; returns its relative path."""
        write_json(self.folder / name, self.redact(value))
        return name

    def warn(self, variant: str | None, what: str, do: str = "") -> None:
        """Something worth a person's eye; of the whole run when `variant` is None."""
        place = {} if variant is None else {"variant": variant}
        self.live.write("warning", **place, what=what, do=do)

    def transcript(self, heard: Transcript) -> None:
        """Journal what was said in an input: once a run for each content."""
        if heard.sha256 not in self._heard and heard.words:
            self._heard.add(heard.sha256)
            words = [{"text": t, "start": s, "duration": d} for t, s, d in heard.words]
            self.live.write("transcript", input=heard.input, sha256=heard.sha256, words=words)

    def source_evidence(self, source: Input, inspector: Inspector) -> asyncio.Task[Evidence]:
        """Evidence of an input, made once a run however many variants use it; begun at the first call."""
        assert source.file
        if source.file not in self._evidence:
            stem = f"input{len(self._evidence) + 1:02d}-{source.id}"
            self._evidence[source.file] = asyncio.create_task(self.evidence(source.file, stem, inspector))
        return self._evidence[source.file]

    async def evidence(self, file: Path, stem: str, inspector: Inspector) -> Evidence:
        """Pictures and curves of a file in `evidence/`, one file at a time."""
        async with self._one:
            folder = self.folder / "evidence"
            folder.mkdir(exist_ok=True)
            return await asyncio.to_thread(inspector.evidence, file, folder, stem)

    def cancel(self) -> None:
        for task in self._evidence.values():
            task.cancel()


def evidence_json(evidence: Evidence) -> dict[str, Any]:
    """Evidence with its names relative to the run's folder."""
    data = asdict(evidence)
    return {k: f"evidence/{v}" if isinstance(v, str) and v else v for k, v in data.items()}


async def off_loop(function: Callable[..., T], *arguments: Any) -> T:
    """Run blocking work in a thread."""
    return await asyncio.to_thread(function, *arguments)
