"""What a service remembers, in SQLite (WAL): on disk before an answer goes out, so that `kill -9` loses nothing that was answered.

One process owns the file: it is locked as long as the service runs, and the lock ends with the process, however it ends.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from ugcflow.errors import UsageError

_SCHEMA = """
create table if not exists accounts (id text primary key, anonymous integer, total real, spent real, frozen real);
create table if not exists tokens (digest text primary key, account text, address text, created real, expires real);
create index if not exists tokens_by_address on tokens (address);
create table if not exists sessions (id text primary key, task text, account text, editor text, name text, language text,
                                     charged integer, created real);
create table if not exists inputs (session text, id text, name text, sha256 text, bytes integer, probe text, primary key (session, id));
create table if not exists messages (n integer primary key, session text, at real, status text);
create table if not exists renders (n integer primary key, account text, id text, key text, session text, output text, status text,
                                    error text, file text, answer text, unique (account, id));
create table if not exists claims (digest text primary key, session text, expires real);
"""
_CRASHED = """
update accounts set frozen = 0;
update sessions set charged = 0 where id in (select session from messages where status = 'received')
                                  and id not in (select session from messages where status = 'done');
update messages set status = 'lost' where status = 'received';
"""


class Database:
    """The file `service.sqlite3` of a data folder. Raises UsageError when another service has it, or it can't be used."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._db = sqlite3.connect(
                folder / "service.sqlite3", timeout=1.0, isolation_level=None, check_same_thread=False
            )
            self._db.row_factory = sqlite3.Row
            self._lock()
            self._db.executescript(_SCHEMA + _CRASHED)
        except sqlite3.OperationalError as error:
            taken = "locked" in str(error)
            what = f"another service is using {folder}" if taken else f"the data folder {folder} can't be used: {error}"
            raise UsageError(what, do="stop it, or choose another folder with --data") from None
        except (OSError, sqlite3.DatabaseError) as error:
            raise UsageError(
                f"the data folder {folder} can't be used: {error}", do="choose another folder with --data"
            ) from None

    def _lock(self) -> None:
        for pragma in ("locking_mode = exclusive", "journal_mode = wal", "synchronous = normal"):
            self._db.execute(f"pragma {pragma}")
        self._db.execute("begin exclusive")
        self._db.execute("commit")

    def do(self, sql: str, *values: Any) -> int:
        """One statement, on disk when this returns; the number of rows it changed."""
        return self._db.execute(sql, values).rowcount

    def one(self, sql: str, *values: Any) -> sqlite3.Row | None:
        """The first row of a query."""
        row: sqlite3.Row | None = self._db.execute(sql, values).fetchone()
        return row

    def all(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """Every row of a query."""
        return self._db.execute(sql, values).fetchall()

    def count(self, sql: str, *values: Any) -> float:
        """The one number a query asks for."""
        row = self.one(sql, *values)
        return float(row[0] or 0) if row else 0.0

    def close(self) -> None:
        self._db.close()
