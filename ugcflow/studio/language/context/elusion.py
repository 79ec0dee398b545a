"""Edits that a Chinese clause asks for in a way they can't be made (开头加速, 前几秒静音, 两三秒) are asked about; a fact (全长5分钟) asks for nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import TIME, gist, shape
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.timing.told import CUTS

_LONG = 120
"""Seconds; a shorter length alone is what the film is to be brought to."""
_PLACED = frozenset({"speed", "mute", "zoom"})
_FIGURED = frozenset(
    {"trim_start", "trim_end", "trim_range", "fit_duration", "split", "speed", "fade", "mute", "zoom", "volume"}
)
Which = Literal["all", "untimed", "from the start"]
"""Which edits of a kind are doubtful: all, those without a time, or those that begin nowhere but at the start."""
_ANYWHERE = CUTS | {"speed", "mute", "zoom", "volume", "rotate", "flip"}

_DOUBTED: tuple[tuple[str, frozenset[str], Which], ...] = (
    ("parts", _ANYWHERE - CUTS | {"fit_duration"}, "untimed"),
    ("parts", CUTS, "all"),
    ("clips", CUTS, "all"),
    ("clips", frozenset({"fit_duration", "rotate", "flip"}), "untimed"),
    ("edges", frozenset({"speed", "mute", "trim_silence", "remove_fillers"}), "untimed"),
    ("told_part", frozenset({"fit_duration"}), "all"),
    ("its_pace", frozenset({"speed"}), "untimed"),
    ("slowly", frozenset({"speed"}), "all"),
    ("until", frozenset({"speed"}), "all"),
    ("mute_until", frozenset({"mute", "zoom"}), "all"),
    ("by_bare", frozenset({"volume"}), "all"),
    ("at_least", frozenset({"fit_duration"}), "all"),
    ("each_clip", frozenset({"fade", "speed", "mute"}), "all"),
    ("every", frozenset({"split"}), "all"),
    ("from_the_end", _ANYWHERE | {"split", "text_overlay"}, "all"),
    ("ending", frozenset({"trim_start", "mute", "zoom"}), "from the start"),
    ("several", frozenset({"fit_duration"}), "all"),
    ("laid_over", frozenset({"fade", "color", "rotate", "flip", "zoom", "blur_background"}), "all"),
    ("other_sound", frozenset({"volume"}), "all"),
    ("pausing", frozenset({"trim_silence"}), "all"),
    ("starts_there", CUTS, "from the start"),
)
"""The shape of what is said, the edits it makes doubtful, and which of them."""


def elude(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> Said:
    """What was read in the clause, without facts and with a question for what can't be held to."""
    clause, short = clauses[number], gist(clauses[number])
    if shape("gone_first").search(short) and not any(o.op in CUTS for o in one.operations):
        return Said(questions=[ask.unclear(clause)])  # 结尾那2秒不要了 字幕大一点
    if not short or not one.operations:
        return one
    if _told_only(one, short, clauses, number):
        return replace(one, operations=[], refused=True)
    one.operations = [_by_itself(o, short) for o in one.operations]
    _both_ends(one, short)
    if shape("both_ends").search(short) and any(o.op == "logo" for o in one.operations):
        one.questions.append(ask.unclear(clause))
    doubtful = [o for o in one.operations if _doubtful(o, short) or _untimed(o, short, clause)]
    if clause.sentence.may_have("<one_clip>") and shape("clips").search(short):
        doubtful = [o for o in one.operations if o.op in _PLACED | {"volume"}] or doubtful  # one of several inputs
    if shape("rough").search("".join(clause.words)):
        doubtful = [o for o in one.operations if o.op in _FIGURED] or doubtful
    if shape("length").fullmatch(short) and number + 1 < len(clauses) and not any(s.operations for s in said):
        doubtful += [o for o in one.operations if o.op == "fit_duration" and o.parameters["seconds"] > _LONG]
    if number and not clause.hard and shape("too_long").fullmatch(gist(clauses[number - 1])):
        doubtful += [o for o in one.operations if o.op == "fit_duration" and not shape("whole").search(short)]
    asked = bool(said) and any(one.ops.isdisjoint(answered.split()) for answered, _ in said[-1].lacking)
    if not asked and _at_some_part(clauses, number) and any(o.op in _PLACED and not o.parameters.keys() & {"start", "end"} for o in one.operations):  # fmt: skip
        one.questions.append(ask.unclear(clause))
    if doubtful:
        kept = [o for o in one.operations if o not in doubtful]
        return replace(one, operations=kept, questions=[*one.questions, ask.unclear(clause)])
    return one


