"""The events of a run, appended and read back: `runs/<id>/events.jsonl`, one JSON object a line, flushed to disk one by one.

Every event has `n` (0, 1, …), `at` (UTC, ISO 8601 with ms) and `type`; `variant` where it belongs to one ("" without a matrix). The types:

    run_started      run version name out ci recipe(file) backend (of the first) recipes[{name, file, description, backend, sha256}]
                     variants[{variant, recipe, values, steps[{index, id, sentence, on}], exports[{export, format, file}]}]
                     shard[i, n]? merged[run ids]? (of a report merged from several runs)
    variant_started  variant recipe values attempt earlier[{run, attempt, status, what}]? (attempts in runs that were merged)
    session_opened   variant session backend task? claim?
    upload_started   variant input name        upload_done  variant input name sha256 bytes probe seconds
    snapshot         variant index(0 = after the uploads) step id path summary draft_seconds
    step_started     variant index(1…) id sentence on where{file,line,column,path} understood(Reading with words) attempt
    step_tool        variant index name phase                       (what the editor is busy with)
    step_done        variant index id status(passed|failed|skipped) reply applied[] changes[{kind,what,track,start,end}] warnings[]
                     expectations[{what,wanted,got,ok}] credits seconds attempt error?
    export_started   variant export format file
    export_done      variant export status file sha256 bytes duration width height fps video_codec audio_codec loudness{integrated,range,true_peak}
                     draft? seconds facts evidence(Evidence) checks[{what,wanted,got,ok,do}] warnings[] error?
    evidence         variant of(input id | export name) kind(source|export) evidence(Evidence)
    transcript       input sha256 words[{text, start, duration}] (ms of the source; once a run for each content, without a variant)
    warning          variant? what do                     (of the whole run without a variant)
    variant_done     variant status(passed|failed|interrupted) seconds error{kind,what,do,where,problems[],exit_code}?
    run_done         status(passed|failed|interrupted) exit_code seconds error{…}?

`variant` is "" for the only variant of a recipe without a matrix; with several recipes it begins with the recipe's name. The JSON Schema of
each event is schemas/events.schema.json. Events without a journal line (progress for people watching): see `runner.live`. A path is relative to
the run's folder, a file of an export to the output folder. Everything passes the redactor first.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from ugcflow.errors import UgcflowError

Entry = dict[str, Any]
Redact = Callable[[Any], Any]


class Journal:
    """Appends events to one file; safe to call from several threads. `redact` stands before the disk."""

    def __init__(self, file: Path, redact: Redact = lambda value: value) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        _mend(file)
        self._stream: IO[str] = file.open("a", encoding="utf-8")
        self._count = sum(1 for _ in read(file))
        self._lock = threading.Lock()
        self._redact = redact

    def write(self, type_: str, **fields: Any) -> Entry:
        """Append one event and return it as written; on return it is on disk."""
        with self._lock:
            at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
            entry: Entry = self._redact({"n": self._count, "at": at, "type": type_, **fields})
            self._stream.write(json.dumps(entry, ensure_ascii=False) + "\n")
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._count += 1
            return entry

    def close(self) -> None:
        self._stream.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _mend(file: Path) -> None:
    """Cut off a last line that a crash left without its end, so that the next event does not join it."""
    if not file.exists():
        return
    with file.open("rb+") as stream:
        whole = stream.read().rfind(b"\n") + 1
        stream.truncate(whole)


def read(file: Path) -> Iterator[Entry]:
    """Events in order. A last line cut off by a crash, in the middle of a letter even, is left out.

    Raises UgcflowError for a line in the middle that is no event: then somebody else wrote into the file, or the disk failed.
    """
    lines = file.read_bytes().split(b"\n") if file.exists() else []
    for i, line in enumerate(lines):
        if not line:
            continue
        try:
            entry = json.loads(line.decode("utf-8"))
        except ValueError:
            if i == len(lines) - 1:
                return
            raise _broken(file, i) from None
        if not isinstance(entry, dict):
            raise _broken(file, i)
        yield entry


def _broken(file: Path, index: int) -> UgcflowError:
    return UgcflowError(
        f"{file} is damaged: line {index + 1} is no event",
        do="take the line out to report what else is there, or run again",
    )
