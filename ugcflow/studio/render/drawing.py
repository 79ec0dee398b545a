"""Placed words as events: cards with their shadow, lines with outline, captions word by word, and how each comes in."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ugcflow.studio.render.ass import Event, alpha, color, rounded, set_runs
from ugcflow.studio.render.fonts import Run, faces, runs
from ugcflow.studio.render.frames import frame_at
from ugcflow.studio.render.layout import Placed
from ugcflow.studio.render.looks import Look, rest_of
from ugcflow.studio.render.typeset import Atom, Line

SHADE, CARD, ACCENT, SHADOW, TEXT, SPOKEN = range(6)  # layers, the last in front
_ENTER, _LEAVE = 160, 120  # ms
_HOLD = 120  # ms: a word stays lit over a gap this short


@dataclass(frozen=True, slots=True)
class Spot:
    """Something of a placed title to be drawn around `x`, `y` px."""

    x: float
    y: float
    body: str
    tags: str


def events_of(placed: Placed, rate: Fraction, language: str) -> list[Event]:
    """All that is drawn for one title."""
    drawn = _card(placed, rate) if placed.look.card else []
    language = placed.title.style.get("language") or language
    if placed.title.words:
        return drawn + _spoken(placed, rate, language)
    return drawn + _lines(placed, rate, language)


def _card(placed: Placed, rate: Fraction) -> list[Event]:
    look, em = placed.look, placed.block.em
    shape = rounded(placed.width, placed.height, look.radius * em)
    x, y = placed.middle
    drawn = [
        _event(
            placed,
            CARD,
            Spot(x, y, f"{{\\p1}}{shape}", color("1c", look.card) + alpha(look.card_alpha, "1a") + "\\bord0\\shad0"),
            rate,
        )
    ]
    if look.shadow:
        soft = color("1c", "000000") + alpha(look.shadow, "1a") + f"\\bord0\\shad0\\blur{em * 0.16:.1f}"
        drawn.append(_event(placed, SHADE, Spot(x, y + em * 0.09, f"{{\\p1}}{shape}", soft), rate))
    if look.accent:
        bar = rounded(em * 0.16, placed.height * 0.56, em)
        tags = color("1c", look.accent) + "\\bord0\\shad0"
        drawn.append(_event(placed, ACCENT, Spot(placed.x + em * 0.32, y, f"{{\\p1}}{bar}", tags), rate))
    return drawn


def _lines(placed: Placed, rate: Fraction, language: str) -> list[Event]:
    drawn = []
    for i, line in enumerate(placed.block.lines):
        look = rest_of(placed.look) if line.rest else placed.look
        left, baseline = _line_start(placed, line, i)
        middle = left + line.width * placed.block.em / 2
        drawn += _drawn(placed, look, runs(line.text, look.weight, language), (middle, baseline), rate)
    return drawn


def _drawn(placed: Placed, look: Look, set_: list[Run], at: tuple[float, float], rate: Fraction) -> list[Event]:
    """One line of a title, its middle and baseline `at`, with its soft shadow."""
    em = placed.block.em
    x, y = at[0], at[1] - _above(set_, em)
    body = set_runs(set_, em)
    drawn = [_event(placed, TEXT, Spot(x, y, body, _ink(look, em, look.color)), rate)]
    if look.shadow and not look.card:
        drawn.append(_event(placed, SHADOW, Spot(x, y + em * 0.05, body, _soft(look, em)), rate))
    return drawn


def _spoken(placed: Placed, rate: Fraction, language: str) -> list[Event]:
    """A caption: every word where it belongs, and lit while it is spoken."""
    look, em, drawn = placed.look, placed.block.em, []
    for i, line in enumerate(placed.block.lines):
        x, baseline = _line_start(placed, line, i)
        for atom, middle in _spread(line, x, em):
            set_ = runs(atom.text, look.weight, language)
            body, y = set_runs(set_, em), baseline - _above(set_, em)
            drawn += _word(placed, atom, Spot(middle, y, body, ""), rate)
            if look.shadow and not look.card:
                soft = Spot(middle, y + em * 0.05, body, _soft(look, em))
                drawn.append(_event(placed, SHADOW, soft, rate))
    return drawn


def _word(placed: Placed, atom: Atom, spot: Spot, rate: Fraction) -> list[Event]:
    """A word before, while and after it is spoken."""
    look, em = placed.look, placed.block.em
    begin, end = _lit(placed, atom.word, rate)
    plain = Spot(spot.x, spot.y, spot.body, _ink(look, em, look.color))
    if not look.highlight:
        return [_event(placed, TEXT, plain, rate)]
    after = Spot(spot.x, spot.y, spot.body, _ink(look, em, look.past or look.color))
    grown = f"\\fscx{look.pop * 100:.0f}\\fscy{look.pop * 100:.0f}"
    lit = _ink(look, em, look.highlight)
    pop = f"\\fscx{look.pop * 104:.0f}\\fscy{look.pop * 104:.0f}\\t(0,110,{grown})" if look.pop > 1 else ""
    x, y = spot.x, spot.y
    at = f"\\an5\\pos({x:.1f},{y:.1f})"
    drawn = [
        Event(
            SPOKEN,
            begin,
            end,
            at + lit + grown,
            at + lit + (pop or grown),
            spot.body,
            enter=_frames(110, rate) if pop else 0,
        )
    ]
    if begin > placed.first:
        drawn.append(_event(placed, TEXT, plain, rate, end=begin))
    if end < placed.end:
        drawn.append(Event(TEXT, end, placed.end, at + after.tags, at + after.tags, spot.body))
    return [e for e in drawn if e.end > e.first]


def _lit(placed: Placed, index: int, rate: Fraction) -> tuple[int, int]:
    """The frames during which a word is lit: its own time, at least one frame, over to the next word when that comes at once."""
    words = placed.title.words
    word = words[index]
    following = words[index + 1].start if index + 1 < len(words) else placed.title.end
    ends = following if following - word.end <= _HOLD else word.end
    begin = min(max(frame_at(word.start, rate), placed.first), placed.end - 1)
    return begin, min(max(frame_at(ends, rate), begin + 1), placed.end)


def _spread(line: Line, left: float, em: float) -> list[tuple[Atom, float]]:
    """Atoms with the middle of each, px; from the right in a line that reads so."""
    spots, at = [], 0.0
    for i, atom in enumerate(line.atoms):
        at += atom.space if i else 0.0
        spots.append((atom, at + atom.width / 2))
        at += atom.width
    return [(a, left + ((line.width - x) if line.rtl else x) * em) for a, x in spots]


def _line_start(placed: Placed, line: Line, index: int) -> tuple[float, float]:
    """Left edge and baseline of a line, px: capitals stand in the middle of their line."""
    block = placed.block
    middle_x, middle_y = placed.middle
    top = middle_y - block.height / 2 + index * block.leading * block.em
    cap = faces()[0].cap
    baseline = top + block.leading * block.em / 2 + cap * block.em / 2
    if placed.look.accent:
        across = placed.x + (placed.width - block.width) / 2 + block.em * 0.08
        return across, baseline
    return middle_x - line.width * block.em / 2, baseline


def _above(set_: list[Run], em: float) -> float:
    """How far the middle of libass's line box stands above the baseline, px."""
    ascent = max((r.face.ascent for r in set_), default=faces()[0].ascent)
    descent = max((r.face.descent for r in set_), default=faces()[0].descent)
    return (ascent - descent) / 2 * em


