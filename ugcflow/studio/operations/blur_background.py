"""Blur what is behind the person."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="blur_background",
    group="picture",
    summary="Blur what is behind the person",
    example="blur the background",
    phrases={
        "en": (
            "<blur_> & <background>",
            "<background> blur",
            "(bokeh|shallow depth of field|portrait-style blur|portrait mode blur)",
            "(portrait style|portrait mode) <background> blur",
            "<add> & (bokeh|background blur)",
            "<background> (out of focus|blurry|blurred|defocused)",
            "blur (out|) what is behind",
            "defocus",
            "(hide|obscure|cover|<replace>|<remove>) <background> & <blur_>",
            "(whatever|what|everything|stuff|anything|all|things) [is|that's|thats|that is|sits] <background> [should] (go|be|look|get|turn|become) @unsharp",
            "<background> (should|must|needs|has|to|can) [to] (go|be|look|get|turn|become) @unsharp",
            "(make|have|throw|put|keep|want|get|turn|take) (<background>|(everything|whatever|what|stuff|all) <background>) @unsharp",
            "(<subject>|just me|only me) (in focus|sharp) & <background> @unsharp",
        ),
        "zh": (
            "<add> (模糊背景|背景模糊)",
            "模糊背景",
            "背景 (虚化|模糊|虚)",
            "(虚化|模糊) 背景",
            "虚化",
            "背景 & (模糊|虚化|虚|糊掉|打糊)",
            "背景 打码",
        ),
    },
)
