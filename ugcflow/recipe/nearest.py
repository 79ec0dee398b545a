"""The nearest right words to a wrong one, and how lists of words are written."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, words: Iterable[str], count: int = 2) -> tuple[str, ...]:
    """Up to `count` of `words` that `word` was probably meant to be, best first."""
    by_form: dict[str, str] = {}
    for known in words:
        by_form.setdefault(_form(known), known)
    form = _form(word)
    if form in by_form:
        return (by_form[form],)
    close = get_close_matches(form[:100], by_form, n=count, cutoff=0.6)
    begins = [f for f in by_form if len(form) >= 3 and (f.startswith(form) or form.startswith(f)) and len(f) >= 3]
    return tuple(by_form[f] for f in dict.fromkeys([*close, *begins]))[:count]


def quoted(words: Iterable[str]) -> str:
    """ "`a`, `b` or `c`"."""
    items = [f"`{w}`" for w in words]
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" or {items[-1]}" if items else ""


def suggest(word: str, words: Iterable[str], otherwise: str = "") -> tuple[str, tuple[str, ...]]:
    """What to do about a wrong word, and the nearest right ones: "Did you mean `steps`?", or `otherwise`."""
    close = nearest(word, words)
    return (f"Did you mean {quoted(close)}?" if close else otherwise), close


def _form(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
