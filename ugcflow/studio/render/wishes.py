"""What people asked about the look of words: a title's `style` read into single wishes. Words that mean nothing to a look change nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

COLORS = {
    "white": "FFFFFF", "black": "000000", "yellow": "FFD60A", "red": "FF3B30", "green": "34C759", "blue": "0A84FF", "orange": "FF9500",
    "pink": "FF2D92", "purple": "AF52DE", "teal": "30B0C7", "cyan": "32D7FF", "turquoise": "40E0D0", "gold": "FFC400", "silver": "C7C7CC",
    "gray": "8E8E93", "grey": "8E8E93", "brown": "A2845E", "beige": "F3E5C8", "navy": "0B2A5B", "lime": "A6FF00", "magenta": "FF00FF",
    "coral": "FF6F61", "cream": "FFF6E0", "violet": "8F5BFF", "mint": "A8F0D0", "maroon": "7A1F2B",
}  # fmt: skip
_PHRASES = {
    "dark background bar": "bar", "background bar": "bar", "background box": "bar", "black outline": "outline", "word by word": "tiktok",
    "all caps": "uppercase", "白色": "white", "黄色": "yellow", "红色": "red", "黑色": "black", "蓝色": "blue", "绿色": "green",
    "金色": "gold", "粉色": "pink", "黑底": "bar", "描边": "outline", "逐字高亮": "karaoke", "醒目": "bold", "简约": "minimal",
    "综艺": "mrbeast", "抖音": "tiktok",
}  # fmt: skip
_PRESETS = {
    "default": "default", "tiktok": "tiktok", "reels": "tiktok", "modern": "tiktok", "highlight": "tiktok", "word-by-word": "tiktok",
    "hormozi": "hormozi", "viral": "hormozi", "trending": "hormozi", "bold": "bold", "loud": "bold", "mrbeast": "mrbeast", "beast": "mrbeast",
    "minimal": "minimal", "clean": "minimal", "simple": "minimal", "subtle": "minimal", "elegant": "minimal", "karaoke": "karaoke",
    "box": "box", "boxed": "box", "readable": "box", "meme": "meme", "neon": "neon",
}  # fmt: skip
_SIZES = {
    "bigger": 1.25,
    "larger": 1.25,
    "big": 1.25,
    "large": 1.25,
    "huge": 1.5,
    "smaller": 0.8,
    "small": 0.8,
    "tiny": 0.62,
}
_LIVELY = {"animated", "pop", "dynamic", "bouncy"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """Colours are RRGGBB, "" where none was asked; `size` is a factor; `card` is the colour behind the words."""

    preset: str = ""
    color: str = ""
    highlight: str = ""
    card: str = ""
    size: float = 1.0
    upper: bool = False
    outline: bool = False
    lively: bool = False


def wishes_of(style: dict[str, Any]) -> Wishes:
    """`{"preset": "bold yellow", "size": "bigger"}` and its like."""
    words = _words(str(style.get("preset") or style.get("style") or ""))
    bar = "bar" in words
    colors = [COLORS[w] for w in words if w in COLORS and not (bar and w == "black")]
    background = style.get("background")
    return Wishes(
        preset=next((_PRESETS[w] for w in words if w in _PRESETS), ""),
        color=color_of(style.get("color")) or next(iter(colors), ""),
        highlight=color_of(style.get("highlight")),
        card=(color_of(background) or "0B0B0F") if background or bar else "",
        size=_factor(style.get("size")) * _factor(next((w for w in words if w in _SIZES), None)),
        upper=bool(style.get("upper")) or "upper" in str(style.get("case", "")) or "uppercase" in words,
        outline="outline" in words,
        lively=bool(_LIVELY & set(words)),
    )


def color_of(value: Any) -> str:
    """RRGGBB of a name or a hex number, "" for neither."""
    text = str(value or "").strip().lower().lstrip("#")
    if re.fullmatch(r"[0-9a-f]{6}", text):
        return text.upper()
    if re.fullmatch(r"[0-9a-f]{3}", text):
        return "".join(c * 2 for c in text).upper()
    return next((COLORS[w] for w in _words(text) if w in COLORS), "")


def _words(text: str) -> list[str]:
    text = text.lower()
    for phrase, word in _PHRASES.items():
        text = text.replace(phrase, f" {word} ")
    return text.replace(",", " ").split()


def _factor(size: Any) -> float:
    if isinstance(size, int | float) and not isinstance(size, bool):
        return min(3.0, max(0.3, float(size)))
    return _SIZES.get(str(size).lower(), 1.0)
