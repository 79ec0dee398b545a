"""Chinese edits in the order they are to be carried out, where it is not the one they are told in: 压到30秒，但要先去停顿."""

from __future__ import annotations

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import gist, shape

_STEPS = "一二三四五六"


def in_sequence(operations: list[Operation], clauses: list[Clause]) -> list[Operation]:
    """The operations, those first that the words put first."""
    if len(operations) < 2 or len(clauses) < 2 or not any(gist(c) for c in clauses):
        return operations
    groups = [[o for o in operations if _said_in(o, clauses, n)] for n in range(len(clauses))]
    if sum(map(len, groups)) != len(operations):
        return operations
    order = list(range(len(clauses)))
    steps = [(_step(c), n) for n, c in enumerate(clauses)]
    if sum(step > 0 for step, _ in steps) > 1:
        order = [n for _, n in sorted((step or 9, n) for step, n in steps)]
    for number in range(1, len(clauses)):
        _move(order, number, clauses, groups)
    if order == sorted(order):
        return operations
    return [o for n in order for o in groups[n]]


def _move(order: list[int], number: int, clauses: list[Clause], groups: list[list[Operation]]) -> None:
    clause = clauses[number]
    head = _head(clause)
    if not groups[number] or not gist(clause):
        return
    last = next((n for n in range(number) if groups[n] and shape("at_last").match(_head(clauses[n]))), None)
    if last is not None and shape("first").match(head):
        order.remove(last)
        order.append(last)
        return
    alone = number > 1 and not groups[number - 1] and shape("earlier").fullmatch(_head(clauses[number - 1]))
    before = next((n for n in range(number - 1, -1, -1) if groups[n]), None)
    if before is not None and (shape("earlier").match(head) or alone):
        order.remove(number)
        order.insert(order.index(before), number)


def _head(clause: Clause) -> str:
    return (clause.opener if clause.opener not in ",，" else "") + gist(clause)


def _step(clause: Clause) -> int:
    found = shape("step").match(gist(clause))
    return (_STEPS.find(found[1]) + 1 or int(found[1])) if found else 0


def _said_in(operation: Operation, clauses: list[Clause], number: int) -> bool:
    begin = clauses[number].sentence.tokens[0].start if number else -1
    end = clauses[number + 1].sentence.tokens[0].start if number + 1 < len(clauses) else 1 << 30
    return begin <= operation.start < end
