"""YAML as recipes read it: core scalars, merge keys, aliases that can't explode, files that are no recipe."""

from __future__ import annotations

from pathlib import Path

import pytest

from ugcflow.errors import RecipeError
from ugcflow.recipe.document import load, parse
from ugcflow.recipe.node import at, data
from ugcflow.recipe.source import Source


def read(text: str) -> object:
    return data(parse(Source(Path("x.yaml"), text)))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("9:16", "9:16"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ("1.10", 1.1), ("007", 7), ("0o17", 15), ("0x1F", 31), ("-3", -3), ("1e3", 1000.0), (".5", 0.5), ("1_000", "1_000"), ("0b11", "0b11"),
        ("2026-11-22", "2026-11-22"), (".inf", ".inf"), ("'1'", "1"), ("!!str 1.10", "1.10"), ("12:30:45", "12:30:45"), ("=", "="),
    ],
)  # fmt: skip
def test_scalars(written: str, value: object) -> None:
    got = read(f"a: {written}\n")
    assert isinstance(got, dict)
    assert got["a"] == value
    assert type(got["a"]) is type(value) or isinstance(got["a"], type(value))


def test_merge_keys() -> None:
    text = (
        "base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\nown: {y: 9, <<: *b}\nboth: {<<: [*b, *m]}\nquoted: {'<<': 1}\n"
    )
    got = read(text)
    assert isinstance(got, dict)
    assert got["own"] == {"x": 1, "y": 9}
    assert got["both"] == {"x": 1, "y": 2, "z": 4}
    assert got["quoted"] == {"<<": 1}


def test_a_merge_of_something_else_is_refused() -> None:
    with pytest.raises(RecipeError, match="takes in maps only"):
        read("a: {<<: 3}\n")


def test_aliases_can_not_explode() -> None:
    levels = "\n".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12))
    with pytest.raises(RecipeError, match="far too large"):
        read(f"a0: &a0 [x]\n{levels}\n")


@pytest.mark.parametrize("text", ["[" * 60 + "]" * 60, "[" * 20_000, "{a: " * 5000, "- " * 5000 + "x"])
def test_depth_has_a_limit(text: str) -> None:
    with pytest.raises(RecipeError):
        read(text)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"name: caf\xe9\n", "not UTF-8: byte 0xe9"),
        ("version: 1\n".encode("utf-16"), "UTF-16"),
        (b"\x00\x01\x02", "control character"),
        (b"a" * 1_000_001, "larger than 1 MB"),
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"---\n...\n", "empty"),
    ],
)
def test_files_that_are_no_recipe(tmp_path: Path, raw: bytes, says: str) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(raw)
    with pytest.raises(RecipeError, match=says) as caught:
        load(file)
    assert len(caught.value.problems) == 1


def test_a_missing_file_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "recipe.yaml").write_text("x: 1\n")
    with pytest.raises(RecipeError, match=r"Did you mean .*recipe\.yaml"):
        load(tmp_path / "recpie.yaml")
    with pytest.raises(RecipeError, match="a folder"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("text", "path", "line", "column"),
    [
        ("a:\n  - é😀: x\n", ("a", 0, "é😀"), 2, 9),
        ("a: 1\r\nb: x\r\n", ("b",), 2, 4),
        ("\ufeffa: x\n", ("a",), 1, 4),
        ("a: |\n  one\n  two\n", ("a",), 1, 4),
    ],
)
def test_places_are_counted_in_characters(
    tmp_path: Path, text: str, path: tuple[str | int, ...], line: int, column: int
) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(text.encode())
    where = at(load(file), path)[0].where(path)
    assert (where.line, where.column) == (line, column)


def test_words_inside_a_block_are_found_on_their_own_line() -> None:
    node = at(parse(Source(Path("x.yaml"), "say: |\n  one {{ a }}\n  two {{ a }}\n")), ("say",))[0]
    where = node.within(("say",), node.text.rindex("a"), node.text.rindex("a") + 1)
    assert (where.line, where.column, where.words, where.source) == (3, 10, "a", "  two {{ a }}")


def test_a_long_chain_of_aliases_is_refused() -> None:
    chain = "\n".join(f"a{i}: &a{i} [*a{i - 1}]" for i in range(1, 3000))
    with pytest.raises(RecipeError, match="nested more than 50 deep"):
        read(f"a0: &a0 [x]\n{chain}\n")


@pytest.mark.parametrize(
    ("end", "says"),
    [
        ("  - 'x\n", "quote is opened"),
        ("\t- x\n", "a tab is used"),
        ("  - @x\n", "begins with @"),
        ("  - a: b: c\n", "colon"),
    ],
)
def test_a_large_broken_file_is_told_the_same_by_the_fast_parser(end: str, says: str) -> None:
    lines = "  - {a: 1, b: two}\n" * 6000
    with pytest.raises(RecipeError, match=says) as caught:
        read(f"x:\n{lines}{end}")
    assert caught.value.problem.where is not None
    assert caught.value.problem.where.line == 6002
