"""One message and all that comes back of it: sent once, listened to, looked for when the connection breaks, and told in words when the agent is silent."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace

from ugcflow.errors import EditorError, NetworkError, StepError, UgcflowError
from ugcflow.nemo.adk import Turn
from ugcflow.nemo.envelope import Fault
from ugcflow.nemo.failures import Who, error_of
from ugcflow.nemo.settings import Waits
from ugcflow.nemo.settling import Read, Recovery, same, settled
from ugcflow.nemo.speech import Errand, Speech, translate
from ugcflow.nemo.sse import Decoder
from ugcflow.nemo.transport import Incoming, Interrupted, patiently
from ugcflow.nemo.wire import Code
from ugcflow.redact import Redactor
from ugcflow.session.event import Done, Event, Heartbeat, Text
from ugcflow.session.state import State
from ugcflow.session.summary import changes


@dataclass(slots=True)
class Line:
    """What an exchange needs of its session: how to send the message, how to read the state, whom a refusal is told to.

    `ours`: a service of ours, which speaks for people without a screen, and never goes on editing after its stream has ended.
    """

    send: Callable[[], Awaitable[Incoming]]
    read: Read
    who: Who
    waits: Waits
    ours: bool = False


class Exchange:
    """One message. After `events` has ended: `errands` the agent's words stood for, `after` the edit (None when it could not be read)."""

    def __init__(self, line: Line, before: State) -> None:
        self._line, self._before = line, before
        self._turn = Turn()
        self._said: list[str] = []
        self._warnings: list[str] = []
        self.errands: list[Errand] = []
        self.after: State | None = None
        self.applied: tuple[str, ...] = ()

    async def events(self) -> AsyncGenerator[Event, None]:
        """Everything but Done. Raises what the editor refused with, StepError when it failed, NetworkError when the edit was lost on the way."""
        broken = ""
        try:
            async with aclosing(self._listen()) as heard:
                async for event in heard:
                    if event != Text(""):
                        yield event
            if not (self._turn.events or self._turn.fault or await self._moved()):
                broken = "the editor closed the connection without a word."
        except Interrupted as trouble:
            if trouble.not_sent:
                raise
            broken = trouble.what.rstrip(".") + "."
        for said in map(self._speak, self._turn.finish()):
            if said != Text(""):
                yield said
        if broken:
            async with aclosing(self._recovered(broken)) as looking:
                async for working in looking:
                    yield working
        await self._conclude()

    async def _moved(self) -> bool:
        """Has the edit changed already?"""
        now = await self._line.read()
        if not same(now, self._before):
            self.after = now
        return self.after is not None

    async def _recovered(self, broken: str) -> AsyncGenerator[Event, None]:
        """Looks for the edit after a broken connection. Raises NetworkError when it is not there."""
        recovery = Recovery(self._line.read, self._before, self._line.waits, broken)
        async with aclosing(recovery.events()) as looking:
            async for working in looking:
                yield working
        self.after = recovery.found
        self._warnings.append(f"{broken} The edit was made all the same: its state shows it. Nothing was sent twice.")

    def done(self) -> Done:
        """How it ended, once `events` has."""
        return Done("\n\n".join(self._said), self.applied, (*self._warnings, *self._turn.warnings))

    async def _listen(self) -> AsyncGenerator[Event, None]:
        clock, decoder = _Clock(self._line.waits), Decoder()
        incoming: Incoming | None = None
        async with aclosing(patiently(self._line.send(), clock.tick)) as opening:
            async for incoming in opening:
                for beat in clock.passed() if incoming is None else ():
                    yield beat
        assert incoming is not None
        async with incoming:
            while (chunk := await incoming.next(clock.tick())) != b"":
                for frame in decoder.feed(chunk or b""):
                    told = self._turn.take(frame)
                    if told is not None:
                        clock.heard()
                    for event in told or ():
                        yield self._speak(event)
                if self._turn.fault:
                    return
                for beat in clock.passed():
                    yield beat
            for frame in decoder.finish():
                for event in self._turn.take(frame) or ():
                    yield self._speak(event)
        if decoder.skipped:
            self._warnings.append(
                f"{decoder.skipped} event{'s' if decoder.skipped > 1 else ''} too large to read left out"
            )

    def _speak(self, event: Event) -> Event:
        """The event with its words translated; `Text("")` where nothing but screen was said."""
        if not isinstance(event, Text):
            return event
        words = Redactor().text(event.text)
        speech = Speech(words) if self._line.ours else translate(words)
        self.errands += [e for e in speech.errands if e not in self.errands]
        self._warnings += [f"the editor asks for something by hand: “{d}”; say it as a step" for d in speech.dropped if Errand.HAND in translate(d).errands]  # fmt: skip
        if speech.text:
            self._said.append(speech.text)
        return Text(speech.text)

    async def _conclude(self) -> None:
        """What the state says of it: settled, compared, and put in words."""
        turn = self._turn
        first = self.after
        try:
            self.after = first = first or await self._line.read()
            self.after = await self._rest(first)
        except NetworkError as trouble:
            self._warnings.append(f"what changed could not be read: {trouble.what}")
        except EditorError:
            if not turn.fault:  # which says more
                raise
        moved = self.after is not None and not same(self._before, self.after)
        seen = tuple(str(c) for c in changes(self._before, self.after)) if self.after and moved else ()
        if turn.fault:
            raise _failed(self._error(turn.fault), moved)
        if turn.complaint and not self._said:
            if not moved:
                raise StepError(f"the editor gave up: {Redactor().text(turn.complaint)}", do="nothing changed. Try again later, or say it in another way")  # fmt: skip
            self._warnings.append(
                f"the editor spoke of trouble, but the edit changed: {Redactor().text(turn.complaint)}"
            )
        self.applied = turn.applied or seen
        if first and self.after and not same(first, self.after):
            later = "; ".join(str(c) for c in changes(first, self.after)) or "the media behind it"
            self._warnings.append(f"the editor went on by itself after its answer: {later}")
        if self.after and not moved and not self._said:
            self._warnings.append("the editor said nothing, and the edit did not change")

    async def _rest(self, first: State) -> State:
        only_words = self._said and not self._turn.tools and same(first, self._before)
        if self._line.ours or only_words:
            return first
        return await settled(self._line.read, first, self._line.waits)

    def _error(self, fault: Fault) -> UgcflowError:
        if fault.kind or (fault.code and fault.code in list(Code)):
            return error_of(fault, self._line.who, "the message")
        return StepError(f"the editor failed: {Redactor().text(fault.message) or 'it did not say why'}", do="try again later, or say it in another way")  # fmt: skip


