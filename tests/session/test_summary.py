"""The words people read about an edit, for our drafts and for drafts of other shapes."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ugcflow.session.state import State
from ugcflow.session.summary import changes, summary


def _draft(pieces: list[tuple[int, int]], **m: Any) -> dict[str, Any]:
    media = [{"id": "review", "name": "review.mp4"}]
    sg = [{"id": f"c{i}", "s": s, "d": e - s, "m": {"media": "review", "source": s}} for i, (s, e) in enumerate(pieces)]
    return {
        "t": [{"tt": 0, "m": {"name": "Video", "role": "video"}, "sg": sg}],
        "d": pieces[-1][1],
        "m": {"canvas": {"width": 1080, "height": 1920}, "media": media, **m},
    }


def _with(draft: dict[str, Any], tt: int, name: str, role: str, *segments: dict[str, Any]) -> dict[str, Any]:
    return draft | {"t": [*draft["t"], {"tt": tt, "m": {"name": name, "role": role}, "sg": list(segments)}]}


def _title(text: str, start: int, end: int, id_: str = "t1") -> dict[str, Any]:
    return {"id": id_, "s": start, "d": end - start, "m": {"text": text}}


def test_summary_names_tracks_like_the_protocol() -> None:
    draft = _with(_draft([(0, 10_000)]), 7, "Title", "title", _title("Urban Dreams", 0, 3000))
    draft = _with(draft, 1, "BGM", "music", {"s": 0, "d": 10_000, "m": {"name": "Lo-fi", "volume": 0.35}})
    assert summary(draft) == (
        "Timeline (3 tracks): 1. Video: review.mp4 (0-10s) 2. Title: “Urban Dreams” (0-3s) 3. BGM: Lo-fi (0-10s, 35%)"
    )


def test_captions_are_counted_not_listed() -> None:
    draft = _with(
        _draft([(0, 9000)]), 7, "Captions", "caption", _title("a b", 100, 900, "1"), _title("c", 900, 8000, "2")
    )
    assert summary(draft).endswith("2. Captions: 2 groups (0.1-8s)")


def test_empty_draft() -> None:
    assert summary({}) == "Timeline (empty)"


def test_a_cut_is_told_with_lengths_and_pieces() -> None:
    a, b = State(_draft([(0, 52_100)])), State(_draft([(0, 9000), (9000, 29_400)]))
    assert [str(c) for c in changes(a, b)] == ["Cut from 52.1 s to 29.4 s (1 piece → 2)"]


def test_titles_added_moved_and_removed() -> None:
    bare = _draft([(0, 9000)])
    one = _with(bare, 7, "Title", "title", _title("Urban Dreams", 0, 3000))
    two = _with(bare, 7, "Title", "title", _title("Urban Dreams", 1000, 3000))
    assert str(changes(State(bare), State(one))[0]) == "Title added: “Urban Dreams”, 0–3 s"
    assert str(changes(State(one), State(two))[0]) == "Title “Urban Dreams” moved to 1–3 s"
    assert changes(State(two), State(bare))[0].kind == "removed"


def test_settings_are_told() -> None:
    a = State(_draft([(0, 9000)]))
    b = State(
        _draft(
            [(0, 9000)],
            loudness=-14,
            canvas={"width": 1080, "height": 1080},
            fades=[{"direction": "in", "duration": 500}],
        )
    )
    assert [str(c) for c in changes(a, b)] == [
        "Frame 1080x1920 → 1080x1080", "Loudness set to -14 LUFS", "Fade in of 0.5 s added",
    ]  # fmt: skip


def test_no_difference_says_nothing_and_an_unknown_one_is_admitted() -> None:
    a = State({"t": [], "x": 1})
    assert changes(a, a) == ()
    assert "can't be put in words" in str(changes(a, State({"t": [], "x": 2}))[0])


def test_captions_over_silence_are_told() -> None:
    silent, asked = State({"t": [], "m": {"captions": None}}), State({"t": [], "m": {"captions": {}}})
    assert [c.what for c in changes(silent, asked)] == ["Captions are on; nobody speaks, so there are none to show"]


def test_first_footage() -> None:
    assert str(changes(State(), State(_draft([(0, 52_100)])))[0]) == "Footage added: review.mp4, 52.1 s"


_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["t", "tt", "sg", "d", "m", "s", "id", "text", "name", "role", "media", "canvas", "fades",
                         "loudness", "effects", "volume", "duck_db", "gain_db", "speed", "captions"]),
        inner, max_size=5,
    ),
    max_leaves=25,
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.dictionaries(st.sampled_from(["t", "d", "m"]), _json), st.dictionaries(st.sampled_from(["t", "d", "m"]), _json)
)
def test_no_draft_however_odd_breaks_them(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert summary(a).startswith("Timeline")
    assert all(c.what for c in changes(State(a), State(b)))
