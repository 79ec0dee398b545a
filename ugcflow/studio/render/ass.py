"""Advanced SubStation Alpha: events counted in frames, and the document libass draws over a chunk."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ugcflow.studio.render.fonts import MAIN, Run

ORIGIN = 3600  # s: the first frame of a chunk; libass knows no negative times
_HEADER = """[Script Info]
ScriptType: v4.00+
PlayResX: {width}
PlayResY: {height}
LayoutResX: {width}
LayoutResY: {height}
WrapStyle: 2
ScaledBorderAndShadow: yes
YCbCr Matrix: None

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: D,{font},40,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,5,0,0,0,-1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


@dataclass(frozen=True, slots=True)
class Event:
    """Something drawn from frame `first` to before `end` of the edit. `body` is the text or drawing with its own tags.

    `still` are its tags once it has come in; `moving` those with its entrance and exit, which last `enter` and `leave` frames (`endless`: always).
    Between the two it is written with `still` and without its times, so that a chunk in the middle of it depends on neither.
    """

    layer: int
    first: int
    end: int
    still: str
    moving: str
    body: str
    enter: int = 0
    leave: int = 0
    endless: bool = False


def document(events: list[Event], first: int, count: int, rate: Fraction, width: int, height: int) -> str:
    """The ASS document of `count` frames from `first`, "" when nothing falls into them."""
    near = [e for e in events if e.first < first + count and e.end > first]
    lines = [_line(e, first, count, rate) for e in sorted(near, key=lambda e: (e.layer, e.first))]
    if not lines:
        return ""
    return _HEADER.format(width=width, height=height, font=MAIN) + "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Text that libass shows as it is: no override block, no line break of its own."""
    out = []
    for char in text:
        if char in "{}":
            out.append("\\" + char)
        elif char == "\\":
            out.append("\\\u2060")  # a word joiner: "\N" would be a line break otherwise
        elif char in "\r\n\t\v\f\x85\u2028\u2029":
            out.append(" ")
        elif ord(char) >= 32:
            out.append(char)
    return "".join(out)


def set_runs(runs: list[Run], em: float) -> str:
    """Runs with the face and the size that give each the same em."""
    return "".join(f"{{\\fn{r.face.family}\\fs{em * r.face.scale:.2f}}}{escaped(r.text)}" for r in runs)


def color(tag: str, rgb: str) -> str:
    """A colour tag (`1c` fill, `3c` outline): ASS writes blue first."""
    return f"\\{tag}&H{rgb[4:6]}{rgb[2:4]}{rgb[0:2]}&"


def alpha(opacity: float, tag: str = "alpha") -> str:
    """A transparency tag: ASS counts what is let through."""
    return f"\\{tag}&H{round((1 - min(1.0, max(0.0, opacity))) * 255):02X}&"


def rounded(width: float, height: float, radius: float) -> str:
    """A rectangle with round corners as a vector drawing from (0, 0), px."""
    r = min(radius, width / 2, height / 2)
    k = r * 0.4477  # distance from the corner of a circle's control points
    w, h = width, height
    points = [
        ("m", (r, 0)), ("l", (w - r, 0)), ("b", (w - k, 0, w, k, w, r)), ("l", (w, h - r)), ("b", (w, h - k, w - k, h, w - r, h)),
        ("l", (r, h)), ("b", (k, h, 0, h - k, 0, h - r)), ("l", (0, r)), ("b", (0, k, k, 0, r, 0)),
    ]  # fmt: skip
    return " ".join(f"{verb} {' '.join(f'{v:.1f}' for v in values)}" for verb, values in points)


def _line(event: Event, first: int, count: int, rate: Fraction) -> str:
    begin, end, tags = event.first, event.end, event.moving
    settled = begin + event.enter <= first and first + count <= end - event.leave
    if settled and not event.endless:
        begin, end, tags = first - 1, first + count + 1, event.still
    elif not event.enter and not event.leave and not event.endless:
        begin, end, tags = max(begin, first - 1), min(end, first + count + 1), event.still
    span = f"{_time(begin - first, rate)},{_time(end - first, rate)}"
    return f"Dialogue: {event.layer},{span},D,,0,0,0,,{{{tags}}}{event.body}"


def _time(frame: int, rate: Fraction) -> str:
    """Half a frame before `frame`, so that rounding to hundredths can't move a word by a frame."""
    centis = round((ORIGIN + (frame - Fraction(1, 2)) / rate) * 100)
    return f"{centis // 360000}:{centis // 6000 % 60:02d}:{centis // 100 % 60:02d}.{centis % 100:02d}"
