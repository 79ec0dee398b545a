"""The phone in a hand: sway, parallax, exposure that breathes, the sensor's grain. Stills in, frames out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scene import HEIGHT as STILL_HEIGHT
from scene import WIDTH as STILL_WIDTH
from scene import Still

Frame = NDArray[np.uint8]
"""(1920, 1080, 3), sRGB."""
Levels = tuple[float, float]
"""How bright daylight and lamp are, 1 as traced."""

WIDTH, HEIGHT, FPS = 1080, 1920, 30
COARSE = 4
"""Sway is worked out for every fourth pixel and interpolated: it is smooth."""
GRAIN = 2.2
"""Standard deviation of the grain, in steps of 8 bits."""


@dataclass(frozen=True)
class Hold:
    """One set-up as filmed: the still, from when to when in seconds, and its light over time."""

    still: Still
    start: float
    end: float
    levels: Callable[[float], Levels]
    """By the time in the clip, in seconds."""
    seed: int


def film(holds: Iterable[Hold], frames: int) -> Iterator[Frame]:
    """All frames of the clip, one set-up after the other."""
    grain = _grain_fields(np.random.default_rng(40))
    pick = np.random.default_rng(41)
    breath = _wander(np.random.default_rng(42), 0.012, (0.13, 0.31, 0.7))
    for hold in holds:
        shown: tuple[Levels, Frame] | None = None
        hand = Hand(hold)
        for number in range(round(hold.start * FPS), min(frames, round(hold.end * FPS))):
            seconds = number / FPS
            levels = hold.levels(seconds)
            if shown is None or shown[0] != levels:
                shown = (levels, develop(hold.still, levels))
            frame = cv2.remap(shown[1], *hand.look(seconds), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
            frame = cv2.convertScaleAbs(frame, alpha=1 + breath(seconds))
            yield cv2.addWeighted(frame, 1, grain[pick.integers(len(grain))], 1, -128)


def develop(still: Still, levels: Levels) -> Frame:
    """Mix the lights, cool the daylight as it fades, and bring the range down to a screen's (Narkowicz's ACES fit)."""
    day, lamp = levels
    dusk = 1 - min(day, 1.0)
    tint = np.array([1 - 0.26 * dusk, 1 - 0.1 * dusk, 1 + 0.22 * dusk], np.float32)
    light = still.day.astype(np.float32) * (day * tint) + still.lamp.astype(np.float32) * lamp
    shown = np.clip(light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14), 0, 1) ** (1 / 2.2)
    shown *= _vignette(*shown.shape[:2])
    soft = cv2.GaussianBlur(shown, (0, 0), 1.1)
    return (np.clip(shown + 0.55 * (shown - soft), 0, 1) * 255 + 0.5).astype(np.uint8)


def _vignette(height: int, width: int) -> NDArray[np.float32]:
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    return (1 - 0.13 * (0.5 * x**2 + 0.5 * y**2) ** 1.3)[..., None].astype(np.float32)


def _grain_fields(rng: np.random.Generator, count: int = 12) -> list[Frame]:
    """Grey noise about 128, a little softer than a pixel, as a phone's own noise reduction leaves it."""
    fields = []
    for _ in range(count):
        noise = cv2.GaussianBlur(rng.standard_normal((HEIGHT, WIDTH)).astype(np.float32), (0, 0), 0.8)
        grey = np.clip(128 + noise / noise.std() * GRAIN, 0, 255).astype(np.uint8)
        fields.append(np.repeat(grey[..., None], 3, axis=2))
    return fields


def _wander(rng: np.random.Generator, size: float, rates: tuple[float, ...]) -> Callable[[float], float]:
    """A smooth random walk about 0: sines of the rates in Hz, the slow ones the largest, `size` in all."""
    weights = 1 / np.array(rates) ** 0.9
    weights *= size / weights.sum()
    phases, detune = rng.uniform(0, 2 * np.pi, len(rates)), rng.uniform(0.85, 1.15, len(rates))
    return lambda seconds: float(np.sum(weights * np.sin(2 * np.pi * np.array(rates) * detune * seconds + phases)))


class Hand:
    """Where the phone points, frame by frame."""

    RATES = (0.11, 0.23, 0.47, 1.1, 2.3, 6.1)

    def __init__(self, hold: Hold) -> None:
        rng = np.random.default_rng(hold.seed)
        self.hold = hold
        self.x, self.y = _wander(rng, 24, self.RATES), _wander(rng, 24, self.RATES)
        self.turn = _wander(rng, np.radians(0.75), self.RATES[:4])
        self.slide_x, self.slide_y = _wander(rng, 13, self.RATES[:3]), _wander(rng, 10, self.RATES[:3])
        self.push = rng.choice([-1, 1]) * 0.022
        height, width = hold.still.nearness.shape
        self.scale = width / STILL_WIDTH
        self.centre = (width / 2, height / 2)
        # Wide enough that no edge bends where something near meets something far.
        self.nearness = cv2.GaussianBlur(hold.still.nearness.astype(np.float32), (0, 0), 45) - 1
        rows, columns = np.mgrid[0:HEIGHT:COARSE, 0:WIDTH:COARSE].astype(np.float32)
        self.rows, self.columns = (a + np.float32((COARSE - n) / 2) for a, n in ((rows, HEIGHT), (columns, WIDTH)))

    def look(self, seconds: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """For every pixel of the frame, where in the still it is seen: columns and rows."""
        through = (seconds - self.hold.start) / (self.hold.end - self.hold.start) - 0.5
        zoom = self.scale / (1.022 + self.push * 2 * through)
        c, s = (np.float32(f(self.turn(seconds)) * zoom) for f in (np.cos, np.sin))
        x = np.float32(self.centre[0]) + c * self.columns - s * self.rows + np.float32(self.x(seconds) * self.scale)
        y = np.float32(self.centre[1]) + s * self.columns + c * self.rows + np.float32(self.y(seconds) * self.scale)
        near = cv2.remap(self.nearness, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        x += near * np.float32(self.slide_x(seconds) * self.scale)
        y += near * np.float32(self.slide_y(seconds) * self.scale)
        return tuple(cv2.resize(m, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR) for m in (x, y))


assert STILL_WIDTH / STILL_HEIGHT < WIDTH / HEIGHT * 1.01, "stills have the frame's shape"
