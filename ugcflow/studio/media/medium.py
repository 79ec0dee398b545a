"""A file as a medium of a timeline."""

from __future__ import annotations

from pathlib import Path

from ugcflow.session import FileFacts
from ugcflow.studio.media import frame_rate
from ugcflow.studio.media.cache import sha256
from ugcflow.studio.media.probe import probe
from ugcflow.studio.timeline import Medium


def medium_of(id: str, path: Path, role: str = "footage", *, own: bool = False) -> Medium:  # noqa: A002 (the recipe's word)
    """The medium of a file. Raises InputError as `probe` does."""
    facts = probe(path, own=own)
    return medium_from(id, path.name, sha256(path), facts, role)


def medium_from(id: str, name: str, content: str, facts: FileFacts, role: str = "footage") -> Medium:  # noqa: A002
    """The medium of a file that was probed before."""
    return Medium(
        id=id, name=name, sha256=content, kind=facts.kind, duration=facts.duration, width=facts.width, height=facts.height,
        fps=_fraction(facts), has_audio=facts.has_audio, hdr=facts.hdr, role=role,
    )  # fmt: skip


def _fraction(facts: FileFacts) -> str:
    """The rate as "30" or "30000/1001", "" for stills and sound."""
    return str(frame_rate.snap(facts.fps)) if facts.kind == "video" and facts.fps else ""
