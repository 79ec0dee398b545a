"""What an editor made of a sentence before anything was touched."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the vocabulary: its name, the parameters stated, the words that led to it (a span of the sentence).

    `parameters` use the vocabulary's names and units (seconds). `defaults` are what will be used where nothing was stated, for people to see.
    """

    op: str
    parameters: dict[str, Any] = field(default_factory=dict)
    words: str = ""
    start: int = 0
    end: int = 0
    defaults: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """`{"op": …, <parameters>}`, the form of `ugcflow understand` and of a lock."""
        return {"op": self.op, **self.parameters}


@dataclass(frozen=True, slots=True)
class Question:
    """Words that can't be carried out as they are: why, and the nearest sentences that can. `kind` is ambiguous | unsupported | unbuilt | language."""

    words: str
    why: str
    nearest: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    kind: str = "ambiguous"

    def to_json(self) -> dict[str, Any]:
        return {"words": self.words, "why": self.why, "nearest": list(self.nearest)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence understood: operations in the order to carry them out, or questions that stop the run. `pinned`: a lock says so."""

    text: str
    operations: tuple[Operation, ...] = ()
    questions: tuple[Question, ...] = ()
    language: str = ""
    pinned: bool = False

    def to_json(self) -> dict[str, Any]:
        """The object `ugcflow understand --json` prints."""
        return {
            "text": self.text,
            "operations": [o.to_json() for o in self.operations],
            "questions": [q.to_json() for q in self.questions],
        }


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a reader may know beside the sentence: the ids of the recipe's inputs with their roles, and the session's language."""

    inputs: dict[str, str] = field(default_factory=dict)
    language: str = "en"
