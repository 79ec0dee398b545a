"""Clauses → operations and questions, in the order said: verbs taken over, negations, corrections, "same for the end"."""

from __future__ import annotations

import re

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.clauses.aside import reason
from ugcflow.studio.language.clauses.clause import AND, Clause, opens, verbs_of
from ugcflow.studio.language.clauses.fact import bracketed, told
from ugcflow.studio.language.clauses.inquiry import asks_back, inquires
from ugcflow.studio.language.context.amend import (
    again,
    ask_when,
    cancel,
    corrected,
    only_figures,
    refigures,
    take_back,
    withdrawn,
)
from ugcflow.studio.language.context.amount import lost, measure
from ugcflow.studio.language.context.answer import answer
from ugcflow.studio.language.context.crossing import crossed, twice
from ugcflow.studio.language.context.declined import brings_back
from ugcflow.studio.language.context.ellipsis import added, carried, fading
from ugcflow.studio.language.context.elusion import elude
from ugcflow.studio.language.context.followup import follow
from ugcflow.studio.language.context.hindsight import look_back
from ugcflow.studio.language.context.joint import beside_joint, from_joint
from ugcflow.studio.language.context.lettering import dressed
from ugcflow.studio.language.context.loudness import aimed, levelled, louder, raised, subdued
from ugcflow.studio.language.context.neither import neither
from ugcflow.studio.language.context.noedit import idle
from ugcflow.studio.language.context.outline import (
    bounded,
    elsewhere,
    lettered,
    purposed,
)
from ugcflow.studio.language.context.pronoun import (
    each_time,
    fits_better,
    may_point,
    resolved,
    same_sound,
    same_stretch,
    several,
    takes_out,
    there,
)
from ugcflow.studio.language.context.refine import (
    another,
    behind,
    lasting,
    mended,
    mood_told,
    more_clips,
    placed,
    refined,
    reworded,
    timed,
)
from ugcflow.studio.language.context.refrain import refrained, spared_stretch
from ugcflow.studio.language.context.shownas import letter, show_as
from ugcflow.studio.language.context.sidecar import sidecar
from ugcflow.studio.language.context.strung import strung
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import things
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.reading.utterance import understand
from ugcflow.studio.language.timing.alongside import alongside
from ugcflow.studio.language.timing.dated import date
from ugcflow.studio.language.timing.elsewhen import left_out
from ugcflow.studio.language.timing.endtold import ended
from ugcflow.studio.language.timing.meantime import doubt_meantime
from ugcflow.studio.language.timing.order import in_order
from ugcflow.studio.language.timing.repeated import dated_late, repeated
from ugcflow.studio.language.timing.sequence import in_sequence
from ugcflow.studio.language.timing.shared import share
from ugcflow.studio.language.timing.stretch import appears, stretched
from ugcflow.studio.language.timing.unused import doubt_clock, unused
from ugcflow.studio.language.words.sentence import Sentence

_ADDED = frozenset({"captions", "music", "text_overlay", "logo", "transition", "sticker_emoji", "sound_effect", "fade"})
_AWAY = frozenset({"<remove>", "<cut>", "<lower>", "<mute_>"})
_NAMING = frozenset({"the", "my", "any", "that", "those", "all", "our", "her", "his", "their"})
_TOLD = frozenset({"is", "are", "was", "were", "has", "have", "i", "it", "he", "she", "they", "we", "stays", "looks", "sounds", "will", "would", "can", "could", "should", "love"})  # fmt: skip
_DEGREE = re.compile("(别|不要|不能|不用)(太|那么|这么|过于|过)")
"""饱和度别太高: how much is told, and nothing taken back."""
LONGEST_CLAUSE = 70
MOST_CLAUSES = 40
MOST_POINTED = 20
MOST_STEPS = 4000
"""Bounds that no sentence people write reaches: whatever is sent, an answer comes within 50 ms."""


