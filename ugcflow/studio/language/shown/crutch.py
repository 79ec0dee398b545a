"""Words that people lean on when they speak, in quotes: in 'she says "sort of" all the time' and 'cut every "basically"' nothing is to be shown."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_QUOTES = frozenset("\"“”„«»'‘’`")
_SAID = frozenset({"say", "says", "saying", "said", "use", "uses", "using", "used", "repeat", "repeats", "go", "goes"})
_PEOPLE = frozenset({"i", "he", "she", "they", "we", "you", "speaker", "host", "guest", "presenter", "keeps", "keep", "kept", "stop", "stops", "always", "constantly", "who"})  # fmt: skip
_UNWANTED = ("<remove>", "<filler>", "<gone>", "<clean>")
_SHOWING = frozenset({"<text>", "<write>", "<caption>", "{role}", "<logo>", "<sticker>"})
_WORDS = frozenset({"word", "words", "phrase", "phrases"})
_NEAR = 5


def add_crutches(s: Sentence) -> None:
    """Label quoted words of that kind as fillers, where the sentence speaks of talking or of taking away."""
    crutches = s.lexicon.tables.get("crutches", ())
    if not crutches or _QUOTES.isdisjoint(s.text):
        return
    unwanted = bool(s.places(*_UNWANTED))
    for at in range(len(s)):
        end = _quoted(s, at, crutches)
        if end and _spoken_of(s, at, unwanted):
            for place in range(at, end):
                s.clear(place)
            s.put(at, "<filler>", end, None)


def _quoted(s: Sentence, at: int, crutches: object) -> int:
    """The end of the words of the list that stand alone in quotes from token `at` on; 0 for none."""
    token = s.tokens[at]
    known = frozenset(crutches) if isinstance(crutches, (list, tuple, frozenset, set)) else frozenset()
    if token.kind == "text":
        return at + 1 if s.text[token.start] in _QUOTES and str(token.value).lower().strip(" .,…") in known else 0
    if not token.start or s.text[token.start - 1] not in _QUOTES:
        return 0
    for end in range(at + 1, min(len(s), at + 4) + 1):
        last = s.tokens[end - 1]
        closes = s.text[last.end : last.end + 1] in _QUOTES if last.end < len(s.text) else False
        if closes:
            return end if s.text[token.start : last.end].lower() in known else 0
    return 0


def _spoken_of(s: Sentence, at: int, unwanted: bool) -> bool:
    parted = (i + 1 for i in range(at - 1, max(-1, at - _NEAR - 1), -1) if s.tokens[i].kind == "punct" or s.ends(i, "#separators"))  # fmt: skip
    near = range(max(0, at - _NEAR, next(parted, 0) if s.places("<remove>", "<gone>", "<clean>") else 0), at)
    if any(s.labels(i) & _SHOWING and s.tokens[i].low not in _WORDS for i in near):
        return False
    words = {s.tokens[i].low for i in near}
    said = bool(words & _SAID and words & _PEOPLE)
    cut = any("<cut>" in s.labels(i) for i in near)
    return said or cut or unwanted
