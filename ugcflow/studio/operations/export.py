"""Write the finished file."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="export",
    group="session",
    summary="Write the finished file",
    example="export as mp4",
    parameters=(
        Parameter(
            "format", "choice", choices=("mp4", "mov", "webm", "gif", "mp3", "wav", "m4a", "srt", "vtt", "png", "jpg")
        ),
        Parameter("quality", "choice", choices=("low", "medium", "high")),
        Parameter("resolution", "text"),
        Parameter("fps", "number"),
    ),
)
