"""Cut flubbed and repeated takes."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="remove_bad_takes",
    group="cutting",
    summary="Cut flubbed and repeated takes",
    example="remove the bad takes",
)
