"""Words that people lean on when they speak, in quotes: in 'she says "sort of" all the time' and 'cut every "basically"' nothing is to be shown."""

from __future__ import annotations

from collections.abc import Collection

from ugcflow.studio.language.words.lexicon import SIMPLIFY
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.language.words.token import tokenise

_QUOTES = frozenset("\"“”„«»'‘’`")
_SAID = frozenset({"say", "says", "saying", "said", "use", "uses", "using", "used", "repeat", "repeats", "go", "goes"})
_PEOPLE = frozenset({"i", "he", "she", "they", "we", "you", "speaker", "host", "guest", "presenter", "keeps", "keep", "kept", "stop", "stops", "always", "constantly", "who"})  # fmt: skip
_UNWANTED = ("<remove>", "<filler>", "<gone>", "<clean>")
_SHOWING = frozenset({"<text>", "<write>", "<caption>", "{role}", "<logo>", "<sticker>"})
_ARTICLES = frozenset({"the", "these", "those", "all", "any", "my", "such", "of"})
_NEAR = 5
_THINGS = ("<silence>", "<bad_take>", "<filler>")


def add_crutches(s: Sentence) -> None:
    """Label quoted words of that kind as fillers, where the sentence speaks of talking or of taking away."""
    crutches = s.lexicon.tables.get("crutches", ())
    if not crutches or _QUOTES.isdisjoint(s.text):
        return
    unwanted = bool(s.places(*_UNWANTED))
    for at, token in enumerate(s.tokens):
        quoted = token.kind == "text" and s.text[token.start] in _QUOTES
        plural = _plural(s, at, crutches) if token.text in ("'", "‘") and unwanted else 0
        if plural:
            s.put(at, "<filler>", plural, None)
        if quoted and str(token.value).lower().strip(" .,…") in crutches and _spoken_of(s, at, unwanted):
            s.clear(at)
            s.put(at, "<filler>", at + 1, None)
        elif quoted and (thing := _called(s, at)):
            s.clear(at)
            s.put(at, thing, at + 1, None)


def _called(s: Sentence, at: int) -> str:
    """'Edit the "dead air" out', 'remove these "bloopers"': what goes under that name; "" where it may be words to be seen or heard."""
    words = tokenise(str(s.tokens[at].value), SIMPLIFY)
    things = (n for n, end, _ in s.lexicon.arcs(words, 0) if n in _THINGS and end == len(words))
    near = [i for i in _near(s, at) if s.tokens[i].low not in _ARTICLES]
    around = [*near, *range(at + 1, min(len(s), at + 2))]
    shown = any(s.labels(i) & _SHOWING or s.tokens[i].low in _SAID for i in around)
    taken = near and s.labels(near[-1]) & {"<remove>", "<cut>", "<particle>"}
    return next(things, "") if not shown and (taken or s.ends(at + 1, "<gone>")) else ""


def _plural(s: Sentence, at: int, crutches: Collection[str]) -> int:
    """The end of "the 'sort of's" behind its first mark at `at`; 0 where none of those words is quoted."""
    ends = (i for i in range(at + 1, min(len(s), at + _NEAR)) if s.tokens[i].low.endswith(("'s", "’s")))
    end = next(ends, 0)
    return end + 1 if end and s.text[s.tokens[at].end : s.tokens[end].end - 2].lower() in crutches else 0


def _near(s: Sentence, at: int) -> range:
    """The few tokens in front of `at`, those of its own clause where something is taken away."""
    parted = (i + 1 for i in range(at - 1, max(-1, at - _NEAR - 1), -1) if s.tokens[i].kind == "punct" or s.ends(i, "#separators"))  # fmt: skip
    return range(max(0, at - _NEAR, next(parted, 0) if s.places("<remove>", "<gone>", "<clean>") else 0), at)


def _spoken_of(s: Sentence, at: int, unwanted: bool) -> bool:
    near = _near(s, at)
    words = {s.tokens[i].low for i in near}
    said = bool(words & _SAID and words & _PEOPLE)
    cut = any("<cut>" in s.labels(i) for i in near)
    return said or cut or unwanted
