"""What all clauses together ask for: nothing twice, nothing that was taken back, and what is still to be asked about."""

from __future__ import annotations

import re
from dataclasses import replace

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.context.declined import MEANTIME, declined
from ugcflow.studio.language.context.outline import buried, framed, gathered, joined, joins, mixed
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.words.sentence import Sentence

_HEADING = re.compile(r"[\w ]{0,16}:")
_UNDOES = {"remove_music": "music", "remove_captions": "captions"}


def answer(sentence: Sentence, said: list[Said], rules: Grammar) -> tuple[list[Operation], list[Question]]:
    """What all clauses together ask for, and what of it has to be asked about."""
    operations = _unheaded(
        _with_captions(gathered(buried(framed(mixed(_once(_kept(said)))), sentence.text))), sentence.text
    )
    have = {o.op for o in operations}
    questions = [q for s in said for q in (*s.questions, *(q for op, q in s.lacking if not have & set(op.split())))]
    if operations:
        questions = [
            q for q in questions if q.words.lower() not in rules.noise or q.why.startswith("this limits")
        ]  # "the sponsor bit"
    operations = operations or ([] if questions else declined(said, sentence))
    left = any(s.cancelled for s in said) and sentence.words.isdisjoint(MEANTIME | {"instead", "rather"})
    if not operations and not questions and not left:
        questions = [ask.unread(sentence.text, 0, len(sentence.text))]
    return operations, [q for q in questions if not any(_asks_too(other, q) for other in questions)]


def _asks_too(wider: Question, q: Question) -> bool:
    """Does another question ask the same of more words?"""
    around = wider.start <= q.start and q.end <= wider.end and (wider.start, wider.end) != (q.start, q.end)
    return around and wider.why == q.why


def _unheaded(operations: list[Operation], text: str) -> list[Operation]:
    """ "Dramatic zoom: - zoom in at 0:02 …": the heading asks for nothing that its list asks for."""
    return [
        o
        for i, o in enumerate(operations)
        if o.parameters or not _HEADING.match(text, o.end) or all(o.op != k.op for k in operations[i + 1 :])
    ]


def _with_captions(operations: list[Operation]) -> list[Operation]:
    """A subtitle file needs captions to be written."""
    if any(o.op in ("captions", "translate_captions") for o in operations):
        return operations
    place = next((i for i, o in enumerate(operations) if o.parameters.get("format") in ("srt", "vtt")), None)
    if place is None:
        return operations
    return [*operations[:place], replace(operations[place], op="captions", parameters={}), *operations[place:]]


def _kept(said: list[Said]) -> list[Operation]:
    """Music or captions that are taken away again in the same sentence were never wanted; "加的字幕" of before are."""
    kept: list[Operation] = []
    for operation in (o for s in said for o in s.operations if not _burnt(s, o, kept)):
        wanted = _UNDOES.get(operation.op)
        if wanted and any(o.op == wanted for o in kept) and not operation.parameters:
            kept = [o for o in kept if o.op != wanted]
        else:
            kept.append(operation)
    return kept


def _burnt(one: Said, operation: Operation, before: list[Operation]) -> bool:
    """ "translate the captions and burn them in": the translated ones are in the picture anyway."""
    captions = one.pointed and operation.op == "captions" and not operation.parameters
    return captions and any(o.op == "translate_captions" for o in before)


def _once(operations: list[Operation]) -> list[Operation]:
    """No operation twice with the same parameters; "faster, 1.2x" is one change of speed."""
    kept: list[Operation] = []
    for operation in operations:
        if operation.op == "rotate" and any(k.op == "rotate" for k in kept):
            if not any(c.isdigit() for c in operation.words):
                continue  # "everything's upside down, turn it the right way up"
            kept = [k for k in kept if k.op != "rotate" or any(c.isdigit() for c in k.words)]  # "on its side, 90° left"
        old = next((k for k in kept if joins(k, operation)), None)
        if old:
            kept[kept.index(old)] = joined(old, operation)
            continue
        if any(o.op == operation.op and o.parameters == operation.parameters for o in kept):
            continue
        kept = [k for k in kept if not _opposed(k, operation)]
        if operation.op == "speed" and "factor" in operation.parameters:
            kept = [o for o in kept if not (o.op == "speed" and set(o.parameters) == {"direction"})]
        kept.append(operation)
    return kept


def _opposed(old: Operation, new: Operation) -> bool:
    """ "A little dark, so lighten it": how it is, and how it is to be."""
    if old.op != "color" or new.op != "color" or len(old.parameters) != 1:
        return False
    return any({str(v)[:1], str(new.parameters.get(k))[:1]} == {"+", "-"} for k, v in old.parameters.items())
