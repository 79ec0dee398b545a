"""Join several clips into one timeline."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="merge_clips",
    group="cutting",
    summary="Join several clips into one timeline",
    example="merge the clips",
)
