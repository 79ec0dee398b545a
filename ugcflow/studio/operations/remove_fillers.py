"""Cut “um”, “uh” and their like."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="remove_fillers",
    group="cutting",
    summary="Cut “um”, “uh” and their like",
    example="remove filler words",
)
