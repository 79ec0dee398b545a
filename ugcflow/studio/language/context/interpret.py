"""Clauses → operations and questions, in the order said: verbs taken over, negations, corrections, "same for the end"."""

from __future__ import annotations

from dataclasses import dataclass, field

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.clauses.aside import reason
from ugcflow.studio.language.clauses.clause import AND, Clause, opens, verbs_of
from ugcflow.studio.language.clauses.fact import bracketed, told
from ugcflow.studio.language.clauses.gist import shape
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
from ugcflow.studio.language.context.elusion import elude
from ugcflow.studio.language.context.fading import as_long, fading
from ugcflow.studio.language.context.followup import follow
from ugcflow.studio.language.context.joint import beside_joint, from_joint
from ugcflow.studio.language.context.lasting import tells_when
from ugcflow.studio.language.context.lettering import alike, dressed
from ugcflow.studio.language.context.loudness import spare, tells_level
from ugcflow.studio.language.context.neither import neither
from ugcflow.studio.language.context.outline import bounded, lettered, purposed
from ugcflow.studio.language.context.refine import mended, placed, reworded, tells_look
from ugcflow.studio.language.context.refrain import other_denied, refrained, spared_stretch
from ugcflow.studio.language.context.samestretch import each_time, same_sound, same_stretch, taken_and_changed, there
from ugcflow.studio.language.context.shownas import letter, show_as
from ugcflow.studio.language.context.strung import strung
from ugcflow.studio.language.context.understood import understood
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import things
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.timing.alongside import alongside
from ugcflow.studio.language.timing.dated import date
from ugcflow.studio.language.timing.elsewhen import left_out
from ugcflow.studio.language.timing.endtold import ended
from ugcflow.studio.language.timing.meantime import doubt_meantime
from ugcflow.studio.language.timing.order import in_order
from ugcflow.studio.language.timing.repeated import dated_late, repeated
from ugcflow.studio.language.timing.shared import share
from ugcflow.studio.language.timing.stretch import stretched
from ugcflow.studio.language.timing.unused import doubt_clock, unused
from ugcflow.studio.language.words.sentence import Sentence

LONGEST_CLAUSE = 70
MOST_CLAUSES = 40
MOST_STEPS = 4000
"""Bounds that no sentence people write reaches: whatever is sent, an answer comes within 50 ms."""


def interpret(sentence: Sentence, clauses: list[Clause], rules: Grammar) -> tuple[list[Operation], list[Question]]:
    """All operations and questions of a sentence."""
    talk = _Talk(clauses, rules)
    for number, clause in enumerate(clauses):
        steps = sum(s.steps for s in talk.said)
        if number >= MOST_CLAUSES or len(clause.sentence) > LONGEST_CLAUSE or steps > MOST_STEPS:
            start, end = sentence.span(clause.begin, len(sentence))
            talk.said.append(Said(questions=[ask.too_much(sentence.text, start, end)]))
            break
        spare(talk.said, clause)
        if not talk.passes_over(number):
            talk.hear(number)
    spared_stretch(talk.said, clauses)
    alike(talk.said, clauses)
    operations, questions = answer(sentence, talk.said, rules)
    questions += twice(operations, clauses)
    return in_order(operations, clauses), [*questions, *unused(operations, questions, clauses)]


