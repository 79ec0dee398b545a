"""只 in front of a stretch and a deed: 只要前5秒静音 edits only there, and keeps no part of the film (只要前5秒 does)."""

from __future__ import annotations

import re

from ugcflow.studio.language.words.sentence import Sentence

_ONLY = re.compile("(?:只|仅仅?)(?:需要|需|要|在|把|将|有|给|对|让|是|想|能)*")
_TIMES = ("{range}", "{first}", "{last}")
_FOOTAGE = re.compile(
    "(?:.{1,14}的(?:那|这)?(?:一)?(?:段|部分|内容|片段|画面|镜头))?(?:的|这|那|一|段|部分|内容|画面|片段|视频|素材|镜头|左右|之间|以内|内|里|就|行|好|可以|即可|吧|了|啊|呢|呀|保留|留下|留着|留|够|剩下|谢谢|～|~)*(?:(?:其他|其余|其它|别的|剩下).*)?"
)
"""What may stand behind the stretch where it is the stretch that is wanted."""
_DEEDS = frozenset({"<zoom_>", "<speedup>", "<slowdown>", "<mute_>", "<remove>", "<raise>", "<lower>", "<add>", "'降噪", "'调色", "'虚化"})  # fmt: skip
_KEEPING = ("留", "保", "取", "截", "用", "剪", "要", "选", "提", "看")


def free_times(sentence: Sentence) -> None:
    """Let a time begin behind 把: in 再把20秒到25秒放慢 the 把 belongs to what parts the clauses."""
    for at in sentence.places(*_TIMES):
        if sentence.tokens[at].text not in ("把", "将") or at + 1 >= len(sentence):
            continue
        for label, end, value in [arc for arc in sentence.arcs[at] if arc[0] in _TIMES]:
            sentence.put(at + 1, label, end, value)
        sentence.drop(at, frozenset(_TIMES))


def silence_only(sentence: Sentence) -> None:
    """Make 只 and what belongs to it small words where a deed is what is limited."""
    if sentence.words.isdisjoint("只仅") or not sentence.may_have(*_TIMES):
        return
    starts = {t.start: i for i, t in enumerate(sentence.tokens)}
    for found in _ONLY.finditer(sentence.text):
        at, end = starts.get(found.start()), starts.get(found.end())
        if at is None or end is None or (at and sentence.tokens[at - 1].text in "不"):
            continue
        end = next((i for i in range(at + 1, end) for n in _TIMES if sentence.ends(i, n)), end)  # 只(在10到12秒)
        if _limits(sentence, end):
            for place in range(at, end):
                sentence.clear(place)
            sentence.put(at, "#noise", end, None)


def _limits(s: Sentence, at: int) -> bool:
    """Does a stretch and a deed follow, or a deed and a stretch?"""
    stop = next((i for i in range(at, len(s)) if s.tokens[i].kind == "punct"), len(s))
    timed = max((s.ends(at, n) for n in _TIMES), default=0)
    if timed:
        apart = timed < stop and s.tokens[timed].start > s.tokens[timed - 1].end  # 只要前30秒 加速1.5倍
        rest = "".join(t.text for t in s.tokens[timed:stop])
        return not apart and not _FOOTAGE.fullmatch(rest)
    led = bool(s.labels(at) & _DEEDS) and not s.tokens[at].text.startswith(_KEEPING)
    return led and any(s.ends(i, n) for i in range(at, stop) for n in _TIMES)
