"""What a step changed, in words: two states compared as people see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ugcflow.session.state import Change, Draft, State
from ugcflow.session.view import TEXT, VIDEO, SegmentView, TrackView, duration, listed, mapping, number, tracks
from ugcflow.session.wording import between, clock, decibels, quoted, share

_SLACK = 20  # ms: less than a frame is no change worth telling


def changes(before: State, after: State) -> tuple[Change, ...]:
    """Every difference worth a person's eye, the picture first. A difference that can't be named is said to be there."""
    old, new = before.draft, after.draft
    if old == new:
        return ()
    found = (*_picture(old, new), *_lanes(old, new), *_settings(old, new))
    return found or (Change("changed", _unseen(old, new)),)


def _unseen(old: Draft, new: Draft) -> str:
    """What to say where nothing on the tracks tells of the change."""
    was, now = (mapping(draft.get("m")).get("captions") for draft in (old, new))
    if was is None and now is not None:
        return "Captions are on; nobody speaks, so there are none to show"
    return "Something in the draft changed that can't be put in words"


def _picture(old: Draft, new: Draft) -> Iterator[Change]:
    was, now = _pieces(old), _pieces(new)
    if not was and not now:
        return
    if not was:
        names = ", ".join(dict.fromkeys(s.name for s in now if s.name)) or "footage"
        yield Change("added", f"Footage added: {names}, {clock(duration(new))}", "Video", 0, duration(new))
        return
    if not now:
        yield Change("removed", "All footage removed", "Video")
        return
    yield from _length(old, new, was, now)
    yield from _names(was, now)
    if [_place(s) for s in was] != [_place(s) for s in now] and sorted(map(_place, was)) == sorted(map(_place, now)):
        yield Change("changed", "The pieces stand in another order", "Video", 0, duration(new))
    yield from _looks(was, now)


def _length(old: Draft, new: Draft, was: list[SegmentView], now: list[SegmentView]) -> Iterator[Change]:
    a, b = duration(old), duration(new)
    pieces = f" ({_counted(len(was))} → {len(now)})" if len(was) != len(now) else ""
    if abs(a - b) >= _SLACK:
        paced = {s.more.get("speed") for s in was} != {s.more.get("speed") for s in now}
        verb = "Lengthened" if b > a else "Shortened" if paced else "Cut"
        yield Change("changed", f"{verb} from {clock(a)} to {clock(b)}{pieces}", "Video", 0, b)
    elif pieces:
        yield Change("changed", f"Split{pieces}" if len(now) > len(was) else f"Joined{pieces}", "Video", 0, b)


def _names(was: list[SegmentView], now: list[SegmentView]) -> Iterator[Change]:
    olds, news = dict.fromkeys(s.name for s in was), dict.fromkeys(s.name for s in now)
    for name in news:
        if name not in olds:
            spans = [s for s in now if s.name == name]
            yield Change("added", f"Footage added: {name}", "Video", spans[0].start, spans[-1].end)
    for name in olds:
        if name not in news:
            yield Change("removed", f"Footage removed: {name}", "Video")


def _looks(was: list[SegmentView], now: list[SegmentView]) -> Iterator[Change]:
    """Speed, sound and framing of the pieces, told once for each value that came in."""
    for name in ("speed", "muted", "gain_db", "fit", "effects"):
        olds = [s.more.get(name) for s in was]
        for value in _distinct([s.more.get(name) for s in now]):
            if value is not None and value not in olds and (told := _look(name, value)):
                hit = [s for s in now if s.more.get(name) == value]
                part = "" if len(hit) == len(now) else f", {between(hit[0].start, hit[-1].end)}"
                yield Change("changed", told + part, "Video", hit[0].start, hit[-1].end)


def _look(name: str, value: Any) -> str:
    """One property of a piece in words, "" for a value of a kind we don't know."""
    if isinstance(value, bool):
        return ("Sound muted" if value else "Sound on again") if name == "muted" else ""
    if isinstance(value, int | float):
        return {"speed": f"Speed {value:.3g}x", "gain_db": f"Footage sound {decibels(value)}"}.get(name, "")
    if name == "fit":
        return "Picture fills the frame" if value == "cover" else "Whole picture shown over a blurred copy"
    if name == "effects" and isinstance(value, list):
        return f"Look: {', '.join(map(_effect, value))}" if value else "Look taken away"
    return ""


def _effect(effect: Any) -> str:
    return str(mapping(effect).get("op") or mapping(effect).get("name") or "effect")


def _lanes(old: Draft, new: Draft) -> Iterator[Change]:
    """Text and sound tracks, matched by role, else by name."""
    olds = {_lane(t): t for t in tracks(old) if t.kind != VIDEO}
    news = {_lane(t): t for t in tracks(new) if t.kind != VIDEO}
    for key in dict.fromkeys([*olds, *news]):
        was, now = olds.get(key), news.get(key)
        if "caption" in key:
            yield from _captions(was, now)
        else:
            yield from _segments(was, now, (duration(old), duration(new)))


