"""A timeline to a finished file: chunks of video encoded alone, sound mixed whole, joined by stream copy."""

from __future__ import annotations

from ugcflow.studio.render.reframe import reframed
from ugcflow.studio.render.rendering import Rendered, render
from ugcflow.studio.render.subtitles import subtitles

__all__ = ["Rendered", "reframed", "render", "subtitles"]
