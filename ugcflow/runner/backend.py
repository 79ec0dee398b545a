"""What the runner is handed for one backend: it never builds an editor itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ugcflow.session import Editor, Inspector, Reader


class Backend(Protocol):
    """An editor with the reader that reads for it (None: sentences go as written) and, where installed, an inspector."""

    @property
    def editor(self) -> Editor: ...

    @property
    def reader(self) -> Reader | None: ...

    @property
    def inspector(self) -> Inspector | None: ...

    def stop(self) -> None:
        """Kill every child process at once: for Ctrl-C."""
        ...


Backends = Callable[[str], Backend]
"""Backend by name (`local`, `nemo`). Raises MissingExtra, or UsageError for a name there is none of."""
