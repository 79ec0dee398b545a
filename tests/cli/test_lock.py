"""`ugcflow lock` as people call it: by the studio, by a model over a real socket, with the words of the inputs; and runs that obey it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Ugcflow, write_recipe
from tests.llm.server import Answer, Model, reads, says, served

KEY = "sk-very-secret-0123456789"
ODD = "do the thing we agreed on the phone"  # nothing anybody could read who was not there


def bare(folder: Path, clip: Path, say: str) -> Path:
    """A recipe of one sentence, without a lock."""
    recipe = write_recipe(folder, clip, {say: []})
    (folder / "ad.lock.yaml").unlink()
    return recipe


def model(url: str) -> dict[str, str]:
    return {"UGCFLOW_LLM_URL": url, "UGCFLOW_LLM_MODEL": "tiny", "UGCFLOW_LLM_KEY": KEY}


def test_a_lock_is_written_once_and_obeyed(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    bare(tmp_path, clip, "make it 9:16")
    first = ugcflow("lock", "ad.yaml")
    assert first.returncode == 0, first.stderr
    assert first.stdout.splitlines() == [f"{tmp_path}/ad.lock.yaml: 1 sentence pinned", "  + “make it 9:16”"]
    text = (tmp_path / "ad.lock.yaml").read_bytes()
    assert ugcflow("lock", "ad.yaml", "--refresh").stdout.splitlines()[1:] == ["  nothing changed"]
    assert (tmp_path / "ad.lock.yaml").read_bytes() == text
    (tmp_path / "ad.lock.yaml").write_bytes(text.replace(b"9:16'", b"1:1'"))
    plan = ugcflow("plan", "ad.yaml").stdout
    assert "“make it 9:16”  pinned" in plan
    assert "reframe aspect=1:1" in plan


def test_a_mistyped_pin_stops_every_command_at_its_line(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    bare(tmp_path, clip, "make it 9:16")
    ugcflow("lock", "ad.yaml")
    lock = tmp_path / "ad.lock.yaml"
    lock.write_text(lock.read_text().replace("aspect:", "aspekt:"))
    for command in ("validate", "plan", "run", "lock"):
        done = ugcflow(command, "ad.yaml")
        assert done.returncode == 2
        assert "--> ad.lock.yaml:7:5" in done.stderr
        assert "`aspekt` is not a key of `reframe`" in done.stderr
        assert "aspect" in done.stderr


def test_locked_refuses_a_changed_sentence_at_its_place(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    recipe = bare(tmp_path, clip, "make it 9:16")
    ugcflow("lock", "ad.yaml")
    recipe.write_text(recipe.read_text().replace("make it 9:16", "make it 4:5"))
    done = ugcflow("run", "ad.yaml", "--locked")
    assert done.returncode == 2
    assert "--> ad.yaml:6:5" in done.stderr
    assert "changed since it was pinned (“make it 9:16”)" in done.stderr
    assert "ugcflow lock" in done.stderr


def test_what_a_model_reads_is_pinned_and_runs_without_it(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    bare(tmp_path, clip, ODD)
    assert ugcflow("validate", "ad.yaml").returncode == 2
    peer = Model(reads({"op": "reframe", "aspect": "9:16"}))
    with served(peer) as url:
        done = ugcflow("lock", "ad.yaml", "--reader", "llm", env=model(url))
        assert done.returncode == 0, done.stderr
        assert ugcflow("lock", "ad.yaml", "--reader", "llm", env=model(url)).stdout.endswith("nothing changed\n")
    assert len(peer.asked) == 1
    assert peer.asked[0].headers["authorization"] == f"Bearer {KEY}"
    ran = ugcflow("run", "ad.yaml", "--locked", "-q")
    assert ran.returncode == 0, ran.stderr
    written = [
        p for p in tmp_path.rglob("*") if p.is_file() and p.suffix in (".yaml", ".json", ".jsonl", ".html", ".log")
    ]
    assert written
    assert not [p for p in written if KEY in p.read_text(errors="replace")]


def test_an_operation_the_studio_can_not_do_is_not_pinned(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    bare(tmp_path, clip, ODD)
    with served(Model(reads({"op": "replace_background"}))) as url:
        done = ugcflow("lock", "ad.yaml", "--reader", "llm", env=model(url))
    assert done.returncode == 2
    assert "--> ad.yaml:6:5" in done.stderr
    assert not (tmp_path / "ad.lock.yaml").exists()


def test_a_model_s_question_stops_the_lock_at_its_words(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    bare(tmp_path, clip, ODD)
    asks = {"words": "on the phone", "why": "nobody here was on the phone", "nearest": ["cut it to 15 seconds"]}
    with served(Model(reads(questions=(asks,)))) as url:
        done = ugcflow("lock", "ad.yaml", "--reader", "llm", env=model(url))
    assert done.returncode == 2
    assert "--> ad.yaml:6:28" in done.stderr
    assert "cut it to 15 seconds" in done.stderr


def test_a_model_that_answers_nonsense_or_refuses_the_key_is_a_plain_error(
    tmp_path: Path, clip: Path, ugcflow: Ugcflow
) -> None:
    bare(tmp_path, clip, ODD)
    refusal = Answer(json.dumps({"error": {"message": f"bad key {KEY}"}}), 401)
    for answer, said in ((says("Sure thing!"), "no usable reading"), (refusal, "refused the key")):
        with served(Model(answer)) as url:
            done = ugcflow("lock", "ad.yaml", "--reader", "llm", env=model(url))
        assert done.returncode == 3
        assert said in done.stderr
        assert KEY not in done.stderr + done.stdout
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "ad.lock.yaml").exists()


def test_a_run_asks_no_model(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    bare(tmp_path, clip, ODD)
    done = ugcflow("run", "ad.yaml", "--reader", "llm")
    assert done.returncode == 2
    assert "ugcflow lock RECIPE --reader llm" in done.stderr
    assert not (tmp_path / "out").exists()


def test_understand_may_ask_it_too(ugcflow: Ugcflow) -> None:
    with served(Model(reads({"op": "fit_duration", "seconds": 15}))) as url:
        done = ugcflow("understand", "--json", "--reader", "llm", ODD, env=model(url))
    assert json.loads(done.stdout) == {
        "text": ODD,
        "operations": [{"op": "fit_duration", "seconds": 15}],
        "questions": [],
    }


def test_the_words_of_a_clip_nobody_speaks_in_are_pinned_as_none(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    bare(tmp_path, clip, "make it 9:16")
    done = ugcflow("lock", "ad.yaml", "--transcript")
    assert done.returncode == 0, done.stderr
    assert "+ 0 words of review (clip.mp4)" in done.stdout
    assert "lines: []" in (tmp_path / "ad.lock.yaml").read_text()
    assert ugcflow("run", "ad.yaml", "--locked", "-q").returncode == 0


def test_plan_tells_that_pinned_words_are_of_another_file(tmp_path: Path, clip: Path, ugcflow: Ugcflow) -> None:
    recipe = bare(tmp_path, clip, "make it 9:16")
    ugcflow("lock", "ad.yaml")
    lock = tmp_path / "ad.lock.yaml"
    lock.write_text(
        lock.read_text()
        + f"transcripts:\n- {{input: review, file: clip.mp4, sha256: {'0' * 64}, language: en, lines: []}}\n"
    )
    planned = ugcflow("plan", recipe.name)
    assert planned.returncode == 0
    assert "warning: review has changed since its words were pinned" in planned.stderr
    assert "--> ad.yaml:4:11" in planned.stderr
    refused = ugcflow("run", recipe.name, "--locked")
    assert refused.returncode == 2
    assert "ugcflow lock --transcript" in refused.stderr
