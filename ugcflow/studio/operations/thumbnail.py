"""Make a cover picture."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="thumbnail",
    group="picture",
    summary="Make a cover picture",
    example="make a thumbnail",
)
