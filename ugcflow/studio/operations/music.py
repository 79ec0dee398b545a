"""Lay music under the edit: an input, or by mood from the bundled library."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="music",
    group="sound",
    summary="Lay music under the edit: an input, or by mood from the bundled library",
    example="add upbeat music",
    parameters=(
        Parameter("query", "query"),
        Parameter("volume", "level"),
    ),
)
