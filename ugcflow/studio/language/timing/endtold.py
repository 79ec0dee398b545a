"""When it is over, told in a clause of its own: "logo in at 0:03, out at 0:06", "speed up at 0:05, back to normal at 0:10", "show it at 0:05 and take it away at 0:08"."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.reading.fill import plain
from ugcflow.studio.language.reading.said import Said, more, without
from ugcflow.studio.language.timing.told import times_of

_LASTING = frozenset({"text_overlay", "logo", "zoom", "mute", "speed", "broll", "remove_captions"})
_OVER = frozenset({"out", "off", "gone", "away", "vanish", "vanishes", "disappear", "disappears", "leave", "leaves", "hide", "hides", "remove", "end", "ends", "stop", "stops", "normal", "again", "exit"})  # fmt: skip
_SMALL = frozenset({"it", "that", "them", "this", "and", "then", "at", "from", "by", "to", "the", "should", "must", "take", "taken", "turn", "switch", "make", "have", "get", "back", "on", "speed", "let", "please", "is", "be", "in", "go"})  # fmt: skip


def ended(said: list[Said], clause: Clause) -> bool:
    """Let what was asked for last end there. True when the clause said nothing else."""
    last = said[-1].last if said else None
    stops = clause.words[:1] in (["stop"], ["end"])  # "(Mute from 0:05.) Stop muting at 0:08."
    joined = not clause.hard and clause.opener in (*AND, ",", "then", "and then", "but")
    if last is None or last.op not in _LASTING or not (joined or stops):
        return False
    start, told = last.parameters.get("start"), times_of(clause)
    if "end" in last.parameters or not isinstance(start, (int, float)) or len(told) != 1:
        return False
    words = {t.low for i, t in enumerate(clause.sentence.tokens) if clause.own(i) and not told[0][1] <= i < told[0][2]}
    other = {w for w in words - _OVER - _SMALL if not (stops and w.endswith("ing"))}
    moment = told[0][3][0] if told[0][0] == "{range}" else told[0][3]
    if other or words.isdisjoint(_OVER) or not isinstance(moment, float) or moment <= start:
        return False
    said[-1].operations[-1] = more(without(last, "seconds"), {"end": plain(moment, "end")})
    return True
