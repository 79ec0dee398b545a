"""Painted surfaces: oak boards, plaster, a print for the wall, the label of the box. All drawn here, from a seed."""

from __future__ import annotations

import functools
import itertools
from pathlib import Path

import cv2
import numpy as np
from fontpkg_montserrat import __file__ as _fonts
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Picture = NDArray[np.float32]
"""(height, width, 3), sRGB, 0 to 1."""

BRAND = "HARBOR"


@functools.cache
def oak(width: int = 2400, height: int = 1800, boards: int = 7) -> Picture:
    """Oiled oak boards that run from left to right, with growth rings, pores and a dark line at every joint."""
    rng = np.random.default_rng(3)
    picture = np.zeros((height, width, 3), np.float32)
    edges = np.linspace(0, height, boards + 1).astype(int)
    for top, bottom in itertools.pairwise(edges):
        picture[top:bottom] = _board(width, bottom - top, rng)
        picture[max(0, bottom - 3) : bottom] *= 0.45
    return np.clip(picture, 0, 1)


def _board(width: int, height: int, rng: np.random.Generator) -> Picture:
    y = np.linspace(-1, 1, height)[:, None] + rng.uniform(-0.5, 0.5)
    sway = _noise(rng, width, height, 260, 40) * 0.55 + _noise(rng, width, height, 420, 14) * 0.1
    rings = np.sin((y + sway) * rng.uniform(13, 18)) * 0.5 + 0.5
    fibre = _noise(rng, width, height, 60, 0.8)
    pores = np.clip(_noise(rng, width, height, 22, 0.7) - 1.35, 0, 1)
    tone = 0.5 + 0.22 * (rings**2 - 0.4) + 0.075 * fibre - 0.42 * pores + rng.uniform(-0.1, 0.1)
    dark, light = np.array([0.42, 0.27, 0.16]), np.array([0.80, 0.61, 0.42])
    return (dark + (light - dark) * np.clip(tone, 0, 1)[..., None]).astype(np.float32)


def _noise(rng: np.random.Generator, width: int, height: int, along: float, across: float) -> NDArray[np.float32]:
    """Smooth noise of unit variance, stretched by `along` px to the right and `across` px down."""
    noise = cv2.GaussianBlur(rng.standard_normal((height, width)).astype(np.float32), (0, 0), along, sigmaY=across)
    return noise / noise.std()


@functools.cache
def plaster(size: int = 1024) -> Picture:
    """A warm, hand-trowelled wall."""
    rng = np.random.default_rng(8)
    tone = _noise(rng, size, size, 70, 50) * 0.012 + _noise(rng, size, size, 8, 8) * 0.008
    return np.clip(np.array([0.80, 0.75, 0.67], np.float32) + tone[..., None], 0, 1).astype(np.float32)


@functools.cache
def art(width: int = 600, height: int = 800) -> Picture:
    """A print of a sun over hills, in four flat colours."""
    image = Image.new("RGB", (width, height), (239, 229, 211))
    draw = ImageDraw.Draw(image)
    draw.ellipse((190, 150, 410, 370), fill=(214, 120, 71))
    x = np.arange(width)
    for level, depth, colour in ((430, 60, (148, 163, 142)), (520, 45, (88, 113, 104)), (620, 35, (49, 70, 74))):
        ridge = level + depth * np.sin(x / 95 + level) + depth / 3 * np.sin(x / 37 + level * 2)
        draw.polygon(
            [(70, 730), *[(int(a), int(b)) for a, b in zip(x, ridge, strict=True) if 70 <= a <= 530], (530, 730)],
            fill=colour,
        )
    draw.rectangle((0, 730, width, height), fill=(239, 229, 211))
    return _floats(image)


@functools.cache
def label(width: int = 900, height: int = 1200) -> Picture:
    """The front of the product's box: a line drawing of the lamp over its name."""
    image = Image.new("RGB", (width * 2, height * 2), (233, 222, 202))
    draw = ImageDraw.Draw(image)
    ink = (58, 48, 40)
    draw.arc((560, 500, 1240, 1180), 180, 360, fill=ink, width=16)
    draw.line((560, 840, 1240, 840), fill=ink, width=16)
    draw.line((900, 840, 900, 1290), fill=ink, width=16)
    draw.line((740, 1298, 1060, 1298), fill=ink, width=22)
    draw.ellipse((870, 450, 930, 510), fill=(196, 128, 62))
    _centred(draw, BRAND, 1580, 190, "Bold", ink)
    _centred(draw, "the cordless table lamp", 1860, 78, "Medium", (120, 100, 82))
    return _floats(image.resize((width, height), Image.Resampling.LANCZOS))


def _centred(
    draw: ImageDraw.ImageDraw, text: str, y: int, size: int, weight: str, colour: tuple[int, int, int]
) -> None:
    font = ImageFont.truetype(_font(), size)
    font.set_variation_by_name(weight)
    draw.text((900, y), text, font=font, fill=colour, anchor="mm")


def _font() -> str:
    return str(next(path for path in sorted(Path(_fonts).parent.rglob("*.ttf")) if "Italic" not in path.name))


def _floats(image: Image.Image) -> Picture:
    return np.asarray(image, np.float32) / 255
