"""The columns of the contract suite: every editor, as the runner meets it.

A column is a name, a way to an editor, and what it can be asked. To add one, write an async context manager that yields an Editor and add a Column
with the abilities it has; tests that ask for more are skipped for it, by name.
"""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.contract.adk import served
from tests.nemo.cloud import Cloud
from tests.nemo.conftest import QUICK
from ugcflow import backends
from ugcflow.nemo.editor import Nemo
from ugcflow.nemo.settings import Settings
from ugcflow.nemo.token import Token
from ugcflow.session import Editor

SESSIONS, MEDIA, EDITS, EXPORTS, READS = "sessions", "media", "edits", "exports", "reads"
"""opens and attaches; takes real media; carries sentences out for real; writes files; refuses what it can't read."""


@dataclass(frozen=True)
class Column:
    name: str
    abilities: frozenset[str]
    editor: Callable[[pytest.FixtureRequest], AbstractAsyncContextManager[Editor]]
    missing: Callable[[], str] = lambda: ""
    """Why this column can't run here, "" when it can."""


@asynccontextmanager
async def _studio(request: pytest.FixtureRequest) -> AsyncIterator[Editor]:
    editor = backends.build("local", request.getfixturevalue("tmp_path") / "cache").editor
    yield editor
    await editor.close()


@asynccontextmanager
async def _serve(request: pytest.FixtureRequest) -> AsyncIterator[Editor]:
    url, identity = request.getfixturevalue("service")
    async with _client(url, None, identity) as editor:
        yield editor


@asynccontextmanager
async def _cloud(request: pytest.FixtureRequest) -> AsyncIterator[Editor]:
    async with Cloud() as cloud, _client(cloud.url, cloud.token(), request.getfixturevalue("tmp_path")) as editor:
        yield editor


@asynccontextmanager
async def _adk(request: pytest.FixtureRequest) -> AsyncIterator[Editor]:
    async with _client(request.getfixturevalue("adk"), "any", request.getfixturevalue("tmp_path")) as editor:
        yield editor


@asynccontextmanager
async def _client(url: str, token: str | None, folder: Path) -> AsyncIterator[Nemo]:
    settings = Settings(
        api_url=url,
        token=Token(token) if token else None,
        folder=folder / "id",
        token_file=folder / "token.json",
        waits=QUICK,
    )
    editor = Nemo(settings)
    yield editor
    await editor.close()


def _no_studio() -> str:
    return "" if backends.has_studio() else "the studio is not installed"


def _no_service() -> str:
    built = importlib.util.find_spec("ugcflow.cli.serve") and importlib.util.find_spec("uvicorn")
    return _no_studio() or ("" if built else "`ugcflow serve` is not here")


def _no_adk() -> str:
    try:
        found = importlib.util.find_spec("google.adk")
    except ModuleNotFoundError:
        found = None
    return "" if found else "google-adk is not installed (pip install 'ugcflow[adk]')"


WHOLE = frozenset({SESSIONS, MEDIA, EDITS, EXPORTS, READS})
COLUMNS = (
    Column("studio", WHOLE, _studio, _no_studio),
    Column("client-serve", WHOLE, _serve, _no_service),
    Column("client-scripted", frozenset({SESSIONS, EDITS, EXPORTS}), _cloud),
    Column("client-adk", frozenset({SESSIONS, EDITS}), _adk, _no_adk),
)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(abilities): what a column must be able to do for this test")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "column" in metafunc.fixturenames:
        metafunc.parametrize("column", COLUMNS, ids=[c.name for c in COLUMNS], scope="session")


@pytest.fixture
async def editor(column: Column, request: pytest.FixtureRequest) -> AsyncIterator[Editor]:
    """An editor of this column, when it has the abilities the test asks for by `@pytest.mark.needs(…)`."""
    marker = request.node.get_closest_marker("needs")
    lacking = set(marker.args if marker else ()) - column.abilities
    if lacking:
        pytest.skip(f"{column.name} does no {', '.join(sorted(lacking))}")
    if missing := column.missing():
        pytest.skip(missing)
    async with column.editor(request) as made:
        yield made


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """`ugcflow serve` as its own process on a free port of loopback: its address, and a folder for one client's identity (a client gets one token)."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = tmp_path_factory.mktemp("serve")
    command = [
        sys.executable,
        "-c",
        "from ugcflow.cli import main; main()",
        "serve",
        "--port",
        str(port),
        "--data",
        str(data),
    ]
    with (data / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, env={**os.environ, "UGCFLOW_CACHE": str(data / "cache")}
        )
        try:
            _wait_for(port, process, data / "serve.log")
            yield f"http://127.0.0.1:{port}", tmp_path_factory.mktemp("identity")
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture(scope="session")
def adk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Google ADK server of this process; its address."""
    with served(tmp_path_factory.mktemp("adk")) as url:
        yield url


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"ugcflow serve did not come up:\n{log.read_text(errors='replace')[-2000:]}")


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds of moving picture, 180x320, with a tone."""
    file = tmp_path_factory.mktemp("media") / "clip.mp4"
    if not backends.has_studio():
        file.write_bytes(b"no studio to make a film with")
        return file
    from ugcflow.studio import ffmpeg

    ffmpeg.run([
        "-f", "lavfi", "-i", "testsrc2=s=180x320:r=30:d=4", "-f", "lavfi", "-i", "sine=f=330:d=4", "-c:v", "libx264", "-preset", "ultrafast",
        "-pix_fmt", "yuv420p", "-c:a", "aac", "-y", str(file),
    ])  # fmt: skip
    return file
