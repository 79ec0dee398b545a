"""Write down what is said, word by word."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="captions",
    group="words",
    summary="Write down what is said, word by word",
    example="add captions",
    parameters=(
        Parameter("style", "style"),
        Parameter("language", "language"),
        Parameter("position", "place"),
    ),
)
