"""Free words in front of a noun: "upbeat lofi background music" asks for music that is "upbeat lofi"."""

from __future__ import annotations

from ugcflow.studio.language.phrases.match import Match
from ugcflow.studio.language.words.sentence import Sentence

_NOUNS = {"query": "<music>", "style": "<caption>", "kind": "<transition>"}
_KNOWN = {"query": ("{mood}", "{style}", "{look}", "{filter}"), "style": ("{style}", "{color}", "{mood}"), "kind": ("{transition}", "{style}", "{mood}", "{look}", "{filter}")}  # fmt: skip
_SORT = frozenset({"style", "styled", "type", "looking", "themed", "inspired"})
MANNERS = frozenset({"light", "quick", "fast", "clean", "short", "basic", "elegant", "modern", "bold", "simple", "crisp", "sharp", "clear", "smooth", "snappy", "natural", "nice", "tasteful", "restrained", "slow", "gentle", "subtle"})  # fmt: skip
"""Plain adjectives, some of them verbs elsewhere, that tell what an edit is to be like."""
_ANOTHER = frozenset({"different", "another", "other", "new"})
"""Not the one there is, whatever it is like."""
_LIKE = frozenset({"like", "estilo", "padrão", "modelo", "modelos", "stil", "preset", "plantilla", "vorlage"})
"""In front of the name of a style: "a legenda padrão Blue Ocean"."""
_LED = frozenset({"the", "ones", "those", "captions", "subtitles", "on", "in", "from", "of", "you", "see", "they", "use"})  # fmt: skip
"""Captions "like the ones in …"."""
_LONGEST = 5
_NO_LOOK = frozenset({"same", "either", "neither", "both", "any", "every"})


def described(kind: str, match: Match, sentence: Sentence) -> tuple[str, range]:
    """The words right before the noun of a match that say what it should be like ("" for none), and their tokens."""
    noun = next((i for i in match.covered if sentence.ends(i, _NOUNS[kind])), None)
    if noun is None:
        return "", range(0)
    end = sentence.ends(noun, _NOUNS[kind])
    named = kind == "query" and sentence.ends(noun, "{mood}") == end and sentence.tokens[noun].kind == "cjk"
    words = [sentence.text[slice(*sentence.span(noun, end))]] if named else []  # 轻快的钢琴曲
    at = noun
    while at > 0 and len(words) < _LONGEST * 2:
        begin = _before(kind, match, sentence, at)
        if begin is None:
            break
        linked = words and sentence.tokens[begin].text == "的"  # 轻快的钢琴曲
        if linked or not all(
            sentence.ends(i, "#noise") or sentence.tokens[i].kind == "punct" for i in range(begin, at)
        ):
            start, end = sentence.span(begin, at)
            words.insert(0, sentence.text[start:end])
        at = begin
    if kind == "style" and (behind := _styled_after(sentence, noun)):
        return behind
    words = [w for w in words if w.lower() not in _ANOTHER]
    text = ("" if sentence.tokens[noun].kind == "cjk" else " ").join(words).strip(" -的")
    told = any(_tells(sentence, i, kind) for i in range(at, noun))
    return (text.lower(), range(at, noun)) if told else ("", range(0))


def _styled_after(sentence: Sentence, noun: int) -> tuple[str, range] | None:
    """ "Captions in the style of Ali Abdaal", "captions like MrBeast": the name behind, to the end of the clause."""
    words = [t.low for t in sentence.tokens]
    for at in range(noun + 1, len(words) - 1):
        begin = at + 2 if words[at : at + 2] == ["style", "of"] else at + 1 if words[at] in _LIKE else 0
        begin = begin or (at + 1 if words[at] == "in" and not _classes(sentence, at + 1) else 0)
        small = _LED if words[at] == "like" else ("de", "do", "da", "del", "von")
        while begin and begin < len(words) - 1 and words[begin] in small:
            begin += 1
        if (
            0 < begin < len(words)
            and sentence.tokens[begin].kind == "word"
            and sentence.tokens[begin].text[0].isupper()
        ):
            start, end = sentence.span(begin, len(words))
            return sentence.text[start:end].rstrip(" .!?").lower(), range(noun + 1, len(words))
    return None


