"""GitHub Actions: annotations on the recipe's own lines, and the step summary."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from ugcflow.errors import Problem
from ugcflow.redact import Redactor
from ugcflow.report import markdown
from ugcflow.report.diagnostics import shorten
from ugcflow.report.trouble import troubles

Document = dict[str, Any]
_MOST = 950_000  # bytes of a summary; GitHub takes 1 MiB a step


def announce(document: Document, environment: Mapping[str, str] = os.environ, stream: IO[str] | None = None) -> None:
    """Tell GitHub where it runs: workflow commands on `stream` (stderr), Markdown appended to GITHUB_STEP_SUMMARY."""
    if environment.get("GITHUB_ACTIONS") == "true":
        for line in lines(document, environment.get("GITHUB_WORKSPACE", "")):
            print(line, file=stream or sys.stderr, flush=True)
    if summary := environment.get("GITHUB_STEP_SUMMARY"):
        try:
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(_cut(markdown.text(document)) + "\n")
        except OSError as error:
            print(f"the step summary could not be written: {error.strerror}", file=stream or sys.stderr)


def refused(
    problems: Sequence[Problem], environment: Mapping[str, str] = os.environ, stream: IO[str] | None = None
) -> None:
    """Annotate a recipe that never became a run: its problems, on its own lines."""
    if environment.get("GITHUB_ACTIONS") == "true":
        for p in problems:
            where = asdict(p.where) if p.where else None
            told = _command(p.severity, where, p.what, p.do, environment.get("GITHUB_WORKSPACE", ""))
            print(Redactor.from_environment().text(told), file=stream or sys.stderr, flush=True)


def lines(document: Document, workspace: str = "") -> Iterator[str]:
    """`::error file=…,line=…,col=…::…` for every problem, `::warning::` for warnings; each once."""
    for trouble in troubles(document):
        yield _command(trouble["severity"], trouble["where"], trouble["what"], trouble["do"], workspace)
    told = set()
    for variant in document["variants"]:
        for step in variant["steps"]:
            for what in step["warnings"]:
                line = _command("warning", step["where"], what, "", workspace)
                if line not in told:
                    told.add(line)
                    yield line
        for warning in variant["warnings"]:
            line = _command("warning", None, warning["what"], warning["do"], workspace)
            if line not in told:
                told.add(line)
                yield line
    for warning in document["warnings"]:
        yield _command("warning", None, warning["what"], warning["do"], workspace)


def _command(kind: str, where: Mapping[str, Any] | None, what: str, do: str, workspace: str) -> str:
    place = ""
    if where and where["file"]:
        place = f" file={_property(_inside(where['file'], workspace))}"
        if where["line"]:
            place += f",line={where['line']}"
        if where["column"]:
            place += f",col={where['column']}"
            place += f",endColumn={where['column'] + len(where['words'])}" if where["words"] else ""
    return f"::{kind}{place}::{_data(what + (chr(10) + do if do else ''))}"


def _inside(file: str, workspace: str) -> str:
    """Relative to the checkout, as GitHub wants it."""
    try:
        return Path(file).resolve().relative_to(Path(workspace).resolve()).as_posix() if workspace else shorten(file)
    except (ValueError, OSError):
        return file


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _cut(text: str) -> str:
    """Whole lines that fit into a summary."""
    if len(text.encode()) <= _MOST:
        return text
    short = text.encode()[:_MOST].decode("utf-8", "ignore").rpartition("\n")[0]
    return short + "\n\n… the rest is in the report"
