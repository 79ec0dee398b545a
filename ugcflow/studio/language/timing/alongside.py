"""A stretch that a Chinese row of edits shares: 把5到8秒放大并慢放 does both there; 前5秒静音，然后加字幕 does not."""

from __future__ import annotations

from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import TIME, gist, shape
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.timing.told import stretch_of

_JOINING = frozenset({"并", "并且", "同时", "且", "而且", "、", "和", "与", "跟", "以及", "还要", "并把", "同时把"})
_STRETCHED = frozenset({"speed", "mute", "zoom", "remove_captions", "trim_silence", "text_overlay"})
_THERE = frozenset({"speed", "mute", "zoom", "text_overlay"})


def alongside(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Give an edit that is joined to the one before, and names no time, the time of that; a question where only its beginning is known."""
    clause, short = clauses[number], gist(clauses[number])
    old = said[-1].last if said and short else None
    joined = clause.opener in _JOINING or short.startswith(("同时", "并", "的同时"))
    if old is None or not joined or old.op not in _THERE or TIME in short or TIME not in gist(clauses[number - 1]):
        return
    span = stretch_of(old)
    if not span or shape("another_stretch").search(short):
        return
    open_ = [o for o in one.operations if o.op in _STRETCHED and not o.parameters.keys() & {"start", "end", "seconds"}]
    endless = [o for o in open_ if _endless(o, span)]
    one.questions += [ask.unheld(clause, o) for o in endless]
    one.lend(span, lambda o: o in open_ and o not in endless)


def _endless(new: Operation, span: dict[str, Any]) -> bool:
    """第5秒放大并静音: a moment, and nothing tells until when."""
    moment = span.keys() == {"start"} and not str(span["start"]).startswith("-")
    return moment and new.op not in ("zoom", "text_overlay")
