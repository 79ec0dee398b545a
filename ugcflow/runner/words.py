"""Where words of a sentence stand in the recipe file: line and column of the very words, in plain, quoted or folded YAML."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from ugcflow.errors import Where


def locate(sentence: Where, say: str, words: str, start: int = 0) -> Where:
    """The place of `words`, which stand at `start` in the final text `say`, in the file where the sentence was written.

    Words that came out of a variable stand nowhere in the file: then it is the place of the whole sentence, `words` kept.
    """
    text = _read(sentence.file)
    if not words.strip() or not text or not sentence.line:
        return replace(sentence, words=words, source=_line(text, sentence.line) or sentence.source)
    lines = text.split("\n")
    offset = sum(len(line) + 1 for line in lines[: sentence.line - 1]) + max(0, sentence.column - 1)
    region = text[offset : offset + 3 * len(say) + 400]
    pattern = _pattern(words)
    before = len(pattern.findall(say[: max(0, start)]))
    found = list(pattern.finditer(region))
    if not found:
        return replace(sentence, words=words, source=_line(text, sentence.line))
    match = found[min(before, len(found) - 1)]
    at = offset + match.start()
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    shown = match.group().split("\n")[0].rstrip()
    return replace(sentence, line=line, column=column, words=shown, source=_line(text, line))


def _pattern(words: str) -> re.Pattern[str]:
    """The words as YAML may have written them: folded at any space, quotes escaped or doubled."""
    parts = []
    for part in words.split():
        escaped = re.escape(part)
        parts.append(escaped.replace("\\\\", r"\\{1,2}").replace('"', r'\\?"').replace("'", "''?"))
    return re.compile(r"\s+".join(parts))


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


def _read(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
