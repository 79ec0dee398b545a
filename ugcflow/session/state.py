"""The state of an edit, as every editor answers it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Draft = dict[str, Any]
"""`t` tracks (`tt` type 0 video, 1 audio, 7 text; `sg` segments), `d` milliseconds, `m` metadata. schemas/draft.schema.json."""


@dataclass(frozen=True, slots=True)
class State:
    """`draft` is the whole edit; a cloud draft is opaque and carried through untouched."""

    draft: Draft = field(default_factory=dict)
    video_infos: list[dict[str, Any]] = field(default_factory=list)
    canvas_config: dict[str, Any] = field(default_factory=dict)
    generated_media: list[dict[str, Any]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        return {
            "draft": self.draft,
            "video_infos": self.video_infos,
            "canvas_config": self.canvas_config,
            "generated_media": self.generated_media,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> State:
        """Tolerant: whatever is missing or null is empty."""
        return cls(
            data.get("draft") or {},
            data.get("video_infos") or [],
            data.get("canvas_config") or {},
            data.get("generated_media") or [],
        )


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two states in words: "Title added: “Urban Dreams”, 0–3 s". `kind` is added | removed | changed."""

    kind: str
    what: str
    track: str = ""
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        return self.what


@dataclass(frozen=True, slots=True)
class Credits:
    """What is left to spend; `unlimited` for the studio."""

    available: float = 0.0
    frozen: float = 0.0
    total: float = 0.0
    unlimited: bool = False