@dataclass
class _Talk:
    """What was said up to a clause. `correcting`: a "no wait" was the last word; `struck`: what it took back."""

    clauses: list[Clause]
    rules: Grammar
    said: list[Said] = field(default_factory=list)
    correcting: bool = False
    struck: Said | None = None

    def passes_over(self, number: int) -> bool:
        """Does the clause ask for nothing, or has what it says been given to what was said before?"""
        clause, said = self.clauses[number], self.said
        if reason(clause, self.rules.reasons) or (said and said[-1].refused and _trails(clause, self.rules)):
            return True
        if withdrawn(said, clause) or bracketed(self.clauses, number, self.rules) or ended(said, clause):
            return True
        return (not self.correcting and repeated(said, clause)) or dated_late(said, clause)

    def hear(self, number: int) -> None:
        """Add what the clause comes to, or change what was said with it."""
        clause, said = self.clauses[number], self.said
        told = clause.opener == "then" or clause.words[:2] in (["instead", "of"], ["rather", "than"])
        end = opens(clause, "<correction>") if not told else 0  # "…, then make that a square"
        marker = end > 0 or refigures(clause)
        one = self._read(number, end)
        told_more = one.operations or one.cancelled or one.lacking or things(clause.sentence, set())
        if marker and not (told_more or (clause.chinese and one.questions)):
            self.correcting, self.struck = True, take_back(said, clause) or self.struck
            return
        if marker or self.correcting:
            one = self._corrected(one, clause)
            if one == Said():
                return  # "put it on top, no, at the bottom, bigger": what follows is said of what was there before
        elif opens(clause, "<same>") and said:
            one = again(said, clause) or one
        elif instead := beside_joint(said, one, clause) or bounded(said, one, clause):
            one = instead
        elif not one.spared and _says_more(said, one, clause, self.clauses[number - 1], self.rules):
            return
        self._add(one, number)

    def _read(self, number: int, end: int) -> Said:
        """What the clause comes to; nothing where all behind its "no wait" is a figure."""
        clause, clauses, said = self.clauses[number], self.clauses, self.said
        silent = end == len(clause.sentence) or (end > 0 and only_figures(clause, end))
        one = Said() if silent else strung(clauses, number, said) or understood(clauses, number, said, self.rules)
        one = refrained(neither(one, clauses, number), clauses, number, said, self.rules)
        one = elude(left_out(one, clauses, number, said), clauses, number, said)
        one = crossed(_leaning(one, clauses, number, said), clauses, number, said)
        ask_when(one, clause, said)
        return one

    def _corrected(self, one: Said, clause: Clause) -> Said:
        again = self.struck is not None and bool(self.struck.ops & one.ops)
        if self.struck and (again or (not one.operations and things(clause.sentence, set()))):
            self.said.append(self.struck)  # "in blue, scratch that, in white": only the colour was taken back
        instead = self.struck is not None and bool(one.operations) and not again
        self.correcting, self.struck = False, None
        if instead:
            return one  # "mute it, zoom in, scratch that, add captions": the zoom is gone already
        return corrected(self.said, clause, one)

    def _add(self, one: Said, number: int) -> None:
        clause = self.clauses[number]
        if number and told(self.clauses[number - 1]):
            reworded(self.said, one, clause)
        if other_denied(one, clause, self.said):
            one = Said(one.operations, [ask.unclear(clause)])
        elif one.cancelled and not shape("how_much").search("".join(clause.words)):
            for name, values in one.cancelled:
                cancel(self.said, name, values)
        lost(one, clause)
        self.said.append(one)


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
    if number and said:
        as_long(one, clauses[number - 1], said[-1])
    measure(one, clauses, number, said)
    one = doubt_meantime(one, clause, said)
    taken_and_changed(one, clauses, number, said)
    from_joint(said, one)
    fading(said, one, clauses, number)
    each_time(one, clauses, number, said)
    return one


def _says_more(said: list[Said], one: Said, clause: Clause, before: Clause, rules: Grammar) -> bool:
    """Does the clause only say more about what was asked for: how long, where, what it says, how loud, how it looks?"""
    telling = told(before) or not verbs_of(before, rules)
    return (
        dressed(said, one, clause)
        or tells_when(said, one, clause, before.opener)
        or purposed(said, one, clause)
        or (not verbs_of(clause, rules) and lettered(said, one))
        or placed(said, clause)
        or (telling and mended(said, clause))
        or tells_level(said, one, clause)
        or tells_look(said, one, clause)
    )


def _trails(clause: Clause, rules: Grammar) -> bool:
    """Does the clause only go on with what was refused ("a parallax drift and moody atmosphere")?"""
    joined = not clause.hard and clause.opener in (*AND, ",")
    return joined and (not verbs_of(clause, rules) or opens(clause, "<with>") > 0)
