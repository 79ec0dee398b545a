"""The edit that the tests' runs tell of: a talk of 36 s trimmed, captioned, reframed, titled and given music, as real timelines."""

from __future__ import annotations

from typing import Any

from ugcflow.studio.timeline import Clip, Medium, Sound, Timeline, Title, Word

SCRIPT = (
    "So I almost sent this lamp back. | It came in a tiny box and, well, the first evening I could not find the switch. | "
    "Turns out you just tap the top. | Warm light, cold light, whatever you like. | I read in bed every night and it does not wake "
    "anybody up. | Nine nights on one charge, I counted. | The stand folds flat, so it goes in my bag. | If you read at night, get one. | "
    "That is the whole review."
)
LENGTH = 36_000
KEPT = (
    (300, 2400),
    (3100, 8900),
    (9600, 11_500),
    (12_200, 14_900),
    (15_700, 20_600),
    (21_500, 24_100),
    (25_000, 28_300),
)
SENTENCES = (
    ("trim", "trim silences, add captions, and cut for a 30-second social ad"),
    ("shape", "make it vertical 9:16"),
    ("hook", 'Add the text "I almost sent this back" at the top for the first 3 seconds'),
    ("cta", 'Add a CTA "Get yours today" at the end'),
    ("music", "add calm background music at 15% and duck it when I talk"),
)
SHA = "5f" * 32


def spoken() -> list[dict[str, Any]]:
    """The transcript: words with their times in the source, a pause at each bar."""
    words: list[dict[str, Any]] = []
    at = 400
    for token in SCRIPT.split():
        if token == "|":
            at += 650
            continue
        length = 110 + 38 * len(token)
        words.append({"text": token, "start": at, "duration": length})
        at += length + 40
    scale = (LENGTH - 1500) / at
    return [{**w, "start": round(w["start"] * scale), "duration": round(w["duration"] * scale)} for w in words]


def timelines(hook: str = "I almost sent this back") -> list[Timeline]:
    """The state after the uploads and after each step."""
    media = {"review": Medium("review", "review.mp4", SHA, "video", LENGTH, 1920, 1080, "30", True)}
    raw = Timeline(1920, 1080, "30", media, (Clip("c1", "review", 0, LENGTH),))
    cut = raw.with_(clips=_clips(), captions={})
    captioned = cut.with_(titles=_captions())
    tall = captioned.with_(width=1080, height=1920)
    hooked = tall.with_(titles=(*tall.titles, Title("t1", hook, 0, 3000, "hook", "top", anchor="start")))
    end = hooked.duration
    called = hooked.with_(
        titles=(*hooked.titles, Title("t2", "Get yours today", end - 3000, 3000, "cta", "bottom", anchor="end"))
    )
    bed = Medium("bed", "calm-bed.m4a", "ab" * 32, "audio", 60_000, has_audio=True, role="music")
    sound = Sound("s1", "bed", 0, end, role="music", gain_db=-16.5, fade_out=1500, duck_db=-9.0)
    return [raw, captioned, tall, hooked, called, called.with_(media={**media, "bed": bed}, sounds=(sound,))]


def _clips() -> tuple[Clip, ...]:
    clips, at = [], 0
    for i, (start, end) in enumerate(KEPT, 1):
        clips.append(Clip(f"c{i}", "review", at, end - start, start))
        at += end - start
    return tuple(clips)


def _captions() -> tuple[Title, ...]:
    words, at = [], 0
    for start, end in KEPT:
        inside = [w for w in spoken() if start <= w["start"] and w["start"] + w["duration"] <= end]
        words += [Word(w["text"], at + w["start"] - start, w["duration"], "review", w["start"]) for w in inside]
        at += end - start
    groups = [words[i : i + 3] for i in range(0, len(words), 3)]
    return tuple(
        Title(f"w{i}", " ".join(w.text for w in g), g[0].start, g[-1].end - g[0].start, "caption", words=tuple(g), anchor="speech")
        for i, g in enumerate(groups, 1)
    )  # fmt: skip


def reading(sentence: str, *operations: tuple[str, str, dict[str, Any]]) -> dict[str, Any]:
    """A sentence understood, as a journal holds it; each operation as (name, words, parameters)."""
    found = [
        {"op": op, "parameters": parameters, "words": words, "start": sentence.index(words), "end": sentence.index(words) + len(words),
         "defaults": {"pause": 0.5, "keep": 0.12} if op == "trim_silence" else {}}
        for op, words, parameters in operations
    ]  # fmt: skip
    return {"text": sentence, "operations": found, "questions": []}


def readings() -> list[dict[str, Any]]:
    says = [s for _, s in SENTENCES]
    return [
        reading(says[0], ("trim_silence", "trim silences", {}), ("captions", "add captions", {}),
                ("fit_duration", "cut for a 30-second social ad", {"seconds": 30})),
        reading(says[1], ("reframe", "make it vertical 9:16", {"aspect": "9:16"})),
        reading(says[2], ("text_overlay", 'Add the text "I almost sent this back" at the top for the first 3 seconds',
                          {"text": "I almost sent this back", "position": "top", "start": 0, "end": 3})),
        reading(says[3], ("cta", 'Add a CTA "Get yours today" at the end', {"text": "Get yours today"})),
        reading(says[4], ("music", "add calm background music at 15%", {"mood": "calm", "level": 0.15}),
                ("duck", "duck it when I talk", {})),
    ]  # fmt: skip
