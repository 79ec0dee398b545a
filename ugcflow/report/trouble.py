"""What went wrong, for a page: each distinct problem once, with its lines of the recipe and the variants it stopped."""

from __future__ import annotations

from typing import Any

from ugcflow.report.diagnostics import shorten

Document = dict[str, Any]


def troubles(document: Document) -> list[dict[str, Any]]:
    """Problems in the order they came: `what`, `do`, `frame`, `nearest`, `variants` (indices), `kind`."""
    found: dict[str, dict[str, Any]] = {}
    for index, error in failures(document):
        for problem in error["problems"]:
            key = repr((problem["what"], problem["where"]))
            row = found.setdefault(
                key, {**problem, "kind": error["kind"], "frame": frame(problem["where"]), "variants": []}
            )
            if index is not None and index not in row["variants"]:
                row["variants"].append(index)
    return list(found.values())


def failures(document: Document) -> list[tuple[int | None, dict[str, Any]]]:
    """Every error of the run with the index of its variant, None for the run's own; an export's own errors stand for its variant's."""
    found: list[tuple[int | None, dict[str, Any]]] = []
    if document["run"].get("error"):
        found.append((None, document["run"]["error"]))
    for index, variant in enumerate(document["variants"]):
        broken = [e["error"] for e in variant["exports"] if e["error"]]
        found += [(index, e) for e in broken or [variant["error"]] if e]
    return found


def frame(where: dict[str, Any] | None) -> dict[str, Any] | None:
    """A place for showing: `file` as people type it, and the line cut where the words at fault begin and end."""
    if not where or not (where["file"] or where["path"]):
        return None
    source, words, at = where["source"], where["words"], max(0, where["column"] - 1)
    if not (words and source.startswith(words, at)):
        words = source[at:].rstrip() if where["column"] else ""
    return {
        "file": shorten(where["file"]), "line": where["line"], "column": where["column"], "path": where["path"],
        "before": source[:at] if words else source, "words": words, "after": source[at + len(words) :] if words else "",
    }  # fmt: skip
