"""Put something else behind the person."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="replace_background",
    group="picture",
    summary="Put something else behind the person",
    example="remove the green screen",
)
