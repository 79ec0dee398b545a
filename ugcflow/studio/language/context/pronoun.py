"""What "it" and "them" stand for: "add music and lower it", "my mic picked up a hum, get rid of it"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.ask import UNCLEAR, left_over
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.timing.told import PARTS, comes_first, stretch_meant, timed_before
from ugcflow.studio.language.words.sentence import Sentence

_ONE = ("<music>", "<noise_>", "<voice>", "<logo>", "<background>", "<audio>")
_MANY = ("<silence>", "<filler>", "<bad_take>", "<caption>", "<bars>", "<joints>")
_UNWANTED = ("<bad_take>", "<silence>", "<filler>")
_PRONOUNS = {
    "it": (*_ONE, *_UNWANTED),
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
_POINTING = frozenset({"that", "this", "it", "there", "them", "those"})
_SOMEWHERE = frozenset({"speed", "mute", "zoom", "trim_silence", "remove_fillers"})
_STRETCHES = ("那几秒", "这几秒", "那段时间", "这段时间", "那段", "这段", "那一段", "这一段", "那里", "这里", "期间", "此时", "这时", "那时", "这部分", "那部分")  # fmt: skip
"""The first four never mean the whole edit, as 这段 may."""
_WHOLLY = frozenset({"remove_music", "volume", "music", "captions", "color", "denoise_audio"})
"""Edits of all there is: 那几秒音乐关掉 can't be done."""
_PART = re.compile("那(一)?段(?!视频|素材|时间)|那部分")
"""Of all there is it may not be said, as 这段 may."""
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
        own = clause.own(at) and not beyond and not _idle(sentence, at)
        if own and (wanted := _PRONOUNS.get(token.low, part)):
            things = [(label, None) for label in _named_before(clauses, number) if label in wanted]
            if ("<caption>", None) in things and _burned(clauses, number):
                things = [("<burned>", None)]
            times = timed_before(clauses, number)
            for label, value in (*times, *things) if comes_first(clauses, number) else (*things, *times):
                told = _instead(sentence, at, label, value)
                yield replace(clause, sentence=_away(told) if takes_out(clause) else told), label
            return


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


