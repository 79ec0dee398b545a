"""Chinese characters that nothing explains: 把隔壁装修的声音去掉 mutes nothing, 让猫的画面慢放 slows nothing down; what they are said of is asked about.

Between no spaces an unknown word is a run of characters outside every known word, or a single one where an object stands.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause, opens
from ugcflow.studio.language.figures.number import read_number
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.words.sentence import Sentence

_FREE = frozenset({"sticker_emoji", "sound_effect", "broll", "replace_background", "insert_clip", "thumbnail", "text_overlay", "voiceover", "reorder", "undo", "credits", "status", "upload", "filter", "blur_background", "zoom", "fit_duration", "reframe", "export", "merge_clips", "transition"})  # fmt: skip
"""Said of the whole edit, or in free words: what else is told beside them changes nothing."""
_DESCRIBED = frozenset({"logo", "captions"})
"""What they are to be like stands between verb and noun: 加简洁大方的字幕."""
_SPOKEN = frozenset({"remove_fillers", "remove_bad_takes", "trim_silence", "duck_music", "denoise_audio"})
"""What people say: whoever it is, all of it is meant (嘉宾的口头禅)."""
_THINGS = ("<caption>", "<logo>", "<noise_>", "<bars>", "<sticker>", "<background>", "<effect>")
_PARTS = ("{ending}", "{opening}", "{place}")
_WHOLLY = frozenset({"remove_music", "remove_captions", "trim_silence", "remove_fillers", "remove_bad_takes", "denoise_audio", "stabilize", "color", "volume", "reframe", "rotate", "flip", "insert_clip", "speed", "mute"})  # fmt: skip
"""No part of the film or of the picture can be named for these."""
_PICTURE = frozenset({"filter", "crop", "captions", "zoom"})
_CURING = frozenset({"denoise_audio", "stabilize"})
_SOME = frozenset("部片镜")
_COUNTED = frozenset("个段条幕镜")
_MIDDLE = frozenset({"speed", "mute", "volume", "color"})
_ADDING = frozenset({"logo", "music", "captions", "text_overlay", "sticker_emoji", "sound_effect", "voiceover", "transition", "broll", "insert_clip", "filter"})  # fmt: skip
_OBJECT = frozenset("把给让将对使除")
_WHOLE = ("<source>", "<length>", "{shaped}", "{reel}", "{platform}")
_NEAR = 4


def unexplained(said: Said, clause: Clause, used: set[int]) -> None:
    """Ask about the first characters that matter and that nothing found in the clause explains."""
    sentence = clause.sentence
    if said.questions or not sentence.chinese:
        return
    _turned_round(said, clause, used)
    _until(said, clause, used)
    _spared(said, clause)
    _parted(said, clause, used)
    _pieces(said, clause, used)
    handed = any(t.text in "把将" for t in clause.tokens)  # 把窗外改成黄昏
    limited = [o for o in said.operations if _touches(o) or (handed and o.op == "filter")]
    objects = _unused(clause, used, _THINGS)
    ops = {o.op for o in said.operations}
    objects += _unused(clause, used, ("<audio>", "<music>")) if ops == {"speed"} else []
    if ops == {"filter"} and (lettering := _unused(clause, used, ("<text>", "<caption>"))):  # 标题 复古
        said.questions.append(ask.left_over(sentence.text, *sentence.span(*lettering[0]), "filter"))
    if objects and "zoom" in ops:
        said.questions.append(ask.left_over(sentence.text, *sentence.span(*objects[0]), "zoom"))
    if not limited or said.questions:
        return
    for first, stop in (*_runs(clause, used), *objects):
        if not _harmless(clause, first, stop, used, limited):
            start, end = sentence.span(first, stop)
            said.questions.append(ask.left_over(sentence.text, start, end, limited[0].op))
            return


def kept_out(said: Said, clause: Clause) -> None:
    """不要动开箱那部分, 除了价格那段: nothing was found in the clause, and what it keeps from the edit nobody here knows."""
    s = clause.sentence
    spared, left = opens(clause, "<dont>"), opens(clause, "<except>")
    if said.questions or not (spared or left):
        return
    runs = [(first, stop) for first, stop in _runs(clause, set()) if stop > first + 1 and not _of_whole(s, stop, set())]
    if any(left or any(s.ends(i, "<part>") for i in range(stop, min(len(s), stop + 2))) for _, stop in runs):
        said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))


def _spared(said: Said, clause: Clause) -> None:
    """除了开头5秒其他都静音: the time is what is left alone."""
    s = clause.sentence
    times = {"start", "end", "seconds"}
    limited = [o for o in said.operations if o.parameters.keys() & times and o.parameters.get("mode") != "keep"]
    if limited and opens(clause, "<except>"):
        said.operations = [o for o in said.operations if o not in limited]
        said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))


def _turned_round(said: Said, clause: Clause, used: set[int]) -> None:
    """右上角的水印去掉: what adds is no answer to a verb that takes away."""
    s = clause.sentence
    added = [o for o in said.operations if o.op in _ADDING]
    if added and _unused(clause, used, ("<remove>",)):
        said.operations = [o for o in said.operations if o not in added]
        said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))


_SPANNED = frozenset({"mute", "zoom", "speed", "text_overlay", "broll"})


def _until(said: Said, clause: Clause, used: set[int]) -> None:
    """第30秒开始静音到第33秒: the moment behind the verb is where it ends."""
    s = clause.sentence
    moments = (s.value(i, "{instant}") for i in clause.places[1:] if i not in used and s.tokens[i - 1].text in "到至")
    end = next((m[0] for m in moments if m and isinstance(m[0], float)), None)
    for place, old in enumerate(said.operations):
        start = old.parameters.get("start")
        later = isinstance(start, (int, float)) and isinstance(end, float) and end > start
        if end is not None and later and old.op in _SPANNED and "end" not in old.parameters:
            said.operations[place] = replace(old, parameters=old.parameters | {"end": _plain(end)})


def _plain(value: float) -> int | float:
    """A figure without needless decimals."""
    return int(value) if value.is_integer() else value


def _parted(said: Said, clause: Clause, used: set[int]) -> None:
    """把片尾的音乐关掉, 放在右下角小窗: a part that the edit can't be limited to."""
    limited = [
        o for o in said.operations if o.op in _WHOLLY and not o.parameters.keys() & {"start", "position_in_time"}
    ]
    parts = _unused(clause, used, _PARTS) if limited else []
    if not any(o.op in _MIDDLE for o in limited):  # 中间没说话的地方 is all of it
        parts = [p for p in parts if clause.sentence.value(p[0], "{place}") != ("center", p[1])]
    if parts:
        text = clause.sentence.text
        said.questions.append(ask.left_over(text, *clause.sentence.span(*parts[0]), limited[0].op))


