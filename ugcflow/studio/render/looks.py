"""How words look: a look for every role, presets people ask for by name, and single wishes (colour, size) over them. Sizes are in em."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

WHITE, INK, YELLOW, GREEN = "FFFFFF", "111111", "FFDD33", "3BE36B"
COLORS = {
    "white": WHITE, "black": "000000", "yellow": "FFD60A", "red": "FF3B30", "green": "34C759", "blue": "0A84FF", "orange": "FF9500",
    "pink": "FF2D92", "purple": "AF52DE", "teal": "30B0C7", "cyan": "32D7FF", "turquoise": "40E0D0", "gold": "FFC400", "silver": "C7C7CC",
    "gray": "8E8E93", "grey": "8E8E93", "brown": "A2845E", "beige": "F3E5C8", "navy": "0B2A5B", "lime": "A6FF00", "magenta": "FF00FF",
    "neon": "39FF14", "coral": "FF6F61", "cream": "FFF6E0", "violet": "8F5BFF", "mint": "A8F0D0", "maroon": "7A1F2B", "dark": INK,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """`size` is in units of the picture (see `unit`); outline, shadow, padding and radius in em of that. Colours are RRGGBB, "" for none.

    `highlight` is the word being spoken, `pop` how much it grows; `past` colours words already spoken. `card` is the box behind, `accent` the bar
    at its left side. `motion`: pop | slide | pulse | "".
    `rest_weight` and `rest_color` are those of the lines after the first (0 and "": the same).
    `lines` is the most there may be; rather than a second line, `one_line` lets it shrink to that part of its size.
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
    one_line: float = 1.0
    motion: str = "pop"
    rest_weight: int = 0
    rest_color: str = ""


_CAPTION = Look(1.0, 800, highlight=YELLOW, pop=1.07, outline=0.085, shadow=0.55)
_ROLES = {
    "caption": _CAPTION,
    "title": Look(1.22, 900, outline=0.07, shadow=0.6, lines=4, leading=1.08),
    "hook": Look(0.8, 800, INK, card=WHITE, padding=(0.58, 0.36), radius=0.42, shadow=0.35, lines=3, leading=1.2),
    "cta": Look(0.72, 800, INK, card=YELLOW, padding=(0.85, 0.46), radius=9.0, shadow=0.45, lines=2, one_line=0.78, leading=1.2, motion="pulse"),
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
    "karaoke": {"highlight": YELLOW, "past": YELLOW, "pop": 1.04},
    "box": {"size": 0.8, "outline": 0.0, "shadow": 0.0, "card": "0B0B0F", "card_alpha": 0.78, "padding": (0.5, 0.34), "radius": 0.34},
}  # fmt: skip
_ALIASES = {
    "viral": "hormozi", "big": "bold", "beast": "mrbeast", "clean": "minimal", "simple": "minimal", "subtle": "minimal", "elegant": "minimal",
    "modern": "default", "boxed": "box", "background": "box", "word-by-word": "tiktok", "reels": "tiktok", "loud": "bold", "highlight": "tiktok",
}  # fmt: skip
_SIZES = {
    "bigger": 1.25, "larger": 1.25, "big": 1.25, "large": 1.25, "huge": 1.5, "biggest": 1.5, "smaller": 0.8, "small": 0.8, "tiny": 0.62,
}  # fmt: skip


def rest_of(look: Look) -> Look:
    """The look of the lines under the first: a name's title, a headline's small print."""
    return replace(look, weight=look.rest_weight or look.weight, color=look.rest_color or look.color)


def unit(width: int, height: int) -> float:
    """Em of a caption in px: 5.4 % of the height of a 9:16 picture, and as readable in every other shape."""
    return min(0.0345 * (width + height), 0.07 * height, 0.1 * width)


def look_of(role: str, style: dict[str, Any]) -> Look:
    """The look of a role with what was asked over it. Words that mean nothing here change nothing."""
    look = _ROLES.get(role, _ROLES["title"])
    look = _preset(look, role, style)
    asked = color_of(style.get("color"))
    if asked:
        look = _colored(look, asked)
    if color := color_of(style.get("highlight")):
        look = replace(look, highlight=color)
    if style.get("background"):
        look = _on_card(look, color_of(style["background"]) or "0B0B0F", asked)
    if style.get("upper") or style.get("case") == "upper" or "uppercase" in _words(style):
        look = replace(look, upper=True)
    return replace(look, size=look.size * _factor(style))


def color_of(value: Any) -> str:
    """RRGGBB of a name or a hex number, "" for neither."""
    text = str(value or "").strip().lower().lstrip("#")
    if re.fullmatch(r"[0-9a-f]{6}", text):
        return text.upper()
    if re.fullmatch(r"[0-9a-f]{3}", text):
        return "".join(c * 2 for c in text).upper()
    return COLORS.get(text, "")


def _preset(look: Look, role: str, style: dict[str, Any]) -> Look:
    names = _words(style)
    for name in names:
        changes = _PRESETS.get(_ALIASES.get(name, name))
        if changes and role == "caption":
            return replace(look, **changes)
        if changes and role != "caption":
            return replace(look, **{k: v for k, v in changes.items() if k in ("weight", "upper")})
    return look


def _words(style: dict[str, Any]) -> list[str]:
    return str(style.get("preset") or style.get("style") or "").lower().split()


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


def _factor(style: dict[str, Any]) -> float:
    size = style.get("size", 1.0)
    if isinstance(size, int | float) and not isinstance(size, bool):
        return min(3.0, max(0.3, float(size)))
    return _SIZES.get(str(size).lower(), 1.0)
