"""The very words of a sentence, found in the recipe file however YAML wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ugcflow.errors import Where
from ugcflow.runner.words import locate

PLAIN = "steps:\n  - trim silences and make it pop\n"
DOUBLE = 'steps:\n  - "add the title \\"Glow\\" and make it pop"\n'
SINGLE = "steps:\n  - 'don''t cut, make it pop'\n"
FOLDED = "steps:\n  - say: >\n      trim silences\n      and make it\n      pop\n"
BLOCK = "steps:\n  - say: |\n      trim silences\n      make it pop\n"


def place(tmp_path: Path, text: str, say: str, words: str, line: int, column: int) -> tuple[int, int, str]:
    file = tmp_path / "ad.yaml"
    file.write_text(text, encoding="utf-8")
    found = locate(Where(str(file), line, column, "$.steps[0]"), say, words, say.find(words))
    assert found.path == "$.steps[0]"
    return found.line, found.column, found.words


@pytest.mark.parametrize(("text", "say", "start", "expected"), [
    (PLAIN, "trim silences and make it pop", (2, 5), (2, 23, "make it pop")),
    (DOUBLE, 'add the title "Glow" and make it pop', (2, 5), (2, 33, "make it pop")),
    (SINGLE, "don't cut, make it pop", (2, 5), (2, 18, "make it pop")),
    (FOLDED, "trim silences and make it pop\n", (2, 10), (4, 11, "make it")),
    (BLOCK, "trim silences\nmake it pop\n", (2, 10), (4, 7, "make it pop")),
])  # fmt: skip
def test_words_are_found(
    tmp_path: Path, text: str, say: str, start: tuple[int, int], expected: tuple[int, int, str]
) -> None:
    assert place(tmp_path, text, say, "make it pop", *start) == expected


def test_quoted_words_themselves(tmp_path: Path) -> None:
    assert place(tmp_path, DOUBLE, 'add the title "Glow" and make it pop', 'title "Glow"', 2, 5) == (
        2,
        14,
        'title \\"Glow\\"',
    )


def test_the_second_of_two_equal_words(tmp_path: Path) -> None:
    file = tmp_path / "ad.yaml"
    file.write_text("steps:\n  - zoom then zoom\n", encoding="utf-8")
    found = locate(Where(str(file), 2, 5), "zoom then zoom", "zoom", 10)
    assert (found.line, found.column) == (2, 15)


def test_words_out_of_a_variable_are_shown_at_their_sentence(tmp_path: Path) -> None:
    assert place(tmp_path, "steps:\n  - do {{ what }}\n", "do magic", "magic", 2, 5) == (2, 5, "magic")


def test_chinese_words(tmp_path: Path) -> None:
    assert place(tmp_path, "steps:\n  - 剪掉停顿，让它更炸\n", "剪掉停顿，让它更炸", "让它更炸", 2, 5) == (
        2,
        10,
        "让它更炸",
    )


def test_a_file_that_is_gone_is_no_crash() -> None:
    where = Where("/nowhere/ad.yaml", 3, 5, "$.steps[0]")
    assert locate(where, "make it pop", "pop", 8).line == 3
