"""What stands on the table: the lamp, its box, books, a mug, a plant, a print on the wall. Scene parts for Mitsuba."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import mitsuba as mi
import numpy as np
import shapes
import surfaces

Parts = dict[str, Any]
"""Shapes by name, as `mi.load_dict` takes them."""

CREAM = (0.83, 0.75, 0.60)
BRASS = (0.80, 0.53, 0.24)


def glossy(colour: tuple[float, float, float], roughness: float, metallic: float = 0.0, coat: float = 0.0) -> Parts:
    """A plain surface; `colour` is linear RGB."""
    bsdf = {"type": "principled", "base_color": {"type": "rgb", "value": list(colour)}, "roughness": roughness,
            "metallic": metallic, "specular": 0.5, "clearcoat": coat, "clearcoat_gloss": 0.9}  # fmt: skip
    return {"type": "twosided", "bsdf": bsdf}


def painted(picture: surfaces.Picture, roughness: float, scale: tuple[float, float] = (1, 1)) -> Parts:
    """A surface with a picture on it, repeated `scale` times; v runs upwards, so the rows are turned over. Roughness 1 is matt."""
    bitmap = {"type": "bitmap", "bitmap": mi.Bitmap((np.clip(picture[::-1], 0, 1) * 255).astype(np.uint8)),
              "to_uv": mi.ScalarTransform4f().scale([scale[0], scale[1], 1])}  # fmt: skip
    if roughness >= 1:
        return {"type": "diffuse", "reflectance": bitmap}
    bsdf = {"type": "principled", "base_color": bitmap, "roughness": roughness, "specular": 0.4}
    return {"type": "twosided", "bsdf": bsdf}


class Table:
    """Collects the parts; meshes go through files in `folder`, the only way Mitsuba's scalar mode takes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.parts: Parts = {}

    def mesh(
        self, name: str, mesh: shapes.Mesh, bsdf: Parts, at: tuple[float, float, float] = (0, 0, 0), turn: float = 0
    ) -> None:
        """Put a mesh at a place, turned about z by degrees."""
        file = self.folder / f"{name}.ply"
        file.write_bytes(mesh.ply())
        place = mi.ScalarTransform4f().translate(list(at)).rotate([0, 0, 1], turn)
        self.parts[name] = {"type": "ply", "filename": str(file), "to_world": place, "bsdf": bsdf}

    def sheet(self, name: str, transform: Any, bsdf: Parts) -> None:
        """Put a rectangle (2 by 2, facing +z before `transform`)."""
        self.parts[name] = {"type": "rectangle", "to_world": transform, "bsdf": bsdf}


def room(table: Table) -> None:
    """Boards, wall, and the print on it."""
    place = mi.ScalarTransform4f
    table.sheet("boards", place().translate([0, -40, 0]).scale([110, 82, 1]), painted(surfaces.oak(), 0.42, (1, 1)))
    table.sheet(
        "wall",
        place().translate([0, 42, 60]).rotate([1, 0, 0], 90).scale([200, 100, 1]),
        painted(surfaces.plaster(), 1.0, (3, 2)),
    )
    table.mesh("skirt", shapes.box((300, 1.6, 3.2), 0.3), glossy((0.62, 0.57, 0.49), 0.6), (0, 41.4, 1.6))
    table.mesh("frame", shapes.box((23, 1.6, 30), 0.25), glossy((0.33, 0.20, 0.11), 0.4), (15, 41, 39))
    table.sheet(
        "art",
        place().translate([15, 40.1, 39]).rotate([1, 0, 0], 90).scale([10.4, 13.9, 1]),
        painted(surfaces.art(), 0.6),
    )


def lamp(table: Table, at: tuple[float, float], lit: bool) -> None:
    """The lamp: a cream dome on a slim stem, brass collar and button. The shade lets a little of its light through."""
    x, y = at
    cream, brass = glossy(CREAM, 0.38, coat=0.35), glossy(BRASS, 0.22, metallic=1.0)
    base = shapes.rounded([(0, 0), (5.9, 0), (5.9, 1.5), (1.15, 1.9), (1.15, 19.5), (0, 19.5)], 0.55, 12)
    table.mesh("lamp_base", shapes.turned(base), cream, (x, y, 0.02))
    arc = np.linspace(0, np.pi / 2, 60)
    outer = np.stack([10.6 * np.cos(arc), 17.4 + 8.6 * np.sin(arc) ** 0.94], -1)
    inner = np.stack([10.25 * np.cos(arc[::-1]), 17.4 + 8.2 * np.sin(arc[::-1]) ** 0.94], -1)
    lip = np.array([[10.45, 17.25], [10.58, 17.3]])
    table.mesh("lamp_shade", shapes.turned(np.concatenate([inner, lip, outer])), cream, (x, y, 0))
    if lit:
        table.parts["lamp_shade"]["emitter"] = {
            "type": "area",
            "radiance": {"type": "rgb", "value": [0.34, 0.185, 0.075]},
        }
    ring = shapes.rounded([(0, 16.2), (1.75, 16.2), (1.75, 17.3), (0, 17.3)], 0.3)
    table.mesh("lamp_collar", shapes.turned(ring), brass, (x, y, 0))
    foot = shapes.rounded([(0, 1.7), (1.6, 1.7), (1.6, 2.5), (0, 2.5)], 0.3)
    table.mesh("lamp_foot", shapes.turned(foot), brass, (x, y, 0))
    knob = shapes.rounded([(0, 25.7), (1.45, 25.7), (1.45, 26.75), (0, 26.85)], 0.35)
    table.mesh("lamp_button", shapes.turned(knob), brass, (x, y, 0))


