"""How words look: a look for every role, presets people ask for by name, and single wishes (colour, size) over them. Sizes are in em."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ugcflow.studio.render.wishes import wishes_of

WHITE, INK, YELLOW, GREEN = "FFFFFF", "111111", "FFDD33", "3BE36B"


@dataclass(frozen=True, slots=True)
class Look:
    """`size` is in units of the picture (see `unit`); outline, shadow, padding and radius in em of that. Colours are RRGGBB, "" for none.

    `highlight` is the word being spoken, `pop` how much it grows; `past` colours words already spoken. `card` is the box behind, `accent` the bar
    at its left side. `motion`: pop | slide | pulse | "".
    `rest_weight` and `rest_color` are those of the lines after the first (0 and "": the same).
    `lines` is the most there may be; rather than one more line, it may shrink to `shrink` of its size.
    """

    size: float
    weight: int = 800
    color: str = WHITE
    highlight: str = ""
    past: str = ""
    pop: float = 1.0
    outline: float = 0.0
    outline_color: str = "000000"
    shadow: float = 0.0
    card: str = ""
    card_alpha: float = 1.0
    accent: str = ""
    padding: tuple[float, float] = (0.0, 0.0)
    radius: float = 0.0
    leading: float = 1.12
    upper: bool = False
    lines: int = 2
    shrink: float = 1.0
    motion: str = "pop"
    rest_weight: int = 0
    rest_color: str = ""


_CAPTION = Look(1.0, 800, highlight=YELLOW, pop=1.07, outline=0.085, shadow=0.55)
_ROLES = {
    "caption": _CAPTION,
    "title": Look(1.22, 900, shrink=0.7, outline=0.07, shadow=0.6, lines=4, leading=1.08),
    "hook": Look(0.8, 800, INK, shrink=0.8, card=WHITE, padding=(0.58, 0.36), radius=0.42, shadow=0.35, lines=3, leading=1.2),
    "cta": Look(0.72, 800, INK, card=YELLOW, padding=(0.85, 0.46), radius=9.0, shadow=0.45, lines=2, shrink=0.78, leading=1.2, motion="pulse"),
    "lower_third": Look(
        0.56, 800, rest_weight=500, rest_color="D7D9DE", card="101114", card_alpha=0.82, accent=YELLOW, padding=(0.62, 0.42), radius=0.16, shadow=0.3, lines=2,
        leading=1.25, motion="slide",
    ),
}  # fmt: skip
_PRESETS: dict[str, dict[str, Any]] = {
    "default": {},
    "tiktok": {},
    "bold": {"weight": 900, "size": 1.12, "upper": True, "highlight": GREEN, "outline": 0.095, "pop": 1.1},
    "hormozi": {"weight": 900, "size": 1.12, "upper": True, "highlight": "FFD400", "outline": 0.1, "pop": 1.12},
    "mrbeast": {"weight": 900, "size": 1.22, "upper": True, "highlight": "2CF2FF", "outline": 0.12, "pop": 1.16},
    "minimal": {"weight": 600, "size": 0.72, "highlight": "", "outline": 0.0, "shadow": 0.75, "pop": 1.0, "motion": ""},
    "meme": {"weight": 900, "size": 1.15, "upper": True, "highlight": "", "outline": 0.11, "pop": 1.0},
    "neon": {"weight": 800, "highlight": "39FF14", "outline": 0.06, "shadow": 0.8, "pop": 1.1},
    "karaoke": {"highlight": YELLOW, "past": YELLOW, "pop": 1.04},
    "box": {"size": 0.8, "outline": 0.0, "shadow": 0.0, "card": "0B0B0F", "card_alpha": 0.78, "padding": (0.5, 0.34), "radius": 0.34},
}  # fmt: skip


def rest_of(look: Look) -> Look:
    """The look of the lines under the first: a name's title, a headline's small print."""
    return replace(look, weight=look.rest_weight or look.weight, color=look.rest_color or look.color)


def unit(width: int, height: int) -> float:
    """Em of a caption in px: 5.4 % of the height of a 9:16 picture, and as readable in every other shape."""
    return min(0.0345 * (width + height), 0.07 * height, 0.1 * width)


def look_of(role: str, style: dict[str, Any]) -> Look:
    """The look of a role with what was asked over it."""
    wishes = wishes_of(style)
    look = _preset(_ROLES.get(role, _ROLES["title"]), role, wishes.preset)
    if wishes.color:
        look = _colored(look, wishes.color)
    if wishes.highlight:
        look = replace(look, highlight=wishes.highlight)
    if wishes.outline and not look.card:
        look = replace(look, outline=max(look.outline, 0.1))
    if wishes.card:
        look = _on_card(look, wishes.card, wishes.color)
    if wishes.lively and role == "caption":
        look = replace(look, pop=max(look.pop, 1.14))
    return replace(look, upper=look.upper or wishes.upper, size=look.size * wishes.size)


def _preset(look: Look, role: str, name: str) -> Look:
    """Presets are drawn for captions; of another role they change the weight and the case alone."""
    changes = _PRESETS.get(name, {})
    if role != "caption":
        changes = {k: v for k, v in changes.items() if k in ("weight", "upper")}
    return replace(look, **changes)


def _colored(look: Look, color: str) -> Look:
    """Dark words get a light outline, and the word being spoken stays one that stands out."""
    edge = WHITE if contrast(color, "000000") < 2.5 else look.outline_color
    lit = WHITE if look.highlight and contrast(look.highlight, color) < 1.4 else look.highlight
    return replace(look, color=color, outline_color=edge, highlight=lit)


def _on_card(look: Look, color: str, asked: str) -> Look:
    """A card of that colour, with words that read on it: as asked when they do, else white where it can be."""
    readable = (c for c in (asked, WHITE, INK) if c and contrast(c, color) >= 2.8)
    padding = look.padding if look.card else (0.5, 0.34)
    return replace(
        look,
        card=color,
        card_alpha=1.0,
        color=next(readable, INK),
        outline=0.0,
        padding=padding,
        radius=look.radius or 0.34,
    )


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours, WCAG 2.2."""

    def luminance(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    one, two = sorted((luminance(a), luminance(b)))
    return (two + 0.05) / (one + 0.05)
