"""Edits in the order in which they are to be carried out, where the words tell another than they stand in: "cut to 30 seconds after removing the pauses", 压到30秒，但要先去停顿."""

from __future__ import annotations

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.clauses.gist import gist, shape

_EARLIER = (("prior", "to", "that"), ("prior", "to", "this"), ("before", "that"), ("before", "this"), ("beforehand",), ("before",), ("but", "first"), ("but", "before"))  # fmt: skip
_DEEDS = frozenset({"<cut>", "<remove>", "<add>", "<make>", "<fit>", "<fitv>", "<mute_>", "<speedup>", "<slowdown>", "<normalize_>", "<clean>", "<drop>", "<split_>", "<stabilize_>", "<crop_>", "<zoom_>", "<join>", "<denoise_>"})  # fmt: skip
_NAMING = frozenset({"the", "all", "my", "any", "those", "our", "every"})
_NO_ORDER = frozenset({"the", "comes", "come", "goes", "go", "is", "are", "plays", "play", "starts", "appears", "on", "clip", "one", "at", "be"})  # fmt: skip
"""In front of a "first" that tells where in the film something is."""


def in_order(operations: list[Operation], clauses: list[Clause]) -> list[Operation]:
    """The operations, those first that the words put first."""
    if len(operations) < 2 or len(clauses) < 2:
        return operations
    groups = [[o for o in operations if _said_in(o, clauses, n)] for n in range(len(clauses))]
    if sum(map(len, groups)) != len(operations):
        return operations
    order = list(range(len(clauses)))
    for number in range(len(clauses)):
        row = _row(clauses, number)
        to = _place(clauses, number, row, order)
        if to is not None and any(groups[n] for n in row):
            rest = [n for n in order if n not in row]
            order = [*rest[:to], *row, *rest[to:]]
    if any(clause.chinese for clause in clauses):
        order = _in_sequence(order, clauses, groups)
    return operations if order == sorted(order) else [o for n in order for o in groups[n]]


def _said_in(operation: Operation, clauses: list[Clause], number: int) -> bool:
    begin = clauses[number].sentence.tokens[0].start if number else -1
    end = clauses[number + 1].sentence.tokens[0].start if number + 1 < len(clauses) else 1 << 30
    return begin <= operation.start < end


def _row(clauses: list[Clause], number: int) -> list[int]:
    """The clause with those that "and" joins to it."""
    row = [number]
    while row[-1] + 1 < len(clauses) and clauses[row[-1] + 1].opener in AND and not clauses[row[-1] + 1].hard:
        row.append(row[-1] + 1)
    return row


def _place(clauses: list[Clause], number: int, row: list[int], order: list[int]) -> int | None:
    """Where in the order the row goes, itself left out; None where it stays."""
    clause = clauses[number]
    words = tuple(clause.words)
    if clause.tokens[0].kind == "cjk":
        return None
    if number and _after(clause, words) and not _opens_another(clauses, row):
        return _before(order, number - 1, row)
    if row[-1] + 1 < len(clauses) and not clauses[row[-1] + 1].hard and _before_that(clause, words):
        return _behind(order, row[-1] + 1, row)
    if number and (words[:1] == ("first",) or clause.opener in ("but first", "first")) and _orders(clause, words):
        return 0
    if number and _at_last(words) and not clause.has("<t_second_half>"):
        return 0
    if number and _earlier(clauses, number, words):
        return _before(order, _sentence_before(clauses, number), row)
    return None


def _before_that(clause: Clause, words: tuple[str, ...]) -> bool:
    """ "Before speeding it up (remove the pauses)", "before you cut it to 30 seconds …"."""
    gerund = words[:1] == ("before",) and len(words) > 1 and words[1].endswith("ing")
    opens = clause.hard or clause.opener in ("", ",", *AND)
    return (gerund and opens) or (clause.hard and clause.opener.startswith("before you"))


