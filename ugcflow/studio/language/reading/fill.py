"""Parameters from what stands around a phrase: each thing said in a clause goes to the operation that can use it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.phrases.match import Match
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.operation import Spec

TAKES: dict[str, tuple[str, ...]] = {
    "{text}": ("text",), "{aspect}": ("aspect",), "{place}": ("position",), "{language}": ("language",), "{format}": ("format",),
    "{resolution}": ("resolution",), "{fps}": ("fps",), "{quality}": ("quality",), "{look}": ("preset",), "{filter}": ("name",),
    "{transition}": ("kind",), "{factor}": ("factor",), "{degrees}": ("degrees",), "{lufs}": ("lufs",), "{db}": ("change", "volume"),
    "{percent}": ("change", "volume"), "{instant}": ("start", "at"), "{duration}": ("seconds", "min_seconds"), "{mood}": ("query",),
    "{style}": ("style",), "{color}": ("style",), "{role}": ("role",), "{zoom}": ("kind",), "{file}": ("input",), "{sound}": ("query",), "{input}": ("input",),
    "{platform}": (), "{number}": (), "{since}": ("start",), "{limit}": (), "{frames}": (), "{target}": ("target",),
}  # fmt: skip
"""Which parameter a thing said can fill, best first."""
_TIMES = ("{range}", "{first}", "{last}", "{opening}", "{ending}")
_RANK = {label: i for i, label in enumerate(("{range}", "{last}", "{first}", "{ending}", "{opening}", "{instant}"))}
_JOINED = ("style", "query", "name")
_SAID_INSIDE = TAKES.keys() - {"{duration}"}
Thing = tuple[str, int, int, Any]


def things(sentence: Sentence, used: set[int]) -> list[Thing]:
    """Everything said in the clause that no phrase took: (label, first token, end, value), longest first where they overlap."""
    return _told(sentence, used) if used else list(sentence.once("all things", lambda: _told(sentence, used)))


def _told(sentence: Sentence, used: set[int]) -> list[Thing]:
    found = sentence.once("things", lambda: _longest_first(sentence))
    chosen: list[Thing] = []
    for thing in found:
        if _free(sentence, thing, used) and not any(_clash(thing, c) for c in chosen):
            chosen.append(thing)
    return _spanned(sorted(chosen, key=lambda t: t[1]))


def _longest_first(sentence: Sentence) -> list[Thing]:
    found = [
        (label, at, stop, value)
        for at, arcs in enumerate(sentence.arcs)
        for label, stop, value in arcs
        if label in TAKES or label in _TIMES
    ]
    return sorted(found, key=lambda t: (t[1] - t[2], _RANK.get(t[0], 9), t[1]))


def _free(sentence: Sentence, thing: Thing, used: set[int]) -> bool:
    """Is none of it taken? Of a stretch of time the words behind may be: 第3到5秒的画面放大."""
    label, at, stop, _ = thing
    first = next((i for i in range(at, stop) if i in used), stop)
    if first == stop or label != "{range}":
        return first == stop
    return first > at and not any(
        sentence.tokens[i].kind in ("num", "clock") or any(n.startswith("#unit:") for n in sentence.labels(i))
        for i in range(first, stop)
    )


def _spanned(told: list[Thing]) -> list[Thing]:
    """ "at 0:18 … until 0:21": a moment and an end are one range."""
    begin = next((t for t in told if t[0] == "{instant}"), None)
    end = next((t for t in told if t[0] == "{range}" and t[3][0] == 0.0 and t[3][1]), None)
    if not begin or not end or not isinstance(begin[3], float) or not begin[3] < end[3][1]:
        return told
    whole: Thing = ("{range}", begin[1], begin[2], (begin[3], end[3][1]))
    return [whole if t is begin else t for t in told if t is not end]


def _clash(one: Thing, other: Thing) -> bool:
    apart = one[2] <= other[1] or other[2] <= one[1]
    same = (one[1], one[2]) == (other[1], other[2])
    return not apart and not (same and one[0] not in _TIMES and other[0] not in _TIMES)


def parameters(match: Match, spec: Spec, said: list[Thing], spent: set[int], sentence: Sentence) -> dict[str, Any]:
    """The parameters a match states itself, and those it finds in `said`; what is taken is added to `spent`."""
    names = {p.name for p in spec.parameters}
    values = _spread({**_from_moment(match.slots, said, spent), **dict(match.phrase.fixed)}, names)
    stated = dict(match.phrase.fixed)
    for label, value in _inside(match, sentence):
        for key, new in _offer(label, value, names, values).items():
            values[key] = f"{values[key]} {new}" if key in _JOINED and key in values and key not in stated and str(new) not in str(values[key]) else values.get(key, new)  # fmt: skip
    for number, (label, first, _end, value) in enumerate(said):
        if number in spent:
            continue
        until = label == "{duration}" and first > 0 and sentence.tokens[first - 1].key in ("到", "至")
        later = until and "end" in names and isinstance(start := values.get("start"), float) and value > start
        got = {"end": value} if later else _offer(label, value, names, values)  # 第8秒放大到10秒
        if got:
            for key, new in got.items():
                if key in _JOINED and key in values:
                    new = values[key] if str(new) in str(values[key]) else f"{values[key]} {new}"
                values[key] = new
            spent.add(number)
    values |= _around(values, names, said, spent, sentence)
    return values | _lasting(values, names, said, spent)


def _around(
    values: dict[str, Any], names: set[str], said: list[Thing], spent: set[int], sentence: Sentence
) -> dict[str, Any]:
    """ "Zoom in around 35 minutes": where no length can be meant, about when it begins."""
    if "start" not in names or names & {"seconds", "factor"} or values.keys() & {"start", "end"}:
        return {}
    for number, (label, first, _, value) in enumerate(said):
        led = first > 0 and sentence.tokens[first - 1].low in ("around", "near")
        if label == "{duration}" and number not in spent and led:
            spent.add(number)
            return {"start": value}
    return {}


def _lasting(values: dict[str, Any], names: set[str], said: list[Thing], spent: set[int]) -> dict[str, Any]:
    """ "Zoom in at 0:12 for 2 seconds": a start and a length are an end."""
    start = values.get("start")
    if not isinstance(start, float) or "end" in values or "end" not in names or "seconds" in names:
        return {}
    moments = {t[1] for t in said if t[0] == "{instant}"}  # "around 2:30" may be read as both
    long = ((i, t[3]) for i, t in enumerate(said) if t[0] == "{duration}" and i not in spent and t[1] not in moments)
    number, seconds = next(long, (-1, 0.0))
    spent.add(number)
    spent.update(i for i, t in enumerate(said) if t[0] == "{duration}" and t[1] in moments and t[3] == start)
    return {"end": start + seconds} if number >= 0 else {}


def _from_moment(slots: dict[str, Any], said: list[Thing], spent: set[int]) -> dict[str, Any]:
    """ "at 0:18 with b-roll until 0:21": a range open at its start begins at the moment that was named."""
    until = slots.get("range")
    if not until or until[0] != 0.0 or not until[1]:
        return slots
    for number, (label, _, _, value) in enumerate(said):
        if label == "{instant}" and number not in spent and isinstance(value, float) and 0 < value < until[1]:
            spent.add(number)
            return {**slots, "range": (value, until[1])}
    return slots


def _inside(match: Match, sentence: Sentence) -> list[tuple[str, Any]]:
    """What the phrase's own words say besides ("fade transitions": a transition, and its kind)."""
    covered = set(match.covered)
    taken = set(map(str, match.slots.values()))
    return [
        (label, value)
        for at in match.covered
        for label, stop, value in sorted([a for a in sentence.arcs[at] if a[0] in _SAID_INSIDE], key=lambda a: -a[1])
        if not (label == "{place}" and "{role}" in sentence.labels(at))  # a lower third in the bottom left
        and covered.issuperset(range(at, stop))
        and str(value) not in taken
        and not _within(sentence, label, at, stop)
    ]


