"""Asked politely, a sentence asks for the same."""

from __future__ import annotations

import pytest

from tests.studio.language.scoring import rows
from tests.studio.language.test_corpus import FILES
from ugcflow.studio.language import StudioReader

READER = StudioReader()
IMPERATIVES = frozenset({"add", "cut", "trim", "remove", "make", "export", "put", "delete", "speed", "slow", "turn", "mute", "crop", "split", "lower", "raise", "keep", "fade", "zoom", "use", "convert", "normalize", "stabilize", "blur", "get", "take", "drop", "bring"})  # fmt: skip
SENTENCES = [
    row["text"]
    for name in FILES
    for row in rows(name)
    if row["lang"] == "en" and row["kind"] == "clear" and row["text"].split()[0].lower() in IMPERATIVES
]


@pytest.mark.parametrize("polite", ["please {}", "Can you {}?", "could you {}?", "I'd like you to {}"])
def test_politeness_changes_nothing(polite: str) -> None:
    other = [text for text in SENTENCES if _read(polite.format(_lower(text))) != _read(text)]
    assert len(other) <= 0.01 * len(SENTENCES), other


def _lower(text: str) -> str:
    return text[0].lower() + text[1:].rstrip(".!?")


def _read(text: str) -> list[object]:
    return [(o.op, o.parameters) for o in READER.read(text).operations]
