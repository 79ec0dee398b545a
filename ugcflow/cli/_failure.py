"""Every way a command can end, as an exit code; a failure as a message on stderr, never a stack trace."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ugcflow.errors import Problem, UgcflowError


def guarded(command: click.Command) -> int:
    """Run the command line and return the exit code."""
    try:
        result = command.main(standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return 130
    except UgcflowError as error:
        show(error)
        return error.exit_code
    except BrokenPipeError:  # the reader of our output went away (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _fault(error)
    except Exception as error:
        return _bug(error)


def show(error: UgcflowError) -> None:
    """Every problem of an error as a frame."""
    show_problems(error.problems)


def show_problems(problems: Sequence[Problem]) -> None:
    """Problems as frames on stderr: message, place, the words underlined, what to do."""
    from ugcflow.redact import Redactor
    from ugcflow.report.diagnostics import frames
    from ugcflow.report.fold import terminal_width

    click.echo(Redactor.from_environment()(frames(problems, color(sys.stderr), terminal_width(sys.stderr))), err=True)


def color(stream: object) -> bool:
    """Colours only on a terminal that wants them."""
    tty = getattr(stream, "isatty", lambda: False)()
    return bool(tty) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _fault(error: OSError) -> int:
    """A fault of the disk or of the machine, wherever it came up."""
    from ugcflow.runner.failure import from_os

    failure = from_os(error, "carrying this out")
    show(failure)
    return failure.exit_code


def _bug(error: Exception) -> int:
    from ugcflow.backends import cache_folder
    from ugcflow.redact import Redactor
    from ugcflow.runner.failure import from_bug

    try:
        failure = from_bug(error, cache_folder() / "log", Redactor.from_environment())
    except OSError:
        failure = UgcflowError(
            f"ugcflow itself failed: {type(error).__name__}",
            do=f"the cache folder {Path(cache_folder())} can't be written",
        )
    show(failure)
    return failure.exit_code
