"""Checks and expectations: what is wanted, as written, and whether a measured value is that.

`30` (to the digits written: -14 takes -14.4, -14.0 does not), `25s..30s`, `25s..`, `..30s`, `-14 +- 1`, `>= 1`, `< 10`; for codecs and words also lists.
What `Check.ok` is given: ms for `duration`, LUFS for `loudness`, dBTP for `true_peak`, "1080x1920" for `resolution` and `aspect`, frames a second for
`fps`, bytes for `size`, names for codecs, numbers for counts (`segments`, `tracks.captions`), the text itself (or texts) for `words` and `text`.
Nothing measured (None: the loudness of silence) is never what was wanted.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ugcflow.errors import Where
from ugcflow.recipe.nearest import suggest
from ugcflow.recipe.quantity import bytes_, milliseconds, pixels, ratio, step_of
from ugcflow.recipe.variant import Check

Ok = Callable[[Any], bool]


class CheckProblem(Exception):
    """A wanted value that is impossible: what is wrong with it, and what is accepted."""

    def __init__(self, what: str, do: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(what)
        self.what, self.do, self.nearest = what, do, nearest


@dataclass(frozen=True, slots=True)
class _Measure:
    """A kind of number: how it is read, what its last digit counts, its limits, and how it is written."""

    read: Callable[[str], float]
    step: Callable[[str], float]
    low: float
    high: float
    forms: str
    whole: bool = False


def _number(text: str) -> float:
    if not re.fullmatch(r"[-+]?[0-9]{1,12}(\.[0-9]{1,6})?", text.strip()):
        raise ValueError("not a number")
    return float(text)


def _digit(text: str) -> float:
    return float(10 ** -len(text.strip().partition(".")[2]))


def _level(unit: str) -> Callable[[str], float]:
    return lambda text: _number(re.sub(rf"\s*({unit}|LU|dB)$", "", text.strip(), flags=re.IGNORECASE))


_COUNT = _Measure(_number, _digit, 0, 1e6, "`>= 1`, `3` or `1..3`", whole=True)
_MEASURES = {
    "duration": _Measure(milliseconds, step_of, 1, 86_400_000, "`25s..30s`, `<= 30s` or `30s +- 500ms`"),
    "loudness": _Measure(_level("LUFS"), lambda t: _digit(re.sub(r"[^0-9.]", "", t)), -70, 0, "`-14 +- 1` or `-16..-13` (LUFS)"),
    "true_peak": _Measure(_level("dBTP"), lambda t: _digit(re.sub(r"[^0-9.]", "", t)), -70, 3, "`<= -1` (dBTP)"),
    "fps": _Measure(lambda t: _number(re.sub(r"\s*fps$", "", t.strip())), _digit, 1, 240, "`30`, `<= 60` or `24..30`"),
    "size": _Measure(bytes_, lambda _: 1, 0, 1e12, "`<= 50MB` or `1MB..20MB`"),
}  # fmt: skip
VIDEO_CODECS = {"h264": "h264", "h265": "hevc", "hevc": "hevc", "vp8": "vp8", "vp9": "vp9", "av1": "av1", "gif": "gif", "prores": "prores", "avc": "h264", "h.264": "h264", "h.265": "hevc"}  # fmt: skip
AUDIO_CODECS = {"aac": "aac", "mp3": "mp3", "opus": "opus", "vorbis": "vorbis", "flac": "flac", "alac": "alac", "pcm": "pcm_s16le", "pcm_s16le": "pcm_s16le"}  # fmt: skip


def check(what: str, wanted: str, where: Where | None = None) -> Check:
    """One check out of what was written. Raises CheckProblem when nothing could ever satisfy it."""
    return Check(what, wanted.strip(), _test(what, wanted.strip()), where or Where())


def any_of(what: str, wanted: list[str], where: Where | None = None) -> Check:
    """A check that any of several values satisfies (codecs)."""
    tests = [_test(what, w.strip()) for w in wanted]
    return Check(what, " or ".join(wanted), lambda got: any(t(got) for t in tests), where or Where())


def _test(what: str, wanted: str) -> Ok:
    if what in ("words", "text"):
        return _contains(wanted)
    if what in ("video_codec", "audio_codec"):
        return _codec(wanted, VIDEO_CODECS if what == "video_codec" else AUDIO_CODECS)
    if what in ("resolution", "aspect"):
        return _shape(what, wanted)
    return _range(what, wanted, _MEASURES.get(what, _COUNT))


def _contains(wanted: str) -> Ok:
    needle = _folded(wanted)
    if not needle:
        raise CheckProblem("there is nothing to look for", "Write the words that must be there.")
    return lambda got: got is not None and needle in _folded(got if isinstance(got, str) else " ".join(map(str, got)))


def _folded(text: str) -> str:
    """Case, punctuation and spacing don't count; letters and digits of every script do."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold().replace("’", "").replace("'", "")).split())


