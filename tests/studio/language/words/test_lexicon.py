"""The lexicons: every language's files are whole, and every operation can be asked for."""

from __future__ import annotations

import re

import pytest

from ugcflow.studio.language import StudioReader
from ugcflow.studio.language.phrases import grammar
from ugcflow.studio.language.words import lexicon
from ugcflow.studio.operations import all_operations

_LABEL = re.compile(r"<(\w+)>|\{(?:\w+:)?(\w+)\}")
_READ = {"duration", "instant", "range", "first", "last", "opening", "ending", "percent", "db", "lufs", "degrees", "fps", "factor", "number",
         "text", "file", "picture", "sound", "input", "resolution", "aspect", "stretch", "since", "limit", "frames", "wordgroup", "uneven"}  # fmt: skip


def phrases(language: str) -> list[tuple[str, str]]:
    tables = lexicon.load(language).tables
    own = [(name, p) for name, listed in tables.get("phrases", {}).items() for p in listed]
    own += [
        (n, p) for t in ("vague", "unsupported") for n, entry in tables.get(t, {}).items() for p in entry["phrases"]
    ]
    return own + [(s.name, p) for s in all_operations().values() for p in s.phrases.get(language, ())]


@pytest.mark.parametrize("language", lexicon.languages())
def test_phrases_use_only_words_there_are(language: str) -> None:
    tables = lexicon.load(language).tables
    known = set(tables.get("classes", {})) | set(tables.get("values", {})) | _READ
    unknown = {
        (name, phrase) for name, phrase in phrases(language) for a, b in _LABEL.findall(phrase) if (a or b) not in known
    }
    assert not unknown


@pytest.mark.parametrize("language", lexicon.languages())
def test_phrases_are_of_operations_there_are(language: str) -> None:
    assert set(lexicon.load(language).tables.get("phrases", {})) <= set(all_operations())
    assert grammar.load(language).start.onward


@pytest.mark.parametrize("spec", all_operations().values(), ids=lambda s: s.name)
def test_every_operation_reads_its_own_example(spec: object) -> None:
    reading = StudioReader().read(spec.example)  # type: ignore[attr-defined]
    assert [o.op for o in reading.operations] == [spec.name], reading.questions  # type: ignore[attr-defined]


@pytest.mark.parametrize("spec", all_operations().values(), ids=lambda s: s.name)
def test_every_operation_has_phrases_in_both_languages(spec: object) -> None:
    assert spec.phrases.get("en")  # type: ignore[attr-defined]
    assert spec.phrases.get("zh")  # type: ignore[attr-defined]
