"""Mirror the picture."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="flip",
    group="picture",
    summary="Mirror the picture",
    example="flip horizontally",
)
