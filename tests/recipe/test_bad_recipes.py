"""Bad recipes: each has its fault marked, and the place, path and words of the message are asked for exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from ugcflow.errors import Problem, RecipeError
from ugcflow.recipe import load

GOOD = """\
version: 1
name: ad
inputs:
  review: review.mp4
steps:
  - add captions
export:
  - name: web
"""


def problems(folder: Path, text: str | bytes, **more: str) -> tuple[Problem, ...]:
    for name, other in more.items():
        (folder / name.replace("__", ".")).write_text(other, encoding="utf-8")
    file = folder / "recipe.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(RecipeError) as caught:
        load(file)
    assert caught.value.exit_code == 2
    return caught.value.problems


def with_(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def step(text: str) -> str:
    return with_("- add captions", "- " + text)


def export(text: str) -> str:
    return with_("- name: web", "- " + text)


# (recipe, line, column, path, words at fault, in the message, in the advice); one problem each
CASES = [
    # keys
    pytest.param(with_("steps:", "stpes:"), 5, 1, "$.stpes", "stpes", "`stpes` is not a key of the recipe", "`steps`", id="unknown key"),
    pytest.param(step("{say: x, tiemout: 3s}"), 6, 14, "$.steps[0].tiemout", "tiemout", "not a key of step 1", "`timeout`", id="unknown key of a step"),
    pytest.param(step("{say: Trim silences, add captions}"), 6, 26, '$.steps[0]["add captions"]', "add captions", "not a key of step 1", "quotes", id="comma in braces"),
    pytest.param(step("Add the text: hello"), 6, 5, '$.steps[0]["Add the text"]', "Add the text", "not a key of step 1", "colon in quotes", id="colon in a sentence"),
    pytest.param(GOOD + "name: ad\n", 9, 1, "$.name", "name", "second time; the first is on line 2", "Keep one", id="duplicate key"),
    pytest.param(step("{say: x, say: y}"), 6, 14, "$.steps[0].say", "say", "second time", "", id="duplicate key in braces"),
    pytest.param(with_("  review: review.mp4", "  My Clip: review.mp4"), 4, 3, '$.inputs["My Clip"]', "My Clip", "can't be a name", "`my-clip`", id="input id"),
    pytest.param(with_("version: 1\n", ""), 1, 1, "$", "name", "the recipe has no `version`", "version: 1", id="no version"),
    pytest.param(with_("version: 1", "version: 2"), 1, 10, "$.version", "2", "reads `version` 1, not `2`", "", id="version"),
    pytest.param(with_("version: 1", 'version: "1"'), 1, 10, "$.version", '"1"', "is a number", "Write `1`", id="version in quotes"),
    pytest.param(with_("name: ad", "name: Glow Serum"), 2, 7, "$.name", "Glow Serum", "`Glow Serum` can't be `name`", "a-z, 0-9 and dashes", id="name"),
    pytest.param(with_("name: ad", "name: ad\nbackend: nemoo"), 3, 10, "$.backend", "nemoo", "not a value of `backend`", "`nemo`", id="backend"),
    pytest.param(with_("name: ad", "name: ad\nlanguage: english language"), 3, 11, "$.language", "english language", "can't be `language`", "`en`", id="language"),
    # steps
    pytest.param(step('""'), 6, 5, "$.steps[0]", '""', "step 1 is empty", "must say something", id="empty step"),
    pytest.param(step('{say: "  "}'), 6, 11, "$.steps[0].say", '"  "', "`say` of step 1 is empty", "", id="blank step"),
    pytest.param(step("{say: }"), 6, 11, "$.steps[0].say", "", "has no value", "", id="step without a value"),
    pytest.param(step("{on: review}"), 6, 6, "$.steps[0]", "on", "step 1 has no `say`", "", id="step without say"),
    pytest.param(step("[a, b]"), 6, 5, "$.steps[0]", "[a, b]", "must be text or a map", "", id="step is a list"),
    pytest.param(step("{say: x, on: reveiw}"), 6, 18, "$.steps[0].on", "reveiw", "no input `reveiw`", "`review`", id="on"),
    pytest.param(step("{say: x, timeout: soon}"), 6, 23, "$.steps[0].timeout", "soon", "not a time to wait", "`10m`", id="timeout"),
    pytest.param(step("{say: x, timeout: 9h}"), 6, 23, "$.steps[0].timeout", "9h", "out of reach", "6h", id="long timeout"),
    pytest.param(step("{say: x, id: A B}"), 6, 18, "$.steps[0].id", "A B", "`A B` can't be `id` of step 1", "", id="step id"),
    pytest.param(step("{say: x, id: a}\n  - {say: y, id: a}"), 7, 18, "$.steps[1].id", "a", "two steps are called `a`", "", id="step ids"),
    pytest.param(step("{say: x, when: 'false'}"), 6, 5, "$.steps[0]", "{say: x, when: 'false'}", "no step is left", "", id="no step left"),
    pytest.param(with_("  - add captions", "  []"), 6, 3, "$.steps", "[]", "`steps` is empty", "", id="no steps"),
    # expectations and checks
    pytest.param(step("{say: x, expect: {tracks: {txet: 1}}}"), 6, 32, "$.steps[0].expect.tracks.txet", "txet", "not a key", "`text`", id="track"),
    pytest.param(step("{say: x, expect: {tracks: {text: many}}}"), 6, 38, "$.steps[0].expect.tracks.text", "many", "not something", "`>= 1`", id="count"),
    pytest.param(step("{say: x, expect: {segments: 1.5}}"), 6, 33, "$.steps[0].expect.segments", "1.5", "not something", "", id="half a segment"),
    pytest.param(step("{say: x, expect: {segments: '< 0'}}"), 6, 33, "$.steps[0].expect.segments", "'< 0'", "can't be met", "", id="fewer than none"),
    pytest.param(GOOD + "checks: {duration: 30s..25s}\n", 9, 20, "$.checks.duration", "30s..25s", "nothing lies in it", "", id="range turned round"),
    pytest.param(GOOD + "checks: {duration: 30 apples}\n", 9, 20, "$.checks.duration", "30 apples", "not something `duration` can be", "`25s..30s`", id="unit"),
    pytest.param(GOOD + "checks: {loudness: 14}\n", 9, 20, "$.checks.loudness", "14", "can't be met", "LUFS", id="loudness above zero"),
    pytest.param(GOOD + "checks: {resolution: 1080x1921}\n", 9, 22, "$.checks.resolution", "1080x1921", "odd sizes", "", id="odd check"),
    pytest.param(GOOD + "checks: {aspect: wide}\n", 9, 18, "$.checks.aspect", "wide", "can't be met", "`9:16`", id="aspect"),
    pytest.param(GOOD + "checks: {video_codec: h246}\n", 9, 23, "$.checks.video_codec", "h246", "no codec `h246`", "`h264`", id="codec"),
    pytest.param(GOOD + "checks: {durashun: 3s}\n", 9, 10, "$.checks.durashun", "durashun", "not a key", "`duration`", id="check"),
    # exports
    pytest.param(export("{name: web, preset: tictoc}"), 8, 25, "$.export[0].preset", "tictoc", "not a value of `preset`", "`tiktok`", id="preset"),
    pytest.param(export("tik-tok"), 8, 5, "$.export[0]", "tik-tok", "not a value of export 1", "`tiktok`", id="preset by itself"),
    pytest.param(export("{format: avi}"), 8, 14, "$.export[0].format", "avi", "not a value of `format`", "mp4", id="format"),
    pytest.param(export("{quality: best}"), 8, 15, "$.export[0].quality", "best", "not a value", "`low`, `medium` or `high`", id="quality"),
    pytest.param(export("{resolution: 1081x1920}"), 8, 18, "$.export[0].resolution", "1081x1920", "1080x1920 is the nearest", "", id="odd size"),
    pytest.param(export("{resolution: full hd}"), 8, 18, "$.export[0].resolution", "full hd", "can't be `resolution`", "`1080x1920`", id="size"),
    pytest.param(export("{fps: 0}"), 8, 11, "$.export[0].fps", "0", "at least 1", "", id="fps"),
    pytest.param(export("{fps: fast}"), 8, 11, "$.export[0].fps", "fast", "can't be `fps`", "1 to 120", id="fps in words"),
    pytest.param(export('{fps: "30"}'), 8, 11, "$.export[0].fps", '"30"', "number in quotes", "quotes off", id="fps in quotes"),
    pytest.param(export("{loudness: 3}"), 8, 16, "$.export[0].loudness", "3", "at most -5", "", id="loudness"),
    pytest.param(export("{max_length: 1 fortnight}"), 8, 18, "$.export[0].max_length", "1 fortnight", "can't be `max_length`", "", id="length"),
    pytest.param(export("{min_length: 9s, max_length: 3s}"), 8, 22, "$.export[0].max_length", "max_length", "longer than 9s and shorter than 3s", "", id="lengths"),
    pytest.param(export("{safe_area: {top: 0.6}}"), 8, 23, "$.export[0].safe_area.top", "0.6", "at most 0.45", "", id="margin"),
    pytest.param(export("{safe_area: {top: 60%}}"), 8, 23, "$.export[0].safe_area.top", "60%", "no room for text", "", id="margin in percent"),
    pytest.param(export("{of: reviw}"), 8, 10, "$.export[0].of", "reviw", "no input `reviw`", "`review`", id="of"),
    pytest.param(export("{name: a}\n  - {name: a, format: webm}"), 9, 12, "$.export[1].name", "a", "two exports are called `a`", "", id="same name"),
    pytest.param(export("{format: srt, fps: 30}"), 8, 19, "$.export[0].fps", "fps", "says nothing about srt", "", id="fps of subtitles"),
    pytest.param(export("{format: srt, checks: {loudness: -14}}"), 8, 38, "$.export[0].checks.loudness", "-14", "can't be asked of srt", "", id="loudness of subtitles"),
    # inputs
    pytest.param(with_("review.mp4", "review.docx"), 4, 11, "$.inputs.review", "review.docx", "`.docx` files can't be used", "mp4 mov avi", id="extension"),
    pytest.param(with_("review.mp4", "review"), 4, 11, "$.inputs.review", "review", "no extension", "", id="no extension"),
    pytest.param(with_("review.mp4", "review.jpeg"), 4, 11, "$.inputs.review", "review.jpeg", "`.jpeg`", "`jpg`", id="near extension"),
    pytest.param(with_("review.mp4", "http://x.com/a.mp4"), 4, 11, "$.inputs.review", "http://x.com/a.mp4", "`http://` can't be fetched", "https", id="http"),
    pytest.param(with_("review.mp4", "https://me:pw@x.com/a.mp4"), 4, 11, "$.inputs.review", "https://me:pw@x.com/a.mp4", "user name or password", "", id="password"),
    pytest.param(with_("review.mp4", "{file: a.mp4, url: 'https://x.com/a.mp4'}"), 4, 11, "$.inputs.review", "{file: a.mp4, url: 'https://x.com/a.mp4'}", "both `file` and `url`", "", id="file and url"),
    pytest.param(with_("review.mp4", "{role: music}"), 4, 11, "$.inputs.review", "{role: music}", "neither `file` nor `url`", "", id="neither"),
    pytest.param(with_("review.mp4", "{file: a.mp4, role: musik}"), 4, 31, "$.inputs.review.role", "musik", "not a value", "`music`", id="role"),
    pytest.param(with_("review.mp4", "{file: a.png, role: music}"), 4, 31, "$.inputs.review.role", "music", ".png file can't be `music`", "mp3", id="role of a picture"),
    pytest.param(with_("review.mp4", "{file: a.mp4, sha256: 9f2c}"), 4, 33, "$.inputs.review.sha256", "9f2c", "can't be `sha256`", "64", id="sha256"),
    # templates
    pytest.param(step('add "{{ hook }}"'), 6, 13, "$.steps[0]", "hook", "no variable `hook`", "Declare it", id="undefined"),
    pytest.param(step("'add {{ prodct }}'\nvars: {product: x}"), 6, 13, "$.steps[0]", "prodct", "no variable `prodct`", "`product`", id="misspelt"),
    pytest.param(step("{say: x, when: '{{ hok is defined }}'}\nvars: {hook: x}"), 6, 24, "$.steps[0].when", "hok", "no variable `hok`", "`hook`", id="misspelt in is defined"),
    pytest.param(step("{say: x, when: 'a {{ b }}'}"), 6, 21, "$.steps[0].when", "a {{ b }}", "one expression", "", id="when with text"),
    pytest.param(step("'add {{ product'\nvars: {product: x}"), 6, 10, "$.steps[0]", "{{", "never closed", "}}", id="unclosed"),
    pytest.param(step("'add {{ product product }}'\nvars: {product: x}"), 6, 13, "$.steps[0]", "product product", "can't be read", "", id="two words"),
    pytest.param(step("'add {{ product | uper }}'\nvars: {product: x}"), 6, 13, "$.steps[0]", "product | uper", "no filter `uper`", "`upper`", id="filter"),
    pytest.param(step("'add {{ product.upper() }}'\nvars: {product: x}"), 6, 13, "$.steps[0]", "product.upper()", "can't call", "filter", id="call"),
    pytest.param(step("'add {{ }}'"), 6, 10, "$.steps[0]", "{{ }}", "without a variable", "", id="nothing"),
    pytest.param(step("add {{ a }}\n  - {{ a }}\nvars: {a: x}"), 7, 6, "$", "{", "in quotes", '"{{', id="unquoted") ,
    pytest.param(step("'{{ a * 300000000 }}'\nvars: {a: x}"), 6, 9, "$.steps[0]", "a * 300000000", "between numbers only", "", id="repetition"),
    pytest.param(step("'{{ 9 ** 9 ** 9 }}'"), 6, 9, "$.steps[0]", "9 ** 9 ** 9", "not allowed", "", id="power"),
    pytest.param(step("'{{ 1 / 0 }}'"), 6, 9, "$.steps[0]", "1 / 0", "can't be worked out", "", id="division"),
    pytest.param(step("'{{ brand }}'\nvars: {brand: {name: x}}"), 6, 9, "$.steps[0]", "brand", "is a map, not text", "brand.name", id="map as text"),
    pytest.param(step("'{{ brand.__class__ }}'\nvars: {brand: {name: x}}"), 6, 9, "$.steps[0]", "brand.__class__", "has no value", "", id="attribute"),
    pytest.param(step("'{{ promo }}'\nvars: {promo: }"), 6, 9, "$.steps[0]", "promo", "has no value here", "--var promo", id="declared only"),
    pytest.param(step("'{{ promo }}'\nvars: {promo: ''}"), 6, 5, "$.steps[0]", "'{{ promo }}'", "is empty", "", id="empty when filled"),
    pytest.param(step("x\nvars: {a: '{{ b }}'}"), 7, 12, "$.vars.a", "{{", "not read as a template", "", id="template in a variable"),
    pytest.param(export("{fps: '{{ n }}'}\nvars: {n: many}"), 8, 11, "$.export[0].fps", "'{{ n }}'", "`many` can't be `fps`", "", id="filled-in number"),
    pytest.param(export("{preset: '{{ n }}'}\nvars: {n: reel}"), 8, 14, "$.export[0].preset", "'{{ n }}'", "`reel` is not a value", "`reels`", id="filled-in preset"),
    # matrix
    pytest.param(GOOD + "matrix: {}\n", 9, 9, "$.matrix", "{}", "`matrix` is empty", "", id="empty matrix"),
    pytest.param(GOOD + "matrix: {hook: []}\n", 9, 16, "$.matrix.hook", "[]", "is empty", "", id="empty axis"),
    pytest.param(GOOD + "matrix: {hook: x}\n", 9, 16, "$.matrix.hook", "x", "must be a list", "", id="axis is text"),
    pytest.param(GOOD + "matrix: {hook: [a b, A-B]}\n", 9, 22, "$.matrix.hook[1]", "A-B", "both be called `a-b`", "", id="collision"),
    pytest.param(GOOD + "matrix: {hook: [a], include: [{hook: a}]}\n", 9, 31, "$.matrix.include[0]", "{hook: a}", "both be called `a`", "", id="included twice"),
    pytest.param(GOOD + "matrix: {hook: [one, two], exclude: [{hook: tow}]}\n", 9, 45, "$.matrix.exclude[0].hook", "tow", "never is `tow`", "`two`", id="exclude value"),
    pytest.param(GOOD + "matrix: {hook: [one, two], exclude: [{hok: two}]}\n", 9, 39, "$.matrix.exclude[0].hok", "hok", "no `hok`", "`hook`", id="exclude variable"),
    pytest.param(GOOD + "matrix: {hook: [one], exclude: [{hook: one}]}\n", 9, 1, "$.matrix", "matrix", "every combination", "", id="all excluded"),
    pytest.param(GOOD + "matrix: {rows: nowhere.csv}\n", 9, 16, "$.matrix.rows", "nowhere.csv", "table is not there", "", id="no table"),
    pytest.param(GOOD + "matrix: {rows: a.xlsx}\n", 9, 16, "$.matrix.rows", "a.xlsx", "not a table", ".csv", id="kind of table"),
    # YAML
    pytest.param(with_("steps:\n  -", "steps:\n\t-"), 6, 1, "", "", "tab", "spaces", id="tab"),
    pytest.param(step("'never closed"), 6, 5, "", "'never", "never closed", "", id="quote"),
    pytest.param(step("@x"), 6, 5, "", "@x", "begins with @ must stand in quotes", "", id="at sign"),
    pytest.param(step("say: one: two"), 6, 13, "", ":", "colon", "quotes", id="colon in a value"),
    pytest.param(step("*nothing"), 6, 5, "$", "*nothing", "no anchor &nothing", "", id="alias"),
    pytest.param(step("&a [*a]"), 6, 9, "$", "*a", "inside the very value", "", id="alias in itself"),
    pytest.param(step("!!python/object:os.system x"), 6, 5, "$", "!!python/object:os.system x", "tag", "", id="tag"),
    pytest.param(GOOD + "---\nversion: 1\n", 9, 1, "$", "---", "second document", "", id="two documents"),
    pytest.param("- a\n", 1, 1, "$", "- a", "a recipe is a map", "version: 1", id="a list"),
    pytest.param("hello\n", 1, 1, "$", "hello", "a recipe is a map", "", id="a word"),
    pytest.param("", 1, 1, "", "", "the recipe is empty", "name another", id="empty"),
    pytest.param("# only a comment\n", 1, 1, "", "", "the recipe is empty", "", id="comment"),
    pytest.param(GOOD + "extends: recipe.yaml\n", 9, 10, "$.extends", "recipe.yaml", "in a circle", "", id="extends itself"),
    pytest.param(GOOD + "extends: other.yaml\n", 9, 10, "$.extends", "other.yaml", "not there", "", id="extends nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "path", "words", "says", "advises"), CASES)
def test_a_bad_recipe_says_what_where_and_what_to_do(
    tmp_path: Path, text: str, line: int, column: int, path: str, words: str, says: str, advises: str
) -> None:
    found = problems(tmp_path, text)
    assert len(found) == 1, [str(p) for p in found]
    where = found[0].where
    assert where is not None
    assert says in found[0].what
    assert advises in found[0].do
    assert (where.line, where.column) == (line, column)
    assert where.words == words
    assert not path or where.path == path
    assert where.file == str(tmp_path / "recipe.yaml")
    if words:
        assert where.source[where.column - 1 :].startswith(words)
