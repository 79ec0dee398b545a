"""Figures that another takes the place of, said first: "not 45 seconds but 30", "instead of 60 seconds make it 45"; and an English "hmm" that only thinks."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_FIGURES = ("{duration}", "{aspect}", "{percent}", "{resolution}", "{fps}", "{db}", "{factor}", "{degrees}", "{format}", "{color}", "{place}", "{style}", "{language}", "{filter}", "{mood}", "{look}")  # fmt: skip
_SMALL = frozenset({"the", "a", "an", "at", "in", "to", "for"})
_THINKING = frozenset({"hmm", "hm", "hmmm", "uh", "um", "er", "erm", "umm", "well", "嗯", "呃", "额", "唔"})
_ALWAYS = frozenset({"hmm", "hm", "hmmm", "嗯", "呃", "额", "唔"})
_INTO = frozenset({"to", "with", "by", "into"})
_CHANGING = frozenset({"change", "replace", "swap", "correct", "update", "rename", "edit", "reword", "fix"})
_WORDS = frozenset({"not", "instead", "rather"})
_ENDING = frozenset(".!?;—…\n")


def drop_replaced(s: Sentence) -> None:
    """Make what gives way say nothing."""
    if not s.words.isdisjoint(_THINKING):
        _drop_thinking(s)
    for at in s.places("{text}"):
        after = s.tokens[at + 1].low if at + 2 < len(s) else ""
        if after in _INTO and s.tokens[at + 2].kind == "text" and not s.words.isdisjoint(_CHANGING):
            _silence(s, at, at + 1)  # "change 'Summer' to 'Autumn'"
    if s.words.isdisjoint(_WORDS):
        return
    for at in range(len(s) - 3):
        joined = any(s.ends(i, "#separators") == at for i in range(max(0, at - 3), at))
        if at and s.tokens[at - 1].kind != "punct" and not joined:
            continue
        if s.tokens[at].low == "not":
            _not_but(s, at)
        elif [t.low for t in s.tokens[at : at + 2]] in (["instead", "of"], ["rather", "than"]):
            label, end = _figure(s, at + 2)
            if label and end < len(s) and any(s.ends(i, label) for i in range(end, len(s))):
                _silence(s, at, end)


def _figure(s: Sentence, at: int) -> tuple[str, int]:
    """The label and the end of the figure at `at`; empty for none."""
    while at < len(s) and s.tokens[at].low in _SMALL and not any(s.ends(at, n) for n in _FIGURES):
        at += 1
    return max(((n, s.ends(at, n)) for n in _FIGURES), key=lambda f: f[1]) if at < len(s) else ("", 0)


def _not_but(s: Sentence, at: int) -> None:
    label, end = _figure(s, at + 1)
    but = end + (end < len(s) and s.tokens[end].text == ",") if end else 0
    if not end or but + 1 >= len(s) or s.tokens[but].low != "but":
        return
    first, second = s.value(end - 1, label) or s.value(at + 1, label), s.value(but + 1, "{number}")
    bare = not any(s.ends(but + 1, n) for n in _FIGURES)
    told = s.value(at + 1, "{number}")
    if bare and second and first and told and isinstance(first[0], float) and told[0]:
        unit = first[0] / float(str(told[0]))
        s.put(but + 1, label, second[1], float(str(second[0])) * unit)
    _silence(s, at, but + 1)


def _drop_thinking(s: Sentence) -> None:
    """ "Hmm, 1.15x is better": no filler to be cut."""
    for at in range(len(s) - 1):
        begins = not at or s.tokens[at - 1].text in _ENDING
        alone = s.tokens[at + 1].text in (",", "，", "…", "...", ".") and s.tokens[at].low in _THINKING
        quoted = s.text[s.tokens[at].start - 1 : s.tokens[at].start] in tuple("「『“\"'")
        joined = at > 0 and any(s.ends(i, "#separators") == at for i in range(max(0, at - 2), at))
        behind = at > 0 and not quoted and (s.tokens[at - 1].text in ",，+；" or joined)
        between = behind and s.tokens[at].low in _ALWAYS
        if alone and (begins or between):
            _silence(s, at, at + 1)


def _silence(s: Sentence, at: int, end: int) -> None:
    for place in range(at, end):
        s.clear(place)
    s.put(at, "#noise", end, None)
