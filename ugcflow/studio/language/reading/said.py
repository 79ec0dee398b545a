"""What one clause came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ugcflow.session.reading import Operation, Question


@dataclass
class Said:
    """What one clause came to. `cancelled`: operations it says are not wanted; `lacking`: questions that any of the operations named with them answers;
    `refused`: can't be done, or asks for nothing, and so does what only goes on with it (保持音量、时长不变);
    `spared`: a stretch of time that it names is to be left alone."""

    operations: list[Operation] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    cancelled: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    lacking: list[tuple[str, Question]] = field(default_factory=list)
    refused: bool = False
    pointed: bool = False
    steps: int = 0
    spared: bool = False


def asked_before(said: list[Said]) -> list[Operation]:
    """The operations of the clause before; of the one before that where nothing was found in it ("white, sentence case, at the bottom")."""
    empty = len(said) > 1 and not said[-1].operations and not said[-1].questions and not said[-1].cancelled
    return said[-2].operations if empty and not said[-1].lacking else said[-1].operations
