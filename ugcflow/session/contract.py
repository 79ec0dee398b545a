"""An editor, a session with it, a reader of sentences, and an inspector of files: what the runner is handed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Protocol, runtime_checkable

from ugcflow.output import Output
from ugcflow.session.event import Event
from ugcflow.session.export import Exported
from ugcflow.session.facts import Evidence, FileFacts, Loudness, Transcript
from ugcflow.session.message import Message, Upload, Uploaded
from ugcflow.session.reading import Question, Reading, Tongue
from ugcflow.session.state import Credits, State

Progress = Callable[[float, str], None]
"""Called with how far (0…1) and what is being done; must be quick and must not raise."""


class Session(Protocol):
    """One edit in progress. Steps go strictly in order; all methods may raise the errors of `ugcflow.errors`."""

    @property
    def id(self) -> str:
        """What `attach` takes."""
        ...

    async def upload(self, source: Upload, progress: Progress | None = None) -> Uploaded:
        """Bring one input in. Raises InputError for a file that can't be used."""
        ...

    def send(self, message: Message) -> AsyncIterator[Event]:
        """Carry one sentence out. The stream ends with Done. Never sent twice, whatever breaks."""
        ...

    async def state(self) -> State:
        """The whole edit as it stands."""
        ...

    async def export(self, output: Output, to: Path, progress: Progress | None = None) -> Exported:
        """Render to the file `to`, which appears whole or not at all."""
        ...

    async def claim_link(self) -> str:
        """A link with which a person takes the session over, "" where there is none. Never holds a token of the account."""
        ...

    async def close(self) -> None:
        """Let go of what the session holds here (temporary files, connections)."""
        ...


@runtime_checkable
class Hearing(Protocol):
    """What a session offers beside `Session` when its editor listens to footage itself."""

    async def heard(self) -> tuple[Transcript, ...]:
        """What was said in each input that was listened to so far; listens to nothing anew."""
        ...


class Editor(Protocol):
    """One kind of editor. Nothing above this contract knows which."""

    @property
    def name(self) -> str:
        """`local` or `nemo`."""
        ...

    @property
    def reads(self) -> bool:
        """True when it reads sentences by our reader, so that one it can't read stops a run before anything is touched."""
        ...

    def refuses(self, reading: Reading) -> tuple[Question, ...]:
        """What of a reading this editor can't do at all (an operation not built yet), in plain words."""
        ...

    async def open(self, name: str, language: str) -> Session:
        """A new session for one variant."""
        ...

    async def attach(self, session_id: str) -> Session:
        """An existing session. Raises SessionLost when there is none."""
        ...

    async def credits(self) -> Credits:
        """What is left to spend."""
        ...

    def cost(self, sentences: tuple[str, ...]) -> float:
        """A rough cost of a variant in credits, 0 where it costs nothing."""
        ...

    async def close(self) -> None: ...


class Reader(Protocol):
    """Turns sentences into operations. Deterministic, offline unless named otherwise."""

    def read(self, text: str, tongue: Tongue | None = None) -> Reading: ...


class Listener(Protocol):
    """Writes down what is said in an input, for a lock to pin. It is the same listener the editor's session has."""

    def hear(self, source: Upload, progress: Progress | None = None) -> Transcript | None:
        """The words, hesitations included; none when nobody speaks or in a language it can't write down ("und"); None for what is no video.

        Raises InputError for a file that can't be used, StepError when listening was stopped.
        """
        ...


class Inspector(Protocol):
    """Reads finished files back, whichever editor made them."""

    def probe(self, file: Path) -> FileFacts:
        """Streams and sizes. Raises InputError for a file that can't be read."""
        ...

    def loudness(self, file: Path) -> Loudness:
        """EBU R 128 of the whole file."""
        ...

    def evidence(self, file: Path, folder: Path, stem: str) -> Evidence:
        """Poster, filmstrip, waveform and loudness curve of `file`, written into `folder` under names that begin with `stem`."""
        ...
