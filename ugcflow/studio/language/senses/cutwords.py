"""Words that cutting shares with everyday speech: "close up the gaps" shows nothing close, "cut away to the city" takes nothing out, a "Q&A" is one word."""

from __future__ import annotations

from ugcflow.studio.language.figures.number import read_number
from ugcflow.studio.language.words.sentence import Sentence

_TOLD = frozenset({"got", "were", "was", "gets"})
_COULD = frozenset({"can", "could", "may", "should", "would", "must", "will", "shall", "might"})
_MODAL = _COULD | {"mustn't", "shouldn't", "can't", "cannot", "needs", "has", "mustnt", "shouldnt", "cant", "ought"}
_FLOWN = frozenset({"clip", "clips", "shot", "shots", "footage", "video", "view", "views", "flyover", "scene", "camera"})  # fmt: skip
_WENT = frozenset({"went", "goes", "gone", "shipped", "came", "sent"})
_FILLS = frozenset({"fill", "fills", "filled", "filling"})
_FILLING = frozenset({"every", "each", "the", "all", "her", "his", "my", "their"})
_DOERS = frozenset({"i", "we", "i've", "we've", "already", "just"})
_PACES = frozenset({"fast", "slow", "quick", "quickly", "slowly"})
_PARTED = frozenset({"phone", "camera", "recorder", "app", "it", "gopro", "software", "drone", "device", "iphone", "cam", "computer", "system"})  # fmt: skip
_SWAPPING = frozenset({"swap", "switch", "flip", "exchange", "trade", "interchange", "reverse", "invert"})
_UNWANTED = frozenset({"<silence>", "<filler>", "<bad_take>", "<caption>", "<music>", "<logo>", "<text>"})
_STRETCHES = ("{range}", "{first}", "{last}")
_LAID = frozenset({"<text>", "<broll>", "<sticker>", "<effect>", "{file}", "{text}", "{role}"})
_SHOWN = frozenset({"<zoom_>", "<show>", "<broll>", "'cover"})
_STAYING = frozenset({"is", "are", "r", "was", "were", "keep", "keeps", "kept", "always", "still", "they're", "it's"})
_WHOLE_WORDS = frozenset({"q&a", "r&b", "b&w", "d&d", "m&a", "p&l", "r&d", "a&b", "b&b", "m&m"})


def settle_cut_words(s: Sentence) -> None:
    """Take away the readings that such words can't have where they stand, and add those they have only there."""
    for at in range(len(s)):
        word = s.tokens[at].low
        before = s.tokens[at - 1].low if at else ""
        after = s.tokens[at + 1].low if at + 1 < len(s) else ""
        if (
            (word == "saved" and before in _TOLD)
            or (before in _PARTED and _was_parted(s, at))
            or (word in ("added", "attached", "inserted", "appended") and before in _DOERS)
        ):
            s.clear(at)
        elif word in _SWAPPING or "<join>" in s.labels(at):
            _two_clips(s, at + 1)
        elif word == "transcript" and _worked_on(s, at):
            s.drop(at, frozenset({"<dialogue>"}))
        elif word == "it" and (before in _COULD or after in _MODAL):
            s.relabel(at, [a for a in s.arcs[at] if a[0] != "<fact>" or a[1] > at + 1])  # "it's" is
        elif word == "output" and after in _MODAL:
            s.drop(at, frozenset({"'output"}))  # "output must be 9:16" is told of the edit
        elif word == "attach":
            s.drop(at, frozenset({"<fact>"}))  # "attached" is
        elif word == "drone" and after in _FLOWN:
            s.drop(at, frozenset({"<noise_>"}))
        elif before in _FILLING and s.ends(at, "<silence>") and at > 1 and s.tokens[at - 2].low in _FILLS:
            s.drop(at, frozenset({"<silence>"}))  # "she fills every pause with uh": the pause is none
        elif word == "backing" and at:
            s.relabel(at - 1, [a for a in s.arcs[at - 1] if a[0] != "<t_end>"])  # "the backing track" is not the back
        elif word in ("leave", "leaving") and _left_out(s, at):
            s.drop(at, frozenset({"<keep>", "<make>", "<fit>", "<fitv>"}))
            if before == "but":
                s.drop(at - 1, frozenset({"<except>"}))
            for label in ("<remove>", "<drop>"):
                s.put(at, label, at + 1 + (after == "out"), None)
        elif word == "second" and at and s.tokens[at - 1].kind == "num":
            s.drop(at, frozenset({"<t_from>"}))  # "the 20 second intro", but "second 5 to 10"
        elif word in ("hiding", "hides") and before in _STAYING:
            s.drop(at, frozenset({"<remove>", "<drop>", "<mute_>"}))  # "the captions are hiding the label"
        elif (
            word == "punch" and before in ("more", "extra", "some") and after not in ("-", "in", "ins", "zoom", "zooms")
        ):
            s.drop(at, frozenset({"<zoom_>", "{zoom}"}))  # "give it more punch": vague, no zoom
        elif word == "1st":
            for label in ("<t_first>", "<order>", "'first"):
                s.put(at, label, at + 1, None)
        elif word == "out" and before in _WENT and after == "with":
            s.drop(at, frozenset({"<remove>", "<drop>"}))  # "the last one went out with captions"
        elif word == "factor":
            _factor(s, at)
        if s.ends(at, "<silence>") > at + 2:
            for place in range(at + 1, s.ends(at, "<silence>")):
                s.clear(place)  # "where there's no sound" mutes nothing


