"""The typefaces that come in wheels: which one has a character, how wide words are, and how libass is made to see only these."""

from __future__ import annotations

import importlib.util
import os
import struct
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ugcflow.errors import MissingExtra

MAIN, EMOJI = "Montserrat", "Noto Emoji"
_PACKAGES = ("fontpkg_montserrat", "manimgx_fonts", "manimgx_fonts_cjk")
_CJK = {"ja": "Noto Sans CJK JP", "ko": "Noto Sans CJK KR", "zh": "Noto Sans CJK SC"}
_JOINERS = ("\u200d", "\ufe0e", "\ufe0f")


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface as libass names it. `ascent` and `descent` are the OS/2 Windows metrics in em: libass sizes a font by their sum."""

    family: str
    file: Path
    index: int
    ascent: float
    descent: float
    cap: float
    characters: frozenset[int]

    @property
    def scale(self) -> float:
        """What libass calls a size of 1 for an em of 1."""
        return self.ascent + self.descent


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one face; `advance` is how far it moves the pen, in em."""

    face: Face
    text: str
    advance: float


@cache
def folders() -> tuple[Path, ...]:
    """Where the font packages keep their files. Raises MissingExtra when they are not installed."""
    found = []
    for name in _PACKAGES:
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            raise MissingExtra("the studio's fonts are not installed", do="pip install 'ugcflow[studio]'")
        folder = Path(spec.origin).parent
        found.append(folder / "files" if (folder / "files").is_dir() else folder)
    return tuple(found)


@cache
def faces(language: str = "en") -> tuple[Face, ...]:
    """Every upright face in the order they are tried: Montserrat, Noto Sans, the scripts, the emoji, Chinese in the language's forms."""
    files = [f for folder in folders() for f in sorted(folder.glob("*.tt[fc]")) if "Italic" not in f.name]
    found = [_read(f, i) for f in files for i in range(4 if f.suffix == ".ttc" else 1)]
    han = _CJK.get(language[:2], _CJK["zh"])
    found = [f for f in found if " CJK " not in f.family or f.family == han]
    first = {MAIN: 0, "Noto Sans": 1, EMOJI: 3, "Noto Sans Symbols": 4, han: 5}
    return tuple(sorted(found, key=lambda f: (first.get(f.family, 2), f.family)))


def face_of(char: str, language: str = "en") -> Face:
    """The first face that has a character; the main one when none has."""
    known = faces(language)
    return next((f for f in known if ord(char) in f.characters), known[0])


def unwritable(text: str, language: str = "en") -> list[str]:
    """The visible characters of a text that no face has."""
    known = faces(language)
    seen = (c for c in dict.fromkeys(text) if unicodedata.category(c) not in ("Cc", "Cf", "Zs", "Zl", "Zp", "Mn"))
    return [c for c in seen if not any(ord(c) in f.characters for f in known)]


def runs(text: str, weight: int, language: str = "en") -> list[Run]:
    """A line of text cut where the face changes. Marks and joiners stay with what they follow."""
    parts: list[tuple[Face, str]] = []
    for char in text:
        if parts and _stays(char, parts[-1][0]):
            parts[-1] = (parts[-1][0], parts[-1][1] + char)
        else:
            parts.append((face_of(char, language), char))
    return [Run(face, part, _advance(face.file, face.index, part, weight)) for face, part in parts]


def _stays(char: str, face: Face) -> bool:
    if char in _JOINERS or unicodedata.combining(char):
        return True
    return face.family != EMOJI and (
        char == " " or ord(char) in face.characters
    )  # emoji faces have digits and spaces of their own


def advance(text: str, weight: int, language: str = "en") -> float:
    """Width of a line in em."""
    return sum(run.advance for run in runs(text, weight, language))


def environment(folder: Path) -> dict[str, str]:
    """The environment in which ffmpeg's fontconfig knows our fonts and no others, and keeps its cache in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "fonts.conf"
    dirs = "".join(f"<dir>{_xml(str(f))}</dir>" for f in folders())
    text = f'<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>{dirs}<cachedir>{_xml(str(folder.absolute()))}</cachedir></fontconfig>\n'
    if not config.is_file() or config.read_text(encoding="utf-8") != text:
        part = folder / f"fonts.{os.getpid()}.part"
        part.write_text(text, encoding="utf-8")
        os.replace(part, config)
    return {**os.environ, "FONTCONFIG_FILE": str(config.absolute()), "FONTCONFIG_PATH": str(folder.absolute())}


def _read(file: Path, index: int) -> Face:
    import uharfbuzz as hb

    face = hb.Face(_blob(file), index)
    os2 = face.reference_table("OS/2").data
    ascent, descent = struct.unpack(">HH", os2[74:78])
    (cap,) = struct.unpack(">h", os2[88:90])
    em = face.upem
    family = face.get_name(16) or face.get_name(1)
    return Face(family, file, index, ascent / em, descent / em, cap / em, frozenset(face.unicodes))


@cache
def _blob(file: Path) -> Any:
    import uharfbuzz as hb

    return hb.Blob.from_file_path(str(file))


@cache
def _font(file: Path, index: int, weight: int) -> Any:
    import uharfbuzz as hb

    font = hb.Font(hb.Face(_blob(file), index))
    font.set_variations({"wght": weight})
    return font


@lru_cache(maxsize=4096)
def _advance(file: Path, index: int, text: str, weight: int) -> float:
    import uharfbuzz as hb

    font = _font(file, index, weight)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"kern": True, "liga": True})
    return float(sum(p.x_advance for p in buffer.glyph_positions) / font.face.upem)


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
