"""What a decoder must be told about a source that its file alone says: colours, stillness, and when its picture begins."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from ugcflow.errors import InputError
from ugcflow.studio.media.container import recognise
from ugcflow.studio.render.frames import CHUNK_SECONDS
from ugcflow.studio.timeline import Medium

BT709, UNSPECIFIED = 1, 2  # code points of ITU-T H.273
FULL = 2  # AVCOL_RANGE_JPEG
HD_LINES = 576


@dataclass(frozen=True, slots=True)
class Source:
    """A file and how to read its picture. `matrix` is swscale's name for its colours, "" to let it tell by itself; `plain` means
    they are those of the output already (BT.709, limited range), so that scaling leaves them as they are. `keyframes` is the longest way from one to the next, s.
    """

    path: Path
    medium: Medium
    matrix: str = ""
    plain: bool = True
    still: bool = False
    alpha: bool = False
    keyframes: float = 0.0

    @property
    def chunk_seconds(self) -> int:
        """How long its chunks should be: each is decoded from the keyframe before it, so where those are rare, chunks are long."""
        return max(CHUNK_SECONDS, math.ceil(self.keyframes / 10))


def read_source(medium: Medium, path: Path) -> Source:
    """Raises InputError when the file is gone or holds no picture."""
    import av

    try:
        with av.open(f"file:{path.absolute()}", format=recognise(path, own=True).demuxer) as container:
            stream = next((s for s in container.streams.video if not _is_cover(s)), None)
            if stream is None:
                raise InputError(f"{medium.name} holds no picture", do="give footage with a picture")
            return replace(_describe(medium, path, stream), keyframes=_longest_gap(container, stream))
    except FileNotFoundError:
        raise InputError(f"{medium.name} is gone", do="put the file back, or run again from its inputs") from None
    except (av.FFmpegError, OSError) as error:
        raise InputError(f"{medium.name} can't be read: {error}", do="give a file that plays") from None


def _is_cover(stream: object) -> bool:
    disposition = getattr(stream, "disposition", 0)
    return bool(int(disposition) & 0x400)  # AV_DISPOSITION_ATTACHED_PIC


def _longest_gap(container: Any, stream: Any) -> float:
    """Seconds from one keyframe to the next at most, or to the end: from the index, or from the packets where there is none."""
    times = [e.timestamp * stream.time_base for e in stream.index_entries if e.is_keyframe]
    if len(stream.index_entries) < 2:
        times = [p.pts * stream.time_base for p in container.demux(stream) if p.is_keyframe and p.pts is not None]
    end = (container.duration or 0) / 1e6
    marks = [*map(float, times), max(end, float(times[-1]))] if times else []
    return max((b - a for a, b in pairwise(marks)), default=0.0)


def _describe(medium: Medium, path: Path, stream: object) -> Source:
    context = stream.codec_context  # type: ignore[attr-defined]
    name = (context.pix_fmt or "") if context else ""
    untagged = int(getattr(context, "colorspace", UNSPECIFIED) or UNSPECIFIED) == UNSPECIFIED
    is_yuv = name.startswith(("yuv", "nv", "p0"))
    matrix = "bt709" if untagged and is_yuv and min(context.width, context.height) > HD_LINES else ""
    alpha = name.startswith(("rgba", "bgra", "argb", "abgr", "yuva", "gbrap", "ya8", "ya16")) or name == "pal8"
    full = "j" in name or int(getattr(context, "color_range", 0) or 0) == FULL
    plain = is_yuv and not full and (bool(matrix) or int(getattr(context, "colorspace", 0) or 0) == BT709)
    return Source(path, medium, matrix, plain, still=medium.kind == "image", alpha=alpha)