def _left_out(s: Sentence, at: int) -> bool:
    """ "Leave out 0:10 to 0:20", "leave 0:10 to 0:20 out": a stretch, and it goes."""
    end = next((i for i in range(at + 1, len(s)) if s.tokens[i].text in ",.;" or s.ends(i, "#separators")), len(s))
    words = [t.low for t in s.tokens[at + 1 : end] if t.low not in ("please", "pls", "too", "thanks")]
    timed = any(
        t.kind in ("clock", "num") or s.ends(i, "#number") for i, t in enumerate(s.tokens[at + 1 : end], at + 1)
    )
    return timed and (words[:1] == ["out"] or words[-1:] == ["out"])


def _worked_on(s: Sentence, at: int) -> bool:
    """ "Scrub the transcript of fillers", "out of the transcript": it is what is edited, no file to be written."""
    led = [i for i in range(max(0, at - 2), at) if s.labels(i) & {"<remove>", "<clean>"}]
    return bool(led) or [t.low for t in s.tokens[max(0, at - 2) : at]] == ["from", "the"]


def _was_parted(s: Sentence, at: int) -> bool:
    """ "My phone split the recording in three": what became of it, no wish."""
    owned = at > 1 and s.tokens[at - 2].low in ("my", "the", "our", "his", "her") and at == 2
    return owned and s.tokens[at].low in ("split", "broke", "chopped", "cut", "divided", "separated", "saved")


def _two_clips(s: Sentence, at: int) -> None:
    """ "(Swap) clips 4 and 5", "(fuse) A and B", "(switch) clip 1 and clip 2": two of them, told by numbers or letters."""
    names: list[int] = []
    place = at
    while place < len(s) and len(names) < 2 and place < at + 8:
        token = s.tokens[place]
        single = len(token.text) == 1 and token.text.isupper() and token.text != "I"
        follows = place + 1 < len(s) and s.tokens[place + 1].low in ("and", "&", "with")
        if token.kind == "num" or (single and (names or follows)):
            names.append(place)
        elif "<clip>" not in s.labels(place) and token.low not in ("and", "&", "with", "the", "positions", "of", "#"):
            break
        place += 1
    if len(names) == 2 and any(t.low in ("and", "&", "with") for t in s.tokens[names[0] : names[1]]):
        s.put(at, "<two_clips>", names[1] + 1, None)


def _factor(s: Sentence, at: int) -> None:
    """ "By a factor of 1.3", "factor 2"."""
    place = at + 1
    while place < len(s) and s.tokens[place].low in ("of", "=", ":", "around", "about"):
        place += 1
    number = read_number(s, place) if place < len(s) else None
    if number and 0 < number[0] <= 10:
        begin = at - 1 if at and s.tokens[at - 1].low == "a" else at
        s.put(begin, "{factor}", number[1], number[0])


