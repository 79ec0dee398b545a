"""What one clause came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.clauses.clause import Clause


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

    @property
    def ops(self) -> set[str]:
        """The names of its operations."""
        return {o.op for o in self.operations}

    @property
    def last(self) -> Operation | None:
        """The operation that what follows is said of."""
        return self.operations[-1] if self.operations else None

    def only(self, op: str) -> bool:
        """Is this one operation all it came to?"""
        return len(self.operations) == 1 and self.operations[0].op == op

    def give(self, values: Mapping[str, Any]) -> None:
        """Its last operation has these parameters too."""
        self.operations[-1] = more(self.operations[-1], values)

    def lend(self, values: Mapping[str, Any], which: Callable[[Operation], bool]) -> bool:
        """All operations that `which` holds for have these parameters too. True where there are any."""
        places = [place for place, operation in enumerate(self.operations) if which(operation)]
        for place in places:
            self.operations[place] = more(self.operations[place], values)
        return bool(places)

    def settle(self) -> None:
        """Nothing of it is to be asked about any more."""
        self.questions.clear()
        self.lacking.clear()

    def settle_when(self) -> None:
        """When or where its operations hold is no question any more."""
        self.questions = [q for q in self.questions if not (q.why.startswith("this limits") or "那段" in q.words)]

    def clear(self) -> None:
        """It neither asks for anything nor leaves anything to ask about."""
        self.operations.clear()
        self.settle()


def more(operation: Operation, values: Mapping[str, Any]) -> Operation:
    """The operation with these parameters too."""
    return replace(operation, parameters={**operation.parameters, **values})


def without(operation: Operation, *names: str) -> Operation:
    """The operation without these parameters."""
    return replace(operation, parameters={k: v for k, v in operation.parameters.items() if k not in names})


def asked_by(clause: Clause, op: str, values: Mapping[str, Any]) -> Operation:
    """An operation that the clause as a whole asks for."""
    start, end = clause.span
    return Operation(op, dict(values), clause.sentence.text[start:end], start, end)


def just_asked(said: list[Said], clause: Clause) -> Operation | None:
    """The operation asked for right before, in the same sentence."""
    return said[-1].last if said and not clause.hard else None


def latest(said: list[Said]) -> Operation | None:
    """The operation asked for last, however long ago."""
    return next((s.operations[-1] for s in reversed(said) if s.operations), None)


def asked_before(said: list[Said]) -> list[Operation]:
    """The operations of the clause before; of the one before that where nothing was found in it ("white, sentence case, at the bottom")."""
    empty = len(said) > 1 and not said[-1].operations and not said[-1].questions and not said[-1].cancelled
    return said[-2].operations if empty and not said[-1].lacking else said[-1].operations
