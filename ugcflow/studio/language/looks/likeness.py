"""What captions and music are to be like, in free Chinese words: 网感字幕, 轻快的电子氛围背景乐, 字幕走极简风, BGM用治愈系的.

Known looks are the lexicon's; here words nobody listed are made one look, where a verb gives the noun to the edit and
nothing but a description stands between them, or where the noun is said to be so. A look or a filter in them is theirs.
"""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_SAID_OF = {"<caption>": "{style}", "<music>": "{mood}"}
_LOOKS = frozenset({"{mood}", "{style}", "{color}", "{look}", "{filter}"})
_OTHERS = frozenset({"{look}", "{filter}"})
"""Looks that phrases take for looks of the picture."""
_SORTS = ("感觉", "风格", "样式", "类型", "路线", "氛围", "那种", "调调", "风味", "感", "风", "系", "式", "味", "型", "体", "派")  # fmt: skip
"""What makes any word before it a look."""
_GIVING = ("<add>", "<generate>", "<make>")
_IS = ("换成", "改成", "改为", "做成", "弄成", "搞成", "整成", "设成", "设为", "调成", "选用", "采用", "使用", "要有", "得有", "用", "要", "选", "走", "偏", "换", "配", "来点", "来个")  # fmt: skip
_NAMED = ("风格", "样式", "类型")
_ADVERBS = ("整体", "最好", "尽量", "也", "都", "再", "就", "的")
_TAIL = ("一点点", "一点儿", "一点", "一些", "点儿", "点", "些", "的")
_FREE = frozenset({"#word", "#plain"})
LONGEST = 14


def add_likeness(sentence: Sentence) -> None:
    """Label as `{style}` or `{mood}` what captions or music are described as."""
    for at in sentence.places(*_SAID_OF):
        if _inside(sentence, at):
            continue
        label = max(_SAID_OF, key=lambda n: sentence.ends(at, n))
        end = sentence.ends(at, label)
        begin = _before(sentence, at)
        if begin < at and _given(sentence, begin, at, end):
            _put(sentence, begin, at, _SAID_OF[label])
        first, last = _behind(sentence, end)
        if first < last and _told(sentence, first, last, _SAID_OF[label]):
            _put(sentence, first, last, _SAID_OF[label])


def _inside(s: Sentence, at: int) -> bool:
    """Does a longer word run through the token?"""
    return any(stop > at and n[0] in "<{" for i in range(max(0, at - 4), at) for n, stop, _ in s.arcs[i])


def _before(s: Sentence, noun: int) -> int:
    """Where the description that ends at `noun` begins; `noun` for none."""
    at = noun
    while at > max(0, noun - LONGEST):
        ends = [i for i in range(max(0, at - 6), at) if any(n in _LOOKS and e == at for n, e, _ in s.arcs[i])]
        free = [i for i in range(max(0, at - 4), at) if _plain(s, i) == at]
        sort = _suffix(s, at, _SORTS)
        if sort or ends:
            at = min([at - sort, *ends])
        elif s.tokens[at - 1].text == "的" or not _known(s, at - 1):
            at -= 1
        elif free:
            at = min(free)
        else:
            break
    while at < noun and s.tokens[at].text == "的":
        at += 1
    return at


def _plain(s: Sentence, at: int) -> int:
    """The end of a word at `at` that is nothing to the phrases (轻微, 设计); 0 for 不要, which denies."""
    end = max(s.ends(at, n) for n in _FREE)
    return 0 if any(e == end and n[0] in "<{" for n, e, _ in s.arcs[at]) else end


def _suffix(s: Sentence, end: int, words: tuple[str, ...]) -> int:
    """How many tokens in front of `end` are one of `words`, with something before them; 0 for none."""
    written = "".join(t.text for t in s.tokens[max(0, end - 4) : end])
    return next((len(w) for w in words if len(written) > len(w) and written.endswith(w)), 0)


def _known(s: Sentence, at: int) -> bool:
    """Is the token a mark, or does a word run through it that means something else?"""
    if s.tokens[at].kind not in ("cjk", "word"):
        return True
    kinds = ("#noise", "#separators", "#adverb", "#people", *_FREE)
    return any(
        stop > at and (n[0] in "<{" or n in kinds or n.startswith("#unit") or n == "#number")
        for i in range(max(0, at - 6), at + 1)
        for n, stop, _ in s.arcs[i]
    )


