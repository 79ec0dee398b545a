"""One turn of the agent, out of frames: each kind of event in protocol.md."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ugcflow.nemo import events, wire
from ugcflow.nemo.adk import Turn
from ugcflow.nemo.envelope import Fault
from ugcflow.nemo.sse import Decoder, Frame
from ugcflow.session.event import Event, Text, Tool, Working


def taken(turn: Turn, *objects: dict[str, Any]) -> list[Event]:
    return [e for o in objects for e in turn.take(Frame(json.dumps(o))) or ()]


def test_partial_then_complete_counts_once() -> None:
    turn = Turn()
    told = taken(
        turn,
        events.said("i", "Cut ", partial=True),
        events.said("i", "7 pauses.", partial=True),
        events.said("i", "Cut 7 pauses."),
    )
    assert [*told, *turn.finish()] == [Text("Cut 7 pauses.")]


@pytest.mark.parametrize("parts", [["Cut ", "7 pauses."], ["Cut ", "Cut 7 pauses."]])
def test_partials_without_their_complete_event_are_said_at_the_end(parts: list[str]) -> None:
    turn = Turn()
    assert taken(turn, *(events.said("i", p, partial=True) for p in parts)) == []
    assert turn.finish() == (Text("Cut 7 pauses."),)


def test_nothing_is_done_on_a_partial() -> None:
    turn = Turn()
    assert taken(turn, {**events.called("i", "cut"), "partial": True}) == []
    assert turn.tools == 0


def test_tool_calls_and_results_are_progress() -> None:
    turn = Turn()
    told = taken(turn, events.called("i", "add_bgm", {"mood": "lofi"}), events.answered("i", "add_bgm", {"ok": True}))
    assert told == [Tool("add_bgm", "call", {"mood": "lofi"}), Tool("add_bgm", "result", {"ok": True})]
    assert (turn.tools, turn.spoken) == (2, [])


@pytest.mark.parametrize(
    "frame",
    [
        Frame("{}", "heartbeat"), Frame(""), Frame("ping", comment=True), Frame('{"type": "heartbeat"}'), Frame("{}"),
        Frame("<html>"), Frame('{"text": '), Frame("[1, 2]"), Frame("[" * 20000),
    ],
    ids=["heartbeat", "empty data", "comment", "typed heartbeat", "empty object", "html", "cut json", "list", "deep"],
)  # fmt: skip
def test_frames_that_only_mean_still_working(frame: Frame) -> None:
    turn = Turn()
    assert turn.take(frame) is None
    assert turn.events == 0


def test_garbage_is_skipped_and_what_follows_is_read() -> None:
    turn = Turn()
    turn.take(Frame("{{{"))
    assert taken(turn, events.said("i", "Done.")) == [Text("Done.")]
    assert turn.garbage == 1


@pytest.mark.parametrize(
    ("frame", "fault"),
    [
        ({"error": "the model is overloaded"}, Fault(0, "the model is overloaded")),
        ({"error": {"code": 2001, "message": "no credits"}}, Fault(2001, "no credits")),
        ({"error": {"code": "1002", "message": "gone"}}, Fault(1002, "gone")),
    ],
)
def test_an_error_frame_ends_the_turn(frame: dict[str, Any], fault: Fault) -> None:
    turn = Turn()
    assert taken(turn, frame, events.said("i", "ignored")) == []
    assert turn.fault == fault


def test_an_event_named_error_ends_the_turn() -> None:
    turn = Turn()
    turn.take(Frame('{"message": "boom"}', "error"))
    assert turn.fault == Fault(0, "boom")


def test_an_error_code_is_a_complaint_until_something_is_said() -> None:
    turn = Turn()
    taken(turn, {**events.event("i", []), "errorCode": "SAFETY", "errorMessage": "blocked"})
    assert turn.complaint == "blocked"
    taken(turn, events.said("i", "Done after all."))
    assert turn.complaint == ""


NOISE = "I encountered a temporary issue. Please try again."


@pytest.mark.parametrize(
    "noise",
    [
        NOISE,
        "Sorry, I encountered a temporary issue while processing your request.",
        "I've encountered a temporary problem",
    ],
)
def test_trailing_noise_after_an_answer_is_left_out(noise: str) -> None:
    turn = Turn()
    assert taken(turn, events.said("i", "Captions added."), events.said("i", noise)) == [Text("Captions added.")]
    assert turn.complaint == ""


def test_noise_at_the_end_of_a_text_is_cut_off() -> None:
    assert taken(Turn(), events.said("i", f"Captions added. {NOISE}")) == [Text("Captions added.")]


def test_noise_alone_is_a_complaint() -> None:
    turn = Turn()
    assert taken(turn, events.said("i", NOISE)) == []
    assert turn.complaint == NOISE


def test_a_report_of_a_temporary_issue_that_was_mended_stays() -> None:
    said = "I encountered a quiet clip and made it louder."
    assert taken(Turn(), events.said("i", said)) == [Text(said)]


def test_the_same_event_twice_counts_once() -> None:
    event = events.said("i", "Done.")
    assert taken(Turn(), event, event) == [Text("Done.")]


def test_thoughts_and_the_persons_own_words_are_not_the_reply() -> None:
    echo = {**events.said("i", "add captions"), "author": "user"}
    thought = events.event("i", [{"text": "hmm", "thought": True}, {"text": "Done."}])
    assert taken(Turn(), echo, thought) == [Text("Done.")]


def test_what_a_service_of_ours_adds() -> None:
    turn = Turn()
    assert taken(turn, events.working("i", "listening", 0.5), events.done("i", ("Removed 7 pauses",), ("quiet",))) == [
        Working("listening", 0.5)
    ]
    assert (turn.applied, turn.warnings) == (("Removed 7 pauses",), ("quiet",))


def test_what_events_writes_the_decoder_reads() -> None:
    decoder = Decoder()
    sent = events.frame(events.said("i", "字\n幕")) + events.heartbeat()
    first, second = decoder.feed(sent)
    assert json.loads(first.data)["content"]["parts"] == [{"text": "字\n幕"}]
    assert (second.event, second.data) == ("heartbeat", "{}")


json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda v: st.lists(v, max_size=3) | st.dictionaries(
    st.sampled_from(["content", "parts", "text", "functionCall", "actions", "stateDelta", "error", "partial", "author", "id", wire.DONE_DELTA, "x"]), v, max_size=4), max_leaves=12)  # fmt: skip


@given(st.lists(json_values, max_size=5))
def test_events_of_any_shape_are_survived(values: list[Any]) -> None:
    turn = Turn()
    for value in values:
        for event in turn.take(Frame(json.dumps(value))) or ():
            assert isinstance(event, Text | Tool | Working)
    turn.finish()
