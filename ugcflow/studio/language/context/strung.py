"""Stretches strung together: "把前5秒和10-20秒拼接" keeps each of them, in the order told, and joins them."""

from __future__ import annotations

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.context.amend import cancel
from ugcflow.studio.language.reading.fill import Thing, says_more, things
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.timing.told import span
from ugcflow.studio.language.words.sentence import Sentence

_STRETCHES = frozenset({"{range}", "{first}", "{last}"})
_BESIDES = frozenset({"{file}", "{input}", "{number}", "{transition}"})
_LIGHT = ("#noise", "#plain", "<clip>", "<source>", "<part>", "<join>", "<this>", "<keep>", "{file}", "{input}", "<t_nth>", "<order>", "<particle>", "<t_between>")  # fmt: skip
_PUTTING = frozenset("放接播排连上")
_VERBS = frozenset({"<add>", "<remove>", "<cut>", "<fit>", "<export_>"})
_FARTHEST = 8
"""Clauses to look ahead for the verb that joins."""


def strung(clauses: list[Clause], number: int, said: list[Said]) -> Said | None:
    """What a clause comes to that names a stretch to be joined with others; None where it does not."""
    clause = clauses[number]
    if _of_file(clauses, number) or _named_file(clause, said):
        return Said()
    if (told := _stretch(clause)) is None:
        return None
    if not (_with_verb(clauses, number) or _in_order(clauses, number, said)):
        return None
    cancel(said, "merge_clips")  # "剪辑和拼接：1到3秒；5到10秒；然后拼接": said again where it belongs
    s = clause.sentence
    start, end = s.span(told[1], told[2])
    one = Said([Operation("trim_range", span(told) | {"mode": "keep"}, s.text[start:end], start, end)])
    if all(_stretch(c) is None for c in _row(clauses[number + 1 :])):
        one.operations += _merged(clauses[: number + 1])
    return one


def _merged(clauses: list[Clause]) -> list[Operation]:
    """Joining, where the verb stands in the row itself."""
    for clause in clauses[-1:] + _row(clauses[:-1][::-1]):
        if at := _joins(clause.sentence):
            start, end = clause.sentence.span(*at)
            return [Operation("merge_clips", {}, clause.sentence.text[start:end], start, end)]
    return []


def _of_file(clauses: list[Clause], number: int) -> bool:
    """pic.png(3秒): how long the file before the bracket is, or is shown."""
    clause, before = clauses[number], clauses[number - 1].tokens if number else []
    told = things(clause.sentence, set()) if clause.opener in ("(", "（") else []
    return [t[0] for t in told] == ["{duration}"] and bool(before) and before[-1].kind == "file"


def _named_file(clause: Clause, said: list[Said]) -> bool:
    """ "Our bumper (sting.mov)": which file the clip just asked for is; its edit takes it."""
    last = said[-1].last if said else None
    alone = clause.opener in ("(", "（", ",") and [t.kind for t in clause.tokens] == ["file"]
    if not alone or last is None or last.op != "insert_clip" or "input" in last.parameters:
        return False
    said[-1].give({"input": str(clause.tokens[0].value)})
    return True


def _stretch(clause: Clause) -> Thing | None:
    """The one stretch of time the clause names, where it says little beside."""
    return clause.sentence.once(("stretch", clause.offset, clause.tail), lambda: _found_stretch(clause))


def _found_stretch(clause: Clause) -> Thing | None:
    told = things(clause.sentence, set())
    found = [t for t in told if t[0] in _STRETCHES]
    if len(found) != 1 or any(t[0] not in _STRETCHES | _BESIDES for t in told):
        return None
    figures = [t for t in told if t[0] == "{number}"]
    return None if says_more(clause, [*found, *figures], _PUTTING, _LIGHT) else found[0]


def _with_verb(clauses: list[Clause], number: int) -> bool:
    """Is the clause one of a row of stretches, with nothing but names of files between, that a verb in it joins?"""
    before = _row(clauses[max(0, number - _FARTHEST) : number][::-1])
    row = _row(clauses[number + 1 : number + 1 + _FARTHEST]) + before
    verb = any(_joins(c.sentence) for c in (clauses[number], *row))
    files = _filed(clauses[number]) and any(_filed(c) for c in row)
    return verb and (files or any(_stretch(c) is not None for c in row))


def _filed(clause: Clause) -> bool:
    return any(t.kind == "file" for t in clause.tokens)


def _row(clauses: list[Clause]) -> list[Clause]:
    """The clauses at the front that go on with stretches, up to the verb that joins them."""
    row: list[Clause] = []
    for clause in clauses:
        if _stretch(clause) is None and not _names(clause):
            return [*row, clause] if _joins(clause.sentence) else row
        row.append(clause)
    return row


def _names(clause: Clause) -> bool:
    """The name or the number of a file and no more, or what stands in brackets behind it."""
    more = clause.has(*_VERBS) or any(t[0] not in _BESIDES for t in things(clause.sentence, set()))
    return clause.opener in ("(", "（") or (len(clause.tokens) <= 4 and not more)


def _in_order(clauses: list[Clause], number: int, said: list[Said]) -> bool:
    """把8到12秒放前面，再接0到4秒: one stretch put first, another put behind it."""
    put = _put(clauses[number])
    after = clauses[number + 1] if number + 1 < len(clauses) else None
    first = put and after is not None and _put(after) and _stretch(after) is not None
    then = put and bool(said) and said[-1].only("trim_range") and _stretch(clauses[number - 1]) is not None
    return bool(first or then)


def _put(clause: Clause) -> bool:
    return any(t.text in _PUTTING for t in clause.tokens)


def _joins(s: Sentence) -> tuple[int, int] | None:
    return next(((i, e) for i in range(len(s)) if (e := s.ends(i, "<join>"))), None)
