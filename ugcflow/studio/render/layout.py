"""Where words stand: each role's own place or the one asked for, inside the safe area, and no text on another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from ugcflow.output import SafeArea
from ugcflow.studio.render.frames import frame_at
from ugcflow.studio.render.looks import Look, look_of, unit
from ugcflow.studio.render.typeset import Block, set_text
from ugcflow.studio.timeline import Timeline, Title

_PLACES = {"hook": "top", "title": "center", "caption": "lower-third", "lower_third": "bottom-left", "cta": "bottom"}
_HEIGHTS = {"top": 0.0, "upper-third": 0.22, "center": 0.5, "middle": 0.5, "lower-third": 0.80, "bottom": 1.0} | {
    "above-center": 0.36, "below-center": 0.64, "higher-up": 0.62, "lower-down": 0.92, "above-platform-ui": 0.80,
}  # fmt: skip
"""Parts of the free height above a box; the last ones as words that are moved, or kept clear of a platform's buttons."""
_GAP = 0.35  # em of a caption between two texts
_LINE = 9.4  # em: a line of the 16 letters captions are grouped by, so that groups of one edit have one size
_FIRST = ("hook", "title", "lower_third", "cta", "caption")  # who keeps their place when two want the same


@dataclass(frozen=True, slots=True)
class Placed:
    """A title set and placed: its box (`x`, `y`, `width`, `height` px, card and outline included) from frame `first` to before `end`. `shrunk` is the part of its
    size it could keep. One that `stays` is up when the film ends."""

    title: Title
    look: Look
    block: Block
    x: float
    y: float
    width: float
    height: float
    first: int
    end: int
    shrunk: float = 1.0
    stays: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def meets(self, other: Placed, gap: float = 0.0) -> bool:
        """Seen at once, and nearer than `gap`."""
        together = self.first < other.end and other.first < self.end
        beside = self.x < other.x + other.width and other.x < self.x + self.width
        return together and beside and self.y < other.y + other.height + gap and other.y < self.y + self.height + gap


@dataclass(frozen=True, slots=True)
class Area:
    """The part of the picture words may use, px."""

    left: float
    top: float
    right: float
    bottom: float
    width: int


def safe_area(width: int, height: int, safe: SafeArea) -> Area:
    """The platform's own margins, and at least 4 % of the picture everywhere."""
    least = 0.04
    return Area(
        max(safe.left, least) * width, max(safe.top, least) * height, width * (1 - max(safe.right, least)),
        height * (1 - max(safe.bottom, least)), width,
    )  # fmt: skip


def lay_out(timeline: Timeline, safe: SafeArea, rate: Fraction) -> list[Placed]:
    """Every title of the edit, none on another while both are seen."""
    area = safe_area(timeline.width, timeline.height, safe)
    base = unit(timeline.width, timeline.height)
    wanted: list[Placed] = []
    for title in sorted(timeline.titles, key=lambda t: (_FIRST.index(t.role) if t.role in _FIRST else 1, t.start)):
        first, end = frame_at(title.start, rate), frame_at(title.end, rate)
        if end > first and (title.text.strip() or title.words):
            wanted.append(_place(title, area, base, first, end, timeline.language))
    last = frame_at(timeline.duration, rate)
    wanted = [replace(p, stays=bool(timeline.clips) and p.end >= last) for p in wanted]
    placed: list[Placed] = []
    for new in _in_column(wanted, area):
        placed.append(_free(new, [p for p in placed if p.first < new.end and new.first < p.end], area, _GAP * base))
    return placed


def _in_column(wanted: list[Placed], area: Area) -> list[Placed]:
    """Captions share one middle, so that they don't jump: the picture's, or as far beside it as the widest of them needs."""

    def is_column(placed: Placed) -> bool:
        return placed.title.role == "caption" and not placed.title.position.endswith(("left", "right"))

    aside = [p.middle[0] - area.width / 2 for p in wanted if is_column(p)]
    shift = max(aside, key=abs, default=0.0)
    return [replace(p, x=area.width / 2 + shift - p.width / 2) if is_column(p) else p for p in wanted]


def _place(title: Title, area: Area, base: float, first: int, end: int, language: str) -> Placed:
    look = look_of(title.role, title.style)
    em = (min(base, (area.right - area.left) / _LINE) if title.role == "caption" else base) * look.size
    area = _inside(area, look, em)
    across, down = _padding(look, em)
    words = tuple(w.text for w in title.words)
    block = set_text(
        title.text, look, em, area.right - area.left - 2 * across, title.style.get("language") or language, words
    )
    across, down = _padding(look, block.em)
    width, height = block.width + 2 * across, block.height + 2 * down
    x, y = _spot(title.position or _PLACES.get(title.role, "center"), width, height, area)
    return Placed(title, look, block, x, y, width, height, first, end, block.em / em)


def _inside(area: Area, look: Look, em: float) -> Area:
    """Room at every side for what breathes: a button grows by 4 % of itself."""
    if look.motion != "pulse":
        return area
    side, edge = 0.022 * (area.right - area.left), 0.06 * em
    return replace(area, left=area.left + side, right=area.right - side, top=area.top + edge, bottom=area.bottom - edge)


def _padding(look: Look, em: float) -> tuple[float, float]:
    """What stands around the text: the card's padding, or the outline with its growth when a word pops."""
    if look.card:
        return look.padding[0] * em, look.padding[1] * em
    grown = look.outline + 0.06 + (look.pop - 1) * 1.5
    return grown * em, grown * em * 0.5


def _spot(place: str, width: float, height: float, area: Area) -> tuple[float, float]:
    """Top left corner of a box for a place as `top`, `bottom-left`, `lower-third`. Centred in the picture when the safe area lets it."""
    place = place.lower().replace("_", "-").replace(" ", "-").replace("centre", "center")
    side = next((s for s in ("left", "right") if place.endswith(s)), "")
    name = place.removesuffix(side).strip("-") or "center"
    height_of = _HEIGHTS.get(name, _HEIGHTS["center"])
    free = max(0.0, area.bottom - area.top - height)
    y = area.top + free * height_of
    x = {"left": area.left, "right": area.right - width}.get(side, (area.width - width) / 2)
    return min(max(x, area.left), max(area.left, area.right - width)), y


def _free(new: Placed, others: list[Placed], area: Area, gap: float) -> Placed:
    """Moved up or down, whichever is nearer, until it meets nothing. Where there is no room at all it stays."""
    if not any(new.meets(o, gap) for o in others):
        return new
    spots = [s for o in others for s in (o.y - gap - new.height - 0.5, o.y + o.height + gap + 0.5)]
    inside = [s for s in spots if area.top - 0.5 <= s <= area.bottom - new.height + 0.5]
    tries = sorted((replace(new, y=s) for s in inside), key=lambda p: abs(p.y - new.y))
    return next((t for t in tries if not any(t.meets(o, gap * 0.9) for o in others)), new)
