"""The agent's words without its screen: content kept, instructions turned into the call they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ugcflow.nemo.speech import Errand, translate


@pytest.mark.parametrize(
    "said",
    [
        "I've added captions to the whole video.",
        "The opening shot is now 3 s. Export is complete.",
        "I removed pops and click sounds were reduced.",
        "Added title “Click the link below” at 0-3s.",
        'The banner reads "Open the app, tap Buy now".',
        "I used the timeline to place your logo.",
        "Choose a stronger hook for the opening.",
        "I'd open with a stronger hook.",
        "The drag race footage is cut to 10 s.",
        "Removed 7 pauses:\n- 0:03, 1.2 s\n- 0:09, 0.8 s",
        "标题“点击购买”已添加。",
        "已将开场缩短到 3 秒，并打开了降噪。",
        "导出比例已设为 9:16。",
        "",
    ],
)
def test_content_is_kept_as_it_is(said: str) -> None:
    speech = translate(said)
    assert (speech.text, speech.errands) == (said, ())


@pytest.mark.parametrize(
    ("said", "kept", "errand"),
    [
        (
            "Your video is ready! Click the Export button in the top right to download it.",
            "Your video is ready!",
            Errand.EXPORT,
        ),
        ("To download, click “Export”.", "", Errand.EXPORT),
        ("I trimmed the silence — click the play button to preview.", "I trimmed the silence.", Errand.STATE),
        ("I've added captions. You can preview it in the timeline panel.", "I've added captions.", Errand.STATE),
        ("Captions added and you can open the Text panel to restyle them.", "Captions added.", Errand.STATE),
        ("Music added. Please open the Music panel.", "Music added.", Errand.STATE),
        ("Drag the clip to the start of the timeline.", "", Errand.HAND),
        ("You can drag and drop the logo anywhere.", "", Errand.HAND),
        ("You're low on credits; check your account/billing page.", "You're low on credits.", Errand.CREDITS),
        ("Go to Settings and open the billing page to top up.", "", Errand.CREDITS),
        ("Please click the Upload button to add your clip.", "", Errand.UPLOAD),
        ("已为您添加字幕，点击「导出」按钮下载。", "已为您添加字幕。", Errand.EXPORT),
        ("点击右上角的导出按钮即可下载视频。", "", Errand.EXPORT),
        ("已添加背景音乐。您可以在时间线中预览效果。", "已添加背景音乐。", Errand.STATE),
        ("打开音乐面板，选择一首歌。字幕已添加。", "字幕已添加。", Errand.STATE),
        ("请把片段拖拽到时间轴开头。", "", Errand.HAND),
        ("已剪掉停顿。如需修改，请打开文字面板。", "已剪掉停顿。", Errand.STATE),
        ("请点击上传按钮。", "", Errand.UPLOAD),
    ],
)
def test_a_screen_instruction_becomes_its_call(said: str, kept: str, errand: Errand) -> None:
    speech = translate(said)
    assert (speech.text, speech.errands) == (kept, (errand,))


def test_a_list_of_instructions_goes_with_its_heading() -> None:
    said = "Done! Here is what I did:\n- Removed 7 pauses\n- Added captions\n\nYou can now:\n1. Preview in timeline\n2. Click the Export button"
    speech = translate(said)
    assert speech.text == "Done! Here is what I did:\n- Removed 7 pauses\n- Added captions"
    assert speech.errands == (Errand.STATE, Errand.EXPORT)


def test_each_errand_once() -> None:
    assert translate("Click Export. Then click the Export button.").errands == (Errand.EXPORT,)


@pytest.mark.parametrize("words", ["and to ", "you can, ", "open the ", "and open x ", "点击，", "“", "if you want "])
def test_words_without_end_are_left_as_they_are(words: str) -> None:
    """No instruction is that long, and looking for one would take minutes."""
    said = (words * 20_000).strip()
    assert translate(said).text == said


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "Click ",
                "open the panel",
                ". ",
                "“",
                "”",
                "点击",
                "，",
                "。",
                "\n",
                "- ",
                ": ",
                "and ",
                "added",
                "drag it",
            ]
        ),
        max_size=20,
    ).map("".join)
)
def test_any_words_are_survived_and_nothing_is_made_up(said: str) -> None:
    speech = translate(said)
    assert set(speech.text) <= set(said) | set(".。\n")
    assert len(speech.text) <= len(said) + 1 + said.count("\n")
