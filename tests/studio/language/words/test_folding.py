"""Words written otherwise than in the file: declined, with words written onto them, without spaces."""

from __future__ import annotations

import pytest

from ugcflow.studio.language.words import folding, lexicon
from ugcflow.studio.language.words.token import tokenise


def parts(language: str, text: str) -> list[tuple[str, str]]:
    """The words of a text as written, each with the key it is looked up by."""
    words = lexicon.load(language)
    return [(t.text, t.key) for t in folding.unfolded(tokenise(text, lexicon.SIMPLIFY), words)]


@pytest.mark.parametrize(
    ("language", "word"), [("ru", "паузами"), ("ru", "тишиной"), ("pl", "napisach"), ("pl", "muzyką")]
)
def test_a_declined_noun_is_the_noun(language: str, word: str) -> None:
    ((text, key),) = parts(language, word)
    labels = {label for label, _ in lexicon.load(language).trie[key][""]}
    assert text == word
    assert labels & {"<silence>", "<caption>", "<music>"}


@pytest.mark.parametrize(("language", "text", "words"), [
    ("tr", "12. saniyeden", ["12", "saniye", "den"]),
    ("tr", "0:40'tan", ["0:40", "tan"]),
    ("tr", "LUFS'a", ["LUFS'", "a"]),
    ("ko", "음악을 넣고", ["음악", "을", "넣", "고"]),
    ("ja", "カットして", ["カットし", "て"]),
    ("ru", "полминуты", ["пол", "минуты"]),
])  # fmt: skip
def test_words_written_onto_others_are_parted(language: str, text: str, words: list[str]) -> None:
    assert [written for written, _ in parts(language, text)] == words


@pytest.mark.parametrize(("language", "word"), [("tr", "ürün"), ("ko", "폭파해줘"), ("tr", "silme"), ("tr", "ekleme")])
def test_what_leaves_no_word_stays_whole(language: str, word: str) -> None:
    assert [written for written, _ in parts(language, word)] == [word]


def test_an_entry_of_several_words_is_known_as_it_is_written() -> None:
    assert [key for _, key in parts("tr", "hatalı çekimleri")] == ["hatalı", "çekimleri"]


def test_spans_are_those_of_the_text() -> None:
    text = "5초부터 10초까지 삭제해줘"
    tokens = folding.unfolded(tokenise(text, lexicon.SIMPLIFY), lexicon.load("ko"))
    assert all(text[t.start : t.end] == t.text for t in tokens)
