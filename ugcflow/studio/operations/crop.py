"""Crop the picture."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="crop",
    group="picture",
    summary="Crop the picture",
    example="crop the black borders",
    phrases={
        "en": (
            "crop",
            "<crop_> & <bars>",
            "<remove> & <bars>",
            "(crop|trim) (the|) (edges|sides|top|bottom|picture|image|frame)",
            "crop (in|out|it|closer|tighter)",
            "no <bars>",
            "crop & {_p:place}",
            "detect and remove <bars>",
            "crop (the|) (top|bottom|left|right|sides|edges) (and|) (bottom|top|right|left)",
            "<bars> (gone|out|removed)",
            "tighter crop",
            "crop & to (remove|hide|eliminate|exclude|lose|avoid|get rid of|cut out|cut off|leave out|cut) [some|the|a|any] [<logo>|text|edge|edges|person|people]",
            "crop (to|into|down to) (center|middle|centre)",
            "crop & {_p:percent} [of] [the] (frame|picture|image|video)",
            "<remove> <silence> (on|at|from|along|around) (the|) [left|right|top|bottom|both] (sides|side|edges|edge|top|bottom|borders)",
            "<drop> & (sides|edges|borders) & (picture|frame|screen|image|shot)",
            "crop & {_p:percent}",
            "<bars> & <gone>",
        ),
        "zh": (
            "<remove> & <bars>",
            "裁剪 (画面|边缘|一下|掉)",
            "裁掉 & (边|上|下|左|右|边缘|上面|下面)",
            "裁剪",
            "<bars> <drop>",
            "裁 (边|画面|边缘)",
            "画面 裁",
            "(两边|四周|上下|左右|边缘|两侧|四边|周围) & (裁|裁掉|切掉|剪掉|裁一点|裁剪)",
            "(裁掉|裁去|裁剪掉|裁了) {_p:place}",
            "{_p:place} (裁掉|裁去|裁剪掉|裁了)",
            "(裁掉|裁去|裁剪掉|裁了) {_p:place} [的] [那个|这个|那些] (路人|行人|人|杂物|垃圾桶|电线杆|车|广告牌|水印|墙|空白)",
            "{_p:place} [的] [那个|这个|那些] (路人|行人|人|杂物|垃圾桶|电线杆|车|广告牌|墙|空白) (裁掉|裁去|裁剪掉|裁了)",
        ),
    },
)
