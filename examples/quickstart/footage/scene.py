"""The camera set-ups, and how each is rendered: once by daylight and once by the lamp, to be mixed later."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mitsuba as mi
import mitsuba_oidn
import numpy as np
from numpy.typing import NDArray

mi.set_variant("scalar_rgb")

import props  # noqa: E402  (needs the variant)

Vector = tuple[float, float, float]
WIDTH, HEIGHT = 1200, 2134
"""Of a still in px: a ninth more than the frame on each axis, for the hand to sway in."""
CORE = 0.6
"""Stills are traced at this share of their size; phone lenses are no sharper."""


@dataclass(frozen=True)
class Shot:
    """A camera set-up. Lengths in cm, angles in degrees."""

    eye: Vector
    target: Vector
    fov: float
    """Vertical."""
    aperture: float
    """Radius of the lens opening: the larger, the softer what is out of focus."""
    focus: Vector
    """The point that is sharp."""
    things: dict[str, Any] = field(default_factory=dict)
    """Where the movable props stand; what is not named is not in the picture."""


BOOKS, PLANT, MUG = (17.0, 14.0), (-17.0, 16.0), (12.0, -12.0)
SHOTS = {
    "table": Shot((5, -84, 30), (0.5, 6, 15.5), 41, 0.7, (0, 0, 16), {"books": BOOKS, "plant": PLANT, "mug": MUG}),
    "box": Shot(
        (-14, -78, 32),
        (-1.5, 0, 12.5),
        37,
        0.8,
        (-6, -12, 12),
        {"carton": ((-6, -6), -4), "lamp": (10, 12), "books": (-26, 24)},
    ),
    "shelf": Shot(
        (34, -60, 17), (1, 3, 13.5), 35, 1.0, (0, -4, 14), {"plant": (-17, 18), "mug": (23, -19), "books": (22, 14)}
    ),
    "button": Shot((14, -38, 56), (0, 2, 17.5), 37, 0.55, (0, -2, 26), {"mug": (-15, 4), "books": (18, 16)}),
    "detail": Shot(
        (-19, -38, 12), (0.5, 0, 17.5), 37, 0.8, (-2, -6, 18), {"books": (16, 18), "plant": (-8, 28), "mug": (12, -4)}
    ),
    "night": Shot(
        (-10, -74, 21), (1.5, 4, 14), 38, 0.9, (0, -3, 14), {"books": (15, 12), "mug": (-10, -14), "plant": (-17, 22)}
    ),
    "offer": Shot(
        (2, -92, 25),
        (1.5, 0, 15),
        38,
        0.8,
        (-3, -4, 14),
        {"carton": ((10.5, 14), -10), "lamp": (-5, -4), "plant": (-22, 20)},
    ),
}


@dataclass(frozen=True)
class Still:
    """A set-up as traced: linear light of each source, and how near everything is."""

    day: NDArray[np.float32]
    lamp: NDArray[np.float32]
    nearness: NDArray[np.float32]
    """1 / distance, relative to what is in focus: 1 there, 0 far away."""


def render(shot: Shot, samples: int, scale: float = CORE) -> Still:
    """Trace a set-up with `samples` paths a pixel."""
    day, depth = _trace(shot, samples, scale, lit=False)
    lamp, _ = _trace(shot, samples, scale, lit=True)
    focus = float(np.linalg.norm(np.subtract(shot.focus, shot.eye)))
    return Still(day, lamp, np.clip(focus / np.maximum(depth, 1), 0, 2.5).astype(np.float32))


def _trace(shot: Shot, samples: int, scale: float, lit: bool) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    with tempfile.TemporaryDirectory() as folder:
        scene = mi.load_dict(_scene(shot, Path(folder), scale, lit))
        layers = np.array(mi.render(scene, spp=samples, seed=17), dtype=np.float32)
    colour, albedo, normal = (np.ascontiguousarray(layers[..., i : i + 3]) for i in (0, 3, 6))
    colour = np.minimum(colour, 40)
    clean = mitsuba_oidn.denoise(colour, np.clip(albedo, 0, 1), normal, hdr=True)
    return np.asarray(clean, np.float32), layers[..., 9]


def _scene(shot: Shot, folder: Path, scale: float, lit: bool) -> dict[str, Any]:
    table = props.Table(folder)
    stand: dict[str, Callable[..., None]] = {"books": props.books, "plant": props.plant}
    props.room(table)
    place = shot.things.get("lamp", (0.0, 0.0))
    props.lamp(table, place, lit)
    props.diffuser(table, place, (15.0, 9.4, 4.4) if lit else None)
    for name, build in stand.items():
        if name in shot.things:
            build(table, shot.things[name])
    if "mug" in shot.things:
        props.mug(table, shot.things["mug"], 215)
    if "carton" in shot.things:
        props.carton(table, *shot.things["carton"])
    lights = {} if lit else _daylight()
    integrator = {"type": "aov", "aovs": "al:albedo,nn:sh_normal,dd:depth", "image": {"type": "path", "max_depth": 4}}
    return {"type": "scene", "integrator": integrator, "sensor": _sensor(shot, scale), **table.parts, **lights}


def _sensor(shot: Shot, scale: float) -> dict[str, Any]:
    film = {
        "type": "hdrfilm",
        "width": round(WIDTH * scale),
        "height": round(HEIGHT * scale),
        "pixel_format": "rgb",
        "rfilter": {"type": "box"},
    }  # fmt: skip  (a wider filter would smear the noise that the denoiser looks for)
    look = mi.ScalarTransform4f().look_at(origin=list(shot.eye), target=list(shot.target), up=[0, 0, 1])
    distance = float(np.linalg.norm(np.subtract(shot.focus, shot.eye)))
    return {"type": "thinlens", "to_world": look, "fov": shot.fov, "fov_axis": "y", "aperture_radius": shot.aperture,
            "focus_distance": distance, "near_clip": 1.0, "film": film, "sampler": {"type": "independent"}}  # fmt: skip


def _daylight() -> dict[str, Any]:
    """Low sun through a window with bars on the left, and the sky's soft light."""
    place = mi.ScalarTransform4f
    sun = place().look_at(origin=[-280, -270, 235], target=[2, 20, 24], up=[0, 0, 1]).scale([6, 6, 1])
    sky = place().look_at(origin=[-60, -150, 150], target=[0, 0, 10], up=[0, 0, 1]).scale([60, 60, 1])
    lights: dict[str, Any] = {
        "sun": {"type": "rectangle", "to_world": sun, "emitter": _glow(5200, 3900, 2500)},
        "sky": {"type": "rectangle", "to_world": sky, "emitter": _glow(1.5, 1.7, 1.95)},
        "bounce": {"type": "constant", "radiance": {"type": "rgb", "value": [0.20, 0.19, 0.18]}},
    }
    pane = place().look_at(origin=[-110, -95, 108], target=[2, 20, 24], up=[0, 0, 1])
    bars = {"left": (-59, 0, 40, 120), "right": (59, 0, 40, 120), "top": (0, 66, 120, 40), "bottom": (0, -66, 120, 40),
            "post": (0, 0, 1.1, 30), "rail": (0, 9, 20, 1.1), "sill": (0, -9, 20, 1.1)}  # fmt: skip
    for name, (x, y, half_width, half_height) in bars.items():
        to_world = pane.translate([x, y, 0]).scale([half_width, half_height, 1])
        lights[f"bar_{name}"] = {"type": "rectangle", "to_world": to_world, "bsdf": {"type": "diffuse"}}
    return lights


def _glow(red: float, green: float, blue: float) -> dict[str, Any]:
    return {"type": "area", "radiance": {"type": "rgb", "value": [red, green, blue]}}
