"""压到30秒之前先去停顿: 之前 parts two edits, and says which of them comes first; it ends no stretch of time."""

from __future__ import annotations

import re

from ugcflow.studio.language.words.sentence import Sentence

_FIRST = re.compile(
    "(?:之前|以前|前)[，,、 ]*(?:要|得|需要|必须|请|我|帮我)*先(?:把|将|要)?|(?<=[秒钟分])(?:之前|以前)[，,]?(?=[^的，,。、！!；;\\s])"
    "|(?:(?<=[掉放速音顿误啊词乐幕题头声抖秒钟s”」])|(?<=一点))(?:之后|以后|后)(?=压|剪|加|放大|去|配|背景|片|开头|结尾|做|淡|音|显示|[\\d]+秒?[到至])"
)
_DEEDS = frozenset({"<fit>", "<remove>", "<speedup>", "<slowdown>", "<join>", "<export_>", "<add>", "<mute_>", "<zoom_>", "<translate_>", "<cut>", "<raise>", "<lower>"})  # fmt: skip


def part_before(sentence: Sentence) -> None:
    """Let 之前先, and a 后 behind what is done first, part two clauses where an edit stands in front of it."""
    if sentence.words.isdisjoint("前后"):
        return
    starts = {t.start: i for i, t in enumerate(sentence.tokens)}
    for found in _FIRST.finditer(sentence.text):
        at = starts.get(found.start())
        end = starts.get(found.end(), 0)
        begin = _clause(sentence, at) if at else 0
        if not at or not end or not _deed(sentence, begin, at, "先" in found[0] or "后" in found[0]):
            continue
        for place in range(begin, end):
            crossing = frozenset(n for n, stop, _ in sentence.arcs[place] if stop > at)
            sentence.drop(place, crossing if place < at else crossing | sentence.labels(place))
        sentence.put(at, "#separators", end, None)


def _clause(s: Sentence, at: int) -> int:
    return next((i + 1 for i in range(at - 1, -1, -1) if s.tokens[i].kind == "punct"), 0)


def _deed(s: Sentence, begin: int, at: int, first: bool) -> bool:
    """Is there an edit between `begin` and `at`? Without 先 only one to a length (压到30秒之前)."""
    if first:
        return any(s.labels(i) & _DEEDS for i in range(begin, at))
    return any(0 < s.ends(i, "<fit>") in (k, k + 1) for i in range(begin, at) for k in range(i, at) if s.tokens[k].kind == "num")  # fmt: skip
