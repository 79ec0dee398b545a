"""The calls of protocol.md, one method each, with what they answer as values."""

from __future__ import annotations

from ugcflow.errors import ProtocolError
from ugcflow.nemo import wire
from ugcflow.nemo.answers import data_of
from ugcflow.nemo.calls import Ask, Calls
from ugcflow.nemo.multipart import Multipart
from ugcflow.nemo.settings import Settings
from ugcflow.nemo.shapes import (
    InputNote,
    Json,
    MessageNote,
    Opened,
    Render,
    mapping,
    message_request,
    number,
    open_request,
    render_request,
    text,
    url_upload_request,
)
from ugcflow.nemo.transport import Incoming
from ugcflow.output import Output
from ugcflow.session.message import Message
from ugcflow.session.state import Credits, State


class Api:
    """The cloud editor's API. `ours` tells a service of ours from the cloud, once it has answered."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.calls = Calls(settings)

    @property
    def ours(self) -> bool:
        return self.calls.ours

    async def open_session(self, name: str, language: str) -> Opened:
        """A new session. Not repeated when its answer is lost: a session without an owner is better than two."""
        body = await self.calls.json(Ask.json(wire.OPEN_SESSION, open_request(name, language)))
        opened = Opened.from_json(data_of(body))
        if not opened.session_id:
            raise ProtocolError(f"{self.calls.host} opened no session", do="try again")
        return opened

    async def state(self, session_id: str, bind: str = "") -> tuple[State, Json]:
        """The edit, and the `data` it came in (which may name the task and what to bind to). Raises SessionLost."""
        data = data_of(await self.calls.json(Ask.get(wire.filled(wire.STATE, session_id=session_id), bind)))
        return State.from_json(mapping(data.get("state"))), data

    async def credits(self) -> Credits:
        """What is left to spend."""
        data = data_of(await self.calls.json(Ask.get(wire.CREDITS)))
        available, frozen, total = (number(data.get(key)) for key in ("available", "frozen", "total"))
        return Credits(available, frozen, total, unlimited=data.get("unlimited") is True)

    async def claim_link(self, session: Opened) -> str:
        """The link with which a person takes the session over, "" when none is given."""
        ask = Ask.json(
            wire.CLAIM_TOKEN, {"task_id": session.task_id, "session_id": session.session_id}, repeatable=True
        )
        claim = text(data_of(await self.calls.json(ask)).get("claim_token"))
        return f"{self.settings.web_url}/workspace/claim?ct={claim}" if claim else ""

    async def message(self, session: Opened, said: str, message: Message) -> Incoming:
        """The event stream a message is answered with. A service of ours is told what it is about and what a lock pinned."""
        note = MessageNote(message.on, message.operations) if self.ours else None
        ask = Ask.json(wire.RUN, message_request(session.session_id, said, note), bind=session.bind)
        events = Ask(ask.method, ask.path, ask.body, {**ask.headers, "Accept": "text/event-stream", "Accept-Encoding": "identity"}, about="the message", bind=ask.bind)  # fmt: skip
        return await self.calls.stream(events, self.settings.waits.silence)

    async def upload(self, session: Opened, part: Multipart, note: InputNote) -> Json:
        """Sends a file; `data` of the answer."""
        headers = {"Content-Type": part.content_type, "Content-Length": str(part.length), **self._note(note)}
        path = wire.filled(wire.UPLOAD, session_id=session.session_id)
        return data_of(
            await self.calls.json(Ask("POST", path, part.chunks, headers, about=note.name, bind=session.bind))
        )

    async def upload_url(self, session: Opened, url: str, note: InputNote) -> Json:
        """Has the editor fetch a URL; `data` of the answer."""
        ask = Ask.json(
            wire.filled(wire.UPLOAD, session_id=session.session_id), url_upload_request([url]), bind=session.bind
        )
        return data_of(await self.calls.json(Ask("POST", ask.path, ask.body, {**ask.headers, **self._note(note)}, about=note.name, bind=session.bind)))  # fmt: skip

    async def submit_render(self, session: Opened, render_id: str, draft: Json, output: Output) -> Render:
        """Starts a render. A service of ours is sent the whole output."""
        body = render_request(render_id, session.session_id, draft, output, whole=self.ours)
        return Render.from_json(await self.calls.json(Ask.json(wire.SUBMIT_RENDER, body, bind=session.bind)))

    async def poll_render(self, render_id: str) -> Render:
        """How far a render is."""
        return Render.from_json(await self.calls.json(Ask.get(wire.filled(wire.POLL_RENDER, render_id=render_id))))

    def _note(self, note: InputNote) -> dict[str, str]:
        return {wire.INPUT_HEADER: note.to_header()} if self.ours else {}