def _ink(look: Look, em: float, fill: str) -> str:
    edge = look.outline * em
    outline = f"\\bord{edge:.1f}" + color("3c", look.outline_color) if edge else "\\bord0"
    return f"\\b{look.weight}" + color("1c", fill) + outline + "\\shad0"


def _soft(look: Look, em: float) -> str:
    edge = max(look.outline, 0.03) * em
    dark = color("1c", "000000") + color("3c", "000000") + alpha(look.shadow, "1a") + alpha(look.shadow, "3a")
    return f"\\b{look.weight}" + dark + f"\\bord{edge:.1f}\\shad0\\blur{em * 0.09:.1f}"


def _event(placed: Placed, layer: int, spot: Spot, rate: Fraction, end: int | None = None) -> Event:
    """A part of a title that comes in as its look says: everything grows from the title's middle, or slides with it."""
    still = f"\\an5\\pos({spot.x:.1f},{spot.y:.1f}){spot.tags}"
    enter, leave = _frames(_ENTER, rate), _frames(_LEAVE, rate)
    last = placed.end if end is None else end
    out = (
        0 if placed.title.words or placed.stays or end is not None else _LEAVE
    )  # a call to action is whole in the last picture
    moving, pulse = _moving(placed, spot, last - placed.first, rate, out)
    if not moving:
        return Event(layer, placed.first, last, still, still, spot.body)
    return Event(layer, placed.first, last, still, moving, spot.body, enter, leave if out else 0, pulse)


def _moving(placed: Placed, spot: Spot, frames: int, rate: Fraction, out: int) -> tuple[str, bool]:
    motion, em = placed.look.motion, placed.block.em
    middle_x, middle_y = placed.middle
    if placed.first == 0 and motion:  # the first picture of a film stands for it: it is whole
        pulse = _pulse(frames, rate) if motion == "pulse" else ""
        return f"\\an5\\pos({spot.x:.1f},{spot.y:.1f}){spot.tags}{pulse}\\fad(0,{out})", motion == "pulse"
    if motion == "slide":
        away = f"\\an5\\move({spot.x - em * 0.5:.1f},{spot.y:.1f},{spot.x:.1f},{spot.y:.1f},0,{_ENTER})"
        return f"{away}{spot.tags}\\fad({_ENTER},{out})", False
    if motion in ("pop", "pulse"):
        small = 0.94 if placed.title.words else 0.86
        x, y = middle_x + (spot.x - middle_x) * small, middle_y + (spot.y - middle_y) * small
        quick = 90 if placed.title.words else _ENTER
        grow = f"\\an5\\move({x:.1f},{y:.1f},{spot.x:.1f},{spot.y:.1f},0,{quick})"
        scale = f"\\fscx{small * 100:.0f}\\fscy{small * 100:.0f}\\t(0,{quick},\\fscx100\\fscy100)"
        fade = f"\\fad({50 if placed.title.words else quick},{out})"
        return f"{grow}{spot.tags}{scale}{_pulse(frames, rate) if motion == 'pulse' else ''}{fade}", motion == "pulse"
    return "", False


def _pulse(frames: int, rate: Fraction) -> str:
    """A button that breathes: 4 % larger and back every 1.1 s."""
    length, at = int(frames * 1000 / rate), 500
    tags: list[str] = []
    while at + 700 < length and len(tags) < 120:
        tags.append(f"\\t({at},{at + 300},\\fscx104\\fscy104)\\t({at + 300},{at + 700},\\fscx100\\fscy100)")
        at += 1100
    return "".join(tags)


def _frames(ms: int, rate: Fraction) -> int:
    return int(ms * rate / 1000) + 1
