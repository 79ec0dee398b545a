"""What a clause tells of the one before: which words are shown ("show the price at 0:17, it's "£18""), and what they are to be like ("like those gym reels")."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.reading.said import Said

_TELLING = frozenset({"it's", "its", "it", "that's", "thats", "which", "they're"})
_LINES = frozenset({"line", "lines", "script", "copy", "words", "text"})
_LIKE = frozenset({"like", "similar"})
_LOOKING = frozenset({"captions", "text_overlay", "transition", "music", "logo", "zoom", "color", "filter", "sticker_emoji"})  # fmt: skip


def worded(one: Said, clause: Clause, before: Said) -> None:
    """Give the text asked for before its words, where the clause tells nothing but them."""
    last = before.operations[-1] if before.operations else None
    spoken = last is not None and last.op == "voiceover" and clause.words[1:2] != [] and clause.words[1] in _LINES
    shown = last is not None and last.op == "text_overlay" and _tells(clause)
    if last is None or "text" in last.parameters or not (spoken or shown):
        return
    s = clause.sentence
    text = next((v[0] for i in clause.places if (v := s.value(i, "{text}"))), None)
    if text is not None and {o.op for o in one.operations} <= {"text_overlay", "voiceover"}:
        more = one.operations[0].parameters if one.operations and not spoken else {"text": text}
        before.operations[-1] = replace(last, parameters=more | last.parameters)
        one.operations.clear()
        one.questions.clear()
        before.questions = [q for q in before.questions if q.why != "which words are to be shown?"]
        before.lacking = [(op, q) for op, q in before.lacking if op not in ("text_overlay", "{text}")]


def _tells(clause: Clause) -> bool:
    words = clause.words
    reads = clause.opener in AND and words[:1] in (["read"], ["reads"], ["say"], ["says"])  # "… and read 'Part 2'"
    return bool(words) and (words[0] in _TELLING or reads or words[1:3] == ["name", "is"]) and len(words) <= 4


def likened(one: Said, clause: Clause, before: Said) -> None:
    """Take from a clause that says what something is like the kind it names; a platform in it is no shape to be made."""
    last = before.operations[-1] if before.operations else None
    s, words = clause.sentence, clause.words
    alike = last is not None and last.op in _LOOKING and not clause.hard and words[:1] and words[0] in _LIKE
    if last is None or not alike or not {o.op for o in one.operations} <= {"reframe", "transition"}:
        return
    kind = next((v[0] for i in clause.places if (v := s.value(i, "{transition}"))), None)
    if last.op == "transition" and kind and "kind" not in last.parameters:
        before.operations[-1] = replace(last, parameters={**last.parameters, "kind": kind})
    if one.operations or last.op == "transition":
        one.operations.clear()
        one.questions.clear()
        one.lacking.clear()
