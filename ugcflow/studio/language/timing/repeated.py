"""The same edit at another time, of which a clause names no more: "add a zoom at 0:04 and one at 0:08", "a title at the start and at the end"."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import plain, things
from ugcflow.studio.language.reading.said import Said, asked_by, just_asked
from ugcflow.studio.language.timing.told import PLACED, bounds, placed, times_of

_MANY_TIMES = frozenset({"zoom", "mute", "speed", "text_overlay", "logo", "broll", "insert_clip"})
_SMALL = frozenset({"one", "another", "again", "also", "too", "at", "on", "the", "a", "an", "it", "from", "around", "then", "more", "once", "for", "and", "same"})  # fmt: skip


def repeated(said: list[Said], clause: Clause) -> bool:
    """Lay what was asked for last at that time too. True when the clause said nothing else."""
    last = just_asked(said, clause)
    if last is not None and last.op == "transition" and last.parameters.get("kind") == "fade" and clause.opener in AND:
        return _fades(said[-1], clause)
    if last is not None and last.op in _EDGES and clause.opener in AND:
        return _other_edge(said[-1], clause)
    figure = clause.tokens[0].value if len(clause.tokens) == 1 and clause.tokens[0].kind == "num" else None
    if (
        last
        and last.op == "split"
        and figure is not None
        and last.parameters["at"] != "50%"
        and clause.opener in (*AND, ",")
    ):
        said[-1].operations.append(asked_by(clause, "split", {"at": plain(float(str(figure)), "at")}))
        return True  # "split it at 4 and 8"
    if last is None or last.op not in _MANY_TIMES or not placed(last) or clause.opener not in (*AND, ",", "and again"):
        return False
    if clause.tokens[0].kind == "cjk" or not _says_when(clause) or _heads(clause):
        return False
    times = [bounds(t, last.op) for t in times_of(clause)]
    if not all(times):  # "logo at the start and at the end"
        said[-1].questions.append(ask.unused(clause.sentence.text, *clause.span))
        return True
    rest = {k: v for k, v in last.parameters.items() if k not in PLACED}
    said[-1].operations += [replace(asked_by(clause, last.op, rest | t), defaults=last.defaults) for t in times]
    return True


def _fades(one: Said, clause: Clause) -> bool:
    """ "A fade between the clips and at the end"."""
    told = times_of(clause)
    if len(told) != 1 or told[0][0] not in ("{opening}", "{ending}") or not _says_when(clause):
        return False
    one.operations.append(asked_by(clause, "fade", {"dir": "out" if told[0][0] == "{ending}" else "in"}))
    return True


_EDGES = {"trim_start": ("<t_end>", "trim_end"), "trim_end": ("<t_begin>", "trim_start")}


def _other_edge(one: Said, clause: Clause) -> bool:
    """ "A second off the start and the end": as much there."""
    last, s = one.operations[-1], clause.sentence
    label, other = _EDGES[last.op]
    ends = [s.skip(end, "#noise") for i in clause.places[:2] if (end := s.ends(i, label))]
    off = {"off", "from", "at"} & set(last.words.lower().split())
    if "seconds" not in last.parameters or not off or len(s) - clause.tail not in ends:
        return False
    start, stop = s.span(clause.offset, len(s) - clause.tail)
    one.operations.append(replace(last, op=other, words=s.text[start:stop], start=start, end=stop))
    return True


def _heads(clause: Clause) -> bool:
    """ "5s in: logo, 10s in: text": is it the time of what follows?"""
    s = clause.sentence
    return s.text[s.tokens[-1].end :].lstrip()[:1] in (":", "：", "-", "–")


_LATE = frozenset({"text_overlay", "logo", "zoom", "broll"})
_SEEN = frozenset({"shown", "displayed", "visible", "appearing", "showing", "on", "screen", "only", "just", "please", "for", "lasting", "up", "right"})  # fmt: skip


def dated_late(said: list[Said], clause: Clause) -> bool:
    """ "Put our address, …, at the end", "…, shown for 3 seconds at the end": when what was just asked for is seen."""
    last = just_asked(said, clause)
    if last is None or last.op not in _LATE or placed(last) or clause.opener != ",":
        return False
    if clause.tokens[0].kind == "cjk" or _heads(clause):
        return False
    times = [t for t in times_of(clause) if t[0] != "{range}"]
    lengths = [t for t in things(clause.sentence, set()) if t[0] == "{duration}"]
    covered = {i for t in (*times, *lengths) for i in range(t[1], t[2])}
    rest = {clause.sentence.tokens[i].low for i in clause.places if i not in covered}
    if len(times) != 1 or len(lengths) > 1 or not rest <= _SMALL | _SEEN:
        return False
    found = bounds(times[0], last.op)
    if lengths and found:
        seconds = plain(lengths[0][3], "seconds")
        if last.op == "text_overlay":
            found |= {"seconds": seconds}
        else:
            return False
    said[-1].give(found)
    return bool(found)


def _says_when(clause: Clause) -> bool:
    """Are its words times and small ones, and no end of the stretch before ("until 0:10")?"""
    told = times_of(clause)
    covered = {i for t in told for i in range(t[1], t[2])}
    s = clause.sentence
    rest = {s.tokens[i].low for i in clause.places if i not in covered and s.tokens[i].kind != "punct"}
    ends = any(t[0] == "{range}" and t[3][0] == 0.0 and s.tokens[t[1]].kind == "word" for t in told)
    return bool(told) and not ends and rest <= _SMALL
