"""What was heard in a file: words with their chances, and the chance of voice over time, as the listener wrote them down.

`listen` runs the recogniser in a child process and reports progress; the values here are its answer, raw. `words.py` makes them fit to edit by.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ugcflow.errors import InputError, StepError
from ugcflow.session import Progress
from ugcflow.studio import ffmpeg

VERSION = 4
FRAME_MS = 32  # one chance of voice: 512 samples at 16 kHz


@dataclass(frozen=True, slots=True)
class Heard:
    """A word as recognised, ms; `chance` 0…1 is how sure the recogniser was."""

    text: str
    start: int
    end: int
    chance: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """One segment of the recogniser: `logprob` per token, `no_speech` 0…1, and how far its text compresses (loops do, well)."""

    words: tuple[Heard, ...]
    logprob: float
    no_speech: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Speech:
    """All that was heard. `voice` is the chance of speech in each FRAME_MS, 0…1."""

    phrases: tuple[Phrase, ...] = ()
    voice: tuple[float, ...] = ()

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Speech:
        phrases = (
            Phrase(tuple(Heard(*word) for word in p["words"]), p["logprob"], p["no_speech"], p["ratio"])
            for p in data["phrases"]
        )
        return cls(tuple(phrases), tuple(data["voice"]))


def listen(file: Path, duration: int, progress: Progress | None = None, words: bool = True) -> dict[str, Any]:
    """What a child process hears in `file` (`duration` in ms): `{"phrases": […], "voice": […]}`, see Speech.from_json.

    Without `words` the recogniser is left out, and only voice is detected.

    Raises MissingExtra without the studio's parts, StepError when the child was stopped or failed.
    """
    phrases: list[dict[str, Any]] = []
    voice: list[float] = []
    with closing(_lines(file, words)) as lines:
        for line in lines:
            if "progress_ms" in line and progress:
                progress(min(1.0, line["progress_ms"] / max(1, duration)), "listening")
            if "window" in line:
                phrases += line["window"]["segments"]
                voice += line["window"]["voice"]
            if "error" in line:
                raise InputError(
                    f"the sound of {file.name} can't be read: {line['error']}", do="check that it plays to its end"
                )
    return {"phrases": phrases, "voice": voice}


def _lines(file: Path, words: bool) -> Generator[dict[str, Any], None, None]:
    command = [
        sys.executable,
        "-m",
        "ugcflow.studio.media.listen",
        str(file.resolve()),
        *([] if words else ["--voice"]),
    ]
    environment = {**os.environ, "ORT_DISABLE_TELEMETRY": "1", "HF_HUB_OFFLINE": "1", "PYTHONUNBUFFERED": "1"}
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
    )  # fmt: skip
    ended = False
    with ffmpeg.watched(child):
        assert child.stdout
        for line in child.stdout:
            said = json.loads(line)
            ended = ended or "end" in said or "error" in said
            yield said
        code = child.wait()
    if not ended:
        why = f"was stopped (signal {-code})" if code < 0 else f"failed (exit {code})"
        raise StepError(f"listening to {file.name} {why}", do="run it again; it goes on with what was measured before")
