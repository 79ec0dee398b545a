"""Words that are shown though nothing announces them: "pin Code SAVE10 to the bottom", "open on a title, Day 3 in Lisbon, and …"."""

from __future__ import annotations

from ugcflow.studio.language.shown.adcopy import shouted
from ugcflow.studio.language.shown.wording import worded
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.language.words.token import Token

_SHOWING = frozenset({"pin", "put", "stick", "slap", "place", "show", "display", "flash", "pop", "write", "print", "overlay", "type", "splash", "stamp", "superimpose", "drop", "lay", "throw", "hang", "park"})  # fmt: skip
_WHERE = frozenset({"to", "at", "on", "in", "across", "along", "near", "over", "under", "onto", "for", "from"})
_FREE = frozenset({"#noise", "<export_>", "<order>", "<source>", "{number}", "#number", "#fraction", "#ordinal", "<half_of>", "{percent}", "{factor}", "<with>", "<t_at>", "<t_first>", "<t_near>"})  # fmt: skip
"""What the words to be shown may well be known as."""
_TIMES = frozenset({"{instant}", "{range}", "{first}", "{last}", "{ending}", "{opening}"})
PEOPLE = frozenset({"i", "i'm", "i'd", "i'll", "i've", "it's", "we"})
LONGEST = 8
_LONGEST_TAG = 12
_LOOKS = frozenset({"{color}", "{place}", "{look}", "<caption>", "<music>", "<transition>", "{role}"})


def shown(s: Sentence, at: int) -> tuple[int, int]:
    """First token and end of a text that a verb or a noun at `at` shows without a word like "saying"; (0, 0) for none."""
    token = s.tokens[at]
    if token.kind == "cjk":
        tagged = _tagged(s, at)
        return tagged if tagged[0] else worded(s, at)
    if token.kind != "word":
        return 0, 0
    if token.low in ("say", "says", "said") and _until_said(s, at):
        return at + 1, next((i for i in range(at + 1, len(s)) if _closes(s, i)), len(s))
    if token.low in _VALUED and (valued := _value(s, at + 1))[1]:
        return valued
    if token.low in _TAGS and at + 2 < len(s) and s.tokens[at + 1].low == "of" and _figure(s, at + 2):
        return at + 2, _up_to_time(s, at + 2)
    if token.low in _SHOWING | {"use", "add"} and (end := _used_as(s, at + 1)):
        return at + 1, end
    if token.low in _SHOWING | {"add", "insert"} and (end := _greeting(s, at + 1)):
        return at + 1, end
    if token.low in _SHOWING and _title_like(s, at + 1):
        return _up_to_place(s, at + 1)
    end = s.ends(at, "<text>")
    set_off = end and end < len(s) and s.tokens[end].text == "," and at > 0 and s.tokens[at - 1].low in ("a", "the")
    if set_off and _title_like(s, end + 1):
        stop = next((i for i in range(end + 2, len(s)) if s.tokens[i].kind == "punct"), len(s))
        return (end + 1, stop) if stop < len(s) and stop - end <= LONGEST else (0, 0)
    return 0, 0


_LIMITS = frozenset(
    {"to", "until", "till", "til", "before", "from", "starting", "start", "starts", "begin", "begins", "at"}
)
_SAYING = frozenset({"i", "he", "she", "we", "they"})
_NO_WORDS = frozenset({"it", "that", "this", "something", "so", "anything", "the", "what", "my", "a", "about"})


def _until_said(s: Sentence, at: int) -> bool:
    """ "Cut the beginning up to where I say welcome back": the words that end what goes, or begin what stays."""
    if at < 3 or at + 1 >= len(s) or s.tokens[at - 1].low not in _SAYING or s.tokens[at + 1].kind != "word":
        return False
    back = 4 if at > 3 and s.tokens[at - 3].low in ("it", "this", "video", "clip") else 3  # "start it where she says"
    led = s.tokens[at - 2].low in ("where", "when") and s.tokens[at - back].low in _LIMITS
    return (led or s.tokens[at - 2].low in ("until", "till", "before")) and s.tokens[at + 1].low not in _NO_WORDS


_DEEDS = frozenset({"<add>", "<remove>", "<cut>", "<split_>", "<zoom_>", "<fade_>", "<mute_>", "<export_>", "<speedup>", "<slowdown>", "<stabilize_>"})  # fmt: skip


def _closes(s: Sentence, at: int) -> bool:
    parted = s.ends(at, "#separators") > 0 and at + 1 < len(s) and bool(s.labels(at + 1) & _DEEDS)
    stops = s.tokens[at].kind == "punct" and s.tokens[at].text not in "-'’"
    return stops or parted


_GREETINGS = frozenset({"hello", "welcome", "thanks", "thank", "goodbye", "congratulations", "congrats", "happy", "merry"})  # fmt: skip


