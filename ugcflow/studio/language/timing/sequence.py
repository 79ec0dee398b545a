"""Chinese edits in the order they are to be carried out, where it is not the one they are told in: 压到30秒，但要先去停顿."""

from __future__ import annotations

import re

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import gist

_EARLIER = re.compile(
    "(?:但是?|不过|只是|当然|记得)(?:要|得|需要|必须|一定要|记得|请)*先|(?:在)?(?:(?:这|那|此|这个|那个)(?:之前|以前)|T之前|之前)|.{2,10}(?:在前面?|放前面?|放在最?前面?)$|(?:以前|前)"
)
_FIRST = re.compile("(?:要|得|需要|必须|之前)*先")
_AT_LAST = re.compile("(?:最后|最终|最末)(?!T)")
_STEP = re.compile("第([一二三四五六1-6])步")
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
    last = next((n for n in range(number) if groups[n] and _AT_LAST.match(_head(clauses[n]))), None)
    if last is not None and _FIRST.match(head):
        order.remove(last)
        order.append(last)
        return
    alone = number > 1 and not groups[number - 1] and _EARLIER.fullmatch(_head(clauses[number - 1]))
    before = next((n for n in range(number - 1, -1, -1) if groups[n]), None)
    if before is not None and (_EARLIER.match(head) or alone):
        order.remove(number)
        order.insert(order.index(before), number)


def _head(clause: Clause) -> str:
    return (clause.opener if clause.opener not in ",，" else "") + gist(clause)


def _step(clause: Clause) -> int:
    found = _STEP.match(gist(clause))
    return (_STEPS.find(found[1]) + 1 or int(found[1])) if found else 0


def _said_in(operation: Operation, clauses: list[Clause], number: int) -> bool:
    begin = clauses[number].sentence.tokens[0].start if number else -1
    end = clauses[number + 1].sentence.tokens[0].start if number + 1 < len(clauses) else 1 << 30
    return begin <= operation.start < end
