"""Captions read at a glance and follow every cut."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.errors import StepError
from ugcflow.session.reading import Operation
from ugcflow.studio.edits.captioning import LINE, lines
from ugcflow.studio.edits.carry import carry_out
from ugcflow.studio.timeline import Timeline, Title

_TALK = [
    ("I have been using this serum for three weeks now, every single morning.", 800),
    ("It smells like oranges.", 250), ("Wow.", 900), ("Supercalifragilistic moisturizing formulations notwithstanding, it works.", 900),
]  # fmt: skip


def _captions(timeline: Timeline) -> list[Title]:
    return [t for t in timeline.titles if t.role == "caption"]


def _made(tell: Any, *operations: Operation) -> tuple[Timeline, Any]:
    timeline, footage = tell(a=_TALK)
    for operation in (Operation("captions"), *operations):
        timeline = carry_out(timeline, operation, footage).timeline
    return timeline, footage


def test_two_to_five_words_on_at_most_two_lines(tell: Any) -> None:
    timeline, _ = _made(tell)
    for title in _captions(timeline):
        rows = lines([w.text for w in title.words])
        assert len(rows) <= 2
        assert all(len(row) <= LINE + 2 or " " not in row for row in rows)
    alone = [t.text for t in _captions(timeline) if len(t.words) == 1]
    assert set(alone) <= {"Wow.", "Supercalifragilistic"}


def test_groups_end_where_a_sentence_or_a_pause_does(tell: Any) -> None:
    timeline, _ = _made(tell)
    assert "It smells like oranges." in [t.text for t in _captions(timeline)]


def test_every_word_said_is_shown_once_in_order(tell: Any) -> None:
    timeline, footage = _made(tell)
    shown = [w.text for t in _captions(timeline) for w in t.words]
    assert shown == [w.text for w in footage.words("a")]


def test_they_follow_a_later_cut(tell: Any) -> None:
    timeline, _ = _made(tell, Operation("trim_start", {"until": "smells"}))
    first = _captions(timeline)[0]
    assert first.text.startswith("smells")
    assert first.start < 200


def test_speed_moves_words_with_their_sound(tell: Any) -> None:
    slow, _ = _made(tell)
    fast, _ = _made(tell, Operation("speed", {"factor": 2}))
    for a, b in zip(_captions(slow), _captions(fast), strict=True):
        assert abs(a.words[0].start / 2 - b.words[0].start) <= 1


def test_a_joint_inside_a_word_changes_nothing(tell: Any) -> None:
    plain, footage = _made(tell)
    word = footage.words("a")[3]
    split, _ = _made(tell, Operation("split", {"at": (word.start + word.duration / 2) / 1000}))
    assert len(split.clips) == 2
    assert [t.text for t in _captions(split)] == [t.text for t in _captions(plain)]


def test_removed_in_part_and_whole(tell: Any) -> None:
    part, footage = _made(tell, Operation("remove_captions", {"start": 0, "end": 2}))
    assert _captions(part)[0].start >= 1500
    cut = carry_out(part, Operation("trim_start", {"seconds": 1}), footage).timeline
    assert _captions(cut)[0].text == _captions(part)[0].text
    none = carry_out(part, Operation("remove_captions"), footage).timeline
    assert none.captions is None
    assert not _captions(none)


def test_a_foreign_language_is_said_not_captioned(tell: Any) -> None:
    timeline, footage = tell(foreign=("a",), a=_TALK)
    with pytest.raises(StepError, match="English"):
        carry_out(timeline, Operation("captions"), footage)
