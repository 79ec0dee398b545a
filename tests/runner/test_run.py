"""The main road, driven with a small editor that keeps the contract: order, journal, snapshots, failures, exit codes."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.scripted import ScriptedBackend, ScriptedEditor, ScriptedInspector, ScriptedReader, ScriptedSession, recipe
from ugcflow import journal, schema
from ugcflow.errors import InputError, RecipeError, RenderError, StepError, UsageError, Where
from ugcflow.recipe import check
from ugcflow.report import write
from ugcflow.runner.options import Options
from ugcflow.runner.run import Outcome, run


class Run:
    """One run with its journal, report and what the editor was asked."""

    def __init__(
        self,
        folder: Path,
        *recipes: Any,
        editor: ScriptedEditor | None = None,
        backend: ScriptedBackend | None = None,
        **options: Any,
    ):
        self.out = folder / "out"
        self.backend = backend or ScriptedBackend(editor or ScriptedEditor())
        self.watched: list[dict[str, Any]] = []
        self.outcome: Outcome = run(
            recipes,
            Options(out=self.out, **{"reports": ("json",), **options}),
            lambda _: self.backend,
            self.watched.append,
            write,
        )
        self.events = list(journal.read(self.outcome.folder / "events.jsonl"))
        self.report = json.loads((self.out / "report.json").read_text())
        validate("report", self.report)
        for event in self.events:
            validate("events", event)

    def types(self, variant: str | None = None) -> list[str]:
        return [e["type"] for e in self.events if variant is None or e.get("variant") == variant]

    def of(self, type_: str) -> list[dict[str, Any]]:
        return [e for e in self.events if e["type"] == type_]

    @property
    def log(self) -> list[tuple[str, str]]:
        return self.backend.editor.log


def validate(name: str, value: Any) -> None:
    errors = [f"{e.json_path}: {e.message}" for e in Draft202012Validator(schema.load(name)).iter_errors(value)]
    assert not errors, errors


def test_a_recipe_runs_in_order_and_leaves_what_the_contract_names(tmp_path: Path) -> None:
    done = Run(tmp_path, recipe(tmp_path, "hello", "world"))
    assert done.outcome.exit_code == 0
    assert done.log == [
        ("open", "ad"),
        ("upload", "clip"),
        ("send", "hello"),
        ("send", "world"),
        ("export", "web"),
        ("close", "editor"),
    ]
    folder = done.outcome.folder
    kept = sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())
    assert kept == ["ad/draft.json", "ad/snapshots/00-inputs.json", "ad/snapshots/01-step-1.json", "ad/snapshots/02-step-2.json",
                    "events.jsonl", "evidence/ad-web.jpg", "evidence/input01-clip.jpg", "plan.json", "report.json"]  # fmt: skip
    assert (done.out / "ad.web.mp4").read_bytes() == b"web ['hello', 'world']"
    assert (
        json.loads((folder / "ad/snapshots/01-step-1.json").read_text())["draft"]["t"][1]["sg"][0]["m"]["text"]
        == "hello"
    )


def test_an_action_is_on_disk_before_it_is_taken(tmp_path: Path) -> None:
    found: list[list[str]] = []

    def look(session: ScriptedSession, _: Any) -> None:
        file = next((tmp_path / "out/runs").glob("*/events.jsonl"))
        found.append([e["type"] for e in journal.read(file)])

    Run(tmp_path, recipe(tmp_path, "look"), editor=ScriptedEditor(acts={"look": look}))
    assert "step_started" in found[0]
    assert "step_done" not in found[0]


def test_the_report_tells_each_step(tmp_path: Path) -> None:
    step = Run(tmp_path, recipe(tmp_path, "hello", "world")).report["variants"][0]["steps"][1]
    assert (step["sentence"], step["status"], step["reply"], step["applied"]) == (
        "world",
        "passed",
        "I did: world",
        ["Did world"],
    )
    assert (step["before"], step["after"]) == ("ad/snapshots/01-step-1.json", "ad/snapshots/02-step-2.json")
    assert step["understood"]["operations"][0] | {"defaults": {}} == {
        "op": "text_overlay", "parameters": {"text": "world"}, "words": "world", "start": 0, "end": 5, "defaults": {}}  # fmt: skip
    assert step["where"]["line"] == 4
    assert step["tools"] == ["timeline"]
    assert "world" in step["changes"][0]["what"]


def test_words_nobody_can_read_stop_the_run_before_anything_is_touched(tmp_path: Path) -> None:
    done = Run(tmp_path, recipe(tmp_path, "hello", "please make it pop now"))
    assert done.outcome.exit_code == 2
    assert done.log == [("close", "editor")]
    where = done.report["run"]["error"]["problems"][0]["where"]
    assert (where["line"], where["column"], where["words"]) == (4, 12, "make it pop")
    assert done.report["variants"][0]["status"] == "skipped"


def test_what_the_editor_can_not_do_yet_stops_the_run_too(tmp_path: Path) -> None:
    done = Run(tmp_path, recipe(tmp_path, "please stabilize it"))
    assert done.outcome.exit_code == 2
    assert "not built yet" in done.outcome.error.what  # type: ignore[union-attr]
    assert done.outcome.error.problem.where.column == 12  # type: ignore[union-attr]


def test_a_step_about_an_input_that_makes_no_picture_is_refused_before_anything_is_touched(tmp_path: Path) -> None:
    made = recipe(tmp_path, "hello")
    variant = made.variants[0]
    bed = replace(variant.inputs[0], id="bed", role="music")
    steps = (replace(variant.steps[0], on="bed"),)
    done = Run(tmp_path, replace(made, variants=(replace(variant, inputs=(*variant.inputs, bed), steps=steps),)))
    assert done.outcome.exit_code == 2
    assert done.report["run"]["error"]["what"] == "bed is never the picture: its role is music"
    assert done.log == [("close", "editor")]


def test_all_bad_sentences_are_told_at_once_and_each_once(tmp_path: Path) -> None:
    done = Run(tmp_path, recipe(tmp_path, "make it pop", "stabilize", matrix=("a", "b")))
    assert len(done.outcome.error.problems) == 2  # type: ignore[union-attr]


def test_an_editor_that_reads_for_itself_is_sent_sentences_as_written(tmp_path: Path) -> None:
    backend = ScriptedBackend(ScriptedEditor(name="nemo", reads=False), None)
    done = Run(tmp_path, recipe(tmp_path, "make it pop"), backend=backend)
    assert done.outcome.exit_code == 0
    assert ("send", "make it pop") in done.log
    assert done.report["variants"][0]["steps"][0]["understood"] is None


def test_a_failing_step_ends_its_variant_and_leaves_the_others_going(tmp_path: Path) -> None:
    calls: list[str] = []

    def fail_first(session: ScriptedSession, _: Any) -> None:
        calls.append(session.id)
        if len(calls) == 1:
            raise StepError("there is no speech to cut to", do="name footage with speech")

    editor = ScriptedEditor(acts={"cut": fail_first})
    done = Run(tmp_path, recipe(tmp_path, "cut", "more", matrix=("a", "b")), editor=editor)
    assert done.outcome.exit_code == 1
    first, second = done.report["variants"]
    assert [s["status"] for s in first["steps"]] == ["failed", "skipped"]
    assert first["exports"][0]["status"] == "skipped"
    assert first["error"]["where"]["line"] == 3
    assert second["status"] == "passed"
    assert editor.open_now == 0


def test_a_failing_step_points_at_the_words_of_the_operation_that_failed(tmp_path: Path) -> None:
    say = "first cut the pauses and then stabilize it"
    editor = ScriptedEditor(acts={say: StepError("it is too shaky")}, busy_with="stabilize")
    reader = ScriptedReader()
    editor.refuses = lambda reading: ()  # type: ignore[method-assign]
    done = Run(tmp_path, recipe(tmp_path, say), backend=ScriptedBackend(editor, reader))
    where = done.report["variants"][0]["steps"][0]["error"]["where"]
    assert (where["words"], where["column"]) == ("stabilize", 5 + say.index("stabilize"))


def test_fail_fast_begins_no_further_variant(tmp_path: Path) -> None:
    editor = ScriptedEditor(acts={"cut": StepError("no")})
    done = Run(tmp_path, recipe(tmp_path, "cut", matrix=("a", "b", "c")), editor=editor, fail_fast=True, jobs=1)
    assert [v["status"] for v in done.report["variants"]] == ["failed", "skipped", "skipped"]


@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (3, 3)])
def test_jobs_is_how_many_variants_run_at_once(tmp_path: Path, jobs: int, most: int) -> None:
    async def wait(*_: Any) -> None:
        await asyncio.sleep(0.02)

    editor = ScriptedEditor(acts={"wait": lambda s, m: wait()})
    Run(tmp_path, recipe(tmp_path, "wait", matrix=tuple("abcd")), editor=editor, jobs=jobs)
    assert editor.most_open == most


def test_an_expectation_that_is_not_met_fails_the_step(tmp_path: Path) -> None:
    done = Run(tmp_path, recipe(tmp_path, "hello", "world", expect=(check.check("tracks.title", ">= 2"),)))
    assert done.outcome.exit_code == 1
    first = done.report["variants"][0]["steps"][0]
    assert first["expectations"][0] | {"do": "", "where": ""} == {
        "what": "tracks.title",
        "wanted": ">= 2",
        "got": "1",
        "ok": False,
        "do": "",
        "where": "",
    }
    assert "tracks.title is 1, wanted >= 2" in first["error"]["what"]
    assert first["after"] == "ad/snapshots/01-step-1.json"


def test_an_expectation_is_shown_at_its_own_line(tmp_path: Path) -> None:
    asked = check.check("words", "hello", Where("ad.yaml", 9, 3, "$.steps[0].expect.words"))
    done = Run(tmp_path, recipe(tmp_path, "hello", expect=(asked,)))
    error = done.report["variants"][0]["steps"][0]["error"]
    assert (error["where"]["line"], error["where"]["path"]) == (9, "$.steps[0].expect.words")
    assert "words is nothing, wanted hello" in error["what"]


def test_checks_are_asked_of_the_finished_file(tmp_path: Path) -> None:
    wanted = (
        check.check("resolution", "1080x1920"),
        check.check("duration", "25s..30s"),
        check.check("loudness", "-14 +- 1"),
    )
    done = Run(tmp_path, recipe(tmp_path, "hello", checks=wanted))
    assert done.outcome.exit_code == 1
    export = done.report["variants"][0]["exports"][0]
    assert [c["ok"] for c in export["checks"]] == [True, False, True]
    assert "duration is 10 s, wanted 25s..30s" in export["error"]["what"]


def test_without_the_studio_files_are_not_measured_and_that_is_said(tmp_path: Path) -> None:
    backend = ScriptedBackend(ScriptedEditor(name="nemo", reads=False), None, None)
    done = Run(tmp_path, recipe(tmp_path, "hello", checks=(check.check("duration", "<= 1s"),)), backend=backend)
    assert done.outcome.exit_code == 0
    assert "not measured" in done.report["warnings"][0]["what"]
    assert "pip install" in done.report["variants"][0]["exports"][0]["warnings"][0]


def test_an_export_that_fails_leaves_the_others_and_the_earlier_file(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/ad.web.mp4").write_bytes(b"yesterday's")
    editor = ScriptedEditor(fails_export={"web": RenderError("the disk is full")})
    done = Run(tmp_path, recipe(tmp_path, "hello", exports=("web", "phone")), editor=editor)
    assert done.outcome.exit_code == 1
    assert [e["status"] for e in done.report["variants"][0]["exports"]] == ["failed", "passed"]
    assert (done.out / "ad.web.mp4").read_bytes() == b"yesterday's"


def test_a_step_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    editor = ScriptedEditor(acts={"wait": lambda s, m: asyncio.sleep(30)})
    done = Run(tmp_path, recipe(tmp_path, "wait", timeout=50), editor=editor)
    assert done.outcome.exit_code == 1
    assert "longer than 0.05 s" in done.report["variants"][0]["error"]["what"]


def test_bad_inputs_are_all_told_before_a_session_is_opened(tmp_path: Path) -> None:
    made = recipe(tmp_path, "hello")
    (tmp_path / "clip.mp4").write_bytes(b"")
    done = Run(tmp_path, made)
    assert done.outcome.exit_code == 1
    assert isinstance(done.outcome.error, InputError)
    assert "empty" in done.outcome.error.what
    assert done.outcome.error.problem.where.path == "$.inputs.clip"  # type: ignore[union-attr]
    assert done.log == [("close", "editor")]


def test_a_lost_session_is_opened_anew_before_the_first_step(tmp_path: Path) -> None:
    done = Run(tmp_path, recipe(tmp_path, "hello"), editor=ScriptedEditor(lost=1))
    assert done.outcome.exit_code == 0
    assert [c for c in done.log if c[0] != "close"] == [
        ("open", "ad"), ("upload", "clip"), ("open", "ad"), ("upload", "clip"), ("send", "hello"), ("export", "web")]  # fmt: skip
    assert "uploaded again" in done.report["variants"][0]["warnings"][0]["what"]


def test_a_session_lost_for_good_is_the_editors_failure(tmp_path: Path) -> None:
    assert Run(tmp_path, recipe(tmp_path, "hello"), editor=ScriptedEditor(lost=2)).outcome.exit_code == 3


def test_a_run_that_can_not_pay_its_plan_uploads_nothing(tmp_path: Path) -> None:
    editor = ScriptedEditor(price=50, left=70, unlimited=False)
    done = Run(tmp_path, recipe(tmp_path, "hello", "world"), editor=editor)
    assert done.outcome.exit_code == 3
    assert "needs about 100 credits, and 70 are left" in done.outcome.error.what  # type: ignore[union-attr]
    assert done.log == [("close", "editor")]


def test_credits_are_counted_by_step(tmp_path: Path) -> None:
    editor = ScriptedEditor(left=500, unlimited=False)

    def pay(*_: Any) -> None:
        editor.left -= 42

    editor.acts["pay"] = pay
    done = Run(tmp_path, recipe(tmp_path, "pay", "free"), editor=editor)
    assert [s["credits"] for s in done.report["variants"][0]["steps"]] == [42, 0]
    assert done.report["totals"]["credits"] == 42


def test_a_fault_of_the_program_is_one_sentence_and_a_kept_traceback(tmp_path: Path) -> None:
    done = Run(
        tmp_path,
        recipe(tmp_path, "hello"),
        editor=ScriptedEditor(acts={"hello": ZeroDivisionError("by nmv_usr_secret123")}),
    )
    assert done.outcome.exit_code == 1
    error = done.report["variants"][0]["error"]
    assert "ZeroDivisionError" in error["what"]
    crash = (done.outcome.folder / "crash.log").read_text()
    assert "Traceback" in crash
    assert "nmv_usr_secret123" not in crash + json.dumps(done.report)


def test_no_secret_reaches_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEMO_TOKEN", "plain-looking-secret")
    editor = ScriptedEditor(
        claim="https://nemovideo.com/workspace/claim?ct=clm_shown&x=1",
        acts={
            "hello": StepError(
                "GET https://u:p@cdn.example.com/a.mp4?sig=abc123 with Bearer nmv_usr_abc said plain-looking-secret clm_bare"
            )
        },
    )
    done = Run(tmp_path, recipe(tmp_path, "hello"), editor=editor)
    everything = "".join(p.read_text(errors="replace") for p in done.out.rglob("*") if p.is_file())
    for secret in ("plain-looking-secret", "nmv_usr_abc", "abc123", "clm_bare", "u:p@", "x=1"):
        assert secret not in everything
    assert done.report["variants"][0]["claim"] == "https://nemovideo.com/workspace/claim?ct=clm_shown"


def test_evidence_of_an_input_is_made_once_for_all_variants(tmp_path: Path) -> None:
    inspector = ScriptedInspector()
    backend = ScriptedBackend(ScriptedEditor(), inspector=inspector)
    done = Run(tmp_path, recipe(tmp_path, "hello", matrix=("a", "b", "c")), backend=backend)
    assert [f.name for f in inspector.seen].count("clip.mp4") == 1
    assert all(v["inputs"][0]["evidence"]["poster"] == "evidence/input01-clip.jpg" for v in done.report["variants"])


def test_several_recipes_make_one_run_and_one_report(tmp_path: Path) -> None:
    done = Run(
        tmp_path, recipe(tmp_path, "hello", name="one"), recipe(tmp_path, "world", name="two", matrix=("a", "b"))
    )
    assert [v["variant"] for v in done.report["variants"]] == ["one", "two.a", "two.b"]
    assert sorted(p.name for p in done.out.glob("*.mp4")) == ["one.web.mp4", "two.a.web.mp4", "two.b.web.mp4"]


def test_two_recipes_of_one_name_are_refused_lest_one_is_sent_to_the_others_editor(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    here = recipe(tmp_path, "hello", name="ad", exports=("web",))
    there = replace(recipe(tmp_path / "other", "hello", name="ad", exports=("feed",)), backend="nemo")
    with pytest.raises(RecipeError, match="are both called ad") as caught:
        Run(tmp_path, here, there)
    assert caught.value.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_an_unknown_variant_is_a_usage_error_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        Run(tmp_path, recipe(tmp_path, "hello", matrix=("hook-a", "hook-b")), only=("hok-a",))
    assert caught.value.problem.nearest[0] == "hook-a"
    assert not (tmp_path / "out").exists()


def test_of_many_variants_only_some_are_listed(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        Run(tmp_path, recipe(tmp_path, "hello", matrix=tuple(f"v{i:03}" for i in range(200))), only=("x",))
    assert caught.value.do.endswith("v019 and 180 more")


def test_only_and_shard_choose_variants(tmp_path: Path) -> None:
    made = recipe(tmp_path, "hello", matrix=("a1", "a2", "a3", "b1"))
    done = Run(tmp_path, made, only=("a*",), shard=(2, 2))
    assert [v["variant"] for v in done.report["variants"]] == ["a2"]


def test_shards_together_are_the_whole(tmp_path: Path) -> None:
    from ugcflow.runner.work import select

    made = recipe(tmp_path, "hello", matrix=tuple("abcdefg"))
    parts = [[k for k, _, _ in select([made], Options(shard=(i, 3)))] for i in (1, 2, 3)]
    assert sorted(k for part in parts for k in part) == list("abcdefg")


def test_the_plan_is_frozen_before_the_first_upload(tmp_path: Path) -> None:
    seen: list[bool] = []
    editor = ScriptedEditor(
        acts={"hello": lambda s, m: seen.append(bool(list((tmp_path / "out/runs").glob("*/plan.json"))))}
    )
    done = Run(tmp_path, recipe(tmp_path, "hello"), editor=editor)
    assert seen == [True]
    planned = json.loads((done.outcome.folder / "plan.json").read_text())
    assert planned["variants"][0]["steps"][0]["understood"]["operations"][0]["op"] == "text_overlay"
    assert planned["variants"][0]["inputs"][0]["seconds"] == 10


def test_a_full_disk_is_known_before_the_first_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    monkeypatch.setattr(shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1_000_000})())
    done = Run(tmp_path, recipe(tmp_path, "hello"))
    assert done.outcome.exit_code == 1
    assert "the disk is full: 1 MB free" in done.outcome.error.what  # type: ignore[union-attr]
    assert done.log == [("close", "editor")]


def test_watchers_hear_what_is_journalled_and_progress_besides(tmp_path: Path) -> None:
    done = Run(tmp_path, recipe(tmp_path, "hello"))
    assert [e for e in done.watched if e["type"] != "progress"] == done.events
    assert {"upload", "step", "export"} <= {e["activity"] for e in done.watched if e["type"] == "progress"}


def test_a_report_that_can_not_be_written_is_said_and_hides_nothing(tmp_path: Path) -> None:
    def broken(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    backend = ScriptedBackend(ScriptedEditor())
    outcome = run([recipe(tmp_path, "hello")], Options(out=tmp_path / "out"), lambda _: backend, lambda _: None, broken)
    assert outcome.exit_code == 1
    assert "the disk is full while writing the reports" in outcome.unreported.what  # type: ignore[union-attr]
    assert [e.status for e in outcome.endings] == ["passed"]


def test_what_a_recipe_warns_of_is_in_the_report(tmp_path: Path) -> None:
    from dataclasses import replace

    from ugcflow.errors import Problem, Where

    made = replace(
        recipe(tmp_path, "hello"),
        warnings=(Problem("this variable is never used", "take it out", Where("ad.yaml", 3, 1)),),
    )
    assert Run(tmp_path, made).report["warnings"] == [
        {"what": "ad.yaml:3:1: this variable is never used", "do": "take it out"}
    ]
