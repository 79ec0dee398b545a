"""Pinned words: written by `lock --transcript`, kept when corrected, handed to the editor, and refused or warned of when the file is another."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from tests.runner.test_run import Run
from tests.scripted import ScriptedBackend, ScriptedEditor, ScriptedSession, recipe
from ugcflow.errors import RecipeError, StepError
from ugcflow.recipe.variant import Input
from ugcflow.runner import hearing, lockfile, pinning
from ugcflow.session import Progress, Transcript, Upload, Uploaded


@dataclass
class Listener:
    """Hears the words of a file's bytes."""

    asked: list[str] = field(default_factory=list)

    def hear(self, source: Upload, progress: Progress | None = None) -> Transcript | None:
        self.asked.append(source.id)
        content = source.file.read_bytes() if source.file else b""
        if content == b"foreign":
            return Transcript(source.id, hashlib.sha256(content).hexdigest(), (), "und")
        if content == b"broken":
            raise StepError("listening to clip.mp4 was stopped", do="run it again")
        words = tuple((w, i * 500, 400) for i, w in enumerate(content.decode().split()))
        return Transcript(source.id, hashlib.sha256(content).hexdigest(), words)


def pin(
    folder: Path,
    *says: str,
    listener: Listener | None = None,
    refresh: bool = False,
    content: bytes = b"no chord here.",
) -> pinning.Pinned:
    written = recipe(folder, *says)
    (folder / "clip.mp4").write_bytes(content)
    return pinning.pin(written, ScriptedBackend(ScriptedEditor()), refresh, listener or Listener())


def correct(folder: Path) -> Path:
    file = folder / "ad.lock.yaml"
    file.write_text(file.read_text().replace("no chord", "no cord"))
    return file


def handed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, reads: bool = True, **options: Any
) -> tuple[Run, list[Upload]]:
    """A run, and the uploads the editor was handed."""
    seen: list[Upload] = []
    upload = ScriptedSession.upload

    async def watched(self: ScriptedSession, source: Upload, progress: Progress | None = None) -> Uploaded:
        seen.append(source)
        return await upload(self, source, progress)

    monkeypatch.setattr(ScriptedSession, "upload", watched)
    return Run(folder, recipe(folder, "hello"), editor=ScriptedEditor(reads=reads), **options), seen


def test_the_words_of_the_inputs_are_written_and_read_back(tmp_path: Path) -> None:
    done = pin(tmp_path, "hello")
    assert "+ 3 words of clip (clip.mp4)" in done.changes
    text = done.lock.file.read_text()
    assert "  - say: no chord here.\n    at: 0+400 500+400 1000+400\n" in text
    assert lockfile.load(tmp_path / "ad.yaml").transcripts == done.lock.transcripts


def test_corrected_words_stay_and_are_not_listened_for_again(tmp_path: Path) -> None:
    pin(tmp_path, "hello")
    text = correct(tmp_path).read_text()
    listener = Listener()
    again = pin(tmp_path, "hello", listener=listener)
    assert (listener.asked, again.changes, again.lock.file.read_text()) == ([], (), text)
    fresh = pin(tmp_path, "hello", listener=listener, refresh=True)
    assert fresh.changes == ("~ the words of clip (clip.mp4)",)


def test_another_file_is_listened_to_anew(tmp_path: Path) -> None:
    pin(tmp_path, "hello")
    done = pin(tmp_path, "hello", content=b"quite another")
    assert [t.words[0][0] for t in done.lock.transcripts] == ["quite"]


def test_a_lock_written_without_listening_keeps_the_words(tmp_path: Path) -> None:
    kept = pin(tmp_path, "hello").lock.transcripts
    done = pinning.pin(recipe(tmp_path, "hello", "world"), ScriptedBackend(ScriptedEditor()))
    assert done.lock.transcripts == kept


def test_words_nobody_can_write_down_are_pinned_as_that_and_it_is_said_once(tmp_path: Path) -> None:
    done = pin(tmp_path, "hello", content=b"foreign")
    assert [(t.language, t.words) for t in done.lock.transcripts] == [("und", ())]
    assert [(p.severity, "can't write down" in p.what) for p in done.warnings] == [("warning", True)]
    again = pin(tmp_path, "hello", content=b"foreign")
    assert (again.warnings, again.changes) == ((), ())
    assert Run(tmp_path, recipe(tmp_path, "hello"), locked=True).outcome.exit_code == 0


