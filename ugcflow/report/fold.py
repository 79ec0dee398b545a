"""Long lines folded between words for a terminal's width, what follows indented under its beginning. Colours take no room."""

from __future__ import annotations

import re
import shutil
import unicodedata

# A colour, a gap, or a word; a number keeps its unit.
_PIECE = re.compile(r"(\x1b\[[0-9;]*m)|(\s+)|([^\s\x1b]+(?: (?:s|min|fps|[kM]B|LUFS|dB|px)\b[).,:;]*)?)")
_LEAD = re.compile(r"\s*(?:[✓✗✕!?–•~+=-] (?:help: )?|\d+\. )?")


def terminal_width(stream: object) -> int | None:
    """Columns of a terminal, None where the stream is none: then nothing is folded."""
    return shutil.get_terminal_size().columns if getattr(stream, "isatty", lambda: False)() else None


def fold(text: str, columns: int | None) -> str:
    """Every line of `text` folded to `columns`; as it is for None or less than 20."""
    if columns is None or columns < 20:
        return text
    return "\n".join(_line(line, columns) for line in text.split("\n"))


def wide(text: str) -> int:
    """Columns that text takes: Chinese characters and emoji two, marks none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _line(line: str, columns: int) -> str:
    if wide(line) <= columns:
        return line
    lead = _LEAD.match(line)
    hang = " " * min(wide(lead.group()) + 2 if lead else 2, columns // 2)
    done: list[str] = []
    now, used, gap = "", 0, ""
    for colour, blank, word in _PIECE.findall(line):
        if colour:
            now, gap = now + gap + colour, ""
        elif blank:
            gap += blank
        else:
            for part in _parts(word, columns - len(hang)):
                if used and used + len(gap) + wide(part) > columns:
                    done.append(now)
                    now, used, gap = hang, len(hang), ""
                now, used, gap = now + gap + part, used + len(gap) + wide(part), ""
    return "\n".join([*done, now])


def _parts(word: str, columns: int) -> list[str]:
    """A word that is longer than a line, as a sentence in Chinese is, in pieces."""
    if wide(word) <= columns:
        return [word]
    parts, now = [], ""
    for letter in word:
        if wide(now + letter) > columns:
            parts.append(now)
            now = ""
        now += letter
    return [*parts, now]
