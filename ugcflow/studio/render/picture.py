"""The filter graph that makes a chunk's pictures: read, resample to the output's frames, fit into the canvas, write over, fade."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ugcflow.errors import RenderError
from ugcflow.studio.media.container import opening
from ugcflow.studio.render.frames import Piece
from ugcflow.studio.render.source import Source
from ugcflow.studio.timeline import Clip, Fade

# A frame that comes less than half a frame late is still in time; not one half, so that 60 → 30 never meets a tie.
_TOLERANCE = 0.45
_ORIGIN = 3600  # s: text and fades may begin before their chunk does, and libass knows no negative times
_SCALER = "lanczos"
_CONVERTER = (
    "lanczos+accurate_rnd+full_chroma_int+full_chroma_inp"  # without these, a change of colours darkens by 2 of 255
)
_TONEMAP = (
    "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,"
    "format=yuv420p"
)
_ON_WHITE = "format=rgba,negate,premultiply=inplace=1,negate,format=rgb24,"  # what shows through a picture is white, as paper is
_TAGS = "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"


@dataclass(frozen=True, slots=True)
class Canvas:
    """The picture to be filled, px, and its rate."""

    width: int
    height: int
    rate: Fraction


def input_arguments(piece: Piece, source: Source, canvas: Canvas) -> list[str]:
    """How ffmpeg opens one piece. Seeking stays inaccurate so that the frame shown when the piece begins is not thrown away."""
    begin = Fraction(piece.source) * _speed(piece.clip) / canvas.rate
    seek = ["-noaccurate_seek", "-ss", f"{float(begin):.6f}"] if begin and not source.still else []
    return ["-threads", "1", *seek, *opening(source.path)]


def graph(
    pieces: list[Piece], sources: list[Source], canvas: Canvas, subtitles: str, fades: tuple[Fade, ...], total: int
) -> str:
    """The whole graph of a chunk, with `[out]` at its end. `subtitles` is an ASS file's plain name in the work folder, "" for none."""
    parts = [
        f"[{i}:V:0]{_frames(p, s, canvas)},{_fitted(p.clip, s, canvas, str(i))}[p{i}]"
        for i, (p, s) in enumerate(zip(pieces, sources, strict=True))
    ]
    joined = "".join(f"[p{i}]" for i in range(len(parts)))
    grid = f"settb={canvas.rate.denominator}/{canvas.rate.numerator},setpts=N"  # concat knows no frame's length
    last = [f"{joined}concat=n={len(parts)}:v=1:a=0,{grid}" if len(parts) > 1 else f"{joined}null"]
    over = ([f"ass={subtitles}:shaping=complex"] if subtitles else []) + _faded(
        pieces[0].first, total, canvas.rate, fades
    )
    if over:
        last += [f"setpts=PTS+{_ORIGIN}/TB", *over, "setpts=PTS-STARTPTS"]
    return ";\n".join([*parts, ",".join([*last, "format=yuv420p", _TAGS]) + "[out]"])


def fade_spans(first: int, total: int, rate: Fraction, fades: tuple[Fade, ...]) -> list[tuple[str, float, float]]:
    """Fades of the picture as (direction, start, length) in seconds from frame `first`: the first or last frame is quite black."""
    spans = []
    for fade in fades:
        if fade.target in ("both", "picture") and fade.duration > 0:
            length = min(Fraction(fade.duration, 1000), total / rate)
            start = Fraction(0) if fade.direction == "in" else total / rate - length
            spans.append((fade.direction, float(start - first / rate), float(max(1 / rate, length - 1 / rate))))
    return spans


def _faded(first: int, total: int, rate: Fraction, fades: tuple[Fade, ...]) -> list[str]:
    return [
        f"fade=t={way}:st={_ORIGIN + start:.6f}:d={length:.6f}"
        for way, start, length in fade_spans(first, total, rate, fades)
    ]


