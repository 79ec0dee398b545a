"""Turn the picture."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="rotate",
    group="picture",
    summary="Turn the picture",
    example="rotate 90 degrees",
    parameters=(Parameter("degrees", "number", required=True),),
    phrases={
        "en": (
            "<rotate_> & {degrees}",
            "<rotate_> by {degrees:number}",
            "(rotate|spin|tilt) {degrees:number}",
            "<rotate_> & <right>",
            "<rotate_> & <left> => _left=true",
            "<rotate_> <left> {degrees} => _left=true",
            "<rotate_> {degrees} <left> => _left=true",
            "rotate",
            "<rotate_> & upside down => degrees=180",
            "(upside down) => degrees=180",
            "<rotate_> & sideways",
            "= {degrees}",
            "(video|clip|it) is sideways",
            "rotate (it|the video|the clip|this) [by]",
            "<fix> (the|) (orientation|rotation)",
            "quarter turn => degrees=90",
            "half turn => degrees=180",
            "the wrong way up => degrees=180",
            "(rotate|turn|spin|tip|tilt) (it|this|that|everything) {degrees:number} [to the|to|towards the] <left> => _left=true",
            "(rotate|turn|spin|tip|tilt) (it|this|that|everything) {degrees:number} [to the|to|towards the] <right>",
        ),
        "zh": (
            "<rotate_> & {degrees}",
            "旋转",
            "= <rotate_>",
            "向左 <rotate_> & {degrees} => _left=true",
            "逆时针 <rotate_> {degrees} => _left=true",
            "逆时针 <rotate_> => _left=true",
            "上下颠倒 => degrees=180",
            "倒过来 => degrees=180",
        ),
    },
)
