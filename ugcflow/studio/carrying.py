"""A sentence carried out on a project: read, each operation done in turn, the whole kept or none of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ugcflow.errors import Problem, StepError
from ugcflow.session.event import Done, Event, Text, Tool
from ugcflow.session.message import Message
from ugcflow.session.reading import Operation, Tongue
from ugcflow.session.wording import clock
from ugcflow.studio.edits.alone import alone, put_back
from ugcflow.studio.edits.carry import carry_out
from ugcflow.studio.edits.ranges import joined_cuts
from ugcflow.studio.project import Project
from ugcflow.studio.timeline import Timeline

Tell = Callable[[Event], None]


@dataclass
class _Work:
    """What a sentence has done so far. `steps` are the timelines before each of its operations, for an undo within it."""

    timeline: Timeline
    steps: list[Timeline] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    back: bool = False


def carry(project: Project, message: Message, tell: Tell) -> Done:
    """Do what `message` says and keep it. Raises StepError, and then nothing was changed."""
    operations = read(project, message) if message.operations is None else message.operations
    work = _Work(project.timeline)
    for operation in joined_cuts(operations):
        tell(Tool(operation.op, "call", dict(operation.parameters)))
        before = len(work.lines)
        _one(project, work, operation, message.on)
        tell(Tool(operation.op, "result", {"lines": work.lines[before:]}))
    _keep(project, work, message)
    reply = _reply(work, project.timeline)
    if reply:
        tell(Text(reply))
    return Done(reply, tuple(work.lines), tuple(work.warnings))


def read(project: Project, message: Message) -> tuple[Operation, ...]:
    """The operations of a sentence, by the studio's reader. Raises StepError with every question it leaves."""
    from ugcflow.studio.language import StudioReader

    inputs = {m.id: m.role for m in project.timeline.media.values()}
    reading = StudioReader().read(message.text, Tongue(inputs, project.timeline.language))
    if reading.questions:
        raise _questions(
            [Problem(f"“{q.words}”: {q.why}" if q.words else q.why, _instead(q.nearest)) for q in reading.questions]
        )
    return reading.operations


def _questions(problems: Sequence[Problem]) -> StepError:
    error = StepError(problems[0].what, do=problems[0].do)
    error.problems = tuple(problems)
    return error


def _instead(nearest: Sequence[str]) -> str:
    return "say it another way, such as " + " or ".join(f"“{n}”" for n in nearest) if nearest else "say it another way"


def _one(project: Project, work: _Work, operation: Operation, on: str) -> None:
    if operation.op == "undo":
        _undo(project, work)
        return
    work.steps.append(work.timeline)
    whole = work.timeline
    base = alone(whole, on) if on else whole
    applied = carry_out(base, operation, project.footage)
    after = put_back(whole, on, applied.timeline) if on else applied.timeline
    if on and after is not applied.timeline:
        from ugcflow.studio.edits.carry import settled

        after = settled(whole, after, project.footage)
    work.timeline = after
    work.lines += applied.lines
    work.warnings += applied.warnings


def _undo(project: Project, work: _Work) -> None:
    """Within a sentence the operation before it, else the last sentence."""
    if work.steps:
        work.timeline = work.steps.pop()
        work.lines.append("Took that back")
        return
    last = project.last_step()
    if last is None:
        raise StepError("there is nothing to take back", do="leave the undo out")
    sentence, work.timeline = last
    work.back = True
    work.lines.append(f"Took back: {sentence}" if sentence else "Took the last step back")


def _keep(project: Project, work: _Work, message: Message) -> None:
    if work.back:
        project.step_back(work.timeline)
    elif work.timeline != project.timeline:
        project.step(message.text, work.timeline)


def _reply(work: _Work, timeline: Timeline) -> str:
    """One or two plain sentences."""
    if not work.lines:
        return "Nothing had to be changed."
    done = "; ".join(line if i == 0 else line[:1].lower() + line[1:] for i, line in enumerate(work.lines))
    return f"{done}. The edit is {clock(timeline.duration)} long."
