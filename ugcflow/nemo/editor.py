"""NemoVideo, the cloud editor: sessions, credits and costs behind the contract that every editor keeps."""

from __future__ import annotations

import re

from ugcflow.errors import SessionLost
from ugcflow.nemo import wire
from ugcflow.nemo.api import Api
from ugcflow.nemo.session import CloudSession
from ugcflow.nemo.session_word import session_word
from ugcflow.nemo.settings import Settings
from ugcflow.nemo.shapes import Opened, named_bind, text
from ugcflow.session.reading import Question, Reading
from ugcflow.session.state import Credits

_ID = re.compile(r"(?!\.+$)[\w.:~-]{1,200}")
_GENERATION = re.compile(
    r"\bgenerat|\bb-?roll\b|\bai (?:video|clip|image|scene|avatar)|\b(?:create|make|produce) (?:an? |the |some )?(?:new )?(?:\w+ )?(?:clip|scene|shot|video of)\b|生成|空镜|制作一段",
    re.IGNORECASE,
)


class Nemo:
    """The cloud editor. Many sessions may run at once; they share connections and the token. Used within one event loop at a time."""

    name = "nemo"
    reads = False

    def __init__(self, settings: Settings | None = None, *, anonymous: bool = False) -> None:
        """The environment's settings where none are given; `anonymous` allows an anonymous token even in CI."""
        self._api = Api(settings or Settings.from_environment(allow_anonymous=anonymous))

    def refuses(self, reading: Reading) -> tuple[Question, ...]:
        """Nothing: the cloud is sent sentences as written."""
        return ()

    async def open(self, name: str, language: str) -> CloudSession:
        """A new session for one variant."""
        opened = await self._api.open_session(name, language)
        return CloudSession(self._api, opened, name, language, fresh=True)

    async def attach(self, session_id: str) -> CloudSession:
        """An existing session. Raises SessionLost when there is none, and for what can be no session's id."""
        if not _ID.fullmatch(session_id):
            raise SessionLost(f"there is no session {session_id[:80]!r}", do="give the id that the report or `session_opened` names", code=int(wire.Code.SESSION_NOT_FOUND))  # fmt: skip
        _, data = await self._api.state(session_id)
        task = text(data.get("task_id"))
        return CloudSession(self._api, Opened(session_id, task, named_bind(data) or task), "project", "en", fresh=False)

    async def credits(self) -> Credits:
        """What is left to spend."""
        return await self._api.credits()

    def cost(self, sentences: tuple[str, ...]) -> float:
        """A rough cost of a variant in credits: about 50 for an editing session, 100 more for each clip to be generated; exports are free."""
        edits = [s for s in sentences if not session_word(s)]
        return (wire.SESSION_COST if edits else 0.0) + wire.GENERATION_COST * sum(
            bool(_GENERATION.search(s)) for s in edits
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._api.calls.transport.aclose()
