"""Takes that were broken off and said again: the flub is found, its last whole repeat is what stays."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from ugcflow.studio.edits.recut import Span
from ugcflow.studio.edits.silence import AFTER, BEFORE
from ugcflow.studio.edits.speech import ends_sentence, plain
from ugcflow.studio.edits.wordlists import APOLOGIES, FILLERS, STOPWORDS
from ugcflow.studio.timeline import Word

_PAUSE = 200  # ms before a word that may begin a new take
_FAR = 45  # words between a flub and its repeat, at most
_LATE = 25_000  # ms between them, at most
_SURE = 0.85  # share of a take's words that must come again for it to be one take of two


def retakes(words: Sequence[Word], before: Sequence[int]) -> list[tuple[int, int]]:
    """Word ranges (first, after last) that are said again right after, each to be dropped. `before`: the pause before each word, ms."""
    tokens = [plain(w.text) for w in words]
    starts = _starts(words, before)
    out: list[tuple[int, int]] = []
    for at in starts:
        if out and at < out[-1][1]:
            continue
        ahead = (b for b in starts if at < b <= at + _FAR and words[b].start - words[at].start <= _LATE)
        again = next((b for b in ahead if _again(words, tokens, at, b, before[b])), None)
        if again is not None:
            out.append((at, again))
    return sorted({*out, *_stutters(words, tokens, out)})


def retake_spans(words: Sequence[Word], before: Sequence[int]) -> list[Span]:
    """The same as stretches of the edit in ms, cut between words with breathing room."""
    out = []
    for first, after in retakes(words, before):
        room = words[first - 1].end + AFTER if first else 0
        start = min(words[first].start, room)
        end = max(words[after - 1].end, words[after].start - BEFORE) if after < len(words) else words[after - 1].end
        if end > start:
            out.append((start, end))
    return out


def _starts(words: Sequence[Word], before: Sequence[int]) -> list[int]:
    """Where a take may begin: after a full stop, a comma, a dash or a pause."""
    marks = (",", "-", "–", "—", "…", ";", ":")
    return [
        i
        for i in range(len(words))
        if i == 0 or before[i] >= _PAUSE or ends_sentence(words[i - 1].text) or words[i - 1].text.endswith(marks)
    ]


def _again(words: Sequence[Word], tokens: Sequence[str], first: int, again: int, rest: int) -> bool:
    """What is said from `again` on is what was tried from `first` to `again`, whole."""
    tried, sorry = _tried(tokens[first:again])
    told = sum(t not in STOPWORDS for t in tried)
    fluent = rest < _PAUSE and not ends_sentence(words[again - 1].text)
    if len(tried) < (2 if sorry else 3) or (fluent and not sorry and told < 2):
        return False
    end = next((i + 1 for i in range(again, len(words)) if ends_sentence(words[i].text)), len(words))
    said = [t for t in tokens[again:end] if t not in FILLERS]
    if len(said) < len(tried) - 1 or said[:2] != tried[:2]:
        return False
    head = said[: len(tried) + 3]
    content = [t for t in tried[:-1] if t not in STOPWORDS] or tried[:-1]
    found = sum(t in head for t in content) / len(content)
    last = tried[-1] in said or any(s.startswith(tried[-1]) for s in said)
    close = SequenceMatcher(None, tried, head, autojunk=False).ratio()
    cut_off = not ends_sentence(words[again - 1].text) and len(tried) <= len(said) - 2
    return found >= _SURE and close >= 0.6 and (last or cut_off)


def _tried(tokens: Sequence[str]) -> tuple[list[str], bool]:
    """The words of an attempt without fillers and the apology after it; whether there was one."""
    tried = [t for t in tokens if t and t not in FILLERS]
    for apology in APOLOGIES:
        n = len(apology)
        while len(tried) > n and tuple(tried[-n:]) == apology:
            tried = tried[:-n]
            return tried, True
    return tried, False


def _stutters(words: Sequence[Word], tokens: Sequence[str], taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Three to eight words said twice in a row without a breath or a comma ("I have been I have been …")."""
    out: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        n = next((n for n in range(8, 2, -1) if _twice(words, tokens, i, n)), 0)
        if n and not any(a < i + n and i < b for a, b in taken):
            out.append((i, i + n))
        i += n or 1
    return out


def _twice(words: Sequence[Word], tokens: Sequence[str], at: int, n: int) -> bool:
    row = tokens[at : at + n]
    fluent = at + 2 * n <= len(tokens) and words[at + n - 1].text[-1:].isalnum()
    return fluent and all(row) and row == tokens[at + n : at + 2 * n]
