"""Chunks of video: each keyed by all that decides its pixels, encoded alone, and reused when a file of its key is there."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from ugcflow.errors import RenderError
from ugcflow.studio import ffmpeg
from ugcflow.studio.render import encoder, picture
from ugcflow.studio.render.encoder import VideoEncoder
from ugcflow.studio.render.frames import Piece
from ugcflow.studio.render.picture import Canvas
from ugcflow.studio.render.source import Source
from ugcflow.studio.timeline import Fade

MEMORY = 660  # MB for all that runs at once, the sound's own not counted: flat however many cores there are
_FORMAT = 1  # raised when the renderer itself begins to draw differently


@dataclass(frozen=True, slots=True)
class Chunk:
    """What will be one encoded file: `key` is the hash of everything that decides its frames."""

    key: str
    first: int
    count: int
    inputs: tuple[str, ...]
    graph: str
    subtitles: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What all chunks of one file share. `fades` and `total` (frames) are of the whole edit; `text(first, count)` is the ASS document
    of what is written over those frames, its times counted from 3600 s at the first, "" for nothing."""

    canvas: Canvas
    encoder: VideoEncoder
    fades: tuple[Fade, ...]
    total: int
    text: Callable[[int, int], str]
    warnings: tuple[str, ...] = ()


def describe(pieces: list[Piece], sources: Mapping[str, Source], scene: Scene) -> Chunk:
    """One chunk from its pieces: its key and the command that makes it. Paths are no part of the key."""
    first, count = pieces[0].first, sum(p.count for p in pieces)
    text = scene.text(first, count)
    used = [sources[p.clip.media] for p in pieces]
    name = f"{_hash(text)}.ass" if text else ""
    graph = picture.graph(pieces, used, scene.canvas, name, _near(scene, first, count), scene.total)
    decides = {
        "format": _FORMAT,
        "build": encoder.build(),
        "encoder": scene.encoder.arguments,
        "graph": graph,
        "text": text,
        "inputs": [
            (s.medium.sha256, picture.input_arguments(p, s, scene.canvas)[:-1])
            for p, s in zip(pieces, used, strict=True)
        ],
    }
    inputs = [a for p, s in zip(pieces, used, strict=True) for a in picture.input_arguments(p, s, scene.canvas)]
    return Chunk(_hash(json.dumps(decides, sort_keys=True)), first, count, tuple(inputs), graph, text)


def encode_all(
    chunks: list[Chunk],
    scene: Scene,
    folder: Path,
    work: Path,
    env: Mapping[str, str],
    jobs: int,
    on_done: Callable[[int], None],
) -> int:
    """Make every chunk's file `folder/<key>.mp4` that is not there yet, `jobs` at once.

    `on_done` is called with the frames that are ready so far. Returns how many chunks were there already.
    """
    there = {c.key for c in chunks if (folder / f"{c.key}.mp4").is_file()}
    ready = sum(c.count for c in chunks if c.key in there)
    missing = list({c.key: c for c in chunks if c.key not in there}.values())
    given_up, lock = threading.Event(), threading.Lock()

    def make(chunk: Chunk) -> None:
        nonlocal ready
        if given_up.is_set():
            return
        try:
            _encode(chunk, scene, folder, work, env)
            with lock:
                ready += chunk.count
                on_done(ready)
        except BaseException:
            given_up.set()
            raise

    on_done(ready)
    with ThreadPoolExecutor(jobs, thread_name_prefix="chunk") as pool:
        futures = [pool.submit(make, chunk) for chunk in missing]
        done, _ = wait(futures, return_when=FIRST_EXCEPTION)
        for future in done:
            future.result()
    return sum(c.key in there for c in chunks)


def jobs_for(canvas: Canvas, sources: Mapping[str, Source]) -> int:
    """How many chunks may be encoded at once: one a core, as far as memory allows (megapixels x MB measured with ffmpeg 9)."""
    seen = (
        max((s.medium.width * s.medium.height * (2 if s.medium.hdr else 1) for s in sources.values()), default=0) / 1e6
    )
    made = canvas.width * canvas.height / 1e6
    light = 60 * made if any(s.medium.hdr for s in sources.values()) else 0
    return max(1, min(os.cpu_count() or 1, int(MEMORY / (45 + 72 * made + 15 * seen + light))))


def _encode(chunk: Chunk, scene: Scene, folder: Path, work: Path, env: Mapping[str, str]) -> None:
    graph, part = work / f"{chunk.key}.graph", folder / f"{chunk.key}.{os.getpid()}-{threading.get_ident()}.part.mp4"
    graph.write_text(chunk.graph, encoding="utf-8")
    if chunk.subtitles:
        (work / f"{_hash(chunk.subtitles)}.ass").write_text(chunk.subtitles, encoding="utf-8")
    try:
        ffmpeg.run(
            ["-filter_complex_threads", "1", *chunk.inputs, "-/filter_complex", graph.name, "-map", "[out]", "-an", "-fps_mode", "passthrough",
             "-frames:v", str(chunk.count), *scene.encoder.arguments, str(part.absolute())],
            cwd=work, env=env,
        )  # fmt: skip
        _check(part, chunk)
        os.replace(part, folder / f"{chunk.key}.mp4")
    finally:
        part.unlink(missing_ok=True)
        graph.unlink(missing_ok=True)


def _check(file: Path, chunk: Chunk) -> None:
    import av

    with av.open(str(file)) as container:
        frames = container.streams.video[0].frames
    if frames != chunk.count:
        raise RenderError(
            f"a chunk came out with {frames} frames instead of {chunk.count}",
            do="check that the footage plays to its end",
        )


def _near(scene: Scene, first: int, count: int) -> tuple[Fade, ...]:
    """Only the fades that touch these frames, so that the others don't change the key."""
    rate = scene.canvas.rate

    def touches(fade: Fade) -> bool:
        return any(
            start < count / rate and start + length > 0
            for _, start, length in picture.fade_spans(first, scene.total, rate, (fade,))
        )

    return tuple(f for f in scene.fades if touches(f))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