def _before(kind: str, match: Match, sentence: Sentence, at: int) -> int | None:
    """The first token of one more describing word that ends at `at`."""
    for begin in range(max(0, at - 6), at):
        if any(n in _KNOWN[kind] and stop == at for n, stop, _ in sentence.arcs[begin]):
            return begin
    place, token = at - 1, sentence.tokens[at - 1]
    labels = _classes(sentence, place)
    if token.kind == "num" and at < len(sentence) and sentence.tokens[at].low == "bpm":
        return place
    if token.low in _NO_LOOK:
        return None
    if token.low in _SORT and at > 1:
        return place
    if token.kind == "punct":
        return place if token.text in "-'’&" or (token.text == "," and _quality(kind, sentence, place)) else None
    if token.key in ("的",):
        return place
    if kind == "kind" and token.low in MANNERS and place not in match.covered:
        return place
    if labels or token.kind not in ("word", "cjk") or place in match.covered or _inside(sentence, place):
        return None
    return place


def _quality(kind: str, sentence: Sentence, comma: int) -> bool:
    """ "Big, punchy captions": does one more quality end in front of the comma?"""
    begins = range(max(0, comma - 3), comma)
    known = any(n in _KNOWN[kind] and stop == comma for i in begins for n, stop, _ in sentence.arcs[i])
    return known or (comma > 0 and sentence.tokens[comma - 1].low in MANNERS)


def added(known: str, words: str) -> str:
    """The look read so far, and what of the words before the noun says more."""
    told = known.lower().replace("-", " ").split()
    more = (w.strip(",-'’&") for w in words.replace("-", " ").split())
    new = [w for w in more if w and w not in _SORT and not any(t[:3] == w[:3] for t in told)]
    return " ".join([known, *new])


_PLAIN = frozenset({"long", "short", "big", "small", "little", "huge", "tiny", "odd", "weird", "random", "ugly", "extra", "overly", "too", "super", "very", "really", "pretty", "dumb", "loud", "silent", "dead", "stray", "remaining", "obvious", "many", "two", "single", "own", "raw", "slow"})  # fmt: skip
_ENDINGS = ("al", "ed", "ing", "y", "ful", "less", "ous", "ive", "able", "ible", "ic", "ish", "ward", "some", "ant", "ent")  # fmt: skip
_HEADS = frozenset({"<silence>", "<filler>", "<bad_take>", "<zoom_>"})


def adjectives(s: Sentence, used: set[int]) -> set[int]:
    """The words right in front of a noun that was understood which only describe it ("long accidental pauses")."""
    found: set[int] = set()
    for noun in (i for i in used if s.labels(i) & _HEADS):
        at = noun - 1
        while at >= 0 and at not in used and s.tokens[at].kind == "word" and _describing(s.tokens[at].low):
            found.add(at)
            at -= 1
    return found


def _describing(word: str) -> bool:
    return word in _PLAIN or (len(word) > 4 and word.endswith(_ENDINGS))


def _classes(sentence: Sentence, at: int) -> set[str]:
    """What the word at `at` is known as; that some phrase has it in its own words makes it no less free."""
    return {n for n in sentence.labels(at) if n[0] != "'"}


def _inside(sentence: Sentence, at: int) -> bool:
    """Does a longer known word run through this token?"""
    return any(stop > at for i in range(max(0, at - 4), at) for _, stop, _ in sentence.arcs[i])


def _tells(sentence: Sentence, at: int, kind: str) -> bool:
    labels = _classes(sentence, at)
    return not labels or bool(labels & set(_KNOWN[kind]))
