"""Operations that say one thing together: a start and an end, captions and their look, an export and its size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said

_SHAPES = frozenset({"横屏", "竖屏", "横版", "竖版", "横向", "竖向", "横的", "竖的", "方形"})
_FILES = ("srt", "vtt", "mp3", "wav", "m4a", "png", "jpg")


def joins(old: Operation, new: Operation) -> bool:
    """Does `new` only say more about `old` ("make the subtitles smaller", "move them to the top")?"""
    return old.op == new.op and old.op in _JOINS and _JOINS[old.op](old, new)


def _worded(old: Operation, new: Operation) -> bool:
    """A title, then where it stands, then what it says."""
    if "text" in old.parameters:
        looks = new.parameters.keys() <= {"style", "position", "seconds"}
        return looks and bool(new.parameters) and new.parameters.keys().isdisjoint(old.parameters)
    roles = {str(o.parameters["role"]) for o in (old, new) if "role" in o.parameters}
    return len(roles) < 2 and "text" in new.parameters


def _silent(old: Operation, new: Operation) -> bool:
    """ "Every pause over 0.3 s and every breath"."""
    return not new.parameters or (not old.parameters and new.parameters.keys() == {"min_seconds"})


def _graded(old: Operation, new: Operation) -> bool:
    """One grade, however many words it takes: "too dark, brighten it by 15 %"."""
    both = (old.parameters.keys() & new.parameters.keys()) - {"preset"}
    return all(str(new.parameters[k])[:1] == old.parameters[k] for k in both)


def _described(old: Operation, new: Operation) -> bool:
    """Captions, music or a file, and what more is told of it; a file of its own is another."""
    both = old.parameters.keys() & new.parameters.keys()
    clash = both - ({"style"} if old.op == "captions" else set())
    return not new.parameters or not (clash or any(o.parameters.get("format") in _FILES for o in (old, new)))


def _paced(old: Operation, new: Operation) -> bool:
    """ "0:10 to 0:14 in slow motion, half speed": is the new one no more than how fast the old one is?"""
    factor = new.parameters.get("factor")
    if "direction" not in old.parameters or new.parameters.keys() != {"factor"} or not isinstance(factor, (int, float)):
        return False
    return (factor > 1) is bool(old.parameters["direction"] == "faster")


def _sharper(old: Operation, new: Operation) -> bool:
    """小红书的竖版，3:4: first which way up, then the figures of it; 横屏的，剪成竖屏: what it is, then what it is to be."""
    figures = [any(c.isdigit() for c in o.words) for o in (old, new)]
    if old.words in _SHAPES and len(new.words) > len(old.words) and old.parameters != new.parameters:
        return True
    if new.words[:1].isdigit() and new.words in old.words:  # 3:4竖版: the figures and the word are one shape
        return True
    upright = [(int(w) > int(h)) - (int(w) < int(h)) for o in (old, new) for w, _, h in (str(o.parameters["aspect"]).partition(":"),) if w.isdigit() and h.isdigit()]  # fmt: skip
    return figures == [False, True] and len(upright) == 2 and upright[0] == upright[1]


def _levelled(old: Operation, new: Operation) -> bool:
    """ "The music is killing the voice, drop it to 20 %": which way, and then how far."""
    same = old.parameters.get("target") == new.parameters.get("target")
    ways = [o.parameters.get("change") in ("up", "down") for o in (old, new)]
    return same and ways == [True, False]


_JOINS: dict[str, Callable[[Operation, Operation], bool]] = {
    "text_overlay": _worded,
    "logo": lambda _, new: not new.parameters,  # "bottom right, and keep it there"
    "remove_captions": lambda _, new: not new.parameters,  # "they hide the label from 6 to 11 s, remove them there"
    "normalize_audio": lambda old, new: "lufs" not in old.parameters or not new.parameters,  # "… loudness, -23 LUFS"
    "reframe": _sharper,
    "filter": lambda old, new: set(new.parameters["name"].split()) <= set(old.parameters["name"].split()),
    "trim_silence": _silent,
    "speed": _paced,
    "zoom": lambda old, new: (
        new.parameters == {"kind": "slow"} and "kind" not in old.parameters and "zoom" not in new.words.lower()
    ),  # "…, 0:05 to 0:08, slowly"
    "transition": lambda old, _: not old.parameters,  # "the transition is too abrupt, use a crossfade"
    "volume": _levelled,
    "color": _graded,
    "captions": _described,
    "export": _described,
    "music": _described,
}
"""When an edit only says more about one of its kind; of what is not here two are two."""


def joined(old: Operation, new: Operation) -> Operation:
    """The two as one; looks add up."""
    values = old.parameters | new.parameters
    if old.op == "speed":
        values = {k: v for k, v in values.items() if k != "direction"}
    for key in ("style", "preset"):
        looks = [str(o.parameters[key]) for o in (old, new) if key in o.parameters]
        more = [w for w in " ".join(looks[1:]).split() if w not in looks[0].split()]
        values |= {key: " ".join([looks[0], *dict.fromkeys(more)])} if looks else {}
    return replace(old, parameters=values)


def buried(operations: list[Operation], text: str) -> list[Operation]:
    """ "Her voice gets buried, so dip the song whenever she talks": the complaint is met by ducking, not by both. "Can't hear me over the song, turn me up"."""
    if any(word in text.lower() for word in _THROUGHOUT):
        return operations  # "too loud throughout, and even lower when I talk"
    ducked = any(o.op == "duck_music" for o in operations)
    raised = any(o.parameters == {"target": "voice", "change": "up"} for o in operations)
    lowered = {"target": "music", "change": "down"}
    told = ("buried", "drown", "hear", "loud", "over", "under ", "cover", "fight", "compet", "mask", "swallow", "打架", "冲突", "抢") if ducked else ("hear ",) if raised else ()  # fmt: skip
    return [
        o
        for o in operations
        if not (o.op == "volume" and o.parameters == lowered and any(w in o.words.lower() for w in told))
    ]


_THROUGHOUT = ("loud throughout", "loud overall", "even lower", "even quieter", "even softer", "lower still")


def lettered(said: list[Said], one: Said) -> bool:
    """ "A thumbnail with my face and the title …": the words are a part of the picture, no text over the edit."""
    before = said[-1].operations[-1:] if said else []
    if not before or not one.only("text_overlay"):
        return False
    more, old = str(one.operations[0].parameters.get("text", "")), before[0].parameters
    if before[0].op == "text_overlay" and old.get("role") == "lower_third" and "text" in old and more:
        said[-1].operations[-1] = replace(before[0], parameters=old | {"text": f"{old['text']}\n{more}"})
        return True  # a name, and under it what they are
    values = one.operations[0].parameters
    free = values.get("role") in ("lower_third", "cta") or values.keys() & {"start", "end", "position_in_time"}
    return before[0].op == "thumbnail" and not free


def bounded(said: list[Said], one: Said, clause: Clause) -> Said | None:
    """ "(silences longer than 0.5 s) and shorter than 2 seconds": a limit of the pauses that can't be held to, no length to cut to."""
    before = said[-1].operations[-1:] if said else []
    length = one.operations[0].parameters.get("seconds") if one.only("fit_duration") else None
    if not before or before[0].op != "trim_silence" or not isinstance(length, (int, float)) or length > LONGEST_PAUSE:
        return None
    fit = one.operations[0]
    return Said(questions=[ask.left_over(clause.sentence.text, fit.start, fit.end, "trim_silence")])


