"""What leads to a request and is none itself: "does anyone know how to (cut the first 5 seconds)", "I can't figure out how to …"."""

from __future__ import annotations

import re

from ugcflow.studio.language.words.sentence import Sentence

_LONGEST = 9
_NEAR = 3
_TO = frozenset({"how", "way", "ways", "possible", "asked", "hoping", "looking", "trying", "able", "told", "option", "method", "supposed"})  # fmt: skip
_LEADING = _TO | {"wondering"}
_ASKING = frozenset({"do", "can", "could", "should", "would", "might", "does"})
_WHO = frozenset({"i", "we", "you", "one", "u"})
_TEACHING = frozenset({"show", "shows", "showing", "teach", "teaches", "learn", "explains", "about"})
_NAMED = frozenset({"<silence>", "<filler>", "<bad_take>", "<caption>", "<music>", "<logo>", "<sticker>", "<effect>", "<voiceover>", "<broll>", "<transition>", "<thumbnail>", "<noise_>", "<text>", "<zoom_>", "<fade_>", "<bars>", "<shake>", "<source>", "<audio>", "<voice>", "<background>", "<dark>"})  # fmt: skip


def silence_lead_in(sentence: Sentence) -> None:
    """Make the words in front of each request small ones, where nothing there names what is to be edited."""
    begin = 0
    reminding = {at: end for at in sentence.places("<dont>") if (end := _reminds(sentence, at))}
    for at, token in enumerate(sentence.tokens):
        if token.kind == "punct" and token.text in ",.!?;:-\n+":
            begin = at + 1
        elif at > begin and (sentence.tokens[at - 1].low in ("and", "plus", "then", "but") or at in reminding):
            begin = at
        end = (token.low in _LEADING and _led(sentence, begin, at)) or reminding.get(at, 0)
        if end and end < len(sentence) and not any(_named(sentence, i) for i in range(begin, at)):
            for place in range(begin, end):
                sentence.clear(place)
            sentence.put(begin, "#noise", end, None)
            begin = end


_REPORTING = re.compile(
    "(?:我|我们|咱|咱们|我家|俺)?的?(?:客户|甲方|老板|领导|朋友|同事|粉丝|观众|学员|学生|同学|家长|导演|编导|运营|品牌方|老师|大家|他们|她们|有人|好多人|很多人|评论区|我妈|我爸|我老婆|我老公|主管|上级|平台|合伙人|他|她|我)"
    "(?:们|那边|里|这边)?(?:刚|刚刚|刚才|昨天|今天)?(?:看了|看完|看过|听了|听完|审完|看完了)?(?:之后|以后|后|样片|成片|片子)?(?:都|也|总|老|一直|又|就|老是|总是)?"
    "(?:说|觉得|反馈|嫌|认为|抱怨|反映|吐槽|提出|感觉)(?:了|过|我|我的)?(?=[^的话“”\"「'，。]{2})"
)
"""我们老板看了说(音乐太吵): who says so."""
_SAYING = frozenset("说觉馈嫌认怨映槽提感")


_JOURNEY = re.compile(
    "(?:上次|这次|昨天|前天|周末|刚|我|们|起|年|月|天|带|假期|国庆|暑假)去[^掉除噪抖水静停口气重背字音空废冗多底杂开结尾头片]{1,7}(?:拍|玩|旅|逛|出差|录|吃|探店|打卡|参加|采访|度假|露营|徒步|爬山)"
)


def silence_journeys(sentence: Sentence) -> None:
    """这次去阿勒泰拍了很多: nothing is taken away."""
    found = _JOURNEY.search(sentence.text) if "去" in sentence.text else None
    inside = [i for i, t in enumerate(sentence.tokens) if found and found.start() <= t.start < found.end()]
    for at in inside:
        sentence.clear(at)
    if inside:
        sentence.put(inside[0], "#noise", inside[-1] + 1, None)


def silence_reports(sentence: Sentence) -> None:
    """Make who says what is wrong small words; what they say is what counts."""
    if _SAYING.isdisjoint(sentence.text):
        return
    begins = {0} | {i + 1 for i, t in enumerate(sentence.tokens) if t.kind == "punct"}
    for at in sorted(begins & set(range(len(sentence)))):
        found = _REPORTING.match(sentence.text, sentence.tokens[at].start)
        end = next((i for i in range(at, len(sentence)) if found and sentence.tokens[i].start >= found.end()), 0)
        if end and not any(sentence.tokens[i].kind == "text" for i in range(at, end + 1)):
            for place in range(at, end):
                sentence.clear(place)
            sentence.put(at, "#noise", end, None)


def _led(s: Sentence, begin: int, at: int) -> int:
    """The token the request begins at behind "how to", "way to", "possible for me to", "how do I"; 0 for none."""
    if not begin <= at <= begin + _LONGEST:
        return 0
    words = [t.low for t in s.tokens[at : at + 4]]
    if words[0] == "how" and len(words) > 2 and words[1] in _ASKING and words[2] in _WHO:
        return at + 3 if at - begin <= _NEAR else 0
    if words[0] in ("hoping", "wondering") and len(words) > 2:
        you = at + 1 + (words[1] == "if")
        return you + 2 if s.tokens[you].low in _WHO and s.tokens[min(you + 1, len(s) - 1)].low in _ASKING else 0
    if words[0] not in _TO or at == begin:
        return 0
    place = 3 if words[1:2] == ["for"] else 2 if words[1:2] in (["me"], ["us"]) else 1
    return at + place + 1 if words[place : place + 1] == ["to"] else 0


def _reminds(s: Sentence, at: int) -> int:
    """ "Don't forget (the captions)": what is not to be left undone."""
    end = s.ends(at, "<dont>")
    if not end or end >= len(s) or s.tokens[end].low != "forget":
        return 0
    return end + 1 + (end + 1 < len(s) and s.tokens[end + 1].low in ("to", "about"))


def _named(s: Sentence, at: int) -> bool:
    labels = s.labels(at)
    told = s.tokens[at].kind in ("text", "num", "clock", "file") or s.tokens[at].low in _TEACHING
    return told or not _NAMED.isdisjoint(labels)