def _given(s: Sentence, begin: int, noun: int, end: int) -> bool:
    """Is a noun so described given to the edit by a verb, or named alone between commas where it is plainly a look?"""
    if not _new(s, begin, noun):
        return False
    place = begin
    for _ in range(4):
        starts = range(max(0, place - 4), place)
        if any(s.ends(i, n) == place and not _longer(s, i, place) for i in starts for n in _GIVING):
            return True
        place = next((i for i in starts if s.ends(i, "#noise") == place and not _longer(s, i, place)), -1)
        if place < 0:
            break
    opened = not begin or s.tokens[begin - 1].kind == "punct" or any(s.ends(i, "#separators") == begin for i in range(max(0, begin - 3), begin))  # fmt: skip
    closed = end >= len(s) or s.tokens[end].kind == "punct" or s.ends(end, "#separators") > 0
    return opened and closed and _looks(s, begin, noun)


def _longer(s: Sentence, first: int, end: int) -> bool:
    """Is the verb a part of a longer word (要 of 不要)?"""
    return any(stop >= end for i in range(max(0, first - 3), first) for n, stop, _ in s.arcs[i] if n[0] == "<")


def _new(s: Sentence, begin: int, end: int) -> bool:
    """Is there something the phrases don't take by themselves: an unknown character, or a look that is a picture's?"""
    return any(s.labels(i) & _OTHERS or not _known(s, i) for i in range(begin, end) if s.tokens[i].text != "的")


def _looks(s: Sentence, begin: int, end: int) -> bool:
    """Is there a known look in it, or a word that makes one?"""
    if any(s.labels(i) & _LOOKS for i in range(begin, end)):
        return True
    return any(_suffix(s, i, _SORTS) and i - begin > 1 for i in range(begin + 2, end + 1))


def _behind(s: Sentence, noun_end: int) -> tuple[int, int]:
    """First token and end of what a noun that ends at `noun_end` is said to be like; an empty one for nothing."""
    at = _past(s, noun_end, _ADVERBS)
    named = _word(s, at, _NAMED)
    at = _past(s, at + named, _ADVERBS)
    verb = _word(s, at, _IS)
    first = _past(s, at + verb, _ADVERBS) if verb or named else len(s)
    while first < len(s) and s.ends(first, "#noise") and not s.labels(first) & _LOOKS:
        first = s.ends(first, "#noise")
    last = first
    while last < len(s) and last - first < LONGEST and (step := _step(s, last)):
        last = step
    closed = last >= len(s) or s.tokens[last].kind == "punct" or s.ends(last, "#separators") > 0
    while last > first and (less := _suffix(s, last, _TAIL)):
        last -= less
    return (first, last) if closed else (0, 0)


def _told(s: Sentence, first: int, last: int, label: str) -> bool:
    """Is it more than one look the phrases know: with a word that makes one, or for music any unknown word?"""
    if s.ends(first, label) >= last:
        return False
    strange = sum(not _known(s, i) for i in range(first, last))
    named = any(_word(s, i, _NAMED) for i in range(max(0, first - 4), first - 1))  # 字幕风格国潮
    return _looks(s, first, last) or ((named or label == "{mood}") and strange > 1)


def _step(s: Sentence, at: int) -> int:
    """The end of one more piece of a description at `at`; 0 where it is over."""
    ends = [e for n, e, _ in s.arcs[at] if n in _LOOKS]
    if ends or (sort := _word(s, at, _SORTS)):
        return max(ends) if ends else at + sort
    if s.tokens[at].text == "的" or not _known(s, at):
        return at + 1
    tail = _word(s, at, _TAIL)
    return max(at + tail if tail else 0, _plain(s, at))


def _word(s: Sentence, at: int, words: tuple[str, ...]) -> int:
    """How many tokens one of `words` takes at `at`; 0 for none of them."""
    written = "".join(t.text for t in s.tokens[at : at + 4])
    return next((len(w) for w in words if written.startswith(w)), 0)


def _past(s: Sentence, at: int, words: tuple[str, ...]) -> int:
    while more := _word(s, at, words):
        at += more
    return at


def _put(s: Sentence, begin: int, end: int, label: str) -> None:
    """One look of all the words, with the lexicon's names for those it knows beside them."""
    written = s.text[slice(*s.span(begin, end))].strip().rstrip("的")
    names = [str(v) for i in range(begin, end) for n, _, v in s.arcs[i] if n in _LOOKS]
    more = [w for name in dict.fromkeys(names) for w in name.split() if w not in written]
    for place in range(begin, end):
        s.drop(place, _LOOKS | {"<tone_>", "<styling>", "<filter_>"})
    s.put(begin, label, end, " ".join([written, *dict.fromkeys(more)]))
