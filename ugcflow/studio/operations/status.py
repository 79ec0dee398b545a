"""Say how the edit stands."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="status",
    group="session",
    summary="Say how the edit stands",
    example="show tracks",
)
