"""Templates: what they come to, and that nothing can run away in them."""

from __future__ import annotations

import pytest

from ugcflow.recipe.scalar import resolve
from ugcflow.recipe.template import TemplateError, condition, holds, parse, undeclared

SCOPE = {
    "hook": "Wait", "price": resolve("1.10"), "n": resolve("3"), "yes": True, "text_no": "false", "brand": {"name": "Glow", "items": ["a", "b"]},
    "braces": "{{ hook }}",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("plain", "plain"), ("{{hook}}", "Wait"), ("a {{ hook }} b {{ n }}", "a Wait b 3"), ("{{ price }}", "1.10"), ("{{ n * 2 + 1 }}", "7"),
        ("{{ hook | upper }}", "WAIT"), ("{{ yes }}", "true"), ("{{ brand.name }}", "Glow"), ("{{ brand['name'] }}", "Glow"),
        ("{{ brand.items[1] }}", "b"), ("{{ brand.items | join(', ') }}", "a, b"), ("{{ '}}' }}", "}}"), ("{{ '{{' }} x", "{{ x"),
        ("{{ {'a': 1}['a'] }}", "1"), ("{{ 'a' if n > 2 else 'b' }}", "a"), ("{{ nothing | default('x') }}", "x"), ("{{ braces }}", "{{ hook }}"),
        ("{{ hook | replace('W', 'F') }}", "Fait"), ("{{ hook ~ '!' }}", "Wait!"), ("100% {# no {% x", "100% {# no {% x"),
    ],
)  # fmt: skip
def test_what_a_template_comes_to(text: str, wanted: str) -> None:
    assert parse(text).render(SCOPE) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "{{ 'a' * 300000000 }}", "{{ hook * 3 }}", "{{ 9 ** 9 ** 9 }}", "{{ '%0900000000d' % 5 }}", "{{ ''.__class__ }}", "{{ hook.upper() }}",
        "{{ range(3) }}", "{{ brand.__init__ }}", "{{ hook.format }}", "{{ hook | attr('x') }}", "{{ brand }}", "{{ n / 0 }}", "{{ missing }}",
        "{{ hook", "{{ }}", "{{ hook hook }}", "{{ hook | nothing }}", "{{ hook.x }}", "{{ hook > n }}", "{{ " + "(" * 500 + " }}", "{{ " + "a" * 2000 + " }}",
        "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'" + " | replace('a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')" * 15 + " }}", "{{ hook" + " | join('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')" * 20 + " }}",
        "{{ lipsum() }}", "{{ self }}", "{{ cycler }}", "{{ n | round(precision=99, method='x') }}", "{{ " + "-" * 900 + "1 }}",
    ],
)  # fmt: skip
def test_what_is_refused(text: str) -> None:
    with pytest.raises(TemplateError) as caught:
        parse(text).render(SCOPE)
    assert caught.value.what
    assert 0 <= caught.value.start <= caught.value.end <= len(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{{ hook is defined }}", True), ("{{ hook is not defined }}", False), ("hook == 'Wait'", True), ("{{ n > 2 and yes }}", True), ("true", True),
        ("false", False), ("{{ text_no }}", False), ("{{ hook in ['Wait', 'Go'] }}", True), (" {{ n == 4 }} ", False), ("{{ nothing is defined }}", False),
    ],
)  # fmt: skip
def test_conditions(text: str, wanted: bool) -> None:
    assert holds(condition(text), SCOPE) is wanted


def test_a_misspelt_name_is_found_even_where_it_is_only_asked_about() -> None:
    (error,) = undeclared([condition("{{ hok is defined }}")], SCOPE)
    assert (error.nearest, error.start, error.end) == (("hook",), 3, 6)


def test_names_are_found_at_their_place() -> None:
    text = "a {{ hook }} and {{ 'hok' ~ hok }}"
    (error,) = undeclared(parse(text).expressions, SCOPE)
    assert text[error.start : error.end] == "hok"
    assert error.start == text.rindex("hok")
