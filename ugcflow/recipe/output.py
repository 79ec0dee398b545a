"""An entry of `export:` → an Output."""

from __future__ import annotations

from typing import Any

from ugcflow.errors import Problem
from ugcflow.output import Output, SafeArea
from ugcflow.recipe.node import Node, Path
from ugcflow.recipe.preset import PRESETS
from ugcflow.recipe.quantity import milliseconds, pixels

PICTURES = frozenset({"mp4", "mov", "webm", "gif", "png", "jpg"})
SOUNDS = frozenset({"mp4", "mov", "webm", "mp3", "wav", "m4a"})
MOVING = frozenset({"mp4", "mov", "webm", "gif"})
_ONLY = {
    "resolution": (PICTURES, "a picture"), "fps": (MOVING, "moving pictures"), "quality": (PICTURES | SOUNDS, "picture or sound"),
    "loudness": (SOUNDS, "sound"), "true_peak": (SOUNDS, "sound"), "safe_area": (PICTURES, "a picture"),
}  # fmt: skip


def output(node: Node, path: Path, problems: list[Problem]) -> Output:
    """The output an export asks for; what is impossible about it is added to `problems`."""
    if not node.is_map:
        preset = node.text.strip()
        return _from(preset, {"name": preset, "preset": preset})
    fields: dict[str, Any] = {
        k: v.value for k, v in node.items.items() if k in ("preset", "quality", "fps", "true_peak")
    }
    fields |= {k: v.text.strip() for k, v in node.items.items() if k in ("format", "of", "name")}
    for key, read in (("resolution", pixels), ("min_length", milliseconds), ("max_length", milliseconds)):
        if value := node.get(key):
            fields[key] = _read(value, (*path, key), read, problems)
    if level := node.get("loudness"):
        fields["loudness"] = None if level.text == "keep" else level.value
    if margins := node.get("safe_area"):
        fields["safe_area"] = {
            side: _fraction(m, (*path, "safe_area", side), problems) for side, m in margins.items.items()
        }
    fields["name"] = fields.get("name") or fields.get("preset") or fields.get("format") or "mp4"
    made = _from(str(fields.get("preset") or ""), fields)
    _misplaced(node, path, made, problems)
    return made


def _from(preset: str, fields: dict[str, Any]) -> Output:
    """Preset first, then everything that was said by itself."""
    base = PRESETS.get(preset)
    width, height = fields.get("resolution") or ((base.width, base.height) if base else (0, 0))
    loudness = fields.get("loudness", base.loudness if base else -14.0)
    shortest, longest = fields.get("min_length"), fields.get("max_length")
    safe = base.safe if base else SafeArea()
    margins = {side: getattr(safe, side) for side in ("top", "right", "bottom", "left")} | fields.get("safe_area", {})
    fps = float(fields.get("fps") or 0)
    return Output(
        name=str(fields["name"]), format=fields.get("format") or "mp4", preset=preset, width=width, height=height,
        fps=fps, max_fps=max(fps, base.max_fps if base else 60.0), quality=fields.get("quality") or "high",
        loudness=None if loudness is None else float(loudness), true_peak=float(fields.get("true_peak", base.true_peak if base else -1.0)),
        min_seconds=base.min_seconds if shortest is None and base else (shortest or 0) / 1000,
        max_seconds=base.max_seconds if longest is None and base else (longest or 0) / 1000,
        safe=SafeArea(**margins), of=fields.get("of") or "",
    )  # fmt: skip


def _read(node: Node, path: Path, read: Any, problems: list[Problem]) -> Any:
    try:
        value = read(node.text)
        if value == 0:
            raise ValueError("it must be more than nothing")
        return value
    except ValueError as error:
        problems.append(Problem(f"`{node.text}` can't be `{path[-1]}`: {error}", "", node.where(path)))
        return None


def _fraction(node: Node, path: Path, problems: list[Problem]) -> float:
    value = float(node.text.rstrip("% ")) / 100 if node.text.endswith("%") else float(str(node.value))
    if not 0 <= value <= 0.45:
        problems.append(
            Problem(
                f"a margin of `{node.text}` leaves no room for text", "Margins are 0 to 0.45 (45%).", node.where(path)
            )
        )
    return value


def _misplaced(node: Node, path: Path, made: Output, problems: list[Problem]) -> None:
    for key, (formats, needs) in _ONLY.items():
        value = node.get(key)
        if value is not None and made.format not in formats:
            what = f"`{key}` says nothing about {made.format}: there is no {needs.removeprefix('a ')} in it"
            problems.append(Problem(what, f"Take `{key}` out, or export another format.", node.key_where(key, path)))
    if made.max_seconds and made.min_seconds > made.max_seconds:
        what = f"nothing is both longer than {made.min_seconds:g}s and shorter than {made.max_seconds:g}s"
        key = "max_length" if node.get("max_length") else "min_length"
        problems.append(Problem(what, "Set `min_length` and `max_length` to fit.", node.key_where(key, path)))