def interpret(sentence: Sentence, clauses: list[Clause], rules: Grammar) -> tuple[list[Operation], list[Question]]:
    """All operations and questions of a sentence."""
    said: list[Said] = []
    correcting = False
    struck: Said | None = None
    for number, clause in enumerate(clauses):
        if number >= MOST_CLAUSES or len(clause.sentence) > LONGEST_CLAUSE or sum(s.steps for s in said) > MOST_STEPS:
            start, end = sentence.span(clause.begin, len(sentence))
            said.append(Said(questions=[ask.too_much(sentence.text, start, end)]))
            break
        if reason(clause, rules.reasons) or (said and said[-1].refused and _trails(clause, rules)):
            continue
        if (
            withdrawn(said, clause)
            or bracketed(clauses, number)
            or ended(said, clause)
            or (not correcting and repeated(said, clause))
            or dated_late(said, clause)
        ):
            continue
        end = opens(clause, "<correction>") if clause.opener != "then" else 0  # "…, then make that a square"
        marker = end > 0 or refigures(clause)
        silent = end == len(clause.sentence) or (end > 0 and only_figures(clause, end))
        one = Said() if silent else strung(clauses, number, said) or _understood(clauses, number, rules, said)
        one = refrained(neither(one, clauses, number), clauses, number, said, rules)
        one = elude(left_out(one, clauses, number, said), clauses, number, said)
        one = crossed(_leaning(one, clauses, number, said), clauses, number, said)
        ask_when(one, clause, said)
        if marker and not (one.operations or one.cancelled or one.lacking or things(clause.sentence, set())):
            correcting = True
            struck = take_back(said, clause) or struck
            continue
        if marker or correcting:
            if struck and not one.operations and things(clause.sentence, set()):
                said.append(struck)  # "in blue, scratch that, in white": only the colour was taken back
            one, struck = corrected(said, clause, one), None
            correcting = False
            if one == Said():
                continue  # "put it on top, no, at the bottom, bigger": what follows is said of what was there before
        elif opens(clause, "<same>") and said:
            one = again(said, clause) or one
        elif instead := beside_joint(said, one, clause) or bounded(said, one, clause):
            one = instead
        elif not one.spared and _says_more(said, one, clause, clauses[number - 1], rules):
            continue
        if number and told(clauses[number - 1]):
            reworded(said, one, clause)
        for name, values in one.cancelled if not _DEGREE.search("".join(clause.words)) else ():
            cancel(said, name, values)
        lost(one, clause)
        said.append(one)
    spared_stretch(said, clauses)
    operations, questions = answer(sentence, said, rules)
    questions += twice(operations, clauses)
    return in_sequence(in_order(operations, clauses), clauses), [*questions, *unused(operations, questions, clauses)]


