"""A few words in a row: what shapes match, and where they end."""

from __future__ import annotations

import pytest

from ugcflow.studio.language.phrases import shape
from ugcflow.studio.language.words import lexicon
from ugcflow.studio.language.words.sentence import Sentence, lay_out
from ugcflow.studio.language.words.token import tokenise


def sentence(text: str, language: str = "en") -> Sentence:
    return lay_out(text, tokenise(text, lexicon.SIMPLIFY), lexicon.load(language))


@pytest.mark.parametrize(("text", "written", "end"), [
    ("change the title to red", "<change> [the|our] <text> (to|into)", 4),
    ("change title into red", "<change> [the|our] <text> (to|into)", 3),
    ("change the music to jazz", "<change> [the|our] <text> (to|into)", 0),
    ("and the the font", "[and|the]* font", 4),
    ("when she comes on", "when _ comes", 3),
    ("when comes", "when _ comes", 0),
    ("no music, please", "no <music> $", 2),
    ("no music please", "no <music> $", 0),
])  # fmt: skip
def test_where_a_shape_ends(text: str, written: str, end: int) -> None:
    assert shape.past(sentence(text), 0, written) == end


def test_words_of_several_chinese_characters() -> None:
    assert shape.past(sentence("标题改成红色", "zh"), 0, "<text> [的] (改成|改)") == 4


def test_the_longest_of_several() -> None:
    assert shape.past_any(sentence("on the screen"), 0, ("on", "on [the] screen", "off")) == 3


def test_nothing_stands_behind_the_end() -> None:
    assert shape.past(sentence("title"), 1, "<text>") == 0
