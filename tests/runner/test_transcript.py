"""Words as a lock keeps them: back as they were, and correctable without touching a time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ugcflow.runner import transcript
from ugcflow.session import Transcript

SPOKEN = (("No", 100, 200), ("chord", 300, 250), ("here.", 600, 300), ("Um,", 1000, 60), ("yes", 2000, 400))


def heard(*words: tuple[str, int, int]) -> Transcript:
    return Transcript("review", "0" * 64, words)


def back(lines: list[dict[str, str]]) -> list[tuple[str, int, int]]:
    return [word for line in lines for word in transcript.words(line["say"], line["at"])]


def test_a_line_ends_with_a_sentence_and_at_a_pause() -> None:
    assert transcript.lines(heard(*SPOKEN)) == [
        {"say": "No chord here.", "at": "100+200 300+250 600+300"},
        {"say": "Um,", "at": "1000+60"},
        {"say": "yes", "at": "2000+400"},
    ]


def test_a_corrected_word_keeps_its_time() -> None:
    assert transcript.words("No cord here.", "100+200 300+250 600+300")[1] == ("cord", 300, 250)


def test_more_words_share_the_time_of_the_line_by_their_letters() -> None:
    assert transcript.words("a bcd ef", "1000+300 1400+200") == (
        ("a", 1000, 100),
        ("bcd", 1100, 300),
        ("ef", 1400, 200),
    )


def test_fewer_words_do_too() -> None:
    assert transcript.words("Glow", "1000+300 1400+200") == (("Glow", 1000, 600),)
    assert transcript.words("", "1000+300") == ()


@pytest.mark.parametrize(("say", "at", "told"), [
    ("a b", "100+200 250+100", "begins before"),
    ("a", "100", "`100` is no start+length"),
    ("a", "100+0", "`100+0` is no start+length"),
    ("a", "-5+10", "is no start+length"),
    ("a", "", "have no times"),
])  # fmt: skip
def test_times_that_can_not_be_are_said(say: str, at: str, told: str) -> None:
    with pytest.raises(ValueError, match=told.replace("+", r"\+")):
        transcript.words(say, at)


@st.composite
def spoken(draw: st.DrawFn) -> tuple[tuple[str, int, int], ...]:
    text = st.text(st.characters(exclude_categories=("Z", "C")), min_size=1, max_size=12)
    words, at = [], 0
    for word in draw(st.lists(text, max_size=40)):
        start = at + draw(st.integers(0, 2000))
        long = draw(st.integers(1, 900))
        words.append((word, start, long))
        at = start + long
    return tuple(words)


@given(spoken())
def test_whatever_was_heard_comes_back(words: tuple[tuple[str, int, int], ...]) -> None:
    assert tuple(back(transcript.lines(heard(*words)))) == words


@given(spoken().filter(len), st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=30))
def test_however_it_is_corrected_words_stay_in_order(words: tuple[tuple[str, int, int], ...], said: list[str]) -> None:
    times = " ".join(f"{start}+{long}" for _, start, long in words)
    found = transcript.words(" ".join(said), times)
    assert [w[0] for w in found] == said
    assert found[0][1] == words[0][1]
    assert all(long >= 1 for _, _, long in found)
    assert all(a[1] + a[2] <= b[1] for a, b in pairwise(found))
