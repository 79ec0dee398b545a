"""Make the music, the voice or all of it louder or quieter."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="volume",
    group="sound",
    summary="Make the music, the voice or all of it louder or quieter",
    example="music volume to 20%",
    parameters=(
        Parameter("target", "choice", choices=("music", "voice", "all"), required=True),
        Parameter("change", "level", required=True),
    ),
)
