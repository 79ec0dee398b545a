"""Words into lines: broken where a language allows, evenly, and made smaller until everything fits its width."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from ugcflow.studio.render import fonts
from ugcflow.studio.render.looks import Look, rest_of

_NEVER_FIRST = set("、。，．！？；：）」』】》〉”’…·,.!?;:)]}%")
_NEVER_LAST = set("（「『【《〈“‘([{$#@")
_SMALLEST = 0.45  # of the size asked for; what still doesn't fit is broken inside a word


@dataclass(frozen=True, slots=True)
class Atom:
    """What stays on one line: a word, or a Chinese character. `space` is the gap before it when it does not begin a line, in em."""

    text: str
    width: float
    space: float = 0.0
    word: int = -1
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Atoms side by side; `width` in em. `rtl` lines read from the right, `rest` ones stand under a first."""

    atoms: tuple[Atom, ...]
    width: float
    rtl: bool = False
    rest: bool = False

    @property
    def text(self) -> str:
        return "".join((" " if a.space and i else "") + a.text for i, a in enumerate(self.atoms))


@dataclass(frozen=True, slots=True)
class Block:
    """Lines set at `em` px, `leading` in em: `width` x `height` px without padding."""

    lines: tuple[Line, ...]
    em: float
    leading: float

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0) * self.em

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading * self.em


def set_text(text: str, look: Look, em: float, width: float, language: str, words: tuple[str, ...] = ()) -> Block:
    """Lay `text` (or the spoken `words`) out within `width` px, at `em` px or smaller."""
    texts = [p for p in text.splitlines() if p.strip()]
    paragraphs = [atoms(p, rest_of(look) if i else look, language) for i, p in enumerate(texts)]
    if words:
        paragraphs = [_spoken(words, look, language)]
    if block := _in_fewer_lines(paragraphs, look, em, width):
        return block
    for step in range(12):
        size = em * max(_SMALLEST, 0.94**step)
        lines = _set(paragraphs, width / size)
        fits = all(line.width * size <= width + 0.01 for line in lines)
        if fits and len(lines) <= max(look.lines, len(paragraphs)):
            return Block(tuple(lines), size, look.leading)
    size = em * _SMALLEST
    broken = [_unbreakable(p, width / size, look, language) for p in paragraphs]
    return Block(tuple(_set(broken, width / size)), size, look.leading)


def _in_fewer_lines(paragraphs: list[list[Atom]], look: Look, em: float, width: float) -> Block | None:
    """The fewest lines the look would shrink for, at the largest size that gives them."""
    steps = [em * (1 - 0.02 * i) for i in range(int((1 - look.shrink) * 50 + 0.5) + 1)]
    tries = [(size, _set(paragraphs, width / size)) for size in steps]
    fitting = [
        (len(lines), -size, lines) for size, lines in tries if all(x.width * size <= width + 0.01 for x in lines)
    ]
    count, size, lines = min(fitting, key=lambda t: t[:2], default=(0, 0.0, []))
    return Block(tuple(lines), -size, look.leading) if 0 < count <= max(look.lines, len(paragraphs)) else None


def atoms(text: str, look: Look, language: str, word: int = -1) -> list[Atom]:
    """A paragraph as atoms: words between spaces, and inside them the characters of scripts that write none."""
    space = fonts.advance(" ", look.weight, language)
    made: list[Atom] = []
    for spaced in text.split():
        for i, piece in enumerate(_pieces(cased(spaced, look))):
            gap = space if made and not i else 0.0
            made.append(Atom(piece, fonts.advance(piece, look.weight, language), gap, word, breaks=bool(made)))
    return made


def cased(text: str, look: Look) -> str:
    """As the look writes it, without what can't be seen."""
    seen = "".join(c for c in text if unicodedata.category(c) != "Cc")
    return seen.upper() if look.upper else seen


def is_rtl(text: str) -> bool:
    """By the first strong character (Unicode Bidirectional Algorithm, P2–P3)."""
    strong = (unicodedata.bidirectional(c) for c in text)
    return next((b in ("R", "AL") for b in strong if b in ("L", "R", "AL")), False)


def is_wide(char: str) -> bool:
    """Of a script that is written without spaces between words and breaks anywhere."""
    return unicodedata.east_asian_width(char) in ("W", "F") and unicodedata.category(char) != "So"


def _spoken(words: tuple[str, ...], look: Look, language: str) -> list[Atom]:
    """A caption's words, each one atom that is highlighted by itself; no space between those of a script without spaces."""
    made: list[Atom] = []
    space = (
        fonts.advance(" ", look.weight, language) + look.outline * 0.5 + (look.pop - 1) * 0.5
    )  # room for outlines and for a word that grows
    for i, word in enumerate(words):
        text = cased(word.strip(), look)
        if not text:
            continue
        joined = bool(made) and is_wide(made[-1].text[-1]) and is_wide(text[0])
        gap = 0.0 if joined or not made else space
        made.append(
            Atom(
                text,
                fonts.advance(text, look.weight, language),
                gap,
                i,
                breaks=bool(made) and text[0] not in _NEVER_FIRST,
            )
        )
    return made


def _pieces(word: str) -> list[str]:
    pieces = [""]
    for char in word:
        last = pieces[-1]
        free = (
            last and (is_wide(char) or is_wide(last[-1])) and char not in _NEVER_FIRST and last[-1] not in _NEVER_LAST
        )
        if free:
            pieces.append(char)
        else:
            pieces[-1] += char
    return pieces


def _set(paragraphs: list[list[Atom]], width: float) -> list[Line]:
    return [replace(line, rest=i > 0) for i, p in enumerate(paragraphs) for line in _wrapped(p, width)]


def _wrapped(paragraph: list[Atom], width: float) -> list[Line]:
    """The fewest lines that fit, as even as they can be: the narrowest width that takes no more of them."""
    if not paragraph:
        return []
    count = len(_greedy(paragraph, width))
    low, high = max(a.width for a in paragraph), max(width, max(a.width for a in paragraph))
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_greedy(paragraph, middle)) <= count else (middle, high)
    return _greedy(paragraph, high)


def _greedy(paragraph: list[Atom], width: float) -> list[Line]:
    lines: list[list[Atom]] = [[]]
    for atom in paragraph:
        taken = _width(lines[-1])
        if lines[-1] and atom.breaks and taken + atom.space + atom.width > width:
            lines.append([])
        lines[-1].append(atom)
    return [_line(atoms_) for atoms_ in lines]


def _line(made: list[Atom]) -> Line:
    text = " ".join(a.text for a in made)
    return Line(tuple(made), _width(made), is_rtl(text))


def _width(made: list[Atom]) -> float:
    return sum(a.width + (a.space if i else 0.0) for i, a in enumerate(made))


def _unbreakable(paragraph: list[Atom], width: float, look: Look, language: str) -> list[Atom]:
    """Atoms wider than a whole line cut into single characters: an address, a word of a hundred letters."""
    made: list[Atom] = []
    for atom in paragraph:
        if atom.width <= width:
            made.append(atom)
            continue
        for i, char in enumerate(atom.text):
            gap = 0.0 if i else atom.space
            made.append(Atom(char, fonts.advance(char, look.weight, language), gap, atom.word, breaks=bool(made)))
    return made
