"""What is handed to an editor: a file or a URL to upload, and a sentence to carry out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ugcflow.session.facts import Transcript
from ugcflow.session.reading import Operation


@dataclass(frozen=True, slots=True)
class Upload:
    """One input of a recipe: its `id`, where it comes from (exactly one of `file`, `url`), and its `role`.

    `role` is `footage` (makes the timeline, in order), `music`, `logo`, `broll` or `asset`; "" lets the editor tell from the file.
    `transcripts` are what a lock pinned: an editor that listens itself takes the words of the one with this file's sha256 instead of listening.
    """

    id: str
    file: Path | None = None
    url: str = ""
    role: str = ""
    sha256: str = ""
    transcripts: tuple[Transcript, ...] = ()

    @property
    def name(self) -> str:
        """The file name people know it by."""
        return self.file.name if self.file else self.url.split("?", 1)[0].rstrip("/").rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What became of an upload. `probe` is what the editor found in it (see FileFacts.to_json), {} if it does not say."""

    id: str
    name: str
    sha256: str
    bytes: int
    probe: dict[str, object]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for the editor.

    `on` names the one input it is about ("" for the whole edit). `operations` are what a lock pinned, or what was read
    when the run was planned: an editor that reads sentences itself (the studio) obeys them instead of reading again; the cloud ignores them.
    """

    text: str
    on: str = ""
    operations: tuple[Operation, ...] | None = None
