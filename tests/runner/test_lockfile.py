"""A lock edited by hand: what is mistyped is shown at its line; what is right is left as it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.scripted import ScriptedBackend, ScriptedEditor, ScriptedReader, recipe
from ugcflow.errors import RecipeError
from ugcflow.runner import lock, lockfile, pinning, reading
from ugcflow.session import Operation, Reading, Tongue


def written(folder: Path, *operations: str) -> Path:
    """A lock whose one sentence has these operations, a line each from line 5."""
    file = folder / "ad.lock.yaml"
    lines = "".join(f"  - {o}\n" for o in operations)
    file.write_text(f"version: 1\nsentences:\n- say: hello\n  operations:\n{lines}", encoding="utf-8")
    return folder / "ad.yaml"


@pytest.mark.parametrize(("operation", "said", "do", "column"), [
    ("{op: fit_duration, sekonds: 30}", "`sekonds` is not a key of `fit_duration`", "Did you mean `seconds`?", 24),
    ("{op: fit_duration, seconds: soon}", "`soon` can't be `fit_duration.seconds`", "Seconds of the edit", 33),
    ("{op: fit_duration}", "`fit_duration` has no `seconds`", "Seconds of the edit", 6),
    ("{op: fade, dir: sideways}", "`sideways` is not a value of `fade.dir`", "`in` or `out`", 21),
    ("{op: trim_silense}", "there is no operation `trim_silense`", "Did you mean `trim_silence`", 10),
    ("{op: fit_duration, seconds: [30]}", "`fit_duration.seconds` must be a number or text", "", 33),
    ("captions", "an operation needs its `op`", "see `ugcflow ops`", 5),
])  # fmt: skip
def test_a_mistyped_pin_is_shown_where_it_stands(
    tmp_path: Path, operation: str, said: str, do: str, column: int
) -> None:
    with pytest.raises(RecipeError) as caught:
        lockfile.load(written(tmp_path, "{op: captions}", operation))
    problem = caught.value.problem
    assert problem.what.startswith(said)
    assert do in problem.do
    assert problem.where
    assert (Path(problem.where.file).name, problem.where.line, problem.where.column) == ("ad.lock.yaml", 6, column)
    assert problem.where.path.startswith("$.sentences[0].operations[1]")


def test_all_that_is_mistyped_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(RecipeError) as caught:
        lockfile.load(written(tmp_path, "{op: fade, dir: up}", "{op: speed, faktor: 2}"))
    assert [p.where.line for p in caught.value.problems if p.where] == [5, 6]


def test_a_number_where_text_stands_is_the_text_that_was_written(tmp_path: Path) -> None:
    found = lockfile.load(written(tmp_path, "{op: text_overlay, text: 1.10, start: 1.50}"))
    assert found.pins["hello"][0].to_json() == {"op": "text_overlay", "text": "1.10", "start": 1.5}


def test_a_lock_that_says_the_same_is_left_as_it_was_typed(tmp_path: Path) -> None:
    file = written(tmp_path, "{op: fit_duration,   seconds: 30}  # as agreed")
    text = (tmp_path / "ad.lock.yaml").read_text()
    done = pinning.pin(recipe(tmp_path, "hello"), ScriptedBackend(ScriptedEditor()))
    assert (done.changes, lock.path_for(file).read_text()) == ((), text)


def test_only_what_is_not_pinned_is_read(tmp_path: Path) -> None:
    asked: list[str] = []

    class Counting(ScriptedReader):
        def read(self, text: str, tongue: Tongue | None = None) -> Reading:
            asked.append(text)
            return super().read(text, tongue)

    backend = ScriptedBackend(ScriptedEditor(), Counting())
    pinning.pin(recipe(tmp_path, "hello", matrix=("a", "b")), backend)
    pinning.pin(recipe(tmp_path, "hello", "world", matrix=("a", "b")), backend)
    assert asked == ["hello", "world"]
    pinning.pin(recipe(tmp_path, "hello", "world"), backend, refresh=True)
    assert asked == ["hello", "world", "hello", "world"]


def test_a_newer_reader_changes_nothing_that_is_pinned(tmp_path: Path) -> None:
    class Newer(ScriptedReader):
        def read(self, text: str, tongue: Tongue | None = None) -> Reading:
            return Reading(text, (Operation("captions", words=text),))

    old = recipe(tmp_path, "hello")
    pinning.pin(old, ScriptedBackend(ScriptedEditor()))
    pins = lockfile.load(old.file)
    found = reading.read_step(
        old.variants[0].steps[0], old.variants[0], old, ScriptedBackend(ScriptedEditor(), Newer()), pins
    )
    assert found
    assert (found.pinned, [o.to_json() for o in found.operations]) == (True, [{"op": "text_overlay", "text": "hello"}])


def test_a_pin_keeps_the_words_that_led_to_it() -> None:
    def read(op: str, start: int, **parameters: object) -> Operation:
        return Operation(op, dict(parameters), f"words {start}", start, start + 5, {"seconds": 1})

    pins = (
        Operation("fade", {"dir": "out"}),
        Operation("fade", {"dir": "in"}),
        Operation("captions"),
        Operation("fit_duration", {"seconds": 20}),
    )
    fresh = (read("fade", 0, dir="in"), read("fade", 10, dir="out"), read("fit_duration", 20, seconds=30))
    found = lock.worded(Reading("x", pins, pinned=True), Reading("x", fresh, language="en"))
    assert [(o.op, o.parameters, o.words) for o in found.operations] == [
        ("fade", {"dir": "out"}, "words 10"),
        ("fade", {"dir": "in"}, "words 0"),
        ("captions", {}, ""),
        ("fit_duration", {"seconds": 20}, "words 20"),
    ]


texts = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), min_size=1, max_size=60)


@example({"0E0": "0"})
@example({"1e3": "1.10"})
@example({"0o17": "no"})
@given(st.dictionaries(texts.filter(str.strip), texts, min_size=1, max_size=4))
def test_any_sentence_comes_back(tmp_path_factory: pytest.TempPathFactory, said: dict[str, str]) -> None:
    folder = tmp_path_factory.mktemp("lock")
    pins = {say: (Operation("text_overlay", {"text": text}),) for say, text in said.items()}
    file = folder / "ad.lock.yaml"
    file.write_text(lockfile.dump(lock.Lock(file, pins), "ad.yaml"), encoding="utf-8")
    found = lockfile.load(folder / "ad.yaml")
    assert [(s, [o.to_json() for o in p]) for s, p in found.pins.items()] == [
        (s, [o.to_json() for o in p]) for s, p in pins.items()
    ]