def _failed(error: UgcflowError, moved: bool) -> UgcflowError:
    if moved:
        error.problem = replace(
            error.problem, do=f"the edit had changed before it failed: look at it first; {error.do}".strip()
        )
        error.problems = (error.problem, *error.problems[1:])
    return error


class _Clock:
    """The times of one message: when to say "still working", when silence or length has gone too far."""

    def __init__(self, waits: Waits) -> None:
        self._waits = waits
        self._start = self._heard = self._beat = time.monotonic()

    def heard(self) -> None:
        """Something real came in."""
        self._heard = time.monotonic()

    def tick(self) -> float:
        """How long to wait at most before `passed` has something to say, in s."""
        w = self._waits
        return max(
            0.001, min(self._beat + w.heartbeat, self._heard + w.silence, self._start + w.longest) - time.monotonic()
        )

    def passed(self) -> list[Heartbeat]:
        """A heartbeat when one is due. Raises Interrupted after too long a silence, or a message too long."""
        now, w = time.monotonic(), self._waits
        if now - self._heard >= w.silence:
            raise Interrupted(f"the editor said nothing but “still working” for {w.silence:.0f} s")
        if now - self._start >= w.longest:
            raise Interrupted(f"the editor was not done after {w.longest:.0f} s")
        if now - self._beat < w.heartbeat:
            return []
        self._beat = now
        return [Heartbeat(now - self._start)]
