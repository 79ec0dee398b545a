"""A chat-completions server on a real socket, that answers by a script and remembers what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What is sent back: a status, headers, a body (text as it is), after a wait of `slow` s; `cut` closes the connection in the middle."""

    body: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    slow: float = 0.0
    cut: bool = False


def says(value: Any) -> Answer:
    """A completion whose content is `value` (text, or JSON)."""
    content = value if isinstance(value, str) or value is None else json.dumps(value, ensure_ascii=False)
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
    return Answer(json.dumps({"id": "c1", "object": "chat.completion", "choices": [choice]}))


def reads(*operations: dict[str, Any], questions: tuple[dict[str, Any], ...] = ()) -> Answer:
    return says({"operations": list(operations), "questions": list(questions)})


@dataclass
class Asked:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def user(self) -> list[str]:
        return [m["content"] for m in self.body["messages"] if m["role"] == "user"]


class Model:
    """The server: `answers` in order, the last for ever; or a function of the request."""

    def __init__(self, *answers: Answer, decide: Callable[[Asked], Answer] | None = None) -> None:
        self.asked: list[Asked] = []
        self._answers = list(answers)
        self._decide = decide

    def answer(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        if self._decide:
            return self._decide(asked)
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


@contextmanager
def served(model: Model) -> Iterator[str]:
    """The base URL of `model` while it runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            answer = model.answer(Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, json.loads(raw)))
            time.sleep(answer.slow)
            body = answer.body.encode()
            try:
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body) + (100 if answer.cut else 0)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # the client gave up, as it should

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
