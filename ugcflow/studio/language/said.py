"""What one clause came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ugcflow.session.reading import Operation, Question


@dataclass
class Said:
    """What one clause came to. `cancelled`: operations it says are not wanted; `lacking`: questions that any of the operations named with them answers;
    `refused`: can't be done, or asks for nothing, and so does what only goes on with it (保持音量、时长不变)."""

    operations: list[Operation] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    cancelled: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    lacking: list[tuple[str, Question]] = field(default_factory=list)
    refused: bool = False
    pointed: bool = False
    steps: int = 0
