"""Bring the loudness to a target."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="normalize_audio",
    group="sound",
    summary="Bring the loudness to a target",
    example="normalize the audio",
    parameters=(Parameter("lufs", "number"),),
)
