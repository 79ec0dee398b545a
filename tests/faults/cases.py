"""Every fault: at every call of a run, at every event of a stream, every code of the protocol, and what can go wrong behind the calls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.faults.proxy import JSON, Break, envelope
from tests.faults.stage import Case
from ugcflow.nemo import events

WORDS = {
    "token": "asking for a token", "credits": "reading the credits", "open": "opening the session", "claim": "asking for the claim link",
    "state": "reading the state", "upload": "uploading", "message": "sending a sentence", "submit": "asking for the render", "poll": "asking how far the render is",
    "download": "downloading",
}  # fmt: skip
"""The calls of a run, in words."""
ROAD = ["token", "credits", "open", "claim", "state", "upload", "state", "credits", "state", "message", "state", "state", "credits", "state", "submit", "poll", "download"]  # fmt: skip
"""The calls of a whole run, in order."""
HTML = b"<!doctype html><title>Welcome to the hotel</title><p>Please log in."
IMPATIENT = {"answer": 0.6, "silence": 0.6, "retry_at_most": 1.0, "render_at_most": 3.0}
GIVES_UP = {"retry_at_most": 0.1, "after_drop": (0.02, 0.02)}
EVENTS = (
    "the progress",
    "the tool call",
    "the tool's result",
    "the partial words",
    "the whole words",
    "what was done",
    "the end",
)
"""The events of the stream of one sentence, in order."""


def cases() -> list[Case]:
    """All of them; no two have the same name."""
    every = [
        Case("a whole run", "nothing", html=True, sentences=2),
        *calls(),
        *stays_broken(),
        *codes(),
        *streams(),
        *behind(),
    ]
    assert len({c.name for c in every}) == len(every)
    return every


def calls() -> Iterator[Case]:
    """What can happen to a call, once, at each call."""
    for call, where in WORDS.items():

        def case(what: str, how: str, /, waits: dict[str, Any] | None = None, *, at: str = call, on: str = where, **more: Any) -> Case:  # fmt: skip
            return Case(on, what, Break(at, how, **more), waits=waits or {})

        yield Case(where, "connection refused", _refused(call, 0.03))
        yield case("connection reset before the service sees it", "reset")
        yield case("connection reset when the service has done it", "lost")
        yield case("black hole: the service never sees it", "black_hole", IMPATIENT)
        if call != "message":
            yield case("black hole: the answer never comes", "unanswered", IMPATIENT)
            yield case("the answer drips in", "drip")
            yield case("the answer is cut in half", "truncated")
            yield case("the answer's length says less than there is", "too_short")
            yield case("the answer's length says more than there is", "too_long")
        if call in ("open", "upload", "message", "submit"):
            yield case("connection broken half way through the request", "request_cut")
        yield case("502 as HTML", "answer", status=502, headers=(("content-type", "text/html"),), body=HTML)
        yield case("503 with Retry-After", "answer", status=503, headers=(("retry-after", "0"),), body=b"")
        yield case("429 without Retry-After", "answer", status=429, body=b"")
        yield case("429 with Retry-After", "answer", status=429, headers=(("retry-after", "0"),), body=envelope(429))
        yield case("HTML instead of an answer", "answer", headers=(("content-type", "text/html"),), body=HTML)
        yield case("an empty answer", "answer", headers=(("content-type", JSON),), body=b"")
        yield case("JSON that is none", "answer", headers=(("content-type", JSON),), body=b'{"code": 0, "da')


def stays_broken() -> Iterator[Case]:
    """What can happen to a call, every time it is made."""
    for call, where in WORDS.items():
        yield Case(where, "connection refused, for good", _refused(call, 0.5), waits=GIVES_UP)
        yield Case(where, "reset, every time", Break(call, "reset", 0), waits=GIVES_UP)
        yield Case(where, "500, every time", Break(call, "answer", 0, 500, body=b"oops"), waits=GIVES_UP)
        yield Case(where, "429, every time", Break(call, "answer", 0, 429, body=envelope(429)), waits=GIVES_UP)


def _refused(call: str, seconds: float) -> Break:
    """Nobody listens when this call comes for the first time: the break is at the call before it."""
    at = ROAD.index(call)
    before = ROAD[at - 1] if at else ""
    return Break(before, "refused", ROAD[:at].count(before), seconds=seconds)


def codes() -> Iterator[Case]:
    """Each code of protocol.md, at each call it can come from, once and for good."""
    answered = {
        "token": (400, 429), "credits": (1001,), "open": (1001, 2001, 400), "claim": (1001, 1002), "state": (1001, 1002),
        "upload": (1001, 1002, 2001, 4001, 4002), "message": (1001, 1002, 2001, 400), "submit": (1001, 1002, 402, 2001), "poll": (1001, 402), "download": (),
    }  # fmt: skip
    kind = (("content-type", JSON),)
    for call, where in WORDS.items():
        for code in answered[call]:
            yield Case(where, f"code {code}", Break(call, "answer", 1, headers=kind, body=envelope(code)), html=code == 1001 and call == "message")  # fmt: skip
            if code in (1001, 1002):
                yield Case(where, f"code {code}, every time", Break(call, "answer", 0, headers=kind, body=envelope(code)), waits=GIVES_UP)  # fmt: skip
    for call, status in (
        ("state", 401),
        ("submit", 402),
        ("upload", 413),
        ("upload", 415),
        ("download", 404),
        ("poll", 404),
    ):
        yield Case(WORDS[call], f"HTTP {status} without an envelope", Break(call, "answer", 0, status, body=b""), waits=GIVES_UP)  # fmt: skip


def streams() -> Iterator[Case]:
    """What can happen at each event of the stream that a sentence is answered with."""
    ways: dict[str, tuple[str, dict[str, Any]]] = {
        "the connection is reset": ("reset", {}), "the stream ends, as if that were all": ("end", {}), "half of it, and the stream ends": ("half", {}),
        "black hole": ("black_hole", IMPATIENT), "it drips in": ("drip", {}),
    }  # fmt: skip
    for n, event in enumerate(EVENTS):
        for what, (how, waits) in ways.items():
            if not (event == "the end" and how in ("half", "drip", "end")):
                yield Case(f"the stream, at {event}", what, Break("message", how, event=n), waits=waits)
        for what, body in _between(n).items():
            yield Case(f"the stream, before {event}", what, Break("message", "inserted", event=n, body=body))
    for n in (0, 4):
        forever = Break("message", "heartbeats", event=n)
        yield Case(f"the stream, from {EVENTS[n]} on", "nothing but heartbeats", forever, waits=IMPATIENT)


def _between(n: int) -> dict[str, bytes]:
    """What may come before the n-th event of a stream. The error frames end the run; nothing else may change what it comes to."""
    token = "nmv_" + "usr_" + "A" * 24
    error = {"error": f"upstream said 401 to Bearer {token} at https://x.example/a?token={token}"}
    known = {"error": {"code": 2001, "message": "no credits left"}}
    found = {
        "an error frame with a token in it": events.frame(error),
        "an error frame with code 2001": events.frame(known),
        "an event that is no JSON": b"data: {nope\n\n",
        "comments, heartbeats, ids and empty data": b": ping\n\nid: 7\n\ndata:\n\n"
        + events.heartbeat()
        + b"retry: 10\n\n",
        "an event of 1 MB": events.frame(events.called("i", "look", {"pixels": "x" * 2**20})),
    }
    return found if n in (0, 4, 6) else dict(list(found.items())[:3])


def behind() -> Iterator[Case]:
    """What goes wrong behind the calls: tokens that end, sessions that vanish, renders that fail, downloads that stop."""
    for call in ("state", "upload", "message", "submit", "poll", "download"):
        yield Case(
            "the token", f"expires before {WORDS[call]}", Break(call, "send", then=_expire), html=call == "message"
        )
    for call in ("state", "upload", "message", "submit"):
        yield Case("the session", f"vanishes before {WORDS[call]}", Break(call, "send", then=_vanish))
    yield Case(
        "the session", "vanishes before the second sentence", Break("message", "send", 2, then=_vanish), sentences=2
    )
    yield Case("the render", "fails once", actor={"failing": 1})
    yield Case("the render", "fails every time", actor={"failing": 9})
    yield Case("the render", "never finishes", actor={"stuck": True}, waits={"render_at_most": 0.3, "poll": 0.05})
    yield Case("the agent", "can't do it", actor={"breaks": True})
    yield Case("the credits", "are not enough", service={"credits": 20.0})
    yield Case("the credits", "are just enough", service={"credits": 50.0})
    yield Case("the download", "stops half way, once", Break("download", "truncated"))
    yield Case("the download", "stops half way, every time", Break("download", "truncated", 0), waits=GIVES_UP)
    yield Case("the download", "has a wrong byte, once", Break("download", "changed"))
    yield Case("the download", "has a wrong byte, every time", Break("download", "changed", 0), waits=GIVES_UP)
    gone = Break("download", "answer", 0, 404, body=b"")
    yield Case("the download", "is gone from its address, not from the fallback", gone, waits=GIVES_UP)
    yield Case("the second sentence", "its connection is reset", Break("message", "reset", 2, event=3), sentences=2)


def _expire(stage: Any) -> None:
    stage.service.database.do("update tokens set expires = 1")


def _vanish(stage: Any) -> None:
    stage.service.database.do("delete from sessions")
