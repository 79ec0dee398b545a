"""One clause read by itself: its phrases, their parameters, and what is left to ask."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.clauses.aside import asides, gone_behind, meanwhile
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.looks.describe import added, described
from ugcflow.studio.language.looks.languages import besides
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.phrases.match import Match, Search, choose
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.choice import allowed, denied_match, fitting, outside, settled
from ugcflow.studio.language.reading.doubt import doubt_limits
from ugcflow.studio.language.reading.fill import Thing, parameters, things
from ugcflow.studio.language.reading.forgotten import doubt_forgotten
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.reading.settle import settle
from ugcflow.studio.language.reading.strange import kept_out, unexplained
from ugcflow.studio.language.reading.unknown import doubt_unknown
from ugcflow.studio.language.reading.unread import unread
from ugcflow.studio.language.words.lexicon import SIMPLIFY
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.operations import all_operations

_OF_THE_FILM = frozenset({"{language}", "{mood}", "{style}", "{place}", "{text}", "{platform}"})
"""What is said of an edit even where it stands in an aside ("music for a calm vlog")."""

_SORTS = frozenset({"aspect", "kind", "query", "name", "resolution", "format", "fps", "language"})
"""What tells one of its sort from another: "add wipes, no dissolves" takes nothing back."""


def understand(clause: Clause, rules: Grammar) -> Said:
    """The operations and questions of one clause."""
    sentence = clause.sentence
    search = Search(sentence, rules, gone_behind(sentence))
    aside = asides(clause)
    found = outside(settled(search.run(), rules, sentence), aside | meanwhile(sentence), clause, rules.verbs)
    chosen = fitting(list(choose(found, lambda m: allowed(m, clause, aside))), clause, rules)
    row = any(m.phrase.target[0] == "!" or ("_row", True) in m.phrase.fixed for m in chosen)
    said = Said(refused=row, steps=search.total)
    used = {i for m in chosen for i in m.covered if not sentence.ends(i, "#noise")}
    taken = {i for m in chosen for i in m.covered}
    said_besides = (t for t in things(sentence, used) if not taken.issuperset(range(t[1], t[2])))
    extra = [t for t in said_besides if t[1] not in aside or t[0] in _OF_THE_FILM or _dates(t, sentence, chosen)]
    spent: set[int] = set()
    for match in sorted(chosen, key=lambda m: m.first):
        _take(match, clause, rules, said, extra, spent, used)
    said.operations.sort(key=lambda o: o.op == "export")
    doubt_limits(said, clause, used | aside, extra, spent, rules.verbs)
    unexplained(said, clause, used | aside)
    if not chosen:
        said.questions += unread(clause, rules)
        kept_out(said, clause)
    doubt_unknown(said, clause, taken, rules)
    doubt_forgotten(said, clause, taken)
    return said


def _dates(thing: Thing, sentence: Sentence, chosen: list[Match]) -> bool:
    """ "Zoom in while she's pouring the resin at 1:10", "when the lid opens at 0:12, zoom in": the time dates the edit, whatever is told beside."""
    label, _, stop, _ = thing
    leads = sentence.ends(0, "<open_when>") and len(sentence.places("{instant}", "{range}")) == 1
    dated = label in ("{instant}", "{range}") and (stop == len(sentence) or bool(leads))
    return dated and {m.phrase.target for m in chosen} <= {"zoom", "speed", "broll", "text_overlay", "mute"}


def _take(
    match: Match, clause: Clause, rules: Grammar, said: Said, extra: list[Thing], spent: set[int], used: set[int]
) -> None:
    target, sentence = match.phrase.target, clause.sentence
    start, end = _span(match, clause)
    if target[0] in "?!":
        kind = "ambiguous" if target[0] == "?" else "unsupported"
        question = ask.answer(rules.answers[target], kind, sentence.text, start, end)
        question = replace(question, nearest=_with_range(question.nearest, sentence))
        if answered := rules.answers[target].get("answered"):
            said.lacking.append((_of_what_it_is_about(answered, match, sentence), question))
        else:
            said.questions.append(question)
        if op := rules.answers[target].get("op"):
            values = settle(op, parameters(match, all_operations()[op], [], set(), sentence), match, sentence)
            if all(p.name in values for p in all_operations()[op].parameters if p.required):
                said.operations.append(Operation(op, values, sentence.text[start:end], start, end))
    elif target != "-" and denied_match(match, clause):
        values = parameters(match, all_operations()[target], extra, set(), sentence)
        said.cancelled.append((target, {k: v for k, v in values.items() if k in _SORTS}))
    elif target != "-":
        values = parameters(match, all_operations()[target], extra, spent, sentence)
        for kind in _told_freely(target, sentence):
            words, place = described(kind, match, sentence)
            used.update(place)
            if words and (kind == "query" or kind not in values):
                more = str(values.get(kind, words))
                plain = words.lower().translate(SIMPLIFY)
                new = [word for word in more.split() if word[:4].lower() not in plain]
                values[kind] = " ".join([words, *new])
            elif words and kind == "style":
                values[kind] = added(str(values[kind]), words)
        values = settle(target, values, match, sentence)
        _add(said, target, values, match, clause)
        for language in besides(values.get("language"), sentence):
            _add(said, target, values | {"language": language}, match, clause)
            spent.update(i for i, thing in enumerate(extra) if thing[0] == "{language}")
        if also := dict(match.phrase.fixed).get("_also"):  # "1 s off both ends": fade=out, or another operation
            key, _, value = str(also).partition(":")
            other = target if value else key
            fixed = {key: value} if value else settle(key, dict(match.phrase.fixed), match, sentence)
            names = {p.name for p in all_operations()[other].parameters}
            slots = settle(other, {k.lstrip("_"): v for k, v in match.slots.items()}, match, sentence)
            _add(said, other, {k: v for k, v in (slots | values | fixed).items() if k in names}, match, clause)


_ABOUT = {
    "<music>": "music remove_music volume duck_music mute fade", "<caption>": "captions remove_captions translate_captions", "<text>": "text_overlay captions remove_captions",
    "{role}": "text_overlay", "<logo>": "logo", "<transition>": "transition fade", "<sticker>": "sticker_emoji", "<effect>": "sound_effect mute volume", "<voiceover>": "voiceover volume mute", "<broll>": "broll", "<zoom_>": "zoom",
}  # fmt: skip
"""What can answer a question about a thing: "mute it, the text looks off" leaves the text to ask about."""


def _of_what_it_is_about(answered: str, match: Match, sentence: Sentence) -> str:
    about = {op for i in match.covered for n in sentence.labels(i) for op in _ABOUT.get(n, "").split()}
    return " ".join(op for op in answered.split() if op in about) if about else answered


def _told_freely(target: str, sentence: Sentence) -> tuple[str, ...]:
    """The parameters of `target` that free words in front of its noun fill; a transition's only where no known kind is named."""
    if target == "transition":
        named = any(
            "{transition}" in sentence.labels(i) or sentence.tokens[i].kind == "cjk" for i in range(len(sentence))
        )
        return () if named else ("kind",)
    names = {p.name for p in all_operations()[target].parameters}
    return tuple(n for n in ("query", "style") if n in names and target != "text_overlay")


