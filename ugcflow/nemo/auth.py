"""Whose calls these are: a token of one's own, or an anonymous one by the client id, renewed once when it is refused."""

from __future__ import annotations

import asyncio
import weakref
from pathlib import Path
from urllib.parse import urlsplit

from ugcflow.errors import AuthError, ProtocolError, UgcflowError
from ugcflow.nemo import wire
from ugcflow.nemo.answers import body_of, data_of
from ugcflow.nemo.client_id import client_id, new_client_id
from ugcflow.nemo.failures import Refused, Who, error_of
from ugcflow.nemo.settings import Settings
from ugcflow.nemo.shapes import Json, number, text
from ugcflow.nemo.token import Token, TokenFile
from ugcflow.nemo.transport import Interrupted, Transport
from ugcflow.nemo.wire import Code


class Auth:
    """Hands out the token. Many calls may ask at once: one of them asks for a token, or renews it, for all."""

    def __init__(self, settings: Settings, transport: Transport) -> None:
        self._settings = settings
        self._transport = transport
        self._token = settings.token
        self._client_id = ""
        self._locks: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = weakref.WeakKeyDictionary()

    @property
    def anonymous(self) -> bool:
        return self._settings.token is None

    @property
    def client_id(self) -> str:
        """The client id, read or made at first use. Raises UsageError for one that is no UUID."""
        if not self._client_id:
            self._client_id = client_id(self._settings.client_id, self._id_file)
        return self._client_id

    def attribution(self) -> dict[str, str]:
        """The three headers of every call; without them an export is answered by 402."""
        s = self._settings
        return {wire.SOURCE_HEADER: s.source, wire.VERSION_HEADER: s.version, wire.PLATFORM_HEADER: s.platform}

    async def token(self) -> Token:
        """The token to call with. Raises AuthError when there is none and none may be asked for."""
        if self._token is None:
            async with self._lock():
                self._token = self._token or self._kept or await self._ask()
        return self._token

    async def renew(self, refused: Token) -> bool:
        """After 1001: True when there is another token to try. A token of one's own is never replaced."""
        if not self.anonymous:
            return False
        async with self._lock():
            if self._token == refused:
                self._file.forget()
                self._token = await self._ask()
        return True

    def _lock(self) -> asyncio.Lock:
        return self._locks.setdefault(asyncio.get_running_loop(), asyncio.Lock())

    @property
    def _id_file(self) -> Path:
        return self._settings.folder / "client_id"

    @property
    def _file(self) -> TokenFile:
        return TokenFile(self._settings.token_file, self._settings.api_url, self.client_id)

    @property
    def _kept(self) -> Token | None:
        return self._file.read() if self._settings.anonymous else None

    async def _ask(self) -> Token:
        if not self._settings.anonymous:
            raise AuthError("no NEMO_TOKEN is set, and in CI no anonymous token is asked for",
                            do="set NEMO_TOKEN as a secret of the job, or pass --anonymous (an address gets about ten in a week)")  # fmt: skip
        data = data_of(await self._answer())
        token = Token(text(data.get("token")), anonymous=True)
        if not token.reveal():
            raise ProtocolError("the editor gave no token where an anonymous one was asked for", do="set NEMO_TOKEN")
        self._file.keep(token, number(data.get("expires_in")))
        return token

    async def _answer(self) -> Json:
        backoff, tried = self._transport.backoff(), set[int]()
        while True:
            headers = {**self.attribution(), wire.CLIENT_ID_HEADER: self.client_id}
            try:
                return body_of(await self._transport.call("POST", wire.ANONYMOUS_TOKEN, headers, None), self._host)
            except Interrupted as trouble:
                if not await backoff.wait(trouble.retry_after):
                    raise
            except Refused as refused:
                if refused.fault.code in tried or not await self._cure(refused.fault.code):
                    raise self._error(refused) from None
                tried.add(refused.fault.code)

    async def _cure(self, code: int) -> bool:
        if code == Code.RATE_LIMIT:
            await asyncio.sleep(self._settings.waits.rate_limit)
            return True
        if code == Code.CLIENT_ID_MISSING and not self._settings.client_id:
            self._client_id = new_client_id(self._id_file)
            return True
        return False

    def _error(self, refused: Refused) -> UgcflowError:
        if refused.fault.code == Code.RATE_LIMIT:
            return AuthError(f"no further anonymous token is given (429): a client gets one in {wire.TOKEN_DAYS} days, an address about {wire.TOKENS_AN_ADDRESS}",
                             do="set NEMO_TOKEN to a token of your own", code=int(Code.RATE_LIMIT))  # fmt: skip
        return error_of(refused.fault, Who(self._host, True, self._settings.web_url), "an anonymous token")

    @property
    def _host(self) -> str:
        return urlsplit(self._settings.api_url).netloc