def _after(clause: Clause, words: tuple[str, ...]) -> bool:
    """ "(Cut to 30 seconds) after removing the pauses", "once the pauses are out"."""
    if clause.hard or clause.opener in AND:
        return False
    led = words if clause.opener in ("after", "once") else words[1:] if words[:1] in (("after",), ("once",)) else ()
    return bool(led) and (led[0].endswith("ing") or led[0] in _NAMING)


def _at_last(words: tuple[str, ...]) -> bool:
    """ "(Cut to 30 seconds,) remove the pauses first"."""
    words = words[:-1] if words[-1:] == ("though",) else words
    return len(words) > 2 and words[-1] == "first" and words[-2] not in _NO_ORDER


def _before(order: list[int], other: int, row: list[int]) -> int:
    return [n for n in order if n not in row].index(other)


def _behind(order: list[int], other: int, row: list[int]) -> int:
    return _before(order, other, row) + 1


def _opens_another(clauses: list[Clause], row: list[int]) -> bool:
    """ "Trim the pauses, after cutting it to 30 add captions": said of what follows."""
    following = clauses[row[-1] + 1] if row[-1] + 1 < len(clauses) else None
    return clauses[row[0]].opener == "," and following is not None and not following.hard and following.opener == ","


def _orders(clause: Clause, words: tuple[str, ...]) -> bool:
    """Is this "first" an order, not the first of something?"""
    s = clause.sentence
    at = clause.offset + (words[:1] == ("first",))
    if s.ends(clause.offset, "{first}") or at >= len(s):
        return False
    return bool(s.labels(at) & _DEEDS) and s.tokens[at].low not in ("clip", "clips", "cuts")


def _earlier(clauses: list[Clause], number: int, words: tuple[str, ...]) -> bool:
    """ "…; prior to that, remove …": said in front of it, or in a clause of its own."""
    before = tuple(clauses[number - 1].words)
    alone = number > 1 and before in _EARLIER and clauses[number].opener == ","
    return alone or any(words[: len(e)] == e and len(words) > len(e) for e in _EARLIER if e not in (("before",),))


def _sentence_before(clauses: list[Clause], number: int) -> int:
    """The first clause of the sentence before the one that begins so."""
    first = number - 1 if tuple(clauses[number - 1].words) in _EARLIER else number
    first -= 1
    while first > 0 and not clauses[first].hard:
        first -= 1
    return max(first, 0)


def _in_sequence(order: list[int], clauses: list[Clause], groups: list[list[Operation]]) -> list[int]:
    """The clauses in the order that Chinese ones tell: 第二步…, 最后…, 先…."""
    steps = [(_step(c), n) for n, c in enumerate(clauses)]
    if sum(step > 0 for step, _ in steps) > 1:
        order = [n for _, n in sorted((step or 9, n) for step, n in steps)]
    for number in range(1, len(clauses)):
        if groups[number] and gist(clauses[number]):
            _move(order, number, clauses, groups)
    return order


def _move(order: list[int], number: int, clauses: list[Clause], groups: list[list[Operation]]) -> None:
    head = _head(clauses[number])
    last = next((n for n in range(number) if groups[n] and shape("at_last").match(_head(clauses[n]))), None)
    if last is not None and shape("first").match(head):
        order.remove(last)
        order.append(last)
        return
    alone = number > 1 and not groups[number - 1] and shape("earlier").fullmatch(_head(clauses[number - 1]))
    before = next((n for n in range(number - 1, -1, -1) if groups[n]), None)
    fitted = before is not None and [o.op for o in groups[before]] == ["fit_duration"] and number + 1 == len(clauses)
    if before is not None and (shape("earlier").match(head) or alone or (fitted and head.startswith("先"))):
        order.remove(number)
        order.insert(order.index(before), number)


def _head(clause: Clause) -> str:
    return (clause.opener if clause.opener not in ",，" else "") + gist(clause)


def _step(clause: Clause) -> int:
    found = shape("step").match(gist(clause))
    return (_STEPS.find(found[1]) + 1 or int(found[1])) if found else 0


_STEPS = "一二三四五六"
