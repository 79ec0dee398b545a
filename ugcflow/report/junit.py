"""junit.xml: a suite for each variant, a case for each step, export and check, as the common viewers read it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ugcflow.report import place
from ugcflow.report.phrases import clip, facts

Document = dict[str, Any]
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def write(document: Document, run_folder: Path, out: Path) -> Path:
    return place.write_text(text(document), "junit.xml", run_folder, out)


def text(document: Document) -> str:
    run = document["run"]
    root = Element("testsuites", {"name": run["name"], "timestamp": run["started"][:19]})
    for variant in document["variants"]:
        _suite(root, variant, run)
    if run["error"]:
        suite = SubElement(root, "testsuite", {"name": run["name"], "timestamp": run["started"][:19]})
        _complain(_case(suite, run["name"], "the run", 0), "error", run["error"])
        _count(suite, 0)
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(s.get(key, "0")) for s in root)))
    root.set("time", f"{run['seconds']:.3f}")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, variant: Document, run: Document) -> None:
    name = ".".join(filter(None, (variant["recipe"], variant["variant"])))
    suite = SubElement(root, "testsuite", {"name": _clean(name), "timestamp": run["started"][:19]})
    properties = SubElement(suite, "properties")
    values = {"run": run["id"], "backend": variant["backend"], "attempt": variant["attempt"], **variant["values"]}
    for key, value in values.items():
        SubElement(properties, "property", {"name": _clean(str(key)), "value": _clean(str(value))})
    for step in variant["steps"]:
        _step(suite, name, step)
    for export in variant["exports"]:
        _export(suite, name, export)
    told = any(c.find(kind) is not None for c in suite for kind in ("failure", "error"))
    if variant["error"] and not told:
        _complain(_case(suite, name, "the variant", variant["seconds"]), "error", variant["error"])
    _count(suite, variant["seconds"])


def _step(suite: Element, owner: str, step: Document) -> None:
    case = _case(suite, owner, f"step {step['index']}: {clip(step['sentence'], 120)}", step["seconds"])
    if step["where"]:
        case.set("file", _clean(step["where"]["file"]))
        case.set("line", str(step["where"]["line"]))
    _verdict(case, step)
    if step["reply"]:
        SubElement(case, "system-out").text = _clean("\n".join([step["reply"], *(c["what"] for c in step["changes"])]))
    for check in step["expectations"]:
        _check(suite, owner, f"{step['id']}: expect", check)


def _export(suite: Element, owner: str, export: Document) -> None:
    case = _case(suite, owner, f"export {export['export']}: {export['file']}", export["seconds"])
    missed = [c for c in export["checks"] if c["ok"] is False]
    if not missed:  # else the checks themselves tell it
        _verdict(case, export)
    if export["status"] == "passed":
        SubElement(case, "system-out").text = _clean(facts(export))
    for check in export["checks"]:
        _check(suite, owner, f"{export['export']}: check", check)


def _check(suite: Element, owner: str, kind: str, check: Document) -> None:
    case = _case(suite, owner, f"{kind} {check['what']} {check['wanted']}", 0)
    if check["ok"] is False:
        said = f"{check['what']} is {check['got']}, wanted {check['wanted']}"
        SubElement(case, "failure", {"type": "CheckError", "message": _clean(said)}).text = _clean(check.get("do", ""))
    elif check["ok"] is None:
        SubElement(case, "skipped", {"message": "could not be measured"})


def _verdict(case: Element, row: Document) -> None:
    if row["status"] == "failed":
        _complain(case, "failure", row["error"] or {"kind": "Error", "what": "failed", "problems": []})
    elif row["status"] == "interrupted":
        SubElement(case, "error", {"type": "Interrupted", "message": "interrupted"})
    elif row["status"] == "skipped":
        SubElement(case, "skipped", {"message": "not reached"})


def _complain(case: Element, kind: str, error: Document) -> None:
    lines = []
    for problem in error["problems"]:
        where = problem["where"]
        place_ = f"{where['file']}:{where['line']}:{where['column']}: " if where and where["line"] else ""
        lines += [f"{place_}{problem['what']}", *(f"  {d}" for d in [problem["do"]] if d)]
    SubElement(case, kind, {"type": error["kind"], "message": _clean(error["what"])}).text = _clean("\n".join(lines))


def _case(suite: Element, owner: str, name: str, seconds: float) -> Element:
    return SubElement(suite, "testcase", {"classname": _clean(owner), "name": _clean(name), "time": f"{seconds:.3f}"})


def _count(suite: Element, seconds: float) -> None:
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(key, str(sum(c.find(tag) is not None for c in cases)))
    suite.set("time", f"{seconds:.3f}")


def _clean(value: str) -> str:
    """Without the characters that XML can't hold."""
    return _FORBIDDEN.sub("\ufffd", value)
