"""Turn the picture."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="rotate",
    group="picture",
    summary="Turn the picture",
    example="rotate 90 degrees",
    parameters=(Parameter("degrees", "number", required=True),),
)
