"""Clauses nothing was found in: which of them want something, and are asked about."""

from __future__ import annotations

import re

from ugcflow.session.reading import Question
from ugcflow.studio.language.clauses.clause import Clause, opens, verbs_of
from ugcflow.studio.language.clauses.fact import is_so, told
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import things
from ugcflow.studio.language.words.sentence import Sentence

_TIMED = ("{range}", "{first}", "{last}", "{instant}", "{opening}", "{ending}")
_THINGS = frozenset({"<silence>", "<filler>", "<bad_take>", "<caption>", "<music>", "<logo>", "<sticker>", "<effect>", "<voiceover>", "<broll>", "<transition>", "<filter_>", "{look}", "{filter}", "<thumbnail>", "<brightness>", "<contrast>", "<saturation>", "<zoom_>", "<fade_>", "'@bettered", "<text>", "{aspect}", "{mood}", "{format}", "{resolution}", "{range}", "{first}", "{last}", "{text}"})  # fmt: skip


def _named(clause: Clause) -> bool:
    """Is the clause a few words that name something there are edits for ("lofi", "the logo")?"""
    sentence = clause.sentence
    heavy = [
        i
        for i in range(len(sentence))
        if clause.own(i) and not sentence.ends(i, "#noise") and sentence.tokens[i].kind != "punct"
    ]
    size = sum(0.3 if sentence.tokens[i].kind == "cjk" else 1.0 for i in heavy)
    loose = {"<text>"}  # 话, 字: what is said or written, more often than what is to be shown
    return 0 < size <= 3 and any(
        sentence.labels(i) & (_THINGS - loose if sentence.tokens[i].kind == "cjk" else _THINGS) for i in clause.places
    )


def _some_pause(s: Sentence) -> bool:
    """除了价格前的停顿: a pause of which more is said than the word."""
    own = [i for i in range(len(s)) if s.tokens[i].kind == "cjk" and s.ends(i, "<silence>")]
    before = list(range(own[0])) if own else []
    return any(
        not s.labels(i) & {"#noise", "<except>", "<only>"} and s.tokens[i].kind == "cjk" and not _covered(s, i)
        for i in before
    )


def _covered(s: Sentence, at: int) -> bool:
    """Is the token inside a small word that begins before it?"""
    return any(stop > at and n in ("#noise", "<except>") for i in range(max(0, at - 3), at) for n, stop, _ in s.arcs[i])


def _obliges(clause: Clause) -> bool:
    """ "The intro should crawl at 0.5": something is to be, whatever it is."""
    return not {"should", "must"}.isdisjoint(clause.words) and clause.words[0] not in ("nobody", "noone")


_PLACED = re.compile("^(以|用|拿).+(作为|当作|当|做)(开头|片头|开场|结尾|片尾|钩子)(吧|了)?$")
"""以最终效果作为开头: some part is to come first, and nothing tells which."""


def _handled(clause: Clause) -> bool:
    """再帮我把脸瘦一圈: 把 says that something is to be done with what follows, whatever it is."""
    s = clause.sentence
    if _PLACED.search("".join(clause.words)):
        return True
    return clause.tokens[-1].kind == "cjk" and any(
        s.tokens[i].text in ("把", "将") and any(n != "#noise" for n in s.labels(i)) and i + 2 < len(s)
        for i in clause.places
        if clause.offset == i or s.tokens[i - 1].kind == "cjk"
    )


def _only_there(clause: Clause) -> bool:
    """ "(Add captions) but no captions during the demo": what is not wanted only somewhere."""
    at = next((i for i in clause.places if clause.sentence.labels(i) & _LAID_ON), -1)
    return at >= 0 and not _SOMEWHERE.isdisjoint(t.low for t in clause.sentence.tokens[at + 1 :])


_LAID_ON = frozenset({"<caption>", "<music>", "<logo>", "<zoom_>", "<transition>", "<sticker>", "<effect>"})
_SOMEWHERE = frozenset({"in", "during", "when", "whenever", "while", "where"})


def unread(clause: Clause, rules: Grammar) -> list[Question]:
    """A clause nothing was found in asks only when it wants something: it begins with a verb of editing."""
    verbs, sentence = verbs_of(clause, rules), clause.sentence
    timed = any(t[0] in _TIMED for t in things(clause.sentence, set()))
    spares = clause.words[1:3] in (["not", "for"], ["not", "during"], ["not", "over"], ["not", "on"], ["not", "in"])
    if opens(clause, "<except>") and (timed or spares or _some_pause(sentence)):
        start, end = clause.sentence.span(clause.offset, len(clause.sentence) - clause.tail)
        return [ask.unread(clause.sentence.text, start, end)]
    if told(clause) or (opens(clause, "<caption>") and is_so(clause)):
        return []
    if (opens(clause, "<no>") or opens(clause, "<dont>")) and _only_there(clause):
        return [ask.unread(sentence.text, *sentence.span(clause.offset, len(sentence) - clause.tail))]
    if any(opens(clause, n) for n in ("<purpose>", "<fact>", "<dont>", "<no>", "<except>")) or not (
        verbs or _named(clause) or _obliges(clause) or _handled(clause)
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
