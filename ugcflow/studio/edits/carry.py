"""One operation carried out: what it does itself, then what must follow on every track."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.reading import Operation
from ugcflow.session.wording import quoted
from ugcflow.studio.edits.captioning import captions
from ugcflow.studio.edits.speech import need_sound
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Spec
from ugcflow.studio.timeline import Sound, Timeline, Title


def carry_out(timeline: Timeline, operation: Operation, footage: Footage) -> Applied:
    """The timeline after `operation`, whole: captions laid out again, titles and sounds within it. Raises StepError."""
    spec = _spec(operation.op)
    if spec.apply is None:
        raise StepError(
            f"{spec.name} is understood but not built yet", do=f"leave out “{operation.words or spec.example}”"
        )
    if not timeline.clips:
        raise StepError("there is no footage to edit", do="bring a video or an image in first")
    if {"speech", "sound"} & set(spec.needs):
        need_sound(timeline)
    applied = spec.apply(timeline, _stated(spec, operation), footage)
    after = settled(timeline, applied.timeline, footage)
    return replace(applied, timeline=after, warnings=(*applied.warnings, *_lost(timeline, after)))


def settled(before: Timeline, after: Timeline, footage: Footage) -> Timeline:
    """`after` with captions laid out again when clips or their settings changed, and everything kept within its length."""
    end = after.duration
    titles = tuple(t for t in (_title_within(t, end) for t in after.titles) if t)
    sounds = tuple(s for s in (_sound_within(s, end) for s in after.sounds) if s)
    if after.captions is None or (after.clips, after.captions) != (before.clips, before.captions):
        others = tuple(t for t in titles if t.role != "caption")
        titles = (*others, *captions(after, footage))
    fades = tuple(replace(f, duration=min(f.duration, end // 2)) for f in after.fades)
    return after.with_(titles=titles, sounds=sounds, fades=fades)


def _spec(name: str) -> Spec:
    from ugcflow.studio.operations import all_operations

    try:
        return all_operations()[name]
    except KeyError:
        raise StepError(f"there is no operation {name}", do="`ugcflow ops` lists what there is") from None


def _stated(spec: Spec, operation: Operation) -> dict[str, Any]:
    """The parameters stated over the vocabulary's own defaults. Raises StepError for one that is missing or unknown."""
    known = {p.name: p for p in spec.parameters}
    for name in operation.parameters:
        if name not in known and not name.startswith("_"):
            raise StepError(f"{spec.name} takes no {name}", do=f"it takes {', '.join(known) or 'nothing'}")
    values = {p.name: p.default for p in spec.parameters if p.default is not None} | operation.parameters
    for p in spec.parameters:
        if p.required and values.get(p.name) is None:
            raise StepError(f"{spec.name} needs its {p.name}", do=f"say it as in “{spec.example}”")
    return values


def _title_within(title: Title, end: int) -> Title | None:
    if title.start >= end:
        return None
    return title if title.end <= end else replace(title, duration=end - title.start)


def _sound_within(sound: Sound, end: int) -> Sound | None:
    if sound.start >= end:
        return None
    length = min(sound.duration, end - sound.start)
    half = length // 2
    return replace(sound, duration=length, fade_in=min(sound.fade_in, half), fade_out=min(sound.fade_out, half))


def _lost(before: Timeline, after: Timeline) -> tuple[str, ...]:
    """Titles that went with the picture they stood on."""
    left = {t.id for t in after.titles}
    gone = [t for t in before.titles if t.role != "caption" and t.id not in left]
    if not after.clips or before.clips == after.clips:
        return ()
    return tuple(f"{quoted(t.text)} went with the part it stood on" for t in gone)
