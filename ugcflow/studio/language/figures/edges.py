"""The first and the last of it: "the first three seconds", "los dos primeros segundos", "5 detik pertama", "the last 10%"."""

from __future__ import annotations

from ugcflow.studio.language.figures.number import read_number, read_ordinal
from ugcflow.studio.language.figures.times import UNITS, Found, and_seconds, closed, read_duration, read_share
from ugcflow.studio.language.words.sentence import Sentence

_OTHER = {"<t_first>": "<t_last>", "<t_last>": "<t_first>"}
_MANY = frozenset({"segundos", "minutos", "sekunden", "minuten", "secondes", "secondi", "minuti"})


def _edge_behind(s: Sentence, at: int, label: str) -> Found | None:
    """ "los dos primeros segundos", "les 3 premières secondes": the number comes first."""
    number = read_number(s, s.skip(at, "<t_the>"))
    end = s.ends(number[1], label) if number else 0
    for unit, size in UNITS.items():
        if number and end and (stop := s.ends(end, f"#unit:{unit}")):
            half = s.ends(stop, "<t_half>")
            return (number[0] + (0.5 if half else 0.0)) * size, half or stop
    return None


def _edge_last(s: Sentence, at: int, label: str) -> Found | None:
    """ "5 detik pertama", "5 giây đầu": the length comes first."""
    found = read_duration(s, at) if s.may_have(behind := label[:-1] + "_behind>") else None
    end = s.ends(found[1], behind) if found else 0
    return (found[0], end) if found and end else None


def _lasts(s: Sentence, at: int) -> bool:
    """ "(It must be vertical and) to last 30 seconds": a verb. "Cut to last 30 seconds" names the end."""
    before = s.tokens[at - 1].low if at else ""
    verb = at > 1 and not s.labels(at - 2).isdisjoint(("<cut>", "<keep>", "<fit>", "<remove>", "<no>", "<particle>"))
    return before == "to" and (not verb or s.tokens[at - 2].low in ("needs", "need", "has", "have", "wants", "ought"))


def read_edge(s: Sentence, at: int, label: str) -> Found | None:
    """How much of the beginning (`label` <t_first>) or of the end (<t_last>) is told at `at`, in seconds or as a share, and the token behind it."""
    if label == "<t_last>" and (half := s.ends(at, "<t_second_half>")):
        return "50%", half
    end = s.ends(at, label)
    if end and s.tokens[at].low == "last" and _lasts(s, at):
        return None
    if end and at and s.tokens[at].key == "开" and any(n.startswith("#unit:") for n in s.labels(at - 1)):
        return None  # 第5秒开始的3秒
    if not end:
        return _edge_behind(s, at, label) or _edge_last(s, at, label)
    end = s.ends(end, "<t_about>") or end
    found = read_duration(s, end) or read_share(s, end)
    if found:
        return found
    for (
        unit,
        size,
    ) in UNITS.items():  # "the first minute", "the last second and a half"; "the first seconds" says not how many
        if (stop := s.ends(end, f"#unit:{unit}")) and s.tokens[end].low not in _MANY:
            half = s.ends(stop, "<t_half>")
            if unit == "minute" and not half:
                return and_seconds(s, (1.0, stop))  # "the first minute and 30 seconds"
            return size * (1.5 if half else 1.0), half or stop
    joined = s.ends(end, "<t_and>") if label == "<t_first>" else 0
    if joined and (last := read_edge(s, s.skip(joined, "#noise"), "<t_last>")):
        return last[0], end  # "the first and last 2 seconds"
    number = read_number(s, end)  # "the first 5 and the last 5 seconds", "the first 15 seconds and the last 10"
    if (
        number
        and label == "<t_last>"
        and closed(s, number[1])
        and any(s.ends(i, "<t_first>") and s.ends(at - 2, "#unit:second") for i in range(at))
    ):
        return number
    return _sharing(s, number, _OTHER.get(label, label)) if number else None


def _sharing(s: Sentence, number: Found, other: str) -> Found | None:
    """ "(The last) 30 and first 5 minutes": the unit of the figure is told with the other edge."""
    joined = s.ends(number[1], "<t_and>")
    place = joined if s.ends(joined, other) else s.skip(joined, "#noise")
    edge = read_edge(s, place, other) if joined else None
    if not edge or isinstance(edge[0], str):
        return (f"{number[0]:g}%", number[1]) if edge else None
    ends = (size for unit, size in UNITS.items() if s.ends(edge[1] - 1, f"#unit:{unit}") == edge[1])
    return number[0] * next(ends, 1.0), number[1]


_POINTING = frozenset({"at", "from", "after", "until", "till", "to", "by", "before", "around", "past", "since"})
_TREATED = frozenset({"<keep>", "<drop>", "<remove>", "<cut>", "<except>", "<mute_>", "<speedup>", "<slowdown>", "<only>", "<use>"})  # fmt: skip


def read_nth_minute(s: Sentence, at: int) -> Found | None:
    """ "(Keep only) the second minute", "(mute) the 3rd minute": as a stretch, where something is done to all of it."""
    number = read_ordinal(s, s.skip(at, "<t_nth>"))
    end = s.ends(number[1], "#unit:minute") if number else 0
    if not number or not end or s.ends(end, "<t_onward>") or s.ends(end, "<t_mark>"):
        return None
    word = s.tokens[at - 1].low if at else "at"
    treated = word not in _POINTING and any(s.labels(i) & _TREATED for i in range(max(0, at - 7), at))
    return ((number[0] * 60 - 60, number[0] * 60), end) if treated or word in ("in", "during") else None
