"""Figures that ask for nothing: those denied ("15 s not 30", "9:16 rather than 16:9"), and the shape footage has ("my vertical video")."""

from __future__ import annotations

import re

from ugcflow.studio.language.words.sentence import Sentence

_FIGURES = ("{duration}", "{aspect}", "{percent}", "{resolution}", "{fps}", "{lufs}", "{db}", "{factor}", "{degrees}", "{format}", "{color}", "{place}", "{style}", "{look}", "{mood}", "{language}", "{filter}", "{transition}", "{text}")  # fmt: skip
_SMALL = ("the", "at", "in", "on", "a", "like", "so")
_FILMS = frozenset({"ad", "advert", "commercial", "promo", "spot", "trailer", "film", "master", "original", "piece", "production"})  # fmt: skip
_NOT = frozenset("不别勿")
_DEEDS = frozenset({"<add>", "<remove>", "<cut>", "<rotate_>", "<speedup>", "<slowdown>", "<zoom_>", "<mute_>", "<translate_>", "<insert>", "<join>", "<split_>", "<upload_>", "<generate>", "<fit>", "'翻转", "'镜像", "'防抖", "'降噪", "'调色", "'导出", "'输出", "'旋转"})  # fmt: skip
_FORMER = frozenset({"<silence>", "<transition>", "<music>", "<caption>", "{style}", "{mood}", "{transition}", "{look}", "{filter}"})  # fmt: skip
_SLOPES = frozenset({"fade", "ramp", "gradually", "slowly", "over", "zoom", "sweep", "swell"})
_FAILING = frozenset("得能可会好要听看用")
"""Before 不: something can't be heard or seen, or 能不能 asks for it."""
_OUTGROWN = ("{percent}", "{factor}", "{db}", "{duration}", "{color}")
_CHANGING = frozenset({"<lower>", "<raise>", "<make>", "<fit>", "<level_to>", "<t_to>", "<cut>"})
_NEGATIVES = ("not", "instead", "rather", "no")
_INSTEAD = (("not",), ("instead", "of"), ("rather", "than"), ("and", "not"), ("no", "longer"))


def drop_denied(sentence: Sentence) -> None:
    """Make a figure that is denied right behind one of its kind say nothing."""
    if sentence.words.isdisjoint(("not", "instead", "rather", "no")):
        return
    for at in range(1, 0 if sentence.words.isdisjoint(_NEGATIVES) else len(sentence)):
        begin = _instead(sentence, at)
        end = _same_kind(sentence, at, begin) if begin else 0
        if end:
            _silence(sentence, at, end)


def drop_others(sentence: Sentence) -> None:
    """ "But not the epic one": which of its kind is not meant."""
    words = [t.low for t in sentence.tokens]
    for at in range(len(words) - 2 if "not" in sentence.words else 0):
        if words[at] != "not" or words[at + 1] not in ("the", "that", "a", "those"):
            continue
        end = max((sentence.ends(at + 2, n) for n in _FIGURES), default=0)
        if end and end < len(words) and words[end] in ("one", "ones"):
            _silence(sentence, at, end + 1)


def drop_former(sentence: Sentence) -> None:
    """ "Switch from jump cuts to smooth transitions", "the music from 30% to 15%": what is left behind is not asked for."""
    words = [t.low for t in sentence.tokens]
    for at in sentence.places(*_CONVERTED):
        if end := _turned_into(sentence, at, words):
            _silence(sentence, at, end)
            sentence.put(at, "#plain", end, None)  # the arrow parts nothing
    level = sentence.may_have("<audio>", "<music>", "<voice>") and sentence.words.isdisjoint(_SLOPES)
    kinds = {"{language}", "{percent}", "{db}"} if level else {"{language}"}
    for at in range(1, len(words) - 2 if "from" in sentence.words else 0):
        behind = range(at + 2, min(at + 5, len(words) - 1)) if words[at] == "from" else ()
        to = next((i for i in behind if words[i] in ("to", "into")), 0)
        old = {n for i in range(at + 1, to) for n in sentence.labels(i)}
        led = not {"switch", "change", "go", "move"}.isdisjoint(words[:at])
        if (led and old & _FORMER) or (to and old & kinds & sentence.labels(to + 1)):
            _silence(sentence, at, to)


