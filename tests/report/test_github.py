from __future__ import annotations

import io
from pathlib import Path

from ugcflow.errors import Problem, Where
from ugcflow.report import document, github


def test_annotations_stand_on_the_recipes_own_lines(mixed: Path) -> None:
    workspace = str(mixed.parent.parent.parent)
    first, *rest = github.lines(document.build(mixed), workspace)
    assert first.startswith("::error file=lamp.yaml,line=15,col=14,endColumn=35::there is no music among the inputs")
    assert "%0Aadd a file with" in first
    assert len(rest) == 1, "the same warning of two variants is told once"
    assert rest[0].startswith("::warning file=lamp.yaml,line=15,col=10")


def test_no_text_can_end_its_annotation(mixed: Path) -> None:
    built = document.build(mixed)
    problem = built["variants"][1]["error"]["problems"][0]
    problem["what"] = "100%\n::error::mine"
    problem["where"] |= {"file": "a,b:c.yaml"}
    first = next(iter(github.lines(built)))
    assert "\n" not in first
    assert "file=a%2Cb%3Ac.yaml," in first
    assert "::100%25%0A::error::mine" in first


def test_nothing_is_said_outside_github(mixed: Path) -> None:
    said = io.StringIO()
    github.announce(document.build(mixed), {}, said)
    assert said.getvalue() == ""


def test_the_step_summary_is_appended_to(mixed: Path, tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("before\n", "utf-8")
    github.announce(document.build(mixed), {"GITHUB_STEP_SUMMARY": str(file)}, io.StringIO())
    text = file.read_text("utf-8")
    assert text.startswith("before\n## ❌ lamp")


def test_a_summary_that_cannot_be_written_stops_nothing(mixed: Path, tmp_path: Path) -> None:
    said = io.StringIO()
    github.announce(document.build(mixed), {"GITHUB_STEP_SUMMARY": str(tmp_path / "none" / "s.md")}, said)
    assert "could not be written" in said.getvalue()


def test_a_recipe_that_never_ran_is_annotated_too() -> None:
    said = io.StringIO()
    problem = Problem("unknown key “stpes”", "did you mean steps?", Where("ad.yaml", 4, 1, "$", "stpes", "stpes:"))
    github.refused([problem], {"GITHUB_ACTIONS": "true"}, said)
    assert (
        said.getvalue() == "::error file=ad.yaml,line=4,col=1,endColumn=6::unknown key “stpes”%0Adid you mean steps?\n"
    )
