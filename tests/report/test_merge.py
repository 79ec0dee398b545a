from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.report import run_folder
from ugcflow.cli.report import command
from ugcflow.errors import UsageError
from ugcflow.report import document, write
from ugcflow.report.merge import merge


def shard(base: Path, i: int, n: int, names: tuple[str, ...], **kind: Any) -> Path:
    """The output folder of one shard."""
    out = base / f"shard{i}" / "out"
    out.mkdir(parents=True)
    made = run_folder.Kind(run=f"20261122T15030{i}Z-000{i}", **kind)
    folder = run_folder.make(out, {v: {"hook": f"Hook {v}"} for v in names}, made)
    events = folder / "events.jsonl"
    first, _, rest = events.read_text("utf-8").partition("\n")
    events.write_text(json.dumps({**json.loads(first), "shard": [i, n]}) + "\n" + rest, "utf-8")
    return out


def test_shards_become_one_whole_run(tmp_path: Path) -> None:
    parts = [shard(tmp_path, 1, 2, ("a", "b")), shard(tmp_path, 2, 2, ("c",))]
    folder = merge(parts, tmp_path / "all")
    built = document.build(folder)
    assert [v["variant"] for v in built["variants"]] == ["a", "b", "c"]
    assert (built["run"]["status"], built["run"]["exit_code"]) == ("passed", 0)
    assert built["run"]["merged"] == ["20261122T150301Z-0001", "20261122T150302Z-0002"]
    assert built["totals"]["checks"] == 12
    for variant in built["variants"]:
        shown = [
            variant["draft"],
            *variant["exports"][0]["evidence"].values(),
            *(s["path"] for s in variant["snapshots"]),
        ]
        assert all((folder / name).is_file() for name in shown if isinstance(name, str))
        assert (tmp_path / "all" / variant["exports"][0]["file"]).is_file()


def test_the_merged_run_needs_no_shard_any_more(tmp_path: Path) -> None:
    import shutil

    folder = merge([shard(tmp_path, 1, 2, ("a",)), shard(tmp_path, 2, 2, ("b",))], tmp_path / "all")
    for i in (1, 2):
        shutil.rmtree(tmp_path / f"shard{i}")
    assert "data:image/jpeg" in write(folder, tmp_path / "all", ["html"])["html"].read_text("utf-8")


def test_a_file_that_failed_a_check_comes_along_to_be_looked_at(tmp_path: Path) -> None:
    part = shard(tmp_path, 1, 1, ("a",))
    events = next((part / "runs").glob("*/events.jsonl"))
    rows = [json.loads(line) for line in events.read_text("utf-8").splitlines()]
    for row in (r for r in rows if r["type"] == "export_done"):
        row["status"] = "failed"
        row["file"] = f"../{row['file']}"
    events.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    merge([part], tmp_path / "all")
    assert (tmp_path / "all" / "lamp.a.tiktok.mp4").is_file()
    assert not list(tmp_path.glob("*.mp4"))  # nor is anything written beside the folder that was named


def test_a_missing_shard_is_an_error_not_a_smaller_green(tmp_path: Path) -> None:
    parts = [shard(tmp_path, 1, 3, ("a",)), shard(tmp_path, 3, 3, ("c",))]
    with pytest.raises(UsageError, match="shard 2/3 is missing"):
        merge(parts, tmp_path / "all")
    assert not (tmp_path / "all").exists()
    with pytest.raises(UsageError, match="there is no folder"):
        merge([*parts, tmp_path / "shard2"], tmp_path / "all")


def test_a_shard_that_was_cut_off_is_not_green(tmp_path: Path) -> None:
    parts = [shard(tmp_path, 1, 2, ("a",)), shard(tmp_path, 2, 2, ("b", "c"))]
    events = next((parts[1] / "runs").glob("*/events.jsonl"))
    lines = events.read_text("utf-8").splitlines(keepends=True)
    events.write_text("".join(lines[: len(lines) // 2]), "utf-8")
    run = document.build(merge(parts, tmp_path / "all"))["run"]
    assert (run["status"], run["exit_code"]) == ("interrupted", 130)


def test_a_variant_run_again_is_one_entry_with_its_attempts(tmp_path: Path) -> None:
    parts = [shard(tmp_path, 1, 1, ("a", "b"), breaks=5, broken=("b",)), shard(tmp_path, 2, 1, ("b",))]
    for out in parts:
        _whole(out)
    built = document.build(merge(parts, tmp_path / "all"))
    again = built["variants"][1]
    assert (again["variant"], again["status"], again["attempt"]) == ("b", "passed", 2)
    assert [(e["attempt"], e["status"]) for e in again["earlier"]] == [(1, "failed")]
    assert "no music" in again["earlier"][0]["what"]
    assert built["run"]["status"] == "passed"


def test_runs_of_different_recipes_are_not_mixed_up(tmp_path: Path) -> None:
    parts = [shard(tmp_path, 1, 2, ("a",)), shard(tmp_path, 2, 2, ("b",))]
    events = next((parts[1] / "runs").glob("*/events.jsonl"))
    events.write_text(events.read_text("utf-8").replace("0" * 64, "1" * 64), "utf-8")
    with pytest.raises(UsageError, match="different versions of lamp"):
        merge(parts, tmp_path / "all")


def test_the_command_joins_and_returns_the_worst(tmp_path: Path) -> None:
    parts = [shard(tmp_path, 1, 2, ("a",)), shard(tmp_path, 2, 2, ("b",), breaks=2)]
    asked = ["merge", *map(str, parts), "--out", str(tmp_path / "all"), "--report", "json,html,junit,md"]
    result = CliRunner().invoke(command, asked, standalone_mode=False)
    assert result.return_value == 1
    assert {p.name for p in (tmp_path / "all").iterdir()} >= {
        "report.html",
        "report.json",
        "junit.xml",
        "report.md",
        "lamp.a.tiktok.mp4",
    }


def test_the_report_is_made_again_from_the_folder_alone(tmp_path: Path) -> None:
    out = shard(tmp_path, 1, 1, ("a",))
    _whole(out)
    result = CliRunner().invoke(command, ["--out", str(out)], standalone_mode=False)
    assert result.exception is None
    assert (out / "report.html").is_file()
    assert (next((out / "runs").iterdir()) / "junit.xml").is_file()


def _whole(out: Path) -> None:
    events = next((out / "runs").glob("*/events.jsonl"))
    text = (
        events.read_text("utf-8")
        .replace('"shard": [1, 1]', '"shard": [1, 1]')
        .replace('"shard": [2, 1]', '"shard": [1, 1]')
    )
    events.write_text(text, "utf-8")
