"""A journal → report.json: finished, failed, interrupted and killed runs, each in the schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ugcflow import journal, schema
from ugcflow.errors import UgcflowError
from ugcflow.report import document, find, write

STARTED = {
    "run": "20261122T150301Z-3f9a", "version": "0.1.0", "backend": "local", "recipe": "/x/ad.yaml", "name": "ad", "out": "out", "ci": False,
    "recipes": [{"name": "ad", "file": "/x/ad.yaml", "description": "", "backend": "local", "sha256": "00"}],
    "variants": [
        {"variant": v, "recipe": "ad", "values": {"hook": v}, "steps": [{"index": i, "id": f"step-{i}", "sentence": f"say {i}", "on": ""} for i in (1, 2)],
         "exports": [{"export": "web", "format": "mp4", "file": f"ad.{v}.web.mp4"}]}
        for v in ("a", "b")
    ],
}  # fmt: skip
STEP = {
    "reply": "",
    "applied": [],
    "changes": [],
    "warnings": [],
    "expectations": [],
    "credits": 0,
    "seconds": 1,
    "attempt": 1,
}
EVIDENCE = {"poster": "evidence/p.jpg", "filmstrip": "", "frames": 0, "waveform": "", "loudness": ""}


def events(*rows: tuple[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"n": i, "at": f"2026-11-22T15:03:{i:02d}.000Z", "type": t, **fields}
        for i, (t, fields) in enumerate((("run_started", STARTED), *rows))
    ]


def step(variant: str, index: int, status: str = "passed", **more: Any) -> list[tuple[str, dict[str, Any]]]:
    place = {"variant": variant, "index": index, "id": f"step-{index}"}
    started = {**place, "sentence": f"say {index}", "on": "", "where": None, "understood": None, "attempt": 1}
    snapshot = {
        **place,
        "step": f"step-{index}",
        "path": f"{variant}/snapshots/0{index}.json",
        "summary": f"after {index}",
        "draft_seconds": 10.0 - index,
    }
    return [
        ("step_started", started),
        ("snapshot", snapshot),
        ("step_done", {**place, "status": status, **STEP, **more}),
    ]


def built(*rows: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    journal = events(*rows)
    for entry in journal:
        assert not list(Draft202012Validator(schema.load("events")).iter_errors(entry))
    report = document.from_entries(journal)
    assert not [f"{e.json_path} {e.message}" for e in Draft202012Validator(schema.load("report")).iter_errors(report)]
    return report


BEGUN = ("variant_started", {"variant": "a", "recipe": "ad", "values": {"hook": "a"}, "attempt": 1})
INPUTS = (
    "snapshot",
    {
        "variant": "a",
        "index": 0,
        "step": "inputs",
        "id": "inputs",
        "path": "a/snapshots/00.json",
        "summary": "raw",
        "draft_seconds": 10.0,
    },
)
DONE = ("variant_done", {"variant": "a", "status": "passed", "seconds": 5})
EXPORTED = [
    ("export_started", {"variant": "a", "export": "web", "format": "mp4", "file": "ad.a.web.mp4"}),
    ("export_done", {"variant": "a", "export": "web", "format": "mp4", "file": "ad.a.web.mp4", "status": "passed", "sha256": "11", "bytes": 7,
                     "duration": 8.5, "seconds": 2, "checks": [{"what": "fps", "wanted": "30", "got": "30", "ok": True}], "warnings": ["quiet"]}),
]  # fmt: skip


def test_what_never_began_was_skipped() -> None:
    report = built(("run_done", {"status": "failed", "exit_code": 2, "seconds": 0.1}))
    assert [v["status"] for v in report["variants"]] == ["skipped", "skipped"]
    assert [s["status"] for s in report["variants"][0]["steps"]] == ["skipped", "skipped"]
    assert report["totals"]["skipped"] == 2


def test_a_run_without_an_end_was_interrupted_where_it_stood() -> None:
    report = built(BEGUN, INPUTS, *step("a", 1), step("a", 2)[0])
    first = report["variants"][0]
    assert (report["run"]["status"], report["run"]["exit_code"]) == ("interrupted", 130)
    assert (first["status"], [s["status"] for s in first["steps"]]) == ("interrupted", ["passed", "interrupted"])


def test_a_step_knows_the_state_before_and_after_it() -> None:
    first = built(BEGUN, INPUTS, *step("a", 1), *step("a", 2), DONE)["variants"][0]
    assert [(s["before"], s["after"], s["draft_seconds"]) for s in first["steps"]] == [
        ("a/snapshots/00.json", "a/snapshots/01.json", 9.0), ("a/snapshots/01.json", "a/snapshots/02.json", 8.0)]  # fmt: skip
    assert first["summary"] == "after 2"


def test_totals_count_what_was_made() -> None:
    rows = [BEGUN, INPUTS, *step("a", 1, credits=50.0), *step("a", 2, warnings=["w"]), *EXPORTED, DONE]
    totals = built(
        *rows,
        ("warning", {"what": "of the run", "do": ""}),
        ("run_done", {"status": "failed", "exit_code": 1, "seconds": 9}),
    )["totals"]
    assert totals == {"variants": 2, "passed": 1, "failed": 0, "interrupted": 0, "skipped": 1, "exports": 1, "export_seconds": 8.5, "bytes": 7,
                      "checks": 1, "checks_failed": 0, "warnings": 3, "credits": 50.0}  # fmt: skip


def test_evidence_and_transcripts_find_their_places() -> None:
    upload = {"variant": "a", "input": "review", "name": "r.mp4", "role": ""}
    report = built(
        BEGUN, ("upload_started", upload), ("upload_done", {**upload, "sha256": "22", "bytes": 9, "probe": {"duration": 10000}, "seconds": 1}),
        ("evidence", {"variant": "a", "of": "review", "kind": "source", "evidence": EVIDENCE}),
        ("evidence", {"variant": "a", "of": "web", "kind": "export", "evidence": {**EVIDENCE, "poster": "evidence/e.jpg"}}),
        ("transcript", {"input": "review", "sha256": "22", "words": [{"text": "Hello", "start": 0, "duration": 300}]}),
    )  # fmt: skip
    assert report["variants"][0]["inputs"][0]["evidence"]["poster"] == "evidence/p.jpg"
    assert report["variants"][0]["inputs"][0]["sha256"] == report["transcripts"][0]["sha256"]
    assert report["variants"][0]["exports"][0]["evidence"]["poster"] == "evidence/e.jpg"


def test_an_input_uploaded_again_is_told_once() -> None:
    upload = {"variant": "a", "input": "review", "name": "r.mp4", "role": ""}
    report = built(BEGUN, ("upload_started", upload), ("upload_started", upload))
    assert len(report["variants"][0]["inputs"]) == 1


@pytest.mark.parametrize("cut", range(1, 12))
def test_wherever_the_program_is_killed_there_is_a_report(cut: int) -> None:
    rows = [BEGUN, INPUTS, *step("a", 1), *step("a", 2), *EXPORTED, DONE]
    built(*rows[:cut])


def keep(folder: Path, *rows: tuple[str, dict[str, Any]]) -> Path:
    folder.mkdir(parents=True)
    (folder / "events.jsonl").write_text("".join(json.dumps(e) + "\n" for e in events(*rows)))
    return folder


def test_it_is_written_beside_the_run_and_as_the_latest(tmp_path: Path) -> None:
    run = keep(tmp_path / "out/runs/r1", BEGUN)
    written = write(run, tmp_path / "out", ["json"])
    assert written["json"] == tmp_path / "out/report.json"
    assert (run / "report.json").read_text() == (tmp_path / "out/report.json").read_text()


def test_a_draft_that_was_kept_is_named(tmp_path: Path) -> None:
    run = keep(tmp_path / "r1", BEGUN)
    (run / "a").mkdir()
    (run / "a/draft.json").write_text("{}")
    assert [v["draft"] for v in document.build(run)["variants"]] == ["a/draft.json", ""]


def test_a_run_is_found_by_name_beginning_or_age(tmp_path: Path) -> None:
    import os

    older, newer = keep(tmp_path / "runs/20261122T150301Z-aa"), keep(tmp_path / "runs/20261122T150301Z-00")
    os.utime(older / "events.jsonl", (1, 1))
    assert find(tmp_path, None) == newer
    assert find(tmp_path, "20261122T150301Z-a") == older
    assert find(tmp_path, str(older)) == older


def test_no_run_is_a_usage_error(tmp_path: Path) -> None:
    from ugcflow.errors import UsageError

    with pytest.raises(UsageError, match="no run"):
        find(tmp_path, None)


def test_the_runs_that_reports_are_tested_with_are_as_the_schemas_say(mixed: Path) -> None:
    events = Draft202012Validator(schema.load("events"))
    for entry in journal.read(mixed / "events.jsonl"):
        assert [e.message for e in events.iter_errors(entry)] == []
    assert [e.message for e in Draft202012Validator(schema.load("report")).iter_errors(document.build(mixed))] == []


def test_a_folder_without_a_run_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "events.jsonl").write_text("")
    with pytest.raises(UgcflowError, match="holds no run"):
        document.build(tmp_path)
