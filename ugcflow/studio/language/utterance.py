"""One clause read by itself: its phrases, their parameters, and what is left to ask."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language import ask
from ugcflow.studio.language.aside import asides
from ugcflow.studio.language.clause import Clause, opens
from ugcflow.studio.language.denied import unwanted_behind
from ugcflow.studio.language.describe import described
from ugcflow.studio.language.doubt import doubt_limits
from ugcflow.studio.language.fact import for_platform, is_so, told, wishes
from ugcflow.studio.language.fill import Thing, parameters, things
from ugcflow.studio.language.grammar import Grammar
from ugcflow.studio.language.languages import besides
from ugcflow.studio.language.lexicon import SIMPLIFY
from ugcflow.studio.language.match import Match, Search, choose
from ugcflow.studio.language.said import Said
from ugcflow.studio.language.sentence import Sentence
from ugcflow.studio.language.settle import settle
from ugcflow.studio.language.strange import kept_out, unexplained
from ugcflow.studio.language.unread import unread
from ugcflow.studio.operations import all_operations

_NOT_FROM_FACTS = frozenset({"fit_duration", "reframe", "captions", "music", "export", "trim_range", "speed", "upload", "text_overlay", "logo", "insert_clip", "broll", "merge_clips", "split", "voiceover", "sound_effect", "transition", "zoom", "fade", "sticker_emoji"})  # fmt: skip
_OF_THE_FILM = frozenset({"{language}", "{mood}", "{style}", "{place}", "{text}", "{platform}"})
"""What is said of an edit even where it stands in an aside ("music for a calm vlog")."""
_SURE = 0.5
"""What a refusal must explain at least; below it its words stand too far apart."""
_EXCLUDES = {
    "broll": ("thumbnail", "trim_silence"), "thumbnail": ("text_overlay",), "status": ("export",), "credits": ("export",), "flip": ("reframe",), "rotate": ("reframe",), "zoom": ("speed",), "fade": ("volume",), "text_overlay": ("trim_start", "trim_end", "fade"), "logo": ("trim_start", "fade"), "sticker_emoji": ("fade",), "transition": ("fade",), "captions": ("trim_start",), "sound_effect": ("trim_start",),
}  # fmt: skip
"""In one clause the words of the second belong to the first: "flip it horizontally", "a slow push in"."""
_LIGHT = (
    "#noise",
    "<with>",
    "<no>",
    "<dont>",
    "<by>",
    "<level_to>",
    "<particle>",
    "<only>",
    "<tail>",
    "<under>",
    "<correction>",
    "<same>",
)


def understand(clause: Clause, rules: Grammar) -> Said:
    """The operations and questions of one clause."""
    sentence = clause.sentence
    search = Search(sentence, rules, 0, len(sentence))
    aside = asides(clause)
    found = _outside(_settled(search.run(), rules, sentence), aside, clause, rules.verbs)
    chosen = _fitting(list(choose(found, lambda m: _allowed(m, clause))), clause, rules)
    row = any(m.phrase.target[0] == "!" or ("_row", True) in m.phrase.fixed for m in chosen)
    said = Said(refused=row, steps=search.total)
    used = {i for m in chosen for i in m.covered if not sentence.ends(i, "#noise")}
    taken = {i for m in chosen for i in m.covered}
    said_besides = (t for t in things(sentence, used) if not taken.issuperset(range(t[1], t[2])))
    extra = [t for t in said_besides if t[1] not in aside or t[0] in _OF_THE_FILM]
    spent: set[int] = set()
    for match in sorted(chosen, key=lambda m: m.first):
        _take(match, clause, rules, said, extra, spent, used)
    said.operations.sort(key=lambda o: o.op == "export")
    doubt_limits(said, clause, used | aside, extra, spent, rules.verbs)
    unexplained(said, clause, used | aside)
    if not chosen:
        said.questions += unread(clause, rules)
        kept_out(said, clause)
    return said


def _outside(found: list[Match], aside: frozenset[int], clause: Clause, verbs: frozenset[str]) -> list[Match]:
    """Matches but those in an aside (or with their verb in it), where something is asked for beside it."""
    idle = {i for i in aside if clause.sentence.labels(i) & verbs}
    main = [m for m in found if not aside.issuperset(m.covered) and not idle & set(m.covered)]
    return main if any(m.phrase.target[0] not in "?-" and not m.phrase.whole for m in main) else found


def _settled(found: list[Match], rules: Grammar, sentence: Sentence) -> list[Match]:
    """Matches without complaints that the clause itself answers ("too many pauses, take them out", "the boring part, 0:10 to 0:20")."""
    asked = {m.phrase.target for m in found if not m.phrase.whole}
    asked |= {n for at in range(len(sentence)) for n in sentence.labels(at) if n[0] == "{"}
    return [m for m in found if not asked & set(rules.answers.get(m.phrase.target, {}).get("answered", "").split())]


def _fitting(chosen: list[Match], clause: Clause, rules: Grammar) -> list[Match]:
    """What can't be done takes the whole clause; a vague word beside something clear is no question; a fact asks for nothing."""
    chosen = [m for m in chosen if any(clause.own(i) for i in m.covered)]
    excluded = {n for m in chosen for n in _EXCLUDES.get(m.phrase.target, ())}
    chosen = _apart([m for m in chosen if m.phrase.target not in excluded])
    chosen = [m for m in chosen if m.phrase.target[0] not in "!?" or not _denied(m, clause)]
    refused = [m for m in chosen if m.phrase.target[0] == "!" and m.score >= _SURE]
    chosen = [m for m in chosen if m.phrase.target[0] != "!" or m.score >= _SURE]
    if refused:
        return refused[:1]
    clear = [m for m in chosen if m.phrase.target[0] not in "?-"]
    if clear:
        best = max(m.score for m in clear)
        chosen = [m for m in chosen if m.phrase.target[0] != "?" or m.score > best]
    if any(m.phrase.target[0] == "?" and "answered" not in rules.answers[m.phrase.target] for m in chosen):
        return [m for m in chosen if m.phrase.target[0] == "?" or m.score > 1.9]
    if (told(clause) or opens(clause, "<caption>")) and is_so(clause):
        chosen = [m for m in chosen if m.phrase.target not in ("reframe", "captions") or "style" in m.slots]
    long = clause.hard and told(clause) and any(t.text.lower() == "long" for t in clause.sentence.tokens)
    fact = opens(clause, "<fact>")
    if (long or fact) and not wishes(clause):
        return [m for m in chosen if m.phrase.target not in _NOT_FROM_FACTS or for_platform(m, fact)]
    return chosen


