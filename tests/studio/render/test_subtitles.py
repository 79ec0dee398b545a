from __future__ import annotations

import itertools

import pysubs2
import pytest

from ugcflow.errors import RenderError
from ugcflow.studio.render import subtitles
from ugcflow.studio.render.subtitles import LINE, to_cues
from ugcflow.studio.timeline import Timeline, Title, Word


def captions(text: str, *, group: int = 3, each: int = 300, start: int = 500) -> tuple[Title, ...]:
    words = [Word(w, start + i * each, each - 20) for i, w in enumerate(text.split())]
    groups = [words[i : i + group] for i in range(0, len(words), group)]
    return tuple(
        Title(f"k{i}", " ".join(w.text for w in g), g[0].start, g[-1].end - g[0].start, "caption", words=tuple(g))
        for i, g in enumerate(groups)
    )


TEXT = (
    "I was skeptical at first but then I tried the serum for three weeks. My skin looks completely different now! "
    "Go and get yours today before they sell out again."
)


@pytest.mark.parametrize("suffix", ["srt", "vtt"])
def test_groups_become_readable_cues(suffix: str) -> None:
    written = subtitles(Timeline(1080, 1920, "30", titles=captions(TEXT)), suffix)
    cues = pysubs2.SSAFile.from_string(written)
    said = " ".join(e.plaintext.replace("\n", " ") for e in cues)
    assert said == TEXT
    for event in cues:
        lines = event.plaintext.splitlines()
        assert len(lines) <= 2
        assert max(map(len, lines)) <= LINE
    assert all(a.end <= b.start for a, b in itertools.pairwise(cues))
    assert cues[0].start == 500
    assert written.startswith("WEBVTT" if suffix == "vtt" else "1\n00:00:00,500 --> ")


def test_a_pause_ends_a_cue() -> None:
    first, second = captions("well then", group=2), captions("so it goes", start=4000)
    assert [c.start for c in to_cues([*first, *second])] == [500, 4000]


def test_chinese_is_joined_without_spaces() -> None:
    titles = tuple(Title(f"k{i}", t, i * 500, 480, "caption") for i, t in enumerate(("它真的", "改变了", "我的皮肤。")))
    assert to_cues(list(titles))[0].lines == ("它真的改变了我的皮肤。",)


def test_tags_in_a_word_are_no_tags() -> None:
    written = subtitles(Timeline(10, 10, "30", titles=(Title("k", "{\\b1}<b>x</b>", 0, 900, "caption"),)), "srt")
    assert "x" in written
    assert "{\\b1}" not in written


def test_none_is_said_in_words() -> None:
    with pytest.raises(RenderError, match="no captions"):
        subtitles(Timeline(1080, 1920, "30"), "srt")
