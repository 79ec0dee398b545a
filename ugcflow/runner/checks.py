"""What a recipe asks of a state (`expect`) and of a finished file (`checks`), measured and answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ugcflow.recipe.variant import Check
from ugcflow.session import Draft, FileFacts, Loudness, Output
from ugcflow.session.view import TEXT, duration, mapping, tracks

Result = dict[str, Any]
"""`{what, wanted, got, ok, do?}`; `got` in words people read, `ok` None where it could not be measured."""

_ROLES = {"caption": "captions"}
_QUOTED = 120  # letters of what was heard or seen
_COUNTED = ("video", "audio", "text", "captions", "title", "hook", "cta", "lower_third", "music", "voice", "effect")


def of_state(draft: Draft) -> dict[str, Any]:
    """What can be asked of a draft: `duration` (ms), `segments` (of footage), `tracks.<kind or role>` (segments on them), `resolution`, `aspect`,
    `words` (heard, as captions have them), `text` (seen). What an opaque draft does not tell is left out."""
    counts = dict.fromkeys(_COUNTED, 0)
    seen: dict[str, list[str]] = {"words": [], "text": []}
    for track in tracks(draft):
        role = _ROLES.get(track.role, track.role)
        for name in {track.kind, role} & set(_COUNTED):
            counts[name] += len(track.segments)
        if track.kind == TEXT:
            texts = [s.name for s in track.segments]
            seen["text"] += texts
            seen["words"] += texts if role == "captions" else []
    told = {"duration": duration(draft), "segments": counts["video"], **{f"tracks.{k}": n for k, n in counts.items()}}
    return {**told, **{k: " ".join(v) for k, v in seen.items()}, **_canvas(draft)}


def _canvas(draft: Draft) -> dict[str, str]:
    canvas = mapping(mapping(draft.get("m")).get("canvas"))
    width, height = canvas.get("width"), canvas.get("height")
    return {"resolution": f"{width}x{height}", "aspect": f"{width}:{height}"} if width and height else {}


def of_file(facts: FileFacts, loudness: Loudness | None) -> dict[str, Any]:
    """What can be asked of a finished file."""
    measured: dict[str, Any] = {
        "duration": facts.duration, "size": facts.bytes, "bytes": facts.bytes, "container": facts.container, "format": facts.container,
        "rotation": facts.rotation, "faststart": facts.faststart, "audio": facts.has_audio,
    }  # fmt: skip
    if facts.width:
        measured |= {
            "resolution": f"{facts.width}x{facts.height}", "aspect": f"{facts.width}:{facts.height}", "width": facts.width, "height": facts.height, "fps": facts.fps,
            "frames": facts.frames, "video_codec": facts.video_codec, "codec": facts.video_codec, "pixel_format": facts.pixel_format,
        }  # fmt: skip
    if facts.has_audio:
        measured |= {"audio_codec": facts.audio_codec, "sample_rate": facts.sample_rate, "channels": facts.channels}
    if loudness and loudness.integrated is not None:
        measured |= {"loudness": loudness.integrated, "true_peak": loudness.true_peak, "loudness_range": loudness.range}
    return measured


def ask(checks: Iterable[Check], measured: Mapping[str, Any]) -> list[Result]:
    """An answer to each check."""
    return [_answer(check, measured) for check in checks]


def failed(results: Iterable[Result]) -> list[Result]:
    return [r for r in results if r["ok"] is False]


def sentence(result: Result) -> str:
    """`duration is 34.2 s, wanted <= 30s`."""
    return f"{result['what']} is {result['got']}, wanted {result['wanted']}"


def untold(output: Output, elsewhere: Iterable[str], facts: FileFacts, loudness: Loudness | None) -> list[str]:
    """What an editor could not be told and the file does not keep, one warning each."""
    if not tuple(elsewhere):
        return []
    found = []
    if output.width and facts.width and (output.width, output.height) != (facts.width, facts.height):
        found.append(f"the picture is {facts.width}x{facts.height}, asked was {output.width}x{output.height}")
    if output.fps and facts.fps and abs(output.fps - facts.fps) > 0.01:
        found.append(f"it has {facts.fps:g} frames a second, asked were {output.fps:g}")
    if (
        output.loudness is not None
        and loudness
        and loudness.integrated is not None
        and abs(loudness.integrated - output.loudness) > 1
    ):
        found.append(f"its loudness is {loudness.integrated:.1f} LUFS, asked was {output.loudness:g}")
    return found


def show(what: str, value: Any) -> str:
    """A measured value for people, with its unit."""
    if value is None:
        return "not measurable"
    if what == "duration":
        return f"{value / 1000:.2f} s".replace(".00 ", " ")
    if what in ("loudness", "true_peak"):
        return f"{value:.1f} {'LUFS' if what == 'loudness' else 'dBTP'}"
    if what in ("words", "text"):
        return f"“{value[:_QUOTED]}{'…' if len(value) > _QUOTED else ''}”" if value else "nothing"
    if what in ("size", "bytes"):
        return f"{value / 1e6:.1f} MB"
    return f"{value:g}" if isinstance(value, float) else str(value).lower() if isinstance(value, bool) else str(value)


def _answer(check: Check, measured: Mapping[str, Any]) -> Result:
    value = measured.get(check.what)
    ok = value is not None and bool(check.ok(value))
    result: Result = {"what": check.what, "wanted": check.wanted, "got": show(check.what, value), "ok": ok}
    if not ok:
        result["do"] = _advice(check.what)
        result["where"] = str(check.where)
    return result


def _advice(what: str) -> str:
    advice = {
        "duration": "add a step that cuts to a length (“cut to 30 seconds”), or widen the check",
        "loudness": "set `loudness` on the export, or widen the check",
        "resolution": "set `resolution` or a `preset` on the export",
        "fps": "set `fps` on the export",
        "size": "lower the `quality` of the export, or widen the check",
    }
    return advice.get(what, "change the steps before it, or the expectation")