LONGEST_PAUSE = 3
"""Seconds: no ad is as short, but pauses are."""


def purposed(said: list[Said], one: Said, clause: Clause) -> bool:
    """ "Square please, for the feed": the shape was said, this is only where it goes."""
    before = said[-1].operations[-1:] if said and not clause.hard else []
    first = clause.sentence.tokens[clause.offset].low if clause.offset < len(clause.sentence) else ""
    return first == "for" and bool(before) and [o.op for o in (*before, *one.operations)] == ["reframe", "reframe"]


def framed(operations: list[Operation]) -> list[Operation]:
    """ "start at 0:05, end at 0:35", "skip the first 5 s, keep the next 30": times of the footage as it was, so it is one range."""
    kept: list[Operation] = []
    for operation in operations:
        values, before = operation.parameters, kept[-1] if kept else None
        start = before.parameters.get("seconds") if before and before.op == "trim_start" else None
        ends = operation.op == "trim_range" and values.get("mode") == "keep" and values.get("start") in (0, start)
        end = values.get("end")
        if before and ends and isinstance(start, (int, float)) and isinstance(end, (int, float)) and start < end:
            kept[-1] = replace(operation, parameters=values | {"start": start})
        else:
            kept.append(operation)
    return kept


_SOUNDING = ("music", "音乐", "背景音乐", "配乐", "bgm")


def mixed(operations: list[Operation]) -> list[Operation]:
    """ "Voice at 100 %, music at 12 %", 音乐30%，人声100%: beside one level the other, no new music."""
    first = next((n for n, o in enumerate(operations) if o.op == "volume"), None)
    beside = first is not None
    return [_level(o) if beside and (n > (first or 0) or not o.words.isascii()) else o for n, o in enumerate(operations)]  # fmt: skip


def _level(one: Operation) -> Operation:
    share = one.parameters.get("volume") if one.op == "music" and len(one.parameters) == 1 else None
    if not isinstance(share, (int, float)) or not one.words.lower().startswith(_SOUNDING):
        return one
    return replace(one, op="volume", parameters={"target": "music", "change": f"{share * 100:g}%"})


_OPENING = ("import", "load", "导入", "加载", "载入", "读取")


def gathered(operations: list[Operation]) -> list[Operation]:
    """ "导入 a.mp4，剪掉停顿": where the footage comes from is no request of its own."""
    first = operations[0] if len(operations) > 1 else None
    opens = first is not None and first.op == "upload" and first.words.lower().startswith(_OPENING)
    return operations[1:] if opens else operations
