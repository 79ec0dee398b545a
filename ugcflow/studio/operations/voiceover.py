"""Speak a text over the picture."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="voiceover",
    group="sound",
    summary="Speak a text over the picture",
    example="voiceover: Meet the bottle",
    parameters=(Parameter("text", "text"),),
)
