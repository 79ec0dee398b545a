"""Bring the edit down to a length by choosing whole sentences."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.wording import clock
from ugcflow.studio.edits.fitting import fit
from ugcflow.studio.edits.params import length
from ugcflow.studio.edits.recut import keep
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Whole sentences within `seconds`, at most 10 % under: the strongest opening, the call to action, no repetition."""
    target = length(parameters, "seconds", 0)
    if target < 500:
        raise StepError("an edit of less than half a second can't be", do="ask for a longer cut")
    if timeline.duration <= target:
        warning = f"it is {clock(timeline.duration)} long, which is not over {clock(target)}: nothing was cut"
        near = timeline.duration >= 0.9 * target
        return Applied(timeline, (f"Fits {clock(target)} as it is",), () if near else (warning,))
    chosen = fit(timeline, target, footage)
    return Applied(keep(timeline, chosen.spans), (chosen.line,), chosen.warnings)


OPERATION = Spec(
    name="fit_duration",
    group="cutting",
    summary="Bring the edit down to a length by choosing whole sentences",
    example="cut for a 30-second social ad",
    apply=apply,
    parameters=(Parameter("seconds", "seconds", required=True),),
)
