"""When to ask: limits nothing can be held to, parts nothing can be put in, clauses that want something nobody can read."""

from __future__ import annotations

from ugcflow.session.reading import Question
from ugcflow.studio.language import ask
from ugcflow.studio.language.clause import Clause, opens, verbs_of
from ugcflow.studio.language.fill import Thing, things
from ugcflow.studio.language.grammar import Grammar
from ugcflow.studio.language.said import Said

_LIMITED = frozenset(
    {"trim_silence", "remove_fillers", "remove_bad_takes", "trim_range", "speed", "mute", "remove_captions", "zoom"}
)
_THINGS = frozenset({"<silence>", "<filler>", "<bad_take>", "<caption>", "<music>", "<logo>", "<sticker>", "<effect>", "<voiceover>", "<broll>", "<transition>", "<thumbnail>", "{aspect}", "{mood}", "{format}", "{resolution}", "{range}", "{text}"})  # fmt: skip


def doubt_limits(said: Said, clause: Clause, used: set[int], extra: list[Thing], spent: set[int]) -> None:
    """A limit that no parameter holds ("except the pause before the price", "when I get excited") is asked about."""
    sentence = clause.sentence
    limited = [o for o in said.operations if o.op in _LIMITED and "start" not in o.parameters]
    for at in range(len(sentence)):
        end = sentence.ends(at, "<except>") or sentence.ends(at, "<open_when>")
        if limited and end and at not in used and clause.own(at) and not any(t.kind == "text" for t in sentence.tokens):
            start, stop = sentence.span(at, len(sentence) - clause.tail)
            said.questions.append(ask.left_over(sentence.text, start, stop, limited[0].op))
            return
    _unplaced(said, clause, extra, spent)


def _unplaced(said: Said, clause: Clause, extra: list[Thing], spent: set[int]) -> None:
    """A part of the edit that was named, but that nothing asked for can be limited to."""
    for number, (label, first, stop, _) in enumerate(extra):
        if (
            label in ("{range}", "{first}", "{last}", "{duration}")
            and number not in spent
            and said.operations
            and clause.own(first)
        ):
            start, end = clause.sentence.span(first, stop)
            said.questions.append(ask.left_over(clause.sentence.text, start, end, said.operations[-1].op))
            return


def _named(clause: Clause) -> bool:
    """Is the clause a few words that name something there are edits for ("lofi", "the logo")?"""
    sentence = clause.sentence
    heavy = [
        i
        for i in range(len(sentence))
        if clause.own(i) and not sentence.ends(i, "#noise") and sentence.tokens[i].kind != "punct"
    ]
    return 0 < len(heavy) <= 3 and any(sentence.labels(i) & _THINGS for i in heavy)


def unread(clause: Clause, rules: Grammar) -> list[Question]:
    """A clause nothing was found in asks only when it wants something: it begins with a verb of editing."""
    verbs, sentence = verbs_of(clause, rules), clause.sentence
    if opens(clause, "<except>") and any(
        t[0] in ("{range}", "{first}", "{last}", "{instant}") for t in things(clause.sentence, set())
    ):
        start, end = clause.sentence.span(clause.offset, len(clause.sentence) - clause.tail)
        return [ask.unread(clause.sentence.text, start, end)]
    if any(opens(clause, n) for n in ("<purpose>", "<fact>", "<dont>", "<no>", "<except>")) or not (
        verbs or _named(clause)
    ):
        return []
    lead = verbs[0][0] if verbs else clause.offset
    before = [
        i for i in range(clause.offset, lead) if not sentence.ends(i, "#noise") and sentence.tokens[i].kind != "cjk"
    ]
    if len(before) > 2:
        return []
    start, end = sentence.span(clause.offset, len(sentence) - clause.tail)
    return [ask.unread(sentence.text, start, end)]
