"""The protocol's names, numbers and shapes, as protocol.md states them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ugcflow.errors import Problem, StepError
from ugcflow.nemo import shapes, wire
from ugcflow.nemo.envelope import Fault, failure, success
from ugcflow.nemo.failures import Who, error_of
from ugcflow.session import Operation, Output, SafeArea


def test_names_and_limits() -> None:
    assert [int(c) for c in wire.Code] == [0, 400, 402, 429, 1001, 1002, 2001, 4001, 4002]
    assert " ".join(wire.FORMATS) == "mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac"
    assert (wire.LARGEST_UPLOAD, wire.LONGEST_MESSAGE, wire.SILENCE) == (500 * 2**20, 900, 600)
    assert (wire.TOKEN_DAYS, wire.STARTING_CREDITS, wire.TOKENS_AN_ADDRESS) == (7, 100, 10)
    assert (wire.SESSION_COST, wire.GENERATION_COST) == (50, 100)


def test_paths() -> None:
    assert wire.OPEN_SESSION == "/api/tasks/me/with-session/nemo_agent"
    assert wire.filled(wire.UPLOAD, session_id="s/1") == "/api/upload-video/nemo_agent/me/s%2F1"
    assert wire.filled(wire.STATE, session_id="s") == "/api/state/nemo_agent/me/s/latest"
    assert wire.filled(wire.POLL_RENDER, render_id="r") == "/api/render/proxy/lambda/r"
    assert wire.filled(wire.DOWNLOAD, render_id="r") == "/api/render/proxy/r/download"


def test_envelopes() -> None:
    assert success({"a": 1}) == {"code": 0, "message": "success", "data": {"a": 1}}
    assert Fault.of_envelope(success()) is None
    assert Fault.of_envelope(failure(4001, "no", do="convert it")) == Fault(4001, "no", "convert it")
    assert Fault.of_envelope({"status": "failed", "error": "crashed"}) is None


def test_a_failure_there_and_back_with_all_its_problems() -> None:
    error = StepError("no speech", do="bring footage with speech", nearest=["add music"])
    error.problems = (error.problem, Problem("no colour", "bring another"))
    fault = Fault.of_error(error)
    assert fault == Fault(
        0,
        "no speech",
        "bring footage with speech",
        "StepError",
        ("add music",),
        (("no speech", "bring footage with speech"), ("no colour", "bring another")),
    )
    assert Fault.of_frame(fault.to_frame()) == fault
    again = error_of(fault, Who("studio"))
    assert (type(again), [str(p) for p in again.problems]) == (StepError, [str(p) for p in error.problems])


operations = st.builds(
    Operation,
    st.text(max_size=5),
    st.dictionaries(st.text(max_size=3), st.integers()),
    st.text(max_size=5),
    st.integers(),
    st.integers(),
)


@given(st.builds(shapes.MessageNote, st.text(max_size=5), st.none() | st.lists(operations, max_size=3).map(tuple)))
def test_a_message_note_there_and_back(note: shapes.MessageNote) -> None:
    assert shapes.MessageNote.from_json(note.to_json()) == note


@given(st.builds(shapes.InputNote, *[st.text(max_size=8)] * 4))
def test_an_input_note_there_and_back_in_a_header(note: shapes.InputNote) -> None:
    assert shapes.InputNote.from_header(note.to_header()) == note
    assert note.to_header().isascii()
    assert note.to_header().isprintable()


@pytest.mark.parametrize("header", ["", "{", "[]", "5", '{"id": {}}'])
def test_a_broken_input_note_is_empty(header: str) -> None:
    assert shapes.InputNote.from_header(header) == shapes.InputNote("")


def test_an_output_there_and_back() -> None:
    output = Output(
        "tiktok",
        "webm",
        "tiktok",
        1080,
        1920,
        29.97,
        60,
        "low",
        None,
        -2,
        5,
        60,
        SafeArea(0.1, 0.2, 0.3, 0.4),
        "review",
    )
    assert shapes.output_from_json(shapes.output_to_json(output)) == output


@pytest.mark.parametrize(
    "render",
    [
        shapes.Render("r", "processing", 0.5, 1.0),
        shapes.Render("r", "failed", error="crashed"),
        shapes.Render("r", "completed", 1.0, None, "", "https://x", 3.5, 99, "ab", {"t": []}, ("quiet",)),
    ],
)
def test_a_render_there_and_back(render: shapes.Render) -> None:
    assert shapes.Render.from_json(render.to_json()) == render


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"status": None, "output": []},
        {"data": {"status": "COMPLETED", "output": {"url": "u", "size": "12"}}},
        {"status": "completed", "error": {"message": "m"}, "progress": "x"},
    ],
)
def test_renders_of_any_shape(body: dict[str, object]) -> None:
    assert shapes.Render.from_json(body).status in ("pending", "completed")
