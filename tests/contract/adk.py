"""A real Google ADK server: its own `/run_sse` over a small agent that needs no model, and the few calls around it that ADK names otherwise.

The stream, the events and the session's state are all ADK's; the routes below only translate the protocol's paths into ADK's.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ugcflow.nemo import wire
from ugcflow.nemo.envelope import failure, success

_AGENT = '''
from google.adk.agents import BaseAgent
from google.adk.events import Event, EventActions
from google.genai import types


class Titler(BaseAgent):
    """Adds a title, in the events a model would make: partial words, a tool call, its result with the state's change, the whole reply."""

    async def _run_async_impl(self, ctx):
        text = ctx.user_content.parts[0].text
        draft = dict(ctx.session.state["draft"])
        segment = {"s": 0, "d": 2000, "m": {"text": text}}
        draft["t"] = [*draft["t"], {"tt": 7, "m": {"name": "Title"}, "sg": [segment]}]

        def event(*parts, **more):
            return Event(invocation_id=ctx.invocation_id, author=self.name, content=types.Content(role="model", parts=list(parts)), **more)

        yield event(types.Part(text="Title "), partial=True)
        yield event(types.Part(text="added."), partial=True)
        yield event(types.Part.from_function_call(name="add_title", args={"text": text}))
        yield event(types.Part.from_function_response(name="add_title", response={"ok": True}), actions=EventActions(state_delta={"draft": draft}))
        if "fail" in text:
            raise ValueError("the agent broke")
        if "silent" not in text:
            yield event(types.Part(text="Title added."))


root_agent = Titler(name="nemo_agent")
'''


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of an ADK server on loopback, as long as the context lasts."""
    import uvicorn

    server = uvicorn.Server(uvicorn.Config(_app(folder), host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + 60
    while not server.started and thread.is_alive() and time.monotonic() < end:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)


def _app(folder: Path) -> Any:
    import httpx
    from google.adk.cli.fast_api import get_fast_api_app
    from starlette.requests import Request
    from starlette.responses import JSONResponse

    agent = folder / wire.AGENT
    agent.mkdir()
    (agent / "__init__.py").write_text("from . import agent\n")
    (agent / "agent.py").write_text(_AGENT)
    app = get_fast_api_app(agents_dir=str(folder), web=False, session_service_uri="memory://")
    inside = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://adk")
    sessions = f"/apps/{wire.AGENT}/users/{wire.USER}/sessions"

    async def opened(request: Request) -> JSONResponse:
        empty = {"draft": {"t": [], "d": 0, "m": {}}}
        made = (await inside.post(sessions, json={"state": empty})).json()
        return JSONResponse(success({"session_id": made["id"], "task_id": f"task-{made['id']}"}))

    async def state(request: Request) -> JSONResponse:
        found = await inside.get(f"{sessions}/{request.path_params['session_id']}")
        return JSONResponse(
            success({"state": found.json()["state"]}) if found.is_success else failure(1002, "no such session")
        )

    async def uploaded(request: Request) -> JSONResponse:
        path = f"{sessions}/{request.path_params['session_id']}"
        form = await request.form()
        draft = (await inside.get(path)).json()["state"]["draft"]
        name = getattr(form["files"], "filename", "")
        draft["t"].append({"tt": 0, "m": {"name": "Video"}, "sg": [{"s": 0, "d": 4000, "m": {"name": name}}]})
        draft["d"] = 4000
        (await inside.patch(path, json={"stateDelta": {"draft": draft}})).raise_for_status()
        return JSONResponse(success({}))

    async def balance(request: Request) -> JSONResponse:
        return JSONResponse(success({"available": 100, "frozen": 0, "total": 100}))

    for path, method, route in (
        (wire.OPEN_SESSION, "POST", opened),
        (wire.STATE, "GET", state),
        (wire.UPLOAD, "POST", uploaded),
        (wire.CREDITS, "GET", balance),
    ):
        app.add_route(path, route, methods=[method])
    return app
