"""Which of the thirteen accepted formats a file is, told from its first bytes and never from its name.

ffmpeg itself guesses more widely: a text file can be read as a playlist that names other files and addresses. What is not recognised here is
never opened.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from ugcflow.errors import InputError

FORMATS = ("mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac")
MAX_BYTES = 500 * 1024 * 1024
LIST = "mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a and aac"


@dataclass(frozen=True, slots=True)
class Container:
    """`name` is one of FORMATS; `demuxer` is ffmpeg's own name for what reads it."""

    name: str
    demuxer: str

    @property
    def still(self) -> bool:
        return self.demuxer.endswith("_pipe")


_OTHERS = (
    (b"OggS", "an Ogg file"), (b"fLaC", "a FLAC file"), (b"FLV", "an FLV file"), (b"BM", "a BMP picture"),
    (b"II*\0", "a TIFF or raw picture"), (b"MM\0*", "a TIFF or raw picture"), (b"%PDF", "a PDF"), (b"PK\3\4", "a ZIP archive"),
    (b"0&\xb2u", "a WMV or WMA file"), (b"#!AMR", "an AMR recording"), (b"MThd", "a MIDI file"), (b"FORM", "an AIFF file"),
    (b"\0\0\1\xba", "an MPEG-PS file"), (b"\x1f\x8b", "a gzip archive"), (b"<svg", "an SVG drawing"), (b"<?xml", "an XML file"),
    (b"#EXTM3U", "a playlist"),
)  # fmt: skip
_PICTURE_BRANDS = {b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIF", b"msf1": "HEIF", b"avif": "AVIF", b"avis": "AVIF"}


def recognise(file: Path, *, own: bool = False) -> Container:
    """The format of a file that is there, regular, readable, not empty and not too large; InputError otherwise.

    `own` is for files that come with the studio: the music library is Opus in Ogg.
    """
    head = _head(file)
    if own and head.startswith(b"OggS"):
        return Container("ogg", "ogg")
    found = _pictures(head) or _films(head) or _sounds(head)
    if found:
        return found
    other = _named_otherwise(head)
    if other:
        raise InputError(f"{file.name} is {other}, which is not accepted", do=f"convert it to one of {LIST}")
    if file.suffix.lower().lstrip(".") in (*FORMATS, "jpeg"):
        raise InputError(
            f"{file.name} is damaged, or is not a {file.suffix.lower()} file at all",
            do="copy or export it again from where it was made, and check that it plays",
        )
    raise InputError(f"{file.name} is not in a format that can be used", do=f"give one of {LIST}")


def opening(path: Path) -> list[str]:
    """How ffmpeg opens a footage file: as what its bytes say it is, and never anything it points to."""
    return [
        "-protocol_whitelist",
        "file,pipe",
        "-f",
        recognise(path, own=True).demuxer,
        "-i",
        f"file:{path.absolute()}",
    ]


def _head(file: Path) -> bytes:
    try:
        facts = os.stat(file)
        if stat.S_ISDIR(facts.st_mode):
            raise InputError(f"{file} is a folder", do="name one file in it, or use a glob such as clips/*.mp4")
        if not stat.S_ISREG(facts.st_mode):
            raise InputError(f"{file} is not an ordinary file", do="copy the footage to a file first")
        if not facts.st_size:
            raise InputError(f"{file.name} is empty (0 bytes)", do="copy or download it again")
        if facts.st_size > MAX_BYTES:
            raise InputError(
                f"{file.name} is {facts.st_size / 1024**2:.0f} MB; the limit is 500 MB",
                do="cut it into shorter files, or export it smaller",
            )
        with open(file, "rb") as stream:
            return stream.read(4096)
    except FileNotFoundError:
        raise InputError(
            f"{file} is not there", do="check the path; it is looked up from the recipe's folder"
        ) from None
    except PermissionError:
        raise InputError(f"{file} may not be read", do=f'allow it: chmod u+r "{file}"') from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{file} can't be read: {reason}", do="check the path and the disk it is on") from None


def _pictures(head: bytes) -> Container | None:
    if head.startswith(b"\xff\xd8\xff"):
        return Container("jpg", "jpeg_pipe")
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Container("png", "png_pipe")
    if head.startswith((b"GIF87a", b"GIF89a")):
        return Container("gif", "gif")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Container("webp", "webp_pipe")
    return None


def _films(head: bytes) -> Container | None:
    if head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"):
        brand = head[8:12] if head[4:8] == b"ftyp" else b"qt  "
        if brand in _PICTURE_BRANDS:
            return None
        name = "mov" if brand == b"qt  " else "m4a" if brand.startswith((b"M4A", b"M4B")) else "mp4"
        return Container(name, "mov")
    if head.startswith(b"\x1aE\xdf\xa3"):
        return Container("webm" if b"webm" in head[:80] else "mkv", "matroska")
    if head[:4] == b"RIFF" and head[8:12] in (b"AVI ", b"AVIX"):
        return Container("avi", "avi")
    return None


def _sounds(head: bytes) -> Container | None:
    if head[:4] in (b"RIFF", b"RF64", b"BW64") and head[8:12] == b"WAVE":
        return Container("wav", "wav")
    if head.startswith(b"ID3"):
        return Container("aac" if _adts(_after_tag(head)) else "mp3", "aac" if _adts(_after_tag(head)) else "mp3")
    if _adts(head):
        return Container("aac", "aac")
    if len(head) > 2 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[1] & 0x06 and head[2] & 0xF0 != 0xF0:
        return Container("mp3", "mp3")
    return None


def _adts(head: bytes) -> bool:
    """An ADTS frame: twelve sync bits, then layer 0 (ISO/IEC 13818-7)."""
    return len(head) > 1 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0


def _after_tag(head: bytes) -> bytes:
    """What follows an ID3v2 tag whose length is a 28-bit synchsafe number, when it lies within `head`."""
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return head[10 + size :]


def _named_otherwise(head: bytes) -> str:
    if head[4:8] == b"ftyp" and head[8:12] in _PICTURE_BRANDS:
        return f"a picture in {_PICTURE_BRANDS[head[8:12]]}"
    if head[:1] == b"G" and head[188:189] == b"G":
        return "an MPEG transport stream"
    return next((name for magic, name in _OTHERS if head.startswith(magic)), "")
