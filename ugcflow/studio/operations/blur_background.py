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
            "<blur_> [out] (what|whats|what's|whatever|all|everything|stuff|anything|things|people|everyone|area|part|place|room|wall|space) [is|that's|thats|that is] (behind|in back of) [<subject>|us|them|the speaker|presenter|host]",
            "(area|part|stuff|things|room|wall|space|everything|whatever|people|everyone) (behind|in back of) [<subject>|us|them|presenter|speaker|host] & (<blur_>|@unsharp)",
            "<blur_> [out] (the rest|rest|everything else|all else|everyone else|everything but me|everything except me|everything but <subject>|everything except <subject>|everything around <subject>|my surroundings|the surroundings)",
            "<blur_> [out] [a|the|my|our|that] [messy|whole|untidy|cluttered] <surroundings>",
            "(hide|obscure|cover|disguise|mask|conceal|<replace>|<remove>) [messy|untidy|cluttered] <surroundings> & <blur_>",
            "(only|just) <subject> [should|must|needs to|to|is|are|in] [be|stay|remain] (in focus|sharp|focus)",
            "(portrait|portrait mode) (effect|style|look|focus)",
            "(shallow|shallower) (depth of field|focus|dof)",
            "(isolate|separate|detach) <subject> from <background> & <blur_>",
            "defocus",
            "(hide|obscure|cover|<replace>|<remove>) <background> & <blur_>",
            "(whatever|what|everything|stuff|anything|all|things) [is|that's|thats|that is|sits] <background> [should] (go|be|look|get|turn|become) @unsharp",
            "<background> (should|must|needs|has|to|can) [to] (go|be|look|get|turn|become) @unsharp",
            "(make|have|throw|put|keep|want|get|turn|take|leave|set|render) <background> [look|go|all|more|a bit|nice and|in|into] @unsharp",
            "(make|have|throw|put|keep|want|get|turn|take|leave|set|render) @unsharp <background>",
            "(make|have|throw|put|keep|want|get|turn|take) (everything|whatever|what|stuff|all|area|part|everyone|anything|room|wall|space) <background> @unsharp",
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
            "(后面|后边|身后|背后|人后面|环境|周围) [给我] [都] (虚|虚掉|虚化|糊|糊掉|模糊|打糊|模糊掉|虚化掉)",
            "(突出|只突出) (人|人物|主体|产品) & (背景|后面) (虚|糊|模糊)",
            "(两侧|两边|上下|四周|空白|空白处|其余|左右) [部分] [用|以|拿] (模糊|虚化|毛玻璃) [画面|背景] [填充|填满|补|补齐|补上]",
        ),
    },
)
