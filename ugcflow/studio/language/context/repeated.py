"""The same edit at another time, of which a clause names no more: "add a zoom at 0:04 and one at 0:08", "a title at the start and at the end"."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.context.ellipsis import AND
from ugcflow.studio.language.context.told import PLACED, bounds, placed, times_of
from ugcflow.studio.language.reading.said import Said

_MANY_TIMES = frozenset({"zoom", "mute", "speed", "text_overlay", "logo", "broll", "insert_clip"})
_SMALL = frozenset({"one", "another", "again", "also", "too", "at", "on", "the", "a", "an", "it", "from", "around", "then", "more", "once", "for", "and", "same"})  # fmt: skip


def repeated(said: list[Said], clause: Clause) -> bool:
    """Lay what was asked for last at that time too. True when the clause said nothing else."""
    last = said[-1].operations[-1] if said and said[-1].operations and not clause.hard else None
    if last is None or last.op not in _MANY_TIMES or not placed(last) or clause.opener not in (*AND, ",", "and again"):
        return False
    if clause.tokens[0].kind == "cjk" or not _says_when(clause):
        return False
    times = [bounds(t, last.op) for t in times_of(clause)]
    if not all(times):
        return False
    rest = {k: v for k, v in last.parameters.items() if k not in PLACED}
    begin, end = clause.sentence.span(clause.offset, len(clause.sentence) - clause.tail)
    words = clause.sentence.text[begin:end]
    said[-1].operations += [replace(last, parameters=rest | t, words=words, start=begin, end=end) for t in times]
    return True


def _says_when(clause: Clause) -> bool:
    """Are its words times and small ones, and no end of the stretch before ("until 0:10")?"""
    told = times_of(clause)
    covered = {i for t in told for i in range(t[1], t[2])}
    s = clause.sentence
    rest = {s.tokens[i].low for i in clause.places if i not in covered and s.tokens[i].kind != "punct"}
    ends = any(t[0] == "{range}" and t[3][0] == 0.0 and s.tokens[t[1]].kind == "word" for t in told)
    return bool(told) and not ends and rest <= _SMALL
