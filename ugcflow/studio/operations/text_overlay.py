"""Put words on the picture."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="text_overlay",
    group="words",
    summary="Put words on the picture",
    example='add the title "New in" for the first 3 seconds',
    parameters=(
        Parameter("text", "text"),
        Parameter("role", "choice", choices=("title", "hook", "cta", "lower_third")),
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
        Parameter("seconds", "seconds"),
        Parameter("position", "place"),
        Parameter("position_in_time", "choice", choices=("start", "end")),
        Parameter("style", "style"),
    ),
)