def _with_range(nearest: tuple[str, ...], sentence: Sentence) -> tuple[str, ...]:
    """Suggestions with the very times that were named in the place of `{range}`."""
    spans = (
        sentence.span(at, end)
        for at in range(len(sentence))
        for n in ("{range}", "{first}", "{last}")
        if (end := sentence.ends(at, n))
    )
    start, end = next(spans, (0, 0))
    return tuple(n.replace("{range}", sentence.text[start:end] or "0:05 to 0:20") for n in nearest)


def _add(said: Said, target: str, values: dict[str, Any], match: Match, clause: Clause) -> None:
    """The operation, or a question where it lacks a parameter it can't do without. Said twice in a clause, it is one."""
    spec = all_operations()[target]
    start, end = _span(match, clause)
    words = clause.sentence.text[start:end]
    placed = isinstance(length := values.get("seconds"), (int, float)) and length <= 0  # "I want it at the beginning"
    if any(p.required and (p.name not in values or (p.name == "seconds" and placed)) for p in spec.parameters):
        why = f"{spec.summary[0].lower()}{spec.summary[1:]}: how much, or which?"
        said.lacking.append((target, Question(words, why, (spec.example,), start, end)))
        return
    for place, old in enumerate(said.operations):
        if target == old.op == "music" and "query" in old.parameters and "query" in values:
            told = f"{old.parameters['query']} {values['query']}".split()
            values = values | {"query": " ".join(dict.fromkeys(told))}  # "calm ambient music at 10 % under it"
            old = replace(old, parameters=old.parameters | {"query": values["query"]})
        if old.op == target and all(old.parameters.get(k, v) == v for k, v in values.items()) and target != "captions":
            first, last = min(old.start, start), max(old.end, end)
            text = clause.sentence.text[first:last]
            said.operations[place] = replace(old, parameters=old.parameters | values, words=text, start=first, end=last)
            return
    defaults = {p.name: p.default for p in spec.parameters if p.default is not None and p.name not in values}
    said.operations.append(Operation(target, values, words, start, end, defaults))


def _span(match: Match, clause: Clause) -> tuple[int, int]:
    own = [i for i in match.covered if clause.own(i)] or list(match.covered)
    return clause.sentence.tokens[own[0]].start, clause.sentence.tokens[own[-1]].end
