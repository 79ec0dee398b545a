"""Good recipes: what they come to."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ugcflow.errors import RecipeError
from ugcflow.recipe import Recipe, load

EXAMPLE = (Path(__file__).parent / "glow-serum.yaml").read_text(encoding="utf-8")
BASE = "version: 1\nname: ad\ninputs: {review: review.mp4}\nsteps: [add captions]\nexport: [{name: web}]\n"


def recipe(folder: Path, text: str, **more: object) -> Recipe:
    file = folder / "recipe.yaml"
    file.write_text(text, encoding="utf-8")
    return load(file, **more)  # type: ignore[arg-type]


def says(made: Recipe) -> list[str]:
    return [s.say for v in made.variants for s in v.steps]


def test_the_example_of_the_contract(tmp_path: Path) -> None:
    made = recipe(tmp_path, EXAMPLE)
    assert (made.name, made.language, made.backend, made.description) == (
        "glow-serum-30s",
        "en",
        "local",
        "30-second review ad",
    )
    assert made.file == tmp_path / "recipe.yaml"
    assert len(made.sha256) == 64
    names = ["i-was-skeptical-9-16", "i-was-skeptical-1-1", "three-weeks-later-9-16", "wait-for-it-4-5"]
    assert [v.name for v in made.variants] == names
    one = made.variants[3]
    assert one.values == {"hook": "Wait for it", "aspect": "4:5"}
    assert [(i.id, i.file, i.url, i.role) for i in one.inputs] == [
        ("review", tmp_path / "footage/review.mp4", "", ""),
        ("music", tmp_path / "assets/bed.M4A", "", "music"),
        ("logo", None, "https://cdn.example.com/logo.png?v=1", ""),
    ]
    assert one.inputs[2].sha256.startswith("9f2c")
    assert [(s.index, s.id, s.on, s.timeout) for s in one.steps] == [
        (1, "step-1", "", 900_000), (2, "hook", "", 600_000), (3, "step-3", "review", 900_000),
    ]  # fmt: skip
    assert one.steps[1].say == 'Add the text "Wait for it" at the top for the first 3 seconds'
    assert [(c.what, c.wanted) for c in one.steps[1].expect] == [("tracks.text", ">= 1"), ("duration", "<= 30s")]
    assert (one.steps[1].say_where.line, one.steps[1].say_where.column) == (21, 10)
    assert [e.file for e in one.exports] == [
        "glow-serum-30s.wait-for-it-4-5.tiktok.mp4",
        "glow-serum-30s.wait-for-it-4-5.web.webm",
        "glow-serum-30s.wait-for-it-4-5.subtitles.srt",
    ]
    tiktok, web, subtitles = (e.output for e in one.exports)
    assert (tiktok.width, tiktok.height, tiktok.fps, tiktok.max_fps, tiktok.max_seconds) == (1080, 1920, 0, 60, 60)
    assert (web.format, web.width, web.height, web.fps, web.quality, web.of) == (
        "webm",
        720,
        1280,
        30,
        "medium",
        "review",
    )
    assert [c.what for c in one.exports[0].checks] == ["duration", "loudness", "resolution"]
    assert subtitles.format == "srt"
    assert one.exports[2].checks == ()


def test_without_a_matrix_there_is_one_variant_without_a_name(tmp_path: Path) -> None:
    made = recipe(tmp_path, BASE)
    assert [(v.name, v.values, v.exports[0].file) for v in made.variants] == [("", {}, "ad.web.mp4")]


def test_the_text_as_written_is_kept(tmp_path: Path) -> None:
    text = BASE.replace("[add captions]", "['{{ a }} {{ b }} {{ c }} {{ d }} {{ e }} {{ f }}']")
    made = recipe(tmp_path, text + "vars: {a: 9:16, b: no, c: 1.10, d: 007, e: true, f: 1e3}\n")
    assert says(made) == ["9:16 no 1.10 007 true 1e3"]


def test_numbers_compare_as_numbers_and_print_as_written(tmp_path: Path) -> None:
    text = BASE.replace("[add captions]", "[{say: 'save {{ off }}', when: '{{ off > 9 }}'}, x]")
    assert says(recipe(tmp_path, text + "vars: {off: 10.50}\n")) == ["save 10.50", "x"]
    assert says(recipe(tmp_path, text + "vars: {off: 10.50}\n", variables={"off": "5"})) == ["x"]


def test_text_that_looks_like_something_else_is_text_where_text_is_asked_for(tmp_path: Path) -> None:
    made = recipe(
        tmp_path, BASE.replace("add captions", "true, 1.10").replace("name: ad", "name: 2026\ndescription: 1.10")
    )
    assert (made.name, made.description, says(made)) == ("2026", "1.10", ["true", "1.10"])


def test_layers_of_variables(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("vars: {a: base, b: base, c: base, d: base, e: base}\n")
    (tmp_path / "vars.yaml").write_text("c: file\nd: file\ne: file\n")
    text = BASE.replace("[add captions]", "['{{ a }} {{ b }} {{ c }} {{ d }} {{ e }}']")
    text += "extends: base.yaml\nvars: {b: own, c: own, d: own, e: own}\nmatrix: {e: [matrix]}\n"
    made = recipe(tmp_path, text, vars_files=[tmp_path / "vars.yaml"], variables={"d": "given", "e": "given"})
    assert says(made) == ["base own file given matrix"]


def test_what_a_variable_holds_is_never_a_template(tmp_path: Path) -> None:
    text = BASE.replace("[add captions]", "['{{ a }}']") + "vars: {a: x, b: secret}\n"
    assert says(recipe(tmp_path, text, variables={"a": "{{ b }}{% raw %}{# x"})) == ["{{ b }}{% raw %}{# x"]


def test_blocks_and_comments_are_ordinary_text(tmp_path: Path) -> None:
    text = BASE.replace("[add captions]", "['{# 1 {% if %} #1 {{ a | upper }} 100% }}']") + "vars: {a: x}\n"
    assert says(recipe(tmp_path, text)) == ["{# 1 {% if %} #1 X 100% }}"]


def test_a_variable_declared_without_a_value_is_undefined_until_given(tmp_path: Path) -> None:
    text = (
        BASE.replace("[add captions]", "[x, {say: 'add {{ promo }}', when: '{{ promo is defined }}'}]")
        + "vars: {promo: }\n"
    )
    assert says(recipe(tmp_path, text)) == ["x"]
    assert says(recipe(tmp_path, text, variables={"promo": "SALE"})) == ["x", "add SALE"]


def test_a_step_keeps_its_id_when_another_is_left_out(tmp_path: Path) -> None:
    text = BASE.replace("[add captions]", "[{say: one, when: false}, two]")
    made = recipe(tmp_path, text)
    assert [(s.index, s.id, s.where.path) for s in made.variants[0].steps] == [(1, "step-2", "$.steps[1]")]


def test_a_given_variable_nobody_knows_is_an_error_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(RecipeError) as caught:
        recipe(tmp_path, BASE + "vars: {product: x}\n", variables={"prodcut": "y"})
    (problem,) = caught.value.problems
    assert problem.nearest == ("product",)
    assert problem.where is not None
    assert problem.where.path == "--var prodcut"


def test_a_given_variable_that_is_used_need_not_be_declared(tmp_path: Path) -> None:
    text = BASE.replace("[add captions]", "['{{ product }}']")
    assert says(recipe(tmp_path, text, variables={"product": "Serum"})) == ["Serum"]


def test_a_filled_in_number_is_a_number(tmp_path: Path) -> None:
    text = (
        BASE.replace("{name: web}", "{name: '{{ p }}', preset: '{{ p }}', fps: '{{ n }}'}")
        + "matrix: {p: [tiktok, reels]}\nvars: {n: 25}\n"
    )
    outputs = [v.exports[0].output for v in recipe(tmp_path, text).variants]
    assert [(o.name, o.preset, o.fps) for o in outputs] == [("tiktok", "tiktok", 25.0), ("reels", "reels", 25.0)]


def test_presets_and_what_is_set_beside_them(tmp_path: Path) -> None:
    text = BASE.replace(
        "[{name: web}]",
        "[reels, {preset: tiktok, name: t, loudness: keep, fps: 25, max_length: 15s, safe_area: {top: 20%, left: 0.02}}]",
    )
    reels, tiktok = (e.output for e in recipe(tmp_path, text).variants[0].exports)
    assert (reels.name, reels.safe.bottom, reels.loudness, reels.max_seconds) == ("reels", 0.35, -14.0, 180)
    assert (tiktok.loudness, tiktok.fps, tiktok.max_seconds, tiktok.min_seconds) == (None, 25, 15, 5)
    assert (tiktok.safe.top, tiktok.safe.left, tiktok.safe.right) == (0.2, 0.02, 0.222)


def test_an_exports_own_check_answers_the_general_one(tmp_path: Path) -> None:
    text = BASE.replace(
        "{name: web}", "{name: a, checks: {duration: 60s}}, {name: b}, {name: c, format: gif}, {name: d, format: wav}"
    )
    made = recipe(tmp_path, text + "checks: {duration: 30s, loudness: -14}\n")
    wanted = {e.output.name: [(c.what, c.wanted) for c in e.checks] for e in made.variants[0].exports}
    assert wanted == {
        "a": [("loudness", "-14"), ("duration", "60s")],
        "b": [("duration", "30s"), ("loudness", "-14")],
        "c": [("duration", "30s")],
        "d": [],
    }


def test_words_and_codecs_may_be_lists(tmp_path: Path) -> None:
    text = (
        BASE.replace("[add captions]", "[{say: x, expect: {words: [link in bio, serum]}}]")
        + "checks: {video_codec: [h264, vp9]}\n"
    )
    variant = recipe(tmp_path, text).variants[0]
    assert [c.wanted for c in variant.steps[0].expect] == ["link in bio", "serum"]
    assert variant.exports[0].checks[0].ok("vp9")


def test_every_problem_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (
        BASE.replace("ad\n", "Ad\n")
        .replace("review.mp4", "review.doc")
        .replace("add captions", "'{{ nope }}'")
        .replace("{name: web}", "{quality: hihg}")
    )
    with pytest.raises(RecipeError) as caught:
        recipe(tmp_path, text)
    assert [p.where.path for p in caught.value.problems if p.where] == [
        "$.name",
        "$.inputs.review",
        "$.steps[0]",
        "$.export[0].quality",
    ]


def test_a_fault_of_every_variant_is_told_once(tmp_path: Path) -> None:
    text = BASE.replace("[add captions]", "['{{ 1 / n }}']") + "vars: {n: 0}\nmatrix: {a: [x, y, z]}\n"
    with pytest.raises(RecipeError) as caught:
        recipe(tmp_path, text)
    assert [p.what for p in caught.value.problems] == ["`1 / n` can't be worked out: division by zero (variant x)"]


def test_the_digest_changes_with_what_counts_and_with_nothing_else(tmp_path: Path) -> None:
    one = recipe(tmp_path, BASE)
    assert recipe(tmp_path, "# a comment\n" + BASE).sha256 == one.sha256
    assert recipe(tmp_path, BASE.replace("add captions", "add  captions")).sha256 != one.sha256
    used = BASE.replace("add captions", "'{{ a }}'") + "vars: {a: 1}\n"
    assert recipe(tmp_path, used).sha256 != recipe(tmp_path, used, variables={"a": "2"}).sha256


def test_ten_thousand_variants(tmp_path: Path) -> None:
    hooks = "\n".join(f"hook {i},Product {i}" for i in range(10_000))
    (tmp_path / "t.csv").write_text(f"hook,product\n{hooks}\n")
    text = BASE.replace(
        "[add captions]", "[add captions, {say: 'add {{ hook }} of {{ product }}', expect: {text: '{{ hook }}'}}]"
    )
    made = recipe(tmp_path, text + "matrix: {rows: t.csv}\n")
    assert len({v.name for v in made.variants}) == 10_000
    last = made.variants[-1]
    assert last.steps[1].say == "add hook 9999 of Product 9999"
    assert last.steps[0] is made.variants[0].steps[0]


def test_too_many_variants_are_refused_before_they_are_made(tmp_path: Path) -> None:
    axes = ", ".join(f"v{a}: [{', '.join(map(str, range(10)))}]" for a in range(9))
    with pytest.raises(RecipeError, match="1,000,000,000 combinations"):
        recipe(tmp_path, BASE + f"matrix: {{{axes}}}\n")


def test_the_same_recipe_twice_is_the_same(tmp_path: Path) -> None:
    one, two = recipe(tmp_path, EXAMPLE), recipe(tmp_path, EXAMPLE)
    assert one == two
    assert one != replace(two, name="other")


def test_reading_a_recipe_needs_no_heavy_part(tmp_path: Path) -> None:
    (tmp_path / "recipe.yaml").write_text(BASE)
    code = (
        "import sys, json; from pathlib import Path; import ugcflow.recipe as r; a = set(sys.modules)\n"
        f"r.load(Path({str(tmp_path / 'recipe.yaml')!r}))\n"
        "print(json.dumps([[m for m in ('yaml', 'jinja2', 'jsonschema') if m in a], [m for m in ('numpy', 'av', 'httpx', 'rich', 'ugcflow.studio') if m in sys.modules]]))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert json.loads(out) == [[], []]


def test_the_examples_of_the_project() -> None:
    root = Path(__file__).parents[2]
    files = sorted(root.glob("examples/*/recipe.yaml"))
    assert len(files) >= 2
    for file in files:
        assert load(file).variants
