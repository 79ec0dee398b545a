"""Change the shape of the picture."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="reframe",
    group="picture",
    summary="Change the shape of the picture",
    example="make it vertical",
    parameters=(Parameter("aspect", "aspect", required=True),),
)
