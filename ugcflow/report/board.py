"""A run on a terminal that can move its cursor: a bar for what each variant is busy with, what was done scrolling above it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import IO, Any

from ugcflow.journal import Entry
from ugcflow.report.fold import fold
from ugcflow.report.phrases import lines, with_sentence

_NARROW, _TINY = 70, 50  # columns below which the bar is short, or left out
_SURE = 0.03  # of the work done before a speed is told


class Board:
    """Called with every event. A variant's lines stand under its name; at the foot: step, bar, percent, speed, time left."""

    def __init__(self, stream: IO[str], verbose: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            SpinnerColumn,
            TaskProgressColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        self._verbose, self._clock = verbose, clock
        self._sentences: dict[tuple[str, int], str] = {}
        self._tasks: dict[str, Any] = {}
        self._busy: dict[str, tuple[str, str, int]] = {}
        self._begun: dict[str, tuple[float, float]] = {}
        self._lengths: dict[str, float] = {}
        self._speaking = ""
        self._console = Console(file=stream, highlight=False)
        width = self._console.width
        self._bar = 0 if width < _TINY else 12 if width < _NARROW else 24
        columns = [SpinnerColumn(), TextColumn("{task.description}", markup=False)]
        columns += [BarColumn(bar_width=self._bar)] if self._bar else []
        columns += [
            TaskProgressColumn(),
            TextColumn("{task.fields[speed]}", style="dim"),
            TimeRemainingColumn(compact=True),
        ]
        self._bars = Progress(*columns, console=self._console, transient=True)
        self._bars.start()

    def __call__(self, entry: Entry) -> None:
        variant = entry.get("variant", "")
        if entry["type"] == "progress":
            return self._progress(variant, entry)
        if entry["type"] in ("variant_started", "variant_done"):
            self._drop(variant)
            self._drop("")
        elif entry["type"] == "step_started":
            self._show(variant, ("step", entry["id"], entry["index"]), f"{entry['id']}", None)
        elif entry["type"] == "snapshot":
            self._lengths[variant] = entry["draft_seconds"]
        for line in lines(with_sentence(entry, self._sentences), self._verbose):
            self._print(variant, line)
        return None

    def _print(self, variant: str, line: str) -> None:
        if variant != self._speaking:
            self._speaking = variant
            if variant:
                self._console.print(variant, markup=False, style="bold")
        shown = fold("  " + line if variant else line, self._console.width)
        self._console.print(shown, markup=False, style=_style(line), soft_wrap=True)

    def _progress(self, variant: str, entry: Entry) -> None:
        busy = (entry["activity"], entry["name"], entry["index"])
        self._show(variant, busy, f"{entry['name']}: {entry['what']}", entry["done"])

    def _show(self, variant: str, busy: tuple[str, str, int], text: str, done: float | None) -> None:
        described = self._described(variant, text)
        if self._busy.get(variant) != busy:
            self._drop(variant)
            self._busy[variant] = busy
            self._begun[variant] = (self._clock(), done or 0.0)
            self._tasks[variant] = self._bars.add_task(described, total=None if done is None else 1.0, speed="")
        total = None if done is None else 1.0
        speed = self._speed(variant, done or 0.0) if busy[0] == "export" else ""
        self._bars.update(self._tasks[variant], description=described, completed=done or 0.0, total=total, speed=speed)

    def _described(self, variant: str, text: str) -> str:
        """What is being done, and of which variant; both shortened to what the bar leaves."""
        room = max(12, self._console.width - self._bar - 24)
        if not variant:
            return text[:room]
        most = max(8, room // 2, room - len(text) - 3)
        name = variant if len(variant) <= most else f"{variant[: most - 1 - most // 3]}…{variant[-(most // 3) :]}"
        return f"{name} · {text}"[:room]

    def _speed(self, variant: str, done: float) -> str:
        """How many times faster than it plays: `1.4x`."""
        begun, at = self._begun[variant]
        took = self._clock() - begun
        length = self._lengths.get(variant, 0)
        return f"{(done - at) * length / took:.1f}x" if length and took > 0 and done - at > _SURE else ""

    def _drop(self, variant: str) -> None:
        self._busy.pop(variant, None)
        task = self._tasks.pop(variant, None)
        if task is not None:
            self._bars.remove_task(task)

    def close(self) -> None:
        self._bars.stop()


def _style(line: str) -> str | None:
    mark = line.lstrip()[:1]
    return {"✗": "red", "!": "yellow"}.get(mark) or ("dim" if line.startswith("    ") else None)
