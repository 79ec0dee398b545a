"""report.md: the run for a pull request or a step summary. Whatever came from outside is escaped, so that it can't become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ugcflow.report import place
from ugcflow.report.phrases import clip, facts, seconds
from ugcflow.report.trouble import troubles
from ugcflow.report.verdict import headline, parts

Document = dict[str, Any]
_MARKS = {"passed": "✅", "failed": "❌", "interrupted": "⚠️", "skipped": "➖"}
_SPECIAL = re.compile(r"([\\`*_\[\]|~])|^([-+#>])|^(\d+)(?=[.)] )")
_ROWS = 100  # variants with a row of their own


def write(document: Document, run_folder: Path, out: Path) -> Path:
    return place.write_text(text(document), "report.md", run_folder, out)


def text(document: Document) -> str:
    return (
        "\n".join([*_head(document), *_wrong(document), *_files(document), *_steps(document), *_warnings(document)])
        + "\n"
    )


def _head(document: Document) -> Iterator[str]:
    run = document["run"]
    yield f"## {_MARKS[run['status']]} {_plain(run['name'])}: {_plain(headline(document))}"
    yield ""
    said = [_plain(p) for p in parts(document)]
    yield " · ".join([*said, f"{run['backend']} editor", f"ugcflow {run['version']}", f"run `{run['id']}`"])
    yield ""


def _wrong(document: Document) -> Iterator[str]:
    for trouble in troubles(document):
        yield f"> **{_plain(trouble['what'])}**"
        if where := trouble["frame"]:
            yield f"> `{_code(where['file'])}:{where['line']}:{where['column']}`"
            if where["words"]:
                yield ">"
                yield "> ```text"
                yield f"> {_code(where['before'] + where['words'] + where['after'])}"
                yield "> " + " " * len(where["before"]) + "^" * len(where["words"])
                yield "> ```"
        if trouble["do"]:
            yield f"> {_plain(trouble['do'])}"
        names = [document["variants"][i]["variant"] for i in trouble["variants"]]
        if any(names):
            yield f"> In {_plain(', '.join(names[:8]))}{' and more' if len(names) > 8 else ''}"
        yield ""


def _files(document: Document) -> Iterator[str]:
    rows = [(v, e) for v in document["variants"] for e in v["exports"]]
    if not rows:
        return
    yield "| | file | what it is | checks |"
    yield "|---|---|---|---|"
    for _, export in rows[:_ROWS]:
        good = sum(c["ok"] is not False for c in export["checks"])
        asked = f"{good} of {len(export['checks'])}" if export["checks"] else ""
        yield f"| {_MARKS[export['status']]} | `{_code(export['file'])}` | {_plain(facts(export) or export['status'])} | {asked} |"
    if len(rows) > _ROWS:
        yield f"| | … and {len(rows) - _ROWS} more | | |"
    yield ""


def _steps(document: Document) -> Iterator[str]:
    for variant in document["variants"][:_ROWS]:
        name = variant["variant"] or variant["recipe"]
        yield f"<details><summary>{_MARKS[variant['status']]} {_html(name)}, step by step ({seconds(variant['seconds'])})</summary>"
        yield ""
        for step in variant["steps"]:
            yield f"{step['index']}. {_MARKS[step['status']]} {_plain(clip(step['sentence'], 200))}"
            for change in step["changes"][:6]:
                yield f"   - {_plain(change['what'])}"
            for check in (c for c in step["expectations"] if c["ok"] is False):
                yield f"   - ❌ {_plain(check['what'])} {_plain(check['got'])}, wanted {_plain(check['wanted'])}"
        yield ""
        yield "</details>"
        yield ""


def _warnings(document: Document) -> Iterator[str]:
    told: dict[str, None] = {}
    for row in (document, *document["variants"]):
        told |= dict.fromkeys(f"{w['what']} {w['do']}".strip() for w in row["warnings"])
    for variant in document["variants"]:
        told |= dict.fromkeys(w for x in (*variant["steps"], *variant["exports"]) for w in x["warnings"])
    if told:
        yield "**Warnings**"
        yield ""
        yield from (f"- {_plain(w)}" for w in list(told)[:40])


def _plain(value: str) -> str:
    """Text that stays text: Markdown's and HTML's characters escaped, on one line."""
    return _html(_SPECIAL.sub(_escaped, " ".join(str(value).split())))


def _escaped(found: re.Match[str]) -> str:
    return f"{found.group()}\\" if found.group(3) else f"\\{found.group()}"


def _html(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;")


def _code(value: str) -> str:
    """Inside backticks: no backtick, no bar that would end a cell."""
    return " ".join(value.split("\n")).replace("`", "'").replace("|", "\\|")
