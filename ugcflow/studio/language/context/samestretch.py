"""The stretch, or the sound, that the clause before was about is that of this one too: "run that at 4x", 那几秒静音, 第3秒和第7秒放大."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.clauses.gist import shape
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said, just_asked, more, without
from ugcflow.studio.language.timing.told import PLACED, placed, span, stretch_of, timed_before

_POINTING = frozenset({"that", "this", "it", "there", "them", "those"})
_SOMEWHERE = frozenset({"speed", "mute", "zoom", "trim_silence", "remove_fillers"})
_STRETCHES = ("那几秒", "这几秒", "那段时间", "这段时间", "那段", "这段", "那一段", "这一段", "那里", "这里", "期间", "此时", "这时", "那时", "这部分", "那部分")  # fmt: skip
"""The first four never mean the whole edit, as 这段 may."""
_WHOLLY = frozenset({"remove_music", "volume", "music", "captions", "color", "denoise_audio"})
"""Edits of all there is: 那几秒音乐关掉 can't be done."""


def there(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """ "From 0:40 to 1:10 I'm just walking, run that at 4x": the stretch named before, and nothing asked of it there."""
    words = set(clauses[number].words)
    idle = not said or not (said[-1].operations or said[-1].refused)
    laid = frozenset({"<caption>"}) if any(o.op == "remove_captions" for o in one.operations) else frozenset()
    timed = timed_before(clauses, number, laid) if idle else []
    told = next((value for label, value in timed if label == "{range}"), None)
    if not isinstance(told, tuple) or not words & _POINTING:
        return
    wholly = next((o for o in one.operations if o.op in _WHOLLY), None)
    if wholly and "there" in words and not one.questions:  # "lower the volume there"
        one.questions.append(ask.left_over(clauses[number].sentence.text, *clauses[number].span, wholly.op))
    where = span(("{range}", 0, 0, told))
    if one.lend(where, lambda o: o.op in (*_SOMEWHERE, "remove_captions") and not placed(o)):
        one.questions = [q for q in one.questions if q.words.lower() not in ("part", "bit", "section")]
        for before in said[-1:] if not clauses[number - 1].has("<cut>") else ():  # "cut 0:10 to 0:20, slow it down"
            before.questions.clear()


def same_stretch(one: Said, clause: Clause, said: list[Said]) -> None:
    """5到8秒放产品画面，那几秒静音: the stretch of the edit before is meant; without one, which seconds is a question."""
    text = "".join(t.text for t in clause.tokens) if clause.chinese else ""
    last = next((s.operations for s in reversed(said[-2:]) if s.operations), [])
    sped = [o.op for o in last] == ["speed"] and not clause.hard
    if not text and not sped:
        return
    words = [w for w in clause.words if w not in ("too", "also", "as", "well")]
    it = sped and (words[-1:] in (["it"], ["that"]) or words[-2:] in (["that", "stretch"], ["that", "part"], ["that", "bit"])) and one.ops == {"mute"}  # fmt: skip
    if not it and not any(w in text for w in _STRETCHES):
        return  # "speed 0:20-0:40 up and mute it"
    before = last[-1] if it else said[-1].last if said else None
    known = before is not None and "end" in before.parameters and "mode" not in before.parameters
    open_ = [o for o in one.operations if o.op in (*_SOMEWHERE, "broll", "remove_captions") and not placed(o)]
    unknown = [o for o in one.operations if o.op in _WHOLLY or (o in open_ and not known)]
    seconds = any(w in text for w in _STRETCHES[:4])
    part = shape("that_part").search(text)
    one.questions += [ask.unheld(clause, o) for o in unknown if seconds or (part and o in open_)]
    if before is not None and known:
        one.lend(stretch_of(before), lambda o: o in open_)


def same_sound(one: Said, clause: Clause, said: list[Said]) -> None:
    """给音频加2秒淡入和2秒淡出, "dip it when I talk, and fade it out": the second is of the sound too, unless the clause names what else fades."""
    before = just_asked(said, clause)
    if before is not None and before.op == "duck_music" and "it" in clause.words:
        before = replace(before, parameters={"target": "music", "dir": ""})
    elif before is None or before.op != "fade" or "target" not in before.parameters:
        return
    way, target = before.parameters["dir"], {"target": before.parameters["target"]}
    one.lend(target, lambda o: o.op == "fade" and "target" not in o.parameters and o.parameters.get("dir") != way)


_BESIDE = ("和", "、", "跟", "与", "及", "以及", "还有")


def each_time(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """第3秒和第7秒放大, 前3秒、后5秒静音: once for each of the times that are joined."""
    if len(one.operations) != 1 or not one.operations[0].parameters.keys() & {"start", "at", "position_in_time"}:
        return
    first = number
    while first and clauses[first].opener in _BESIDE and _bare_time(clauses[first - 1]):
        first -= 1
    old = one.operations[0]
    several = _SOMEWHERE | {"text_overlay", "split", "broll", "logo"}
    times = [_bare_time(c) for c in clauses[first:number]] if old.op in several else []
    start, end = old.parameters.get("start"), old.parameters.get("end")
    if isinstance(start, (int, float)) and isinstance(end, (int, float)):  # 第20秒和第40秒各插一个3秒的空镜
        times = [t | {"end": t["start"] + end - start} if t.keys() == {"start"} else t for t in times]
    if old.op == "split":  # 在0:15和0:40处切开
        times = [{"at": t["start"]} for t in times if t.keys() == {"start"}]
    one.operations[:0] = [more(without(old, *PLACED), t) for t in times]
    for before in said[-len(times) :] if times else ():
        before.questions.clear()


def _bare_time(clause: Clause) -> dict[str, Any]:
    """The time that is all a clause says, as start and end."""
    s = clause.sentence
    at = 1 if s.tokens[0].text in ("在", "把") and len(s) > 1 and not s.ends(0, "{instant}") else 0
    label = next((n for n in ("{range}", "{first}", "{last}", "{instant}", "{opening}") if s.ends(at, n) == len(s)), "")
    found = s.value(at, label) if label else None
    return span((label, at, len(s), found[0])) if found else {}


def taken_and_changed(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """ "Take the first 10 seconds and slow them down": taken only to be changed."""
    clause, kept = clauses[number], just_asked(said, clauses[number])
    if kept is None or not one.operations or kept.parameters.get("mode") != "keep" or "them" not in clause.words:
        return
    new = one.operations[0]
    led = number and clauses[number - 1].words[0] == "take" and clause.opener in AND
    if led and new.op in ("speed", "mute") and "start" not in new.parameters:
        one.operations[0] = more(new, stretch_of(kept))
        said[-1].operations.pop()
