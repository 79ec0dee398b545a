"""The decoder of server-sent events: any bytes, split anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ugcflow.nemo.sse import Decoder, Frame


def frames(*chunks: bytes, limit: int = 2**23) -> list[Frame]:
    decoder = Decoder(limit)
    return [f for c in chunks for f in decoder.feed(c)] + decoder.finish()


STREAM = (
    "\ufeffdata: {\"text\": \"标题 “Urban” 🎬\"}\r\n\r\n: ping\r\ndata\r\n\r\nevent: heartbeat\ndata: {}\n\nid: 7\ndata: a\rdata:b\r\rid: 8\n\n"
    "retry: 1500\ndata:  two spaces\n\ndata: é\n\ndata: c\r\ndata: d\r\n\r\n"
).encode()  # fmt: skip
WHOLE = [
    Frame('{"text": "标题 “Urban” 🎬"}'),
    Frame("ping", comment=True),
    Frame(""),
    Frame("{}", "heartbeat"),
    Frame("a\nb", id="7"),
    Frame(" two spaces", id="8", retry=1500),
    Frame("é", id="8"),
    Frame("c\nd", id="8"),
]


def test_the_grammar_in_one_stream() -> None:
    assert frames(STREAM) == WHOLE


@pytest.mark.parametrize("at", range(1, len(STREAM)))
def test_split_at_every_byte(at: int) -> None:
    assert frames(STREAM[:at], STREAM[at:]) == WHOLE


def test_one_byte_at_a_time() -> None:
    assert frames(*(STREAM[i : i + 1] for i in range(len(STREAM)))) == WHOLE


lines = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.lists(lines, min_size=1, max_size=4), max_size=6), st.sampled_from(["\n", "\r", "\r\n"]), st.data())
def test_what_was_written_is_read_however_it_is_split(datas: list[list[str]], end: str, data: st.DataObject) -> None:
    sent = "".join("".join(f"data: {line}{end}" for line in d) + end for d in datas).encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=8)))
    chunks = [sent[a:b] for a, b in zip([0, *cuts], [*cuts, len(sent)], strict=True)]
    assert [f.data for f in frames(*chunks)] == ["\n".join(d) for d in datas]


@given(st.binary(max_size=300), st.lists(st.integers(0, 300), max_size=6))
def test_any_bytes_are_survived_and_splitting_never_matters(junk: bytes, cuts: list[int]) -> None:
    places = sorted(min(c, len(junk)) for c in cuts)
    chunks = [junk[a:b] for a, b in zip([0, *places], [*places, len(junk)], strict=True)]
    assert frames(*chunks) == frames(junk)


def test_an_id_alone_is_no_event() -> None:
    assert frames(b"id: 1\n\nretry: 5\n\ndata: x\n\n") == [Frame("x", id="1")]


def test_an_id_with_a_nul_and_a_retry_that_is_no_number_are_left_out() -> None:
    assert frames("id: a\0b\nretry: ١٢\ndata: x\n\n".encode()) == [Frame("x")]


def test_a_name_does_not_reach_the_next_frame() -> None:
    assert [f.event for f in frames(b"event: error\ndata: x\n\ndata: y\n\n")] == ["error", ""]


def test_a_frame_of_one_megabyte_in_small_pieces() -> None:
    words = "字" * (2**20 // 3)
    sent = f"data: {words}\n\n".encode()
    assert [f.data for f in frames(*(sent[i : i + 4099] for i in range(0, len(sent), 4099)))] == [words]


@pytest.mark.parametrize(
    "big", [b"data: " + b"x" * 100 + b"\n", b"data: " + b"x" * 30 + b"\n" + b"data: " + b"y" * 30 + b"\n"]
)
def test_a_frame_above_the_limit_is_skipped_and_the_next_is_whole(big: bytes) -> None:
    decoder = Decoder(limit=50)
    assert decoder.feed(big + b"\ndata: next\n\n") == [Frame("next")]
    assert decoder.skipped == 1


def test_comments_without_end_do_not_count_against_the_limit() -> None:
    decoder = Decoder(limit=50)
    assert len(decoder.feed(b": still working\n" * 100)) == 100
    assert decoder.feed(b"data: x\n\n") == [Frame("x")]


def test_a_last_frame_without_its_empty_line() -> None:
    assert frames(b'data: {"a": 1}') == [Frame('{"a": 1}')]
