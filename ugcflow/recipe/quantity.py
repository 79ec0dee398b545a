"""Amounts as people write them: `25s`, `1m 10s`, `50MB`, `1080x1920`, `9:16`."""

from __future__ import annotations

import re

_UNITS = {"ms": 1, "s": 1_000, "sec": 1_000, "m": 60_000, "min": 60_000, "h": 3_600_000}
_PART = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(ms|sec|s|min|m|h)", re.IGNORECASE)
_BYTES = {"b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30}


def milliseconds(text: str) -> int:
    """`25s`, `1.5s`, `500ms`, `10m`, `1m 10s`, `1:30`, or a bare number of seconds. Raises ValueError."""
    text = text.strip()
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,6})?", text):
        return round(float(text) * 1000)
    if clock := re.fullmatch(r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5][0-9](?:\.[0-9]{1,3})?)", text):
        hours, minutes, seconds = clock.groups()
        return int(hours or 0) * 3_600_000 + int(minutes) * 60_000 + round(float(seconds) * 1000)
    if len(text) > 40 or not re.fullmatch(rf"({_PART.pattern}\s*)+", text, re.IGNORECASE):
        raise ValueError("a duration is written 25s, 1m 10s or 500ms")
    return round(sum(float(m[1]) * _UNITS[m[2].lower()] for m in _PART.finditer(text)))


def step_of(text: str) -> int:
    """What the last written digit of a duration counts, ms: 1000 for `30s`, 100 for `1.5s`, 1 for `500ms`."""
    parts = list(_PART.finditer(text))
    number, unit = (parts[-1][1], _UNITS[parts[-1][2].lower()]) if parts else (text.rsplit(":", 1)[-1], 1_000)
    digits = len(number.partition(".")[2])
    return max(1, round(min(unit, 1_000) * 0.1**digits))


def bytes_(text: str) -> int:
    """`50MB`, `500 kB`, `1.5GiB`, or a bare number of bytes. Raises ValueError."""
    found = re.fullmatch(r"\s*([0-9]{1,15}(?:\.[0-9]{1,6})?)\s*([kmg]?i?b)?\s*", text, re.IGNORECASE)
    if not found:
        raise ValueError("a size is written 50MB")
    return round(float(found[1]) * _BYTES[(found[2] or "b").lower()])


def pixels(text: str) -> tuple[int, int]:
    """`1080x1920` → (1080, 1920). Both even (4:2:0 video has no odd sizes), 16 to 7680. Raises ValueError."""
    found = re.fullmatch(r"\s*([0-9]{1,6})\s*[xX×]\s*([0-9]{1,6})\s*", text)
    if not found:
        raise ValueError("a size in pixels is written 1080x1920")
    width, height = int(found[1]), int(found[2])
    if not all(16 <= side <= 7680 for side in (width, height)):
        raise ValueError(f"{width}x{height} is out of reach: each side is 16 to 7680 pixels")
    if width % 2 or height % 2:
        raise ValueError(f"video has no odd sizes: {width - width % 2}x{height - height % 2} is the nearest")
    return width, height


def ratio(text: str) -> float:
    """`9:16` or `1080x1920` → width ÷ height. Raises ValueError."""
    found = re.fullmatch(r"\s*([0-9]{1,5}(?:\.[0-9]{1,4})?)\s*[:xX×/]\s*([0-9]{1,5}(?:\.[0-9]{1,4})?)\s*", text)
    if not found or not float(found[1]) or not float(found[2]):
        raise ValueError("a shape is written 9:16")
    return float(found[1]) / float(found[2])
