"""Say how many credits are left."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="credits",
    group="session",
    summary="Say how many credits are left",
    example="how many credits do I have left?",
)
