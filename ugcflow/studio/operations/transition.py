"""Join cuts with a transition."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="transition",
    group="picture",
    summary="Join cuts with a transition",
    example="add a crossfade between clips",
    parameters=(
        Parameter("kind", "text"),
        Parameter("seconds", "seconds"),
    ),
)
