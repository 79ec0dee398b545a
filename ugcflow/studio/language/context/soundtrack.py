"""How loud music is to be, or what it is like, told behind it in a clause of its own: "…, around 10 percent", "…, like trap"."""

from __future__ import annotations

from typing import Any

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading.said import Said

_QUIETLY = frozenset({"quiet", "quietly", "low", "soft", "softly", "subtle", "faint", "discreet", "not", "too", "loud", "very", "really", "nice", "and", "pretty", "just", "audible", "barely"})  # fmt: skip
_ABOUT = frozenset({"around", "about", "at", "roughly", "say", "maybe", "volume", "level", "of", "the", "a", "or", "so", "max", "tops", "only", "just", "like", "please", "pls", "-", "~", "music", "to", "its", "kept", "keep", "have", "play", "it", "that", "sitting", "sit", "under", "no", "more", "than", "louder", "set", "make"})  # fmt: skip
_LIKE = frozenset({"like", "maybe", "say", "think", "perhaps", "preferably", "ideally", "e.g.", "eg", "possibly", "probably", "something"})  # fmt: skip


def describe_music(one: Said, clause: Clause, said: list[Said]) -> None:
    """Give the music just asked for its level, or its kind; "quiet" behind a kind is how it is played, no other kind."""
    before = next((s for s in said[:-4:-1] if s.operations or s.questions), said[-1])
    last = before.operations[-1] if before.operations and not one.operations and not clause.hard else None
    if last is None or last.op != "music":
        return
    if "volume" not in last.parameters and (level := _level(clause)) is not None:
        values: dict[str, Any] = {"volume": level}
    elif "query" not in last.parameters and (kind := _kind(clause)):
        values = {"query": kind}
    elif set(clause.words) <= _QUIETLY and "query" in last.parameters:
        values = {}
        for at in clause.places:
            clause.sentence.drop(at, frozenset({"{mood}", "{style}"}))
    else:
        return
    before.give(values)
    one.questions.clear()


def _level(clause: Clause) -> float | None:
    """The share that is all a clause says."""
    s = clause.sentence
    found = next(((i, v) for i in clause.places if (v := s.value(i, "{percent}"))), None)
    if found is None:
        return None
    at, (share, end) = found
    rest = [s.tokens[i].low for i in clause.places if not at <= i < end]
    return float(str(share)) / 100 if set(rest) <= _ABOUT | _QUIETLY else None


def _kind(clause: Clause) -> str:
    """ "Like trap": the kinds named behind a word that leads to an example."""
    if not clause.words or clause.words[0] not in _LIKE:
        return ""
    s = clause.sentence
    kinds = [(i, v[1]) for i in clause.places if (v := s.value(i, "{mood}"))]
    return " ".join(s.text[slice(*s.span(i, end))] for i, end in kinds).lower()
