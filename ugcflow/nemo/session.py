"""A session with the cloud editor, or with a service of ours that speaks as it does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from ugcflow.errors import EditorError, SessionLost, StepError
from ugcflow.nemo.api import Api
from ugcflow.nemo.exchange import Exchange, Line
from ugcflow.nemo.failures import Who
from ugcflow.nemo.render import Export, ready
from ugcflow.nemo.session_word import SessionWord, session_word
from ugcflow.nemo.shapes import Opened, named_bind
from ugcflow.nemo.speech import Errand
from ugcflow.nemo.transport import Incoming, Interrupted
from ugcflow.nemo.upload import upload
from ugcflow.output import Output
from ugcflow.session.contract import Progress
from ugcflow.session.event import Done, Event, Text
from ugcflow.session.export import Exported
from ugcflow.session.message import Message, Upload, Uploaded
from ugcflow.session.state import State
from ugcflow.session.summary import summary

T = TypeVar("T")


class CloudSession:
    """One edit. Until its first message has gone out, a session the cloud has lost is opened anew with all inputs; after it, SessionLost."""

    def __init__(self, api: Api, opened: Opened, name: str, language: str, *, fresh: bool) -> None:
        self._api, self._opened, self._name, self._language = api, opened, name, language
        self._fresh = fresh  # nothing was sent yet that a new session would lose
        self._attached = not fresh  # its inputs were sent by another run, so their names are not known
        self._inputs: dict[str, Upload] = {}
        self._notes: list[str] = []

    @property
    def id(self) -> str:
        """The session's id; another one after a session lost before its first message."""
        return self._opened.session_id

    @property
    def task_id(self) -> str:
        return self._opened.task_id

    async def upload(self, source: Upload, progress: Progress | None = None) -> Uploaded:
        """Bring one input in. Raises InputError for a file that can't be used."""
        uploaded = await self._kept(lambda: upload(self._api, self._opened, source, progress))
        self._inputs[source.id] = source
        return uploaded

    async def send(self, message: Message) -> AsyncIterator[Event]:
        """Carry one sentence out, or make the call it stands for. The message is sent at most once."""
        if word := session_word(message.text):
            done = await self._call(word)
            if done.reply:
                yield Text(done.reply)
            yield done
            return
        before = await self.state()
        exchange = Exchange(self._line(message), before)
        async with aclosing(exchange.events()) as events:
            async for event in events:
                yield event
        yield await self._concluded(exchange)

    async def state(self) -> State:
        """The whole edit as it stands."""

        async def read() -> State:
            state, data = await self._api.state(self._opened.session_id, self._opened.bind)
            if bind := named_bind(data):
                self._opened = replace(self._opened, bind=bind)
            return state

        return await self._kept(read)

    async def export(self, output: Output, to: Path, progress: Progress | None = None) -> Exported:
        """Render to the file `to`, which appears whole or not at all."""
        state = await self.state()
        return await Export(self._api, self._opened, output, to, progress).run(state.draft)

    async def claim_link(self) -> str:
        """A link with which a person takes the session over, "" where the editor gives none."""
        if not self._opened.task_id:
            return ""
        try:
            return await self._api.claim_link(self._opened)
        except EditorError:
            return ""

    async def close(self) -> None:
        """Nothing is held here: connections belong to the editor."""

    def _line(self, message: Message) -> Line:
        waits = self._api.settings.waits
        calls = self._api.calls
        who = Who(calls.host, calls.auth.anonymous, self._api.settings.web_url, self._opened.bind)
        return Line(lambda: self._sent(message), self.state, who, waits, ours=self._api.ours)

    async def _sent(self, message: Message) -> Incoming:
        """The message on its way. From here on a lost session is lost, unless it was surely not taken."""

        async def send() -> Incoming:
            fresh, self._fresh = self._fresh, False
            try:
                return await self._api.message(self._opened, self._words(message), message)
            except SessionLost:
                self._fresh = fresh
                raise
            except Interrupted as trouble:
                self._fresh = fresh and trouble.not_sent
                raise

        return await self._kept(send)

    def _words(self, message: Message) -> str:
        """The sentence as written; to the cloud, one about a single input begins with its name."""
        if not message.on or self._api.ours:
            return message.text
        if message.on not in self._inputs and self._attached:
            return f"For {message.on}: {message.text}"
        if message.on not in self._inputs:
            raise StepError(
                f"there is no input {message.on!r} in this session",
                do="name one of the recipe's inputs",
                nearest=tuple(self._inputs),
            )
        return f"For {self._inputs[message.on].name}: {message.text}"

    async def _kept(self, call: Callable[[], Awaitable[T]]) -> T:
        """The call; when the session turns out to be gone before the first message, a new one with all inputs, and the call again."""
        try:
            return await call()
        except SessionLost:
            if not self._fresh:
                raise
        lost = self._opened.session_id
        self._opened = await self._api.open_session(self._name, self._language)
        for source in self._inputs.values():
            await upload(self._api, self._opened, source)
        self._notes.append(
            f"session {lost} was gone before its first message: a new one, {self.id}, was opened and every input sent again"
        )
        return await call()

    async def _concluded(self, exchange: Exchange) -> Done:
        done = exchange.done()
        applied, warnings = [*done.applied], [*self._notes, *done.warnings]
        self._notes.clear()
        state = exchange.after
        for errand in exchange.errands:
            if errand is Errand.STATE and state:
                applied.append(summary(state.draft))
            elif errand is Errand.CREDITS:
                applied.append(await self._credits())
            elif errand is Errand.EXPORT and state and not ready(state.draft):
                warnings.append("the editor spoke of exporting, but there is nothing on the timeline yet")
            elif errand is Errand.UPLOAD:
                warnings.append("the editor asks for a file: add it to the recipe's inputs")
        return Done(done.reply, tuple(applied), tuple(warnings))

    async def _call(self, word: SessionWord) -> Done:
        """The call that a session word stands for; nothing is sent to the agent."""
        said, trouble = await self._answer(word)
        warnings = (*self._notes, *([trouble] if trouble else []))
        self._notes.clear()
        return Done(said, (said,) if said else (), warnings)

    async def _answer(self, word: SessionWord) -> tuple[str, str]:
        """What a call comes to, and what is wrong with it."""
        if word is SessionWord.CREDITS:
            return await self._credits(), ""
        state = await self.state()
        if word is SessionWord.STATUS:
            return summary(state.draft), ""
        if word is SessionWord.UPLOAD:
            names = ", ".join(i.name for i in self._inputs.values())
            return (f"Uploaded: {names}", "") if names else ("", "nothing was uploaded: name the files under inputs")
        if not ready(state.draft):
            return "", "there is nothing on the timeline to export yet"
        return "Ready to export: the recipe's exports make the files after the last step", ""

    async def _credits(self) -> str:
        left = await self._api.credits()
        return (
            "Credits: not counted here"
            if left.unlimited
            else f"Credits: {left.available:g} left of {left.total:g}"
            + (f", {left.frozen:g} reserved" if left.frozen else "")
        )
