"""What an operation is: its name, its parameters, the phrases people ask for it with, and what it does to a timeline.

One file in `operations/` holds one operation as `OPERATION = Spec(…)`. A file that is there is known everywhere: reader, `ugcflow ops`, schema.
Nothing in those files may import a media library at the top: reading sentences stays fast and needs no extra.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ugcflow.studio.footage import Footage
    from ugcflow.studio.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `kind`: seconds | factor | text | choice | aspect | language | level | number | place | style | query.

    `default` is what is used where the sentence states nothing (None: nothing, or worked out from the footage).
    """

    name: str
    kind: str
    help: str = ""
    choices: tuple[str, ...] = ()
    default: Any = None
    required: bool = False
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """What an operation did: the new timeline, and what happened in readable lines ("Removed 7 pauses, 6.2 s in all")."""

    timeline: Timeline
    lines: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


Apply = Callable[["Timeline", Mapping[str, Any], "Footage"], Applied]
"""(timeline, parameters in the vocabulary's names and seconds, what is known of the footage) → Applied. Raises StepError."""


@dataclass(frozen=True, slots=True)
class Spec:
    """One operation of the vocabulary. `apply` None: understood, not built yet. `phrases`: language → phrases (see language/).

    `needs`: what the footage must have ("speech", "sound", "picture"), so that a step fails with a sentence before work begins.
    """

    name: str
    group: str
    summary: str
    example: str
    parameters: tuple[Parameter, ...] = ()
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    apply: Apply | None = None
    needs: tuple[str, ...] = ()

    @property
    def built(self) -> bool:
        return self.apply is not None
