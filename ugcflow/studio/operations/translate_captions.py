"""Captions in another language."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="translate_captions",
    group="words",
    summary="Captions in another language",
    example="translate the captions to Spanish",
    parameters=(Parameter("language", "language", required=True),),
)
