"""A sentence laid out for reading: its tokens, and every label that begins at each of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, KeysView
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from ugcflow.studio.language.words.lexicon import Arc, Lexicon
from ugcflow.studio.language.words.token import Token

T = TypeVar("T")


@dataclass
class Sentence:
    """Tokens and, for each, the arcs that begin there (from the lexicon, and from numbers and times read together)."""

    text: str
    tokens: list[Token]
    lexicon: Lexicon
    arcs: list[list[Arc]] = field(default_factory=list)
    farthest: list[dict[str, int]] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set, repr=False)
    _known: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def lay(self, arcs: list[list[Arc]]) -> None:
        """Set all labels; for each token also where the longest arc of a label ends."""
        self.arcs = arcs
        self.farthest = [_farthest(own) for own in arcs]
        self._seen = set().union(*self.farthest)
        self._known.clear()

    def put(self, at: int, label: str, end: int, value: object) -> None:
        """Add one label at token `at`."""
        self.arcs[at].append((label, end, value))
        self.farthest[at][label] = max(end, self.farthest[at].get(label, 0))
        self._seen.add(label)
        self._known.clear()

    def drop(self, at: int, labels: frozenset[str]) -> None:
        """Take labels away from token `at`."""
        self.relabel(at, [arc for arc in self.arcs[at] if arc[0] not in labels])

    def relabel(self, at: int, arcs: list[Arc]) -> None:
        """Set the labels of token `at`, some of those it had."""
        self.arcs[at], self.farthest[at] = arcs, _farthest(arcs)
        self._known.clear()

    def may_have(self, *labels: str) -> bool:
        """Has any token one of these labels, or had it one? A quick no for what looks through all tokens."""
        return not self._seen.isdisjoint(labels)

    def places(self, *labels: str) -> list[int]:
        """The tokens where one of these labels begins."""
        if self._seen.isdisjoint(labels):
            return []
        return [at for at, own in enumerate(self.farthest) if not own.keys().isdisjoint(labels)]

    @cached_property
    def chinese(self) -> bool:
        """Is any of its tokens a Chinese character?"""
        return "cjk" in [token.kind for token in self.tokens]

    @cached_property
    def words(self) -> frozenset[str]:
        """All its tokens as written, in small letters."""
        return frozenset([token.low for token in self.tokens])

    def clear(self, at: int) -> None:
        """Take all labels away from token `at`."""
        self.relabel(at, [])

    def once(self, name: Hashable, find: Callable[[], T]) -> T:
        """What `find` finds in the labels, kept under `name` until they change."""
        if name not in self._known:
            self._known[name] = find()
        found: T = self._known[name]
        return found

    def __len__(self) -> int:
        return len(self.tokens)

    def ends(self, at: int, label: str) -> int:
        """Where the longest arc with `label` at token `at` ends; 0 where there is none."""
        try:
            return self.farthest[at].get(label, 0)
        except IndexError:
            return 0

    def skip(self, at: int, label: str) -> int:
        """The token after an optional `label` at `at`."""
        return self.ends(at, label) or at

    def value(self, at: int, label: str) -> tuple[object, int] | None:
        """Value and end of the longest arc with `label` at `at`."""
        end = self.ends(at, label)
        return (
            next(((value, stop) for name, stop, value in self.arcs[at] if name == label and stop == end), None)
            if end
            else None
        )

    def labels(self, at: int) -> KeysView[str]:
        return self.farthest[at].keys()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character span of tokens `first` up to (not including) `last`."""
        return self.tokens[first].start, self.tokens[max(first, last - 1)].end


def _farthest(arcs: list[Arc]) -> dict[str, int]:
    found: dict[str, int] = {}
    for label, end, _ in arcs:
        if end > found.get(label, 0):
            found[label] = end
    return found


def _whole_words(arcs: list[list[Arc]]) -> list[list[Arc]]:
    """Labels without those of single characters inside a longer word: 别 in 识别 denies nothing.

    Read from the left: 画风 in 油画风格 is no word there.
    """
    end = 0
    for begin, own in enumerate(arcs):
        stop = max([stop for label, stop, _ in own if label == "#word"], default=0) if own else 0
        if not stop or begin < end:
            continue
        end = stop
        arcs[begin] = [arc for arc in own if arc[1] >= end]
        for place in range(begin + 1, end):
            arcs[place] = []
    return arcs


def _as_written(arc: Arc, at: int, tokens: list[Token]) -> Arc:
    """What music is to be like keeps its characters, simplified or not."""
    label, stop, _ = arc
    if label != "{mood}" or tokens[at].kind != "cjk":
        return arc
    return label, stop, "".join(t.text for t in tokens[at:stop])


def _file_labels(name: str) -> tuple[str, ...]:
    """What a file named in a sentence is: a logo, music, subtitles, or a clip."""
    ending = name.rsplit(".", 1)[-1].lower()
    if ending in ("srt", "vtt"):
        return ("<caption>", "{subtitles}")
    if ending in ("mp3", "wav", "m4a", "aac"):
        return ("<music>", "{sound}")
    if ending not in ("png", "jpg", "jpeg", "webp", "gif"):
        return ("{file}",)
    return ("<logo>", "{picture}") if "logo" in name.lower() else ("{file}", "{picture}")


def lay_out(text: str, tokens: list[Token], lexicon: Lexicon) -> Sentence:
    """The sentence with the lexicon's arcs; times and measures are added by their own modules."""
    sentence = Sentence(text, tokens, lexicon)
    arcs = [lexicon.arcs(tokens, i) for i in range(len(tokens))]
    if sentence.chinese:
        arcs = [[_as_written(arc, i, tokens) for arc in own] for i, own in enumerate(arcs)]
    sentence.lay(arcs)
    if sentence.may_have("#word"):
        sentence.lay(_whole_words(arcs))
    for i, token in enumerate(tokens):
        if token.kind == "text":
            sentence.put(i, "{text}", i + 1, token.value)
        elif token.kind in ("file", "url"):
            for label in _file_labels(str(token.value)):
                sentence.put(i, label, i + 1, token.value)
    return sentence


def with_texts(sentence: Sentence, tokens: list[Token]) -> Sentence:
    """The sentence with some stretches made one token of text each, or left out; labels that ran into those are gone."""
    places = {(token.start, token.end): place for place, token in enumerate(tokens) if token.kind != "text"}
    arcs: list[list[Arc]] = [[] for _ in tokens]
    for at, own in enumerate(sentence.arcs):
        place = _place(sentence, at, places)
        for label, stop, value in own if place is not None else ():
            last = _place(sentence, stop - 1, places)
            if place is not None and last is not None and last - place == stop - 1 - at:
                arcs[place].append((label, last + 1, value))
    laid = Sentence(sentence.text, tokens, sentence.lexicon)
    laid.lay(arcs)
    for place, token in enumerate(tokens):
        if token.kind == "text":
            laid.put(place, "{text}", place + 1, token.value)
    return laid


def _place(sentence: Sentence, at: int, places: dict[tuple[int, int], int]) -> int | None:
    return places.get((sentence.tokens[at].start, sentence.tokens[at].end))
