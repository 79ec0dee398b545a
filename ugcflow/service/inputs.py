"""Inputs brought in: by multipart or by URL, each once, kept beside the session as long as it lives."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

from starlette.requests import Request

from ugcflow.errors import InputError
from ugcflow.nemo import wire
from ugcflow.nemo.shapes import InputNote, Json
from ugcflow.service.body import json_body
from ugcflow.service.database import Database
from ugcflow.service.desk import Desk, Live
from ugcflow.service.fetch import fetch
from ugcflow.service.metrics import Metrics
from ugcflow.service.receiving import Received, Receiver, safe_name
from ugcflow.service.refusal import Refusal
from ugcflow.service.settings import ServiceSettings
from ugcflow.session import Upload


class Inputs:
    """Takes uploads for sessions."""

    def __init__(self, database: Database, desk: Desk, settings: ServiceSettings, metrics: Metrics) -> None:
        self._db, self._desk, self._settings, self._metrics = database, desk, settings, metrics

    async def take(self, request: Request, live: Live) -> Json:
        """Everything an upload brings, as the `data` of its answer. Raises Refusal, and what the editor refuses with."""
        note = InputNote.from_header(request.headers.get(wire.INPUT_HEADER, ""))
        if request.headers.get("content-type", "").startswith("application/json"):
            files = await self._fetched(await json_body(request), live)
            return await self._taken(live, files, note)
        receiver = Receiver(live.folder, self._settings.largest_upload, self._settings.body_silence)
        try:
            files = await receiver.receive(request.headers.get("content-type", ""), request.stream())
            return await self._taken(live, files, note)
        finally:
            receiver.discard()

    async def _fetched(self, body: Json, live: Live) -> list[Received]:
        urls = body.get("urls")
        if not isinstance(urls, list) or not urls or not all(isinstance(u, str) for u in urls):
            raise Refusal(400, "urls must be a list of links")
        async with self._desk.workers:
            return [await fetch(url, live.folder, self._settings) for url in urls]

    async def _taken(self, live: Live, files: list[Received], note: InputNote) -> Json:
        try:
            async with live.turn(long=False):
                return {"files": [await self._one(live, f, note if i == 0 else InputNote("")) for i, f in enumerate(files)]}  # fmt: skip
        finally:
            for file in files:
                file.part.unlink(missing_ok=True)

    async def _one(self, live: Live, file: Received, note: InputNote) -> Json:
        id_ = note.id or self._new_id(live)
        if known := self._known(live, id_, file):
            return known
        name = safe_name(note.name) or file.name
        place = _place(live.folder, id_, name)
        os.replace(file.part, place)
        try:
            async with self._desk.workers:
                source = Upload(id_, place, role=note.role, sha256=note.sha256)
                uploaded = replace(await live.session.upload(source), sha256=file.sha256)
        except BaseException:
            place.unlink(missing_ok=True)
            raise
        self._db.do(
            "insert into inputs values (?, ?, ?, ?, ?, ?)",
            live.id, id_, name, file.sha256, file.bytes, json.dumps(uploaded.probe),
        )  # fmt: skip
        self._metrics.count("ugcflow_uploads_total")
        self._metrics.count("ugcflow_upload_bytes_total", file.bytes)
        return {"id": id_, "name": name, "sha256": file.sha256, "bytes": file.bytes, "probe": dict(uploaded.probe)}

    def _known(self, live: Live, id_: str, file: Received) -> Json | None:
        """What was answered when this very input came in before: it is not taken twice."""
        row = self._db.one("select * from inputs where session = ? and id = ?", live.id, id_)
        if row is None:
            return None
        if row["sha256"] != file.sha256:
            raise InputError(f"the session has another input {id_!r} already", do="give it an id of its own")
        return {"id": id_, "name": row["name"], "sha256": row["sha256"], "bytes": row["bytes"], "probe": json.loads(row["probe"])}  # fmt: skip

    def _new_id(self, live: Live) -> str:
        """`input1`, `input2` … for an upload that brings no id."""
        taken = {row["id"] for row in self._db.all("select id from inputs where session = ?", live.id)}
        return next(id_ for n in range(1, len(taken) + 2) if (id_ := f"input{n}") not in taken)


def _place(folder: Path, id_: str, name: str) -> Path:
    """Where an input lies under its own name: in a folder of its own, since two inputs may share a name."""
    from hashlib import sha256

    own = folder / sha256(id_.encode()).hexdigest()[:16]
    own.mkdir(parents=True, exist_ok=True)
    return own / name
