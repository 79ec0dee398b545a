"""Take the last edit back."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="undo",
    group="session",
    summary="Take the last edit back",
    example="undo that",
)