def _lane(track: TrackView) -> tuple[str, str]:
    return track.kind, track.role or track.name


def _captions(was: TrackView | None, now: TrackView | None) -> Iterator[Change]:
    if was and not now:
        yield Change("removed", f"Captions removed ({len(was.segments)} groups)", was.name)
    elif now:
        start, end, count = now.segments[0].start, now.segments[-1].end, len(now.segments)
        if not was:
            yield Change(
                "added", f"Captions added: {_counted(count, 'group')}, {between(start, end)}", now.name, start, end
            )
        elif [(s.name, s.start, s.end) for s in was.segments] != [(s.name, s.start, s.end) for s in now.segments]:
            counts = f" ({len(was.segments)} → {_counted(count, 'group')})" if len(was.segments) != count else ""
            what = f"Captions follow the cut{counts}"
            yield Change("changed", what, now.name, start, end)
        elif was != now:
            yield Change("changed", "Captions look different", now.name, start, end)


def _segments(was: TrackView | None, now: TrackView | None, lengths: tuple[int, int]) -> Iterator[Change]:
    kind, name = (now or was).kind, (now or was).name  # type: ignore[union-attr]
    olds = list(was.segments) if was else []
    for segment in now.segments if now else ():
        twin = next((s for s in olds if _same(s, segment)), None)
        if twin is None:
            what = f"{name} added: {_told(kind, segment)}, {between(segment.start, segment.end)}"
            yield Change("added", what, name, segment.start, segment.end)
        else:
            olds.remove(twin)
            for what in _differences(kind, name, twin, segment, lengths):
                yield Change("changed", what, name, segment.start, segment.end)
    for segment in olds:
        yield Change("removed", f"{name} removed: {_told(kind, segment)}", name, segment.start, segment.end)


def _same(a: SegmentView, b: SegmentView) -> bool:
    return a.id == b.id if a.id and b.id else a.name == b.name


def _told(kind: str, segment: SegmentView) -> str:
    if kind == TEXT:
        return quoted(segment.name)
    level = share(segment.more)
    return (segment.name or "a segment") + (f" at {level}" if level else "")


def _differences(kind: str, name: str, a: SegmentView, b: SegmentView, lengths: tuple[int, int]) -> Iterator[str]:
    if a.name != b.name:
        yield f"{name}: {_told(kind, a)} → {_told(kind, b)}"
    throughout = (a.start, b.start) == (0, 0) and (a.end, b.end) == lengths
    if throughout:
        pass  # from beginning to end before and after
    elif abs(a.start - b.start) >= _SLACK or abs(a.end - b.end) >= _SLACK:
        yield f"{name} {_told(kind, b)} moved to {between(b.start, b.end)}"
    if share(a.more) != share(b.more):
        yield f"{name} level {share(a.more) or '0 dB'} → {share(b.more) or '0 dB'}"
    duck = b.more.get("duck_db")
    if duck != a.more.get("duck_db"):
        down = isinstance(duck, int | float)
        yield f"{name} steps back {decibels(duck)} while somebody speaks" if down else f"{name} no longer steps back"  # type: ignore[arg-type]
    if a.more.get("position") != b.more.get("position") or a.more.get("style") != b.more.get("style"):
        yield f"{name} {_told(kind, b)} looks different"


def _settings(old: Draft, new: Draft) -> Iterator[Change]:
    was, now = mapping(old.get("m")), mapping(new.get("m"))
    a, b = mapping(was.get("canvas")), mapping(now.get("canvas"))
    if b and (a.get("width"), a.get("height")) != (b.get("width"), b.get("height")):
        size = f"{b.get('width')}x{b.get('height')}"
        yield Change("changed", f"Frame {a.get('width')}x{a.get('height')} → {size}" if a else f"Frame {size}")
    if was.get("loudness") != now.get("loudness"):
        value = now.get("loudness")
        yield Change(
            "changed",
            "Loudness left as it is" if value is None else f"Loudness set to {str(value).removesuffix('.0')} LUFS",
        )
    for fade in listed(now.get("fades")):
        if fade not in listed(was.get("fades")):
            f = mapping(fade)
            yield Change("added", f"Fade {f.get('direction', '')} of {clock(number(f.get('duration')))} added")
    for fade in listed(was.get("fades")):
        if fade not in listed(now.get("fades")):
            yield Change("removed", f"Fade {mapping(fade).get('direction', '')} removed")


def _pieces(draft: Draft) -> list[SegmentView]:
    return [s for t in tracks(draft) if t.kind == VIDEO for s in t.segments]


def _place(segment: SegmentView) -> tuple[str, str, int]:
    return segment.name, str(segment.more.get("source", segment.id)), segment.end - segment.start


def _counted(n: int, noun: str = "piece") -> str:
    return f"{n} {noun}{'' if n == 1 else 's'}"


def _distinct(values: Sequence[Any]) -> list[Any]:
    seen: list[Any] = []
    for value in values:
        if value not in seen:
            seen.append(value)
    return seen
