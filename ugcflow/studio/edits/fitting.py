"""Bringing an edit down to a length: whole sentences where somebody speaks, phrases or pictures where that can't be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ugcflow.errors import StepError
from ugcflow.session.wording import clock
from ugcflow.studio.edits.choice import Choice, Part, choose
from ugcflow.studio.edits.recut import Span, gaps, united
from ugcflow.studio.edits.silence import pauses
from ugcflow.studio.edits.speech import Sentence, rests, sentences
from ugcflow.studio.edits.takes import retakes
from ugcflow.studio.edits.worth import Worth, worths
from ugcflow.studio.footage import Footage
from ugcflow.studio.timeline import Timeline, Word

UNDER = 0.9  # of the target: how near an edit must come
LEAD, TAIL = 120, 240  # ms kept before and after a sentence where there is a pause
_CALL = 25.0  # what a call to action adds to a sentence's value
_SHOT = 2200  # ms of a piece nobody speaks in
_BREATH = 180  # ms of silence that part two phrases nobody wrote down
_CLAUSE = 1500  # ms: the shortest clause a long sentence is parted into


@dataclass(frozen=True, slots=True)
class Fit:
    """The stretches to keep, what was kept and left in words, and what to warn of."""

    spans: tuple[Span, ...]
    line: str
    warnings: tuple[str, ...] = ()


def fit(timeline: Timeline, target: int, footage: Footage) -> Fit:
    """What to keep of the edit for `target` ms. The edit is longer than that."""
    try:
        said = sentences(timeline, footage)
    except StepError as error:
        return _phrases(timeline, target, footage, error.what)
    if sum(s.end - s.start for s in said) < 0.15 * timeline.duration:
        return _pictures(timeline, target)
    return _sentences(timeline, _with_shots(timeline, said), target)


def _sentences(timeline: Timeline, said: Sequence[Sentence], target: int) -> Fit:
    whole = _without_retakes(timeline, said)
    best = _chosen(timeline, whole, target, goes_on=frozenset())
    if not UNDER * target <= best.choice.length <= target:
        parted, goes_on = _clauses(whole)
        other = _chosen(timeline, parted, target, goes_on)
        if _nearer(other.choice.length, best.choice.length, target):
            best = other
    if not best.choice.kept:
        return _first_words(timeline, said, target)
    dropped = len(said) - len(set(best.choice.kept)) if best.units == whole else len(whole) - len(best.choice.kept)
    kept = sum(not best.units[i].silent for i in best.choice.kept)
    line = f"Kept {kept} of {sum(not u.silent for u in best.units)} sentences"
    return Fit(best.spans, line, _short(best.choice.length, target, dropped))


@dataclass(frozen=True, slots=True)
class _Chosen:
    units: list[Sentence]
    choice: Choice
    spans: tuple[Span, ...]


def _chosen(timeline: Timeline, units: list[Sentence], target: int, goes_on: frozenset[int]) -> _Chosen:
    spans = _spans(timeline, units)
    worth = worths(units)
    calls = [w.call for w in worth]
    best_call = max(range(len(units)), key=lambda i: (calls[i], i)) if any(calls) else -1
    firsts = _openings(worth)
    parts = [
        Part(
            cost=end - start, value=w.value + (_CALL if i == best_call else w.call * 2), first=firsts[i],
            leans=w.leans, goes_on=i in goes_on,
        )
        for i, ((start, end), w) in enumerate(zip(spans, worth, strict=True))
    ]  # fmt: skip
    choice = choose(parts, target, round(UNDER * target))
    return _Chosen(units, choice, tuple(spans[i] for i in choice.kept))


def _openings(worth: Sequence[Worth]) -> list[float]:
    """What each sentence adds as the opening: its own pull, and that people mostly begin with what they mean to say.

    Greetings don't count; a sentence that leans on one before it is a poor opening.
    """
    out, chance = [], 5.0
    for w in worth:
        greeting = w.hook <= -2
        out.append(2.0 * w.hook + (0 if greeting else chance) - (8.0 if w.leans else 0))
        chance *= 1.0 if greeting else 0.5
    return out


def _spans(timeline: Timeline, units: Sequence[Sentence]) -> list[Span]:
    """Each unit with its share of the pauses around it: all of a short one, breathing room of a long one."""
    out = []
    for i, unit in enumerate(units):
        before = unit.start - (units[i - 1].end if i else 0)
        after = (units[i + 1].start if i + 1 < len(units) else timeline.duration) - unit.end
        last = i + 1 == len(units)
        share = LEAD / (LEAD + TAIL)
        lead = min(LEAD, max(0, before if i == 0 else round(before * share)))
        tail = min(TAIL, max(0, after if last else after - round(after * share)))
        out.append((unit.start - lead, unit.end + tail))
    return out


def _with_shots(timeline: Timeline, said: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, and a look at each piece nobody speaks in, in the order of the edit."""
    rows = [
        c for c in timeline.clips if c.duration >= 1000 and not any(s.start < c.end and s.end > c.start for s in said)
    ]
    shots = [Sentence((Word("", c.start, min(c.duration, _SHOT), c.media, c.source),)) for c in rows]
    return sorted([*said, *shots], key=lambda s: s.start)


def _without_retakes(timeline: Timeline, said: Sequence[Sentence]) -> list[Sentence]:
    """The sentences without takes that are said again; what is left of each."""
    words = [w for s in said for w in s.words]
    dropped = {i for a, b in retakes(words, rests(timeline, words)) for i in range(a, b)}
    out, at = [], 0
    for sentence in said:
        left = tuple(w for i, w in enumerate(sentence.words, at) if i not in dropped)
        at += len(sentence.words)
        if left:
            out.append(Sentence(left))
    return out


