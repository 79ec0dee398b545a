"""Chinese clauses that say nothing without the one before: a verb alone (前面有4秒黑屏，切掉), what is unwanted, where it goes; and a thing in front of 帮我."""

from __future__ import annotations

from collections.abc import Set

from ugcflow.studio.language.words.sentence import Sentence

_NOUNS = ("<sticker>", "<transition>", "<effect>", "<logo>", "<music>", "<caption>")
_DONE = ("<add>", "<remove>", "<fit>", "<zoom_>", "<speedup>", "<slowdown>", "<mute_>")
_STRETCHES = ("{first}", "{last}", "{range}")
_PUTTING = frozenset("加配放打写添贴")
_RECOGNISED = ("<silence>", "#noise", "'检测", "'识别")


def afterthought(s: Sentence, told: Sentence, verbs: Set[str]) -> str:
    """How `s` belongs to `told`, the clause before it: "joined", "passed over" (only the thing named there counts), or "" where it does not."""
    if _not_wanted(s, told) or _moved(s, told):
        return "passed over"
    bare = _bare(s) and _idle(told, verbs) and not _puts(told) and not _whole(s, told)
    return "joined" if bare or _measured(s, told) or _that_long(s, told) or _words_of(s, told) else ""


def _words_of(s: Sentence, told: Sentence) -> bool:
    """ "加字幕，内容是：大家好": what the caption before says."""
    named = bool(told.places("<caption>", "<text>", "<texty>", "'水印"))
    given = any(told.ends(i, "{text}") for i in range(len(told)))
    announced = s.ends(s.skip(0, "#noise"), "<announce>") if s.skip(0, "#noise") < len(s) else 0
    return named and not given and announced > 0 and s.tokens[-1].kind == "text"


def _bare(s: Sentence) -> bool:
    """Nothing but a verb that takes away, written in Chinese, and small words?"""
    if s.may_have("<audio>", "<voice>"):
        return False  # (5到8秒静音，)声音处理一下
    place, verb = 0, False
    while place < len(s):
        end = max(s.ends(place, n) for n in ("<remove>", "<echo>", "<drop>")) if s.tokens[place].kind == "cjk" else 0
        verb = verb or end > 0
        place = max(end, s.ends(place, "#noise"), s.ends(place, "<particle>"))
        if not place:
            return False
    return verb


def _idle(told: Sentence, verbs: Set[str]) -> bool:
    """No verb of its own but single characters (有, 是), and that of 静音?"""
    return not any(
        n in verbs and e > i + 1 and told.ends(i, "<silence>") < e for i, own in enumerate(told.arcs) for n, e, _ in own
    )


def _whole(s: Sentence, told: Sentence) -> bool:
    """降噪(，帮我优化一下), 5到8秒静音(，剪一下): a deed though it has no verb, and not what the next is done to."""
    whole = (*_WHOLE, "<mute_>") if s.tokens[-1].text == "下" and told.places(*_STRETCHES) else _WHOLE
    return any(told.ends(i, n) == len(told) for i in range(len(told)) for n in whole)


_WHOLE = ("<fading>", "'降噪", "'防抖", "{filter}", "{aspect}")


def _puts(told: Sentence) -> bool:
    """加字幕(，处理一下): a deed, though its verb is one character."""
    first = told.skip(0, "#noise")
    return first < len(told) and told.tokens[first].text in _PUTTING and told.ends(first, "<add>") > 0


def _measured(s: Sentence, told: Sentence) -> bool:
    """静音检测，大于600ms的段落剪掉: what is looked for, and how long it must be to go."""
    place = 0
    while place < len(told) and (end := max(told.ends(place, n) for n in _RECOGNISED)):
        place = end
    longer = s.skip(0, "#noise")
    return place == len(told) and bool(told.places("<silence>")) and longer < len(s) and s.ends(longer, "<longer>") > 0


def _that_long(s: Sentence, told: Sentence) -> bool:
    """平台限制一分半，控制在这个时长以内: the length just told."""
    words = "".join(t.text for t in s.tokens)
    meant = any(w in words for w in ("这个时长", "这个长度", "这个范围", "这个时间", "过这个", "这个秒数"))
    return meant and bool(s.places("<fit>")) and bool(told.places("{duration}")) and not s.places("{duration}")


def _moved(s: Sentence, told: Sentence) -> bool:
    """字幕别压着我的脸，往下挪: where it goes, behind what it must not hide."""
    place = s.value(0, "{place}")
    spared = any(told.ends(i, n) for i in range(1, len(told)) for n in ("<dont>", "<no>"))
    spared = spared or any(t.text in ("挡", "遮", "盖") for t in told.tokens)
    return place is not None and s.skip(place[1], "#noise") >= len(s) and told.ends(0, "<caption>") > 0 and spared


def _not_wanted(s: Sentence, told: Sentence) -> bool:
    """ "最后3秒在关机器，不要了": the stretch named before, and no more than that nobody wants it."""
    end = s.ends(0, "<no>") if s.tokens[0].kind == "cjk" else 0
    while end and end < len(s):
        end = max(s.ends(end, "#noise"), s.ends(end, "<particle>"))
    timed = any(told.ends(i, n) for i in range(len(told)) for n in _STRETCHES)
    return bool(end) and timed and not any(told.ends(i, n) > i + 1 for i in range(len(told)) for n in _DONE)


def pass_over(part: Sentence, stop: int) -> None:
    """Up to token `stop` nothing but the stretch, or the captions, that are named there counts."""
    ends = (part.ends(i, n) for i in range(stop) for n in (*_STRETCHES, "<caption>"))
    for place in range(begin := next(e for e in ends if e), stop):
        part.clear(place)
    if begin < stop:
        part.put(begin, "#noise", stop, None)


_ENDED = ("了", "吗", "吧", "的", "呢", "啊", "好", "你")
_TOPICS = ("<silence>", "<filler>", "<bad_take>", "<thumbnail>", "'封面", "<noise_>", "{range}", "{first}", "{last}", "<part>", "<shake>")  # fmt: skip


def topic(s: Sentence, begin: int, at: int) -> bool:
    """封面帮我出一张, 卡壳的地方帮我剪了: the thing before the asking, with no verb of its own, which belongs to what is asked."""
    asking = s.tokens[at].text in ("帮", "请", "麻", "都", "也", "一") and at > begin and s.tokens[begin].kind == "cjk"
    if not asking or s.tokens[at - 1].text in _ENDED or s.tokens[at - 1].kind not in ("cjk", "num"):
        return False
    longer = (n for i in range(begin, at) for n, e, _ in s.arcs[i] if e > i + 1 and e <= at)
    named = any(s.labels(i) & {*_NOUNS, *_TOPICS} for i in range(begin, at))
    return named and _ACTING.isdisjoint(longer)


_ACTING = frozenset({"<add>", "<remove>", "<fit>", "<export_>", "<raise>", "<lower>", "<make>", "<keep>", "<join>", "<speedup>", "<slowdown>"})  # fmt: skip
