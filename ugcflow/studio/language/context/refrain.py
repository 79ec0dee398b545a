"""Edits that a Chinese clause asks not to make are not made, and a stretch to be left alone is not passed over by what is asked for beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import AND, Clause, verbs_of
from ugcflow.studio.language.clauses.gist import TIME, begins, gist, shape
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said

_TAKING = frozenset({"trim_start", "trim_end", "trim_range", "trim_silence", "remove_fillers", "remove_bad_takes", "remove_music", "remove_captions"})  # fmt: skip
_THROUGHOUT = frozenset({"trim_silence", "remove_fillers", "remove_bad_takes", "speed", "mute", "zoom", "fit_duration", "volume", "remove_music", "remove_captions"})  # fmt: skip
"""What would reach into a stretch that is to be left alone."""
_HEARD = frozenset({"<noise_>", "<audio>", "<voice>", "<shake>", "<background>", "<bars>"})
"""Behind these 不要 takes away what is named: 杂音不要, 原声不要了."""
_TAKEN_OUT = frozenset({"remove_captions", "remove_music", "mute"})
_LEVELLED = frozenset({"color", "captions", "volume", "music", "filter", "text_overlay"})
_VERB = frozenset("去删剪关清消拿")
_GIVING = frozenset("做加配上打弄放搞")
"""加字幕不用: not to be made, and none is taken away."""
_UNCLEAR = frozenset({"doubt", "degree", "overdone", "manner", "stretch"})
_DENYING = ("不要", "别", "不用", "不能", "不需要", "请不要", "请别", "不许", "不超", "不多于")
_NEAR = 3
_NOT_THAT = ("不是", "我不是", "并不是", "并非", "不是要")
_BUT_THAT = ("是", "而是", "应该是", "要", "我要", "我是", "我想")

_HINTS = frozenset("不别没勿甭谁算免省自晚下以回过等改明会来")
"""Characters without which nothing is refused."""


@dataclass(frozen=True)
class Refusal:
    """What a clause refuses. `begin`: where in its gist the denial stands; what is asked for in front of it is another thing.

    `kind`: "deed" where it is not to be done; "thing" and "unused" where what is named may be a thing that goes (降噪不要, but 停顿不要
    and 字幕不用了); "degree", "overdone" and "manner" where it tells how something is not to be, "stretch" what is not to be there (前5秒不要滤镜), "doubt"
    where it tells that something was never asked for.
    """

    kind: str
    begin: int


def refusal(gist: str) -> Refusal | None:
    """What the clause refuses; None where it denies no deed."""
    if _HINTS.isdisjoint(gist) or gist.startswith("除"):
        return None
    for kind, name, whole in _KINDS:
        if found := shape(name).search(gist):
            return Refusal(kind, 0 if whole else found.start())
    return None


_KINDS = (
    ("doubt", "never_said", True),
    ("deed", "somebody_else", True),
    ("deed", "later", True),
    ("unused", "unneeded", True),
    ("thing", "unwanted", True),
    ("degree", "degree", False),
    ("overdone", "overdone", False),
    ("manner", "not_so", False),
    ("deed", "denied", False),
    ("stretch", "not_in", False),
)
"""What is refused, the shape that tells it, and whether that refuses the clause from its beginning; in the order they are looked for."""


def refrained(one: Said, clauses: list[Clause], number: int, said: list[Said], rules: Grammar) -> Said:
    """What was read in the clause, without what it refuses; a question where it tells only how something is not to be."""
    clause = clauses[number]
    short = gist(clause)
    found = refusal(short) if short else None
    if found is None and _goes_on(clauses, number, said):
        if clause.opener == "、" and verbs_of(clause, rules):
            return Said(questions=[ask.unclear(clause)])  # 不要加速、绿幕抠掉: does the denial go on?
        return Said(cancelled=[(o.op, o.parameters) for o in one.operations], refused=True)
    if found is None:
        return _other_than(one, clauses, number) if short.startswith(_NOT_THAT) else one
    if found.kind == "deed" and clause.opener in AND and said and not verbs_of(clauses[number - 1], rules):
        said[-1].operations.clear()  # 停顿和口误都不要剪
    if not one.operations:
        return _without_edit(one, found, clause, said)
    begin = begins(clause, found.begin)
    led = any(clause.sentence.tokens[at].start < begin for at, _ in verbs_of(clause, rules))
    behind = [o for o in one.operations if o.end > begin or (o.op in _TAKING and not led)]  # 停顿剪掉，前5秒不要动
    denied = [o for o in behind if not _meant(o, found, clause)]
    if not denied:
        return one
    kept = [o for o in one.operations if o not in denied]
    questions = one.questions if kept else []
    if found.kind in _UNCLEAR or any(o.op == "trim_silence" and o.parameters.keys() & {"start", "end"} for o in denied):
        return Said(kept, [ask.unclear(clause)], refused=not kept)
    cancelled = [(o.op, o.parameters if TIME in short else {}) for o in denied]
    return Said(kept, questions, cancelled, refused=not kept, spared=TIME in short)


def _goes_on(clauses: list[Clause], number: int, said: list[Said]) -> bool:
    """不要加速和放慢: the denial goes on."""
    clause = clauses[number]
    denied = number > 0 and bool(said) and bool(said[-1].cancelled) and not said[-1].operations
    short = gist(clause)
    joined = clause.opener in AND and not clause.hard and short != "" and not short.startswith(_DENYING)
    return denied and joined and gist(clauses[number - 1]).startswith(_DENYING)


def _without_edit(one: Said, found: Refusal, clause: Clause, said: list[Said]) -> Said:
    """Nothing was found in the clause: a stretch to be left alone (不要动前5秒), or how what was asked for is not to be (别放底下)."""
    if found.kind in ("deed", "stretch") and TIME in gist(clause):
        return replace(one, refused=True, spared=True)
    manner = found.kind == "manner" or (found.kind == "degree" and found.begin < _NEAR and not one.cancelled)
    last = said[-1].last if said else None
    bare = last is not None and last.op in _LEVELLED and not last.parameters.keys() - {"text", "role"}
    if manner and bare and not one.questions and not clause.hard:
        return replace(one, questions=[ask.unclear(clause)])
    return one


def _other_than(one: Said, clauses: list[Clause], number: int) -> Said:
    """不是要加速，是去停顿: the one instead of the other; a question where the other is not told, or leaves out the time."""
    if not one.operations:
        return one
    then = gist(clauses[number + 1]) if number + 1 < len(clauses) else ""
    if not then.startswith(_BUT_THAT) or (TIME in gist(clauses[number]) and TIME not in then):
        return Said(questions=[ask.unclear(clauses[number])], refused=True)
    return Said(cancelled=[(o.op, o.parameters) for o in one.operations], refused=True)


def _meant(operation: Operation, found: Refusal, clause: Clause) -> bool:
    """What the refusal itself asks for: 停顿不要, 杂音不要, 字幕不用了, 对比度别太高, 前5秒不要字幕."""
    if operation.op == "trim_silence" and "min_seconds" in operation.parameters:
        return True  # 1秒以内的停顿不动，其余的剪掉
    if operation.op == "duck_music" or (operation.op == "remove_captions" and "start" in operation.parameters and _VERB.isdisjoint(clause.words)):  # fmt: skip
        return True  # 配乐别盖住人声, 前8秒别出字幕: the edit is what the refusal asks for
    if found.kind == "thing":
        heard = clause.has(*_HEARD)
        return operation.op in _TAKING or heard
    if found.kind == "unused":
        return operation.op in _TAKEN_OUT and _VERB.isdisjoint(clause.words) and clause.words[0] not in _GIVING
    if found.kind in ("degree", "overdone"):
        return operation.op in _LEVELLED and bool(operation.parameters)
    return found.kind == "stretch" and operation.op in _TAKEN_OUT and "start" in operation.parameters


def other_denied(one: Said, clause: Clause, said: list[Said]) -> bool:
    """放大产品，别放大背景: is what is not to be done another than what was asked for, and so does not take that back?"""
    short = gist(clause)
    found = shape("denying").match(short) if one.cancelled else None
    if found is None:
        return False
    s = clause.sentence
    rest = s.text[begins(clause, found.end()) : clause.span[1]].rstrip("了吧啊啦呢的").lstrip(_MAKING)
    told = [o for other in said for o in other.operations]
    asked = [o.words for o in told for op, v in one.cancelled if o.op == op and v.items() <= (v | o.parameters).items()]
    return bool(rest) and bool(asked) and not any(rest in words for words in asked)


_MAKING = "加弄做放要用上搞整给配有"


def spared_stretch(said: list[Said], clauses: list[Clause]) -> None:
    """前5秒不要动，停顿都剪掉: whether what is asked for beside it holds for that stretch too is asked."""
    reaching = [
        o for s in said for o in s.operations if o.op in _THROUGHOUT and not o.parameters.keys() & {"start", "end"}
    ]
    for one in said:
        if one.spared and reaching and not one.questions:
            at = reaching[0]
            text = clauses[0].sentence.text
            one.questions.append(ask.left_over(text, at.start, at.end, at.op))
            for other in said:
                other.operations = [o for o in other.operations if o is not at]