def test_a_file_that_can_not_be_listened_to_is_warned_of(tmp_path: Path) -> None:
    done = pin(tmp_path, "hello", content=b"broken")
    assert done.lock.transcripts == ()
    assert [p.what for p in done.warnings] == ["the words of clip are not pinned: listening to clip.mp4 was stopped"]


def test_the_editor_is_handed_the_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pin(tmp_path, "hello")
    correct(tmp_path)
    done, seen = handed(tmp_path, monkeypatch, locked=True)
    assert done.outcome.exit_code == 0, done.outcome.error
    assert [w[0] for w in seen[0].transcripts[0].words] == ["no", "cord", "here."]


def test_the_cloud_is_not_and_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pin(tmp_path, "hello")
    done, seen = handed(tmp_path, monkeypatch, reads=False)
    assert seen[0].transcripts == ()
    assert any("listens for itself" in w["what"] for w in done.of("warning"))


def test_locked_refuses_a_file_that_changed_before_anything_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin(tmp_path, "hello")
    (tmp_path / "clip.mp4").write_bytes(b"another take")
    done, seen = handed(tmp_path, monkeypatch, locked=True)
    error = done.outcome.error
    assert (done.outcome.exit_code, seen) == (2, [])
    assert isinstance(error, RecipeError)
    assert error.what == "clip has changed since its words were pinned"
    assert "ugcflow lock --transcript" in error.do
    assert error.problem.where
    assert error.problem.where.path == "$.inputs.clip"


def test_without_locked_it_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pin(tmp_path, "hello")
    (tmp_path / "clip.mp4").write_bytes(b"another take")
    done, _ = handed(tmp_path, monkeypatch)
    assert done.outcome.exit_code == 0
    assert any("has changed since" in w["what"] for w in done.of("warning"))


@pytest.mark.parametrize(("locked", "code"), [(True, 2), (False, 0)])
def test_what_a_url_holds_is_held_against_the_words_when_it_came(tmp_path: Path, locked: bool, code: int) -> None:
    pin(tmp_path, "hello")
    made = recipe(tmp_path, "hello")
    far = Input("clip", url="https://cdn.example.com/clip.mp4", where=made.variants[0].inputs[0].where)
    done = Run(tmp_path, replace(made, variants=(replace(made.variants[0], inputs=(far,)),)), locked=locked)
    assert done.outcome.exit_code == code
    told = [w["what"] for w in done.of("warning")] + [
        v["error"]["what"] for v in done.of("variant_done") if "error" in v
    ]
    assert "clip has changed since its words were pinned" in told
    assert ("send", "hello") in done.log or locked


def test_an_input_that_was_never_heard_is_refused_too(tmp_path: Path) -> None:
    pinned = pin(tmp_path, "hello").lock.transcripts
    other = Input("intro", tmp_path / "intro.mp4")
    (tmp_path / "intro.mp4").write_bytes(b"hi")
    (problem,) = hearing.stale(pinned, [other], tmp_path / "ad.yaml")
    assert problem.what == "the words of intro are not pinned"
    assert not hearing.stale((), [other], tmp_path / "ad.yaml")
    assert not hearing.stale(pinned, [replace(other, role="music")], tmp_path / "ad.yaml")


@pytest.mark.parametrize(("line", "said", "number"), [
    ("{say: no cord, at: 0+400 100+400}", "begins before the one before it ends", 6),
    ("{say: no cord, at: soon}", "`soon` is no start+length", 6),
    ("{say: no cord}", "a line is made of `say` and `at`", 6),
])  # fmt: skip
def test_a_mistyped_line_is_shown_where_it_stands(tmp_path: Path, line: str, said: str, number: int) -> None:
    text = f"version: 1\ntranscripts:\n- input: clip\n  sha256: {'0' * 64}\n  lines:\n  - {line}\n"
    (tmp_path / "ad.lock.yaml").write_text(text)
    with pytest.raises(RecipeError) as caught:
        lockfile.load(tmp_path / "ad.yaml")
    assert said in caught.value.what
    assert caught.value.problem.where
    assert caught.value.problem.where.line == number
