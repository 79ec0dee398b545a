"""What a Chinese clause rejects behind 而不是: 前5秒静音而不是删除 asks for a mute, and for no cut."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_REJECTING = (("而", "不", "是"), ("而", "非"), ("而", "不", "要"))
_NEXT = ("然后", "并", "接着", "同时")
_TIMES = ("{range}", "{first}", "{last}", "{instant}")


def drop_rejected(sentence: Sentence) -> None:
    """Make 而不是 … say nothing, to the end of its clause; not where the time both are about is told only there."""
    _correct(sentence)
    if "而" not in sentence.words:
        return
    words = [t.text for t in sentence.tokens]
    for at in range(1, len(words) - 1):
        if not any(tuple(words[at : at + len(r)]) == r for r in _REJECTING):
            continue
        begin = next((i + 1 for i in range(at - 1, -1, -1) if sentence.tokens[i].kind == "punct"), 0)
        end = next((i for i in range(at, len(words)) if _parts(sentence, i)), len(words))
        shared = _timed(sentence, at, end) and not _timed(sentence, begin, at) and not _long(sentence, begin, at)
        if not shared:
            for place in range(at, end):
                sentence.clear(place)
            sentence.put(at, "#noise", end, None)


def _correct(s: Sentence) -> None:
    """字幕不是英文，是中文; 压到30秒，不是60秒: of two of a kind the one behind 不是 is not wanted."""
    for at in range(1, len(s) - 2 if {"是", "不"} <= s.words else 0):
        if s.tokens[at].text + s.tokens[at + 1].text != "不是":
            continue
        kinds = {n for n in s.labels(at + 2) if n[0] == "{"}
        mark = next((i for i in range(at + 3, min(len(s) - 2, at + 9)) if s.tokens[i].kind == "punct"), len(s))
        then = mark + 1 + (s.tokens[mark + 1].text == "而") if mark < len(s) else mark
        instead = mark < len(s) and s.tokens[then].text in "是要" and _same(s, then + 1, kinds)
        if instead or (at and s.tokens[at - 1].kind == "punct" and _same(s, max(0, at - 7), kinds, at)):
            end = then + 1 if instead else mark
            for place in range(at, end):
                s.clear(place)
            s.put(at, "#noise", end, None)
            s.put(at, "#word", end, None)


def _same(s: Sentence, begin: int, kinds: set[str], end: int = 0) -> bool:
    return any(kinds & s.labels(i) for i in range(begin, min(len(s), end or begin + 2)))


def _parts(s: Sentence, at: int) -> bool:
    """A mark, 然后, 再 or 并: behind it something else is asked for."""
    return (
        s.tokens[at].kind == "punct"
        or s.tokens[at].text == "再"
        or any(s.text.startswith(w, s.tokens[at].start) for w in _NEXT)
    )


def _timed(s: Sentence, begin: int, end: int) -> bool:
    return any(s.ends(i, n) for i in range(begin, end) for n in _TIMES)


def _long(s: Sentence, begin: int, end: int) -> bool:
    """剪到30秒而不是剪掉前30秒: a figure of its own."""
    return any(s.ends(i, n) for i in range(begin, end) for n in ("{duration}", "{factor}"))
