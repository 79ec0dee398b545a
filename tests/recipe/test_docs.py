"""docs/recipe.md says what the code does."""

from __future__ import annotations

from pathlib import Path

from ugcflow.recipe import load
from ugcflow.recipe.preset import PRESETS
from ugcflow.recipe.template import FILTERS

DOCS = (Path(__file__).parents[2] / "docs" / "recipe.md").read_text(encoding="utf-8")


def test_its_first_recipe_is_good(tmp_path: Path) -> None:
    file = tmp_path / "recipe.yaml"
    file.write_text(DOCS.split("```yaml\n")[1].split("```")[0])
    assert load(file).variants


def test_its_presets_are_those_there_are() -> None:
    for preset in PRESETS.values():
        assert f"| {preset.name} | {preset.width}x{preset.height} | {preset.max_fps:g} fps |" in DOCS
        assert f"{preset.safe.bottom * 100:g} %" in DOCS


def test_its_filters_exist() -> None:
    named = DOCS.split("the filters ")[1].split(". They")[0].replace("\n", " ")
    assert set(named.split(", ")) <= {*FILTERS}
