"""Inputs are looked at before anything else is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.scripted import ScriptedInspector
from ugcflow.errors import InputError, Where
from ugcflow.recipe.variant import Input
from ugcflow.runner import inputs


def look(file: Path, **more: str) -> str:
    """What is said about one file, "" when it is good."""
    _, problems = inputs.look([Input("review", file, where=Where("ad.yaml", 4, 3), **more)], ScriptedInspector())
    for problem in problems:
        assert problem.do
        assert problem.where == Where("ad.yaml", 4, 3)
    return "; ".join(p.what + " / " + p.do for p in problems)


def made(folder: Path, name: str, content: bytes = b"film") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("extension", [*inputs.FORMATS, "MP4", "jpeg"])
def test_every_format_that_is_taken(tmp_path: Path, extension: str) -> None:
    assert look(made(tmp_path, f"clip.{extension}")) == ""


def test_a_missing_file_offers_the_nearest(tmp_path: Path) -> None:
    made(tmp_path, "review.mp4")
    assert "did you mean review.mp4?" in look(tmp_path / "reveiw.mp4")
    assert "relative to the recipe" in look(tmp_path / "nothing/like/it.mp4")


def test_an_empty_file(tmp_path: Path) -> None:
    assert "is empty" in look(made(tmp_path, "a.mp4", b""))


@pytest.mark.parametrize("name", ["a.txt", "a.mts", "a"])
def test_a_format_nobody_takes_names_those_that_are(tmp_path: Path, name: str) -> None:
    assert "mp4 mov avi webm mkv" in look(made(tmp_path, name))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").mkdir()
    assert "is a folder" in look(tmp_path / "a.mp4")


@pytest.mark.parametrize(("size", "good"), [(500_000_000, True), (500_000_001, False)])
def test_the_limit_is_500_megabytes(tmp_path: Path, size: int, good: bool) -> None:
    file = made(tmp_path, "a.mp4")
    os.truncate(file, size)
    said = look(file)
    assert (said == "") is good
    assert good or "more than the 500 MB" in said


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    made(tmp_path, "a.mp4").chmod(0)
    assert "can't be read" in look(tmp_path / "a.mp4")


def test_content_that_is_not_what_the_recipe_pins(tmp_path: Path) -> None:
    import hashlib

    file = made(tmp_path, "a.mp4")
    assert look(file, sha256=hashlib.sha256(b"film").hexdigest()) == ""
    assert "not the file the recipe pins" in look(file, sha256="0" * 64)


def test_a_url_is_left_for_later() -> None:
    found, problems = inputs.look([Input("logo", url="https://cdn.example.com/logo.png?sig=1")], ScriptedInspector())
    assert not problems
    assert found["https://cdn.example.com/logo.png?sig=1"].facts is None


def test_an_input_of_many_variants_is_looked_at_once(tmp_path: Path) -> None:
    file = made(tmp_path, "a.mp4")
    _, problems = inputs.look(
        [Input("a", file), Input("a", file), Input("b", tmp_path / "no.mp4"), Input("b", tmp_path / "no.mp4")], None
    )
    assert len(problems) == 1


def test_all_problems_are_raised_together(tmp_path: Path) -> None:
    _, problems = inputs.look([Input("a", tmp_path / "a.mp4"), Input("b", tmp_path / "b.mp4")], None)
    with pytest.raises(InputError) as caught:
        inputs.demand(problems)
    assert len(caught.value.problems) == 2


def test_nothing_that_plays(tmp_path: Path) -> None:
    _, problems = inputs.look([Input("a", made(tmp_path, "a.mp4"))], ScriptedInspector(duration=0))
    assert "nothing that plays" in problems[0].what


def test_a_file_of_another_name_is_not_meant_for_its_extension_alone(tmp_path: Path) -> None:
    for name in ("ok.mp4", "review-final.mp4"):
        (tmp_path / name).write_bytes(b"x")
    assert "did you mean" not in look(tmp_path / "gone.mp4")
    assert "did you mean review-final.mp4?" in look(tmp_path / "review-finl.mp4")