def _told_only(one: Said, short: str, clauses: list[Clause], number: int) -> bool:
    """全长5分钟, 停顿我剪过了, a 嗯 in front of a request."""
    ops = one.ops
    more = number + 1 < len(clauses)
    hums = ops == {"remove_fillers"} and more and not number and bool(shape("hum").fullmatch(short))
    return hums or (ops == {"fit_duration"} and more and _is_fact(short, number)) or bool(shape("done").search(short))


def _is_fact(short: str, number: int) -> bool:
    """总共10秒 behind what each part is to last is a wish."""
    return bool(shape("fact").fullmatch(short)) and (not number or not short.startswith(("总共", "一共")))


def _doubtful(operation: Operation, short: str) -> bool:
    closed = operation.op != "fit_duration" and ({"start", "end"} <= operation.parameters.keys() or TIME in short)
    clear = {"all": False, "untimed": closed, "from the start": bool(operation.parameters.get("start"))}
    doubtful = (n for n, ops, which in _DOUBTED if operation.op in ops and not clear[which])
    return any(shape(name).search(short) for name in doubtful) or _paced(operation, short)


def _paced(operation: Operation, short: str) -> bool:
    """加速0.5倍 is slower, or faster by half; a pace that was told and is not in the edit."""
    if operation.op != "speed":
        return False
    factor = operation.parameters.get("factor")
    slower = isinstance(factor, (int, float)) and factor < 1 and shape("sped").search(short) and "慢" not in short
    return bool(slower) or (factor is None and bool(shape("pace").search(short)))


def _at_some_part(clauses: list[Clause], number: int) -> bool:
    """等菜那段太长，快进: a part that only who has seen it knows."""
    before = gist(clauses[number - 1]) if number and not clauses[number].hard else ""
    return any(TIME not in short and shape("some_part").match(short) for short in (before, gist(clauses[number])))


def _untimed(operation: Operation, short: str, clause: Clause) -> bool:
    """A stretch was told, and the edit holds for the whole film."""
    s = clause.sentence
    told = any(s.ends(i, n) for i in clause.places for n in ("{range}", "{first}", "{last}"))
    return told and operation.op in ("speed", "mute", "zoom") and not operation.parameters.keys() & {"start", "end"}


def _by_itself(operation: Operation, short: str) -> Operation:
    """最后20%加速: the figure tells where, and not how fast."""
    values = operation.parameters
    share = any(str(values.get(k, "")).endswith("%") for k in ("start", "end"))
    if operation.op != "speed" or not share or "factor" not in values or shape("figured").search(short):
        return operation
    direction = "slower" if "慢" in short or "减速" in short else "faster"
    return replace(operation, parameters={k: v for k, v in values.items() if k != "factor"} | {"direction": direction})


def _both_ends(one: Said, short: str) -> None:
    """开头结尾各剪5秒 takes as much from either end."""
    ops = one.ops
    for place, old in reversed(list(enumerate(one.operations))):  # 开头和结尾各加一个标题
        if old.op == "text_overlay" and old.parameters.keys() >= {"start", "position_in_time"}:
            kept = [replace(old, parameters={k: v for k, v in old.parameters.items() if k != n}) for n in ("position_in_time", "start")]  # fmt: skip
            one.operations[place : place + 1] = kept
    if not shape("both_ends").search(short) or len(ops & {"trim_start", "trim_end"}) != 1:
        return
    place, old = next((i, o) for i, o in enumerate(one.operations) if o.op in ("trim_start", "trim_end"))
    one.operations[place : place + 1] = [replace(old, op="trim_start"), replace(old, op="trim_end")]
