"""What is denied or kept goes on along its row: "don't add music, captions and stickers" adds none, "keep the music and captions" neither."""

from __future__ import annotations

from itertools import pairwise

from ugcflow.studio.language.clauses.clause import AND, Clause, opens
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said

_ADDED = frozenset({"<music>", "<caption>", "<logo>", "<transition>", "<sticker>", "<text>", "<voiceover>", "<effect>", "<broll>", "<zoom_>", "<filter_>", "{filter}"})  # fmt: skip
_UNWANTED = frozenset({"<silence>", "<filler>", "<bad_take>", "<noise_>"})
_WANTED = frozenset({"just", "only", "but", "instead", "add", "with", "then", "yes", "please", "pls", "on", "at", "in", "it", "them", "this", "everything", "me", "is", "are", "should", "needs", "need"})  # fmt: skip
_TOUCHING = frozenset({"touch", "change", "remove", "cut", "delete", "alter", "mess", "lose", "drop"})
_STAYING = frozenset({"keep", "keeping", "leave", "leaving", "retain", "preserve", "maintain"})
_BEST = frozenset({"best", "take", "takes", "only"})
_SPENT = frozenset({"{first}", "{last}", "{range}", "{duration}", "{instant}", "<bad_take>"})
"""What is kept of the footage: "keep the first 15 seconds" says nothing of captions."""
_ACTING = frozenset({"<lower>", "<raise>", "<remove>", "<duck_>", "<speedup>", "<slowdown>", "<translate_>", "<split_>", "<replace>"})  # fmt: skip
_DOING = _ACTING | {"<add>", "<make>", "<turn>", "<show>", "<apply>", "<move>"}
_UNTOUCHED = frozenset({"别动", "不动", "保留", "留着"})
_ARTICLES = ("the", "a", "an", "any", "my")
_NAMED_NOT = (["the"], ["my"], ["those"], ["any"])
LONGEST = 4
"""Words of a thing that is only named."""


def neither(one: Said, clauses: list[Clause], number: int) -> Said:
    """What was read in the clause; where it only goes on with what is not wanted, that nothing of it is.

    A comma alone ("don't add music, captions") leaves open whether the denial goes on: that is asked about. Behind a bare
    "no" it does not ("no music, captions" is a list of wishes).
    """
    clause = clauses[number]
    if clause.opener == "plus":
        return one
    goes_on = clause.opener in (*AND, ",") or (clause.hard and len(clause.words) <= LONGEST)
    if number and goes_on and clause.words[:1] == ["not"] and clause.words[1:2] in _NAMED_NOT:
        return Said(pointed=True)  # "(remove the ums) and not the pauses"
    head = _head(clauses, number) if one.operations and _named(clause) else None
    if head is None or (clause.has("<filler>") and not _keeps(head)):
        return one  # "(no pauses and) filler words" names no words to be shown
    joined = clause.opener in AND or _row_ends(clauses, number)
    if _keeps(head):
        return Said(refused=True) if joined else Said(questions=[ask.unclear(clause)])
    bare = opens(head, "<no>") > 0 and not opens(head, "<dont>") and head.words[:1] == ["no"]
    if joined and ((clause.opener in AND and head is clauses[number - 1]) or not bare):
        return Said(cancelled=[(operation.op, {}) for operation in one.operations])
    return one if bare else Said(questions=[ask.unclear(clause)])


def _keeps(clause: Clause) -> bool:
    """ "Keep the music", "don't touch the captions", 保留字幕: what is there stays, and so does what follows it."""
    denied = opens(clause, "<dont>") or opens(clause, "<no>")
    touched = denied and not _TOUCHING.isdisjoint(clause.words[:4])
    labels = {n for i in clause.places for n in clause.sentence.labels(i)}
    going_on = any(a in _STAYING and b.endswith("ing") for a, b in pairwise(clause.words))  # "while I keep talking"
    taken = labels & _SPENT or not _BEST.isdisjoint(clause.words)
    staying = not denied and not _STAYING.isdisjoint(clause.words) and not taken and not going_on
    return bool(staying or touched) or "".join(clause.words[:2]) in _UNTOUCHED


def _head(clauses: list[Clause], number: int) -> Clause | None:
    """The clause that begins the row and denies or keeps, with nothing but names between."""
    for before in range(number - 1, -1, -1):
        clause = clauses[before + 1]
        if clause.hard or clause.opener not in (*AND, ",") or "then" in clause.opener:
            return None
        if _denies(clauses[before]) or _keeps(clauses[before]):
            return clauses[before]
        if not _named(clauses[before]):
            return None
    return None


def _denies(clause: Clause) -> bool:
    """Is it a denial of something that is added ("don't add music", "without captions")?"""
    denied = opens(clause, "<dont>") or opens(clause, "<no>") or opens(clause, "<except>")
    return bool(denied) and clause.has(*(_ADDED | _UNWANTED))


def _row_ends(clauses: list[Clause], number: int) -> bool:
    """Does the row go on to an "and"?"""
    for clause in clauses[number + 1 :]:
        if clause.hard or not _named(clause):
            return False
        if clause.opener in AND:
            return True
    return False


def _named(clause: Clause) -> bool:
    """Is it a thing that edits add, and nothing else said of it?"""
    s, words = clause.sentence, [w for w in clause.words if w not in _ARTICLES]
    if not 0 < len(words) <= LONGEST or not any(clause.own(i) for i in s.places(*_ADDED)):
        return False
    lead = next((i for i in clause.places if s.tokens[i].low not in _ARTICLES), clause.offset)
    acts = (_ACTING if s.tokens[lead].kind == "cjk" else _DOING) & s.labels(lead)  # 贴纸: 贴 alone puts something on
    return not acts and _WANTED.isdisjoint(words) and not opens(clause, "<only>")
