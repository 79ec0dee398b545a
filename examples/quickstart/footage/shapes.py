"""Meshes made of numbers, in centimetres, z up: turned profiles, rounded boxes, leaves, a mug's handle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Point = tuple[float, float]


@dataclass(frozen=True)
class Mesh:
    vertices: Floats
    """(n, 3) centimetres."""
    normals: Floats
    faces: NDArray[np.int32]

    def ply(self) -> bytes:
        """The mesh as a binary PLY file, with its own normals."""
        head = "ply\nformat binary_little_endian 1.0\n"
        head += f"element vertex {len(self.vertices)}\n"
        head += "".join(f"property float {name}\n" for name in ("x", "y", "z", "nx", "ny", "nz"))
        head += f"element face {len(self.faces)}\nproperty list uchar int vertex_index\nend_header\n"
        rows = np.zeros(len(self.faces), dtype=[("n", "u1"), ("f", "<i4", 3)])
        rows["n"], rows["f"] = 3, self.faces
        return head.encode() + np.hstack([self.vertices, self.normals]).astype("<f4").tobytes() + rows.tobytes()


def _grid(vertices: Floats, normals: Floats) -> Mesh:
    """A mesh of a (rows, columns, 3) grid of points."""
    rows, columns = vertices.shape[:2]
    index = np.arange(rows * columns).reshape(rows, columns)
    a, b, c, d = index[:-1, :-1], index[1:, :-1], index[1:, 1:], index[:-1, 1:]
    faces = np.concatenate([np.stack([a, b, c], -1).reshape(-1, 3), np.stack([a, c, d], -1).reshape(-1, 3)])
    return Mesh(vertices.reshape(-1, 3), normals.reshape(-1, 3), faces.astype(np.int32))


def _unit(vectors: Floats) -> Floats:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)


def rounded(corners: Sequence[Point], radius: float, steps: int = 8) -> Floats:
    """A line through the corners with each inner corner replaced by a curve that starts `radius` away from it."""
    points = [np.array(corners[0], float)]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        p, c, n = np.array(before, float), np.array(corner, float), np.array(after, float)
        reach = min(radius, np.linalg.norm(p - c) / 2.01, np.linalg.norm(n - c) / 2.01)
        start, end = c + _unit(p - c) * reach, c + _unit(n - c) * reach
        for t in np.linspace(0, 1, steps):
            points.append((1 - t) ** 2 * start + 2 * t * (1 - t) * c + t**2 * end)
    points.append(np.array(corners[-1], float))
    return np.array(points)


def turned(profile: Floats, segments: int = 160) -> Mesh:
    """A solid of revolution about z from a profile of (radius, height), walked so that its right-hand side is outside."""
    tangent = np.gradient(profile, axis=0)
    outward = _unit(np.stack([tangent[:, 1], -tangent[:, 0]], -1))
    angle = np.linspace(0, 2 * np.pi, segments + 1)
    ring = np.stack([np.cos(angle), np.sin(angle)], -1)

    def spin(pairs: Floats) -> Floats:
        xy = pairs[:, None, :1] * ring[None]
        return np.concatenate([xy, np.broadcast_to(pairs[:, None, 1:], (*xy.shape[:2], 1))], -1)

    return _grid(spin(profile), spin(outward))


def box(size: tuple[float, float, float], radius: float) -> Mesh:
    """A box about the origin with rounded edges."""
    half = np.array(size) / 2
    bend = np.linspace(0, 1, 5)
    meshes = []
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        lines = [np.concatenate([-half[i] + radius * bend, half[i] - radius * bend[::-1]]) for i in (u, v)]
        for side in (-1.0, 1.0):
            cube = np.zeros((len(lines[0]), len(lines[1]), 3))
            cube[..., u], cube[..., v], cube[..., axis] = lines[0][:, None], lines[1][None], side * half[axis]
            inner = np.clip(cube, -half + radius, half - radius)
            normal = _unit(cube - inner)
            meshes.append(_grid(inner + radius * normal, normal))
    return joined(meshes)


def leaf(length: float, width: float, bend: float, lean: float, turn: float, base: float) -> Mesh:
    """A leaf that grows from height `base` on the z axis, leans out by `lean` rad towards `turn` and bends further."""
    along, across = np.linspace(0, 1, 24), np.linspace(-1, 1, 9)
    angle = lean + bend * along**1.5
    out = np.cumsum(np.sin(angle)) * length / 24
    up = np.cumsum(np.cos(angle)) * length / 24 + base
    half = width / 2 * np.sin(np.pi * np.clip(along, 0.02, 0.98) ** 0.8) ** 0.75 + 0.12
    fold = 0.22 * half[:, None] * np.abs(across)[None] ** 1.3
    points = np.stack([out[:, None] - fold * np.cos(angle)[:, None], half[:, None] * across[None],
                       up[:, None] + fold * np.sin(angle)[:, None]], -1)  # fmt: skip
    c, s = np.cos(turn), np.sin(turn)
    points = points @ np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]])
    normals = _unit(np.cross(np.gradient(points, axis=0), np.gradient(points, axis=1)))
    return _grid(points, normals)


def tube(path: Floats, radius: float) -> Mesh:
    """A round rod along a path that lies in the xz plane."""
    tangent = _unit(np.gradient(path, axis=0))
    side = np.cross(tangent, np.array([0.0, 1.0, 0.0]))
    angle = np.linspace(0, 2 * np.pi, 33)
    normal = np.cos(angle)[None, :, None] * side[:, None] + np.sin(angle)[None, :, None] * np.array([0.0, 1.0, 0.0])
    return _grid(path[:, None] + radius * normal, normal)


def joined(meshes: Sequence[Mesh]) -> Mesh:
    """Several meshes as one."""
    starts = np.cumsum([0] + [len(mesh.vertices) for mesh in meshes[:-1]])
    return Mesh(
        np.concatenate([mesh.vertices for mesh in meshes]),
        np.concatenate([mesh.normals for mesh in meshes]),
        np.concatenate([mesh.faces + start for mesh, start in zip(meshes, starts, strict=True)]).astype(np.int32),
    )
