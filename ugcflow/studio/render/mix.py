"""The whole sound of an edit, mixed in one pass: footage and voices, then music that steps back while somebody speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from ugcflow.studio.render import ducking
from ugcflow.studio.render.frames import Piece, sample_at, source_at
from ugcflow.studio.render.pcm import BLOCK, HERTZ, opened, piece
from ugcflow.studio.timeline import Fade, Sound, Timeline

if TYPE_CHECKING:
    from ugcflow.studio.render.ducking import Curve
    from ugcflow.studio.render.pcm import Samples

CUT_FADE = 8 * HERTZ // 1000  # samples: long enough that no cut clicks, too short to be heard


@dataclass(frozen=True, slots=True)
class Take:
    """Samples of one decoded file laid on the edit: `count` from `source` at `first`; `fade_in`/`fade_out` in samples."""

    file: Path
    first: int
    count: int
    source: int
    gain: float
    fade_in: int
    fade_out: int
    loop: bool = False
    duck_db: float | None = None

    @property
    def end(self) -> int:
        return self.first + self.count


def clip_takes(pieces: list[Piece], files: dict[tuple[str, Fraction], Path], rate: Fraction) -> list[Take]:
    """The footage's own sound, cut at the very instants the picture is. A cut inside running footage has no fade: nothing changes there."""
    takes = []
    for i, p in enumerate(pieces):
        speed = Fraction(p.clip.speed).limit_denominator(10000)
        file = files.get((p.clip.media, speed))
        if p.clip.muted or file is None:
            continue
        first, end = sample_at(p.first, rate), sample_at(p.end, rate)
        before, after = pieces[i - 1] if i else None, pieces[i + 1] if i + 1 < len(pieces) else None
        takes.append(
            Take(
                file, first, end - first, round(source_at(p.clip, p.first, rate) / speed * HERTZ), _gain(p.clip.gain_db),
                0 if before and _runs_on(before, p) else CUT_FADE, 0 if after and _runs_on(p, after) else CUT_FADE,
            )
        )  # fmt: skip
    return takes


def sound_takes(timeline: Timeline, files: dict[tuple[str, Fraction], Path]) -> list[tuple[Sound, Take]]:
    """The sounds beside the footage's own, cut to the edit's length."""
    takes = []
    for sound in timeline.sounds:
        file = files.get((sound.media, Fraction(1)))
        first, end = _samples(sound.start), _samples(min(sound.end, timeline.duration))
        if file is not None and end > first:
            fades = max(CUT_FADE, _samples(sound.fade_in)), max(CUT_FADE, _samples(sound.fade_out))
            take = Take(
                file,
                first,
                end - first,
                _samples(sound.source),
                _gain(sound.gain_db),
                *fades,
                sound.loop,
                sound.duck_db,
            )
            takes.append((sound, take))
    return takes


def mix(voices: list[Take], beds: list[Take], total: int, fades: tuple[Fade, ...], to: Path) -> None:
    """Write `total` samples to `to`. `voices` are heard as they are, `beds` step back under them by their own `duck_db`."""
    envelope = ducking.envelope(_blocks(voices, total)) if any(b.duck_db for b in beds) else None
    with to.open("wb") as out:
        for start, heard in _blocks(voices, total):
            for bed in beds:
                part = _part(bed, start, len(heard))
                if part is not None and bed.duck_db and envelope is not None:
                    part *= ducking.gain(envelope, bed.duck_db, start, len(heard))
                if part is not None:
                    heard += part
            out.write(_faded(heard, start, total, fades).tobytes())


def _blocks(takes: list[Take], total: int) -> Iterator[tuple[int, Samples]]:
    import numpy as np

    for start in range(0, total, BLOCK):
        block = np.zeros((min(BLOCK, total - start), 2), dtype=np.float32)
        for take in takes:
            part = _part(take, start, len(block))
            if part is not None:
                block += part
        yield start, block


def _part(take: Take, start: int, count: int) -> Samples | None:
    """What of a take falls into a block, with its gain and fades, as a block. The map is closed again: pages read don't pile up."""
    import numpy as np

    begin, end = max(start, take.first), min(start + count, take.end)
    if end <= begin:
        return None
    into = np.arange(begin - take.first, end - take.first, dtype=np.float64)
    shape = np.minimum(_ramp(into + 0.5, take.fade_in), _ramp(take.count - into - 0.5, take.fade_out)) * take.gain
    out = np.zeros((count, 2), dtype=np.float32)
    body = piece(opened(take.file), take.source + begin - take.first, end - begin, loop=take.loop)
    out[begin - start : end - start] = body * shape[:, None].astype(np.float32)
    return out


def _ramp(position: Curve, length: int) -> Curve:
    """0 → 1 over `length` samples, a quarter of a sine: of even power where two fades meet."""
    import numpy as np

    if length <= 0:
        return np.ones_like(position)
    return np.sin(np.clip(position / length, 0.0, 1.0) * (np.pi / 2))


def _faded(block: Samples, start: int, total: int, fades: tuple[Fade, ...]) -> Samples:
    import numpy as np

    at = np.arange(start, start + len(block), dtype=np.float64)
    for fade in fades:
        if fade.target in ("both", "sound") and fade.duration > 0:
            length = min(_samples(fade.duration), total)
            ramp = _ramp(at + 0.5 if fade.direction == "in" else total - at - 0.5, length)
            block = block * ramp[:, None].astype(np.float32)
    return block


def _runs_on(a: Piece, b: Piece) -> bool:
    one, two = a.clip, b.clip
    same = (one.media, one.speed, one.gain_db, one.muted) == (two.media, two.speed, two.gain_db, two.muted)
    return same and abs(one.source_end - two.source) <= 1


def _samples(ms: int) -> int:
    return ms * HERTZ // 1000


def _gain(db: float) -> float:
    return float(10 ** (db / 20))
