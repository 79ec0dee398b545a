"""What else is wrong, told in a word: "it's shaky and dark", "sideways, dark and noisy"."""

from __future__ import annotations

from typing import Any

from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.clauses.fact import told
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said, asked_by

_CURES: dict[str, tuple[str, dict[str, Any]]] = {
    "<dark>": ("color", {"brightness": "+"}),
    "<shake>": ("stabilize", {}),
    "<noise_>": ("denoise_audio", {}),
    "<uneven>": ("normalize_audio", {}),
}
_LEVELS = {"quiet": "up", "silent": "up", "loud": "down"}
_SEEMING = frozenset({"it's", "its", "it", "this", "video", "clip", "footage", "everything", "that's", "thats"})
_IS = frozenset({"is", "was", "looks", "look", "came", "too", "it's", "its", "that's", "thats", "so", "are", "r"})
_SMALL = frozenset({"too", "so", "very", "really", "a", "bit", "also", "pls", "please", "plz", "fix", "it", "that", "way", "kinda", "super", "both", "all", "quite", "pretty", "can", "you", "u"})  # fmt: skip


def complained(one: Said, clauses: list[Clause], number: int, before: Said) -> None:
    """Cure what a word behind a complaint complains of as well, and not make it more so."""
    clause, head = clauses[number], _head(clauses, number)
    words = [w for w in clause.words if w not in _SMALL]
    row = clause.opener in (*AND, ",") and not clause.hard and not before.refused
    if not row or len(words) != 1 or not _complains(head) or any("text" in o.parameters for o in one.operations):
        return
    found = next((cure for n, cure in _CURES.items() if clause.has(n)), None)
    if words[0] in _LEVELS:
        found = "volume", {"target": "all", "change": _LEVELS[words[0]]}
    if found and one.ops <= {found[0], "trim_silence", "music"}:
        one.operations[:] = [asked_by(clause, *found)]
        one.settle()


def sized(one: Said, clauses: list[Clause], number: int, before: Said) -> None:
    """ "The logo is tiny, make it 2x": so much bigger, or louder, and no faster."""
    clause, head = clauses[number], clauses[number - 1]
    paced = [o for o in one.operations if o.op == "speed" and "factor" in o.parameters]
    if not paced or _THAT.isdisjoint(clause.words) or not _PACES.isdisjoint((*clause.words, *head.words)):
        return
    drawn = head.has(*(_OTHERS | {"<voice>", "<audio>"}))
    if not drawn or not (told(head) or "too" in head.words):
        return
    one.operations = [o for o in one.operations if o not in paced]
    if not any("style" in o.parameters for o in before.operations):
        one.questions.append(ask.unclear(clause))


_THAT = frozenset({"it", "them", "that", "those", "this"})
_PACES = frozenset({"speed", "fast", "faster", "slow", "slower", "quick", "quicker", "pace", "playback", "drags", "boring"})  # fmt: skip


def excused(one: Said, clause: Clause, said: list[Said]) -> None:
    """ "Mute 0:12-0:20, my kid is screaming": why that is done. "The guest is quiet so balance them out": the level is the deed's affair."""
    asked, done = one.ops, said[-1].ops
    told = not _IS.isdisjoint(clause.words) or clause.words[-1] == "了"
    why = clause.opener in (",", "，", "-", "(") and told and not clause.hard
    deed = clause.words[-1] == "了" and any(clause.sentence.ends(i, "<remove>") > i + 1 and clause.words[i - clause.offset] != "去" for i in clause.places)  # fmt: skip
    if why and not deed and (asked or clause.words[-1] == "了") and asked <= _HEARD and done and done <= _SILENCING:
        one.operations.clear()
        one.questions.clear()
    elif clause.opener in ("so", ",") and "normalize_audio" in asked:
        for before in (s for s in said[-2:] if s.only("volume")):  # "he's quiet and I'm loud, even us out"
            words = set(before.operations[0].words.lower().split())
            if clause.opener == "so" or ("music" not in words and words & _IS):
                before.operations.clear()


_HEARD = frozenset({"denoise_audio", "volume", "remove_fillers", "remove_bad_takes"})
_SILENCING = frozenset({"mute", "trim_range", "trim_start", "trim_end"})


def _head(clauses: list[Clause], number: int) -> Clause:
    """The clause that begins the row of complaints."""
    before = number - 1
    while before > 0 and len(clauses[before].words) <= 2 and clauses[before].opener in (*AND, ","):
        before -= 1
    return clauses[before]


def _complains(clause: Clause) -> bool:
    """ "It's shaky", "the video is sideways": no deed, only how something is."""
    words = clause.words
    led = bool(words) and (told(clause) or words[0] in _SEEMING)
    other = clause.has(*_OTHERS) or not _PRAISE.isdisjoint(words)
    return led and not _IS.isdisjoint(words[:4]) and len(words) <= _LONGEST and not other


_LONGEST = 7
_OTHERS = frozenset({"<text>", "<caption>", "<logo>", "<music>", "{role}"})
_PRAISE = frozenset({"good", "nice", "great", "perfect", "lovely", "warm", "cosy", "cozy", "moody"})
