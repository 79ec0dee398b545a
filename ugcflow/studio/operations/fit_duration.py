"""Bring the edit down to a length by choosing whole sentences."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="fit_duration",
    group="cutting",
    summary="Bring the edit down to a length by choosing whole sentences",
    example="cut for a 30-second social ad",
    parameters=(Parameter("seconds", "seconds", required=True),),
)
