"""Whose calls these are: tokens given and known by their digest alone, and credits that are really counted."""

from __future__ import annotations

import hashlib
import secrets
from uuid import UUID

from ugcflow.nemo import wire
from ugcflow.nemo.shapes import Json
from ugcflow.nemo.wire import Code
from ugcflow.service.database import Database
from ugcflow.service.refusal import Refusal
from ugcflow.service.settings import ServiceSettings

_FOREVER = 4e12  # seconds: the end of a registered token


class Accounts:
    """Accounts, their tokens and their credits. An anonymous account is its client id's, and outlives its token."""

    def __init__(self, database: Database, settings: ServiceSettings) -> None:
        self._db = database
        self._settings = settings
        self._db.do("delete from tokens where address = ''")
        for token in settings.tokens:
            digest = digest_of(token)
            self._account(f"user-{digest[:16]}", anonymous=False)
            self._db.do("insert into tokens values (?, ?, '', ?, ?)", digest, f"user-{digest[:16]}", 0, _FOREVER)

    def give(self, client_id: str, address: str) -> Json:
        """An anonymous token for a client: one as long as it is valid, about ten an address in that time. Raises Refusal 400, 429."""
        if not self._settings.anonymous:
            raise Refusal(403, "this service gives no anonymous tokens: set NEMO_TOKEN to one of your own")
        account = _anonymous(client_id)
        now, valid = self._settings.clock(), self._settings.token_seconds
        self._limit("one token a client", "account = ?", account, 1, now)
        self._limit("too many tokens for this address", "address = ?", address, self._settings.tokens_an_address, now)
        token = wire.TOKEN_PREFIX + secrets.token_urlsafe(32)
        self._account(account, anonymous=True)
        self._db.do(
            "insert into tokens values (?, ?, ?, ?, ?)", digest_of(token), account, address or "-", now, now + valid
        )
        return {
            "token": token, "credits": self._settings.credits or wire.STARTING_CREDITS, "expires_in": int(valid),
            "scopes": ["read", "write", "upload"],
        }  # fmt: skip

    def of(self, authorization: str) -> str:
        """The account of an Authorization header. Raises Refusal 1001 for a token that is missing, unknown or expired."""
        kind, _, token = authorization.partition(" ")
        row = self._db.one("select account, expires from tokens where digest = ?", digest_of(token.strip()))
        if kind.lower() != "bearer" or row is None or row["expires"] <= self._settings.clock():
            raise Refusal(Code.BAD_TOKEN, "the token is missing, unknown or expired")
        return str(row["account"])

    def credits(self, account: str) -> Json:
        """What is left: `available` to spend, `frozen` by work in progress, `total`; `unlimited` where nothing is refused for it."""
        row = self._db.one("select total, spent, frozen from accounts where id = ?", account)
        assert row
        left = {"available": max(0.0, row["total"] - row["spent"] - row["frozen"]), "frozen": row["frozen"], "total": row["total"]}  # fmt: skip
        return {**left, "spent": row["spent"], "unlimited": True} if self._settings.credits is None else left

    def reserve(self, account: str, cost: float) -> None:
        """Freeze `cost` for work that begins. Raises Refusal 2001 when it is not there."""
        if self._settings.credits is not None and self.credits(account)["available"] < cost:
            raise Refusal(Code.NO_CREDITS, "no credits left")
        self._db.do("update accounts set frozen = frozen + ? where id = ?", cost, account)

    def settle(self, account: str, cost: float, *, spent: bool) -> None:
        """End a reservation: the work was done and is paid, or it was not."""
        self._db.do(
            "update accounts set frozen = max(0, frozen - ?), spent = spent + ? where id = ?",
            cost,
            cost if spent else 0.0,
            account,
        )

    def _account(self, id_: str, *, anonymous: bool) -> None:
        """The account as it begins. An anonymous one gets its credits anew with each token, as the cloud does."""
        total = self._settings.credits or wire.STARTING_CREDITS
        self._db.do("insert or ignore into accounts values (?, ?, 0, 0, 0)", id_, anonymous)
        self._db.do(f"update accounts set total = {'spent + ?' if anonymous else '?'} where id = ?", total, id_)

    def _limit(self, why: str, which: str, value: str, most: int, now: float) -> None:
        valid = self._db.all(f"select expires from tokens where {which} and expires > ? order by expires", value, now)
        if len(valid) >= most:
            raise Refusal(Code.RATE_LIMIT, f"rate limit: {why}", retry_after=valid[len(valid) - most]["expires"] - now)


def digest_of(secret: str) -> str:
    """What is kept of a secret: enough to know it again."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def _anonymous(client_id: str) -> str:
    try:
        return f"anonymous-{digest_of(str(UUID(client_id.strip())))[:32]}"
    except ValueError:
        raise Refusal(Code.CLIENT_ID_MISSING, "X-Client-Id missing: it must be a UUID") from None
