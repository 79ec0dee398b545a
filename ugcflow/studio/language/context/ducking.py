"""Music down while somebody talks, told in two halves: "when my voice comes in, the music goes down", "… and back up in the pauses"."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause, opens
from ugcflow.studio.language.clauses.gist import shape
from ugcflow.studio.language.reading.said import Said

_DOWN = {"target": "music", "change": "down"}
_UP_AGAIN = (("volume", "up"), ("fade", "in"))
_BETWEEN = frozenset({"pause", "pauses", "gap", "gaps", "otherwise", "back", "again", "else", "rest", "between", "stop", "stops", "stopped", "after", "afterwards", "not", "nobody", "no", "elsewhere", "normal"})  # fmt: skip
_WHILE = frozenset({"when", "whenever", "while", "wherever", "where", "as", "every", "each", "any", "anytime", "once", "if", "during"})  # fmt: skip


def duck(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Read a clause that tells when the music goes down, and one that tells when it is back, as one ducking."""
    clause = clauses[number]
    ducked = bool(said) and any(o.op == "duck_music" for o in said[-1].operations)
    if ducked and shape("afterwards").search("".join(clause.words)):
        one.operations, one.questions = [], []
    if not one.operations or not said:
        return
    if ducked and _BETWEEN & set(clause.words):
        one.operations = [o for o in one.operations if (o.op, o.parameters.get("change", o.parameters.get("dir"))) not in _UP_AGAIN]  # fmt: skip
        one.operations = [o for o in one.operations if o.op not in ("volume", "trim_silence") or not _back(clause)]
    elif _to_level(one.operations[0]) and not said[-1].operations and _while_talking(clauses[number - 1]):
        one.operations[0] = replace(one.operations[0], op="duck_music", parameters={})
        said[-1].questions.clear()


def _to_level(told: Operation) -> bool:
    """ "The music goes down", "music should be at 10 %"."""
    values = told.parameters
    share = values.get("target") == "music" and str(values.get("change")).endswith("%")
    return values == _DOWN or share or (told.op == "music" and values.keys() == {"volume"})


def with_new_music(one: Said, clause: Clause) -> None:
    """ "Upbeat music that ducks when I talk": the music is asked for too, where a kind or "some … that" tells it is not there yet."""
    if not one.only("duck_music"):
        return
    s, old = clause.sentence, one.operations[0]
    for noun in s.places("<music>")[:1]:
        begin, end = noun, s.ends(noun, "<music>")
        while (more := next((i for i in range(max(0, begin - 3), begin) if s.ends(i, "{mood}") == begin), -1)) >= 0:
            begin = more
        led = s.tokens[begin - 1].low if begin else ""
        fresh = begin < noun or (led in _SOME and not _WHICH.isdisjoint(t.low for t in s.tokens[end : end + 3]))
        fresh = fresh and s.tokens[begin].low not in ("quiet", "soft", "quieter")
        if fresh and s.tokens[noun].kind == "word" and (led in _SOME or "<add>" in s.labels(begin - 1)):
            values = {"query": s.text[slice(*s.span(begin, noun))].lower()} if begin < noun else {}
            one.operations.insert(0, replace(old, op="music", parameters=values))


_WHICH = frozenset({"that", "which"})
_SOME = frozenset({"", "a", "an", "some", "with", "and", "to"})


def _back(clause: Clause) -> bool:
    """ "Bring it back up": the verb may be one that turns down."""
    words = clause.words
    taken = clause.has("<remove>", "<cut>")
    return not taken and "back" in words and not any(t.kind == "num" for t in clause.tokens)


def _while_talking(before: Clause) -> bool:
    """ "When my voice comes in," — a clause that only tells when somebody talks."""
    s = before.sentence
    words = [t.low for t in before.tokens]
    led = opens(before, "<open_when>") > 0 or (bool(words) and words[0] in _WHILE)
    heard = any("<voice>" in s.labels(i) for i in before.places)
    return led and heard and not any(t.kind == "num" for t in before.tokens)
