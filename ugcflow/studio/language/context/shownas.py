"""Words said before, and then what they are to be: "'Warm drinks': put that as the title", "our score is 3:2, show it as text"."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import things
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.timing.told import bounds, times_of

_POINTING = frozenset({"that", "this", "it", "these", "those", "them"})
_PUTTING = frozenset({"put", "add", "use", "show", "write", "set", "make", "take", "have", "display", "overlay", "place"})  # fmt: skip
_AS = frozenset({"third", "text", "title", "hook", "headline", "cta", "screen", "caption", "banner"})


def show_as(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Make the words before the text that is asked for; where there are none, which words is a question."""
    clause = clauses[number]
    words = clause.words
    if not number or not _points(words):
        return
    new = next((o for o in one.operations if o.op == "text_overlay"), None)
    if new is not None and "text" in new.parameters:
        return
    last = said[-1].operations[-1] if said and said[-1].operations else None
    alone = last is not None and last.op == "text_overlay" and last.parameters.keys() == {"text"}
    before = clauses[number - 1]
    shown = before.tokens[-1].kind == "text" or before.words[1:3] == ["is", "our"] or not _AS.isdisjoint(words)
    if alone and last is not None and shown:
        more = new.parameters if new is not None else _when(clause)
        said[-1].operations[-1] = replace(last, parameters=last.parameters | more)
        one.operations = [o for o in one.operations if o is not new and o.op not in ("captions", "insert_clip")]
        one.questions.clear()
        one.pointed = True
    elif not _AS.isdisjoint(words) and ("as" in words or "screen" in words):
        wrong = [o for o in one.operations if o is new or (o.op == "captions" and not o.parameters)]
        if wrong and not any(o.op in ("logo", "captions") for s in said[-1:] for o in s.operations):
            one.operations = [o for o in one.operations if o not in wrong]
            one.questions.append(ask.unread(clause.sentence.text, *clause.sentence.span(clause.offset, len(clause.sentence) - clause.tail)))  # fmt: skip


def letter(one: Said, clause: Clause, said: list[Said]) -> None:
    """ "Change the title to Closing early and the font to bold": the letters of what is shown, no captions."""
    last = said[-1].operations[-1] if said and said[-1].operations and not clause.hard else None
    new = one.operations[0] if len(one.operations) == 1 else None
    if last is None or new is None or last.op != "text_overlay" or "text" not in last.parameters:
        return
    named = any("<caption>" in clause.sentence.labels(i) for i in clause.places)
    if new.op == "captions" and new.parameters.keys() == {"style"} and not named:
        style = " ".join(filter(None, [last.parameters.get("style"), new.parameters["style"]]))
        said[-1].operations[-1] = replace(last, parameters=last.parameters | {"style": style})
        one.operations.clear()
        one.pointed = True


def _points(words: list[str]) -> bool:
    """ "Put that …", or "…, as a lower third" behind the words themselves."""
    return len(words) > 2 and (
        (words[0] in _PUTTING and words[1] in _POINTING) or words[:2] in (["as", "a"], ["as", "the"])
    )


def _when(clause: Clause) -> dict[str, object]:
    s = clause.sentence
    found: dict[str, object] = {"position_in_time": "end"} if any(s.ends(i, "{ending}") for i in clause.places) else {}
    role = next((v[0] for i in clause.places if (v := s.value(i, "{role}"))), None)
    place = next((t[3] for t in things(s, set()) if t[0] == "{place}"), None)
    times = times_of(clause)  # "put that in the center at 0:04"
    found |= bounds(times[0], "text_overlay") if len(times) == 1 else {}
    return found | ({"role": role} if role else {}) | ({"position": place} if place else {})
