"""`matrix: {rows: …}`: a table of variants from a CSV, TSV, JSON or YAML file, or written out in the recipe."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from ugcflow.errors import Problem, RecipeError, Where
from ugcflow.recipe import document
from ugcflow.recipe.node import Node
from ugcflow.recipe.scalar import Decimal, Integer, resolve, written
from ugcflow.recipe.source import read
from ugcflow.recipe.variables import NAME

MAX_BYTES = 50_000_000
Row = dict[str, Any]


def rows(node: Node) -> list[Row]:
    """The rows of `rows:`, each a map of column to value. Raises RecipeError, at the place in the table where it can."""
    if not isinstance(node.value, str):
        return [{k: v.value for k, v in row.items.items()} for row in node.list]
    file = node.source.file.parent / node.text
    reader = {".csv": _csv, ".tsv": _csv, ".json": _json, ".yaml": _yaml, ".yml": _yaml}.get(file.suffix.lower())
    if reader is None:
        what = f"`{node.text}` is not a table this program reads"
        raise RecipeError.of(
            [Problem(what, "It takes .csv, .tsv, .json, .yaml and .yml.", node.where(("matrix", "rows")))]
        )
    if not file.is_file():
        what = f"the table is not there: {file}"
        do = f"The path is looked up from {node.source.file.parent}/."
        raise RecipeError.of([Problem(what, do, node.where(("matrix", "rows")))])
    found = reader(file)
    if not found:
        raise RecipeError.of(
            [Problem("the table has no rows", "A variant is made for every row.", Where(str(file), 1, 1))]
        )
    return found


def _csv(file: Path) -> list[Row]:
    source = read(file, what="table", limit=MAX_BYTES)
    header_line = source.text.split("\n", 1)[0]
    delimiter = "\t" if file.suffix.lower() == ".tsv" else max(",;\t", key=header_line.count)
    reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] = []
    found: list[Row] = []
    problems: list[Problem] = []
    try:
        for cells in reader:
            if not any(c.strip() for c in cells):
                continue
            if not header:
                header = [c.strip() for c in cells]
                problems += _header(header, source.row(reader.line_num))
            elif len(cells) != len(header):
                what = f"this row has {len(cells)} cells, and the header {len(header)}"
                problems.append(
                    Problem(what, f"Put a cell that has a `{delimiter}` in double quotes.", source.row(reader.line_num))
                )
            else:
                found.append({k: resolve(c.strip()) if c.strip() else "" for k, c in zip(header, cells, strict=True)})
    except csv.Error as error:
        problems.append(
            Problem(f"the table can't be read: {error}", "Look at the quotes here.", source.row(reader.line_num))
        )
    if problems:
        raise RecipeError.of(problems[:20])
    return [{k: c if c is not None else "" for k, c in row.items()} for row in found]


def _header(header: list[str], line: Where) -> list[Problem]:
    problems = []
    for i, name in enumerate(header):
        if not NAME.fullmatch(name):
            near = "_".join("".join(c if c.isascii() and c.isalnum() else " " for c in name).split()).lower()
            do = "A column is a variable: letters, digits and underscores." + (
                f" For example `{near}`." if near else ""
            )
            problems.append(Problem(f"`{name}` can't be a column's name", do, line, (near,) if near else ()))
        elif name in header[:i]:
            problems.append(
                Problem(f"the column `{name}` stands in the table twice", "Give one of them another name.", line)
            )
    return problems


def _json(file: Path) -> list[Row]:
    source = read(file, what="table", limit=MAX_BYTES)
    try:
        value = json.loads(source.text, parse_int=resolve, parse_float=resolve, parse_constant=str)
    except json.JSONDecodeError as error:
        where = source.where(error.pos, error.pos + 1)
        raise RecipeError.of([Problem(f"this is not JSON: {error.msg}", "Mend the table here.", where)]) from None
    except RecursionError:
        raise RecipeError.of([Problem("the table is nested too deeply", "", source.where(0, 0))]) from None
    if not isinstance(value, list):
        raise RecipeError.of(
            [Problem("a JSON table is a list of objects", 'For example [{"hook": "…"}].', source.where(0, 1))]
        )
    return [_checked(row, i, source.where(0, 1)) for i, row in enumerate(value)]


def _yaml(file: Path) -> list[Row]:
    root = document.load(file, what="table", limit=MAX_BYTES)
    if not isinstance(root.value, tuple):
        raise RecipeError.of([Problem("a YAML table is a list of maps", "For example `- hook: …`.", root.where())])
    return [
        _checked({k: v.value for k, v in row.items.items()} if row.is_map else None, i, row.where())
        for i, row in enumerate(root.list)
    ]


def _checked(row: Any, index: int, where: Where) -> Row:
    """One row, with columns that can be variables and values that can be text."""
    if not isinstance(row, dict) or not row:
        raise RecipeError.of([Problem(f"row {index + 1} is not a map of column to value", "", where)])
    for name, value in row.items():
        if not NAME.fullmatch(name):
            do = "A column is a variable: letters, digits and underscores."
            raise RecipeError.of([Problem(f"row {index + 1}: `{name}` can't be a column's name", do, where)])
        if not isinstance(value, str | bool | Integer | Decimal) and value is not None:
            raise RecipeError.of([Problem(f"row {index + 1}: `{name}` is not text or a number", "", where)])
    return {k: v if v is not None else "" for k, v in row.items()}


def text_of(rows_: list[Row]) -> str:
    """The rows as stable text, to be hashed."""
    return json.dumps([{k: written(v) for k, v in row.items()} for row in rows_], ensure_ascii=False, sort_keys=True)
