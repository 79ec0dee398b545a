"""Show another picture over the speech."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="broll",
    group="cutting",
    summary="Show another picture over the speech",
    example="show the product shot from 0:12 to 0:16",
    parameters=(
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
    ),
    phrases={
        "en": (
            "<show> & <broll> [{range}]",
            "<add> & <broll>",
            "<add> <broll> {file}",
            "cut (to|away to) & {range}",
            "cut away to",
            "<show> (product|packaging|photo|image|picture|screenshot|screen recording|{input}) {range}",
            "show the product & {range}",
            "<show> & {file} {range}",
            "cover & with (<broll>|product|footage|{input}|{file})",
            "overlay (clip|video|footage|{input}|{file})",
            "<broll> {range}",
            "= <broll>",
            "use <broll>",
            "cut (to|away to) <broll>",
            "keep (my voice|voice|audio) underneath & {range}",
            "layer <broll>",
            "illustrate with",
            "insert <broll>",
            "<show> {input:input} {range}",
            "<show> {input:input} over",
            "cut away to & {instant}",
            "(cut|cutaway) away to & (shot|card|screen|product)",
        ),
        "zh": (
            "<broll> & (盖住|覆盖|穿插|插入|加|放|切|切到|展示|显示|换成|用|配)",
            "(穿插|插播|盖住|覆盖) & (画面|镜头|素材|<broll>)",
            "切到 <broll>",
            "{range} & <broll>",
            "用 画面 (盖住|覆盖)",
            "{range} & (盖住|覆盖|放|显示|展示) (产品|画面|图片)",
            "切到 (产品|画面)",
            "加 <broll>",
            "穿插 镜头",
            "{range} & {input:file} (盖住|覆盖|遮住|替换|顶替|盖|盖上|遮一下)",
            "用 {input:file} (盖住|覆盖|遮住|替换|顶替|盖|盖上)",
            "(换成|切到|切成|插|放) <broll> {range}",
        ),
    },
)
