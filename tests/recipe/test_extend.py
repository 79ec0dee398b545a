"""`extends`: what wins, where things stand, and circles."""

from __future__ import annotations

from pathlib import Path

import pytest

from ugcflow.errors import RecipeError
from ugcflow.recipe import load

BASE = """\
version: 1
name: brand
vars: {product: Base, colour: red}
inputs:
  logo: assets/logo.png
  music: {file: assets/bed.m4a, role: music}
steps:
  - add captions
export: [tiktok]
checks: {loudness: -14 +- 1}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "brand").mkdir()
    (tmp_path / "ads").mkdir()
    (tmp_path / "brand" / "base.yaml").write_text(BASE)
    return tmp_path


def write(folder: Path, text: str) -> Path:
    file = folder / "ads" / "ad.yaml"
    file.write_text("extends: ../brand/base.yaml\n" + text)
    return file


def test_maps_merge_and_lists_replace_and_paths_stay_with_their_file(folder: Path) -> None:
    made = load(
        write(
            folder,
            "name: ad\ninputs: {review: review.mp4}\nsteps: ['say {{ product }} in {{ colour }}']\nvars: {product: Own}\n",
        )
    )
    (variant,) = made.variants
    assert made.name == "ad"
    assert [(i.id, i.file) for i in variant.inputs] == [
        ("logo", folder / "brand/assets/logo.png"),
        ("music", folder / "brand/assets/bed.m4a"),
        ("review", folder / "ads/review.mp4"),
    ]
    assert [s.say for s in variant.steps] == ["say Own in red"]
    assert variant.exports[0].file == "ad.tiktok.mp4"
    assert variant.exports[0].checks[0].where.file.endswith("brand/base.yaml")


def test_null_takes_an_inherited_entry_away(folder: Path) -> None:
    made = load(write(folder, "inputs: {music: , review: review.mp4}\n"))
    assert [i.id for i in made.variants[0].inputs] == ["logo", "review"]


def test_another_source_replaces_the_inherited_one(folder: Path) -> None:
    made = load(write(folder, "inputs: {music: {url: 'https://x.com/a.mp3'}}\n"))
    music = made.variants[0].inputs[1]
    assert (music.file, music.url, music.role) == (None, "https://x.com/a.mp3", "music")


def test_a_fault_points_into_the_file_that_has_the_words(folder: Path) -> None:
    base = folder / "brand" / "base.yaml"
    base.write_text(BASE.replace("-14 +- 1", "14"))
    with pytest.raises(RecipeError) as caught:
        load(write(folder, "name: Ad\n"))
    places = [(p.where.file, p.where.line) for p in caught.value.problems if p.where]
    assert places == [(str(folder / "ads" / "ad.yaml"), 2), (str(folder / "brand" / "base.yaml"), 10)]


def test_a_circle_names_its_chain(folder: Path) -> None:
    (folder / "brand" / "base.yaml").write_text("extends: middle.yaml\n" + BASE)
    (folder / "brand" / "middle.yaml").write_text("extends: ../ads/ad.yaml\n")
    with pytest.raises(RecipeError, match=r"ad\.yaml → .*base\.yaml → .*middle\.yaml → .*ad\.yaml"):
        load(write(folder, ""))


@pytest.mark.parametrize("target", ["https://x.com/base.yaml", "'{{ brand }}.yaml'", "[a, b]", "''", "3"])
def test_what_can_not_be_extended(tmp_path: Path, target: str) -> None:
    file = tmp_path / "ad.yaml"
    file.write_text(f"extends: {target}\n{BASE}")
    with pytest.raises(RecipeError) as caught:
        load(file)
    where = caught.value.problem.where
    assert where is not None
    assert (where.line, where.column, where.path) == (1, 10, "$.extends")
