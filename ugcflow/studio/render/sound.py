"""The sound file of an edit: decoded, mixed, brought to its loudness, encoded; keyed by all that decides it, and reused."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from ugcflow.session.facts import Loudness
from ugcflow.studio.render import encoder, loudness, mix, pcm
from ugcflow.studio.render.frames import Piece, sample_at
from ugcflow.studio.render.loudness import ENCODERS, Target
from ugcflow.studio.timeline import Timeline

_FORMAT = 1
Told = Callable[[float], None]


def render_sound(
    timeline: Timeline, pieces: list[Piece], rate: Fraction, total: int, files: Mapping[str, Path], suffix: str,
    target: Target, folder: Path, work: Path, told: Told,
) -> tuple[Path, Loudness]:  # fmt: skip
    """`total` samples of sound as a file of kind `suffix`, from `folder` when one of its key is there. Returns it with what it measures."""
    key = _key(timeline, total, rate, suffix, target)
    container = "m4a" if suffix in ("mp4", "mov") else suffix
    file, facts = folder / f"{key}.{container}", folder / f"{key}.json"
    if file.is_file() and facts.is_file():
        return file, Loudness(**json.loads(facts.read_text(encoding="utf-8")))
    with TemporaryDirectory(prefix="sound-", dir=work) as scratch:
        made, heard = _make(timeline, pieces, rate, total, files, suffix, target, Path(scratch), told)
        told_facts = Path(scratch) / "facts.json"
        told_facts.write_text(json.dumps(asdict(heard)), encoding="utf-8")
        os.replace(made, file)
        os.replace(told_facts, facts)
    return file, heard


def _make(
    timeline: Timeline, pieces: list[Piece], rate: Fraction, total: int, files: Mapping[str, Path], suffix: str,
    target: Target, scratch: Path, told: Told,
) -> tuple[Path, Loudness]:  # fmt: skip
    decoded, raw = _decode(timeline, pieces, files, scratch, told), scratch / "mix.f32"
    laid = mix.sound_takes(timeline, decoded)
    voices = mix.clip_takes(pieces, decoded, rate) + [take for sound, take in laid if sound.role == "voice"]
    beds = [take for sound, take in laid if sound.role != "voice"]
    mix.mix(voices, beds, total, timeline.fades, raw)
    for file in decoded.values():
        file.unlink()
    told(0.4)
    to = scratch / f"sound.{'m4a' if suffix in ('mp4', 'mov') else suffix}"
    encode = list(ENCODERS[suffix])
    heard = loudness.settle(raw, total, target, encode, to, lambda turn: told(0.5 + 0.5 * turn / loudness.ROUNDS))
    return to, heard


def samples(frames: int, rate: Fraction) -> int:
    """How many samples are heard while so many frames are seen."""
    return sample_at(frames, rate)


def _decode(
    timeline: Timeline, pieces: list[Piece], files: Mapping[str, Path], work: Path, told: Told
) -> dict[tuple[str, Fraction], Path]:
    """Every source once at every speed it plays at, only as far as it is used."""
    needs: dict[tuple[str, Fraction], int | None] = {}
    for p in pieces:
        medium = timeline.media[p.clip.media]
        if medium.has_audio and medium.kind != "image" and not p.clip.muted:
            at = (p.clip.media, Fraction(p.clip.speed).limit_denominator(10000))
            needs[at] = max(needs.get(at) or 0, p.clip.source_end + 500)
    for sound in timeline.sounds:
        needs[(sound.media, Fraction(1))] = None
    decoded = {}
    for i, ((media, speed), end) in enumerate(needs.items()):
        told(0.3 * i / len(needs))
        to = work / f"decoded-{i}.f32"  # by number: two inputs may be the same file, used to different lengths
        pcm.decode(files[media], to, speed=speed, seconds=end / 1000 if end else None)
        decoded[(media, speed)] = to
    return decoded


def _key(timeline: Timeline, total: int, rate: Fraction, suffix: str, target: Target) -> str:
    """Of everything that is heard: nothing about the picture, so a new title keeps the sound."""
    heard = [(c.media, c.start, c.duration, c.source, c.speed, c.gain_db, c.muted) for c in timeline.clips]
    used = {c.media for c in timeline.clips} | {s.media for s in timeline.sounds}
    decides = {
        "format": _FORMAT, "build": encoder.build(), "total": total, "rate": str(rate), "clips": heard,
        "encoder": ENCODERS[suffix], "target": asdict(target),
        "sounds": [asdict(s) for s in timeline.sounds],
        "fades": [asdict(f) for f in timeline.fades if f.target in ("both", "sound")],
        "media": {m: timeline.media[m].sha256 for m in sorted(used)},
    }  # fmt: skip
    return hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()[:32]