def diffuser(table: Table, at: tuple[float, float], radiance: tuple[float, float, float] | None) -> None:
    """The opal cap under the shade; it shines with `radiance` in W/(m² sr), or is dark."""
    arc = np.linspace(0, np.pi / 2, 24)
    cap = np.stack([9.4 * np.sin(arc), 17.9 - 1.7 * np.cos(arc)], -1)
    table.mesh("opal", shapes.turned(cap), glossy((0.85, 0.82, 0.75), 0.3), (*at, 0))
    if radiance:
        table.parts["opal"]["emitter"] = {"type": "area", "radiance": {"type": "rgb", "value": list(radiance)}}


def carton(table: Table, at: tuple[float, float], turn: float) -> None:
    """The box it came in, with the label on its front."""
    table.mesh("carton", shapes.box((16, 16, 22), 0.25), glossy((0.66, 0.53, 0.36), 0.75), (*at, 11.05), turn)
    front = mi.ScalarTransform4f().translate([*at, 11.05]).rotate([0, 0, 1], turn).translate([0, -8.03, 0])
    table.sheet("label", front.rotate([1, 0, 0], 90).scale([7.6, 10.6, 1]), painted(surfaces.label(), 0.55))


def books(table: Table, at: tuple[float, float]) -> None:
    """Three books, not quite squared up."""
    covers = (((0.10, 0.20, 0.22), 19, 2.6, 8), ((0.62, 0.22, 0.11), 17.5, 2.0, -6), ((0.72, 0.62, 0.42), 16, 1.7, 14))
    z = 0.0
    for number, (colour, width, thick, turn) in enumerate(covers):
        x, y = at
        for lid, level in enumerate((z + 0.12, z + thick - 0.12)):
            table.mesh(
                f"cover{number}{lid}", shapes.box((width, 13, 0.24), 0.08), glossy(colour, 0.5), (x, y, level), turn
            )
        table.mesh(
            f"pages{number}",
            shapes.box((width - 0.6, 12.4, thick - 0.44), 0.1),
            glossy((0.80, 0.74, 0.62), 0.85),
            (x, y, z + thick / 2),
            turn,
        )
        table.mesh(
            f"spine{number}",
            shapes.box((width, 0.24, thick), 0.1),
            glossy(colour, 0.5),
            _beside(x, y, z + thick / 2, turn),
            turn,
        )
        z += thick + 0.02


def _beside(x: float, y: float, z: float, turn: float) -> tuple[float, float, float]:
    angle = np.radians(turn)
    return float(x + 6.4 * np.sin(angle)), float(y - 6.4 * np.cos(angle)), z


def mug(table: Table, at: tuple[float, float], turn: float) -> None:
    """A stoneware mug of coffee."""
    clay = glossy((0.24, 0.33, 0.38), 0.35, coat=0.6)
    wall = shapes.rounded([(0, 0), (3.7, 0), (4.2, 8.6), (3.85, 8.6), (3.4, 0.6), (0, 0.6)], 0.4)
    table.mesh("mug", shapes.turned(wall), clay, (*at, 0.02), turn)
    angle = np.linspace(-1.9, 1.9, 50)
    loop = np.stack([3.9 + 2.5 * np.cos(angle), 0 * angle, 4.5 + 2.7 * np.sin(angle)], -1)
    table.mesh("handle", shapes.tube(loop, 0.5), clay, (*at, 0), turn)
    coffee = shapes.rounded([(4.0, 7.4), (0, 7.4)], 0.1)
    table.mesh("coffee", shapes.turned(coffee), glossy((0.05, 0.022, 0.01), 0.08), (*at, 0), turn)


def plant(table: Table, at: tuple[float, float]) -> None:
    """A leafy plant in a clay pot."""
    rng = np.random.default_rng(21)
    pot = shapes.rounded([(0, 0), (5, 0), (6.4, 10.5), (5.8, 10.5), (5.4, 9.2), (0, 9.2)], 0.5)
    table.mesh("pot", shapes.turned(pot), glossy((0.62, 0.30, 0.17), 0.7), (*at, 0.02))
    table.mesh(
        "soil", shapes.turned(shapes.rounded([(5.7, 9.6), (0, 9.7)], 0.1)), glossy((0.06, 0.04, 0.03), 0.95), (*at, 0)
    )
    for tone in range(3):
        leaves = [
            shapes.leaf(
                rng.uniform(15, 25),
                rng.uniform(5, 7.5),
                rng.uniform(0.5, 1.3),
                rng.uniform(0.05, 0.6),
                turn,
                rng.uniform(8, 11),
            )
            for turn in rng.uniform(0, 2 * np.pi) + np.arange(5) * 2 * np.pi / 5 + rng.uniform(-0.3, 0.3, 5)
        ]
        green = ((0.10, 0.22, 0.07), (0.14, 0.28, 0.09), (0.07, 0.17, 0.07))[tone]
        table.mesh(f"leaves{tone}", shapes.joined(leaves), glossy(green, 0.38), (*at, 0))
