"""Captions as a subtitle file: the edit's small groups of words put together into lines that can be read at ease."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from ugcflow.errors import RenderError
from ugcflow.studio.timeline import Timeline, Title

LINE, LINES = 42, 2  # characters a line and lines a cue: what broadcasters agree on
_LONGEST, _PAUSE = 6000, 700  # ms a cue may last, and a pause that ends one
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines shown from `start` to `end` (ms)."""

    start: int
    end: int
    lines: tuple[str, ...]


def subtitles(timeline: Timeline, suffix: str) -> str:
    """The captions as `srt` or `vtt`, "" cues never overlapping. Raises RenderError when there are none."""
    import pysubs2

    cues = to_cues([t for t in timeline.titles if t.role == "caption"])
    if not cues:
        raise RenderError("there are no captions to write down", do='add a step that says "add captions"')
    file = pysubs2.SSAFile()
    for cue in cues:
        event = pysubs2.SSAEvent(start=cue.start, end=cue.end)
        event.text = r"\N".join(line.replace("\\", "⧵").replace("{", "(").replace("}", ")") for line in cue.lines)
        file.append(event)
    return str(file.to_string(suffix))


def to_cues(captions: list[Title]) -> list[Cue]:
    """Groups joined into cues: a cue ends with a sentence, at a pause, or when no more fits."""
    cues: list[list[Title]] = []
    for caption in sorted(captions, key=lambda t: t.start):
        if cues and _joins(cues[-1], caption):
            cues[-1].append(caption)
        else:
            cues.append([caption])
    made = [Cue(group[0].start, group[-1].end, tuple(_lines(_joined(group)))) for group in cues]
    ends = [*(cue.start for cue in made[1:]), *(cue.end for cue in made[-1:])]
    return [Cue(c.start, max(c.start + 1, min(c.end, end)), c.lines) for c, end in zip(made, ends, strict=True)]


def _joins(group: list[Title], caption: Title) -> bool:
    whole = _joined([*group, caption])
    fits = len(_lines(whole)) <= LINES and all(_width(line) <= LINE for line in _lines(whole))
    ended = group[-1].text.rstrip().endswith(_STOPS)
    near = caption.start - group[-1].end <= _PAUSE and caption.end - group[0].start <= _LONGEST
    return fits and near and not ended


def _joined(group: list[Title]) -> str:
    text = ""
    for caption in group:
        words = " ".join(caption.text.split())
        spaced = text and not (_is_wide(text[-1]) and _is_wide(words[:1] or " "))
        text += f" {words}" if spaced else words
    return text


def _lines(text: str) -> list[str]:
    """One line when it fits, else as even as words allow."""
    if _width(text) <= LINE:
        return [text]
    atoms = _atoms(text)
    best = min(
        range(1, len(atoms)), key=lambda i: abs(_width("".join(atoms[:i])) - _width("".join(atoms[i:]))), default=0
    )
    if not best:
        return [text]
    halves = "".join(atoms[:best]).strip(), "".join(atoms[best:]).strip()
    return [line for half in halves for line in (_lines(half) if _width(half) > LINE and " " in half else [half])]


def _atoms(text: str) -> list[str]:
    """Pieces a line may break between: words with the space after them, and single wide characters."""
    atoms: list[str] = []
    for char in text:
        if (
            atoms
            and not atoms[-1].endswith(" ")
            and not (_is_wide(char) and not unicodedata.category(char).startswith("P"))
        ):
            atoms[-1] += char
        else:
            atoms.append(char)
    return atoms


def _width(text: str) -> int:
    return sum(2 if _is_wide(c) else 1 for c in text)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")
