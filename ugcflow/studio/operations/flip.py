"""Mirror the picture."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="flip",
    group="picture",
    summary="Mirror the picture",
    example="flip horizontally",
    phrases={
        "en": (
            "<flip_> & <horizontal>",
            "flip",
            "mirror",
            "(horizontal|vertical) flip",
            "mirrored",
            "un-mirror",
            "flip (it|the video|horizontally|vertically|left to right)",
            "mirror (effect|image|it)",
            "flip & (backwards|backward|reversed|mirrored)",
            "<flip_> & {_way:aspect}",
            "<flip_> <sides>",
            "(swap|switch|reverse|invert|exchange|turn|change|interchange|swop|turn around|flip around) & <sides>",
            "<sides> & (swapped|switched|reversed|inverted|exchanged|interchanged|the wrong way round|the wrong way around|back to front|wrong way)",
            "(facing|face|faces|looking|look|looks|pointing|point) (the|) (other|opposite|wrong|reverse) (way|direction|side)",
            "(reflect|reflection)",
            "flop (it|this|that|everything|horizontally|image|shot|clip|video|picture|footage|frame)",
            "(be|get|have it|want it) flopped",
            "= flop",
            "(text|writing|letters|words|sign|signs|lettering|shirt) [all|is|are|looks|look|reads|appears|comes out|came out|shows up] [all] (backwards|backward|reversed|mirrored|mirror-inverted|back to front|mirror image|mirror-image)",
            "like [in|looking in|through] (a|the) mirror",
            "mirror-image",
            "(undo|reverse|fix|correct|remove|take off|turn off) [the|this|that] (mirroring|mirror effect|mirror image|mirrored)",
            "un-flip",
        ),
        "zh": (
            "(翻转|镜像|反转|拍反|字是反|字是镜像)",
            "(左右|水平|上下|垂直) (翻转|镜像)",
            "(左右|上下|水平|垂直|镜像) (反转|对调|翻|互换)",
            "(左右|水平|镜像) 颠倒",
            "左右 反 了",
            "(画面|字|招牌|文字|镜像|左右|自拍|前置) [是|都|给] [拍|录] 反 [了|的]",
            "(字|画面|招牌|文字|镜像|左右) 是 [镜像] 反",
        ),
    },
)