_CONVERTED = ("{format}", "{aspect}", "{resolution}", "{fps}", "{lufs}", "{percent}", "{db}", "{factor}", "{duration}", "{language}")  # fmt: skip
_ARROWS = (["→"], ["➡"], ["=>"], ["-", ">"], ["=", ">"], [">"])


def _turned_into(s: Sentence, at: int, words: list[str]) -> int:
    """The end of "a .mov" in "a .mov into .mp4", of "16:9 ->" in "16:9 -> 9:16", of "45s →" in "45s → 15s"; 0 where nothing of its kind follows."""
    for label in _CONVERTED:
        end = s.ends(at, label)
        arrow = next((len(a) for a in _ARROWS if words[end : end + len(a)] == a), 0) if end else 0
        into = end and words[end : end + 1] in (["to"], ["into"]) and label in _CONVERTED[:5]
        new = next((i for i in range(end + 1, min(len(words), end + 3)) if s.ends(i, label)), 0)
        if (arrow or into) and new and (label != "{duration}" or _shorter(s, at, new)):
            return end + arrow
    return 0


def _shorter(s: Sentence, at: int, new: int) -> bool:
    """Of two times only one that gets shorter is a change, the others are a stretch."""
    old, now = s.value(at, "{duration}"), s.value(new, "{duration}")
    return bool(old and now and float(str(now[0])) < float(str(old[0])))


def deny_deeds(sentence: Sentence) -> None:
    """不加字幕, 不翻转: a verb of editing right behind 不 is not wanted."""
    for at in range(len(sentence) - 1 if not sentence.words.isdisjoint(_NOT) else 0):
        before, after = sentence.tokens[at - 1].text if at else "", sentence.tokens[at + 1].text
        asks = before == after or before in _FAILING
        free = sentence.tokens[at].text in _NOT and not asks and not _in_word(sentence, at)
        if free and sentence.labels(at + 1) & _DEEDS:
            sentence.put(at, "<dont>", at + 1, None)


def _in_word(sentence: Sentence, at: int) -> bool:
    """Does a word of two and more characters run through the token?"""
    return any(
        n[0] != "'" and stop > at + (i == at) for i in range(max(0, at - 4), at + 1) for n, stop, _ in sentence.arcs[i]
    )


def drop_outgrown(sentence: Sentence) -> None:
    """音量从50%降到20%: the figure it comes from says nothing; of two times only one that gets shorter, the others are a range."""
    for at in range(len(sentence) - 2 if not sentence.words.isdisjoint("从由") else 0):
        if sentence.tokens[at].text not in ("从", "由"):
            continue
        for label in _OUTGROWN:
            old = sentence.value(at + 1, label)
            now = _changed(sentence, old[1]) if old else 0
            new = sentence.value(now, label) if old else None
            if old and new and (label != "{duration}" or _shorter(sentence, at + 1, now)):
                _silence(sentence, at, old[1])
                break


def _changed(sentence: Sentence, at: int) -> int:
    """The end of the verb at `at` that changes a figure (降到, 改成); `at` where there is none."""
    for _ in range(2):
        at = max((e for n, e, _ in sentence.arcs[at] if n in _CHANGING), default=at) if at < len(sentence) else at
    return at


def unwanted_behind(sentence: Sentence, at: int) -> bool:
    """转场不要了, 音乐先不加, 标题算了: what a Chinese clause names first is taken back where it ends in a denial."""
    while at < len(sentence):
        end = (
            max(sentence.ends(at, n) for n in ("<no>", "<dont>", "<strike>"))
            if sentence.tokens[at].kind == "cjk"
            else 0
        )
        while end and end < len(sentence):
            end = max(sentence.ends(end, "#noise"), sentence.ends(end, "<particle>"), sentence.ends(end, "<add>"))
        if end:
            return True
        at = sentence.ends(at, "#noise") or sentence.ends(at, "#adverb") or len(sentence)
    return False


