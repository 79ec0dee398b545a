"""Take background noise away."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="denoise_audio",
    group="sound",
    summary="Take background noise away",
    example="reduce the background noise",
)