def _codec(wanted: str, known: dict[str, str]) -> Ok:
    names = [n.strip().casefold() for n in re.split(r"\s+or\s+|\||,", wanted)]
    for name in names:
        if name not in known:
            do, close = suggest(name, known, f"There is {', '.join(known)}.")
            raise CheckProblem(f"there is no codec `{name}` here", do, close)
    wants = {known[n] for n in names}
    return lambda got: isinstance(got, str) and known.get(got.casefold(), got.casefold()) in wants


def _shape(what: str, wanted: str) -> Ok:
    try:
        if what == "resolution":
            size = pixels(wanted)
            return lambda got: _try(pixels, got) == size
        shape = ratio(wanted)
    except ValueError as error:
        raise CheckProblem(
            f"`{wanted}` can't be met: {error}",
            "Write `1080x1920`." if what == "resolution" else "Write `9:16`, `1:1` or `4:5`.",
        ) from None
    return lambda got: (is_ := _try(ratio, got)) is not None and math.isclose(is_, shape, rel_tol=0.01)


def _try(read: Callable[[str], Any], got: Any) -> Any:
    try:
        return read(got) if isinstance(got, str) else None
    except ValueError:
        return None


def _range(what: str, wanted: str, measure: _Measure) -> Ok:
    try:
        low, high, open_low, open_high = _bounds(wanted, measure)
    except ValueError:
        raise CheckProblem(f"`{wanted}` is not something `{what}` can be", f"Write {measure.forms}.") from None
    if low > high or (low == high and (open_low or open_high)):
        raise CheckProblem(f"`{wanted}` is empty: nothing lies in it", f"Write the smaller one first: {measure.forms}.")
    middle = (low + high) / 2  # of an exact value, the value itself
    if (
        (math.isfinite(low) and middle < measure.low)
        or high < measure.low
        or low > measure.high
        or (high == measure.low and open_high)
    ):
        raise CheckProblem(f"`{wanted}` can't be met by any `{what}`", f"Write {measure.forms}.")

    def ok(got: Any) -> bool:
        if got is None or isinstance(got, bool) or not isinstance(got, int | float) or math.isnan(got):
            return False
        return (got > low if open_low else got >= low - 1e-9) and (got < high if open_high else got <= high + 1e-9)

    return ok


def _bounds(wanted: str, measure: _Measure) -> tuple[float, float, bool, bool]:
    """Lowest and highest, and whether each is itself left out. Raises ValueError."""
    if compared := re.fullmatch(r"(>=|<=|>|<|==|=|≥|≤)\s*(.+)", wanted):
        sign, value = compared[1], _value(compared[2], measure)
        if sign in (">=", "≥", ">"):
            return value, math.inf, sign == ">", False
        if sign in ("<=", "≤", "<"):
            return -math.inf, value, False, sign == "<"
        wanted = compared[2]
    if near := re.fullmatch(r"(.+?)\s*(?:\+-|\+/-|±)\s*(.+)", wanted):
        middle, by = measure.read(near[1]), abs(measure.read(near[2]))
        return middle - by, middle + by, False, False
    if ".." in wanted:
        first, _, last = wanted.partition("..")
        if not first.strip() and not last.strip():
            raise ValueError("nothing on either side")
        low = _value(first, measure) if first.strip() else -math.inf
        return low, _value(last, measure) if last.strip() else math.inf, False, False
    exact = _value(wanted, measure)
    half = 0.0 if measure.whole else measure.step(wanted) / 2
    return exact - half, exact + half, False, False


def _value(text: str, measure: _Measure) -> float:
    value = measure.read(text.strip())
    if measure.whole and value != int(value):
        raise ValueError("a count is whole")
    return value
