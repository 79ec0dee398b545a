"""Clauses → operations and questions, in the order said: verbs taken over, negations, corrections, "same for the end"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language import ask
from ugcflow.studio.language.clause import Clause, piece, verbs_of, with_verb
from ugcflow.studio.language.fill import parameters, things
from ugcflow.studio.language.grammar import Grammar
from ugcflow.studio.language.match import Match, Search, choose
from ugcflow.studio.language.sentence import Sentence
from ugcflow.studio.language.settle import settle
from ugcflow.studio.operations import all_operations

_CUTS = frozenset({"trim_silence", "remove_fillers", "remove_bad_takes", "trim_range", "speed", "mute", "remove_captions"})


@dataclass
class Said:
    """What one clause came to."""

    operations: list[Operation] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    ignored: bool = False


def interpret(sentence: Sentence, clauses: list[Clause], rules: Grammar) -> tuple[list[Operation], list[Question]]:
    """All operations and questions of a sentence."""
    said: list[Said] = []
    correcting = False
    for number, clause in enumerate(clauses):
        marker = _opens(clause, "<correction>")
        one = _clause(_carried(clauses, number, rules), rules)
        if marker and not one.operations and not _entities(clause):
            correcting = True
            _take_back(said, clause)
            continue
        if marker or correcting:
            one = _corrected(said, clause, one)
            correcting = False
        elif _same(clause) and said:
            one = _again(said, clause) or one
        for name in one.cancelled:
            _cancel(said, name)
        said.append(one)
    operations = [o for s in said for o in s.operations]
    questions = [q for s in said for q in s.questions]
    if not operations and not questions and not any(s.cancelled for s in said):
        questions = [ask.unread(sentence.text, 0, len(sentence.text))]
    return _once(operations), questions


def _once(operations: list[Operation]) -> list[Operation]:
    """No operation twice with the same parameters."""
    seen: list[Any] = []
    return [o for o in operations if not (o.to_json() in seen or seen.append(o.to_json()))]


def _carried(clauses: list[Clause], number: int, rules: Grammar) -> Clause:
    """The clause, with a neighbour's verb where it has none of its own and only names a thing."""
    clause = clauses[number]
    if verbs_of(clause, rules) or clause.hard:
        return clause if verbs_of(clause, rules) else _from_behind(clauses, number, rules)
    for before in range(number - 1, -1, -1):
        if verbs := verbs_of(clauses[before], rules):
            begin, end = verbs[0]
            source = clauses[before]
            stop = source.begin + end
            while stop < source.end and source.sentence.ends(stop - source.begin, "<particle>"):
                stop += 1
            joined = with_verb(clause, piece(source.sentence, begin, stop - source.begin))
            return joined
        if clauses[before].hard:
            break
    return _from_behind(clauses, number, rules)


def _from_behind(clauses: list[Clause], number: int, rules: Grammar) -> Clause:
    """ "口误和停顿都去掉": the verb stands in the last of the row."""
    for after in range(number + 1, len(clauses)):
        clause = clauses[after]
        if clause.hard or clause.opener not in ("和", "跟", "与", "及", "以及", "、", "and", "&", "or", "还有"):
            break
        if verbs := verbs_of(clause, rules):
            begin, end = verbs[0]
            late = begin > 0 and any(n[0] in "<'" for n in clause.sentence.labels(0))
            return with_verb(clauses[number], piece(clause.sentence, begin, end), before=False) if late else clauses[number]
    return clauses[number]


def _clause(clause: Clause, rules: Grammar) -> Said:
    """One clause read by itself."""
    sentence = clause.sentence
    explained: set[int] = set()
    matches = [m for m in Search(sentence, rules, 0, len(sentence)).run() if _allowed(m, clause)]
    chosen = sorted(choose(_ranked(matches, clause), explained), key=lambda m: m.first)
    chosen = [m for m in chosen if any(clause.own(i) for i in m.covered)]
    said = Said()
    used = set().union(*(m.covered for m in chosen)) if chosen else set()
    extra = things(sentence, used)
    spent: set[int] = set()
    specs = all_operations()
    for match in chosen:
        target = match.phrase.target
        start, end = _span(match, clause)
        if target[0] in "?!":
            kind = "ambiguous" if target[0] == "?" else "unsupported"
            said.questions.append(ask.answer(rules.answers[target], kind, sentence.text, start, end))
        elif target == "-":
            said.ignored = True
        elif _denied(match, clause):
            said.cancelled.append(target)
        else:
            values = settle(target, parameters(match, specs[target], extra, spent, sentence), match, sentence)
            said.operations += _complete(target, values, match, clause, said)
    _limits(said, clause, used, extra, spent)
    if not chosen:
        said.questions += _unread(clause, rules)
    return said


def _complete(target: str, values: dict[str, Any], match: Match, clause: Clause, said: Said) -> list[Operation]:
    """The operation, or a question where it lacks a parameter it can't do without."""
    spec = all_operations()[target]
    start, end = _span(match, clause)
    if any(p.required and p.name not in values for p in spec.parameters):
        why = f"{spec.summary.lower()}: how much, or which?"
        said.questions.append(Question(clause.sentence.text[start:end], why, (spec.example,), start, end))
        return []
    defaults = {p.name: p.default for p in spec.parameters if p.default is not None and p.name not in values}
    return [Operation(target, values, clause.sentence.text[start:end], start, end, defaults)]


def _span(match: Match, clause: Clause) -> tuple[int, int]:
    own = [i for i in match.covered if clause.own(i)] or list(match.covered)
    return clause.sentence.tokens[own[0]].start, clause.sentence.tokens[own[-1]].end


