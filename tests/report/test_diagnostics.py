"""Problems as frames: the words underlined where they stand."""

from __future__ import annotations

from ugcflow.errors import Problem, Where
from ugcflow.report.diagnostics import frame, frames


def where(source: str, words: str, line: int = 7) -> Where:
    return Where("ad.yaml", line, source.index(words) + 1, "$.steps[0]", words, source)


def test_the_words_are_underlined() -> None:
    problem = Problem("nobody can tell", "write it another way", where("  - please make it pop", "make it pop"))
    assert frame(problem) == (
        "error: nobody can tell\n"
        "  --> ad.yaml:7:12 ($.steps[0])\n"
        "   |\n"
        " 7 |   - please make it pop\n"
        "   |            ^^^^^^^^^^^\n"
        "   = help: write it another way"
    )


def test_wide_characters_keep_the_line_under_the_words() -> None:
    lines = frame(Problem("x", "", where("  - 剪掉停顿，让它更炸", "让它更炸"))).splitlines()
    assert lines[-1] == "   |" + " " * (1 + 4 + 2 * 5) + "^" * 8


def test_tabs_stay_tabs() -> None:
    assert frame(Problem("x", "", where("\tsay: pop", "pop"))).splitlines()[-1].endswith("| \t     ^^^")


def test_line_numbers_of_any_width_line_up() -> None:
    lines = frame(Problem("x", "", where("  - pop", "pop", 1234))).splitlines()
    assert [line.index("|") for line in lines[2:5]] == [6, 6, 6]


def test_words_that_stand_elsewhere_get_one_mark() -> None:
    assert (
        frame(Problem("x", "", Where("ad.yaml", 7, 5, "", "magic", "  - {{ what }}"))).splitlines()[-1].count("^") == 1
    )


def test_the_nearest_right_word_is_offered_once() -> None:
    near = Problem("unknown key `exprot`", "", Where("ad.yaml"), ("export",))
    assert "did you mean “export”?" in frame(near)
    told = Problem("unknown key", "Did you mean `export`?", Where("ad.yaml"), ("export",))
    assert frame(told).count("export") == 1
    listed = Problem("there is no variant hok-a", "the variants are hook-a, hook-b", None, ("hook-a",))
    assert "did you mean “hook-a”?" in frame(listed)


def test_a_problem_without_a_place_is_still_a_frame() -> None:
    assert (
        frame(Problem("the disk is full", "free some space")) == "error: the disk is full\n   = help: free some space"
    )


def test_several_are_counted() -> None:
    assert frames([Problem("a"), Problem("b")]).endswith("2 problems")


def test_colours_only_when_wanted() -> None:
    assert "\033" not in frame(Problem("x", "y"))
    assert "\033[1;31merror" in frame(Problem("x", "y"), color=True)
