"""Advertising copy of several sentences: "it should say: Tired of tangled cables? Same here."."""

from __future__ import annotations

from collections.abc import Set

from ugcflow.studio.language.sentence import Sentence


def goes_on(s: Sentence, begin: int, stop: int, asking: Set[str]) -> bool:
    """Is what stands behind `stop` still the text that a colon announced? It is while none of it carries a label of `asking`."""
    colon = s.tokens[begin - 1].text in (":", "：")
    return colon and not any(s.labels(i) & asking for i in range(stop, len(s)))
