"""Captions: the words said, in groups of two to five that are read at a glance, timed as they are heard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ugcflow.studio.edits.speech import clip_words, ends_sentence, joined, plain, rests, stretches
from ugcflow.studio.footage import Footage
from ugcflow.studio.timeline import Timeline, Title, Word

LINE = 16  # letters a line holds at full size on a phone
MOST = 5  # words in a group
PAUSE = 300  # ms between words that parts two groups
HOLD = 450  # ms a group may stay up after its last word, until the next one comes
SHORTEST = 500  # ms a group is up at least, where the next one leaves room
_WEAK_ENDS = frozenset(
    [
        "a",
        "an",
        "the",
        "to",
        "of",
        "in",
        "on",
        "at",
        "for",
        "and",
        "or",
        "but",
        "with",
        "my",
        "your",
        "our",
        "their",
        "his",
        "her",
        "its",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "i",
        "you",
        "we",
        "they",
        "that",
        "this",
        "so",
        "if",
        "as",
        "by",
        "from",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "can",
        "will",
        "would",
        "could",
        "should",
        "i've",
        "i'm",
        "it's",
        "there's",
        "you've",
        "we've",
        "one",
        "no",
        "every",
        "because",
        "just",
        "very",
        "really",
        "not",
        "don't",
    ]
)
_REST = 400  # ms: a pause of this length within a phrase is as good a place to part it as a comma


def captions(timeline: Timeline, footage: Footage) -> tuple[Title, ...]:
    """The captions of the edit as `timeline.captions` asks for them; () when it asks for none."""
    wanted = timeline.captions
    if wanted is None:
        return ()
    groups: list[list[Word]] = []
    words = _shown(timeline, footage, wanted)
    for phrase in phrases(words, rests(timeline, words)):
        groups += grouped(phrase)
    return tuple(_title(i, g, groups[i + 1 : i + 2], timeline, wanted) for i, g in enumerate(groups))


def phrases(words: Sequence[Word], before: Sequence[int]) -> list[list[Word]]:
    """Words parted where a sentence ends and where somebody paused `before` a word (ms; a pause that was cut out still parts them)."""
    out: list[list[Word]] = []
    for word, rest in zip(words, before, strict=True):
        if not out or rest > PAUSE or ends_sentence(out[-1][-1].text):
            out.append([])
        out[-1].append(word)
    return out


def grouped(phrase: Sequence[Word]) -> list[list[Word]]:
    """The phrase in the groups that read best: the cheapest way to part it, found exactly."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(phrase) + 1):
        options = (
            (best[start][0] + _cost(phrase[start:end], _rest_after(phrase, end)), start)
            for start in range(max(0, end - MOST), end)
        )
        best.append(min(options))
    out: list[list[Word]] = []
    end = len(phrase)
    while end:
        start = best[end][1]
        out.insert(0, list(phrase[start:end]))
        end = start
    return out


def lines(texts: Sequence[str]) -> tuple[str, ...]:
    """One line, or two as even as can be."""
    whole = joined(texts)
    if len(whole) <= LINE or len(texts) == 1:
        return (whole,)
    splits = [(joined(texts[:i]), joined(texts[i:])) for i in range(1, len(texts))]
    return min(splits, key=lambda s: max(len(s[0]), len(s[1])))


def _rest_after(phrase: Sequence[Word], end: int) -> int | None:
    """The pause after the word before `end`, ms; None at the end of the phrase."""
    return phrase[end].start - phrase[end - 1].end if end < len(phrase) else None


def _cost(group: Sequence[Word], rest: int | None) -> float:
    """How badly a group reads: orphans, full lines, loose ends and uneven sizes cost; a `rest` (ms) after it makes up for some."""
    rows = lines([w.text for w in group])
    cost = 1.0 + abs(len(group) - 3) * 0.5 + sum(max(0, len(row) - LINE) for row in rows) * 2
    cost += 0.6 * (len(rows) - 1)
    if len(group) == 1:
        cost += 3 if len(group[0].text) < 12 else 1
    if rest is not None:
        cost += 1.2 * (plain(group[-1].text) in _WEAK_ENDS) - min(1.0, rest / _REST)
    commas = [i for i, w in enumerate(group) if w.text.endswith((",", ";", ":", "，", "、"))]
    if commas and commas[-1] == len(group) - 1:
        cost -= 1.0
    return cost + 1.2 * sum(i < len(group) - 1 for i in commas)


def _shown(timeline: Timeline, footage: Footage, wanted: dict[str, Any]) -> list[Word]:
    """The words that are to be shown."""
    only, hidden = wanted.get("only"), wanted.get("hidden") or ()
    clips = [c for c in stretches(timeline) if not only or c.media in only]
    return [w for c in clips for w in clip_words(timeline, c, footage) if not _hidden(w, hidden)]


def _hidden(word: Word, spans: Sequence[Sequence[Any]]) -> bool:
    return any(word.media == media and start <= word.source < end for media, start, end in spans)


def _title(
    index: int, group: Sequence[Word], following: Sequence[Sequence[Word]], timeline: Timeline, wanted: dict[str, Any]
) -> Title:
    start, end = group[0].start, group[-1].end
    limit = following[0][0].start if following else timeline.duration
    end = min(limit, end + HOLD) if limit - end <= 2 * HOLD else end + HOLD // 2
    end = min(limit, max(end, start + SHORTEST))
    return Title(
        id=f"w{index + 1}", text=joined(w.text for w in group), start=start, duration=end - start, role="caption",
        position=wanted.get("position") or "", style=dict(wanted.get("style") or {}), words=tuple(group), anchor="speech",
    )  # fmt: skip
