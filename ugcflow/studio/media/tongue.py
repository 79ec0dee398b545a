"""Which language was spoken, told from how sure a recogniser that knows only English was of its words.

English it hears with a mean chance of 0.72 to 0.95 a word, even under 5 dB of noise or music; Russian with 0.41 to 0.49, Mandarin with 0.36 to
0.62 (measured on the clips of the tests). It writes both down as fluent English nonsense, so the words themselves tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ugcflow.studio.media.speech import Heard

OTHER = "und"  # ISO 639-2: undetermined
_SURE = 0.62
_CLEAR = 0.85
_FEW = 4  # words below which only gross doubt counts: "Banana." alone is heard with 0.60
_DOUBTFUL = 0.68
_SHARE = 0.25
_PAUSE = 250  # ms between two runs of words
_RUN = 1200  # ms a run lasts at least


def language(words: Sequence[Heard]) -> str:
    """ "en"; "und" when all or a good part is something else; "" when nobody speaks."""
    if not words:
        return ""
    return OTHER if doubted(words) or foreign(words) else "en"


def doubted(words: Sequence[Heard]) -> bool:
    """True when the whole recording, not only a part, seems to be in another language."""
    return sureness(words) < (_SURE if len(words) >= _FEW else _SURE / 2)


def foreign(words: Sequence[Heard]) -> list[tuple[int, int]]:
    """Stretches (ms) of another language in a recording that is otherwise clearly English; [] when there are none to speak of.

    Only against clear speech does doubt mean another language: in noise it means noise.
    """
    doubtful = [run for run in runs(words) if sureness(run) < _DOUBTFUL and _length(run) >= _RUN]
    rest = [run for run in runs(words) if run not in doubtful]
    lengths = sum(map(_length, doubtful)), sum(map(_length, rest))
    if not doubtful or lengths[0] < _SHARE * sum(lengths):
        return []
    if rest and sureness([w for run in rest for w in run]) < _CLEAR:
        return []
    return [(run[0].start, run[-1].end) for run in doubtful]


def sureness(words: Sequence[Heard]) -> float:
    """Mean chance of the words, weighted by how long they last, 0…1."""
    total = sum(max(60, w.end - w.start) for w in words)
    return sum(w.chance * max(60, w.end - w.start) for w in words) / total if total else 0.0


def runs(words: Sequence[Heard]) -> Iterator[list[Heard]]:
    """Words that follow one another without a pause."""
    run: list[Heard] = []
    for word in words:
        if run and word.start - run[-1].end >= _PAUSE:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _length(run: Sequence[Heard]) -> int:
    return run[-1].end - run[0].start
