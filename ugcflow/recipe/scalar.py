"""Scalars by YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema), keeping the text as written.

`9:16` and `no` are text. `1.10` is a number that still writes itself `1.10`.
"""

from __future__ import annotations

import re
from typing import Any


class Integer(int):
    """A whole number that remembers how it was written."""

    text: str

    def __str__(self) -> str:
        return self.text


class Decimal(float):
    """A number that remembers how it was written."""

    text: str

    def __str__(self) -> str:
        return self.text


Scalar = str | int | float | bool | None

_NULL = {"", "null", "Null", "NULL", "~"}
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")


def resolve(text: str) -> Scalar:
    """What a plain (unquoted) scalar means. Infinity and NaN stay text: nothing in a recipe can be either."""
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text):
        whole = Integer(text, 0) if text[:2] in ("0o", "0x") else Integer(text)
        whole.text = text
        return whole
    if _FLOAT.fullmatch(text) and len(text) < 40 and abs(float(text)) < 1e300:
        number = Decimal(text)
        number.text = text
        return number
    return text


def written(value: Any) -> str:
    """A value as a person would write it: `true`, `1.10`, the text itself; nothing for null."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
