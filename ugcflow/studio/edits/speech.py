"""What is said in the edit: words where they are heard now, and the sentences they make."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ugcflow.errors import StepError
from ugcflow.studio.footage import Footage
from ugcflow.studio.timeline import Clip, Timeline, Word

_HEARD = 0.6  # share of a word that must be left for it to count as said
_STOP = ".!?…。！？"
_CLOSING = "\"'”’)]»」』"
LONG_PAUSE = 900  # ms: where a sentence ends even without a full stop
JUMP = 10**9  # ms: the pause before a word that does not follow the last in its source
_OVERLAP = 60  # ms by which a clamped word may seem to begin before the last one ended


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words said in one go, in the edit's time."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def text(self) -> str:
        return joined(w.text for w in self.words)

    @property
    def silent(self) -> bool:
        """A stretch of pictures without a word."""
        return not any(w.text for w in self.words)


def spoken(timeline: Timeline, footage: Footage) -> tuple[Word, ...]:
    """Every word heard in the edit, in order, within its clip. Raises StepError for a language that can't be written down."""
    return tuple(word for clip in stretches(timeline) for word in clip_words(timeline, clip, footage))


def stretches(timeline: Timeline) -> list[Clip]:
    """The clips, those that go on where the last one ended made one: a joint alone must not part a word."""
    out: list[Clip] = []
    for clip in timeline.clips:
        last = out[-1] if out else None
        if last and (last.media, last.speed) == (clip.media, clip.speed) and abs(last.source_end - clip.source) <= 2:
            out[-1] = replace(last, duration=last.duration + clip.duration)
        else:
            out.append(clip)
    return out


def clip_words(timeline: Timeline, clip: Clip, footage: Footage) -> list[Word]:
    """The words of one clip, at the times they are heard (of a muted one too: its captions stay)."""
    medium = timeline.media.get(clip.media)
    if not medium or not medium.has_audio:
        return []
    words = footage.words(clip.media)
    first = bisect_right(words, clip.source, key=lambda w: w.end)
    last = bisect_left(words, clip.source_end, key=lambda w: w.start)
    out = []
    for word in words[first:last]:
        start, end = max(word.start, clip.source), min(word.end, clip.source_end)
        if end - start < _HEARD * word.duration or end <= start:
            continue
        at = max(clip.start, clip.start + round((start - clip.source) / clip.speed))
        until = min(clip.end, clip.start + round((end - clip.source) / clip.speed))
        if until > at:
            out.append(Word(word.text, at, until - at, clip.media, start))
    return out


def sentences(timeline: Timeline, footage: Footage) -> tuple[Sentence, ...]:
    """The sentences said, told by punctuation, long pauses and the ends of footage; each within one source."""
    out: list[list[Word]] = []
    words = spoken(timeline, footage)
    for word, rest in zip(words, rests(timeline, words), strict=True):
        if not out or rest >= LONG_PAUSE or ends_sentence(out[-1][-1].text):
            out.append([])
        out[-1].append(word)
    return tuple(Sentence(tuple(row)) for row in out)


def rests(timeline: Timeline, words: Sequence[Word]) -> list[int]:
    """The pause before each word as it was spoken, ms: one that a cut took out counts; a jump to elsewhere is an endless one."""
    rows = stretches(timeline)
    starts = [c.start for c in rows]
    out: list[int] = []
    for i, word in enumerate(words):
        if not i:
            out.append(JUMP)
            continue
        last = words[i - 1]
        a, b = rows[bisect_right(starts, last.start) - 1], rows[bisect_right(starts, word.start) - 1]
        rest = word.start - last.end
        if a is not b:
            source = word.source - last.source - round(last.duration * a.speed)
            rest = max(rest, source) if a.media == b.media and source >= -_OVERLAP else JUMP
        out.append(rest)
    return out


def need_sound(timeline: Timeline) -> None:
    """Raises StepError when nothing in the edit has sound."""
    if not any(timeline.media[c.media].has_audio for c in timeline.clips if c.media in timeline.media):
        names = ", ".join(dict.fromkeys(timeline.media[c.media].name for c in timeline.clips))
        raise StepError(f"there is no sound in {names}", do="use footage with sound, or leave the step out")


def ends_sentence(text: str) -> bool:
    """ "today." and "really?" do; "today" and "e.g.," do not."""
    return text.rstrip(_CLOSING).endswith(tuple(_STOP))


def plain(text: str) -> str:
    """A word to compare by: small letters, without the punctuation around it."""
    return text.casefold().replace("’", "'").strip(" .,!?;:…\"'“”()[]-–—。，！？、；：")


def joined(texts: object) -> str:
    """Words as running text; no spaces between Chinese characters."""
    out = ""
    for text in map(str, texts):  # type: ignore[call-overload]
        wide = bool(out) and _wide(out[-1]) and bool(text) and _wide(text[0])
        out += text if not out or wide else f" {text}"
    return out


def _wide(letter: str) -> bool:
    return "\u2e80" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or "\uff00" <= letter <= "\uffef"
