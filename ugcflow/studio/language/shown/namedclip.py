"""Pieces of footage by their names: "a clip named 'shot'" shows no words."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_NAMING = frozenset({"named", "called", "titled", "labelled", "labeled", "name", "id", "filename"})
_PIECES = frozenset({"clip", "clips", "file", "files", "video", "videos", "track", "tracks", "layer", "project", "folder", "footage", "recording", "timeline", "sequence", "asset", "assets", "take", "source"})  # fmt: skip
_NEAR = 4
_OPENING = ("打开", "读取", "载入", "读入")


def silence_names(sentence: Sentence) -> None:
    """Make a quoted name, told as the name of a piece, a small word; 打开 talk.wav too, which adds no music."""
    for at in range(2, len(sentence)):
        if sentence.tokens[at].kind == "file" and "".join(t.text for t in sentence.tokens[at - 2 : at]) in _OPENING:
            for place in range(at - 2, at + 1):
                sentence.clear(place)
            sentence.put(at - 2, "#noise", at + 1, None)
        if sentence.tokens[at].kind != "text" or sentence.tokens[at - 1].low not in _NAMING:
            continue
        if any(t.low in _PIECES for t in sentence.tokens[max(0, at - _NEAR) : at - 1]):
            sentence.clear(at)
            sentence.put(at, "#noise", at + 1, None)
