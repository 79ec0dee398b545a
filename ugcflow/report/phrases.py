"""Events of a run as lines for people, the same for a terminal that moves and one that does not."""

from __future__ import annotations

from typing import Any

from ugcflow.journal import Entry

MARKS = {"passed": "✓", "failed": "✗", "skipped": "–", "interrupted": "!"}


def lines(entry: Entry, verbose: bool = False) -> list[str]:
    """What to say about an event, nothing for most; the first line carries a mark, those under it are indented."""
    teller = _TELL.get(entry["type"])
    return teller(entry, verbose) if teller else []


def with_sentence(entry: Entry, sentences: dict[tuple[str, int], str]) -> Entry:
    """A step's end knows its sentence from its start."""
    if entry["type"] == "step_started":
        sentences[entry["variant"], entry["index"]] = entry["sentence"]
    if entry["type"] == "step_done":
        return {**entry, "sentence": sentences.get((entry["variant"], entry["index"]), "")}
    return entry


def seconds(value: float) -> str:
    """A length for people: `0.4 s`, `31 s`, `2 min 05 s`."""
    if value < 10:
        return f"{value:.1f} s"
    minutes, rest = divmod(round(value), 60)
    return f"{minutes} min {rest:02d} s" if minutes else f"{rest} s"


def size(value: int) -> str:
    return f"{value / 1e6:.1f} MB" if value >= 100_000 else f"{value / 1e3:.1f} kB"


def facts(export: dict[str, Any]) -> str:
    """`28.4 s · 1080x1920 · 30 fps · -14.0 LUFS · 6.2 MB`, whatever of it is known."""
    loudness = (export.get("loudness") or {}).get("integrated")
    parts = [
        f"{export['duration']:.1f} s" if export.get("duration") else "",
        f"{export['width']}x{export['height']}" if export.get("width") else "",
        f"{export['fps']:.5g} fps" if export.get("fps") else "",
        f"{loudness:.1f} LUFS" if loudness is not None else "",
        size(export["bytes"]) if export.get("bytes") else "",
    ]
    return " · ".join(p for p in parts if p)


def clip(text: str, width: int) -> str:
    """Text on one line, cut to `width` with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: max(1, width - 1)] + "…"


def _started(entry: Entry, _: bool) -> list[str]:
    count = len(entry["variants"])
    many = f"{count} variants" if count > 1 else "1 variant"
    return [f"{entry['name']} · {many} · {entry['backend']} · run {entry['run']}"]


def _upload(entry: Entry, _: bool) -> list[str]:
    probe = entry["probe"] or {}
    length = (
        f"{probe['duration'] / 1000:.1f} s"
        if isinstance(probe.get("duration"), int | float) and probe["duration"]
        else ""
    )
    shape = f"{probe['width']}x{probe['height']}" if probe.get("width") else ""
    more = " · ".join(p for p in (length, shape, size(entry["bytes"]) if entry["bytes"] else "") if p)
    return [f"✓ {entry['input']}: {entry['name']}" + (f" ({more})" if more else "")]


def _step(entry: Entry, verbose: bool) -> list[str]:
    told = [
        f"{MARKS[entry['status']]} {entry['id']} · {clip(entry.get('sentence', ''), 90)} ({seconds(entry['seconds'])})".replace(
            " ·  (", " ("
        )
    ]
    told += [f"    {line}" for line in entry["applied"] or _changed(entry)]
    told += [f"    ! {line}" for line in entry["warnings"]]
    if verbose:
        told += [
            f"    {MARKS['passed' if r['ok'] else 'failed']} {r['what']} {r['got']} (wanted {r['wanted']})"
            for r in entry["expectations"]
        ]
        told += [f"    “{clip(entry['reply'], 160)}”"] if entry["reply"] and not entry["applied"] else []
    return told


def _changed(entry: Entry) -> list[str]:
    return [c["what"] for c in entry["changes"]][:6]


def _export(entry: Entry, verbose: bool) -> list[str]:
    more = facts(entry)
    told = [f"{MARKS[entry['status']]} {entry['export']} → {entry['file']}" + (f" ({more})" if more else "")]
    told += [f"    ! {line}" for line in entry.get("warnings", [])]
    if verbose:
        told += [
            f"    {MARKS['passed' if r['ok'] else 'failed']} {r['what']} {r['got']} (wanted {r['wanted']})"
            for r in entry.get("checks", [])
        ]
    return told


def _warning(entry: Entry, _: bool) -> list[str]:
    return [f"! {entry['what']}" + (f" ({entry['do']})" if entry.get("do") else "")]


_TELL = {
    "run_started": _started,
    "upload_done": _upload,
    "step_done": _step,
    "export_done": _export,
    "warning": _warning,
}
