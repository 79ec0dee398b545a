"""`ugcflow run` as a person or a CI job meets it: a real process, real footage, real ffmpeg."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Ugcflow, command, environment, write_recipe

VERTICAL = {"make it 9:16": [{"op": "reframe", "aspect": "9:16"}]}


def report(folder: Path) -> dict[str, object]:
    value: dict[str, object] = json.loads((folder / "out/report.json").read_text())
    return value


def test_footage_goes_in_and_an_ad_comes_out(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, clip, VERTICAL, "checks:\n  duration: 3.9s..4.1s\n  resolution: 180x320\n")
    done = ugcflow("run", "ad.yaml")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "out/ad.web.mp4\n"
    assert "2 of 2 checks good" in done.stderr
    assert "\033" not in done.stderr
    assert (tmp_path / "out/ad.web.mp4").stat().st_size > 10_000


def test_a_matrix_makes_a_file_each_and_one_report(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    more = 'matrix:\n  size: ["180x320", "160x160"]\n  tone: [a, b]\nexport:\n  - {name: web, resolution: "{{ size }}", quality: low}\n'
    write_recipe(tmp_path, clip, VERTICAL, more)
    done = ugcflow("run", "ad.yaml", "-q", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == len(list((tmp_path / "out").glob("*.mp4"))) == 4
    assert report(tmp_path)["totals"]["passed"] == 4  # type: ignore[index]


def test_json_prints_the_journal_and_nothing_else(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, clip, VERTICAL)
    done = ugcflow("run", "ad.yaml", "--json", "-q")
    journal = next((tmp_path / "out/runs").glob("*/events.jsonl")).read_text()
    assert done.stdout == journal


def test_an_unread_sentence_exits_2_with_its_place(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    recipe = write_recipe(tmp_path, clip, {})
    recipe.write_text(recipe.read_text().replace("make it 9:16", "trim silences, then make it pop"))
    done = ugcflow("run", "ad.yaml")
    assert done.returncode == 2
    assert "--> ad.yaml:6:" in done.stderr
    assert "^^^" in done.stderr
    assert "help:" in done.stderr
    assert not (tmp_path / "cache/sessions").exists()
    assert report(tmp_path)["run"]["exit_code"] == 2  # type: ignore[index]


def test_a_wrong_recipe_exits_2_and_writes_nothing(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, clip, VERTICAL, "exprot: 3\n")
    done = ugcflow("run", "ad.yaml")
    assert done.returncode == 2
    assert "ad.yaml:" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", ["missing", "empty", "wrong format", "garbage"])
def test_a_bad_input_exits_1_and_leaves_earlier_outputs(
    tmp_path: Path, clip: Path, ugcflow: Ugcflow, kind: str
) -> None:
    bad = tmp_path / ("clip.txt" if kind == "wrong format" else "bad.mp4")
    if kind != "missing":
        bad.write_bytes(b"" if kind == "empty" else b"this is no film" * 100)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/ad.web.mp4").write_bytes(b"yesterday's")
    write_recipe(tmp_path, bad, VERTICAL)
    done = ugcflow("run", "ad.yaml")
    assert done.returncode in (1, 2), done.stderr
    assert done.returncode == 1 or kind == "wrong format"
    assert "--> ad.yaml:4:" in done.stderr
    assert bad.name in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "out/ad.web.mp4").read_bytes() == b"yesterday's"


def test_an_output_folder_that_is_a_file_exits_1(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, clip, VERTICAL)
    (tmp_path / "taken").write_text("")
    done = ugcflow("run", "ad.yaml", "--out", "taken")
    assert (done.returncode, "is a file" in done.stderr, "--out" in done.stderr) == (1, True, True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_output_folder_exits_1(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, clip, VERTICAL)
    (tmp_path / "closed").mkdir(mode=0o555)
    done = ugcflow("run", "ad.yaml", "--out", "closed/out")
    assert done.returncode == 1
    assert "no permission" in done.stderr


def test_a_failed_check_exits_1_and_says_the_values(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, clip, VERTICAL, "checks:\n  duration: 25s..30s\n")
    done = ugcflow("run", "ad.yaml")
    assert done.returncode == 1
    assert "duration is 4 s, wanted 25s..30s" in done.stderr
    assert "--> ad.yaml:10:" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(("arguments", "said"), [
    (["run"], "Missing argument"),
    (["run", "ad.yaml", "--shard", "3/2"], "no part of a whole"),
    (["run", "ad.yaml", "--report", "pdf"], "no report"),
    (["run", "ad.yaml", "--var", "x"], "no K=V"),
    (["run", "ad.yaml", "--backend", "nemmo"], "use local or nemo"),
    (["run", "ad.yaml", "--only", "x"], "no matrix"),
    (["run", "none.yaml"], "none.yaml"),
    (["rnu", "ad.yaml"], "Did you mean run?"),
])  # fmt: skip
def test_a_wrong_command_line_exits_2(
    tmp_path: Path, clip: Path, ugcflow: Ugcflow, arguments: list[str], said: str
) -> None:
    write_recipe(tmp_path, clip, VERTICAL)
    done = ugcflow(*arguments)
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def journal(folder: Path) -> str:
    return "".join(p.read_text() for p in (folder / "out").glob("runs/*/events.jsonl"))


def children(pid: int) -> list[str]:
    """Command lines of the living descendants of a process."""
    listed = subprocess.run(["ps", "-ww", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [
        (int(a), int(b), c)
        for a, b, c in (line.split(None, 2) for line in listed.splitlines() if len(line.split(None, 2)) == 3)
    ]
    found, ids = [], {pid}
    for _ in range(6):
        new = [(a, c) for a, b, c in rows if b in ids and a not in ids]
        ids |= {a for a, _ in new}
        found += [c for _, c in new]
    return found


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_stops_ffmpeg_and_leaves_nothing_half_written(
    tmp_path: Path, clip: Path, sign: signal.Signals
) -> None:
    more = "export:\n  - {name: big, resolution: 1080x1920}\n"
    write_recipe(tmp_path, clip, VERTICAL, more)
    with subprocess.Popen(
        command("run", "ad.yaml"),
        cwd=tmp_path,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        deadline = time.monotonic() + 60
        while not ("export_started" in journal(tmp_path) and any("libx264" in c for c in children(running.pid))):
            assert time.monotonic() < deadline
            assert running.poll() is None, running.stderr and running.stderr.read()
            time.sleep(0.02)
        running.send_signal(sign)
        _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "interrupted" in said
    assert "Traceback" not in said
    kept = [p.name for p in (tmp_path / "out").iterdir()]
    assert sorted(kept) == ["report.json", "runs"] or set(kept) <= {
        "report.json",
        "report.html",
        "junit.xml",
        "runs",
        "ad.big.mp4",
    }
    assert not [p for p in (tmp_path / "out").rglob("*") if ".part" in p.name]
    events = [json.loads(e) for e in next((tmp_path / "out/runs").glob("*/events.jsonl")).read_text().splitlines()]
    assert [(e["type"], e["status"]) for e in events[-2:]] == [
        ("variant_done", "interrupted"),
        ("run_done", "interrupted"),
    ]
    assert report(tmp_path)["run"]["status"] == "interrupted"  # type: ignore[index]
    listed = subprocess.run(["ps", "-ww", "-eo", "args="], capture_output=True, text=True, check=True).stdout
    assert str(tmp_path) not in "".join(line for line in listed.splitlines() if "ffmpeg" in line)


def test_no_cache_leaves_no_cache(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, clip, VERTICAL)
    assert ugcflow("run", "ad.yaml", "--no-cache").returncode == 0
    assert not [p for p in (tmp_path / "cache").rglob("*") if p.is_file()]


def test_the_reports_are_made_again_from_the_runs_folder(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, clip, VERTICAL)
    ugcflow("run", "ad.yaml")
    before = (tmp_path / "out/report.json").read_text()
    (tmp_path / "out/report.json").unlink()
    done = ugcflow("report")
    assert done.returncode == 0, done.stderr
    assert "out/report.json" in done.stdout
    assert (tmp_path / "out/report.json").read_text() == before
