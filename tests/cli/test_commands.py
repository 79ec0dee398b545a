"""The commands that touch nothing: validate, plan, understand, ops, schema, lock, doctor, help."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ugcflow, lines, write_recipe
from ugcflow import schema

VERTICAL = {"make it 9:16": [{"op": "reframe", "aspect": "9:16"}]}
NOTHING = "trim silences, then make it pop"


def test_validate_says_good_and_touches_nothing(tmp_path: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, tmp_path / "not-there.mp4", VERTICAL)
    before = sorted(tmp_path.rglob("*"))
    done = ugcflow("validate", "ad.yaml")
    assert (done.returncode, done.stdout) == (0, "ad.yaml: good (1 variant, 1 step)\n"), done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_validate_tells_the_problems_of_every_recipe(tmp_path: Path, ugcflow: Ugcflow) -> None:
    for name in ("one", "two"):
        recipe = write_recipe(tmp_path, tmp_path / "x.mp4", VERTICAL, name=name)
        recipe.write_text(recipe.read_text() + "exprot: []\n")
    done = ugcflow("validate", "one.yaml", "two.yaml")
    assert done.returncode == 2
    assert "one.yaml:" in done.stderr
    assert "two.yaml:" in done.stderr
    assert "export" in done.stderr


def test_validate_shows_words_nobody_can_read(tmp_path: Path, ugcflow: Ugcflow) -> None:
    recipe = write_recipe(tmp_path, tmp_path / "x.mp4", {})
    recipe.write_text(recipe.read_text().replace("make it 9:16", NOTHING))
    done = ugcflow("validate", "ad.yaml")
    assert done.returncode == 2
    assert "--> ad.yaml:6:" in done.stderr
    assert "make it pop" in done.stderr


def test_validate_names_what_the_studio_can_not_do_yet(tmp_path: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, tmp_path / "x.mp4", {"steady the picture": [{"op": "replace_background"}]})
    done = ugcflow("validate", "ad.yaml")
    assert done.returncode == 2
    assert "--> ad.yaml:6:5" in done.stderr


def test_plan_shows_what_each_sentence_means(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, clip, VERTICAL, "checks: {duration: 3s..5s}\n")
    done = ugcflow("plan", "ad.yaml")
    assert done.returncode == 0, done.stderr
    for said in (
        "review: clip.mp4",
        "4.0 s",
        "180x320",
        "“make it 9:16”",
        "reframe aspect=9:16",
        "ad.web.mp4",
        "check duration 3s..5s",
        "1 file",
    ):
        assert said in done.stdout
    assert not (tmp_path / "out").exists()


def test_plan_json_is_what_a_run_freezes(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, clip, VERTICAL)
    planned = json.loads(ugcflow("plan", "ad.yaml", "--json").stdout)
    assert planned.pop("problems") == []
    assert ugcflow("run", "ad.yaml", "-q").returncode == 0
    frozen = json.loads(next((tmp_path / "out/runs").glob("*/plan.json")).read_text())
    assert frozen == planned


def test_a_plan_keeps_the_query_of_a_url_to_itself(tmp_path: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, "https://cdn.invalid/clip.mp4?sig=s3cr3t", VERTICAL)
    for more in ([], ["--json"]):
        done = ugcflow("plan", "ad.yaml", *more)
        assert "https://cdn.invalid/clip.mp4" in done.stdout, done.stderr
        assert "s3cr3t" not in done.stdout + done.stderr


def test_plan_shows_a_missing_input_and_exits_1(tmp_path: Path, ugcflow: Ugcflow) -> None:
    write_recipe(tmp_path, tmp_path / "none.mp4", VERTICAL)
    done = ugcflow("plan", "ad.yaml")
    assert done.returncode == 1
    assert "NOT FOUND" in done.stdout
    assert "there is no file" in done.stdout


def test_understand_answers_a_json_object_a_line(ugcflow: Ugcflow) -> None:
    texts = ["trim silences", NOTHING, "剪掉停顿"]
    done = ugcflow("understand", "--json", "-", stdin=lines(texts))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["text"] for a in answers] == texts
    assert all(set(a) == {"text", "operations", "questions"} for a in answers)
    assert answers[0]["operations"] == [{"op": "trim_silence"}]
    assert {"words", "why", "nearest"} == set(answers[1]["questions"][0])


def test_understand_shows_people_the_words_behind_each_operation(ugcflow: Ugcflow) -> None:
    done = ugcflow("understand", "trim silences and make it pop")
    assert "“trim silences” → trim_silence" in " ".join(done.stdout.split())
    assert "? “" in done.stdout


def test_understand_survives_bytes_that_are_no_text(ugcflow: Ugcflow) -> None:
    assert ugcflow("understand", "--json", "-", stdin="\x00\x1b[31m\n\n   \ntrim silences\n").returncode == 0


def test_ops_lists_every_operation_with_its_example(ugcflow: Ugcflow) -> None:
    from ugcflow.studio.operations import all_operations

    shown = ugcflow("ops").stdout
    rows = json.loads(ugcflow("ops", "--json").stdout)
    assert {r["op"] for r in rows} == set(all_operations())
    assert all(r["op"] in shown and r["example"] in shown for r in rows)


@pytest.mark.parametrize("name", schema.names())
def test_schema_prints_each(ugcflow: Ugcflow, name: str) -> None:
    assert json.loads(ugcflow("schema", name).stdout) == schema.load(name)


def test_schema_offers_the_nearest(ugcflow: Ugcflow) -> None:
    done = ugcflow("schema", "recepie")
    assert done.returncode == 2
    assert "did you mean “recipe”" in done.stderr or "recipe" in done.stderr


def test_lock_then_locked_then_a_changed_sentence(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    recipe = write_recipe(tmp_path, clip, VERTICAL)
    (tmp_path / "ad.lock.yaml").unlink()
    assert ugcflow("validate", "ad.yaml", "--locked").returncode == 2
    assert ugcflow("lock", "ad.yaml").returncode == 0
    assert ugcflow("validate", "ad.yaml", "--locked").returncode == 0
    recipe.write_text(recipe.read_text().replace("9:16", "1:1"))
    done = ugcflow("validate", "ad.yaml", "--locked")
    assert done.returncode == 2
    assert "changed since it was pinned" in done.stderr


def test_doctor_tells_what_is_there(ugcflow: Ugcflow) -> None:
    done = ugcflow("doctor")
    assert "ffmpeg" in done.stdout
    assert "NEMO_TOKEN is not set" in done.stdout


def test_doctor_never_shows_the_token(ugcflow: Ugcflow) -> None:
    assert "nmv_usr_x1" not in ugcflow("doctor", env={"NEMO_TOKEN": "nmv_usr_x1"}).stdout


@pytest.mark.parametrize("command", ["run", "validate", "plan", "understand", "lock", "schema"])
def test_help_teaches_by_example(ugcflow: Ugcflow, command: str) -> None:
    assert f"  ugcflow {command} " in ugcflow(command, "--help").stdout


def test_help_lists_every_command_with_what_it_does(ugcflow: Ugcflow) -> None:
    shown = ugcflow("--help").stdout
    for name in ("run", "validate", "plan", "understand", "lock", "report", "ops", "schema", "doctor"):
        assert any(line.split()[:1] == [name] and len(line.split()) > 3 for line in shown.splitlines()), name


def test_a_fault_of_the_program_is_one_sentence(tmp_path: Path, ugcflow: Ugcflow) -> None:
    (tmp_path / "sitecustomize.py").write_text("import ugcflow.backends\nugcflow.backends.operations = lambda: 1 / 0\n")
    done = ugcflow("ops", env={"PYTHONPATH": f"{tmp_path}:{Path(__file__).parents[2]}"})
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Traceback" in (tmp_path / "cache/log/crash.log").read_text()


def test_a_fault_of_the_disk_is_no_fault_of_the_program(tmp_path: Path, ugcflow: Ugcflow) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import ugcflow.backends\n\n\ndef full():\n    raise OSError(28, 'No space left on device')\n\n\nugcflow.backends.operations = full\n"
    )
    done = ugcflow("ops", env={"PYTHONPATH": f"{tmp_path}:{Path(__file__).parents[2]}"})
    assert done.returncode == 1
    assert "the disk is full" in done.stderr
    assert "ugcflow itself" not in done.stderr
