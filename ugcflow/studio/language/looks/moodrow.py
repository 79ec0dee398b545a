"""What music is to be like, told in a row behind "something": "something more chill and lofi" is one wish, not two."""

from __future__ import annotations

from ugcflow.studio.language.looks.describe import MANNERS
from ugcflow.studio.language.words.sentence import Sentence

_LONGEST = 7
_BENEATH = frozenset({"underneath", "beneath", "under", "behind", "background"})
_SMALL = frozenset({"more", "a", "bit", "little", "less", "really", "very", "quite", "and", "but", "or", ",", "with", "sounding", "-"})  # fmt: skip
_PACES = frozenset({"slower", "faster", "quieter", "louder", "softer", "warmer", "darker", "brighter", "warm", "bright", "dark", "cool", "fast", "different"})  # fmt: skip
_OTHERS = frozenset({"<caption>", "<text>", "<transition>", "<logo>", "<zoom_>", "<effect>", "<voiceover>", "<thumbnail>", "<picture>"})  # fmt: skip


def add_wished_music(sentence: Sentence) -> None:
    """Label the whole row as one `{mood}` where music is what is spoken of."""
    s = sentence
    for at in range(len(s) - 1 if s.may_have("<music>") or not _BENEATH.isdisjoint(s.words) else 0):
        if s.tokens[at].low in ("slow", "fast") and _pace_of_music(s, at):
            s.drop(at, frozenset({"<slowdown>", "<speedup>", "<slowly>", "{zoom}"}))
            s.put(at, "{mood}", at + 1, s.tokens[at].low)
        end = _row(s, at + 1) if s.tokens[at].low in ("something", "sth", "smth") else 0
        if end and _of_music(s, at, end):
            told = [t.text for t in s.tokens[at + 1 : end] if t.low not in _SMALL or t.low == "less"]
            for place in range(at, end):
                s.clear(place)
            s.put(at, "#noise", at + 1, None)
            s.put(at, f"'{s.tokens[at].key}", at + 1, None)  # "something energetic instead" is a phrase of its own
            s.put(at + 1, "{mood}", end, " ".join(told).lower())


def _pace_of_music(s: Sentence, at: int) -> bool:
    """ "Slow ragtime piano music": with nothing but its own kind of words in between, the pace is the music's."""
    for place in range(at + 1, min(len(s), at + 4)):
        if s.ends(place, "<music>"):
            return place > at + 1 or bool(at and s.tokens[at - 1].low in ("a", "some", "add", ","))
    return False


def drop_reservations(sentence: Sentence) -> None:
    """ "Upbeat but not distracting music": the second quality only bounds the first, and parts no clauses."""
    s = sentence
    for at in range(1, len(s) - 2 if "but" in s.words else 0):
        quality = s.tokens[at - 1].low in MANNERS or any(
            stop == at and n in _QUALITIES for i in range(max(0, at - 3), at) for n, stop, _ in s.arcs[i]
        )
        end = at + 2 + (s.tokens[at + 2].low in ("too", "overly", "very", "so"))
        if s.tokens[at].low == "but" and s.tokens[at + 1].low == "not" and quality and _plain(s, end):
            for place in range(at, end + 1):
                s.clear(place)
            s.put(at, "#noise", end + 1, None)


def drop_natural(sentence: Sentence) -> None:
    """ "Keep the natural sound", "the room tone natural": what is heard is no look of the picture."""
    for at, token in enumerate(sentence.tokens):
        if token.low != "natural":
            continue
        after = sentence.tokens[at + 1] if at + 1 < len(sentence) else None
        before = [t.low for t in sentence.tokens[max(0, at - 2) : at]]
        heard = after is not None and after.kind == "word" and after.low not in _LOOKED_AT
        if heard or before == ["room", "tone"] or not _HEARD.isdisjoint(before[-1:]):
            sentence.drop(at, frozenset({"{look}"}))


_HEARD = frozenset({"sound", "sounds", "audio", "voice", "voices", "pace", "pacing", "pauses", "rhythm", "delivery", "flow", "timing", "breathing", "speech"})  # fmt: skip
_LOOKED_AT = frozenset({"look", "looking", "looks", "tone", "tones", "color", "colors", "colour", "colours", "light", "lighting", "grade", "grading", "skin", "style", "vibe", "feel", "filter", "and", "please", "but", "picture", "image", "preset", "lut"})  # fmt: skip


def _plain(s: Sentence, at: int) -> bool:
    """Is the word a quality itself, or none that names what is edited?"""
    return at < len(s) and s.tokens[at].kind == "word" and not any(n[0] == "<" for n in s.labels(at) - _GRADES)


_QUALITIES = frozenset({"{mood}", "{style}", "{color}", "{look}", "{filter}"})
_GRADES = frozenset({"<brightness>", "<dark>", "<warm>", "<cool>", "<contrast>", "<saturation>", "<raise>", "<lower>", "<slowdown>", "<speedup>", "<slowly>"})  # fmt: skip


def _row(s: Sentence, at: int) -> int:
    """The end of the qualities that begin at `at`; 0 where there are none."""
    place, end = at, 0
    while place < min(len(s), at + _LONGEST):
        if place > at and s.tokens[place - 1].text == "," and _done_to(s, place):
            break
        known = max(s.ends(place, "{mood}"), place + 1 if s.tokens[place].low in MANNERS | _PACES else 0)
        if (
            place > at
            and s.tokens[place - 1].low in ("more", "less")
            and s.tokens[place].kind == "word"
            and not s.ends(place, "#separators")
        ):
            known = known or place + 1  # "something less aggressive"
        if not known and s.tokens[place].low not in _SMALL:
            break
        end = known or end
        place = known or place + 1
    return end


def _done_to(s: Sentence, at: int) -> bool:
    """ "(Something more upbeat), smooth out the wobble": no quality, but something to be done."""
    after = s.tokens[at + 1].low if at + 1 < len(s) else ""
    return after in ("out", "up", "down", "the", "my", "it", "this", "that")


def _of_music(s: Sentence, at: int, end: int) -> bool:
    """Is music what was named last before it, or what it is wished for behind it?"""
    last = next((i for i in range(at - 1, -1, -1) if s.labels(i) & (_OTHERS | {"<music>"})), -1)
    behind = any("<music>" in s.labels(i) for i in range(end, min(len(s), end + 5)))
    under = [t.low for t in s.tokens[end : end + 3]]
    if under[:1] in (["underneath"], ["beneath"]) or under[1:2] in (["it"], ["this"], ["everything"], ["that"]):
        return not _BENEATH.isdisjoint(under[:1])  # "something chill and acoustic underneath"
    behind = behind or (under[:1] == ["in"] and under[-1] in ("background", "back"))
    return behind or (last >= 0 and "<music>" in s.labels(last))
