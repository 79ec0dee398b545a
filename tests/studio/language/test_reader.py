"""The rules of the vocabulary, each with sentences of its own: what is asked for, what is not, and what is asked back."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.session.reading import Tongue
from ugcflow.studio.language import StudioReader

READER = StudioReader()


def ops(text: str) -> list[dict[str, Any]]:
    reading = READER.read(text)
    assert not reading.questions, [q.to_json() for q in reading.questions]
    return [o.to_json() for o in reading.operations]


def names(text: str) -> list[str]:
    return [o["op"] for o in ops(text)]


def asked(text: str) -> str:
    """The kind of the first question."""
    questions = READER.read(text).questions
    assert questions
    return questions[0].kind


@pytest.mark.parametrize(("text", "expected"), [
    ("trim silences, add captions, and cut for a 30-second social ad", ["trim_silence", "captions", "fit_duration"]),
    ("trim the dead air, slap on captions & make it vertical, 30s max pls", ["trim_silence", "captions", "reframe", "fit_duration"]),
    ("剪掉停顿，加字幕，压到30秒", ["trim_silence", "captions", "fit_duration"]),
    ("remove the ums and the pauses", ["remove_fillers", "trim_silence"]),
    ("口误和停顿都去掉", ["remove_bad_takes", "trim_silence"]),
    ("quita los silencios y añade subtítulos", ["trim_silence", "captions"]),
    ("remova as pausas e adicione legendas", ["trim_silence", "captions"]),
    ("Pausen raus, Untertitel rein, auf 30 Sekunden kürzen", ["trim_silence", "captions", "fit_duration"]),
    ("चुप्पी हटाओ और थोड़ा संगीत जोड़ो", ["trim_silence", "music"]),
    ("இதை செங்குத்து வீடியோவாக மாற்று", ["reframe"]),
    ("could you please add captions for my store, thanks", ["captions"]),
    ("trim silnce and add captoins", ["trim_silence", "captions"]),
])  # fmt: skip
def test_clauses_in_order(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("a banner reading Fast, fresh and free", {"text": "Fast, fresh and free"}),
    ('put "Cut, paste & go" on screen for 2 seconds', {"text": "Cut, paste & go", "seconds": 2}),
    ('put the caption "Day 1" on screen at 0:04', {"text": "Day 1", "start": 4}),
    ('lower third: "Anna Kim, founder"', {"text": "Anna Kim, founder", "role": "lower_third"}),
    ("开头加一个标题卡 Lumeri", {"text": "Lumeri", "role": "title", "start": 0}),
    ('add the text "New in" top left for the first 3 seconds', {"text": "New in", "position": "top left", "start": 0, "end": 3}),
])  # fmt: skip
def test_words_to_be_shown_are_text(text: str, expected: dict[str, Any]) -> None:
    (operation,) = ops(text)
    assert operation["op"] == "text_overlay"
    assert {k: operation.get(k) for k in expected} == expected


@pytest.mark.parametrize(("text", "factor"), [
    ("make it 25% faster", 1.25), ("speed up the video by 20%", 1.2), ("10% slower", 0.9), ("slow it to 80%", 0.8), ("两倍速", 2),
    ("speed up 1.5x", 1.5), ("half speed", 0.5),
])  # fmt: skip
def test_speed(text: str, factor: float) -> None:
    assert ops(text) == [{"op": "speed", "factor": factor}]


@pytest.mark.parametrize(("text", "seconds"), [
    ("cut to 30s", 30), ("condense to half a minute", 30), ("get it down to one minute", 60), ("剪到三十秒", 30), ("压到一分半", 90),
    ("cut it to 1:30", 90), ("make it a 6-second bumper", 6), ("剪到３０秒", 30), ("keep it under a minute and a half", 90),
    ("cut this 5-minute video down to 60 seconds", 60), ("recorta el video a 30 segundos", 30),
])  # fmt: skip
def test_a_cut_to_a_length(text: str, seconds: float) -> None:
    assert ops(text) == [{"op": "fit_duration", "seconds": seconds}]


@pytest.mark.parametrize(("text", "expected"), [
    ("keep 0:05 to 0:20", {"op": "trim_range", "start": 5, "end": 20, "mode": "keep"}),
    ("cut the video to the first 15 seconds", {"op": "trim_range", "start": 0, "end": 15, "mode": "keep"}),
    ("only keep the last 10 seconds", {"op": "trim_range", "start": -10, "mode": "keep"}),
    ("remove 1:02.5 to 1:04", {"op": "trim_range", "start": 62.5, "end": 64, "mode": "remove"}),
    ("删除第5秒到第20秒", {"op": "trim_range", "start": 5, "end": 20, "mode": "remove"}),
    ("把视频前30秒切出来做一个短片", {"op": "trim_range", "start": 0, "end": 30, "mode": "keep"}),
    ("drop everything after 0:45", {"op": "trim_range", "start": 45, "mode": "remove"}),
    ("cut the first three seconds", {"op": "trim_start", "seconds": 3}),
    ("lose the last 10%", {"op": "trim_end", "seconds": "10%"}),
    ("cut to the product shot from 0:12 to 0:16", {"op": "broll", "start": 12, "end": 16}),
])  # fmt: skip
def test_a_stated_part(text: str, expected: dict[str, Any]) -> None:
    assert ops(text) == [expected]


@pytest.mark.parametrize(
    "text", ["cut from 1:00 to 2:00", "trim 10s to 20s", "clip the part from 2:10 to 2:45", "10秒到20秒剪一下"]
)
def test_keep_or_remove_is_asked(text: str) -> None:
    reading = READER.read(text)
    assert not reading.operations
    assert [q.kind for q in reading.questions] == ["ambiguous"]
    assert any("keep" in n or "保留" in n for n in reading.questions[0].nearest)


@pytest.mark.parametrize(("text", "expected"), [
    ("add captions but no music", ["captions"]),
    ("加字幕但不要音乐", ["captions"]),
    ("captions, no emojis, no music", ["captions"]),
    ("add music. Actually, skip the music, just captions", ["captions"]),
    ("don't cut anything, just add captions", ["captions"]),
    ("no more awkward silences please", ["trim_silence"]),
])  # fmt: skip
def test_denials_take_away(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("no music", ["remove_music"]),
    ("leave it without subtitles please", ["remove_captions"]),
    ("make it square, no music", ["reframe"]),
])  # fmt: skip
def test_a_denial_alone_takes_away_what_is_there(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", ["don't add any music please", "please don't put captions on it", "不要字幕"])
def test_a_denial_alone_adds_nothing(text: str) -> None:
    assert not READER.read(text).operations


@pytest.mark.parametrize(("text", "seconds"), [
    ("add a 15 second, no wait, 20 second cut", 20), ("cut to 30 seconds. Wait, 45.", 45), ("make it 30 seconds, actually make that 25", 25),
    ("剪成15秒，不对，20秒", 20),
])  # fmt: skip
def test_corrections_replace(text: str, seconds: float) -> None:
    assert ops(text) == [{"op": "fit_duration", "seconds": seconds}]


def test_the_same_at_the_end() -> None:
    assert ops("cut 2 seconds from the start, same for the end") == [
        {"op": "trim_start", "seconds": 2},
        {"op": "trim_end", "seconds": 2},
    ]


@pytest.mark.parametrize(("text", "expected"), [
    ("The video is 2 minutes long. Cut it to 30 seconds.", [{"op": "fit_duration", "seconds": 30}]),
    ("视频有两分钟，帮我剪到45秒", [{"op": "fit_duration", "seconds": 45}]),
    ("I have a 45-second clip, please add captions", [{"op": "captions"}]),
    ("I recorded it in portrait mode but I need a horizontal version", [{"op": "reframe", "aspect": "16:9"}]),
])  # fmt: skip
def test_facts_about_the_footage_ask_for_nothing(text: str, expected: list[dict[str, Any]]) -> None:
    assert ops(text) == expected


def test_several_aspects_are_several_reframes() -> None:
    assert ops("need it in 9:16, 1:1 and 4:5") == [{"op": "reframe", "aspect": a} for a in ("9:16", "1:1", "4:5")]


@pytest.mark.parametrize(("text", "format_"), [("give me an srt file", "srt"), ("export subtitles as vtt", "vtt")])
def test_a_subtitle_file_is_captions_and_an_export(text: str, format_: str) -> None:
    assert ops(text) == [{"op": "captions"}, {"op": "export", "format": format_}]


@pytest.mark.parametrize("text", [
    "make it pop", "shorter pls", "speed up the boring middle", "cut out the part where I cough", "cut the silences except the one before the price",
    "add music from 0:10 to 0:20", "turn this podcast into several short clips", "做得高级一点", "剪一下",
])  # fmt: skip
def test_what_is_vague_is_asked(text: str) -> None:
    assert asked(text) == "ambiguous"


@pytest.mark.parametrize("text", [
    "generate an image of a sunset", "play this clip in reverse", "clone my voice", "post it to TikTok for me", "remove the hardcoded subtitles",
    "swap my face with a celebrity", "今天天气怎么样？", "倒放视频", "把我的脸换成明星",
])  # fmt: skip
def test_what_no_editor_of_footage_can_do_is_refused(text: str) -> None:
    assert asked(text) == "unsupported"
    assert not READER.read(text).operations


def test_a_refusal_names_the_cloud_where_it_could() -> None:
    assert "backend: nemo" in READER.read("generate a drone shot of the city").questions[0].why


@pytest.mark.parametrize(
    "text", ["lägg till undertexter och musik", "зроби субтитри і прибери паузи", "ใส่คำบรรยาย", "أضف الترجمة"]
)
def test_a_language_without_files_is_said_so(text: str) -> None:
    reading = READER.read(text)
    assert not reading.operations
    assert reading.questions[0].kind == "language"


def test_every_word_is_accounted_for() -> None:
    text = "Trim silences, add captions, and cut for a 30-second social ad"
    for operation in READER.read(text).operations:
        assert text[operation.start : operation.end] == operation.words
    fit = READER.read(text).operations[-1]
    assert "30-second" in fit.words


def test_inputs_of_the_recipe_are_known() -> None:
    tongue = Tongue(inputs={"bed": "music", "demo": "broll"})
    assert READER.read("use bed as background music", tongue).operations[0].op == "music"
    assert READER.read("show demo from 0:03 to 0:05", tongue).operations[0].op == "broll"


def test_what_is_too_long_is_refused() -> None:
    reading = READER.read("add captions " * 200)
    assert not reading.operations
    assert "2600 characters" in reading.questions[0].why


@pytest.mark.parametrize("sentence", ["rotate the second clip 90 degrees", "cut the last 2 seconds of the second clip", "take the sound out of clip 2"])  # fmt: skip
def test_one_clip_of_several_is_asked_about(sentence: str) -> None:
    alone = StudioReader().read(sentence, Tongue(inputs={"talk": "talk", "song": "music"}))
    of_two = StudioReader().read(sentence, Tongue(inputs={"talk": "talk", "box": "broll"}))
    assert alone.operations
    assert not alone.questions
    assert of_two.questions
