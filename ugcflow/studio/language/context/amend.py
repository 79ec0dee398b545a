"""Second thoughts: "no wait, 20 seconds", "scratch that", "same for the end". They take away or replace; they never add."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import shape
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import Thing, in_words_of, plain, says_more, things
from ugcflow.studio.language.reading.said import Said, asked_by, latest, more, without
from ugcflow.studio.language.timing.told import PLACED, bounds, placed, stretch_of

_FIGURES = {
    "{duration}": ("seconds", "min_seconds"), "{number}": ("seconds", "degrees", "factor"), "{aspect}": ("aspect",), "{place}": ("position",),
    "{text}": ("text",), "{language}": ("language",), "{factor}": ("factor",), "{percent}": ("volume", "change"), "{mood}": ("query",),
    "{format}": ("format",), "{resolution}": ("resolution",), "{degrees}": ("degrees",), "{color}": ("style",), "{style}": ("style",),
}  # fmt: skip
_NUMBERS = ("{duration}", "{number}", "{percent}", "{factor}", "{degrees}")
_STRETCHES = ("{instant}", "{range}", "{first}", "{last}")
_SHORT = 6
_ANY: Mapping[str, Any] = {}
_OPPOSITE = {"remove_music": "music", "remove_captions": "captions"}


def take_back(said: list[Said], clause: Clause) -> Said | None:
    """ "scratch that": the clause before is dropped, and returned."""
    return None


_LEFT_ALONE = re.compile(
    r"(?:(?:actually|no|nah|wait|hmm|oh|on second thought|please|just),? ?)*,? ?(?:leave|keep) (?:them|it|that|those|this)(?: in| alone| there| be| on| as (?:it|they) (?:is|are))?"
)
"""(Cut the last 5 seconds.) Actually, leave them."""
_LEAVING = (["leave", "it"], ["leave", "that"], ["leave", "them"], ["leave", "those"])
_NAMED = {"标题": "text_overlay", "大标题": "text_overlay", "文字": "text_overlay", "大字": "text_overlay", "花字": "text_overlay", "文案": "text_overlay", "贴纸": "sticker_emoji", "音效": "sound_effect", "旁白": "voiceover", "配音": "voiceover", "滤镜": "filter", "片头": "insert_clip", "片尾": "insert_clip", "封面": "thumbnail", "转场": "transition", "水印": "logo", "logo": "logo", "表情": "sticker_emoji", "空镜": "broll", "特效": "sound_effect"}  # fmt: skip
_ADDED = frozenset({"captions", "music", "text_overlay", "logo", "transition", "sticker_emoji", "sound_effect", "filter", "voiceover", "broll", "zoom", "fade", "insert_clip", "thumbnail"})  # fmt: skip


def withdrawn(said: list[Said], clause: Clause) -> bool:
    """ "加字幕，先别加了": what was just to be added is not, after all; "标题先不要": what is named is not."""
    if said and said[-1].operations and _LEFT_ALONE.fullmatch(" ".join(clause.words)):
        said[-1].operations.pop()
        return True
    if said and clause.words[-2:] in _LEAVING and len(clause.words) < _SHORT:
        return True  # "(I've muted it,) please leave that"
    return clause.chinese and _withdrawn_in_chinese(said, "".join(t.text for t in clause.tokens if t.kind != "punct"))


def _withdrawn_in_chinese(said: list[Said], text: str) -> bool:
    if declined := shape("declined").fullmatch(text):
        cancel(said, _NAMED.get(declined[1], ""))
        return True
    if shape("untouched").fullmatch(text):
        return True
    off = shape("put_off").fullmatch(text)
    last = next((s for s in reversed(said) if s.operations), None)
    if last is None or not (off or (last.operations[-1].op in _ADDED and shape("withdrawn").fullmatch(text))):
        return False
    last.operations.pop()
    return True


def cancel(said: list[Said], name: str, values: Mapping[str, Any] = _ANY) -> None:
    """An operation asked for before is not wanted after all (of those with `values`: "vertical, not horizontal" takes nothing back)."""
    for one in said:
        one.operations = [
            o for o in one.operations if o.op != name or any(_other(o.parameters.get(k), v) for k, v in values.items())
        ]


def _other(told: object, denied: object) -> bool:
    return set(str(told).lower().split()).isdisjoint(str(denied).lower().split())


_SOMETIMES = frozenset({"during", "while", "whilst", "when", "whenever", "where", "wherever", "until", "unless", "if"})


def ask_when(one: Said, clause: Clause, said: list[Said]) -> None:
    """ "(Zoom in on the key lines,) don't zoom during the demo", "but none in the intro": only there it is not wanted, which nobody here knows."""
    words, sometimes = clause.words, not _SOMETIMES.isdisjoint(clause.words)
    if one.cancelled and clause.opener == "but" and not {"in", "on", "over"}.isdisjoint(words[2:-1]):
        sometimes |= any(o.op == name for s in said for o in s.operations for name, _ in one.cancelled)
    there = sometimes or words[1:2] in (["in"], ["on"], ["over"]) or words[:2] in (["not", "for"], ["not", "during"])
    spared = words[0] in (*_SPARING, "not") and there and len(words) > _SPARED
    if (one.cancelled and sometimes) or (spared and not one.questions and (sometimes or not one.operations)):
        one.operations, one.cancelled = [], []
        one.spared = True
        one.questions.append(ask.unclear(clause))


_SPARING = frozenset({"none", "except", "unless"})
_SPARED = 2


def corrected(said: list[Said], clause: Clause, one: Said) -> Said:
    """After "no wait": what was said before gives way to the same operation, or to the new figure."""
    if not said:
        return one
    undone = [o for o in one.operations if any(p.op == _OPPOSITE.get(o.op) for s in said for p in s.operations)]
    for operation in undone:
        cancel(said, _OPPOSITE[operation.op])
        one.operations.remove(operation)
    last = next((s for s in reversed(said) if s.operations), None)
    if last and _figure(clause, one, last) and any(_refigured(last, t, clause) for t in things(clause.sentence, set())):
        return Said()
    if one.operations or undone:
        if said[-1].questions and not said[-1].operations:
            said[-1].questions.clear()
        names = one.ops
        if names and not any(o.op in names for s in said for o in s.operations) and not _besides(clause):
            _instead(said[-1].operations, one)
            said[-1].operations.clear()  # "cut the first 3 seconds, no, cut to 20": the one instead of the other
        for name in names:
            cancel(said, name)
    return one


def _besides(clause: Clause) -> bool:
    """ "oh wait, also add a logo": more, instead of something else?"""
    more = ("also", "too", "well", "forgot", "plus", "and", "和", "也", "还", "再", "忘")
    return clause.opener in more or any(t.low in more for t in clause.sentence.tokens)


def _figure(clause: Clause, one: Said, last: Said) -> bool:
    """Is the clause no more than a new figure ("no, 3 seconds", "just the last 20"), rather than another edit with one?"""
    ends = bool(last.operations) and last.operations[-1].op in ("trim_start", "trim_end")
    length = one.ops == {"trim_range" if ends and "just" in clause.words else "fit_duration"}
    return not one.operations or (length and not says_more(clause, things(clause.sentence, set())))


def only_figures(clause: Clause, begin: int) -> bool:
    """ "Actually make that 25": behind the correction nothing but a new figure."""
    while more := clause.sentence.ends(begin, "<correction>"):
        begin = more
    told = things(clause.sentence, set(range(begin)))
    covered = {i for _, first, stop, _ in told for i in range(first, stop)}
    rest = range(begin, len(clause.sentence) - clause.tail)
    return any(t[0] in (*_NUMBERS, *_STRETCHES) for t in told) and all(
        i in covered or clause.sentence.ends(i, "#noise") for i in rest
    )


def refigures(clause: Clause) -> bool:
    """ "20 sec, no 15 sec": a no and a length, nothing else; or the no alone ("no, 15")."""
    sentence, at = clause.sentence, clause.offset
    if clause.words[-2:] in (["is", "better"], ["be", "better"]) and len(clause.words) <= _SHORT:
        return any(clause.own(i) for i in sentence.places(*_NUMBERS))  # "25 is better"
    if at >= len(sentence) or sentence.tokens[at].low not in ("no", "nope", "不", "不对") or clause.tail:
        return False
    end = sentence.ends(at, "<no>") or at + 1
    return end == len(sentence) or sentence.ends(end, "{duration}") == len(sentence)


def _refigured(last: Said, thing: Thing, clause: Clause) -> bool:
    """Put a new figure where the last operation has one of its kind."""
    label, _, _, value = thing
    if label in _STRETCHES and _redated(last, thing, clause):
        return True
    for place, old in reversed(list(enumerate(last.operations))):
        key = next((k for k in _FIGURES.get(label, ()) if k in old.parameters), None)
        if key:
            last.operations[place] = in_words_of(clause, thing, more(old, {key: plain(value, key)}))
            return True
    return False


def _redated(last: Said, thing: Thing, clause: Clause) -> bool:
    """ "(Zoom in at 0:08,) sorry, 0:09", "(the last 5 seconds,) make that the last 3": the last edit then, or so much of it."""
    old = last.operations[-1]
    if old.op in ("trim_start", "trim_end") and thing[0] in ("{first}", "{last}"):
        old = replace(old, op="trim_start" if thing[0] == "{first}" else "trim_end")
        found = {"seconds": plain(thing[3], "seconds")}
    elif old.op == "split" and thing[0] == "{instant}":
        found = {"at": plain(thing[3], "at")}
    else:
        found = bounds(thing, old.op) if placed(old) else {}
    if found:
        last.operations[-1] = in_words_of(clause, thing, more(without(old, *PLACED), found))
    return bool(found)


_TAKEN_OUT = {"trim_start": lambda n: {"start": 0, "end": n}, "trim_end": lambda n: {"start": -n}}


def _instead(old: list[Operation], one: Said) -> None:
    """ "Cut the first 5 seconds, I mean mute them": the same stretch."""
    last, new = old[-1:], one.operations[-1:]
    if not last or not new or new[0].op not in ("mute", "speed", "zoom") or placed(new[0]):
        return
    seconds, op = last[0].parameters.get("seconds"), last[0].op
    stretch: dict[str, Any] = {}
    if op in _TAKEN_OUT and isinstance(seconds, (int, float)):
        stretch = _TAKEN_OUT[op](seconds)
    elif last[0].parameters.get("mode") == "remove":
        stretch = stretch_of(last[0])
    one.give(stretch)


def again(said: list[Said], clause: Clause) -> Said | None:
    """ "same for the end": the last operation once more, at the other end."""
    last = latest(said)
    if last is None or not clause.sentence.places("<t_end>"):
        return None
    if last.op == "fade":
        last = more(last, {"dir": "out"})
    elif last.op == "text_overlay":
        last = more(without(last, "start", "end"), {"position_in_time": "end"})
    elif last.op == "trim_start" and "seconds" in last.parameters:
        last = replace(last, op="trim_end")
    else:
        return None
    return Said([replace(asked_by(clause, last.op, last.parameters), defaults=last.defaults)])
