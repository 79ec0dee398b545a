"""Problems as frames for a terminal: what is wrong, where, the line with the words underlined, and what to do.

error: nobody can tell what “make it pop” should do
  --> ads/glow.yaml:7:5 ($.steps[0])
   |
 7 |   - make it pop
   |     ^^^^^^^^^^^
   = help: write it another way, for instance: “make it brighter”
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ugcflow.errors import Problem, Where
from ugcflow.report.fold import fold, wide

_STYLES = {"error": "1;31", "warning": "1;33", "bold": "1", "edge": "1;34", "help": "1;36"}


def frames(problems: Sequence[Problem], color: bool = False, columns: int | None = None) -> str:
    """All problems, one frame each, with a count at the end when there are several."""
    text = "\n\n".join(frame(p, color, columns) for p in problems)
    return text if len(problems) < 2 else f"{text}\n\n{_paint(f'{len(problems)} problems', 'bold', color)}"


def frame(problem: Problem, color: bool = False, columns: int | None = None) -> str:
    """One problem; its words are folded to `columns`, its line of the recipe never."""
    kind = problem.severity if problem.severity in _STYLES else "error"
    lines = [fold(f"{_paint(kind, kind, color)}{_paint(': ' + problem.what, 'bold', color)}", columns)]
    if problem.where and str(problem.where):
        lines += _place(problem.where, kind, color)
    helps = [f"   {_paint('=', 'edge', color)} {_paint('help', 'help', color)}: {line}" for line in _help(problem)]
    lines += [fold(line, columns) for line in helps]
    return "\n".join(lines)


def _place(where: Where, kind: str, color: bool) -> list[str]:
    lines = [f"  {_paint('-->', 'edge', color)} {_short(where)}"]
    source = where.source or _source(where)
    if not source or not where.line:
        return lines
    number = str(where.line)
    edge = _paint("|", "edge", color)
    pad = " " * len(number)
    lines += [f" {pad} {edge}", f" {_paint(number, 'edge', color)} {edge} {source}"]
    if where.column:
        before = _blank(source[: where.column - 1])
        words = (
            where.words
            if where.words and source.startswith(where.words, where.column - 1)
            else source[where.column - 1 :].rstrip()[:1]
        )
        lines.append(f" {pad} {edge} {before}{_paint('^' * max(1, wide(words)), kind, color)}")
    return lines


def _help(problem: Problem) -> list[str]:
    said = [line for line in problem.do.split("\n") if line]
    if problem.nearest and not any(f"“{n}”" in problem.do or f"`{n}`" in problem.do for n in problem.nearest):
        said.append("did you mean " + " or ".join(f"“{n}”" for n in problem.nearest[:3]) + "?")
    return said


def _short(where: Where) -> str:
    """The place with the file as people would type it here."""
    return str(Where(shorten(where.file), where.line, where.column, where.path))


def shorten(file: str) -> str:
    """A file relative to the working folder when it is inside it."""
    try:
        return str(Path(file).resolve().relative_to(Path.cwd())) if file else ""
    except (ValueError, OSError):
        return file


def _source(where: Where) -> str:
    try:
        lines = Path(where.file).read_text(encoding="utf-8").split("\n") if where.file else []
    except (OSError, ValueError):
        return ""
    return lines[where.line - 1].rstrip("\r") if 0 < where.line <= len(lines) else ""


def _blank(text: str) -> str:
    """As many blanks as the text is wide; tabs stay tabs."""
    return "".join("\t" if c == "\t" else " " * wide(c) for c in text)


def _paint(text: str, style: str, color: bool) -> str:
    return f"\033[{_STYLES[style]}m{text}\033[0m" if color else text
