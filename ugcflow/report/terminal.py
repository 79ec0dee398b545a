"""A run as it happens, on stderr: a live board on a terminal, plain lines elsewhere, and a summary at the end."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import IO

from ugcflow.journal import Entry
from ugcflow.report.board import Board
from ugcflow.report.phrases import lines, seconds, with_sentence

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
