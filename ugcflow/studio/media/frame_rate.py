"""Frames per second told from when frames are really shown: containers say 1000, or 90000, or nothing."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

_STANDARD = tuple(
    Fraction(n, d)
    for n, d in ((24000, 1001), (24, 1), (25, 1), (30000, 1001), (30, 1), (48, 1), (50, 1), (60000, 1001), (60, 1), (120, 1), (240, 1))
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FrameRate:
    """`average` over the whole file, `nominal` the rate the frames are spaced at, both in frames/s."""

    average: float
    nominal: Fraction
    variable: bool

    @property
    def text(self) -> str:
        """ "30" or "30000/1001"."""
        return str(self.nominal)


def measure(seen: Sequence[float], tick: float, declared: Fraction | None = None) -> FrameRate:
    """The rate of frames shown at the instants `seen` (s, sorted) on a clock of `tick` seconds."""
    gaps = [b - a for a, b in itertools.pairwise(seen) if b > a]
    if not gaps:
        return FrameRate(0.0, Fraction(0), False)
    typical = sorted(gaps)[len(gaps) // 2]
    odd = sum(abs(gap - typical) > 0.2 * typical + 2 * tick for gap in gaps)
    variable = odd > max(0, 0.01 * len(gaps))
    average = len(gaps) / (seen[-1] - seen[0])
    if not variable and declared and abs(float(declared) / average - 1) < 0.01:
        return FrameRate(float(declared), snap(float(declared), declared), variable)
    nominal = snap(1 / typical if variable else average)
    return FrameRate(average if variable else float(nominal), nominal, variable)


def snap(rate: float, exact: Fraction | None = None) -> Fraction:
    """The standard rate within 0.1 % of `rate`, else `exact`, else the nearest simple fraction."""
    nearest = min(_STANDARD, key=lambda s: abs(float(s) - rate))
    if abs(float(nearest) / rate - 1) < 0.001 and (exact is None or exact not in _STANDARD):
        return nearest
    return (exact or Fraction(rate)).limit_denominator(1001)