def drop_shapes(sentence: Sentence) -> None:
    """Where another shape or a platform is named, "this landscape clip" tells what the footage is."""
    _drop_filmed(sentence)
    shapes = sentence.places("{aspect}", "{platform}")
    for at in shapes if len(shapes) > 1 else ():
        ends = [e for n, e, _ in sentence.arcs[at] if n == "{aspect}"]
        ends = [p for e in ends if _footage(sentence, p := sentence.skip(e, "{platform}"))]
        this = any(sentence.ends(i, "<this>") == at for i in range(max(0, at - 3), at))  # 这条横版视频
        told = [t.low for t in sentence.tokens[max(0, at - 2) : at]]
        is_a = (
            len(told) == 2 and told[0] in ("is", "was", "it's", "its") and told[1] in ("a", "an")
        )  # "mine is a tall video"
        owned = at and (this or is_a or sentence.tokens[at - 1].text in ("把", "将"))
        if ends and (owned or _brought_along(sentence, ends[0])) and any(i >= ends[0] or i < at for i in shapes):
            _silence(sentence, at, ends[0])
        if either := _either(sentence, at):
            _silence(sentence, at, either)
        _said_alone(sentence, at)


_FILM = "(?:素材|原素材|原片|原视频|视频|录像|录屏|片源|源文件|片子)"
_FILM_BEHIND = re.compile(f"的?(?:横屏|竖屏)?(?:{_FILM}|拍摄?的|录制?的)[，,]")
_FILM_BEFORE = re.compile(f"(?:{_FILM}|拍|录)(?:的?是|为)? ?$")
_FILM_NAMED = re.compile(f"(?:^|[，。,是的])(?:这条?|这个|我的|原)?(?:[横竖]屏|[横竖]版)的?{_FILM}$")
_FILMED = re.compile("(?:拍摄?|录制?)的 ?[，。,]")
_BECOMES = re.compile("^(?!.*(?:再来|再出|也要|还要|各)).*[改转裁导变调换压输]")


def _drop_filmed(s: Sentence) -> None:
    """16:9的素材，裁成9:16; 原片4K，导出1080p: what the Chinese sentence tells of the footage, and then what it becomes."""
    for label in ("{aspect}", "{resolution}", "{fps}"):
        places = s.places(label)
        for at in places:
            first, stop = s.span(at, s.ends(at, label))
            ends = s.text[stop : stop + 1] in ("，", ",")
            told = _FILM_BEHIND.match(s.text, stop) or (ends and _FILM_BEFORE.search(s.text[:first]))
            told = told or (ends and _FILM_NAMED.search(s.text[:stop]))  # 横屏视频，改成竖屏
            other = at < places[-1] and _BECOMES.match(s.text[stop:])
            if (told and other) or _FILMED.match(s.text, stop):
                _silence(s, at, s.ends(at, label))


def _either(s: Sentence, at: int) -> int:
    """ "(Crop it) horizontally or vertically": which of them is left open."""
    end = s.ends(at, "{aspect}")
    return s.ends(end + 1, "{aspect}") if end and end < len(s) and s.tokens[end].low == "or" else 0


def _brought_along(s: Sentence, at: int) -> bool:
    """ "Landscape video here": the footage that is handed over, to the end of the sentence."""
    end = s.ends(at, "<source>")
    return 0 < end < len(s) - 1 and s.tokens[end].low == "here" and s.tokens[end + 1].kind == "punct"


def drop_tongues(sentence: Sentence) -> None:
    """ "Subtitle this Hindi interview in English": what is spoken, where another language is asked for."""
    tongues = sentence.places("{language}")
    for at in tongues if len(tongues) > 1 else ():
        end = sentence.ends(at, "{language}")
        if sentence.tokens[at - 1].low in ("this", "my", "our", "the", "a", "an") and _footage(sentence, end):
            _silence(sentence, at, end)
        elif at > (begin := _needless(sentence, at)):
            _silence(sentence, begin, end)
            sentence.put(begin, "#separators", end, None)