def there(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """ "From 0:40 to 1:10 I'm just walking, run that at 4x": the stretch named before, and nothing asked of it there."""
    words = set(clauses[number].words)
    idle = not said or not (said[-1].operations or said[-1].refused)
    laid = frozenset({"<caption>"}) if any(o.op == "remove_captions" for o in one.operations) else frozenset()
    timed = timed_before(clauses, number, laid) if idle else []
    told = next((value for label, value in timed if label == "{range}"), None)
    if not isinstance(told, tuple) or not words & _POINTING:
        return
    s, named = clauses[number].sentence, clauses[number].places
    for place, old in enumerate(one.operations):
        if old.op in _WHOLLY and "there" in words and not one.questions:  # "lower the volume there"
            one.questions.append(left_over(s.text, *s.span(named[0], named[-1] + 1), old.op))
        if old.op in (*_SOMEWHERE, "remove_captions") and not {"start", "end"} & old.parameters.keys():
            ends = zip(("start", "end"), told, strict=True)
            times = {k: int(v) if float(v).is_integer() else v for k, v in ends if isinstance(v, (int, float))}
            one.operations[place] = replace(old, parameters=old.parameters | times)
            one.questions = [q for q in one.questions if q.words.lower() not in ("part", "bit", "section")]
            if said:
                said[-1].questions.clear()


def same_stretch(one: Said, clause: Clause, said: list[Said]) -> None:
    """5到8秒放产品画面，那几秒静音: the stretch of the edit before is meant; without one, which seconds is a question."""
    text = "".join(t.text for t in clause.tokens)
    last = next((s.operations for s in reversed(said[-2:]) if s.operations), [])
    sped = [o.op for o in last] == ["speed"] and not clause.hard
    words = [w for w in clause.words if w not in ("too", "also", "as", "well")]
    it = sped and (words[-1:] in (["it"], ["that"]) or words[-2:] in (["that", "stretch"], ["that", "part"], ["that", "bit"])) and {o.op for o in one.operations} == {"mute"}  # fmt: skip
    if not it and not any(w in text for w in _STRETCHES):
        return  # "speed 0:20-0:40 up and mute it"
    before = last[-1].parameters if it else said[-1].operations[-1].parameters if said and said[-1].operations else {}
    known = "end" in before and "mode" not in before
    for place, old in enumerate(one.operations):
        open_ = old.op in (*_SOMEWHERE, "broll", "remove_captions") and not {"start", "end"} & old.parameters.keys()
        if open_ and known:
            times = {k: before[k] for k in ("start", "end")}
            one.operations[place] = replace(old, parameters=old.parameters | times)
        elif (open_ and _PART.search(text)) or (
            (open_ or old.op in _WHOLLY) and any(w in text for w in _STRETCHES[:4])
        ):
            one.questions.append(ask.left_over(clause.sentence.text, old.start, old.end, old.op))


def same_sound(one: Said, clause: Clause, said: list[Said]) -> None:
    """给音频加2秒淡入和2秒淡出, "dip it when I talk, and fade it out": the second is of the sound too, unless the clause names what else fades."""
    before = said[-1].operations[-1] if said and said[-1].operations and not clause.hard else None
    if before is not None and before.op == "duck_music" and "it" in clause.words:
        before = replace(before, parameters={"target": "music", "dir": ""})
    elif before is None or before.op != "fade" or "target" not in before.parameters:
        return
    named = (clause.sentence.labels(i) for i in clause.places)
    if any(n & {"<clip>", "<picture>", "<text>", "<caption>"} and not n & {"{ending}", "{opening}"} for n in named):
        return  # but 音乐开头淡入1秒，结尾淡出2秒
    for place, old in enumerate(one.operations):
        if (
            old.op == "fade"
            and "target" not in old.parameters
            and old.parameters.get("dir") != before.parameters["dir"]
        ):
            values = {"target": before.parameters["target"], **old.parameters}
            one.operations[place] = replace(old, parameters=values)


def each_time(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """第3秒和第7秒放大, 前3秒、后5秒静音: once for each of the times that are joined."""
    if len(one.operations) != 1 or not one.operations[0].parameters.keys() & {"start", "at", "position_in_time"}:
        return
    first = number
    while (
        first
        and clauses[first].opener in ("和", "、", "跟", "与", "及", "以及", "还有")
        and _bare_time(clauses[first - 1])
    ):
        first -= 1
    old = one.operations[0]
    rest = {k: v for k, v in old.parameters.items() if k not in ("start", "end", "position_in_time")}
    several = _SOMEWHERE | {"text_overlay", "split", "broll", "logo"}
    times = [_bare_time(c) for c in clauses[first:number]] if old.op in several else []
    start, end = old.parameters.get("start"), old.parameters.get("end")
    if isinstance(start, (int, float)) and isinstance(end, (int, float)):  # 第20秒和第40秒各插一个3秒的空镜
        times = [t | {"end": t["start"] + end - start} if t.keys() == {"start"} else t for t in times]  # type: ignore[operator]
    if old.op == "split":  # 在0:15和0:40处切开
        times = [{"at": t["start"]} for t in times if t.keys() == {"start"}]
    one.operations[:0] = [replace(old, parameters=rest | t) for t in times]
    for before in said[-len(times) :] if times else ():
        before.questions.clear()


def _bare_time(clause: Clause) -> dict[str, object]:
    """The time that is all a clause says, as start and end."""
    s = clause.sentence
    at = 1 if s.tokens[0].text in ("在", "把") and len(s) > 1 and not s.ends(0, "{instant}") else 0
    label = next((n for n in ("{range}", "{first}", "{last}", "{instant}", "{opening}") if s.ends(at, n) == len(s)), "")
    value = s.value(at, label)[0] if label else None  # type: ignore[index]
    if isinstance(value, tuple):
        found = {"start": value[0], "end": value[1]}
    elif isinstance(value, float):
        found = (
            {"start": 0.0, "end": value} if label == "{first}" else {"start": -value if label == "{last}" else value}
        )
    else:
        return {}
    return {k: int(v) if float(v).is_integer() else v for k, v in found.items() if isinstance(v, (int, float))}


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
    ops = {o.op for o in plain.operations}
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
        return label != "<voice>" or {o.op for o in told.operations} <= _HEARD
    ops = {o.op for o in plain.operations}
    return label in _SOUNDS and ops <= _HEARD and ops == {o.op for o in told.operations}