_BESIDE = frozenset(
    {"reframe", "export", "captions", "transition", "duck_music", "denoise_audio", "normalize_audio", "trim_silence"}
)


def _apart(chosen: list[Match]) -> list[Match]:
    """Of two operations whose words run through each other ("turn the volume down to 70"), the better one."""
    kept: list[Match] = []
    for match in sorted(chosen, key=lambda m: -m.score):
        across = any(
            match.first < k.last and k.first < match.last for k in kept if k.phrase.target != match.phrase.target
        )
        if not across or match.phrase.target in _BESIDE:
            kept.append(match)
    return kept


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
            said.lacking.append((answered, question))
        else:
            said.questions.append(question)
        if op := rules.answers[target].get("op"):
            values = settle(op, parameters(match, all_operations()[op], [], set(), sentence), match, sentence)
            if all(p.name in values for p in all_operations()[op].parameters if p.required):
                said.operations.append(Operation(op, values, sentence.text[start:end], start, end))
    elif target != "-" and _denied(match, clause):
        said.cancelled.append((target, {k: v for k, v in match.slots.items() if k == "aspect"}))
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
    if any(p.required and p.name not in values for p in spec.parameters):
        why = f"{spec.summary[0].lower()}{spec.summary[1:]}: how much, or which?"
        said.lacking.append((target, Question(words, why, (spec.example,), start, end)))
        return
    for place, old in enumerate(said.operations):
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


