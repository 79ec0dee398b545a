"""Edits of the whole film asked of what lies on it ("rotate the logo"), or kept off a part of it ("no captions in the first 5 seconds")."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import Thing
from ugcflow.studio.language.reading.said import Said

_OF_ALL = frozenset({"rotate", "flip", "speed", "fade"})
_LAID = frozenset({"<logo>", "<caption>", "<text>", "<sticker>"})


def doubt_places(said: Said, clause: Clause, used: set[int], extra: list[Thing]) -> None:
    """Ask instead of editing all of it."""
    _not_there(said, clause, extra)
    _of_another(said, clause, used)


def _not_there(said: Said, clause: Clause, extra: list[Thing]) -> None:
    """ "No captions in the first 5 seconds": what is there elsewhere can't be kept off one part."""
    times = [t for t in extra if t[0] in ("{range}", "{first}", "{last}") and clause.own(t[1])]
    if times and not said.operations and any(op in ("captions", "music", "logo") for op, _ in said.cancelled):
        start, end = clause.sentence.span(*times[0][1:3])
        said.questions.append(ask.left_over(clause.sentence.text, start, end, said.cancelled[0][0]))


def _of_another(said: Said, clause: Clause, used: set[int]) -> None:
    """ "Rotate the logo 45 degrees": what lies on the film, not the film."""
    s, ops = clause.sentence, {o.op for o in said.operations}
    for verb in used if len(ops) == 1 and ops <= _OF_ALL else ():
        at = s.skip(verb + 1, "#noise")
        if at < len(s) and at not in used and s.tokens[at].kind == "word" and not _LAID.isdisjoint(s.labels(at)):
            said.operations.clear()
            said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))
            return
