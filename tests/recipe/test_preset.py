from __future__ import annotations

from ugcflow import schema
from ugcflow.recipe.preset import PRESETS


def test_every_preset_leaves_room_for_text_and_can_be_encoded() -> None:
    for preset in PRESETS.values():
        assert preset.width % 2 == preset.height % 2 == 0
        safe = preset.safe
        assert (1 - safe.left - safe.right) * preset.width >= 600
        assert (1 - safe.top - safe.bottom) * preset.height >= 800
        assert 24 <= preset.max_fps <= 60
        assert preset.min_seconds < preset.max_seconds
        assert (preset.loudness, preset.true_peak) == (-14, -1)


def test_the_schema_offers_exactly_the_presets_there_are() -> None:
    offered = schema.load("recipe")["$defs"]["export"]["properties"]["preset"]["examples"]
    assert offered == list(PRESETS)
