"""One render from end to end: what is needed is made in a work folder, and the file appears under its name when it is whole."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from ugcflow.errors import InputError, RenderError
from ugcflow.output import Output
from ugcflow.session.contract import Progress
from ugcflow.session.facts import Loudness
from ugcflow.studio import ffmpeg
from ugcflow.studio.render import join, still
from ugcflow.studio.render.chunk import Chunk, Scene, describe, encode_all, jobs_for
from ugcflow.studio.render.encoder import video_encoder
from ugcflow.studio.render.frames import Piece, chunked, output_rate, place
from ugcflow.studio.render.lettering import Lettering
from ugcflow.studio.render.loudness import Target
from ugcflow.studio.render.picture import Canvas
from ugcflow.studio.render.reframe import reframed
from ugcflow.studio.render.sound import render_sound, samples
from ugcflow.studio.render.source import Source, read_source
from ugcflow.studio.render.subtitles import subtitles
from ugcflow.studio.timeline import Timeline

VIDEO, PICTURE, SOUND, WORDS = ("mp4", "mov", "webm"), ("gif", "png", "jpg"), ("mp3", "wav", "m4a"), ("srt", "vtt")
_GIF_SIDE, _GIF_FPS = 360, 12
_CONTAINERS = {"mp4": "mp4", "mov": "mov", "webm": "webm"}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file. `chunks` are how many its video has, `reused` how many of them were there already; `loudness` is what it measures."""

    file: Path
    sha256: str
    bytes: int
    seconds: float
    frames: int = 0
    chunks: int = 0
    reused: int = 0
    loudness: Loudness | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Job:
    """What every stage of one render is told."""

    timeline: Timeline
    output: Output
    files: Mapping[str, Path]
    part: Path
    work: Path
    told: Progress
    rate: Fraction
    pieces: list[Piece]

    @property
    def frames(self) -> int:
        return self.pieces[-1].end if self.pieces else 0

    @property
    def chunks(self) -> Path:
        return self.work / "chunks"


def render(
    timeline: Timeline,
    output: Output,
    files: Mapping[str, Path],
    to: Path,
    *,
    work: Path,
    progress: Progress | None = None,
) -> Rendered:
    """Render `timeline` as `output` asks into the file `to`, which appears whole or not at all.

    `files` are the media's files by id. `work` is a folder of ours: chunks stay in `work/chunks` under their content keys and are reused.
    Blocks; `ffmpeg.stop_all()` from another thread makes it raise. Raises RenderError, and InputError for a medium that can't be read.
    """
    stops = ffmpeg.stops()

    def told(done: float, what: str) -> None:
        if ffmpeg.stops() != stops:
            raise _stopped()
        if progress and done >= 0:  # the sound, at work beside the picture, only asks whether to go on
            progress(done, what)

    part = to.with_name(f".{to.stem}.{os.getpid()}.part{to.suffix}")
    try:
        (work / "chunks").mkdir(parents=True, exist_ok=True)
        to.parent.mkdir(parents=True, exist_ok=True)
        told(0.0, "preparing")
        shaped = reframed(timeline, _sized(output, timeline))
        rate = min(output_rate(shaped, output), _most(output))
        _check_files(shaped, files)
        job = _Job(shaped, output, files, part, work, told, rate, place(shaped, rate))
        made = _make(job)
        told(1.0, "done")
        os.replace(part, to)
    except OSError as error:
        raise _in_words(error, to, work) from error
    except RenderError as error:
        if ffmpeg.stops() != stops:
            raise _stopped() from None
        raise _disk_full(error, to, work) or error from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return Rendered(to, _sha256(to), to.stat().st_size, **made)  # type: ignore[arg-type]


def _make(job: _Job) -> dict[str, object]:
    suffix = job.output.format
    if suffix in WORDS:
        job.part.write_text(subtitles(job.timeline, suffix), encoding="utf-8")
        return {"seconds": job.timeline.duration / 1000}
    if suffix in SOUND:
        file, heard = _sound(job, suffix, lambda done: job.told(done, "mixing"))
        join.copy(file, job.part)
        return {"seconds": job.timeline.duration / 1000, "loudness": heard}
    if not job.pieces:
        raise RenderError("there is no picture to render", do="upload footage, or export sound: mp3, wav or m4a")
    if suffix in VIDEO:
        return _video(job)
    if suffix in PICTURE:
        return _picture(job)
    raise RenderError(
        f"{suffix!r} is no format that can be rendered",
        do="use mp4, mov, webm, gif, mp3, wav, m4a, png, jpg, srt or vtt",
    )


def _video(job: _Job) -> dict[str, object]:
    scene, chunks = _scene(job, job.pieces)
    with ThreadPoolExecutor(1, thread_name_prefix="sound") as pool:
        mixed = pool.submit(_sound, job, job.output.format, lambda done: job.told(-1.0, "mixing"))
        reused = _encode(job, scene, chunks, 0.0, 0.95)
        job.told(0.95, "mixing")
        sound, heard = mixed.result()
    job.told(0.98, "joining")
    join.join(chunks, sound, scene, job.chunks, job.part, _CONTAINERS[job.output.format])
    seconds = float(job.frames / job.rate)
    return {
        "seconds": seconds,
        "frames": job.frames,
        "chunks": len(chunks),
        "reused": reused,
        "loudness": heard,
        "warnings": scene.warnings,
    }


