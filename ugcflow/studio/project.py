"""One edit on disk: its timeline, its media, and the way back; written whole after every step, so that a crash loses none that was done."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ugcflow.errors import InputError, RenderError, SessionLost
from ugcflow.session.facts import Transcript
from ugcflow.session.state import State
from ugcflow.studio.draft import from_draft, to_draft
from ugcflow.studio.media.cache import Cache, sha256
from ugcflow.studio.media.footage import StudioFootage
from ugcflow.studio.timeline import Medium, Timeline

_DRAFT, _MEDIA, _HISTORY = "draft.json", "media.json", "history"
_STEPS_BACK = 50


class Project:
    """The folder of one session: `draft.json`, `media.json` (id → file), `history/` (the draft before each step), `media/` (downloads), `work/`."""

    def __init__(self, folder: Path, timeline: Timeline, cache: Path | None) -> None:
        self.folder = folder
        self.timeline = timeline
        self.footage = StudioFootage(Cache(cache) if cache else None)
        self._files: dict[str, Path] = {}
        self._pinned: dict[str, Transcript] = {}
        self._steps = sorted(int(f.stem) for f in (folder / _HISTORY).glob("*.json") if f.stem.isdecimal())

    @classmethod
    def create(cls, folder: Path, language: str, cache: Path | None) -> Project:
        """A new one without footage; a canvas is chosen with the first."""
        if folder.exists():
            raise SessionLost(f"there is a session {folder.name} already", do="open another")
        project = cls(folder, Timeline(1080, 1920, "30", language=language), cache)
        project.save()
        return project

    @classmethod
    def load(cls, folder: Path, cache: Path | None) -> Project:
        """One that was begun before. Raises SessionLost without one, InputError when its footage is gone or was changed."""
        try:
            timeline = from_draft(_read(folder / _DRAFT))
            rows = _read(folder / _MEDIA)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SessionLost(f"there is no session {folder.name} here", do="start the run again") from error
        project = cls(folder, timeline, cache)
        for row in rows:
            if row["id"] not in timeline.media:
                continue  # written down, and then a crash came before its draft
            project.know(timeline.media[row["id"]], _unchanged(Path(row["path"]), row["sha256"]))
            if "words" in row:
                words = tuple((str(t), int(start), int(long)) for t, start, long in row["words"])
                project.pin(Transcript(row["id"], row["sha256"], words, str(row["language"])))
        project._forget_unfinished()
        return project

    @property
    def work(self) -> Path:
        """Where renders keep their chunks."""
        return self.folder / "work"

    @property
    def downloads(self) -> Path:
        return self.folder / "media"

    def know(self, medium: Medium, file: Path) -> None:
        """Make a medium and its file known to everything that asks about footage."""
        self._files[medium.id] = file
        self.footage.add(medium, file)

    def pin(self, transcript: Transcript) -> None:
        """Edit by these words wherever footage has that content."""
        self._pinned[transcript.sha256] = transcript
        self.footage.pin(transcript)

    def files(self, timeline: Timeline) -> dict[str, Path]:
        """The file of each medium that the timeline may show or play."""
        return {id_: self.footage.path(id_) for id_ in timeline.media}

    def step(self, sentence: str, after: Timeline) -> None:
        """Keep the edit as it was before `sentence`, then as it is after."""
        number = self._steps[-1] + 1 if self._steps else 1
        write(self.folder / _HISTORY / f"{number:04d}.json", {"sentence": sentence, "draft": to_draft(self.timeline)})
        self._steps.append(number)
        for old in self._steps[:-_STEPS_BACK]:
            (self.folder / _HISTORY / f"{old:04d}.json").unlink(missing_ok=True)
        del self._steps[:-_STEPS_BACK]
        self.timeline = after
        self.save()

    def last_step(self) -> tuple[str, Timeline] | None:
        """The sentence carried out last and the edit before it, None when there was none."""
        if not self._steps:
            return None
        entry = _read(self.folder / _HISTORY / f"{self._steps[-1]:04d}.json")
        before = from_draft(entry["draft"])
        # Inputs that came since stay known: taking a cut back must not lose them.
        return str(entry["sentence"]), before.with_(media={**self.timeline.media, **before.media})

    def step_back(self, to: Timeline) -> None:
        """Forget the last step, with the edit standing as `to`."""
        self.timeline = to
        self.save()
        self._drop_last()

    def _forget_unfinished(self) -> None:
        """A step that was cut off after its way back was kept, before it was: there is nothing to take back of it."""
        while (last := self.last_step()) and last[1] == self.timeline:
            self._drop_last()

    def _drop_last(self) -> None:
        (self.folder / _HISTORY / f"{self._steps.pop():04d}.json").unlink(missing_ok=True)

    def save(self) -> None:
        """Write the edit as it stands."""
        rows = []
        for medium in self.timeline.media.values():
            path = self._files.get(medium.id) or self.footage.path(medium.id)
            pinned = self._pinned.get(medium.sha256)
            more = {"words": pinned.words, "language": pinned.language} if pinned else {}
            rows.append({"id": medium.id, "path": str(path.resolve()), "sha256": medium.sha256, **more})
        write(self.folder / _MEDIA, rows)
        write(self.folder / _DRAFT, to_draft(self.timeline))

    def state(self) -> State:
        """What the contract calls the state; tracks of the bundled library count as generated media."""
        media = list(self.timeline.media.values())
        own = {m.id for m in media if m.id in self._files}
        t = self.timeline
        return State(
            draft=to_draft(t),
            video_infos=[asdict(m) for m in media if m.id in own],
            canvas_config={"width": t.width, "height": t.height, "fps": t.fps},
            generated_media=[asdict(m) for m in media if m.id not in own],
        )


def write(file: Path, value: Any) -> None:
    """JSON under its final name whole or not at all, on disk when this returns. Raises RenderError when it can't be written."""
    try:
        _write(file, value)
    except OSError as error:
        raise RenderError(
            f"{file} could not be written: {error.strerror}", do="check the folder and the disk"
        ) from error


def _write(file: Path, value: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(value, stream, ensure_ascii=False)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def _unchanged(file: Path, expected: str) -> Path:
    if not file.is_file():
        raise InputError(f"{file.name} is not there any more", do="put the file back, or start the run again")
    if sha256(file) != expected:
        raise InputError(f"{file.name} was changed since the edit began", do="start the run again with the new file")
    return file