def _greeting(s: Sentence, begin: int) -> int:
    """ "(Add) Hello from 20 to 30 seconds", "Thank you at the end": where it ends, 0 for none."""
    if begin >= len(s) or s.tokens[begin].low not in _GREETINGS or not s.tokens[begin].text[0].isupper():
        return 0
    end = begin + 1
    while end < min(len(s), begin + LONGEST) and not _closes(s, end):
        led = s.tokens[end].low in _WHERE
        article = led and end + 1 < len(s) and s.tokens[end + 1].low in ("the", "my")
        near = range(end, min(len(s), end + 1 + led + article))
        if any(s.labels(i) & (_TIMES | {"{place}", "{duration}"}) for i in near):
            break
        end += 1
    return 0 if s.ends(begin, "#noise") == len(s) or any(s.labels(i) & _LOOKS for i in range(begin, end)) else end


_VALUED = frozenset({"price", "date", "website", "url", "address", "handle", "code", "discount", "name", "hashtag", "email", "offer", "deadline", "number", "location"})  # fmt: skip
_SIGNS = frozenset("$€£@#")


_TAGS = frozenset({"tag", "label", "badge", "sticker", "price", "tags", "labels"})


def _figure(s: Sentence, at: int) -> bool:
    """ "(A price tag of) $5", "19,99"."""
    return s.tokens[at].kind == "num" or s.tokens[at].text in _SIGNS


def _up_to_time(s: Sentence, at: int) -> int:
    """Where the figure ends that begins at `at`, with its currency."""
    end = at + 1
    while end < len(s) and (s.tokens[end].kind == "num" or s.tokens[end].text in "$€£%/" or s.tokens[end].low in ("euro", "euros", "dollars", "pounds", "off")):  # fmt: skip
        end += 1
    return end


def _used_as(s: Sentence, begin: int) -> int:
    """ "(Put) Fade (as a title)": words written like a name, whatever they mean; where they end, 0 for none."""
    if begin >= len(s) or not s.tokens[begin].text[:1].isupper() or s.tokens[begin].kind != "word":
        return 0
    for place in range(begin + 1, min(len(s) - 1, begin + LONGEST)):
        if s.tokens[place].low == "as":
            near = {n for i in range(place + 1, min(len(s), place + 4)) for n in s.labels(i)}
            return place if near & {"<text>", "{role}"} else 0
        if s.tokens[place].kind != "word":
            return 0
    return 0


def _value(s: Sentence, at: int) -> tuple[int, int]:
    """ "The price, $29.99, on the video", "the price $19", "the date (12 May)": what it is, with the marks around; (0, 0) for nothing."""
    led = (
        any(s.labels(i) & {"<add>", "<show>", "<write>"} for i in range(max(0, at - 4), at - 1))
        or s.tokens[0].low in ("the", "our", "my")
        or (at > 1 and s.tokens[at - 2].low in ("the", "our") and at < len(s) and s.tokens[at].text in _SIGNS)
    )
    led = led or (at > 1 and s.tokens[at - 2].low in ("phone", "telephone", "mobile", "whatsapp"))
    marked = at < len(s) and s.tokens[at].text in (",", "(", "（", ":")
    begin = at + marked
    if not led or begin >= len(s):
        return 0, 0
    first = s.tokens[begin]
    named = s.tokens[at - 2].low in ("brand", "product", "company", "shop", "app") and first.text[:1].isupper()
    signed = named or first.text in _SIGNS or (first.kind == "num" and s.tokens[at - 1].low in ("number", "date"))
    if not (signed or (marked and (first.kind in ("num", "text") or first.text[0].isupper()))):
        return 0, 0
    place = begin + 1
    listed = marked and s.tokens[at].text == ":"  # "our address: 12 Track Lane, Level 3, Leeds"
    while place < min(len(s), begin + LONGEST + 4 * listed) and (
        not _ends_value(s, place) or (listed and s.tokens[place].text == "," and _goes_on(s, place + 1))
    ):
        place += 1
    closed = place < len(s) and s.tokens[place].text in (",", ")", "）")
    return at, place + closed


def _goes_on(s: Sentence, at: int) -> bool:
    return at < len(s) and (s.tokens[at].kind == "num" or s.tokens[at].text[:1].isupper())


def _ends_value(s: Sentence, at: int) -> bool:
    token = s.tokens[at]
    stops = token.kind == "punct" and token.text not in "/-%'"
    return stops or token.low in _WHERE or s.ends(at, "#separators") > 0


def _tagged(s: Sentence, at: int) -> tuple[int, int]:
    """加限时折扣标签, 打上新品上市的字样: the words between a Chinese verb that adds and what they are written on."""
    begin = s.ends(at, "<add>") if s.tokens[at].text in "加添贴打放写标做来弄上叠" else 0
    while begin and begin < len(s) and s.tokens[begin].text in "一个上句些":
        begin += 1
    written = begin and begin < len(s) and s.tokens[begin].kind == "cjk"
    for end in range(begin + 2, min(len(s), begin + _LONGEST_TAG) if written else 0):
        tag = "".join(t.text for t in s.tokens[end : end + 2])
        if tag in ("字样", "标签") and end - begin >= (2 if tag == "字样" else 4):
            known = any(n in _LOOKS for i in range(begin, end) for n in s.labels(i))
            return (
                (0, 0)
                if known or "话" in (t.text for t in s.tokens[begin:end])
                else (begin, end - (s.tokens[end - 1].text == "的"))
            )
        if s.tokens[end - 1].kind != "cjk":
            break
    return 0, 0