def _frames(piece: Piece, source: Source, canvas: Canvas) -> str:
    """Exactly `count` frames at the canvas's rate, each what the source shows at that moment; its last one is held when it ends early."""
    rate, speed = canvas.rate, _speed(piece.clip)
    late = float(_TOLERANCE / rate)
    return (
        f"settb=1/120000,setpts=PTS*{speed.denominator}/{speed.numerator}-{late:.9f}/TB,tpad=stop=-1:stop_mode=clone,"
        f"fps={rate.numerator}/{rate.denominator}:start_time=0:round=up,trim=end_frame={piece.count},setpts=PTS-STARTPTS"
    )


def _fitted(clip: Clip, source: Source, canvas: Canvas, tag: str) -> str:
    for effect in clip.effects:
        raise RenderError(
            f"the effect {effect.get('op', effect)!r} is not known to the renderer", do="remove it from the draft"
        )
    crop = _ON_WHITE * source.alpha + (f"{_cropped(clip)}," if clip.crop else "")
    if clip.fit == "contain" and not _same_shape(clip, source, canvas):
        return crop + _contained(source, canvas, tag)
    if clip.fit not in ("cover", "contain"):
        raise RenderError(f"{clip.fit!r} is no way to fit a picture", do="use cover or contain")
    return crop + _covered(clip.focus, source, canvas)


def _cropped(clip: Clip) -> str:
    assert clip.crop
    x, y, w, h = clip.crop
    return f"crop=w=iw*{w:.6f}:h=ih*{h:.6f}:x=iw*{x:.6f}:y=ih*{y:.6f}"


def _covered(focus: tuple[float, float], source: Source, canvas: Canvas) -> str:
    """Cut to the canvas's shape around the focus, then scale: nothing is computed that is not seen."""
    shape = f"{canvas.width}/{canvas.height}"
    x, y = focus
    cut = (
        f"crop=w='min(iw,ih*{shape}/sar)':h='min(ih,iw*sar/({shape}))'"
        f":x='clip(iw*{x:.6f}-ow/2,0,iw-ow)':y='clip(ih*{y:.6f}-oh/2,0,ih-oh)'"
    )
    return f"{cut},{_scaled(canvas.width, canvas.height, source)}"


def _contained(source: Source, canvas: Canvas, tag: str) -> str:
    """The whole picture over a blurred, darker copy of itself. The copy is blurred small: it has no detail to lose."""
    w, h = canvas.width, canvas.height
    small_w, small_h = max(2, w // 16 * 2), max(2, h // 16 * 2)
    fit = f"scale=w='2*round(min({w},{h}*dar)/2)':h='2*round(min({h},{w}/dar)/2)'"
    back = (
        f"{_covered((0.5, 0.5), source, Canvas(small_w, small_h, canvas.rate))},gblur=sigma={small_h / 40:.2f}:steps=2"
    )
    return (
        f"split[a{tag}][b{tag}];[b{tag}]{back},lutyuv=y='16+(val-16)*0.6',scale={w}:{h}:flags=bicubic[c{tag}];"
        f"[a{tag}]{fit}:{_colours(source)}[d{tag}];[c{tag}][d{tag}]overlay=x='(W-w)/2':y='(H-h)/2':format=yuv420"
    )


def _scaled(width: int, height: int, source: Source) -> str:
    return f"scale={width}:{height}:{_colours(source)}"


def _colours(source: Source) -> str:
    """Flags of the scaler and the way to BT.709; a picture with more light than that is brought down after it is scaled."""
    if source.medium.hdr:
        return f"flags={_SCALER},setsar=1,{_TONEMAP}"
    flags = _SCALER if source.plain and not source.alpha else _CONVERTER
    matrix = f":in_color_matrix={source.matrix}" if source.matrix else ""
    return f"flags={flags}{matrix}:out_color_matrix=bt709:out_range=tv,setsar=1,format=yuv420p,{_TAGS}"


def _same_shape(clip: Clip, source: Source, canvas: Canvas) -> bool:
    medium = source.medium
    if not medium.width or not medium.height:
        return False
    _, _, w, h = clip.crop or (0, 0, 1, 1)
    shape = medium.width * w / (medium.height * h)
    return abs(shape / (canvas.width / canvas.height) - 1) < 0.01


def _speed(clip: Clip) -> Fraction:
    return Fraction(clip.speed).limit_denominator(10000)
