"""A sentence laid out for reading: its tokens, and every label that begins at each of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ugcflow.studio.language.lexicon import Arc, Lexicon
from ugcflow.studio.language.token import Token


@dataclass
class Sentence:
    """Tokens and, for each, the arcs that begin there (from the lexicon, and from numbers and times read together)."""

    text: str
    tokens: list[Token]
    lexicon: Lexicon
    arcs: list[list[Arc]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.tokens)

    def ends(self, at: int, label: str) -> int:
        """Where the longest arc with `label` at token `at` ends; 0 where there is none."""
        return max((end for name, end, _ in self.arcs[at] if name == label), default=0) if at < len(self.arcs) else 0

    def skip(self, at: int, label: str) -> int:
        """The token after an optional `label` at `at`."""
        return self.ends(at, label) or at

    def value(self, at: int, label: str) -> tuple[object, int] | None:
        """Value and end of the longest arc with `label` at `at`."""
        found = [(end, value) for name, end, value in self.arcs[at] if name == label] if at < len(self.arcs) else []
        if not found:
            return None
        end, value = max(found, key=lambda f: f[0])
        return value, end

    def labels(self, at: int) -> set[str]:
        return {name for name, _, _ in self.arcs[at]}

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character span of tokens `first` up to (not including) `last`."""
        return self.tokens[first].start, self.tokens[max(first, last - 1)].end


def lay_out(text: str, tokens: list[Token], lexicon: Lexicon) -> Sentence:
    """The sentence with the lexicon's arcs; times and measures are added by their own modules."""
    sentence = Sentence(text, tokens, lexicon)
    sentence.arcs = [list(lexicon.arcs(tokens, i)) for i in range(len(tokens))]
    for i, token in enumerate(tokens):
        if token.kind == "text":
            sentence.arcs[i].append(("{text}", i + 1, token.value))
        elif token.kind in ("file", "url"):
            sentence.arcs[i].append(("{file}", i + 1, token.value))
    return sentence
