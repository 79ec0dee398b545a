"""No text whatever makes `load` fail with anything but RecipeError, and every problem has a place."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ugcflow.errors import RecipeError
from ugcflow.recipe import load

GOOD = (Path(__file__).parent / "glow-serum.yaml").read_text(encoding="utf-8")
LINES = GOOD.splitlines(keepends=True)
BITS = st.sampled_from(
    ["{", "}", "[", "]", "{{", "}}", "'", '"', ":", ": ", "- ", "\n", "\t", "  ", "&a ", "*a", "<<: ", "!!int ", "| ", ">\n", "#", "---\n", "?", "@", "%",
     "null", "1e999", "0x", "\x00", "\ud800", "\u2028", "🔥", "等", "{{ hook }}", "{{ a.b }}", "{{ 'x' * 9 }}", "name", "steps", "-1", "99999999999999999999"]
)  # fmt: skip


def only_recipe_errors(text: str | bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "recipe.yaml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        try:
            made = load(file, variables={"product": "x"})
        except RecipeError as error:
            for problem in error.problems:
                assert problem.what
                assert problem.where is not None
                where = problem.where
                assert where.line <= 1 or where.file
                assert where.column == 0 or where.source[where.column - 1 :].startswith(where.words)
        else:
            assert made.variants


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    only_recipe_errors(text)


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    only_recipe_errors(data)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(GOOD)), st.lists(BITS, min_size=1, max_size=4), st.integers(0, 12))
def test_a_good_recipe_broken_anywhere(at: int, bits: list[str], cut: int) -> None:
    only_recipe_errors(GOOD[:at] + "".join(bits) + GOOD[at + cut :])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.integers(0, len(LINES) - 1), max_size=30))
def test_lines_of_a_good_recipe_in_any_order(order: list[int]) -> None:
    only_recipe_errors("".join(LINES[i] for i in order))


@settings(max_examples=100, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | BITS, lambda s: st.lists(s, max_size=3) | st.dictionaries(st.sampled_from(["name", "say", "when", "hook", "rows", "file", "tracks", "fps", "x"]), s, max_size=3), max_leaves=8), st.sampled_from(["vars", "matrix", "inputs", "steps", "export", "checks", "extends", "version", "name"]))  # fmt: skip
def test_any_value_under_any_key(value: object, key: str) -> None:
    import yaml

    others = "\n".join(
        f"{k}: {v}"
        for k, v in {"version": 1, "name": "ad", "inputs": "{a: a.mp4}", "steps": "[x]", "export": "[tiktok]"}.items()
        if k != key
    )
    only_recipe_errors(f"{others}\n" + yaml.safe_dump({key: value}, allow_unicode=True))
