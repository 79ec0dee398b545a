"""The matrix: order, tables, and what is wrong with either."""

from __future__ import annotations

from pathlib import Path

import pytest

from ugcflow.errors import RecipeError
from ugcflow.recipe import load

BASE = "version: 1\nname: ad\ninputs: {review: review.mp4}\nsteps: ['{{ hook }} {{ price }}']\nexport: [{name: web}]\n"


def run(folder: Path, matrix: str, **tables: str) -> list[tuple[str, str]]:
    for name, text in tables.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    file = folder / "recipe.yaml"
    file.write_text(BASE + f"matrix: {matrix}\n", encoding="utf-8")
    return [(v.name, v.steps[0].say) for v in load(file).variants]


def fault(folder: Path, matrix: str, **tables: str) -> tuple[str, str, int]:
    with pytest.raises(RecipeError) as caught:
        run(folder, matrix, **tables)
    where = caught.value.problem.where
    assert where is not None
    return caught.value.what, where.file.rsplit("/", 1)[-1], where.line


def test_order_is_as_written_the_last_variable_turning_fastest(tmp_path: Path) -> None:
    got = run(tmp_path, "{hook: [b, a], price: [1.10, 2]}")
    assert got == [("b-1-10", "b 1.10"), ("b-2", "b 2"), ("a-1-10", "a 1.10"), ("a-2", "a 2")]


def test_chinese_values_name_their_variants(tmp_path: Path) -> None:
    got = run(tmp_path, "{hook: [等一下, 三周之后], price: [1]}")
    assert [name for name, _ in got] == ["等一下-1", "三周之后-1"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("t_csv", 'hook,price\nWait,1.10\n"a, b",2\n\n'),
        ("t_csv", "\ufeffhook;price\r\nWait;1.10\r\na, b;2\r\n"),
        ("t_tsv", "hook\tprice\nWait\t1.10\na, b\t2\n"),
        ("t_json", '[{"hook": "Wait", "price": 1.10}, {"hook": "a, b", "price": 2}]'),
        ("t_yaml", "- {hook: Wait, price: 1.10}\n- {hook: 'a, b', price: 2}\n"),
    ],
)
def test_tables(tmp_path: Path, file: str, text: str) -> None:
    got = run(tmp_path, f"{{rows: {file.replace('_', '.')}}}", **{file: text})
    assert got == [("wait-1-10", "Wait 1.10"), ("a-b-2", "a, b 2")]


def test_rows_in_the_recipe_and_a_name_of_their_own(tmp_path: Path) -> None:
    got = run(tmp_path, "{rows: [{variant: First One, hook: a, price: 1}, {variant: two, hook: a, price: 1}]}")
    assert [name for name, _ in got] == ["first-one", "two"]


def test_rows_multiply_with_other_variables(tmp_path: Path) -> None:
    got = run(tmp_path, "{rows: [{hook: a}, {hook: b}], price: [1, 2], exclude: [{hook: b, price: 2}]}")
    assert [name for name, _ in got] == ["a-1", "a-2", "b-1"]


@pytest.mark.parametrize(
    ("file", "text", "says", "line"),
    [
        ("t_csv", "hook,My Price\na,1\n", "`My Price` can't be a column's name", 1),
        ("t_csv", "hook,price,hook\na,1,2\n", "stands in the table twice", 1),
        ("t_csv", "hook,price\na,1\nb\n", "this row has 1 cells, and the header 2", 3),
        ("t_csv", 'hook,price\n"a,1\n', "can't be read", 2),
        ("t_csv", "hook,price\n", "no rows", 1),
        ("t_csv", "", "no rows", 1),
        ("t_json", '[{"hook": 1},\n]', "not JSON", 2),
        ("t_json", '{"hook": 1}', "list of objects", 1),
        ("t_json", '[{"hook": [1]}]', "not text or a number", 1),
        ("t_yaml", "hook: 1\n", "list of maps", 1),
        ("t_yaml", "- 1\n", "not a map of column", 1),
    ],
)
def test_faults_of_tables_stand_in_the_table(tmp_path: Path, file: str, text: str, says: str, line: int) -> None:
    name = file.replace("_", ".")
    what, where, at_line = fault(tmp_path, f"{{rows: {name}}}", **{file: text})
    assert says in what
    assert (where, at_line) == (name, line)


def test_a_table_lies_beside_the_recipe_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "t.csv").write_text("hook,price\na,1\n")
    (tmp_path / "brand" / "base.yaml").write_text("matrix: {rows: t.csv}\n")
    file = tmp_path / "ad.yaml"
    file.write_text(BASE + "extends: brand/base.yaml\n")
    assert [v.name for v in load(file).variants] == ["a-1"]