_REFERRING = PEOPLE | frozenset({"what", "down", "out", "up", "a", "an", "the", "my", "our", "his", "her", "their", "your", "its", "it", "this", "that", "these", "those", "on", "in", "at", "over", "under", "some", "something", "anything", "everything", "all", "every", "each", "whatever", "one", "two", "them", "along", "underneath", "below", "above", "here", "there", "him", "me", "us", "to", "about", "with", "for", "and", "how", "code"})  # fmt: skip


_CALLING = {
    "it": frozenset({"title", "call", "name", "headline"}),
    "with": frozenset({"off", "end", "close", "finish", "out"}),
}


def named_so(s: Sentence, at: int) -> bool:
    """ "Title it The Long Road", "sign off with See you next week": words like a name behind such a verb."""
    led = at > 0 and s.tokens[at - 1].low in _CALLING.get(s.tokens[at].low, ())
    return led and at + 1 < len(s) and s.tokens[at + 1].text[:1].isupper() and not any(s.labels(i) & _LOOKS or s.ends(i, "<logo>") for i in range(at + 1, min(len(s), at + 5)))  # fmt: skip


def written(s: Sentence, at: int) -> bool:
    """ "Write Thank you, Ben and Julia!": words that begin like a sentence; "write sold out": or that mean nothing else."""
    if at >= len(s) or s.tokens[at].kind != "word" or shouted(s):
        return False
    if not s.tokens[at].text[0].isupper():
        return s.tokens[at].low not in _REFERRING and not any(n[0] in "<{" for n in s.labels(at))
    return s.tokens[at].low not in PEOPLE and not s.labels(at) & {"{place}", "{platform}", "{style}", "{language}", "{format}", "{color}", "<caption>", "<text>"}  # fmt: skip


def another(s: Sentence, at: int) -> bool:
    """ "… saying BEFORE at 0:05 and another saying AFTER": is a second text announced from `at` on?"""
    for place in range(at, min(len(s), at + 7)):
        if s.tokens[place].low in ("another", "second") and place + 1 < len(s):
            near = range(place + 1, min(len(s), place + 4))
            return any(s.ends(i, n) for i in near for n in ("<announce>", "<announce_weak>"))
    return False


def participle(token: Token) -> bool:
    """ "Delivered", "roasted": nobody is asked to do that."""
    return token.low.endswith("ed") and token.low != token.key and token.low not in ("need", "speed", "embed")


def _title_like(s: Sentence, at: int) -> bool:
    """Does a capitalised word that nobody here knows begin at `at`, in a sentence that is not all in capitals?"""
    if at >= len(s) or s.tokens[at].kind != "word" or not s.tokens[at].text[0].isupper():
        return False
    shouted = all(t.text.isupper() for t in s.tokens if t.kind == "word" and len(t.text) > 1)
    known = {n for n in s.labels(at) if n[0] in "<{#"} - _FREE
    return not shouted and (_capitals(s, at) or not (known or s.tokens[at].low in PEOPLE))


def _capitals(s: Sentence, at: int) -> bool:
    """ "slap WE MOVED on top": two words and more in capitals are words to be shown, whatever they mean; none of "MY LOGO"."""
    run = [i for i in range(at, min(len(s), at + 3)) if s.tokens[i].kind == "word" and s.tokens[i].text.isupper()]
    whole = run[:2] == [at, at + 1] and all(len(s.tokens[i].text) > 1 for i in run[:2])
    return whole and not any(s.labels(i) & _LOOKS or s.labels(i) & {"<logo>", "<text>", "<sticker>"} for i in run)


def _up_to_place(s: Sentence, begin: int) -> tuple[int, int]:
    """To where the place in the picture begins; without one it may be anything that is put somewhere."""
    for place in range(begin + 1, min(len(s), begin + LONGEST)):
        if s.tokens[place].kind == "punct" and s.tokens[place].text in ",.;:":
            return 0, 0
        labels = {n for i in range(place, min(len(s), place + 3)) for n in s.labels(i)}
        if s.tokens[place].low in _WHERE and "{place}" in labels:
            name = place == begin + 1 and not s.tokens[begin].text.isupper()  # "put Maria on the left"
            return (0, 0) if name else (begin, place)
        if _capitals(s, begin) and s.labels(place) & _TIMES:  # "show FREE SHIPPING at 0:05"
            return begin, place
        if {n for n in s.labels(place) if n[0] in "<{"} - _FREE and s.tokens[place].text[0].islower():
            return 0, 0  # "put Ana's captions at the top"
    return 0, 0
