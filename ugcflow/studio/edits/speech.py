"""What is said in the edit: words where they are heard now, and the sentences they make."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ugcflow.errors import StepError
from ugcflow.studio.footage import Footage
from ugcflow.studio.timeline import Clip, Timeline, Word

_HEARD = 0.6  # share of a word that must be left for it to count as said
_STOP = ".!?…。！？"
_CLOSING = "\"'”’)]»」』"
LONG_PAUSE = 900  # ms: where a sentence ends even without a full stop


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
    def finished(self) -> bool:
        """It ends with a full stop or its like."""
        return ends_sentence(self.words[-1].text)


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
    out = []
    for word in footage.words(clip.media):
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
    out: list[Sentence] = []
    words: list[Word] = []
    for word in spoken(timeline, footage):
        if words and _parted(words[-1], word):
            out.append(Sentence(tuple(words)))
            words = []
        words.append(word)
    return (*out, Sentence(tuple(words))) if words else tuple(out)


def need_sound(timeline: Timeline, what: str) -> None:
    """Raises StepError when nothing in the edit has sound that `what` could work on."""
    if not any(timeline.media[c.media].has_audio for c in timeline.clips if c.media in timeline.media):
        raise StepError(
            f"the footage has no sound, so there is nothing to {what}",
            do="use footage with sound, or leave the step out",
        )


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


def _parted(a: Word, b: Word) -> bool:
    return ends_sentence(a.text) or b.media != a.media or b.source < a.source or _pause(a, b) >= LONG_PAUSE


def _pause(a: Word, b: Word) -> int:
    """Silence between two words in the source, where a cut can't hide it, ms."""
    return max(b.source - a.source - a.duration, b.start - a.end)
