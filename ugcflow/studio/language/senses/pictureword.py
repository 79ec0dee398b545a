"""Words of the picture that mean something else where they stand: a "status bar" tells nothing, "portrait mode" with an effect is no shape, calls are "on Zoom"."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.language.words.token import stem

_SHAPES = frozenset({"landscape", "portrait"})
_MADE_SO = frozenset({"version", "versions", "format", "cut", "edit", "copy", "mode", "one", "video", "ad", "variant"})
_CALLED_ON = frozenset({"on", "in", "over", "via"})
_SAME_AS = frozenset({"like", "as", "similar", "the", "effect", "one", "blur", "recorded", "filmed", "shot", "was", "call"})  # fmt: skip
_OF_THE_APP = frozenset({"background", "backgrounds", "does", "calls", "meetings"})
_HEARD = frozenset({"channel", "channels", "audio", "speaker", "speakers", "ear", "ears", "mic", "stereo", "track", "tracks", "sound", "logo", "text", "caption", "captions", "title", "clips"})  # fmt: skip
_INSIDE = frozenset({"of", "in", "from", "within", "into", "off", "fill", "fills", "entire", "whole", "per"})
_KEPT = frozenset({"keep", "keeps", "keeping", "stay", "stays", "staying", "remain", "remains", "leave", "always"})
_FIRM = frozenset({"brand", "client", "boss"})
_GOING_ON = frozenset({"for", "from", "with", "of", "out", "and", "that", "to", "about", "on"})
_PRAISED = frozenset({"<transition>", "<effect>", "<caption>", "<text>", "<texty>", "<sticker>", "<music>", "<zoom_>", "<logo>"})  # fmt: skip
_STILL = frozenset({f"'{stem('frame')}", "'@pictured", "<thumbnail>"})


def settle_picture_words(sentence: Sentence) -> None:
    """Take away the labels that such words can't have where they stand."""
    words = [t.low for t in sentence.tokens]
    for at, word in enumerate(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if word in _SHAPES:
            _shape(sentence, at, words)
        elif word == "zoom" and _app(before, words[at - 2] if at > 1 else "", after):
            _forget(sentence, at)
        elif word in ("frame", "frames") and (_of_the_picture(words, at) or "every" in words[max(0, at - 2) : at]):
            sentence.drop(at, _STILL)
        elif word == "cool" and after and sentence.labels(at + 1) & _PRAISED and "<zoom_>" not in sentence.labels(at):
            sentence.drop(at, frozenset({"<cool>", "{look}"}))
            sentence.put(at, "#noise", at + 1, None)
        elif word == "short" and _youtube_short(sentence, at, before, after):
            sentence.clear(at)
            sentence.put(at, "<upright>", at + 1, None)
            sentence.put(at, "{platform}", at + 1, "shorts")
        elif word == "close" and after == ":":
            sentence.relabel(at, [("<end_>", at + 1, None)])
        elif word in ("covered", "covering") or (word == "cover" and after == "the" and "with" in words[at:]):
            sentence.drop(at, frozenset({"<thumbnail>"}))
        elif word == "next" and before in ("the", "each", "every"):
            sentence.drop(at, frozenset({"#separators"}))
        elif word == "the" and after in _FIRM and sentence.ends(at + 1, "<logo>") > at + 2:
            sentence.drop(at, frozenset({"#noise"}))
            sentence.put(at, "#noise", at + 1, None)
        elif word in _FIRM and sentence.ends(at, "<logo>") > at + 1:
            sentence.drop(at, frozenset({"{style}"}))
    _sides(sentence, words)
    for at in sentence.places("<broll>"):
        _settle_broll(sentence, at, words)


def _settle_broll(s: Sentence, at: int, words: list[str]) -> None:
    """ "(Add lofi) over the demo footage": what something else is added to. "B-roll of hands typing (over 0:05-0:09)": what is seen."""
    place = next((i for i in range(at - 1, 0, -1) if words[i] not in _OWNED), 0)
    laid = place < at - 1 and words[place] in _OVER and words[place - 1] not in ("cut", "switch", "jump", "go", "back")
    if laid and any(s.labels(i) & _ADDED for i in range(max(0, place - 4), place)):
        s.drop(at, frozenset({"<broll>", "<inserted>"}))
    of = s.ends(at, "<broll>") or at
    end = next((i for i in range(of, min(of + 6, len(words))) if words[i] in _SHOT_AT), of)
    for place in range(of + 1, end if words[of : of + 1] == ["of"] else of):
        s.clear(place)
        s.put(place, "#noise", place + 1, None)


_OWNED = frozenset({"the", "my", "our", "this", "that", "whole", "entire", "full", "her", "his"})
_OVER = frozenset({"over", "under", "on", "onto", "across", "throughout", "during", "to", "in", "behind"})
_SHOT_AT = frozenset({"over", "from", "at", "on", "between", "during"})
_ADDED = _PRAISED | {"{mood}", "<voiceover>", "{filter}", "<fade_>"}


def _forget(s: Sentence, at: int) -> None:
    s.drop(at, frozenset(s.labels(at)))


def _shape(s: Sentence, at: int, words: list[str]) -> None:
    """ "Portrait mode effect": what is behind is to be blurred. "A landscape version": a shape, no picture of one."""
    behind = at + 1 + (words[at + 1 : at + 2] == ["mode"])
    after = words[behind] if behind < len(words) else ""
    if after in _MADE_SO or behind > at + 1:
        s.drop(at, frozenset({"'@pictured", f"'{stem('landscape')}"}))


def _youtube_short(s: Sentence, at: int, before: str, after: str) -> bool:
    """ "A 30-second Short", "make a short from this": the noun, and no clip that is short."""
    if at > 1 and s.tokens[at - 2].low in ("like", "as"):
        return False
    ended = not after or after in _GOING_ON or s.tokens[at + 1].kind == "punct"
    named = s.tokens[at].text[0].isupper() and (
        at > 0 and not all(t.text.isupper() for t in s.tokens if t.kind == "word")
    )
    return ended and (
        named or before in ("a", "one", "youtube", "yt") or any(n.startswith("#unit:") for n in s.labels(at - 1))
    )


def _app(before: str, earlier: str, after: str) -> bool:
    """ "Like on Zoom", "as in Zoom calls", "Zoom backgrounds": the program people call with."""
    named = before == "like" and after not in ("in", "on", "into", "to", "out")
    return (before in _CALLED_ON and earlier in _SAME_AS) or named or after in _OF_THE_APP


def _of_the_picture(words: list[str], at: int) -> bool:
    """ "Out of the frame", "in frame", "the whole frame", "the edge of the frame": the picture, no still of it."""
    place = at - 1 if at and words[at - 1] not in ("the", "my", "this") else at - 2
    if place < 0:
        return False
    kept = words[place] == "in" and not _KEPT.isdisjoint(words)  # "keep my face in frame" is known as it is
    return words[place] in _INSIDE and not kept


def _sides(s: Sentence, words: list[str]) -> None:
    """ "Left-right", "left and right": the sides of the picture, unless they are heard or moved."""
    for at in s.places("<sides>"):
        end = s.ends(at, "<sides>")
        marks = [i for i, t in enumerate(s.tokens) if t.text in ".,;!?\n" or s.ends(i, "#separators")]
        begin = max((i for i in marks if i < at), default=0)
        if not _HEARD.isdisjoint(words[begin : min((i for i in marks if i >= end), default=len(words))]):
            s.drop(at, frozenset({"<sides>"}))
            continue
        for place in range(at, s.ends(at, "<sides>")):
            s.drop(place, frozenset({"<left>", "<right>", "{place}", "<bars>", "{aspect}"}))
