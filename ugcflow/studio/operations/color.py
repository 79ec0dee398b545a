"""Change brightness, contrast, saturation or the whole look."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="color",
    group="picture",
    summary="Change brightness, contrast, saturation or the whole look",
    example="make it warmer",
    parameters=(
        Parameter("preset", "text"),
        Parameter("brightness", "level"),
        Parameter("contrast", "level"),
        Parameter("saturation", "level"),
    ),
)
