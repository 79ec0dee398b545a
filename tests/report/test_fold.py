from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ugcflow.report.fold import fold, wide

PLAIN = re.compile(r"\x1b\[[0-9;]*m")


def test_what_follows_stands_under_its_beginning() -> None:
    assert fold("  ✓ hook · Add the words at the top", 22) == "  ✓ hook · Add the\n      words at the top"


def test_a_number_keeps_its_unit() -> None:
    assert "0.4 s)" in fold("  ✓ trim the silences and pauses (0.4 s)", 38)
    assert "\n      (0.4 s)" in fold("  ✓ trim the silences and pauses (0.4 s)", 38)


def test_colours_take_no_room() -> None:
    text = "\033[1;31merror\033[0m: one two three four"
    assert fold(text, 27) == text


def test_chinese_takes_two_columns_and_breaks_between_characters() -> None:
    folded = fold("“" + "剪掉停顿" * 10 + "”", 30)
    assert all(wide(line) <= 30 for line in folded.split("\n"))
    assert folded.count("剪") == 10


@pytest.mark.parametrize("columns", [None, 0, 19])
def test_without_a_width_nothing_is_folded(columns: int | None) -> None:
    assert fold("word " * 40, columns) == "word " * 40


@given(
    st.text(st.sampled_from("ab é剪😀(\x1b"), max_size=120).map(lambda t: t.replace("\x1b", "\033[1m")),
    st.integers(24, 90),
)
def test_no_word_is_lost_and_no_line_too_wide(text: str, columns: int) -> None:
    folded = fold(text, columns)
    assert "".join(folded.split()) == "".join(text.split())
    assert all(
        wide(PLAIN.sub("", line)) <= max(columns, 24) for line in folded.split("\n") if PLAIN.sub("", line).strip()
    )
