"""Put one clip into another."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="insert_clip",
    group="cutting",
    summary="Put one clip into another",
    example="insert intro.mp4 at the start",
)
