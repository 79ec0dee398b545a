"""Music down while somebody talks, told in two halves: "when my voice comes in, the music goes down", "… and back up in the pauses"."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.studio.language.clauses.clause import Clause, opens
from ugcflow.studio.language.reading.said import Said

_DOWN = {"target": "music", "change": "down"}
_BETWEEN = frozenset({"pause", "pauses", "gap", "gaps", "otherwise", "back", "again", "else", "rest", "between", "stop", "stops", "stopped", "after", "afterwards", "not", "nobody", "no", "elsewhere", "normal"})  # fmt: skip
_WHILE = frozenset({"when", "whenever", "while", "wherever", "where", "as", "every", "each", "any", "anytime", "once", "if", "during"})  # fmt: skip


def duck(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Read a clause that tells when the music goes down, and one that tells when it is back, as one ducking."""
    clause = clauses[number]
    if not one.operations or not said:
        return
    if any(o.op == "duck_music" for o in said[-1].operations) and _BETWEEN & set(clause.words):
        one.operations = [o for o in one.operations if o.op != "volume" or str(o.parameters["change"]) != "up"]
        one.operations = [o for o in one.operations if o.op not in ("volume", "trim_silence") or not _back(clause)]
    elif one.operations[0].parameters == _DOWN and not said[-1].operations and _while_talking(clauses[number - 1]):
        one.operations[0] = replace(one.operations[0], op="duck_music", parameters={})
        said[-1].questions.clear()


def _back(clause: Clause) -> bool:
    """ "Bring it back up": the verb may be one that turns down."""
    words = clause.words
    taken = any(clause.sentence.labels(i) & {"<remove>", "<cut>"} for i in clause.places)
    return not taken and "back" in words and not any(t.kind == "num" for t in clause.tokens)


def _while_talking(before: Clause) -> bool:
    """ "When my voice comes in," — a clause that only tells when somebody talks."""
    s = before.sentence
    words = [t.low for t in before.tokens]
    led = opens(before, "<open_when>") > 0 or (bool(words) and words[0] in _WHILE)
    heard = any("<voice>" in s.labels(i) for i in before.places)
    return led and heard and not any(t.kind == "num" for t in before.tokens)
