"""Put clips in another order."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="reorder",
    group="cutting",
    summary="Put clips in another order",
    example="put the second clip first",
)
