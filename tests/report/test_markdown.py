from __future__ import annotations

from pathlib import Path

from ugcflow.report import document, markdown


def test_the_failure_comes_first_with_its_words_underlined(mixed: Path) -> None:
    lines = markdown.text(document.build(mixed)).split("\n")
    assert lines[0].startswith("## ❌ lamp: 1 of 3 variants failed")
    at = next(i for i, line in enumerate(lines) if "calm background music" in line)
    assert lines[at + 1].index("^") == lines[at].index("calm background music")
    assert lines[at + 1].count("^") == len("calm background music")
    assert at < next(i for i, line in enumerate(lines) if line.startswith("|"))


def test_files_with_their_facts_and_checks(passed: Path) -> None:
    text = markdown.text(document.build(passed))
    assert "| ✅ | `lamp.tiktok.mp4` | 23.3 s · 1080x1920 · 30 fps · -14.1 LUFS · 8.2 MB | 3 of 3 |" in text


def test_what_came_from_outside_cannot_become_markup(passed: Path) -> None:
    built = document.build(passed)
    built["variants"][0]["steps"][0]["sentence"] = "<img src=x> [a](http://b) | **c**\n# d `e`"
    line = next(row for row in markdown.text(built).split("\n") if "img src" in row)
    assert "<img" not in line
    assert "\\[a\\](http://b)" in line
    assert "\\*\\*c\\*\\*" in line


def test_a_large_matrix_is_cut_short_and_says_so(passed: Path) -> None:
    built = document.build(passed)
    built["variants"] *= 120
    assert "… and 140 more" in markdown.text(built)


def test_a_line_that_would_begin_a_list_or_heading_does_not() -> None:
    assert [markdown._plain(t) for t in ("- a", "# b", "1. c", "+ d", "> e")] == [
        "\\- a",
        "\\# b",
        "1\\. c",
        "\\+ d",
        "\\> e",
    ]
    assert markdown._plain("30-second (#1) ad!") == "30-second (#1) ad!"
