"""The Jinja environment of recipes: variables, filters and comparisons, and nothing that could run away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from ugcflow.recipe.scalar import written

MAX_LENGTH = 200_000
_OFF = "\x00ugcflow-off-"


class _Sandbox(SandboxedEnvironment):
    intercepted_binops = frozenset({"*", "**", "%", "/", "//"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic between numbers of a sane size only: `'a' * 3e8` would fill the memory."""
        if operator == "**":
            raise SecurityError("`**` is not allowed")
        for side in (left, right):
            if isinstance(side, bool) or not isinstance(side, int | float) or abs(side) > 1e12:
                raise SecurityError(f"`{operator}` works between numbers only")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`brand.name` looks into a map; nothing else has attributes."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Mapping) and isinstance(argument, str) and argument in obj:
            return obj[argument]
        if isinstance(obj, list | tuple | str) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except IndexError:
                pass
        return self.undefined(obj=obj, name=argument)

    def is_safe_callable(self, obj: Any) -> bool:
        return False


def _replace(value: Any, old: Any, new: Any, count: int = -1) -> str:
    text, to = str(value), str(new)
    _bounded(len(text) * (len(to) + 1))
    return text.replace(str(old), to, count)


def _join(value: Any, between: str = "") -> str:
    parts = [written(part) for part in value]
    _bounded(sum(map(len, parts)) + len(between) * len(parts))
    return between.join(parts)


def _bounded(length: int) -> None:
    if length > MAX_LENGTH:
        raise SecurityError("it would come to far too much text")


def environment(filters: Sequence[str]) -> SandboxedEnvironment:
    """The sandbox with only these filters, no globals, and blocks and comments that nothing can begin."""
    env = _Sandbox(
        undefined=StrictUndefined,
        block_start_string=_OFF + "b", block_end_string=_OFF + "e",
        comment_start_string=_OFF + "c", comment_end_string=_OFF + "d",
        autoescape=False, cache_size=0,
    )  # fmt: skip
    env.globals.clear()
    env.filters = {name: env.filters[name] for name in filters} | {"replace": _replace, "join": _join}
    return env
