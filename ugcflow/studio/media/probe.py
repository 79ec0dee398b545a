"""A media file read back: its streams, how large it is when shown, how long it really plays."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

from ugcflow.errors import InputError
from ugcflow.session import FileFacts
from ugcflow.studio.media import frame_rate
from ugcflow.studio.media.container import Container, recognise

_COLOURS = {
    1: "bt709",
    4: "bt470m",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    9: "bt2020",
    11: "smpte431",
    12: "smpte432",
}
_TRANSFERS = {1: "bt709", 4: "bt470m", 5: "bt470bg", 6: "smpte170m", 8: "linear", 13: "srgb", 14: "bt2020-10", 15: "bt2020-12",
              16: "smpte2084", 18: "arib-std-b67"}  # fmt: skip
_MATRICES = {0: "rgb", 1: "bt709", 5: "bt470bg", 6: "smpte170m", 9: "bt2020nc", 10: "bt2020c"}
_HDR_TRANSFERS = (16, 18)  # PQ and HLG, as numbered by ISO/IEC 23091-2
_FULL_RANGE = 2


def probe(file: Path, *, own: bool = False) -> FileFacts:
    """Streams and sizes of `file`. Raises InputError for one that is missing, empty, too large, of a wrong format or damaged.

    `own`: see `recognise`.
    """
    kind = recognise(file, own=own)
    try:
        return _facts(file, kind)
    except InputError:
        raise
    except Exception as error:  # PyAV turns each of ffmpeg's codes into a class of its own
        raise InputError(
            f"{file.name} is damaged and can't be read ({_reason(error)})",
            do="copy or export it again from where it was made, and check that it plays to its end",
        ) from None


def open_container(file: Path, kind: Container | None = None) -> Any:
    """The file opened by the one demuxer its content calls for, local files only; an `av.container.InputContainer`."""
    import av

    kind = kind or recognise(file)
    return av.open(
        f"file:{file.resolve()}", format=kind.demuxer, options={"protocol_whitelist": "file"}, metadata_errors="replace"
    )


def picture_stream(container: Any) -> Any | None:
    """The stream people see: the first video stream that is not attached cover art."""
    from av.stream import Disposition

    streams = [s for s in container.streams.video if s.codec_context and not s.disposition & Disposition.attached_pic]
    return streams[0] if streams else None


def _facts(file: Path, kind: Container) -> FileFacts:
    with open_container(file, kind) as container:
        picture = picture_stream(container)
        sound = next((s for s in container.streams.audio if s.codec_context), None)
        if not picture and not sound:
            raise InputError(
                f"{file.name} holds neither picture nor sound", do="check that it plays, and export it again"
            )
        heard, seen = _packets(container, [s for s in (sound, picture) if s], picture)
        shown: dict[str, Any] = _picture(file, kind) if picture else {}
        if sound and not picture:
            _first_frame(file, kind, "audio")
        if picture and not seen and not kind.still:
            raise InputError(f"{file.name} holds no frames", do="export it again from where it was made")
        still = bool(picture) and (kind.still or (kind.name == "gif" and len(seen) == 1))
        duration = 0 if still else _duration(container, kind, heard)
        rate = (
            None if still or not picture else frame_rate.measure(seen, float(picture.time_base), picture.average_rate)
        )
        return FileFacts(
            kind="image" if still else "video" if picture else "audio",
            container=kind.name,
            duration=duration,
            fps=round(rate.average, 3) if rate else 0.0,
            frames=1 if still else len(seen),
            variable_rate=bool(rate and rate.variable),
            audio_codec=_codec(sound) if sound and not still else "",
            sample_rate=(sound.codec_context.sample_rate or 0) if sound and not still else 0,
            channels=(sound.codec_context.channels or 0) if sound and not still else 0,
            faststart=kind.demuxer == "mov" and _faststart(file),
            bytes=file.stat().st_size,
            **shown,
        )


def _packets(container: Any, streams: list[Any], picture: Any) -> tuple[float, list[float]]:
    """Where the last packet ends (s from the start of the file) and when each frame is shown, edit lists honoured."""
    start = (container.start_time or 0) / 1e6
    end, seen = 0.0, []
    for packet in container.demux(streams):
        if packet.pts is None or packet.is_discard or not packet.size:
            continue
        at = float(packet.pts * packet.time_base) - start
        end = max(end, at + float((packet.duration or 0) * packet.time_base))
        if packet.stream is picture:
            seen.append(at)
    return end, sorted(seen)


def _duration(container: Any, kind: Container, end: float) -> int:
    """What the container declares, unless the file was cut short or (mp3, aac) the figure is a wrong estimate; ms."""
    declared = (container.duration or 0) / 1e6
    estimated = kind.name in ("mp3", "aac") and abs(declared - end) > 0.5
    trusted = declared and not estimated and declared <= end + 1
    return round(1000 * (declared if trusted else end or declared))


def _picture(file: Path, kind: Container) -> dict[str, Any]:
    frame, stream = _first_frame(file, kind, "video")
    context = stream.codec_context
    ratio = frame.sample_aspect_ratio if getattr(frame, "sample_aspect_ratio", None) else stream.sample_aspect_ratio
    width, height = round(frame.width * _shape(ratio)), frame.height
    rotation = round(getattr(frame, "rotation", 0) or 0)
    if rotation % 180:
        width, height = height, width
    transfer = int(frame.color_trc or 2)
    return {
        "width": width, "height": height, "rotation": rotation, "hdr": transfer in _HDR_TRANSFERS,
        "video_codec": _codec(stream), "profile": str(getattr(stream, "profile", None) or context.profile or ""),
        "pixel_format": frame.format.name, "color": _color(frame, context),
    }  # fmt: skip


def _first_frame(file: Path, kind: Container, what: str) -> tuple[Any, Any]:
    """The first frame that decodes: the proof that the file is more than headers."""
    with open_container(file, kind) as container:
        stream = picture_stream(container) if what == "video" else container.streams.audio[0]
        for frame in container.decode(stream):
            return frame, stream
    raise InputError(f"nothing in {file.name} can be decoded", do="export it again from where it was made")


def _shape(ratio: Fraction | None) -> Fraction:
    return ratio if ratio and ratio.numerator > 0 and Fraction(1, 10) < ratio < 10 else Fraction(1)


def _codec(stream: Any) -> str:
    """The codec's name, not that of the decoder that reads it ("mp3", not "mp3float")."""
    context = stream.codec_context
    name = getattr(getattr(context, "codec", None), "canonical_name", "") or context.name
    return {"mp3float": "mp3", "libdav1d": "av1", "libopus": "opus", "libvorbis": "vorbis"}.get(name, str(name))


