"""The two sides of a joint: "split it at 0:20 and delete the second half" says where that half begins."""

from __future__ import annotations

from typing import Any

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading.said import Said, asked_by, latest
from ugcflow.studio.language.timing.told import CUTS

_LATER = frozenset({"second", "last", "latter", "later", "right", "final", "remaining", "rest", "after"})
_EARLIER = frozenset({"first", "former", "earlier", "left", "opening", "before"})
_SIDES = frozenset({"half", "part", "piece", "section", "bit", "portion", "chunk", "side", "segment", "clip", "one", "rest", "everything", "it", "that"})  # fmt: skip
_AWAY = frozenset({"<remove>", "<cut>"})


def beside_joint(said: list[Said], one: Said, clause: Clause) -> Said | None:
    """What is to become of one side of the clip that was just split; None where the clause is not about that."""
    split = latest(said)
    if split is None or split.op != "split" or not _open(one):
        return None
    side, mode = _side(clause), _mode(clause)
    if not side or not mode:
        return None
    at = split.parameters["at"]
    values: dict[str, Any] = {"start": at, "mode": mode} if side == "later" else {"start": 0, "end": at, "mode": mode}
    return Said([asked_by(clause, "trim_range", values)])


def from_joint(said: list[Said], one: Said) -> None:
    """1分钟处切开，后半段两倍速播放: where the half begins or ends is the joint, not the middle."""
    split = latest(said)
    if split is None or split.op != "split":
        return
    at = split.parameters["at"]
    one.lend({"start": at}, lambda o: o.parameters.get("start") == "-50%")
    one.lend({"end": at}, lambda o: o.parameters.get("end") == "50%")


def _open(one: Said) -> bool:
    """Nothing read yet, or half of the whole edit, which a joint makes another half."""
    return all(o.op in CUTS and "50%" in o.parameters.values() for o in one.operations)


def _side(clause: Clause) -> str:
    if side := _half(clause):
        return side
    words = set(clause.words)
    if not words & _SIDES or (words & _LATER and words & _EARLIER):
        return ""
    return "later" if words & _LATER else "earlier" if words & _EARLIER else ""


def _half(clause: Clause) -> str:
    """后面的不要, 把前半段删掉."""
    if not {"后", "前", "左", "右"} & set(clause.words):
        return ""
    text = "".join(t.text for t in clause.tokens)
    later = any(w in text for w in ("后面", "后半", "后一段", "后一半", "右边", "后段"))
    earlier = any(w in text for w in ("前面", "前半", "前一段", "前一半", "左边", "前段"))
    return "" if later == earlier else "later" if later else "earlier"


def _mode(clause: Clause) -> str:
    """By the first verb: "cut away", "keep"."""
    for at in range(len(clause.sentence)):
        labels = clause.sentence.labels(at)
        if labels & _AWAY or (clause.sentence.tokens[at].text == "不" and "<no>" in labels):
            return "remove"
    return ""


_WITH = ("and", "&", "plus", "with")


def joined_names(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """ "Merge the ceremony and the reception": two recordings by what they show, behind a verb that joins."""
    clause, before = clauses[number], clauses[number - 1]
    if clause.opener not in _WITH or one.operations or said[-1].operations or said[-1].refused:
        return
    s = before.sentence
    verb = next((i for i in before.places if s.ends(i, "<join>")), -1)
    sounds = any(c.sentence.labels(i) & _THINGS for c in (clause, before) for i in c.places)
    named = not sounds and _name(clause.words) and verb >= 0 and _name(before.words[verb - before.offset + 1 :])
    if not named:
        return
    start, end = s.span(verb, len(s) - before.tail)
    said[-1].operations.append(Operation("merge_clips", {}, s.text[start:end], start, end))
    for each in (one, said[-1]):
        each.settle()


_THINGS = frozenset({"<music>", "<caption>", "<text>", "<logo>", "<effect>", "{range}", "{first}", "{last}"})  # fmt: skip
_NAMING = frozenset({"the", "my", "our", "her", "his", "their", "this", "that"})
LONGEST_NAME = 4
"""Words."""


def _name(words: list[str]) -> bool:
    return len(words) in range(2, LONGEST_NAME + 1) and words[0] in _NAMING
