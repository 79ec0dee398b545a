"""What "it" and "them" stand for: "add music and lower it", "my mic picked up a hum, get rid of it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.looks.describe import MANNERS
from ugcflow.studio.language.reading.ask import UNCLEAR
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.timing.told import PARTS, comes_first, stretch_meant, timed_before
from ugcflow.studio.language.words.sentence import Sentence

_ONE = ("<music>", "<noise_>", "<voice>", "<logo>", "<background>", "<audio>")
_MANY = ("<silence>", "<filler>", "<bad_take>", "<caption>", "<bars>", "<joints>")
_UNWANTED = ("<bad_take>", "<silence>", "<filler>")
_PRONOUNS = {
    "it": (*_ONE, *_UNWANTED),
    "it's": ("<music>", "<voice>", "<audio>"),
    "them": _MANY,
    "em": _MANY,
    "those": _MANY,
    "they": _MANY,
    "these": _MANY,
    "that": (*_ONE, *_MANY),
    "ones": _MANY,
    "one": _ONE,
}
_GETTING = frozenset({"<add>", "<make>", "<fit>", "<fitv>", "<export_>"})
_CUTTING = frozenset({"cut", "trim", "chop", "snip", "lop", "clip", "slice", "crop"})
_SMALL = frozenset({"of", "there", "here", "please", "pls", "plz", "can", "could", "you", "u", "we", "just", "out", "off", "away", "so", "lets", "let's", "then", "all", "i'd", "i", "would"})  # fmt: skip
_BEYOND = frozenset({"before", "after", "past", "until"})
"""In front of a pronoun: what lies there is not the stretch itself."""
_FARTHEST = 3
_IN_THE_PICTURE = frozenset({"burned", "burnt", "hardcoded", "baked", "coded", "hardsubs", "hardsubbed"})
_SEVERAL = frozenset({"both", "them", "those", "these", "em"})
_HEARD = frozenset({"volume", "fade"})
_SOUNDS = ("<music>", "<voice>", "<audio>")


def resolved(clauses: list[Clause], number: int, clause: Clause) -> Iterator[tuple[Clause, str]]:
    """The clause with its pronoun read as each thing named right before it, and what that is."""
    sentence = clause.sentence
    for at, token in enumerate(sentence.tokens):
        beyond = at > 0 and sentence.tokens[at - 1].low in _BEYOND
        part = ("{range}",) if token.low == "this" and stretch_meant(clauses, number) else ()
        onward = beyond and _to_the_end(clauses, number)
        own = clause.own(at) and (onward or not beyond) and not _idle(sentence, at)
        own = own and not (token.low == "it's" and number and clauses[number - 1].has("<remove>"))
        if own and (wanted := _PRONOUNS.get(token.low, part)):
            things = [(label, None) for label in _named_before(clauses, number) if label in wanted and not beyond]
            if ("<caption>", None) in things and _burned(clauses, number):
                things = [("<burned>", None)]
            times = timed_before(clauses, number)
            for label, value in (*times, *things) if comes_first(clauses, number) else (*things, *times):
                told = _instead(sentence, at, label, value)
                yield replace(clause, sentence=_away(told) if takes_out(clause) else told), label
            return


def _to_the_end(clauses: list[Clause], number: int) -> bool:
    """ "Nothing happens from 0:33 on, delete everything after that": the stretch itself lies after it."""
    beyond = {"after", "past"} & set(clauses[number].words)
    return bool(beyond) and any(isinstance(v, tuple) and v[1] is None for _, v in timed_before(clauses, number))


def _burned(clauses: list[Clause], number: int) -> bool:
    """ "It has hardcoded subs, remove them": those in the picture itself, not the ones an edit laid on it."""
    told = (c.sentence.words for c in clauses[max(0, number - _FARTHEST + 1) : number])
    return any(not words.isdisjoint(_IN_THE_PICTURE) and "you" not in words for words in told)


def several(clauses: list[Clause], number: int, clause: Clause) -> list[Clause]:
    """ "The first 45 s is me setting up and the last minute is goodbyes, drop both": the clause with each time told before; empty for less than two."""
    sentence = clause.sentence
    own = [i for i in clause.places if sentence.tokens[i].low in _SEVERAL]
    if not own or not any(sentence.labels(i) & {"<remove>", "<cut>"} for i in range(own[0])):
        return []
    after = sentence.tokens[own[0] + 1].low if own[0] + 1 < len(sentence) else ""
    named = [t for n in range(max(1, number - 1), number + 1) for t in timed_before(clauses, n)]
    if len(named) < 2 or after not in ("", "of", "out", "off", "please", "pls", "away"):
        return []
    return [replace(clause, sentence=_away(_instead(sentence, own[0], label, value))) for label, value in named]


def _idle(sentence: Sentence, at: int) -> bool:
    """Is the pronoun of words that say nothing ("that's it")?"""
    ends = ((i, sentence.ends(i, "#noise")) for i in range(max(0, at - 3), at + 1))
    return any(end > max(at, i + 1) and sentence.tokens[i].low not in ("of", "to", "on") for i, end in ends)


def _named_before(clauses: list[Clause], number: int) -> list[str]:
    """The things named in the nearest clause that names any, in order."""
    for before in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
        sentence = clauses[before].sentence
        named = [n for at in range(len(sentence)) for n in (*_ONE, *_MANY) if n in sentence.labels(at)]
        if "<noise_>" in named or any(t.low == "in" for t in sentence.tokens):  # "a dog barks in the background"
            named = [n for n in named if n != "<background>"]
        if named:
            return list(dict.fromkeys(named))
    return []


def _away(sentence: Sentence) -> Sentence:
    """ "(nothing happens from 0:10 to 0:18,) cut it": what a pronoun names is cut away, never kept."""
    for at, token in enumerate(sentence.tokens):
        if token.low in (*_CUTTING, "get") or "<cut>" in sentence.labels(at):
            sentence.drop(at, _GETTING)
            sentence.put(at, "<remove>", at + 1, None)
    return sentence


def _instead(sentence: Sentence, place: int, label: str, value: object = None) -> Sentence:
    """The sentence with token `place` carrying `label` alone; what ran through the token is cut."""
    told = Sentence(sentence.text, sentence.tokens, sentence.lexicon)
    arcs = [[a for a in own if not (at < place < a[1])] for at, own in enumerate(sentence.arcs)]
    arcs[place] = [(label, place + 1, value), (f"'{label.strip('<_>')}", place + 1, None)]
    told.lay(arcs)
    return told


def takes_out(clause: Clause) -> bool:
    """ "cut it", "chop that out": nothing but a verb that takes away and a pronoun, which stand for what was named before."""
    words = [t.low for t in clause.tokens if t.kind == "word"]
    rest = [w for w in words if w not in _SMALL]
    got = rest[:1] == ["get"] and bool({"out", "gone", "away"} & set(words))
    if len(rest) == 3 and rest[2] in PARTS and rest[1] in ("that", "this", "those", "these"):
        rest = rest[:2]  # "cut that part out"
    return len(rest) == 2 and (got or rest[0] in _CUTTING) and rest[1] in _PRONOUNS


def may_point(plain: Said, clause: Clause) -> bool:
    """Can the pronoun of a clause that reads `plain` without it change anything?"""
    ops = plain.ops
    if clause.words[:2] == ["keep", "it"] and len(clause.words) == 3 and clause.words[2] in MANNERS:
        return False  # "first six seconds out, keep it simple"
    if clause.opener in ("while", "whilst", "whenever"):
        return False  # "duck the song while it plays"
    return (ops <= _HEARD or (ops == {"export"} and takes_out(clause))) and _open(plain, clause)


def _open(plain: Said, clause: Clause) -> bool:
    return takes_out(clause) or all(q.why == UNCLEAR for q in plain.questions)


def fits_better(told: Said, plain: Said, label: str, clause: Clause) -> bool:
    """Does the clause say something with the pronoun read so, which it does not say without?"""
    if not told.operations or told.questions or not _open(plain, clause):
        return False  # "make it pop" is about the edit
    if not plain.operations or takes_out(clause):
        return label != "<voice>" or told.ops <= _HEARD
    ops = plain.ops
    return label in _SOUNDS and ops <= _HEARD and ops == told.ops