def _picture(job: _Job) -> dict[str, object]:
    is_gif = job.output.format == "gif"
    pieces = job.pieces if is_gif else still.around(job.timeline, job.pieces, job.rate)
    scene, chunks = _scene(job, pieces)
    reused = _encode(job, scene, chunks, 0.0, 0.8)
    whole = job.part.with_suffix(".mp4")
    try:
        join.join(chunks, None, scene, job.chunks, whole, "mp4")
        job.told(0.85, "drawing")
        if is_gif:
            join.to_gif(whole, job.part)
        else:
            join.to_still(whole, job.part, job.output.format)
    finally:
        whole.unlink(missing_ok=True)
    frames = job.frames if is_gif else 1
    seconds = float(frames / job.rate) if is_gif else 0.0
    return {"seconds": seconds, "frames": frames, "chunks": len(chunks), "reused": reused, "warnings": scene.warnings}


def _sound(job: _Job, suffix: str, told: Callable[[float], None]) -> tuple[Path, Loudness]:
    output, timeline = job.output, job.timeline
    loudness = output.loudness if output.loudness is not None else timeline.loudness
    total = samples(job.frames, job.rate) if job.pieces else timeline.duration * 48
    if not total:
        raise RenderError("the edit is empty", do="upload footage, or undo the cut that left nothing")
    (job.work / "sound").mkdir(exist_ok=True)
    target = Target(loudness, output.true_peak)
    return render_sound(
        timeline, job.pieces, job.rate, total, job.files, suffix, target, job.work / "sound", job.work, told
    )


def _scene(job: _Job, pieces: list[Piece]) -> tuple[Scene, list[Chunk]]:
    timeline, output = job.timeline, job.output
    canvas = Canvas(timeline.width, timeline.height, job.rate)
    lettering = Lettering(timeline, output.safe, job.rate)
    scene = Scene(
        canvas,
        video_encoder(output.format, output.quality, job.rate),
        timeline.fades,
        job.frames,
        lettering.over,
        lettering.warnings,
    )
    sources = _sources(job, pieces)
    seconds = {media: source.chunk_seconds for media, source in sources.items()}
    return scene, [describe(group, sources, scene) for group in chunked(pieces, job.rate, seconds)]


def _check_files(timeline: Timeline, files: Mapping[str, Path]) -> None:
    for media in {**dict.fromkeys(c.media for c in timeline.clips), **dict.fromkeys(s.media for s in timeline.sounds)}:
        if media not in files or not files[media].is_file():
            name = timeline.media[media].name if media in timeline.media else media
            raise InputError(f"{name} is gone", do="put the file back, or run again from its inputs")


def _sources(job: _Job, pieces: list[Piece]) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for media in dict.fromkeys(p.clip.media for p in pieces):
        medium = job.timeline.media[media]
        sources[media] = read_source(medium, job.files[media].absolute())
    return sources


def _encode(job: _Job, scene: Scene, chunks: list[Chunk], begin: float, end: float) -> int:
    from ugcflow.studio.render.fonts import environment

    env = environment(job.work / "fonts") if any(c.subtitles for c in chunks) else {}
    frames = max(1, sum(c.count for c in chunks))
    on_done: Callable[[int], None] = lambda ready: job.told(begin + (end - begin) * ready / frames, "encoding")  # noqa: E731
    jobs = jobs_for(scene.canvas, _sources(job, job.pieces))
    return encode_all(chunks, scene, job.chunks, job.work, env, jobs, on_done)


def _sized(output: Output, timeline: Timeline) -> Output:
    """A GIF nobody gave a size is made small: at 1080x1920 it would weigh more than the film."""
    if output.format != "gif" or output.width or output.height:
        return output
    scale = min(1.0, _GIF_SIDE / min(timeline.width, timeline.height))
    return replace(output, width=round(timeline.width * scale), height=round(timeline.height * scale))


def _most(output: Output) -> Fraction:
    return Fraction(_GIF_FPS) if output.format == "gif" and not output.fps else Fraction(1000)


def _stopped() -> RenderError:
    return RenderError("the render was stopped", do="run again")


def _in_words(error: OSError, to: Path, work: Path) -> RenderError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _no_room(to, work)
    return RenderError(
        f"{to} can't be written: {error.strerror or error}", do="choose an output folder that can be written to"
    )


def _disk_full(error: RenderError, to: Path, work: Path) -> RenderError | None:
    """ffmpeg says the same of a full disk in many ways; the words of the system are among them."""
    return _no_room(to, work) if os.strerror(errno.ENOSPC) in str(error) else None


def _no_room(to: Path, work: Path) -> RenderError:
    """The chunks may lie on another disk than the file: the fuller one is named."""
    place = min(
        (p for p in (work, to.parent) if p.exists()), key=lambda p: shutil.disk_usage(p).free, default=to.parent
    )
    return RenderError(f"the disk is full: {to.name} was not written", do=f"make room at {place}, then run again")


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
