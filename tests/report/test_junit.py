from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from ugcflow.report import document, junit


def parsed(built: dict[str, Any]) -> ElementTree.Element:
    return ElementTree.fromstring(junit.text(built).encode())


def test_a_suite_a_variant_and_a_case_a_step_export_and_check(mixed: Path) -> None:
    root = parsed(document.build(mixed))
    suites = root.findall("testsuite")
    assert [s.get("name") for s in suites] == ["lamp.a", "lamp.b", "lamp.c"]
    names = [str(c.get("name")) for c in suites[0].findall("testcase")]
    assert len(names) == 5 + 1 + 2 + 3
    assert "tiktok: check loudness -14 +- 1" in names


def test_counts_are_those_of_the_cases(mixed: Path) -> None:
    root = parsed(document.build(mixed))
    assert (root.get("failures"), root.get("errors"), root.get("skipped")) == ("1", "0", "2")
    assert int(str(root.get("tests"))) == len(root.findall(".//testcase"))


def test_a_failure_tells_place_and_remedy(mixed: Path) -> None:
    failure = parsed(document.build(mixed)).find(".//failure")
    assert failure is not None
    assert failure.get("type") == "StepError"
    assert "lamp.yaml:15:14: there is no music" in str(failure.text)
    assert "role: music" in str(failure.text)


def test_a_missed_check_fails_by_itself_and_not_twice(passed: Path) -> None:
    built = document.build(passed)
    export = built["variants"][0]["exports"][0]
    export["checks"][2] |= {"ok": False, "got": "-20 LUFS"}
    export |= {"status": "failed", "error": {"kind": "CheckError", "what": "not what was asked", "problems": []}}
    failures = parsed(built).findall(".//failure")
    assert [f.get("message") for f in failures] == ["loudness is -20 LUFS, wanted -14 +- 1"]


def test_a_refused_run_is_an_error_and_its_steps_are_skipped(passed: Path) -> None:
    built = document.from_entries([e for e in _entries(passed) if e["type"] == "run_started"])
    built["run"]["error"] = {"kind": "RecipeError", "what": "no", "problems": []}
    root = parsed(built)
    assert root.get("errors") == "1"
    assert root.get("skipped") == "7"


def test_characters_that_xml_cannot_hold_are_replaced(passed: Path) -> None:
    built = document.build(passed)
    built["variants"][0]["steps"][0]["reply"] = "a\x00b\x1b[31m ]]> <x>"
    assert "a\ufffdb\ufffd[31m ]]> <x>" in str(parsed(built).findtext(".//system-out"))


def _entries(folder: Path) -> list[dict[str, Any]]:
    from ugcflow import journal

    return list(journal.read(folder / "events.jsonl"))
