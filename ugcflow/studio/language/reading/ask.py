"""Questions: what can't be read or done, why in plain words, and the nearest sentences that can."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.phrases.tongue import NAMES
from ugcflow.studio.language.words import lexicon

UNCLEAR = "it is not clear which edit this asks for"
NEAREST = ("trim silences", "add captions", "cut for a 30-second social ad")


def too_long(text: str, longest: int) -> Question:
    return Question(
        text[:80],
        f"this is {len(text)} characters long; a step is read up to {longest}. Write it as several steps.",
        (),
        0,
        80,
    )


def nothing(text: str) -> Question:
    return Question(text, "this says nothing", NEAREST, 0, len(text))


def language(text: str, code: str) -> Question:
    name = NAMES.get(code, code)
    why = f"this seems to be {name}, which the studio does not read; write the step in English or Chinese"
    return Question(text, why, NEAREST, 0, len(text), "language")


def unread(text: str, start: int, end: int, nearest: tuple[str, ...] = NEAREST) -> Question:
    return Question(text[start:end], UNCLEAR, nearest, start, end)


def unclear(clause: Clause) -> Question:
    """What the clause as a whole asks for."""
    return unread(clause.sentence.text, *clause.span)


def unknown(text: str, start: int, end: int) -> Question:
    """A word that none of the language's are."""
    why = "the studio does not know this word in this language, and it may change what is meant; say it otherwise, or leave it out"
    return Question(text[start:end], why, NEAREST, start, end)


def too_much(text: str, start: int, end: int) -> Question:
    return Question(
        text[start:end], "this is too much for one step; write it as several, a thing or two in each", (), start, end
    )


def answer(entry: dict[str, Any], kind: str, text: str, start: int, end: int) -> Question:
    """A question out of a lexicon's entry."""
    return Question(text[start:end], entry.get("why", UNCLEAR), tuple(entry.get("nearest", NEAREST)), start, end, kind)  # fmt: skip


def unused(text: str, start: int, end: int) -> Question:
    """What was told, and is in none of the edits that were read."""
    why = "no edit that was read here uses this; say which edit it is for"
    return Question(text[start:end], why, (), start, end)


def unheld(clause: Clause, operation: Operation) -> Question:
    """When or where the operation, which the clause asks for, is to be done."""
    return left_over(clause.sentence.text, operation.start, operation.end, operation.op)


def left_over(text: str, start: int, end: int, op: str) -> Question:
    why = f"this limits “{op}” in a way that can't be worked out from the sentence; say it with times (“from 0:05 to 0:20”)"
    return Question(text[start:end], why, (), start, end)


def in_language(question: Question, language: str) -> Question:
    """The question, and the sentences offered with it, in the language it was asked of, as far as its lexicon has them (`[asked]`)."""
    nearest = dict.fromkeys(_told(n, language) for n in question.nearest)
    return replace(question, why=_told(question.why, language), nearest=tuple(nearest))


def _told(text: str, language: str) -> str:
    return next((own.format(*found.groups()) for asked, own in _asked(language) if (found := asked.fullmatch(text))), text)  # fmt: skip


@cache
def _asked(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Every question as it is asked in English, `{}` for what is told in it → as it is asked in the language."""
    table = lexicon.load(language).tables.get("asked", {}) if language in lexicon.languages() else {}
    return tuple((re.compile(re.escape(asked).replace(r"\{\}", "(.+)")), own) for asked, own in table.items())
