"""Sentences that are nothing but a call, and those that only look like one."""

from __future__ import annotations

import pytest

from ugcflow.nemo.session_word import SessionWord, session_word

CALLS = {
    SessionWord.EXPORT: (
        "export", "Export", "export.", "Please export the video.", "download", "Download it, please", "send me the video", "Could you please send me the final video?",
        "export it as mp4", "export in high quality", "ok, now export the final video, thanks!", "render it", "导出", "导出视频", "请帮我导出视频", "下载视频吧", "把视频发给我", "导出为mp4", "请把成片导出，谢谢",
    ),
    SessionWord.CREDITS: (
        "credits", "Credits?", "balance", "my balance", "how many credits do I have left?", "Check my balance please", "show me my credits", "积分", "余额", "查看余额", "我还有多少积分？", "请查一下余额", "还剩多少积分",
    ),
    SessionWord.STATUS: ("status", "show tracks", "Show me the tracks", "what's the status?", "Please show the timeline", "状态", "查看状态", "显示轨道", "请显示当前状态"),
    SessionWord.UPLOAD: ("upload", "Upload a file", "upload review.mp4", "please upload my video", "上传", "上传视频", "请上传文件"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "word"), [(s, w) for w, sentences in CALLS.items() for s in sentences])
def test_nothing_but_a_call(sentence: str, word: SessionWord) -> None:
    assert session_word(sentence) is word


@pytest.mark.parametrize(
    "sentence",
    [
        "trim the pauses and export", "export the first 10 seconds", "balance the audio", "balance the colors", "add credits at the end", "show end credits", "status bar at the top",
        "upload date as a title", "add a title saying export", "make it 9:16", "cut to 30 s, then download", "download speed as a caption", "credits: music by Ana", "now", "please", "", "render the title in bold",
        "去掉停顿并导出", "导出前 10 秒", "添加字幕", "把状态写成标题", "片尾加积分二字", "上传日期做标题", "show tracks of snow", "send me the video with captions", "save the last 5 seconds",
    ],
)  # fmt: skip
def test_an_edit_goes_to_the_agent(sentence: str) -> None:
    assert session_word(sentence) is None
