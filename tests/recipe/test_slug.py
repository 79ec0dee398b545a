from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ugcflow.recipe.slug import MAX_BYTES, MAX_CHARACTERS, slug


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Wait for it!", "wait-for-it"), ("9:16", "9-16"), ("1.10", "1-10"), ("I'm sceptical", "im-sceptical"), ("Crème brûlée", "creme-brulee"),
        ("等一下", "等一下"), ("三周之后，不一样", "三周之后-不一样"), ("안녕하세요", "안녕하세요"), ("नमस्ते", "नमस्ते"), ("مرحبا", "مرحبا"),
        ("🔥", "u1f525"), ("ＡＢＣ", "abc"), ("../../etc/passwd", "etc-passwd"), ("a/b\\c:d", "a-b-c-d"), ("  x  ", "x"), ("", ""),
    ],
)  # fmt: skip
def test_slugs(text: str, wanted: str) -> None:
    assert slug(text) == wanted


def test_long_text_is_cut_and_stays_distinct() -> None:
    one, two = slug("word " * 60 + "a"), slug("word " * 60 + "b")
    assert one != two
    assert len(one) <= MAX_CHARACTERS
    assert len(slug("等" * 300).encode()) <= MAX_BYTES


@given(st.text(min_size=1))
def test_a_slug_is_never_empty_and_always_a_safe_file_name(text: str) -> None:
    made = slug(text)
    assert made
    assert not set(made) & set('/\\:*?"<>|. \t\n\0')
    assert not made.startswith("-")
