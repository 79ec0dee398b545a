"""What a sentence is worth to an ad: what it tells, how plainly, and whether it opens or closes well. Numbers only compare."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ugcflow.studio.edits.speech import Sentence, plain
from ugcflow.studio.edits.wordlists import ASIDES, CALLS, FILLERS, HEDGES, LEANING, NUMBERS, STOPWORDS, STRONG

_OPENING = 0.35  # share of the talk in which the opening is looked for
_CLOSING = 0.6  # share of the talk after which the call to action is looked for
_ASIDE = (
    -1.0
)  # the value of a greeting, a goodbye or thinking aloud: kept only where the time can't be filled otherwise
_SHOT = 3.0  # the value of a look at something nobody speaks over: that of a short plain sentence
_ALIKE = 0.7  # share of common content words from which two sentences say the same

_POINTING = frozenset(
    ["it", "it's", "them", "they", "he", "she"]
)  # an opening that begins with these speaks of something not named yet


@dataclass(frozen=True, slots=True)
class Worth:
    """`value` as part of the middle, `hook` more as the first sentence, `call` more as the call to action; `leans` on the one before."""

    value: float
    hook: float
    call: float
    leans: bool
    repeated: bool = False


def worths(sentences: Sequence[Sentence]) -> list[Worth]:
    """The worth of each sentence among the others."""
    tokens = [[plain(w.text) for w in s.words] for s in sentences]
    content = [{t for t in row if t and t not in STOPWORDS and t not in FILLERS} for row in tokens]
    known = Counter(t for row in content for t in row)
    end = max((s.end for s in sentences), default=1)
    out = []
    for i, sentence in enumerate(sentences):
        if sentence.silent:
            out.append(Worth(_SHOT, -1.0, 0.0, leans=False))
            continue
        text = f" {' '.join(tokens[i])} "
        repeated = any(_alike(content[i], later) for later in content[i + 1 :])
        new = {t for t in content[i] if known[t] > 1 and not any(t in earlier for earlier in content[:i])}
        value = (_value(tokens[i], content[i], known, text) + _names(sentence, tokens[i], new)) * (
            0.12 if repeated else 1
        )
        hook = _hook(tokens[i], sentence, text) if sentence.start <= _OPENING * end else -1.0
        call = _call(text) if sentence.end >= _CLOSING * end and not repeated else 0.0
        leans = i > 0 and not sentences[i - 1].silent and tokens[i][0] in LEANING and not _stands(tokens[i])
        out.append(Worth(value, hook, call, leans, repeated))
    return out


def _value(tokens: Sequence[str], content: set[str], known: Counter[str], text: str) -> float:
    """Content words, the talk's own topics a little more; hedging and asides take away, proof and feeling add."""
    told = sum(1 + 0.25 * math.log(known[t]) for t in content)
    strong = sum(t in STRONG or t in NUMBERS or any(c.isdigit() for c in t) for t in tokens)
    hedged = sum(text.count(f" {h} ") for h in HEDGES) + sum(t in FILLERS for t in tokens)
    if any(f" {a} " in text for a in ASIDES):
        return _ASIDE
    return (0.3 + told) * (1 + 0.25 * min(3, strong)) * 0.75 ** min(4, hedged)


def _names(sentence: Sentence, tokens: Sequence[str], new: set[str]) -> float:
    """What it adds that a sentence brings in what the talk is about: "this pillow", "an app called Crumb", a name, a word that comes again."""
    shown = any(a == "this" and b not in STOPWORDS for a, b in pairwise(tokens)) or "called" in tokens
    named = sum(
        w.text[:1].isupper() and t not in STOPWORDS for w, t in zip(sentence.words[1:], tokens[1:], strict=True)
    )
    return 3.0 * shown + min(2, named) + 0.8 * min(2, len(new))


def _hook(tokens: Sequence[str], sentence: Sentence, text: str) -> float:
    """How well it stops a thumb: a question, a figure, a feeling or a doubt, said shortly; greetings don't."""
    if any(f" {a} " in text for a in ASIDES) or (
        tokens[0] in {"hello", "hi", "hey", "welcome", "okay", "ok", "so"} and len(tokens) < 6
    ):
        return -2.0
    strength = 1.0 + 1.5 * sentence.words[-1].text.rstrip("\"'”’").endswith("?")
    strength += min(3, sum(t in STRONG or t in NUMBERS or any(c.isdigit() for c in t) for t in tokens))
    strength += 0.8 * (
        tokens[0] in {"i", "i've", "i'm", "you", "if", "why", "how", "stop", "this", "my", "your", "nobody", "everyone"}
    )
    strength -= 1.5 * any(t in _POINTING for t in tokens[:5])
    return strength * (1.0 if sentence.end - sentence.start <= 6000 else 0.6)


def _call(text: str) -> float:
    """How much it asks people to do something."""
    return float(min(3, sum(f" {c} " in text for c in CALLS)))


def _stands(tokens: Sequence[str]) -> bool:
    """ "This is the serum …", "That thing alone …": a pointing word with its own noun leans on nothing."""
    pointing = tokens[0] in {"this", "these", "that", "those", "there"}
    return pointing and len(tokens) > 3 and (tokens[1] in {"is", "are"} or tokens[1] not in STOPWORDS)


def _alike(a: set[str], b: set[str]) -> bool:
    return len(a) >= 2 and len(a & b) >= _ALIKE * min(len(a | b), len(a) + 1)