def _allowed(match: Match, clause: Clause) -> bool:
    """A phrase that must be all the clause says: nothing but small words, times, places and looks around it."""
    if match.phrase.target[0] == "?" and not all(clause.own(i) for i in match.covered):
        return False  # a verb taken over from a neighbour makes nothing vague
    if not any(clause.own(i) for i in match.covered):
        return False
    if not match.phrase.whole:
        return True
    if ("_alone", 1) in match.phrase.fixed and not _alone(match, clause.sentence):
        return False
    sentence, covered = clause.sentence, set(match.covered)
    if any(not clause.own(i) for i in covered):
        return False
    unknown, place, bare = 0, 0, match.phrase.target in ("fit_duration", "speed", "?keep_or_remove")
    while place < len(sentence):
        light = place + 1 if place in covered or not clause.own(place) else _light(sentence, place)
        word = sentence.tokens[place].text.lower()
        if bare and word in ("back", "like"):
            light = 0 if word == "back" else place + 1  # "back it up three seconds", but "faster, like 1.1x"
        if not light:
            heavy = any(n[0] == "<" for n in sentence.labels(place)) or sentence.tokens[place].kind in ("cjk", "text")
            unknown += 3 if heavy else 1
        place = light or place + 1
    return unknown <= (0 if bare else 2)


def _alone(match: Match, sentence: Sentence) -> bool:
    """ "trim the clip from 0:10 to 0:40": not a word more is said, not even which clip."""
    place = 0
    while place < len(sentence):
        small = place + 1 if sentence.tokens[place].kind == "punct" else sentence.ends(place, "#noise")
        if place not in match.covered and (
            not small or sentence.labels(place) & {"<t_first>", "<t_last>", "<particle>"}
        ):
            return False
        place = place + 1 if place in match.covered else small
    return True


_ADDED = frozenset({"captions", "music", "text_overlay", "logo", "transition", "sticker_emoji", "sound_effect", "filter", "voiceover", "broll", "zoom", "fade"})  # fmt: skip
_TAKING = frozenset({"<remove>", "<cut>", "<lower>"})


def _light(sentence: Sentence, at: int) -> int:
    """The end of what may stand beside a phrase that must be all the clause says."""
    heavy = max(
        (s for n, s, _ in sentence.arcs[at] if n[0] == "<" and n not in _LIGHT and not n.startswith("<t_")), default=0
    )
    if sentence.labels(at) & _TAKING:
        return 0
    ends = [stop for n, stop, _ in sentence.arcs[at] if n in _LIGHT or (n[0] == "{" and n != "{text}" and stop > heavy)]
    return max(ends, default=0)


def _right_before(match: Match, sentence: Sentence, at: int) -> bool:
    """Is the next word of the match the one at `at`, small words aside ("a version without captions")?"""
    while at < match.last and at not in match.covered and sentence.ends(at, "#noise"):
        at += 1
    return at in match.covered


def _denied(match: Match, clause: Clause) -> bool:
    """ "don't add music": a denial in front of the phrase, not part of it."""
    sentence = clause.sentence
    for at in range(match.last):
        stop = max(sentence.ends(at, "<dont>"), sentence.ends(at, "<no>"))
        corrects = any(sentence.ends(i, "<correction>") > at for i in range(at))  # "wait no" denies nothing
        if (
            stop
            and not corrects
            and at not in match.covered
            and stop <= match.last
            and (at < match.first + 3 or _right_before(match, sentence, stop))
        ):
            return not any(sentence.ends(i, "<only>") for i in range(stop, match.first))
    if match.phrase.target in _ADDED and unwanted_behind(sentence, match.last + 1):
        return True
    return any(
        sentence.ends(at, "<not_behind>") for at in range(match.last + 1, len(sentence))
    )  # entferne die Pausen nicht
