"""Rows of things: what is said of the first goes for all of them, wanted or not."""

from __future__ import annotations

from itertools import permutations

import pytest

from ugcflow.studio.language.reader import StudioReader

UNWANTED = {"ums": "remove_fillers", "pauses": "trim_silence", "dead air": "trim_silence", "captions": "remove_captions", "music": "remove_music", "background noise": "denoise_audio", "bad takes": "remove_bad_takes"}  # fmt: skip
ADDED = {"music": "music", "captions": "captions", "a logo": "logo", "transitions": "transition", "stickers": "sticker_emoji", "zooms": "zoom", "b-roll": "broll", "sound effects": "sound_effect"}  # fmt: skip


def read(text: str) -> tuple[set[str], int]:
    reading = StudioReader().read(text)
    return {o.op for o in reading.operations}, len(reading.questions)


@pytest.mark.parametrize("verb", ["remove", "delete", "get rid of", "ditch", "cut out", "take out", "strip"])
@pytest.mark.parametrize("article", ["", "the "])
def test_what_is_removed_beside_something_is_never_added(verb: str, article: str) -> None:
    for (a, first), (b, second) in permutations(UNWANTED.items(), 2):
        if first != second:
            operations, questions = read(f"{verb} {article}{a} and {article}{b}")
            assert questions or operations == {first, second}, (a, b, operations)


@pytest.mark.parametrize("denial", ["don't add", "do not add", "never add", "without", "without adding", "don't use", "skip the", "avoid", "leave out", "i don't want"])  # fmt: skip
@pytest.mark.parametrize("joint", [" and ", " or ", ", "])
def test_what_is_denied_beside_something_is_never_added(denial: str, joint: str) -> None:
    for (a, first), (b, second) in permutations(ADDED.items(), 2):
        for before in ("", "cut the pauses, "):
            operations, questions = read(f"{before}{denial} {a}{joint}{b}")
            assert questions or not operations & {first, second}, (a, b, operations)


@pytest.mark.parametrize("denial", ["don't add", "without", "avoid"])
def test_a_longer_row_is_denied_to_its_end(denial: str) -> None:
    operations, questions = read(f"cut the pauses, {denial} music, captions and stickers")
    assert (operations, questions) == ({"trim_silence"}, 0)


def test_no_is_one_item_of_a_list_of_wishes() -> None:
    assert read("vertical, no music, captions, 30 seconds") == ({"reframe", "captions", "fit_duration"}, 0)


@pytest.mark.parametrize("text", ["no ums or pauses", "I want no filler words or dead air"])
def test_either_of_two_things_nobody_wants_goes(text: str) -> None:
    assert read(text) == ({"remove_fillers", "trim_silence"}, 0)


@pytest.mark.parametrize("keeping", ["keep the", "leave the", "don't touch the", "preserve the"])
def test_what_is_kept_beside_something_is_never_added(keeping: str) -> None:
    for (a, first), (b, second) in permutations({"music": "music", "captions": "captions", "logo": "logo", "transitions": "transition"}.items(), 2):  # fmt: skip
        operations, questions = read(f"trim silences, {keeping} {a} and the {b}")
        assert questions or operations == {"trim_silence"}, (a, b, operations, first, second)


@pytest.mark.parametrize("row", ["不要{}和{}", "别加{}和{}", "不加{}、{}", "去掉{}和{}", "删掉{}跟{}", "把{}和{}去掉", "保留{}和{}", "无需{}、{}"])  # fmt: skip
def test_chinese_rows_add_nothing_that_is_denied_removed_or_kept(row: str) -> None:
    things = {"音乐": "music", "字幕": "captions", "贴纸": "sticker_emoji", "转场": "transition", "音效": "sound_effect", "停顿": ""}  # fmt: skip
    for a, b in permutations(things, 2):
        operations, questions = read(f"剪到30秒，{row.format(a, b)}")
        assert questions or not operations & {things[a], things[b]}, (a, b, operations)


@pytest.mark.parametrize("text", ["fade in and out over 1 second", "1 second fade in and out"])
def test_a_fade_in_and_out_is_two_that_last_alike(text: str) -> None:
    operations = StudioReader().read(text).operations
    assert [(o.op, o.parameters) for o in operations] == [("fade", {"dir": "in", "seconds": 1}), ("fade", {"dir": "out", "seconds": 1})]  # fmt: skip


@pytest.mark.parametrize("text", ["add captions except in the intro", "add music except in the outro", "make it warm except the last 5 seconds"])  # fmt: skip
def test_what_is_to_be_spared_of_the_whole_is_asked_about(text: str) -> None:
    assert read(text)[1]
