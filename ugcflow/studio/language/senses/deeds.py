"""Verbs whose sense another word of the sentence settles: "push my voice up" zooms into nothing, "get that song out of there" adds none."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_TAKEN = frozenset({"<music>", "<caption>", "<noise_>", "<silence>", "<filler>", "<bad_take>", "<effect>", "<transition>", "<sticker>"})  # fmt: skip
_GETTING = frozenset({"get", "take", "pull", "have", "want", "need", "keep"})
_GIVING = frozenset({"<add>", "<make>", "<insert>", "<keep>", "<fit>", "<fitv>", "<use>", "<apply>", "<need>", "<show>", "<cut>", "<export_>", "<mute_>"})  # fmt: skip
_FROM = frozenset({"of", "please", "pls", "entirely", "completely", "again", "asap", "now"})
_PUSHED = frozenset({"push", "pushing", "punch"})
_INTO = frozenset({"in", "into", "closer", "towards", "toward", "on", "onto", "-", "zoom"})
_NAMED = frozenset({"the", "my", "our", "her", "his", "their", "your", "that", "this", "it", "them", "everything"})
_STRUCK = frozenset({"scrap", "forget", "cancel", "strike", "ignore", "reverse"})
_WOUND = _NAMED | {"down", "up", "back"}
_SHADES = frozenset({"bright", "dark", "light", "pale", "deep", "hot", "electric", "soft", "pastel", "warm", "royal", "off"})  # fmt: skip
_WHO = frozenset({"i", "we", "you", "he", "she", "they", "it", "app", "who"})
_QUOTES = frozenset("\"“”'‘’")
_TENDING = frozenset({"clean", "tidy", "cleaning", "tidying", "reduce"})
_SMALL = _NAMED | {"up", "all"}
_LASTING = frozenset({"hold", "hang"})


def settle_deeds(sentence: Sentence) -> None:
    """Take away, or put, the labels that verbs have by what stands behind them."""
    for at in sentence.places("<correction>"):
        begins = sentence.tokens[at].low in ("no", "nope") and (not at or sentence.tokens[at - 1].kind == "punct")
        if begins and (end := sentence.ends(at, "<correction>")) > at + 1:
            said = {"<correction>"} if not at else set()
            sentence.drop(at, frozenset({"<no>", "<mute_>"} | said))  # "no wait, add captions"
            sentence.put(at, "#noise", end, None)
    for at, token in enumerate(sentence.tokens):
        if token.kind != "word":
            continue
        if sentence.text[token.start - 1 : token.start] in _QUOTES and token.start:
            _talked_about(sentence, at)
        if token.low in _GETTING:
            _gotten_out(sentence, at)
        elif token.low == "let" and at + 1 < len(sentence):
            sentence.drop(at + 1, frozenset({"<fact>"}))  # "let it go to black" tells nothing
        elif token.low in ("breathe", "breathes"):
            sentence.drop(at, frozenset({"<silence>"}))  # "let it breathe"
        elif token.low == "wind" and at + 1 < len(sentence) and sentence.tokens[at + 1].low in _WOUND:
            sentence.drop(at, frozenset({"<noise_>"}))  # "wind it down"
        elif token.low in _STRUCK and _last_deed(sentence, at):
            sentence.drop(at, frozenset({"<correction>", "<strike>", "<dont>"}))
        elif token.low in _TENDING and _tended(sentence, at):
            sentence.drop(at, frozenset({"<remove>", "<drop>"}))
        elif token.low in _PUSHED:
            _pushed(sentence, at)
        elif not _SHADES.isdisjoint((token.low, token.key)):
            _shaded(sentence, at)
        elif token.low in ("uploads", "downloads") and at and not _asked(sentence, at):
            sentence.drop(at, frozenset(sentence.labels(at)))
            sentence.put(at, "<clip>", at + 1, None)
        elif token.low in _LASTING and sentence.ends(at, "<keep>") > at + 1:
            sentence.drop(at, frozenset({"<correction>"}))  # "hold on to 0:05-0:35"


def _talked_about(s: Sentence, at: int) -> None:
    """ "Like", "you know" in quotes, which are no text: what somebody keeps saying."""
    end = next((i + 1 for i in range(at, min(len(s), at + 3)) if s.text[s.tokens[i].end :][:1] in _QUOTES), 0)
    if end and ("#noise" in s.labels(at) or s.tokens[at].low == "like"):
        s.put(at, "<filler>", end, None)


def _asked(s: Sentence, at: int) -> bool:
    """ "Did my uploads go through?", "it uploads": no clips."""
    return s.tokens[at - 1].low in _WHO or s.tokens[0].low in ("did", "has", "have", "are", "is", "when", "where")


def _gotten_out(s: Sentence, at: int) -> None:
    """ "Get that song out of there", "take the captions right out": gone, not gotten."""
    end = at + 1
    while end < min(len(s), at + 7) and s.tokens[end].kind == "word" and s.tokens[end].low != "out":
        end += 1
    named = any(s.labels(i) & _TAKEN for i in range(at + 1, end))
    if not named or end >= len(s) or s.tokens[end].low != "out" or s.tokens[at + 1].low in ("a", "an", "some"):
        return
    after = s.tokens[end + 1] if end + 1 < len(s) else None
    if not (after is None or after.kind == "punct" or after.low in _FROM):
        return
    s.drop(at, _GIVING)
    if end + 3 < len(s) and s.tokens[end + 3].low == "way":
        s.drop(end, frozenset(n for n in s.labels(end) if n[1] != "@"))  # "get the captions out of the way"
        return
    s.put(at, "<remove>", at + 1, None)
    s.put(at, "<drop>", at + 1, None)


def _tended(s: Sentence, at: int) -> bool:
    """ "Clean up the captions", "reduce the subs": made tidier or fewer, not taken away."""
    behind = [i for i in range(at + 1, min(len(s), at + 4)) if s.labels(i) & {"<caption>", "<text>"}]
    return bool(behind) and all(s.tokens[i].low in _SMALL for i in range(at + 1, behind[0]))


def _last_deed(s: Sentence, at: int) -> bool:
    """ "Scrap that last change": something done before, not said before."""
    words = [t.low for t in s.tokens[at + 1 : at + 5]]
    return bool({"last", "previous"} & set(words)) and bool(
        {"change", "edit", "step", "cut", "one", "thing"} & set(words)
    )


def _pushed(s: Sentence, at: int) -> None:
    """ "Push my voice up", "push the intro back": nothing is zoomed into."""
    behind = [t.low for t in s.tokens[at + 1 : at + 8]]
    if behind and behind[0] in _NAMED and not _INTO & set(behind):
        s.drop(at, frozenset({"<zoom_>", "{zoom}"}))


def _shaded(s: Sentence, at: int) -> None:
    """ "Bright yellow": a colour, and nothing is made brighter."""
    found = s.value(at + 1, "{color}") if at + 1 < len(s) else None
    if found:
        s.drop(at, frozenset({"<brightness>", "<dark>", "<warm>", "{look}", "{mood}", "<raise>", "<lower>", "#noise"}))
        shade = next(w for w in (s.tokens[at].low, s.tokens[at].key) if w in _SHADES)
        s.put(at, "{color}", found[1], f"{shade} {found[0]}")
