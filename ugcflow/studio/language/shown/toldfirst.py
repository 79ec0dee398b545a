"""Words to be shown that stand in front of the request: "Warm drinks, cool prices: put that as the title", "Level up is our slogan, put it at the end"."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_PUTTING = frozenset({"put", "add", "use", "show", "write", "set", "make", "take", "have", "display", "overlay", "place"})  # fmt: skip
_POINTING = frozenset({"that", "this", "it", "these", "those"})
_AS = frozenset({"as", "on", "onto", "over"})
_MOTTOS = frozenset({"slogan", "motto", "tagline", "claim", "headline", "name", "hashtag", "website", "address", "number", "offer"})  # fmt: skip
_OURS = frozenset({"our", "my", "the", "their"})
_LONGEST = 14


def told_first(s: Sentence, at: int) -> tuple[int, int]:
    """First token and end of such words where they begin at `at`; (0, 0) for none."""
    if at and s.tokens[at - 1].text not in ".!?;\n":
        return 0, 0
    for place in range(at + 1, min(len(s) - 3, at + _LONGEST)):
        if s.tokens[place].text in (":", "：") and shows_that(s, place + 1):
            return at, place
        if s.tokens[place].text == "," and shows_that(s, place + 1, strictly=False):
            end = _motto(s, at, place)
            return (at, end) if end else (0, 0)
        if s.tokens[place].text in ".!?;\n":
            return 0, 0
    return 0, 0


def shows_that(s: Sentence, at: int, strictly: bool = True) -> bool:
    """ "Put that as the title", "put it on screen"."""
    words = [t.low for t in s.tokens[at : at + 5]]
    if len(words) < 2 or words[0] not in _PUTTING or words[1] not in _POINTING:
        return False
    near = {n for i in range(at + 3, min(len(s), at + 6)) for n in s.labels(i)}
    named = len(words) > 2 and words[2] in _AS and (bool(near & {"<text>", "<texty>", "{role}", "<caption>"}) or "screen" in words)  # fmt: skip
    return named or not strictly


def _motto(s: Sentence, begin: int, comma: int) -> int:
    """Where the words end of "Level up your kitchen (is our slogan)"; 0 where nothing says that they are one."""
    words = [t.low for t in s.tokens[begin:comma]]
    led = len(words) > 4 and words[-1] in _MOTTOS and words[-2] in _OURS and words[-3] == "is"
    return comma - 3 if led else 0
