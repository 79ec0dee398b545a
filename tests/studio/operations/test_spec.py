"""Every operation of the vocabulary, built or not: what its file says of it holds together."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from ugcflow.studio import operations
from ugcflow.studio.language import StudioReader
from ugcflow.studio.operation import Parameter, Spec
from ugcflow.studio.operations import all_operations

GROUPS = {"cutting", "words", "sound", "picture", "session"}
FILES = sorted(f.stem for f in Path(operations.__file__).parent.glob("*.py") if f.stem != "__init__")
SPECS = list(all_operations().values())
PARAMETERS = [pytest.param(s, p, id=f"{s.name}-{p.name}") for s in SPECS for p in s.parameters]

each = pytest.mark.parametrize("spec", SPECS, ids=lambda s: s.name)
built = pytest.mark.parametrize("spec", [s for s in SPECS if s.built], ids=lambda s: s.name)
unbuilt = pytest.mark.parametrize("spec", [s for s in SPECS if not s.built], ids=lambda s: s.name)


def test_every_file_is_an_operation_and_every_operation_a_file() -> None:
    assert len(FILES) >= 46
    assert list(all_operations()) == FILES


@pytest.mark.parametrize("file", FILES)
def test_it_is_called_as_its_file_is(file: str) -> None:
    assert import_module(f"ugcflow.studio.operations.{file}").OPERATION.name == file


@each
def test_it_is_in_a_group_and_said_in_one_line(spec: Spec) -> None:
    assert spec.group in GROUPS
    for text in (spec.summary, spec.example):
        assert text == text.strip()
        assert 0 < len(text) <= 80
        assert "\n" not in text
    assert spec.summary[0].isupper()
    assert not spec.summary.endswith(".")


@each
def test_its_example_states_only_what_it_takes(spec: Spec) -> None:
    (operation,) = StudioReader().read(spec.example).operations
    known = {p.name: p for p in spec.parameters}
    assert set(operation.parameters) <= set(known)
    assert {p.name for p in spec.parameters if p.required} <= set(operation.parameters)
    for name, value in operation.parameters.items():
        assert not known[name].choices or value in known[name].choices


@each
def test_no_parameter_is_named_twice(spec: Spec) -> None:
    names = [p.name for p in spec.parameters]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("spec", "parameter"), PARAMETERS)
def test_a_choice_has_choices_and_nothing_else_has(spec: Spec, parameter: Parameter) -> None:
    assert bool(parameter.choices) == (parameter.kind == "choice")
    assert len(set(parameter.choices)) == len(parameter.choices)


@pytest.mark.parametrize(("spec", "parameter"), PARAMETERS)
def test_a_default_is_one_of_the_choices_and_within_the_limits(spec: Spec, parameter: Parameter) -> None:
    low, high, default = parameter.minimum, parameter.maximum, parameter.default
    assert low is None or high is None or low < high
    if default is None:
        return
    assert not parameter.required, "what has a default need not be stated"
    assert not parameter.choices or default in parameter.choices
    assert low is None or default >= low
    assert high is None or default <= high


@built
def test_it_needs_only_what_footage_can_have(spec: Spec) -> None:
    assert set(spec.needs) <= {"speech", "sound", "picture"}


@built
def test_its_defaults_are_what_it_does_when_nothing_more_is_stated(spec: Spec, edit: Any) -> None:
    """Asked with its defaults stated, it does what it does without them."""
    from ugcflow.errors import StepError

    (operation,) = StudioReader().read(spec.example).operations
    needed = {p.name: operation.parameters[p.name] for p in spec.parameters if p.required}
    defaults = {p.name: p.default for p in spec.parameters if p.default is not None}
    outcomes: list[Any] = []
    for stated in (needed, defaults | needed):
        edited = edit(a=[("One two three.", 900), ("Four five six.", 30_000)]).with_music()
        try:
            outcomes.append(spec.apply(edited.timeline, stated, edited.footage))  # type: ignore[misc]
        except StepError as error:
            outcomes.append(error.what)
    assert outcomes[0] == outcomes[1]


@unbuilt
def test_what_is_not_built_asks_for_nothing_and_is_refused_in_plain_words(spec: Spec, edit: Any) -> None:
    assert spec.needs == ()
    edited = edit(a=[])
    before = edited.timeline
    assert edited.refused(spec.name) == (
        f"{spec.name} is understood but not built yet",
        f"leave out “{spec.example}”",
    )
    assert edited.timeline == before


def test_an_operation_there_is_not_is_refused(edit: Any) -> None:
    assert edit(a=[]).refused("explode") == ("there is no operation explode", "`ugcflow ops` lists what there is")


@built
def test_a_parameter_there_is_not_is_refused_with_those_there_are(spec: Spec, edit: Any) -> None:
    takes = ", ".join(p.name for p in spec.parameters) or "nothing"
    told = (f"{spec.name} takes no wobble", f"it takes {takes}")
    assert edit(a=[("One two three.", 900)]).refused(spec.name, wobble=1) == told


@built
def test_without_footage_there_is_nothing_to_edit(spec: Spec, edit: Any) -> None:
    edited = edit(a=[])
    edited.timeline = edited.timeline.with_(clips=())
    told = ("there is no footage to edit", "bring a video or an image in first")
    assert edited.refused(spec.name) == told
