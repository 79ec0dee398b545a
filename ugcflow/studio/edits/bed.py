"""Music under an edit: which, how loud, from where to where."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from typing import Any

from ugcflow.session.wording import decibels
from ugcflow.studio.edits.levels import ALONE, UNDER_VOICE, Level, level, under_voice
from ugcflow.studio.edits.silence import speech_heard
from ugcflow.studio.footage import Footage
from ugcflow.studio.timeline import Medium, Sound, Timeline

FADE_IN, FADE_OUT = 300, 1500  # ms
_SILENT = -60.0  # dB
_OWN_LEVEL = "music_level_is_ours"  # a note: nobody has said how loud the music is to be
_RAISED = 9.0  # dB by which music of our own level comes up when it steps back for speech anyway


def chosen(timeline: Timeline, query: str, footage: Footage) -> Medium:
    """The input a sentence means, else the one there is when it names no mood, else a track of the library."""
    sounds = [m for m in timeline.media.values() if m.kind == "audio" and m.role in ("music", "asset")]
    wanted = query.strip().lower()
    for medium in sounds:
        if wanted and wanted in (medium.id.lower(), medium.name.lower(), medium.name.lower().rsplit(".", 1)[0]):
            return medium
    own = [m for m in sounds if m.role == "music" and not _bundled(m)] or [m for m in sounds if m.role == "asset"]
    return own[0] if own and not wanted else footage.library(query)


def _bundled(medium: Medium) -> bool:
    """A track of the library; an input may have such an id too, but is never Opus in Ogg."""
    return medium.id.startswith("music-") and medium.name.endswith(".opus")


def laid(timeline: Timeline, medium: Medium, volume: Any, footage: Footage) -> tuple[Timeline, str]:
    """The edit with `medium` under it from start to end, and what to say of it."""
    speaks = speech_heard(timeline, footage)
    after = timeline.with_(media={**timeline.media, medium.id: medium})
    match = under_voice(after, medium.id, footage)
    if volume is None:
        gain = match + UNDER_VOICE if speaks else min(0.0, match + 6) if match else ALONE
        told = f"{abs(UNDER_VOICE):g} dB under the voice" if speaks else ""
    else:
        asked = level(volume)
        gain = match + asked.db if asked.to else match + UNDER_VOICE + asked.db
        told = f"at {round(100 * 10 ** (asked.db / 20))} % of the voice" if asked.to and speaks else ""
    sound = Sound(
        id="m1", media=medium.id, start=0, duration=timeline.duration, gain_db=_level(gain), fade_in=FADE_IN, fade_out=FADE_OUT,
        loop=medium.duration < timeline.duration,
        duck_db=next((s.duck_db for s in timeline.sounds if s.role == "music"), None),
    )  # fmt: skip
    others = tuple(s for s in timeline.sounds if s.role != "music")
    notes = {k: v for k, v in after.notes.items() if k != _OWN_LEVEL} | (
        {_OWN_LEVEL: True} if volume is None and speaks else {}
    )
    return after.with_(sounds=(*others, sound), notes=notes), f"Music: {medium.name}" + (f", {told}" if told else "")


def ducked(timeline: Timeline, db: float) -> Timeline:
    """The edit with its music stepping back `db` while somebody speaks; music whose level nobody stated comes up between."""
    raised = _RAISED if timeline.notes.get(_OWN_LEVEL) else 0.0
    sounds = tuple(
        replace(s, duck_db=db, gain_db=_level(s.gain_db + raised)) if s.role == "music" else s for s in timeline.sounds
    )
    return timeline.with_(sounds=sounds, notes={k: v for k, v in timeline.notes.items() if k != _OWN_LEVEL})


def with_volume(timeline: Timeline, target: str, asked: Level, footage: Footage) -> tuple[Timeline, str]:
    """The edit with the music, the voice or both at another level, and what to say of it."""
    clips, sounds = timeline.clips, timeline.sounds
    if target in ("voice", "all"):
        clips = tuple(_clip(c, asked) for c in clips)
    if target in ("music", "all"):
        sounds = tuple(
            _sound(timeline, s, asked, target, footage) if s.role == "music" or target == "all" else s for s in sounds
        )
    if target != "voice":
        timeline = timeline.with_(notes={k: v for k, v in timeline.notes.items() if k != _OWN_LEVEL})
    name = {"music": "Music", "voice": "Voice", "all": "All sound"}[target]
    if asked.db == -math.inf:
        return timeline.with_(clips=clips, sounds=sounds), f"{name} off"
    how = f"at {round(100 * 10 ** (asked.db / 20))} %" if asked.to else f"{decibels(asked.db)}"
    return timeline.with_(clips=clips, sounds=sounds), f"{name} {how}"


def without(sounds: Iterable[Sound], start: int, end: int) -> tuple[Sound, ...]:
    """The sounds silent from `start` to `end` ms: each cut in two around it."""
    out: list[Sound] = []
    before = tuple(sounds)
    taken = {s.id for s in before}
    for s in before:
        if s.end <= start or s.start >= end:
            out.append(s)
            continue
        if s.start < start:
            out.append(replace(s, duration=start - s.start, fade_out=min(s.fade_out, 50)))
        if s.end > end:
            id_ = s.id if s.start >= start else _free(s.id[0], taken)
            taken.add(id_)
            skipped = s.source + end - s.start
            out.append(replace(s, id=id_, start=end, duration=s.end - end, source=skipped, fade_in=min(s.fade_in, 50)))
    return tuple(out)


def _free(letter: str, taken: set[str]) -> str:
    """`m2`, the first name that no sound has."""
    return next(id_ for id_ in (f"{letter}{n}" for n in count(1)) if id_ not in taken)


def _clip(clip: Any, asked: Level) -> Any:
    if asked.db == -math.inf:
        return replace(clip, muted=True)
    return replace(
        clip, muted=False if asked.to else clip.muted, gain_db=_level(asked.db if asked.to else clip.gain_db + asked.db)
    )


def _sound(timeline: Timeline, sound: Sound, asked: Level, target: str, footage: Footage) -> Sound:
    """Music "to 30 %" is 30 % of the voice (of its own level where nobody speaks); with everything else it goes by the voice's step.

    What was off has no level to go by: with everything else it comes back under the voice.
    """
    if asked.to and target == "music":
        return replace(sound, gain_db=_level(under_voice(timeline, sound.media, footage) + asked.db))
    if asked.to and sound.gain_db <= _SILENT:
        return replace(sound, gain_db=_level(under_voice(timeline, sound.media, footage) + UNDER_VOICE + asked.db))
    voice = next((c.gain_db for c in timeline.clips if not c.muted), 0.0) if asked.to else 0.0
    return replace(sound, gain_db=_level(sound.gain_db + asked.db - voice))


def _level(db: float) -> float:
    return round(max(_SILENT, min(24.0, db)), 1)
