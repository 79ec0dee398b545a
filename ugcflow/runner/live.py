"""What people watching a run are told: every journal entry as written, and progress, which is not journalled.

A progress entry: `{"type": "progress", "variant", "activity": plan|upload|step|export|evidence, "name", "index", "done": 0…1 or null, "what"}`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from ugcflow.journal import Entry, Journal

Report = Callable[[float | None, str], None]
"""How far (0…1, None where nobody knows) and what is being done; may be handed to an editor as its Progress."""
Watch = Callable[[Entry], None]
"""Called with every entry; must be quick. May be called from several threads, never two at once."""


class Live:
    """Writes the journal and tells the watcher; progress at most ten times a second for each activity."""

    def __init__(self, journal: Journal, watch: Watch) -> None:
        self._journal = journal
        self._watch = watch
        self._lock = threading.Lock()
        self._last: dict[tuple[str, str, str], float] = {}

    def write(self, type_: str, **fields: Any) -> Entry:
        """One journal entry, on disk before the watcher hears of it."""
        entry = self._journal.write(type_, **fields)
        self.tell(entry)
        return entry

    def tell(self, entry: Entry) -> None:
        with self._lock:
            self._watch(entry)

    def progress(self, variant: str, activity: str, name: str, index: int = 0) -> Report:
        """A callback for the editor's progress."""

        def report(done: float | None, what: str) -> None:
            key, now = (variant, activity, name), time.monotonic()
            if done is not None and done < 1 and now - self._last.get(key, -1) < 0.1:
                return
            self._last[key] = now
            entry = {"type": "progress", "variant": variant, "activity": activity, "name": name, "index": index}
            self.tell({**entry, "done": done, "what": what})

        return report
