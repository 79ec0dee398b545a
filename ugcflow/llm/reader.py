"""A reader that asks a language model. What it says is held to schemas/operations.schema.json; what does not fit is refused, never mended here."""

from __future__ import annotations

import json
from typing import Any

from ugcflow.errors import ProtocolError
from ugcflow.llm import question
from ugcflow.llm.chat import Chat
from ugcflow.llm.endpoint import Endpoint
from ugcflow.session import Operation, Question, Reading, Tongue

LONGEST = 2000
"""Characters of a sentence, as of the studio's own reader."""


class Invalid(Exception):
    """An answer that is no reading, and why."""


class LlmReader:
    """Implements `ugcflow.session.Reader`. Asks once, and once more when the answer does not fit."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._chat = Chat(endpoint, question.answer_schema())

    def read(self, text: str, tongue: Tongue | None = None) -> Reading:
        """What the model makes of a sentence. Raises EditorError and its kin when it can't be asked, or answers nonsense twice."""
        if len(text) > LONGEST:
            why = f"a sentence has {LONGEST} characters at most, this one has {len(text)}"
            return Reading(text, questions=(Question(text[:60], why),))
        messages = question.ask(text, tongue or Tongue())
        answer = self._chat.ask(messages)
        try:
            return reading(text, answer)
        except Invalid as wrong:
            answer = self._chat.ask(question.again(messages, answer, str(wrong)))
        try:
            return reading(text, answer)
        except Invalid as wrong:
            raise ProtocolError(
                f"{self._endpoint.model} gave no usable reading of “{_short(text)}”: {wrong}",
                do="name another model, write the sentence more plainly, or write its pin into the lock by hand",
            ) from None


def reading(text: str, answer: str) -> Reading:
    """The reading an answer holds. Raises Invalid."""
    value = _without_nulls(_json(answer))
    _check(value)
    operations = tuple(Operation(o["op"], {k: v for k, v in o.items() if k != "op"}) for o in value["operations"])
    return Reading(text, operations, tuple(_question(text, q) for q in value["questions"]))


def _json(answer: str) -> Any:
    """The value of an answer, which some models put between fences."""
    text = answer.strip()
    if text.startswith("```"):
        text = text.partition("\n")[2].rpartition("```")[0]
    try:
        return json.loads(text, parse_constant=_no_number)
    except RecursionError:
        raise Invalid("it is nested too deeply") from None
    except ValueError as error:
        raise Invalid(f"it is no JSON ({_short(str(error))})") from None


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _without_nulls(value: Any) -> Any:
    """A parameter that is null is one not stated."""
    if isinstance(value, dict):
        return {k: _without_nulls(v) for k, v in value.items() if v is not None}
    return [_without_nulls(v) for v in value] if isinstance(value, list) else value


def _check(value: Any) -> None:
    from jsonschema import Draft202012Validator

    errors = list(Draft202012Validator(question.checked_schema()).iter_errors(value))
    if errors:
        raise Invalid("; ".join(f"{e.json_path}: {_short(e.message)}" for e in errors[:5]))


def _question(text: str, data: dict[str, Any]) -> Question:
    """A question at its words, wherever they stand in the sentence."""
    start = max(0, text.find(data["words"]))
    words = data["words"] if data["words"] in text else ""
    return Question(words, data["why"], tuple(data["nearest"]), start, start + len(words))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else line[:159] + "…"
