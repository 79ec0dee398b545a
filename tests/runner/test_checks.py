"""What is asked of a state and of a file, measured as the recipe's schema names it."""

from __future__ import annotations

import pytest

from ugcflow import schema
from ugcflow.recipe import check
from ugcflow.runner import checks
from ugcflow.session import FileFacts, Loudness, Output

DRAFT = {
    "t": [
        {"tt": 0, "m": {"name": "Video", "role": "video"}, "sg": [{"id": "a", "s": 0, "d": 4000, "m": {}}, {"id": "b", "s": 4000, "d": 3000, "m": {}}]},
        {"tt": 1, "m": {"role": "music"}, "sg": [{"id": "m", "s": 0, "d": 7000, "m": {}}]},
        {"tt": 7, "m": {"role": "caption"}, "sg": [{"id": "c", "s": 0, "d": 900, "m": {"text": "Link in bio!"}}]},
        {"tt": 7, "m": {"role": "hook"}, "sg": [{"id": "h", "s": 0, "d": 900, "m": {"text": "Wait for it"}}]},
        {"tt": 7, "m": {"role": "cta"}, "sg": []},
    ],
    "d": 7000,
    "m": {"canvas": {"width": 1080, "height": 1920, "fps": "30"}},
}  # fmt: skip
FACTS = FileFacts(
    "video",
    "mp4",
    28_400,
    1080,
    1920,
    29.97,
    851,
    "h264",
    audio_codec="aac",
    sample_rate=48_000,
    channels=2,
    bytes=6_200_000,
)


@pytest.mark.parametrize(("what", "wanted", "ok"), [
    ("duration", "<= 7s", True), ("duration", "<= 6s", False), ("segments", "2", True), ("tracks.captions", ">= 1", True),
    ("tracks.music", "1", True), ("tracks.text", "2", True), ("tracks.cta", "0", True), ("tracks.voice", ">= 1", False),
    ("resolution", "1080x1920", True), ("aspect", "9:16", True), ("aspect", "1:1", False), ("words", "link in bio", True),
    ("words", "wait for it", False), ("text", "Wait for it", True),
])  # fmt: skip
def test_of_a_state(what: str, wanted: str, ok: bool) -> None:
    assert checks.ask([check.check(what, wanted)], checks.of_state(DRAFT))[0]["ok"] is ok


@pytest.mark.parametrize(("what", "wanted", "ok"), [
    ("duration", "25s..30s", True), ("resolution", "1080x1920", True), ("aspect", "9:16", True), ("fps", "<= 30", True), ("size", "<= 6MB", False),
    ("loudness", "-14 +- 1", True), ("true_peak", "<= -1", True), ("video_codec", "h264", True), ("audio_codec", "aac", True), ("audio_codec", "opus", False),
])  # fmt: skip
def test_of_a_file(what: str, wanted: str, ok: bool) -> None:
    assert checks.ask([check.check(what, wanted)], checks.of_file(FACTS, Loudness(-14.3, 4, -1.2)))[0]["ok"] is ok


def test_everything_a_recipe_may_ask_is_measured() -> None:
    described = schema.load("recipe")["$defs"]
    measured = checks.of_file(FACTS, Loudness(-14.3, 4, -1.2))
    assert set(described["checks"]["properties"]) <= set(measured)
    expected = set(described["expect"]["properties"]) - {"tracks"}
    expected |= {f"tracks.{k}" for k in described["expect"]["properties"]["tracks"]["properties"]}
    assert expected <= set(checks.of_state(DRAFT))


def test_silence_has_no_loudness_so_no_wanted_one() -> None:
    answer = checks.ask([check.check("loudness", "-14 +- 1")], checks.of_file(FACTS, Loudness(None, None, None)))[0]
    assert (answer["ok"], answer["got"]) == (False, "not measurable")


def test_an_opaque_draft_is_no_crash() -> None:
    for draft in ({}, {"t": None}, {"t": [{"tt": "x", "sg": [3, None]}]}, {"t": {"a": 1}, "d": "soon"}):
        assert checks.of_state(draft)["segments"] == 0


def test_an_answer_reads_as_a_sentence() -> None:
    answer = checks.ask([check.check("duration", "<= 20s")], checks.of_file(FACTS, None))[0]
    assert checks.sentence(answer) == "duration is 28.40 s, wanted <= 20s"
    assert answer["do"]


def test_what_an_editor_could_not_be_told_is_compared_with_the_file() -> None:
    wanted = Output("web", width=720, height=1280, fps=25, loudness=-16)
    told = checks.untold(wanted, ("size", "rate", "loudness"), FACTS, Loudness(-12.0, 4, -1))
    assert [t.split(",")[0] for t in told] == [
        "the picture is 1080x1920",
        "it has 29.97 frames a second",
        "its loudness is -12.0 LUFS",
    ]
    assert checks.untold(wanted, (), FACTS, None) == []


def test_what_was_heard_is_quoted_at_a_readable_length() -> None:
    assert checks.show("words", "") == "nothing"
    assert checks.show("text", "two words") == "“two words”"
    assert checks.show("words", "a" * 500) == "“" + "a" * 120 + "…”"
