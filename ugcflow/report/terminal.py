"""A run as it happens, on stderr: a live board on a terminal, plain lines elsewhere, and a summary at the end."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import IO, Any

from ugcflow.journal import Entry
from ugcflow.report.phrases import lines, seconds

EVERY = 5.0  # seconds between two progress lines where nothing moves


class Plain:
    """Lines for a log: each event once, progress at most every few seconds."""

    def __init__(self, stream: IO[str], verbose: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._verbose, self._clock = stream, verbose, clock
        self._last = clock()
        self._begun: dict[tuple[str, ...], tuple[float, float]] = {}
        self._sentences: dict[tuple[str, int], str] = {}

    def __call__(self, entry: Entry) -> None:
        if entry["type"] == "progress":
            return self._progress(entry)
        for line in lines(with_sentence(entry, self._sentences), self._verbose):
            self._print(entry.get("variant", ""), line)
        return None

    def _progress(self, entry: Entry) -> None:
        now = self._clock()
        begun, at = self._begun.setdefault(
            (entry["variant"], entry["activity"], entry["name"], entry["what"]), (now, entry["done"] or 0.0)
        )
        if now - self._last < EVERY:
            return
        self._last = now
        percent = f" {entry['done']:.0%}" if entry["done"] is not None else ""
        gone = (entry["done"] or 0.0) - at
        left = (
            f", {seconds((now - begun) * (1 - entry['done']) / gone)} left" if gone > 0.02 and entry["done"] < 1 else ""
        )
        self._print(entry["variant"], f"… {entry['name']}: {entry['what']}{percent}{left}")

    def _print(self, variant: str, line: str) -> None:
        print(f"[{variant}] {line}" if variant else line, file=self._stream, flush=True)

    def close(self) -> None:
        self._stream.flush()


class Board:
    """A live board: one bar for what each variant is busy with, events scrolling above it."""

    def __init__(self, stream: IO[str], verbose: bool = False) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            SpinnerColumn,
            TaskProgressColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        self._verbose = verbose
        self._sentences: dict[tuple[str, int], str] = {}
        self._tasks: dict[str, Any] = {}
        self._busy: dict[str, tuple[str, str, int]] = {}
        self._console = Console(file=stream, highlight=False)
        self._bars = Progress(
            SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(bar_width=24), TaskProgressColumn(),
            TimeRemainingColumn(compact=True), console=self._console, transient=True,
        )  # fmt: skip
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
        for line in lines(with_sentence(entry, self._sentences), self._verbose):
            self._console.print(f"[{variant}] {line}" if variant else line, markup=False, style=_style(line))
        return None

    def _progress(self, variant: str, entry: Entry) -> None:
        busy = (entry["activity"], entry["name"], entry["index"])
        self._show(variant, busy, f"{entry['name']}: {entry['what']}", entry["done"])

    def _show(self, variant: str, busy: tuple[str, str, int], text: str, done: float | None) -> None:
        width = max(20, self._console.width - 50)
        described = (f"{variant} · {text}" if variant else text)[:width]
        if self._busy.get(variant) != busy:
            self._drop(variant)
            self._busy[variant] = busy
            self._tasks[variant] = self._bars.add_task(described, total=None if done is None else 1.0)
        total = None if done is None else 1.0
        self._bars.update(self._tasks[variant], description=described, completed=done or 0.0, total=total)

    def _drop(self, variant: str) -> None:
        self._busy.pop(variant, None)
        task = self._tasks.pop(variant, None)
        if task is not None:
            self._bars.remove_task(task)

    def close(self) -> None:
        self._bars.stop()


def watcher(quiet: bool, verbose: bool, stream: IO[str] | None = None) -> Plain | Board | Quiet:
    """The one that suits the stream: a board needs a terminal that can move its cursor."""
    stream = stream or sys.stderr
    if quiet:
        return Quiet()
    moves = stream.isatty() and os.environ.get("TERM", "") not in ("", "dumb")
    return Board(stream, verbose) if moves else Plain(stream, verbose)


class Quiet:
    """Says nothing until something fails."""

    def __call__(self, entry: Entry) -> None:
        return None

    def close(self) -> None:
        return None


def with_sentence(entry: Entry, sentences: dict[tuple[str, int], str]) -> Entry:
    """A step's end knows its sentence from its start."""
    if entry["type"] == "step_started":
        sentences[entry["variant"], entry["index"]] = entry["sentence"]
    if entry["type"] == "step_done":
        return {**entry, "sentence": sentences.get((entry["variant"], entry["index"]), "")}
    return entry


def _style(line: str) -> str | None:
    mark = line.lstrip()[:1]
    return {"✗": "red", "!": "yellow"}.get(mark) or ("dim" if line.startswith("    ") else None)