def as_fast(s: Sentence, at: int) -> bool:
    """ "Three times as fast" is a speed, "twice as big" none."""
    return s.tokens[at].low == "as" and at + 1 < len(s) and s.tokens[at + 1].low in (*_PACES, "well")


def one_word(s: Sentence, at: int) -> bool:
    """Is this the sign in "Q&A", which parts nothing?"""
    if s.tokens[at].text != "&" or not 0 < at < len(s) - 1:
        return False
    return s.text[s.tokens[at - 1].start : s.tokens[at + 1].end].lower() in _WHOLE_WORDS


def heads_a_cut(s: Sentence, begin: int, colon: int) -> bool:
    """ "Tail trim: 4 s": the colon behind an end of the edit and a verb of cutting, in front of how much goes."""
    if s.tokens[colon].text not in (":", "=") or not 0 < colon - begin <= 3:
        return False
    if s.tokens[colon - 1].low in ("speed", "rate") and (
        s.ends(colon + 1, "{number}") or s.ends(colon + 1, "{factor}")
    ):
        return True
    if not s.ends(colon + 1, "{duration}"):
        return False
    own = [s.labels(i) for i in range(begin, colon)]
    return any(o & {"<t_end>", "<t_begin>"} for o in own) and any("<cut>" in o for o in own)


def names_the_middle(s: Sentence, begin: int, comma: int) -> bool:
    """ "Cut the middle section, 0:12 to 0:31": the comma between the middle and where that is."""
    near = {t.low for t in s.tokens[max(begin, comma - 3) : comma]}
    end = s.ends(comma + 1, "{range}")
    whole = end and (end == len(s) or s.tokens[end].kind == "punct" or s.ends(end, "#separators") > 0)
    return s.tokens[comma].text in (",", ":", "-") and "middle" in near and bool(whole)


def spares_a_stretch(s: Sentence, begin: int, comma: int) -> bool:
    """ "Except 0:10-0:20, delete everything", 除了10到20秒，其余都剪掉: the comma between what alone stays and that the rest goes."""
    if s.tokens[comma].text not in ",，" or not s.ends(begin, "<except>"):
        return False
    timed = any(s.ends(i, n) for i in range(begin, comma) for n in _STRETCHES)
    behind = range(comma + 1, min(len(s), comma + 10))
    all_of_it = not {"其", "剩", "别", "everything", "all", "rest"}.isdisjoint(s.tokens[i].key for i in behind)
    other = any(s.tokens[i].key in ("静", "消", "mute") or s.labels(i) & _UNWANTED for i in behind)
    return timed and all_of_it and not other and any(s.labels(i) & {"<remove>", "<gone>"} for i in behind)


def dates_an_edit(s: Sentence, begin: int, comma: int) -> bool:
    """ "At 0:10, split the clip", "from 0:10 to 0:12, zoom in": the comma between a time and what happens there."""
    for _ in range(3):
        if s.ends(begin, "#noise") == begin + 1 and not any(s.ends(begin, n) for n in ("{instant}", *_STRETCHES)):
            begin += 1  # "for the first 3 seconds"
    moment = s.ends(begin, "{instant}") == comma
    if s.tokens[comma].text not in (",", ":") or not (moment or any(s.ends(begin, n) == comma for n in _STRETCHES)):
        return False
    place = comma + 1
    while place < len(s) and s.ends(place, "#noise") and not s.labels(place) & _SHOWN:
        place = s.ends(place, "#noise")
    if place >= len(s):
        return False
    near = {t.low for t in s.tokens[place : place + 7]}
    halved = not near.isdisjoint({"two", "half", "halves", "2"}) and "<cut>" in s.labels(place)
    laid = bool(s.labels(place) & {"<add>", "<insert>"}) and any(
        s.labels(i) & _LAID for i in range(place + 1, min(len(s), place + 5))
    )
    paced = {t.low for t in s.tokens[place : place + 1]} & {"play", "run", "make", "set"} and any(
        s.ends(i, "{factor}") for i in range(place, min(len(s), place + 5))
    )
    if paced and not moment:
        return True
    return (moment and ("<split_>" in s.labels(place) or halved)) or laid or bool(s.labels(place) & _SHOWN)
