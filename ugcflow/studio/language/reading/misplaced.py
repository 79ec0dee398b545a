"""Edits of the whole film asked of what lies on it ("rotate the logo"), or kept off a part of it ("no captions in the first 5 seconds")."""

from __future__ import annotations

from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import Thing
from ugcflow.studio.language.reading.said import Said

_OF_ALL = frozenset({"rotate", "flip", "speed", "fade"})
_LAID = frozenset({"<logo>", "<caption>", "<text>", "<sticker>"})


def doubt_places(said: Said, clause: Clause, used: set[int], extra: list[Thing], spent: set[int]) -> None:
    """Ask instead of editing all of it."""
    _not_there(said, clause, extra, spent)
    _of_another(said, clause, used)


def _not_there(said: Said, clause: Clause, extra: list[Thing], spent: set[int]) -> None:
    """ "No captions in the first 5 seconds": those can be taken off there; music and a logo can't be kept off one part."""
    times = [t for t in extra if t[0] in ("{range}", "{first}", "{last}") and clause.own(t[1])]
    denied = next((op for op, _ in said.cancelled if op in ("captions", "music", "logo")), "")
    if not times or said.operations or not denied:
        return
    start, end = clause.sentence.span(*times[0][1:3])
    if denied == "captions" and (stretch := _stretch(*times[0][::3])):
        begin, stop = clause.sentence.span(clause.offset, len(clause.sentence) - clause.tail)
        said.operations.append(Operation("remove_captions", stretch, clause.sentence.text[begin:stop], begin, stop))
        said.cancelled.clear()
        spent.add(extra.index(times[0]))
    else:
        said.questions.append(ask.left_over(clause.sentence.text, start, end, denied))


def _stretch(label: str, value: Any) -> dict[str, Any]:
    """From when to when, in seconds, as the parameters hold it; nothing where that is a share of the whole."""
    if label == "{range}" and all(isinstance(v, float) for v in value):
        return {"start": _whole(value[0]), "end": _whole(value[1])}
    if not isinstance(value, float):
        return {}
    return {"start": 0, "end": _whole(value)} if label == "{first}" else {"start": _whole(-value)}


def _whole(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def _of_another(said: Said, clause: Clause, used: set[int]) -> None:
    """ "Rotate the logo 45 degrees": what lies on the film, not the film."""
    s, ops = clause.sentence, {o.op for o in said.operations}
    for verb in used if len(ops) == 1 and ops <= _OF_ALL else ():
        at = s.skip(verb + 1, "#noise")
        if at < len(s) and at not in used and s.tokens[at].kind == "word" and not _LAID.isdisjoint(s.labels(at)):
            said.operations.clear()
            said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))
            return