def _pieces(said: Said, clause: Clause, used: set[int]) -> None:
    """第三个镜头加速, 把噪音大的部分删掉, 采访部分不加速: which pieces those are nothing tells."""
    s = clause.sentence
    whole = [o for o in said.operations if o.op in _WHOLLY | _PICTURE and not o.parameters.keys() & {"start", "end"}]
    counted = _counted(clause) if whole else []
    cut = {o.op for o in said.operations} & _CURING and any(s.ends(i, "<remove>") for i in range(len(s)))
    spared = bool(said.cancelled) and not said.operations
    shown = [
        (clause.offset, i + 2)
        for i in range(len(s) - 1)
        if i not in used and s.tokens[i].text in _SOME and s.ends(i, "<part>")
    ]
    shown = shown if cut or spared else []
    if counted or shown:
        op = said.operations[0].op if said.operations else said.cancelled[0][0]
        said.questions.append(ask.left_over(s.text, *s.span(*(counted + shown)[0]), op))


def _counted(clause: Clause) -> list[tuple[int, int]]:
    """第三个镜头, 最后一段: the places of clips told by their number."""
    s, found = clause.sentence, []
    for at in range(len(s) - 2):
        number = read_number(s, at + 1) if s.tokens[at].text == "第" else None
        last = "".join(t.text for t in s.tokens[at : at + 3]) == "最后一"
        end = at + 3 if last else number[1] if number else 0
        behind = "".join(t.text for t in s.tokens[end + 1 : end + 3])
        if behind in ("片段", "素材") and not last and not s.may_have("<one_clip>"):
            continue  # where no recipe tells of several, 第二个片段 is the one there is
        if end and end < len(s) and s.tokens[end].text in _COUNTED and clause.own(at):
            found.append((at, end + 1))
    return found


