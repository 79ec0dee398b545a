"""A translation whose language, or whose captions, the clause before names: "she only reads Thai, so translate the subtitles"."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading.said import Said

_POINTING = frozenset({"them", "those", "these", "em"})
_TAKING = frozenset({"take", "use", "grab", "get"})


def translate(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Fill in the language of a translation from the clauses before, or tell captions that are there from new ones."""
    lacking = next((q for op, q in one.lacking if op == "translate_captions"), None) or _pointed(one, clauses, number)
    tongues = {v for c in clauses[:number] for v in _tongues(c)} if lacking else set()
    if lacking and len(tongues) == 1:
        values = {"language": tongues.pop()}
        one.operations.append(Operation("translate_captions", values, lacking.words, lacking.start, lacking.end))
        one.questions = [q for q in one.questions if q is not lacking]
        one.lacking = [(op, q) for op, q in one.lacking if op != "translate_captions"]
        for before in said:
            before.operations = [o for o in before.operations if (o.op, o.parameters) != ("captions", values)]
    elif said and _POINTING & set(clauses[number].words) and _taken(clauses[number - 1], said[-1]):
        made = [o for o in one.operations if o.op == "captions" and o.parameters.keys() == {"language"}]
        one.operations = [replace(o, op="translate_captions") if o in made else o for o in one.operations]


def _pointed(one: Said, clauses: list[Clause], number: int) -> Question | None:
    """The question that "translate them" came to, behind captions."""
    if len(one.questions) != 1 or one.operations:
        return None
    clause, before = clauses[number], clauses[number - 1] if number else clauses[number]
    verb = clause.has("<translate_>")
    named = before.has("<caption>")
    return one.questions[0] if verb and named and _POINTING & set(clause.words) else None


def _tongues(clause: Clause) -> set[str]:
    s = clause.sentence
    return {str(v[0]) for i in s.places("{language}") if clause.own(i) and (v := s.value(i, "{language}"))}


def _taken(clause: Clause, read: Said) -> bool:
    """ "Take my captions and …": those that are there."""
    named = any(clause.own(i) for i in clause.sentence.places("<caption>"))
    return named and not read.operations and not _TAKING.isdisjoint(clause.words)
