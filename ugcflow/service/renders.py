"""Renders: asked for once by their id, done one at a time a session in the order they came, kept when they are finished."""

from __future__ import annotations

import json
import logging
import re
import secrets
import sqlite3
import time
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from ugcflow.errors import UgcflowError
from ugcflow.nemo import wire
from ugcflow.nemo.shapes import Json, Render, output_from_json, output_to_json
from ugcflow.service.database import Database
from ugcflow.service.desk import Desk, Live
from ugcflow.service.messages import Tasks
from ugcflow.service.metrics import Metrics
from ugcflow.service.refusal import Refusal, fault_of
from ugcflow.service.settings import ServiceSettings
from ugcflow.session import Exported, Output

FORMATS = ("mp4", "mov", "webm", "gif", "mp3", "wav", "m4a", "png", "jpg", "srt", "vtt")
_ID = re.compile(r"[A-Za-z0-9._-]{1,120}")
_log = logging.getLogger("ugcflow.service")


class Renders:
    """The renders of every session. A render waits for what was asked of its session before it, and what is asked after it waits for the render:
    what is rendered is the edit as it was submitted."""

    def __init__(self, database: Database, desk: Desk, settings: ServiceSettings, metrics: Metrics) -> None:
        self._db, self._desk, self._settings, self._metrics = database, desk, settings, metrics
        self._progress: dict[str, float] = {}
        self.tasks = Tasks()

    async def submit(self, live: Live, body: Json) -> Render:
        """Queue a render; one whose id is known already is told as it stands. Raises Refusal 400, 409."""
        id_ = body.get("id") or f"render_{time.time_ns()}"
        if not isinstance(id_, str) or not _ID.fullmatch(id_):
            raise Refusal(400, "a render's id is up to 120 letters, digits, dots, dashes and underscores")
        output = output_of(body)
        if self._row(live.account, id_) is None:
            await self._check(live, body.get("draft"))
        if self._row(live.account, id_) is None:  # it may have come a second time meanwhile
            self._db.do(
                "insert into renders (account, id, key, session, output, status) values (?, ?, ?, ?, ?, ?)",
                live.account, id_, secrets.token_hex(16), live.id, json.dumps(output_to_json(output)), wire.PENDING,
            )  # fmt: skip
            self._metrics.count("ugcflow_renders_total", status="submitted")
            row = self._row(live.account, id_)
            assert row
            self.tasks.start(self._rendered(live, row))
        return self.poll(live.account, id_, "")

    def poll(self, account: str, id_: str, base: str) -> Render:
        """How far a render of this account is; `base` is where its file is downloaded from. Raises Refusal 404."""
        row = self._row(account, id_)
        if row is None:
            raise Refusal(404, "no such render")
        if row["status"] == wire.COMPLETED:
            done = Render.from_json(json.loads(row["answer"]))
            return replace(done, url=f"{base}/api/render/files/{row['key']}/{Path(row['file']).name}")
        progress = self._progress.get(row["key"], 0.0)
        wait = None if row["status"] == wire.FAILED else self._settings.poll_every
        return Render(id_, row["status"], progress, wait, row["error"] or "")

    def file(self, account: str, *, id_: str = "", key: str = "") -> tuple[Path, str]:
        """The file of a finished render, by its id or its key, and its sha256. Raises Refusal 404."""
        which = "key = ?" if key else "id = ?"
        row = self._db.one(f"select * from renders where account = ? and {which}", account, key or id_)
        place = self._settings.data / row["file"] if row and row["file"] else None
        if row is None or place is None or not place.is_file():
            raise Refusal(404, "no such file")
        return place, str(json.loads(row["answer"])["output"]["sha256"])

    async def resume(self) -> None:
        """Go on with the renders that a stopped service left, in their order."""
        for row in self._db.all("select * from renders where status in (?, ?) order by n", wire.PENDING, wire.PROCESSING):  # fmt: skip
            try:
                live = await self._desk.find(row["account"], row["session"])
            except (Refusal, UgcflowError):
                self._set(row, wire.FAILED, error="its session is gone")
            else:
                self.tasks.start(self._rendered(live, row))

    def _row(self, account: str, id_: str) -> sqlite3.Row | None:
        return self._db.one("select * from renders where account = ? and id = ?", account, id_)

    async def _check(self, live: Live, draft: object) -> None:
        """Raises Refusal 409 for a draft that is not the session's: somebody looks at an old one."""
        if draft is not None and draft != json.loads(json.dumps((await live.state()).draft)):
            raise Refusal(409, "the draft is not the session's: read the state, then render that")

    async def _rendered(self, live: Live, row: sqlite3.Row) -> None:
        output = output_from_json(json.loads(row["output"]))
        file = Path("renders") / row["key"] / f"{row['id']}.{output.format}"
        began = time.monotonic()
        try:
            async with live.turn(long=True) as session, self._desk.workers:
                self._set(row, wire.PROCESSING)
                place = self._settings.data / file
                place.parent.mkdir(parents=True, exist_ok=True)
                exported = await session.export(output, place, lambda done, _: self._progress.__setitem__(row["key"], done))  # fmt: skip
            self._set(row, wire.COMPLETED, file=str(file), answer=_answer(row["id"], exported))
        except UgcflowError as error:
            fault = fault_of(error)
            self._set(row, wire.FAILED, error=f"{fault.message} ({fault.do})" if fault.do else fault.message)
        except Exception:
            mark = uuid4().hex[:8]
            _log.exception("render failed (%s)", mark)
            self._set(row, wire.FAILED, error=f"the service itself failed; its log says why under {mark}")
        finally:
            self._progress.pop(row["key"], None)
            self._metrics.count("ugcflow_render_seconds_total", time.monotonic() - began)

    def _set(self, row: sqlite3.Row, status: str, *, error: str = "", file: str = "", answer: str = "") -> None:
        self._db.do(
            "update renders set status = ?, error = ?, file = ?, answer = ? where n = ?",
            status, error, file, answer, row["n"],
        )  # fmt: skip
        if status in (wire.COMPLETED, wire.FAILED):
            self._metrics.count("ugcflow_renders_total", status=status)


def output_of(body: Json) -> Output:
    """What a render asks for: all of it from a client of ours, a format and a quality from any other. Raises Refusal 400."""
    try:
        whole = body.get(wire.EXTRA_FIELD)
        asked = body.get("output") if isinstance(body.get("output"), dict) else {}
        assert isinstance(asked, dict)
        output = output_from_json(whole) if isinstance(whole, dict) else Output(
            "export", str(asked.get("format") or "mp4").lower(), quality=str(asked.get("quality") or "high")
        )  # fmt: skip
    except (TypeError, ValueError, AttributeError):
        raise Refusal(400, "the output can't be read") from None
    if output.format not in FORMATS:
        raise Refusal(400, f"no such format: {', '.join(FORMATS)}")
    return output


def _answer(id_: str, done: Exported) -> str:
    """What a finished render answers, kept as it is told; its address is put in when it is asked for."""
    render = Render(
        id_, wire.COMPLETED, 1.0, None, "", "-", done.seconds, done.bytes, done.sha256, done.draft, done.warnings
    )
    return json.dumps(render.to_json())