def _touches(operation: Operation) -> bool:
    """Could a word more mean another object, or only a part? Not where the time of it is told."""
    return operation.op not in _FREE and not operation.parameters.keys() & {"start", "seconds"}


def _runs(clause: Clause, used: set[int]) -> list[tuple[int, int]]:
    """Stretches of the clause's own characters outside every known word."""
    s, runs, first = clause.sentence, [], -1
    for at in range(len(s) + 1):
        strange = at < len(s) and clause.own(at) and s.tokens[at].kind == "cjk" and at not in used and not _known(s, at)
        if strange and first < 0:
            first = at
        elif not strange and first >= 0:
            runs.append((first, at))
            first = -1
    return runs


def _known(s: Sentence, at: int) -> bool:
    """Does a word of the lexicon run through the token? That a phrase has it in its own words explains nothing."""
    return any(
        stop > at and (n[0] in "<{" or n in ("#noise", "#adverb", "#separators", "#plain"))
        for i in range(max(0, at - 8), at + 1)
        for n, stop, _ in s.arcs[i]
    )


def _harmless(clause: Clause, first: int, stop: int, used: set[int], limited: list[Operation]) -> bool:
    """A single character that is no object, what the whole footage shows, what an edit is to be like."""
    s = clause.sentence
    if stop == first + 1:
        led = first > 0 and s.tokens[first - 1].text in _OBJECT
        owns = stop < len(s) and s.tokens[stop].text == "的"
        if not led and not owns:
            return True
    if any(s.ends(i, "#people") >= stop for i in range(max(0, first - 1), stop)):
        return all(o.op in _SPOKEN for o in limited) or _complained_of(s, first, stop, limited)
    if _of_whole(s, stop, used) or _complained_of(s, first, stop, limited):
        return True
    before, behind = any(i in used for i in range(first)), any(i in used for i in range(stop, len(s)))
    return behind and all(o.op == "music" or (before and o.op in _DESCRIBED) for o in limited)


_COMPLAINING = re.compile(
    "(现场|(说话|讲话)的?(声音)?|那段|这段|那条|那边|这边|里|里面|上的字|的声音|的画面|的地方|的时候|的光线)?(都|也|全|就|好像|还是)?(拍得|录得|收得|拍的|录的|有点|有些|太|偏|不够|过于|特别|很|是反|左右反|反了|反着|歪了|倒了|颠倒)"
)
_AMENDED = frozenset({"color", "volume", "denoise_audio", "stabilize", "flip", "rotate", "normalize_audio"})
"""What a complaint alone is read as."""


def _complained_of(s: Sentence, first: int, stop: int, limited: list[Operation]) -> bool:
    """板书拍得有点暗: what is dark stands in front, and all of the film is meant."""
    if {o.op for o in limited} == {"crop"}:
        return s.may_have("{place}", "<bars>", "'边缘")  # 裁掉上面露出来的自拍杆
    told = any(_COMPLAINING.match(s.text, s.tokens[i].start) for i in range(first + 1, min(stop + 1, len(s))))
    return told and all(o.op in _AMENDED for o in limited)


def _of_whole(s: Sentence, stop: int, used: set[int]) -> bool:
    """Do the characters tell what the whole footage shows (旅行视频)?"""
    near = range(stop, min(len(s), stop + _NEAR))
    return any(s.ends(i, n) for i in near if i not in used for n in _WHOLE)


def _unused(clause: Clause, used: set[int], labels: tuple[str, ...]) -> list[tuple[int, int]]:
    """Words of two and more characters with one of `labels` that no phrase took: 把字幕旋转90度."""
    s = clause.sentence
    return [
        (at, end)
        for at in s.places(*labels)
        for n in labels
        if (end := s.ends(at, n)) > at + (s.tokens[at].kind == "cjk")
        and clause.own(at)
        and not used & set(range(at, end))
        and not _within(s, at, end)
    ]


def _within(s: Sentence, at: int, end: int) -> bool:
    """Is this a part of a longer word, or one that says nothing?"""
    return any(
        stop >= end and (i < at or stop > end or n == "#noise") and (n[0] in "<{" or n in ("#noise", "#word"))
        for i in range(max(0, at - 6), at + 1)
        for n, stop, _ in s.arcs[i]
    )