def _leaning(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> Said:
    """What a clause came to, with what it leaves to the ones before: when, what, how loud."""
    clause = clauses[number]
    doubt_clock(one, clause)
    there(one, clauses, number, said)
    stretched(one, clauses, number, said)
    follow(one, clauses, number, said)
    alongside(one, clauses, number, said)
    same_stretch(one, clause, said)
    same_sound(one, clause, said)
    show_as(one, clauses, number, said)
    letter(one, clause, said)
    date(one, clauses, number, said)
    share(one, clauses, number, said)
    measure(one, clauses, number, said)
    one = look_back(doubt_meantime(one, clause, said), clauses, number, said)
    from_joint(said, one)
    fading(said, one, clauses, number)
    each_time(one, clauses, number, said)
    return one


def _says_more(said: list[Said], one: Said, clause: Clause, before: Clause, rules: Grammar) -> bool:
    """Does the clause only say more about what was asked for: how long, where, what it says, how loud, how it looks?"""
    length = {o.op for o in one.operations} <= {"fit_duration"}
    telling = told(before) or not verbs_of(before, rules)
    return (
        (length and lasting(said, clause))
        or dressed(said, one, clause)
        or elsewhere(said, one, clause)
        or purposed(said, one, clause)
        or timed(said, one, clause, before.opener)
        or appears(said, clause)
        or sidecar(said, one, clause)
        or (not verbs_of(clause, rules) and lettered(said, one))
        or placed(said, clause)
        or (telling and mended(said, clause))
        or subdued(said, clause)
        or louder(said, one, clause)
        or aimed(said, one, clause)
        or (not one.pointed and levelled(said, one))
        or (mood_told(said, one, clause) if one.operations else _dresses(said, clause))
    )


def _dresses(said: list[Said], clause: Clause) -> bool:
    return any(says(said, clause) for says in (raised, refined, behind, another, more_clips))


def _understood(clauses: list[Clause], number: int, rules: Grammar, said: list[Said]) -> Said:
    if inquires(clauses[number], rules.verbs):
        return Said(questions=[asks_back(clauses[number])])
    clause = carried(clauses, number, rules, said)
    one = idle(understand(clause, rules), clauses, number, rules)
    if (
        not one.operations
        and not one.questions
        and said
        and said[-1].operations
        and _wanted(clauses, number, clause, rules)
    ):
        one = _taken(understand(added(clauses[number]), rules)) or one
    if not one.operations and not one.questions and not one.refused and _unknown(clauses, number, rules):
        text = clauses[number].sentence
        one.questions.append(ask.unread(text.text, *text.span(0, len(text))))
    if _heads(clauses, number) and not any(o.parameters for o in one.operations) and not one.refused:
        one.lacking.clear()
        one.questions.clear()  # "Clean it up: no ums, no pauses" says below what it means
        if all(clauses[number].sentence.ends(i, "<audio>") for i in clauses[number].places):
            one.operations.clear()  # "Sound levels: …"
        if not verbs_of(clauses[number], rules):
            one.operations = [o for o in one.operations if o.op != "broll"]  # "Screen recording: …"
    unsure = (*one.questions, *(q for _, q in one.lacking))
    if any(q.why in rules.vague for q in unsure) and not takes_out(clauses[number]):
        return one  # "duck the music and make it pop": whatever "it" is, this stays vague
    if len(clauses) > MOST_POINTED or one.refused or not may_point(one, clauses[number]):
        return one
    if not any(s.operations for s in said[-2:]):
        every = [understand(reread, rules) for reread in several(clauses, number, clause)]
        if every and all(e.operations and not e.questions for e in every):
            for told in said[-2:]:
                told.questions.clear()
            return Said([o for e in every for o in e.operations], pointed=True)
    for reread, label in resolved(clauses, number, clause):
        other = understand(reread, rules)
        if other.refused and label == "<burned>":
            return other
        back = brings_back(other.operations, said, clauses[number].words)
        if not back and fits_better(other, one, label, clauses[number]):
            other.pointed = True
            if label[0] == "{" and said and _only_told(said[-1], clauses[number - 1]):
                said[-1].operations.clear()
                said[-1].questions.clear()  # "0:10-0:18 is dead, remove it"
            return other
    return one


def _only_told(before: Said, clause: Clause) -> bool:
    """Was nothing asked for, or only told what is wrong there ("the first 4 seconds is me fumbling")?"""
    wrong = {o.op for o in before.operations} <= {"remove_bad_takes", "remove_fillers", "denoise_audio"}
    is_so = not {"is", "are", "was", "it's", "there's", "has"}.isdisjoint(clause.words)
    return not before.operations or (wrong and is_so)


def _heads(clauses: list[Clause], number: int) -> bool:
    """Does a colon follow, and more behind it?"""
    s = clauses[number].sentence
    return number + 1 < len(clauses) and s.text[s.tokens[-1].end :].lstrip()[:1] in (":", "：")


def _wanted(clauses: list[Clause], number: int, clause: Clause, rules: Grammar) -> bool:
    """Does "and …" go on with something to have, behind a verb that takes nothing away?"""
    own = clauses[number]
    if own.opener not in AND or verbs_of(own, rules) or own.hard:
        return False
    taken = any(clause.sentence.labels(i) & _AWAY for i in range(clause.offset))
    return not taken and not _unknown(clauses, number, rules)


def _unknown(clauses: list[Clause], number: int, rules: Grammar) -> bool:
    """ "Remove the ums and the tangent about prices": does what is to be done go on to something nobody here knows?"""
    own, before = clauses[number], clauses[number - 1] if number else None
    if before is None or own.opener not in AND or own.hard or verbs_of(own, rules):
        return False
    verbs = verbs_of(before, rules)
    words = [t.low for t in own.sentence.tokens if t.kind == "word"]
    strange = [t.low for i, t in enumerate(own.sentence.tokens) if len(t.text) > 3 and not any(n[0] in "<{#" for n in own.sentence.labels(i))]  # fmt: skip
    bare = bool(verbs) and before.sentence.tokens[verbs[0][0]].low in ("add", "remove", "delete")  # "… and snow"
    named = bool(words) and (words[0] in _NAMING or (bare and words == strange)) and not _TOLD & set(words)
    asked = bool(verbs) and bool(before.sentence.labels(verbs[0][0]) & (_AWAY | {"<add>"}))
    return asked and named and bool(strange)


def _taken(other: Said) -> Said | None:
    """What was found with "add" in front, if it is something that is added."""
    return other if {o.op for o in other.operations} & _ADDED and not other.questions else None


def _trails(clause: Clause, rules: Grammar) -> bool:
    """Does the clause only go on with what was refused ("a parallax drift and moody atmosphere")?"""
    return (
        not clause.hard
        and clause.opener in (*AND, ",")
        and (not verbs_of(clause, rules) or opens(clause, "<with>") > 0)
    )
