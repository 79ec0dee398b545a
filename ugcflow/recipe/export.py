"""An entry of `export:` with its checks, before its file has a name."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from ugcflow.errors import Problem
from ugcflow.output import Output
from ugcflow.recipe.node import Node, Path
from ugcflow.recipe.output import MOVING, PICTURES, SOUNDS, output
from ugcflow.recipe.step import checks, names_input
from ugcflow.recipe.variant import Check

VIDEOS = frozenset({"mp4", "mov", "webm", "gif"})
_TIMED = MOVING | SOUNDS
# what can be measured of which formats
_OF = {
    "duration": _TIMED, "loudness": SOUNDS, "true_peak": SOUNDS, "resolution": PICTURES, "aspect": PICTURES, "fps": MOVING,
    "video_codec": MOVING, "audio_codec": SOUNDS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """An output and the checks of its own."""

    output: Output
    checks: tuple[Check, ...]

    def with_general(self, general: tuple[Check, ...]) -> tuple[Check, ...]:
        """Its own checks, and those of the recipe that are about videos like it and that it does not answer itself."""
        if self.output.format not in VIDEOS:
            return self.checks
        own = {c.what for c in self.checks}
        return (*(c for c in general if c.what not in own and _measurable(c.what, self.output.format)), *self.checks)


def exports_of(inputs: Collection[str]) -> Callable[[Node, Path, list[Problem]], Made]:
    """What makes an export of an entry; `inputs` are the ids that `of` may name."""

    def make(node: Node, path: Path, problems: list[Problem]) -> Made:
        made = output(node, path, problems)
        names_input(node.get("of"), (*path, "of"), inputs, problems)
        asked = node.get("checks")
        own = checks(asked, (*path, "checks"), problems) if asked else ()
        for check in own:
            if not _measurable(check.what, made.format):
                what = f"`{check.what}` can't be asked of {made.format}: there is nothing to measure"
                problems.append(Problem(what, "Take this check out, or export another format.", check.where))
        return Made(made, own)

    return make


def _measurable(what: str, format_: str) -> bool:
    return format_ in _OF.get(what, {format_})
