"""Put a logo in a corner."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="logo",
    group="words",
    summary="Put a logo in a corner",
    example="put the logo top right",
    parameters=(Parameter("position", "place"),),
)
