"""Counts for Prometheus, in its text format (version 0.0.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

_HELP = {
    "ugcflow_http_requests_total": ("counter", "Calls answered, by call and HTTP status."),
    "ugcflow_tokens_total": ("counter", "Anonymous tokens given."),
    "ugcflow_sessions_total": ("counter", "Sessions opened."),
    "ugcflow_uploads_total": ("counter", "Inputs taken in."),
    "ugcflow_upload_bytes_total": ("counter", "Bytes of inputs taken in."),
    "ugcflow_messages_total": ("counter", "Messages, by what became of them (received, done, failed)."),
    "ugcflow_message_seconds_total": ("counter", "Seconds spent on carrying messages out."),
    "ugcflow_renders_total": ("counter", "Renders, by what became of them (submitted, completed, failed)."),
    "ugcflow_render_seconds_total": ("counter", "Seconds spent rendering."),
    "ugcflow_live_sessions": ("gauge", "Sessions held in memory."),
    "ugcflow_busy": ("gauge", "Messages, uploads and renders under way or waiting."),
}


class Metrics:
    """Counts things up; `gauges` are asked for when somebody looks."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self.gauges: dict[str, Callable[[], float]] = {}

    def count(self, name: str, by: float = 1, **labels: str) -> None:
        """Add to a counter of `_HELP`."""
        said = ",".join(f'{key}="{value}"' for key, value in labels.items())
        self._counts[name, said] += by  # type: ignore[assignment]

    def value(self, name: str, **labels: str) -> float:
        """What a counter has come to."""
        return self._counts[name, ",".join(f'{key}="{value}"' for key, value in labels.items())]

    def text(self) -> str:
        """Everything, as Prometheus reads it."""
        lines: list[str] = []
        for name, (kind, what) in _HELP.items():
            rows = {said: float(n) for (key, said), n in sorted(self._counts.items()) if key == name}
            if name in self.gauges:
                rows = {"": self.gauges[name]()}
            lines += [f"# HELP {name} {what}", f"# TYPE {name} {kind}"]
            lines += [f"{name}{{{said}}} {value:g}" if said else f"{name} {value:g}" for said, value in rows.items()]
        return "\n".join(lines) + "\n"
