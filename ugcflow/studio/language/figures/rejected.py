"""What a Chinese clause rejects behind 而不是: 前5秒静音而不是删除 asks for a mute, and for no cut."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_REJECTING = (("而", "不", "是"), ("而", "非"), ("而", "不", "要"))
_NEXT = ("然后", "并", "接着", "同时")
_TIMES = ("{range}", "{first}", "{last}", "{instant}")


def drop_rejected(sentence: Sentence) -> None:
    """Make 而不是 … say nothing, to the end of its clause; not where the time both are about is told only there."""
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
