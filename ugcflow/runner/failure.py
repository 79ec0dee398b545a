"""Failures as JSON values for the journal, and faults of the machine or of ugcflow itself as sentences."""

from __future__ import annotations

import contextlib
import errno
import traceback
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from ugcflow.errors import Problem, RenderError, UgcflowError, Where


def to_json(error: UgcflowError) -> dict[str, Any]:
    """`{kind, what, do, where, problems, exit_code}`; `problems` holds every diagnostic, the first included."""
    return {
        "kind": type(error).__name__,
        "what": error.what,
        "do": error.do,
        "where": where_json(error.problem.where),
        "problems": [problem_json(p) for p in error.problems],
        "exit_code": error.exit_code,
    }


def problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "what": problem.what,
        "do": problem.do,
        "where": where_json(problem.where),
        "nearest": list(problem.nearest),
        "severity": problem.severity,
    }


def where_json(where: Where | None) -> dict[str, Any] | None:
    return asdict(where) if where and (where.file or where.path) else None


def placed(error: UgcflowError, where: Where) -> UgcflowError:
    """The same error, pointing at `where` if it pointed nowhere."""
    if error.problem.where is None or not error.problem.where.file:
        error.problem = replace(error.problem, where=where)
        error.problems = (error.problem, *error.problems[1:])
    return error


def of(error: BaseException, doing: str, folder: Path, redact: Any) -> UgcflowError:
    """Any exception as an error people can read; of several at once, the first."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if isinstance(error, UgcflowError):
        return error
    return from_os(error, doing) if isinstance(error, OSError) else from_bug(error, folder, redact)


def from_os(error: OSError, doing: str) -> RenderError:
    """A fault of the disk in plain words."""
    name = str(error.filename or "")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return RenderError(f"the disk is full while {doing}", do="free some space, or name another folder with --out")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return RenderError(
            f"no permission to write {name} while {doing}", do="name a folder you may write to with --out"
        )
    return RenderError(
        f"{error.strerror or error} while {doing}: {name}".rstrip(": "), do="check the disk and try again"
    )


def from_bug(error: BaseException, folder: Path, redact: Any) -> UgcflowError:
    """An unexpected exception as one sentence; its traceback is kept in `folder`/crash.log."""
    log = folder / "crash.log"
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as stream:
            stream.write(redact("".join(traceback.format_exception(error))) + "\n")
    text = redact(str(error).split("\n")[0][:200])
    return UgcflowError(
        f"ugcflow itself failed: {type(error).__name__}: {text}".rstrip(": "),
        do=f"this is a fault of the program, not of your recipe; the details are in {log}, please report them",
    )