def _allowed(match: Match, clause: Clause) -> bool:
    """A phrase that must be all the clause says: nothing but noise, times, places and looks around it."""
    if not match.phrase.whole:
        return True
    sentence, covered = clause.sentence, set(match.covered)
    if any(not clause.own(i) for i in covered):
        return False
    unknown, place = 0, 0
    while place < len(sentence):
        if place in covered or not clause.own(place):
            place += 1
            continue
        light = _light(sentence, place)
        if light:
            place = light
            continue
        heavy = any(n[0] == "<" for n in sentence.labels(place)) or sentence.tokens[place].kind == "cjk"
        unknown += 2 if heavy else 1
        place += 1
    return unknown <= 2


_LIGHT = ("#noise", "<with>", "<no>", "<dont>", "<by>", "<level_to>", "<particle>", "<only>", "<tail>", "<under>", "<correction>", "<same>")


def _light(sentence: Sentence, at: int) -> int:
    """The end of what may stand beside a phrase that must be all the clause says: small words, times, places, looks."""
    heavy = any(n[0] == "<" and n not in _LIGHT and not n.startswith("<t_") for n in sentence.labels(at))
    ends = [stop for n, stop, _ in sentence.arcs[at] if n in _LIGHT or (n[0] == "{" and not heavy)]
    return max(ends, default=0)


def _ranked(matches: list[Match], clause: Clause) -> list[Match]:
    return sorted(matches, key=lambda m: (-m.score, m.phrase.whole, m.first))


def _denied(match: Match, clause: Clause) -> bool:
    """ "don't add music": a denial in front of the phrase, not part of it."""
    for at in range(match.last):
        for label, stop, _ in clause.sentence.arcs[at]:
            if label in ("<dont>", "<no>") and at not in match.covered and stop <= match.last + 1 and at < match.first + 3:
                return not any(clause.sentence.ends(i, "<only>") for i in range(stop, match.first))
    return False


def _limits(said: Said, clause: Clause, used: set[int], extra: list[Any], spent: set[int]) -> None:
    """A limit that no parameter holds ("except the pause before the price") is asked about, where sound or picture would be lost."""
    sentence = clause.sentence
    cuts = [o for o in said.operations if o.op in _CUTS]
    for at in range(len(sentence)):
        end = sentence.ends(at, "<except>")
        if end and cuts and at not in used and clause.own(at):
            start, stop = sentence.span(at, len(sentence) - clause.tail)
            said.questions.append(ask.left_over(sentence.text, start, stop, cuts[0].op))
            return


def _unread(clause: Clause, rules: Grammar) -> list[Question]:
    """A clause nothing was found in asks only when it wants something: it begins with a verb of editing."""
    verbs = verbs_of(clause, rules)
    sentence = clause.sentence
    if not verbs or _opens(clause, "<purpose>") or _opens(clause, "<fact>"):
        return []
    lead = verbs[0][0]
    before = [i for i in range(clause.offset, lead) if not sentence.ends(i, "#noise") and sentence.tokens[i].kind != "cjk"]
    if len(before) > 2:
        return []
    start, end = sentence.span(clause.offset, len(sentence) - clause.tail)
    return [ask.unread(sentence.text, start, end)]


def _opens(clause: Clause, label: str) -> int:
    """The end of `label` where it opens the clause, noise aside; 0 where it does not."""
    sentence, at = clause.sentence, clause.offset
    while at < len(sentence):
        end = sentence.ends(at, label)
        if end:
            return end
        if not sentence.ends(at, "#noise"):
            return 0
        at = sentence.ends(at, "#noise")
    return 0


def _entities(clause: Clause) -> list[Any]:
    return things(clause.sentence, set())


def _take_back(said: list[Said], clause: Clause) -> None:
    """ "scratch that": the clause before is dropped."""
    if any(clause.sentence.ends(i, "<strike>") for i in range(len(clause.sentence))) and said:
        said.pop()


def _cancel(said: list[Said], name: str) -> None:
    for one in said:
        one.operations = [o for o in one.operations if o.op != name]


def _corrected(said: list[Said], clause: Clause, one: Said) -> Said:
    """After "no wait": what was said before gives way to the same operation, or to the new figure."""
    if not said:
        return one
    last = said[-1]
    names = {o.op for o in one.operations}
    if names:
        if last.questions and not last.operations:
            last.questions.clear()
        for name in names:
            _cancel(said, name)
        return one
    for label, first, stop, value in _entities(clause):
        for place, old in enumerate(last.operations):
            key = {"{duration}": "seconds", "{aspect}": "aspect", "{place}": "position", "{text}": "text", "{language}": "language"}.get(label)
            if key and key in old.parameters:
                start, end = clause.sentence.span(first, stop)
                changed = old.parameters | {key: int(value) if isinstance(value, float) and value.is_integer() else value}
                last.operations[place] = Operation(old.op, changed, clause.sentence.text[start:end], start, end, old.defaults)
                return Said(ignored=True)
    return one


def _same(clause: Clause) -> bool:
    return bool(_opens(clause, "<same>"))


def _again(said: list[Said], clause: Clause) -> Said | None:
    """ "same for the end": the last operation once more, at the other end."""
    last = next((o for s in reversed(said) for o in reversed(s.operations)), None)
    ending = any(clause.sentence.ends(i, "<t_end>") for i in range(len(clause.sentence)))
    if last is None or not ending:
        return None
    start, end = clause.sentence.span(0, len(clause.sentence))
    values = dict(last.parameters)
    name = {"trim_start": "trim_end"}.get(last.op, last.op)
    if last.op == "fade":
        values["dir"] = "out"
    elif last.op == "text_overlay":
        values.pop("start", None)
        values["position_in_time"] = "end"
    elif last.op not in ("trim_start",):
        return None
    return Said([Operation(name, values, clause.sentence.text[start:end], start, end, last.defaults)])
