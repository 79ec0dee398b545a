"""The service on a socket: uvicorn, with a log of our own that holds no query, no header and no token."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import uvicorn

from ugcflow.errors import UsageError
from ugcflow.redact import Redactor
from ugcflow.service.app import Service
from ugcflow.service.settings import ServiceSettings
from ugcflow.session import Editor

_GRACE = 5  # seconds an answer under way has when the service is stopped


class _Clean(logging.Formatter):
    """Lines without secrets, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return Redactor.from_environment().text(super().format(record))


class _Server(uvicorn.Server):
    """Says that it listens once it does."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[int], None]) -> None:
        super().__init__(config)
        self._ready = ready

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """A signal ends the service, and is not raised again: what was begun is put away, and the exit code is 0."""
        with super().capture_signals():
            yield
            self._captured_signals.clear()

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.started:
            self._ready(self.servers[0].sockets[0].getsockname()[1])


def serve(settings: ServiceSettings, editor: Editor, host: str, port: int, *, proxies: str = "", ready: Callable[[int], None]) -> None:  # fmt: skip
    """Serve until stopped by a signal; `ready` is told the port. Raises UsageError when the port or the data folder is taken."""
    log_to_stderr()
    app = Service(settings, editor).app()
    config = uvicorn.Config(
        app, host=host, port=port, log_config=None, access_log=False, lifespan="on", timeout_graceful_shutdown=_GRACE,
        proxy_headers=bool(proxies), forwarded_allow_ips=proxies or None, server_header=False, backlog=2048, timeout_keep_alive=30,
    )  # fmt: skip
    server = _Server(config, ready)
    try:
        server.run()
    except SystemExit:
        raise UsageError(f"{host}:{port} can't be listened on", do="choose another with --host and --port; perhaps a service runs there already") from None  # fmt: skip


def log_to_stderr() -> None:
    """One line a call, and what goes wrong, on stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Clean("%(asctime)s %(levelname)s %(message)s"))
    for name, level in (("ugcflow.service", logging.INFO), ("uvicorn.error", logging.WARNING)):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)


def read_tokens(file: Path) -> frozenset[str]:
    """The tokens of registered users, one a line; `#` begins a comment. Raises UsageError for a file that can't be read or holds none."""
    try:
        lines = [line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError):
        raise UsageError(f"the token file {file} can't be read", do="give a text file with one token a line") from None
    tokens = frozenset(filter(None, lines))
    if short := [t for t in tokens if len(t) < 16]:
        raise UsageError(f"{len(short)} of the tokens in {file} are shorter than 16 characters", do="use long random ones")  # fmt: skip
    if not tokens:
        raise UsageError(f"there is no token in {file}", do="write one a line")
    return tokens
