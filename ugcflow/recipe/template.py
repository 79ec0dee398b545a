"""`{{ … }}` in a value: read once, filled in once. Jinja's expressions in a sandbox that can only look at variables.

No blocks, comments, calls, attributes or globals; `*` and `%` between numbers only, no `**`. What a variable holds is never read as a template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ugcflow.recipe.nearest import suggest
from ugcflow.recipe.scalar import written

MAX_EXPRESSION = 1_000
MAX_TEXT = 20_000
FILTERS = (
    "upper", "lower", "capitalize", "title", "trim", "replace", "default", "d", "length", "count", "first", "last",
    "join", "string", "int", "float", "round", "abs", "truncate", "wordcount", "sort", "unique", "min", "max",
)  # fmt: skip
TESTS = ("defined", "undefined", "none", "number", "string", "true", "false", "in", "even", "odd", "lower", "upper")
Scope = Mapping[str, Any]


class TemplateError(Exception):
    """What is wrong at the characters `start`…`end` of the template's text."""

    def __init__(self, what: str, do: str, start: int, end: int, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(what)
        self.what, self.do, self.start, self.end, self.nearest = what, do, start, end, nearest


@dataclass(frozen=True, slots=True)
class Expression:
    """One `{{ … }}`: its code, where it starts in the text, the variables it names, and how to work it out."""

    code: str
    start: int
    names: frozenset[str]
    run: Callable[[Scope], Any]

    def span(self, word: str) -> tuple[int, int]:
        """Where `word` stands in the template's text; the whole expression when it can't be found."""
        found = re.search(rf"(?<![\w.'\"]){re.escape(word)}(?!\w)", self.code)
        at = self.start + (found.start() if found else 0)
        return (at, at + len(word)) if found else (self.start, self.start + len(self.code))


@dataclass(frozen=True, slots=True)
class Template:
    """A text with expressions in it."""

    pieces: tuple[str | Expression, ...]

    @property
    def expressions(self) -> tuple[Expression, ...]:
        return tuple(p for p in self.pieces if isinstance(p, Expression))

    @property
    def names(self) -> frozenset[str]:
        return frozenset().union(*(e.names for e in self.expressions))

    def render(self, scope: Scope) -> str:
        """The text with every expression's value in its place. Raises TemplateError."""
        text = "".join(p if isinstance(p, str) else _text(p, evaluate(p, scope)) for p in self.pieces)
        if len(text) > MAX_TEXT:
            raise TemplateError(f"this comes to {len(text):,} characters", f"A value has at most {MAX_TEXT:,}.", 0, 0)
        return text


def is_template(text: str) -> bool:
    return "{{" in text


@cache
def parse(text: str) -> Template:
    """The template of a text. Raises TemplateError."""
    pieces: list[str | Expression] = []
    at = 0
    while (opened := text.find("{{", at)) >= 0:
        closed = _closing(text, opened + 2)
        if closed < 0:
            raise TemplateError("`{{` is opened here and never closed", "Close it with `}}`.", opened, opened + 2)
        pieces += [text[at:opened], _expression(text[opened + 2 : closed], opened + 2)]
        at = closed + 2
    return Template((*pieces, text[at:]))


@cache
def condition(text: str) -> Expression:
    """The one expression of a `when`: "{{ aspect == '9:16' }}", or the same without braces. Raises TemplateError."""
    start = len(text) - len(text.lstrip())
    body = text.strip()
    if not is_template(body):
        return _expression(text, 0)
    if not body.startswith("{{") or _closing(body, 2) != len(body) - 2:
        raise TemplateError(
            "`when` holds one expression and nothing else",
            'For example "{{ hook is defined }}".',
            start,
            start + len(body),
        )
    return _expression(body[2:-2], start + 2)


def holds(expression: Expression, scope: Scope) -> bool:
    """Whether a `when` is true. The texts "false" and "" are not. Raises TemplateError."""
    value = evaluate(expression, scope)
    return bool(value) and value != "false"


def evaluate(expression: Expression, scope: Scope) -> Any:
    """The value of an expression. Raises TemplateError for a variable without a value, and for what can't be worked out."""
    from jinja2 import UndefinedError

    try:
        value = expression.run(scope)
        str(value)  # an undefined value raises here
    except UndefinedError as error:
        raise _undefined(expression, scope, str(error)) from None
    except (ArithmeticError, TypeError, ValueError, LookupError, AttributeError, RecursionError, MemoryError) as error:
        raise _failed(expression, str(error)) from None
    except Exception as error:  # the sandbox's own refusals
        raise _failed(expression, str(error)) from None
    return value


def undeclared(template: Iterable[Expression], known: Iterable[str]) -> list[TemplateError]:
    """An error for every name that is no variable at all, `x is defined` included."""
    known = list(known)
    errors = []
    for expression in template:
        for name in sorted(expression.names.difference(known), key=lambda n: expression.span(n)):
            do, close = suggest(name, known, f"Declare it under `vars:`, or as `{name}:` if it may be missing.")
            errors.append(TemplateError(f"there is no variable `{name}`", do, *expression.span(name), close))
    return errors


def _closing(text: str, at: int) -> int:
    """Where the `}}` is that closes what was opened before `at`; -1 for nowhere. Quotes and inner braces are skipped."""
    quote, depth = "", 0
    while at < len(text):
        c = text[at]
        if quote:
            at += c == "\\"
            quote = "" if c == quote else quote
        elif c in "'\"":
            quote = c
        elif c == "{":
            depth += 1
        elif c == "}" and depth:
            depth -= 1
        elif text.startswith("}}", at):
            return at
        at += 1
    return -1


def _expression(raw: str, start: int) -> Expression:
    code = raw.strip()
    begin = start + len(raw) - len(raw.lstrip()) if code else start - 2
    end = begin + len(code) if code else start + len(raw) + 2
    if not code:
        raise TemplateError("a template without a variable", "Name one, as in {{ product }}.", begin, end)
    if len(code) > MAX_EXPRESSION:
        raise TemplateError(
            f"an expression longer than {MAX_EXPRESSION:,} characters", "Make it shorter.", begin, begin + 20
        )
    return Expression(code, begin, *_compiled(code, begin, end))


def _compiled(code: str, begin: int, end: int) -> tuple[frozenset[str], Callable[[Scope], Any]]:
    from jinja2 import TemplateSyntaxError, meta, nodes

    env = sandbox()
    try:
        tree = env.parse("{{ " + code + " }}")
        for used in tree.find_all(nodes.Filter):
            if used.name not in FILTERS:
                do, close = suggest(used.name, FILTERS, f"There is {', '.join(FILTERS)}.")
                raise TemplateError(f"there is no filter `{used.name}`", do, begin, end, close)
        for asked in tree.find_all(nodes.Test):
            if asked.name not in env.tests:
                do, close = suggest(asked.name, TESTS, f"There is {', '.join(TESTS)}.")
                raise TemplateError(f"nothing can be asked with `is {asked.name}`", do, begin, end, close)
        if any(name.name == "self" for name in tree.find_all(nodes.Name)):  # Jinja's own
            raise TemplateError("there is no variable `self`", "Name one of the recipe's.", begin, end)
        if any(tree.find_all(nodes.Call)):
            raise TemplateError(
                "a template can't call anything", "Use a filter, as in {{ product | upper }}.", begin, end
            )
        run = env.compile_expression(code, undefined_to_none=False)
        return frozenset(meta.find_undeclared_variables(tree)), lambda scope: run(scope)
    except TemplateSyntaxError as error:
        message = (
            (error.message or "").replace("end of print statement", "its end").replace("end of template", "its end")
        )
        raise TemplateError(
            f"`{code}` can't be read: {message}", "Write a variable, as in {{ product }}.", begin, end
        ) from None
    except (RecursionError, MemoryError, SyntaxError, ValueError, OverflowError):
        raise TemplateError("this expression is too deep to be read", "Make it simpler.", begin, end) from None


def _text(expression: Expression, value: Any) -> str:
    if isinstance(value, Mapping | list | tuple):
        kind = "a map" if isinstance(value, Mapping) else "a list"
        name = expression.code
        do = (
            f"Pick one of its values, as in {{{{ {name}.{next(iter(value), 'key')} }}}}."
            if kind == "a map"
            else f"Join it: {{{{ {name} | join(', ') }}}}."
        )
        raise TemplateError(f"`{name}` is {kind}, not text", do, *_whole(expression))
    return written(value)


def _whole(expression: Expression) -> tuple[int, int]:
    return expression.start, expression.start + len(expression.code)


def _undefined(expression: Expression, scope: Scope, said: str) -> TemplateError:
    missing = sorted(expression.names.difference(scope))
    if missing:
        name = missing[0]
        what, do = (
            f"`{name}` has no value here",
            f"Give it one (`--var {name}=…`), or a default: {{{{ {name} | default('…') }}}}.",
        )
        return TemplateError(what, do, *expression.span(name))
    return TemplateError(
        f"`{expression.code}` has no value: {said}", "Check the name after the dot.", *_whole(expression)
    )


def _failed(expression: Expression, said: str) -> TemplateError:
    return TemplateError(
        f"`{expression.code}` can't be worked out: {said[:200]}", "Check the values it works with.", *_whole(expression)
    )


@cache
def sandbox() -> Any:
    """Jinja's sandboxed environment with everything off that a value has no use for."""
    from ugcflow.recipe.sandbox import environment

    return environment(FILTERS)
