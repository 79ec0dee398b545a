"""What a clause only tells: that something is so already, what the edit is for; and whether it wishes something all the same."""

from __future__ import annotations

from ugcflow.studio.language.clause import Clause
from ugcflow.studio.language.match import Match


def wishes(clause: Clause) -> bool:
    """ "It should say …", "we need it vertical": what begins like a fact and asks."""
    s = clause.sentence
    return any(s.ends(i, "<need>") or s.tokens[i].text.lower() == "should" for i in range(len(s)))


def is_so(clause: Clause) -> bool:
    """ "My subs are in Korean", "the video is 16:9": a language or a shape that is there already."""
    s = clause.sentence
    return any(
        s.tokens[i].text.lower() in ("is", "are", "was", "were")
        and any(s.ends(j, n) for n in ("{language}", "{aspect}") for j in range(i + 1, min(len(s), i + 4)))
        for i in range(len(s))
    )


def for_platform(match: Match, fact: int) -> bool:
    """ "this is for TikTok": the fact itself says what shape is wanted."""
    return match.phrase.target == "reframe" and bool(match.phrase.fixed) and match.first < fact