def _color(frame: Any, context: Any) -> str:
    """ "bt709" when all three tags agree, "primaries/transfer/matrix" when not, "" when untagged; full range is said."""
    tags = (
        _COLOURS.get(int(frame.color_primaries or 2), ""),
        _TRANSFERS.get(int(frame.color_trc or 2), ""),
        _MATRICES.get(int(frame.colorspace if frame.colorspace is not None else 2), ""),
    )
    if not any(tags):
        return ""
    name = tags[0] if len(set(tags)) == 1 else "/".join(tag or "unknown" for tag in tags)
    return f"{name}, full range" if int(frame.color_range or 0) == _FULL_RANGE else name


def _faststart(file: Path) -> bool:
    """True when the index (moov) stands before the media data (mdat), so a player can start before all is loaded."""
    return next((name == b"moov" for name in _boxes(file) if name in (b"moov", b"mdat")), False)


def _boxes(file: Path) -> Iterable[bytes]:
    """Names of an ISO file's top-level boxes (ISO/IEC 14496-12 §4.2)."""
    with open(file, "rb") as stream:
        position, total = 0, file.stat().st_size
        while position + 8 <= total:
            stream.seek(position)
            head = stream.read(16)
            size = int.from_bytes(head[:4], "big")
            if size == 1:
                size = int.from_bytes(head[8:16], "big")
            yield head[4:8]
            if size < 8:
                return
            position += size


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or type(error).__name__)
