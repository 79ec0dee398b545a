"""The quick look at a language's file finds the words that reading it whole finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ugcflow.studio.language.words import lexicon, vocabulary
from ugcflow.studio.language.words.token import tokenise

_TOLD = {"vague", "unsupported", "phrases", "ignore", "folds", "shares", "enclitics", "endings", "suffixes", "strict"}
LANGUAGES = [language for language in lexicon.languages() if language not in ("en", "zh", "ja")]  # told by their script


def _entries(content: Any) -> Iterator[str]:
    """All words and groups of words in a lexicon's tables."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from [key] if isinstance(value, (int, float)) else _entries(value)
    elif isinstance(content, list):
        yield from content


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_file_is_found(language: str) -> None:
    tables = {name: content for name, content in lexicon.read(language).items() if name not in _TOLD}
    keys = {t.key for entry in _entries(tables) for t in tokenise(entry, {}) if t.kind == "word"}
    found = vocabulary.of(language)
    assert len(keys) > 100
    assert {key for key in keys if not found.has(key)} == set()


@pytest.mark.parametrize(
    ("language", "word"), [("de", "fuege"), ("es", "musica"), ("es", "quítale"), ("fr", "l'emoji"), ("it", "taglialo")]
)
def test_a_word_written_otherwise_resembles_it(language: str, word: str) -> None:
    found = vocabulary.of(language)
    assert not found.has(word)
    assert found.resembles(word)


def test_what_is_asked_back_is_no_word() -> None:
    assert not vocabulary.of("de").has("klont")
