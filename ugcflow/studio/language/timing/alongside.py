"""A stretch that a Chinese row of edits shares: 把5到8秒放大并慢放 does both there; 前5秒静音，然后加字幕 does not."""

from __future__ import annotations

from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import TIME, gist, shape
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said, more

_JOINING = frozenset({"并", "并且", "同时", "且", "而且", "、", "和", "与", "跟", "以及", "还要", "并把", "同时把"})
_STRETCHED = frozenset({"speed", "mute", "zoom", "remove_captions", "trim_silence"})
_SHOWN = frozenset({"text_overlay"})
_THERE = frozenset({"speed", "mute", "zoom", "text_overlay"})


def alongside(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Give an edit that is joined to the one before, and names no time, the time of that; a question where only its beginning is known."""
    clause = clauses[number]
    short = gist(clause)
    old = said[-1].last if said else None
    joined = clause.opener in _JOINING or short.startswith(("同时", "并", "的同时"))
    if (
        not short
        or old is None
        or not joined
        or old.op not in _THERE
        or TIME in short
        or shape("another_stretch").search(short)
    ):
        return
    span: dict[str, Any] = {k: old.parameters[k] for k in ("start", "end") if k in old.parameters}
    if not span or TIME not in gist(clauses[number - 1]):
        return
    for place, new in enumerate(one.operations):
        if new.parameters.keys() & {"start", "end", "seconds"} or new.op not in _STRETCHED | _SHOWN:
            continue
        if _endless(old, new, span):
            one.questions.append(ask.unheld(clause, new))
        else:
            one.operations[place] = more(new, span)


def _endless(old: Operation, new: Operation, span: dict[str, Any]) -> bool:
    """第5秒放大并静音: a moment, and nothing tells until when."""
    return span.keys() == {"start"} and not str(span["start"]).startswith("-") and new.op not in {"zoom", *_SHOWN}