def _within(sentence: Sentence, label: str, at: int, stop: int) -> bool:
    """Is this a part of a longer word of its kind ("small" of "too small")?"""
    return any(sentence.ends(i, label) >= stop for i in range(max(0, at - 3), at))


def _spread(values: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """Ranges caught in slots, as start and end."""
    out: dict[str, Any] = {}
    for key, value in values.items():
        if key == "range":
            out |= _bounds(value)
        elif key not in names and f"{{{key}}}" in (*TAKES, *_TIMES):
            out |= _offer(f"{{{key}}}", value, names, out)
        else:
            out[key] = value
    return out


def _bounds(value: Any) -> dict[str, Any]:
    start, end = value
    return {"start": start} | ({"end": end} if end is not None else {})


def _offer(label: str, value: Any, names: set[str], values: dict[str, Any]) -> dict[str, Any]:
    if label in _TIMES:
        return _offer_time(label, value, names, values)
    for name in TAKES[label]:
        if name in names and (name not in values or name in _JOINED):
            return {name: value}
    return {}


def _offer_time(label: str, value: Any, names: set[str], values: dict[str, Any]) -> dict[str, Any]:
    free = "start" in names and "start" not in values
    if label == "{range}" and free and "end" in names:
        return _bounds(value)
    if label == "{first}" and free and "end" in names:
        return {"start": 0.0, "end": value}
    if label == "{last}" and "position_in_time" in names:
        return {"position_in_time": "end", "seconds": value}
    if label == "{last}" and free:
        return {"start": -value if isinstance(value, float) else f"-{value}"}
    if label in ("{first}", "{last}") and "seconds" in names and "seconds" not in values:
        return {"seconds": value}
    if label == "{opening}" and free:
        return {"start": 0.0}
    if label == "{ending}" and "position_in_time" in names:
        return {"position_in_time": "end"}
    return {}


def plain(value: Any, key: str) -> Any:
    """A figure as the parameter `key` holds it."""
    if key == "volume" and isinstance(value, float):
        return value / 100
    if key == "change" and isinstance(value, float):
        return f"{value:g}%"
    return int(value) if isinstance(value, float) and value.is_integer() else value


_LIGHT = ("#noise", "<with>", "<text>", "<caption>", "<particle>", "<add>", "<styling>", "<around>", "<under>")


def says_more(
    clause: Clause, told: list[Thing], small_words: frozenset[str] = frozenset(), light: tuple[str, ...] = _LIGHT
) -> bool:
    """Does the clause say anything beside `told`, `small_words` and what carries a `light` label?"""
    covered = {i for _, first, stop, _ in told for i in range(first, stop)}
    sentence = clause.sentence
    place = clause.offset
    while place < len(sentence) - clause.tail:
        token = sentence.tokens[place]
        small = place in covered or token.kind == "punct" or token.low in small_words
        end = place + 1 if small else max(sentence.ends(place, n) for n in light)
        if not end:
            return True
        place = end
    return False


def in_words_of(clause: Clause, thing: Thing, operation: Operation) -> Operation:
    """The operation as what is told last asks for it."""
    start, end = clause.sentence.span(thing[1], thing[2])
    return replace(operation, words=clause.sentence.text[start:end], start=start, end=end)
