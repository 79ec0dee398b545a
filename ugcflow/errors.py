"""Every failure a person can meet, each with where it is, what it is, and what to do about it.

    UgcflowError            exit code 1 unless a class below says otherwise
    ├── RecipeError         the recipe, or what it names, is wrong                        2
    ├── UsageError          the command line is wrong                                     2
    ├── InputError          a footage file is missing, unreadable, too large              1
    ├── StepError           an edit could not be carried out                              1
    ├── RenderError         a file could not be rendered or written                       1
    ├── CheckError          a finished file is not what the recipe asked for              1
    ├── MissingExtra        a part of ugcflow is not installed                            3
    └── EditorError         the editor refused or could not be reached                    3
        ├── AuthError       the token is missing, wrong or expired
        ├── CreditsError    no credits left
        ├── PlanError       blocked on this plan (402)
        ├── SessionLost     the session is gone, and the edits with it
        ├── NetworkError    unreachable, timed out, cut off
        └── ProtocolError   it answered something that makes no sense

`Problem` is one diagnostic; a `RecipeError` carries all that were found, so a recipe is mended in one go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a recipe: 1-based line and column in `file`, and the recipe path (`$.steps[1].say`).

    `words` are the very words at fault and `source` the line they stand in, for the frame under a message.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    words: str = ""
    source: str = ""

    def __str__(self) -> str:
        place = ":".join(str(p) for p in (self.file, self.line, self.column) if p)
        return f"{place} ({self.path})" if place and self.path else place or self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """One diagnostic: what is wrong, where, what to do, and the nearest right words."""

    what: str
    do: str = ""
    where: Where | None = None
    nearest: tuple[str, ...] = ()
    severity: str = "error"  # or "warning"

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where and str(self.where) else self.what
        return f"{head}\n  {self.do}" if self.do else head


class UgcflowError(Exception):
    """Base of all: `what` happened, what to `do`, `where`; `problems` when there are several."""

    exit_code = 1

    def __init__(self, what: str, *, do: str = "", where: Where | None = None, nearest: Sequence[str] = ()) -> None:
        super().__init__(what)
        self.problem = Problem(what, do, where, tuple(nearest))
        self.problems: tuple[Problem, ...] = (self.problem,)

    @property
    def what(self) -> str:
        return self.problem.what

    @property
    def do(self) -> str:
        return self.problem.do

    def __str__(self) -> str:
        return "\n".join(str(p) for p in self.problems)


class RecipeError(UgcflowError):
    """The recipe is wrong; nothing was touched."""

    exit_code = 2

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> RecipeError:
        """One error out of every problem found (at least one)."""
        first = problems[0]
        error = cls(first.what, do=first.do, where=first.where, nearest=first.nearest)
        error.problems = tuple(problems)
        return error


class UsageError(UgcflowError):
    """The command line is wrong; nothing was touched."""

    exit_code = 2


class InputError(UgcflowError):
    """A footage file is missing, unreadable, empty, of a wrong format or too large."""


class StepError(UgcflowError):
    """A step could not be carried out on this footage."""


class RenderError(UgcflowError):
    """A file could not be rendered or written."""


class CheckError(UgcflowError):
    """A finished file is not what the recipe asked for."""


class MissingExtra(UgcflowError):
    """A part of ugcflow that this command needs is not installed."""

    exit_code = 3


class EditorError(UgcflowError):
    """The editor refused, or could not be reached. `code` is the wire code of protocol.md, 0 if none."""

    exit_code = 3

    def __init__(
        self, what: str, *, do: str = "", where: Where | None = None, nearest: Sequence[str] = (), code: int = 0
    ) -> None:
        super().__init__(what, do=do, where=where, nearest=nearest)
        self.code = code


class AuthError(EditorError):
    """The token is missing, wrong or expired."""


class CreditsError(EditorError):
    """No credits left."""


class PlanError(EditorError):
    """Blocked on this plan: a subscription matter, not credits."""


class SessionLost(EditorError):
    """The session is gone, and the edits with it."""


class NetworkError(EditorError):
    """Unreachable, timed out or cut off."""


class ProtocolError(EditorError):
    """The editor answered something that makes no sense."""
