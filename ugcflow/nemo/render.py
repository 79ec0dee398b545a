"""An export by the editor: submitted, polled, tried once more when it failed, and downloaded."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from ugcflow.errors import ProtocolError, RenderError
from ugcflow.nemo import wire
from ugcflow.nemo.api import Api
from ugcflow.nemo.download import download
from ugcflow.nemo.shapes import Json, Opened, Render, number
from ugcflow.nemo.transport import Interrupted
from ugcflow.output import Output
from ugcflow.redact import Redactor
from ugcflow.session.contract import Progress
from ugcflow.session.export import Exported

_SUBTITLES = ("srt", "vtt")
_RENDERED = 0.9  # how much of the progress is rendering; the rest is the download


def ready(draft: Json) -> bool:
    """A draft can be exported when some track has a non-empty `sg`."""
    tracks = draft.get("t")
    return isinstance(tracks, list) and any(isinstance(t, dict) and t.get("sg") for t in tracks)


class Export:
    """One output of one session, on its way to the file `to`."""

    def __init__(self, api: Api, session: Opened, output: Output, to: Path, progress: Progress | None) -> None:
        self._api, self._session, self._output, self._to = api, session, output, to
        self._tell = progress or (lambda _done, _what: None)

    async def run(self, draft: Json) -> Exported:
        """Raises RenderError when it can't be made, PlanError on 402, NetworkError when the file can't be had."""
        if not ready(draft):
            raise RenderError(
                "there is nothing on the timeline to export", do="add footage as an input, or a step that makes some"
            )
        if self._output.format in _SUBTITLES and not self._api.ours:
            raise RenderError(f"the cloud exports no {self._output.format} files", do="use `backend: local` for subtitle files, or leave this export out")  # fmt: skip
        render = await self._rendered(draft)
        fallback = wire.filled(wire.DOWNLOAD, render_id=render.id)
        urls = [render.url, fallback] if render.url else [fallback]
        digest, size = await download(self._api.calls, urls, self._to, render.size, render.sha256, self._fetched)
        self._tell(1.0, f"{self._to.name} is there")
        seconds = render.duration or number(draft.get("d")) / 1000
        return Exported(
            self._output.name, self._to, digest, size, seconds, draft=render.draft, warnings=render.warnings,
            asked_elsewhere=() if self._api.ours else untold(self._output),
        )  # fmt: skip

    async def _rendered(self, draft: Json) -> Render:
        """The finished render: of two tries, the second under a new id."""
        render = await self._try(draft)
        if render.status == wire.FAILED:
            self._tell(0.0, "the render failed; trying once more")
            render = await self._try(draft)
        if render.status == wire.FAILED:
            said = Redactor().text(render.error) or "it did not say why"
            raise RenderError(f"the editor could not render this, twice: {said}", do="try another format or quality, or look at the session")  # fmt: skip
        return render

    async def _try(self, draft: Json) -> Render:
        id_ = f"render_{time.time_ns()}"
        end = time.monotonic() + self._api.settings.waits.render_at_most
        render = await self._submitted(id_, draft)
        id_ = render.id or id_
        while render.status not in (wire.COMPLETED, wire.FAILED):
            wait = self._api.settings.waits.poll
            wait = wait if render.retry_after is None else min(wait, render.retry_after)
            if time.monotonic() + wait > end:
                raise RenderError(f"the render was not done after {self._api.settings.waits.render_at_most:.0f} s", do="try again later")  # fmt: skip
            self._tell(render.progress * _RENDERED, f"rendering {self._to.name}")
            await asyncio.sleep(wait)
            render = await self._api.poll_render(id_)
        return Render(**{**{f: getattr(render, f) for f in Render.__slots__}, "id": id_})

    async def _submitted(self, id_: str, draft: Json) -> Render:
        """Submit; after a broken connection ask for the render by its id, and submit again only when it is not known."""
        try:
            return await self._api.submit_render(self._session, id_, draft, self._output)
        except Interrupted as trouble:
            if trouble.not_sent:
                raise
        try:
            return await self._api.poll_render(id_)
        except ProtocolError as unknown:
            if unknown.code != 404:
                raise
        return await self._api.submit_render(self._session, id_, draft, self._output)

    def _fetched(self, got: int, total: int) -> None:
        done = _RENDERED + (1 - _RENDERED) * got / total if total else _RENDERED
        self._tell(min(done, 1.0), f"downloading {self._to.name}")


def untold(output: Output) -> tuple[str, ...]:
    """What an output asks for that the cloud's export can't be told, to be checked on the file: it takes a format and a quality."""
    asked = {
        "size": output.width or output.height, "rate": output.fps, "loudness": output.loudness is not None,
        "length": output.min_seconds or output.max_seconds, "input": output.of,
    }  # fmt: skip
    return tuple(name for name, wanted in asked.items() if wanted)