def _needless(s: Sentence, at: int) -> int:
    """ "(It) doesn't have to be in (Spanish, English is enough)": where a language that need not be begins to be spoken of; else `at`."""
    begin = at
    while begin and s.tokens[begin - 1].low in _HAVING_TO_BE:
        begin -= 1
    needless = not _NEED_NOT.isdisjoint(t.low for t in s.tokens[max(0, begin - 1) : begin])
    told = {"be", "necessarily"} & {t.low for t in s.tokens[begin:at]}
    while needless and begin and s.tokens[begin - 1].low in _NEED_NOT | {"it", "they", "do", "does"}:
        begin -= 1
    return begin if needless and told else at


_HAVING_TO_BE = frozenset({"have", "need", "has", "needs", "to", "be", "in", "necessarily", "only", "just"})
_NEED_NOT = frozenset({"doesn't", "don't", "doesnt", "dont", "not", "needn't", "won't", "shouldn't"})


def _said_alone(s: Sentence, at: int) -> int:
    """The end of 横屏的 between commas: how the footage is, where another shape is asked for later; 0 for anything else."""
    end = s.ends(at, "{aspect}")
    opened = not at or s.tokens[at - 1].kind == "punct"
    closed = end and end + 1 < len(s) and s.tokens[end].text == "的" and s.tokens[end + 1].kind == "punct"
    return end + 1 if opened and closed else 0


def _footage(s: Sentence, at: int) -> bool:
    """Does "clip", "ad" or another word for footage follow?"""
    if at + 1 < len(s) and s.tokens[at].kind == "word" and not any(n[0] in "<{#" for n in s.labels(at)):
        at += 1  # "this widescreen gameplay recording"
    return at < len(s) and (s.ends(at, "<source>") > 0 or s.tokens[at].low in _FILMS)


def date_clauses(sentence: Sentence) -> None:
    """ "0:12 - zoom in here": a time in front of what is to be there is a moment, no length."""
    for at in sentence.places("{instant}"):
        end = sentence.ends(at, "{instant}") if sentence.tokens[at].kind == "clock" else 0
        leads = not at or sentence.tokens[at - 1].kind == "punct"
        put = at > 0 and end > 0 and sentence.tokens[at - 1].text == "在" and sentence.ends(at - 1, "<t_at>") == at
        held = any(sentence.ends(i, n) == at for i in range(max(0, at - 3), at) for n in ("<fit>", "<under>"))
        if (put and not held) or (
            end and leads and end < len(sentence) and sentence.tokens[end].text in "-–—:："
        ):  # 在0:15和0:40处切开
            sentence.drop(at, frozenset({"{duration}"}))


def _silence(sentence: Sentence, at: int, end: int) -> None:
    for place in range(at, end):
        sentence.clear(place)
    sentence.put(at, "#noise", end, None)


def _instead(sentence: Sentence, at: int) -> int:
    """The token after "not", "instead of" … at `at`; 0 for none."""
    words = [t.low for t in sentence.tokens[at : at + 2]]
    end = next((at + len(w) for w in _INSTEAD if tuple(words[: len(w)]) == w), 0)
    while end and end < len(sentence) and sentence.tokens[end].low in _SMALL:
        end += 1
    return end if end < len(sentence) else 0


def _same_kind(sentence: Sentence, at: int, begin: int) -> int:
    """The end of the figure at `begin` when one of its kind ends at `at`; a bare number is of any kind ("15 s not 30")."""
    last = at - (sentence.tokens[at - 1].text == ",")  # "at 1080p, not 4K"
    anywhere = sentence.tokens[at].low in ("instead", "rather")  # "swipes between all clips instead of cuts"
    before = {
        n
        for i in range(0 if anywhere else max(0, last - 5), last)
        for n, stop, _ in sentence.arcs[i]
        if (stop == last or (anywhere and stop < last)) and n in _FIGURES
    }
    ends = [sentence.ends(i, n) for n in before for i in (begin, begin - 1)]  # "instead of a minute"
    bare = sentence.ends(begin, "{number}") if before & set(_FIGURES[:3]) else 0
    return max([*ends, bare], default=0)
