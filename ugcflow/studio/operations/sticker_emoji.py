"""Put an emoji on the picture."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="sticker_emoji",
    group="words",
    summary="Put an emoji on the picture",
    example="add a fire emoji",
)