def _clauses(units: Sequence[Sentence]) -> tuple[list[Sentence], frozenset[int]]:
    """Long sentences parted at commas and pauses; the indices of clauses that go on with the one before."""
    out: list[Sentence] = []
    goes_on: set[int] = set()
    for unit in units:
        clause: list[Word] = []
        first = True
        for i, word in enumerate(unit.words):
            clause.append(word)
            following = unit.words[i + 1] if i + 1 < len(unit.words) else None
            pause = following.start - word.end if following else 0
            ends = following is None or word.text.endswith((",", ";", ":", "—", "–", "-")) or pause >= 250
            long = clause[-1].end - clause[0].start >= _CLAUSE
            rest = following is None or unit.end - following.start >= _CLAUSE
            if ends and (following is None or (long and rest)):
                if not first:
                    goes_on.add(len(out))
                out.append(Sentence(tuple(clause)))
                clause, first = [], False
    return out, frozenset(goes_on)


def _nearer(a: int, b: int, target: int) -> bool:
    """`a` fills the target better than `b`."""
    return 0 < a <= target and (b > target or a > b)


def _short(length: int, target: int, dropped: int) -> tuple[str, ...]:
    if length >= UNDER * target:
        return ()
    why = "no choice of whole sentences comes nearer" if dropped else "there is no more to say"
    return (f"{clock(length)} is more than 10 % under the {clock(target)} asked for: {why}",)


def _first_words(timeline: Timeline, said: Sequence[Sentence], target: int) -> Fit:
    """Not even the shortest sentence fits: the first words up to the last pause before the target."""
    words = [w for s in said for w in s.words]
    start = max(0, words[0].start - LEAD)
    fitting = [i for i, w in enumerate(words) if w.end + TAIL <= start + target]
    if not fitting:
        raise StepError(f"not one word fits into {clock(target)}", do="ask for a longer cut")
    half = [i for i in fitting if words[i].end - start >= target * 0.6] or fitting
    rests = {i: words[i + 1].start - words[i].end for i in half if i + 1 < len(words)}
    last = max(half, key=lambda i: (rests.get(i, 0) >= 200, words[i].end))
    end = min(words[last].end + TAIL, max(words[last].end, words[last].end + rests.get(last, TAIL) - 20))
    warning = f"no whole sentence fits into {clock(target)}: it breaks off after “{words[last].text}”"
    return Fit(((start, end),), "Kept the beginning", (warning,))


def _phrases(timeline: Timeline, target: int, footage: Footage, why: str) -> Fit:
    """Speech nobody wrote down: whole phrases between pauses, the first and the last before all."""
    quiet = pauses(timeline, footage, _BREATH)
    loud = [(max(0, s - LEAD), min(timeline.duration, e + TAIL)) for s, e in gaps(quiet, timeline.duration)]
    loud = united(
        [(s, min(e, loud[i + 1][0])) if i + 1 < len(loud) else (s, e) for i, (s, e) in enumerate(loud)],
        timeline.duration,
    )
    parts = [
        Part(e - s, (e - s) / 1000 + (4 if i in (0, len(loud) - 1) else 0), first=3 if i == 0 else 0)
        for i, (s, e) in enumerate(loud)
    ]
    choice = choose(parts, target, round(UNDER * target))
    if not choice.kept:
        end = _quietest(timeline, footage, round(UNDER * target), target)
        warning = f"{why}; nobody pauses near {clock(target)}, so it ends at the quietest moment before"
        return Fit(((0, end),), "Kept the beginning", (warning,))
    warnings = (f"{why}; whole phrases between pauses were chosen", *_short(choice.length, target, 1))
    return Fit(tuple(loud[i] for i in choice.kept), f"Kept {len(choice.kept)} of {len(loud)} phrases", warnings)


def _quietest(timeline: Timeline, footage: Footage, least: int, most: int) -> int:
    """The instant between `least` and `most` ms where the 80 ms around are the softest: between words, most likely."""
    levels: list[float] = []
    for clip in timeline.clips:
        energy = footage.energy(clip.media)
        steps = range(clip.start // 10, clip.end // 10)
        places = (round(clip.source + (10 * i - clip.start) * clip.speed) // 10 for i in steps)
        levels += [energy[p] if p < len(energy) else -90.0 for p in places]
    last = min(most // 10, len(levels) - 1)
    around = {i: sum(10 ** (e / 10) for e in levels[max(0, i - 4) : i + 4]) for i in range(least // 10, last)}
    return 10 * min(around, key=lambda i: (around[i], -i)) if around else most


def _pictures(timeline: Timeline, target: int) -> Fit:
    """Nobody speaks: one piece keeps its beginning; several keep the same share of each, so that all are seen."""
    share = target / timeline.duration
    spans: list[Span] = []
    for clip in timeline.clips:
        spans.append((clip.start, clip.start + round(clip.duration * share)))
    missing = target - sum(e - s for s, e in spans)
    spans[-1] = (spans[-1][0], min(timeline.duration, spans[-1][1] + missing))
    how = "the beginning of each piece" if len(spans) > 1 else "the beginning"
    return Fit(
        tuple(spans),
        f"Kept {how}",
        ("nobody speaks here, so the cut follows the pictures",),
    )
