"""Join several clips into one timeline."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Inputs stand in one timeline as they come, so this only makes sure there are several."""
    names = list(dict.fromkeys(timeline.media[c.media].name for c in timeline.clips))
    if len(names) < 2 and len(timeline.clips) < 2:
        raise StepError(f"there is only one clip, {names[0]}", do="bring in the others as inputs")
    return Applied(timeline, (f"One timeline, in this order: {', '.join(names)}",))


OPERATION = Spec(
    name="merge_clips",
    group="cutting",
    summary="Join several clips into one timeline",
    example="merge the clips",
    apply=apply,
    phrases={
        "en": (
            "<join> (into|as|to) [one|a|single] {_resolution:resolution} [file|video|clip|mp4|movie] => _also=export",
            "<join> & (<music>|{file}) (<music>|{file})",
            "(create|make|build|assemble|edit) (rough cut|sequence|assembly|one video|a single video|single video|one clip|one file) (from|of|out of|with) (these|my|the|all|them|those)",
            "(make|turn|get) & one <clip> (out of|from)",
            "(turn|make|put) (these|them|all|my|the) [<clip>] into (one|a single|1) <clip>",
            "<join> <clip>",
            "<join> these",
            "(synthesize|synthesise|montage|unify|sum) (multiple|several|many|two|three|these|all|the|my|different) <clip>",
            "<join> & <clip>",
            "put <clip> together",
            "(stitch|glue|splice|join|sew) (the|my|our|these|those|both|all) & together",
            "= [all] <clip> together",
            "(<clip>|<source>|them|these|those|all) [should|must|need|to] (play|run|come|go|be) (one after another|one after the other|back to back|in a row|in sequence) [as|in|into] [one|a single] [<clip>]",
            "(one after another|one after the other|back to back) (as|in|into) (one|a single) <clip>",
            "make (one|a single) <clip> (from|out of) <clip>",
            "<join> & (everything|them|all|both|into one)",
            "concatenating <clip>",
            "<clip> into one [<clip>]",
            "<join> {file}",
            "put (them|these|everything) together",
            "(one|a single) [continuous|long|complete|big] (video|clip|file|film) (from|out of|of) (them|these|those|all|the)",
            "(stick|put|tape|glue|string|piece|bring|place|throw|pull|tack|bolt|weld|fuse|knit|patch|lash|chain|bundle|thread|sew|marry|run|tie|staple|cut|edit|mash) [all|both] [{_n:number}] (<clip>|them|these|those) together",
            "(stick|put|tape|glue|string|piece|bring|place|throw) (all|my|the|our|these|those) {_n:number} <clip> together",
            "(roll|blend|mash|squash|fold|turn|make|merge|bundle|melt|edit|cut|splice) (them|these|those|<clip>|everything|it all|the lot|both) [all|both] [together|up] (into|in) (one|a single)",
            "(roll|blend|mash|squash|fold|turn|make|merge|edit|cut|splice|combine|join) (them|these|those|<clip>|everything|it all|the lot|both) [all|both] [together|up] (into|in) (one|a single) {_platform:platform} => _also=reframe",
            "(put|get|have|combine|save|pack|bring|place|want|need) (everything|it all|all|them|these|those|<clip>) [all|both|together] (in|into|as) (one|a single|1) (<clip>|movie|film|recording)",
            "(put|place|play|run|stick|have|line up) (everything|it all|all|them|these|those|<clip>) back to back",
            "(attach|append|tack|join|add|stick|glue) (second|third|fourth|next|other|last) <clip> [on|on to] (to|onto|at|behind|after) (end of|) [the] (first|previous|other|one)",
            "<join> & (in|into|as) (one|a single|1) (movie|film|<clip>|recording|whole|piece)",
            "(make|turn) (it|them|these|those|this|everything) [all|back] [into] (one|a single|1) [long|whole|continuous|big|complete] <clip>",
            "(want|need|have|get|give me) (it|them|these|those|this|everything) [back|all] [together] (as|in) (one|a single|1) <clip>",
            "<join> <two_clips>",
            "<join> (the|my|our|her|his|this) & (with|onto|to) (the|my|our|her|his|this)",
            "<join> <rest> [together|up|into one]",
            "<join> (what|what's|whatever|whatever's|everything|all) [that|that's|is] (left|remains|survives) [together|up|into one]",
            "= (them|these|those|all|everything) [all] (as|in|into) (one|a single|1) [long|continuous] (<clip>|film|movie)",
            "(like|love) (them|these|those|everything) [all] (as|in|into) (one|a single|1) (<clip>|film|movie)",
        ),
        "zh": (
            "<join> & (<clip>|{_f:file})",
            "<clip> & (按|照|依) [先后|文件名|拍摄|时间] (顺序|次序|先后) [依次] (放|接|连|拼|导入|铺) [到|在|进|上] [时间线|时间轴|轨道|一起]",
            "<clip> & (按|照|依) [先后|文件名|拍摄|时间] (顺序|次序|先后) [依次] 排 (到|在|进|上) (时间线|时间轴|轨道|一起)",
            "<clip> (按顺序|按次序|依次|顺序) (放|排|铺|拖|加) [到|在|进|上|入] (时间线|时间轴|轨道)",
            "(依次|顺序|首尾|先后) (拼接|相接|连接|接上|接起来|连起来|拼起来|合并|衔接|排列|串起来)",
            "<join> 一起",
            "<clip> <join>",
            "(用|以|靠) {_kind:transition} [转场|过渡|效果|的方式] <join> => _also=transition",
            "<join> 成 一 个",
            "拼 起来",
            "<join>",
            "(合成) & <clip>",
            "合成 (一起|一个|一段|一条|一部|整片)",
            "(拼接|合并|剪辑|串联|组合|整合|连接|衔接|合) (成|为) {_seconds:duration} => _also=fit_duration",
            "(拼成|合成|合并成|组合成|拼接成|混剪成|剪辑成|串成) {_seconds:duration} => _also=fit_duration",
            "混剪 (这|这些|这几|那几|几|多|所有|全部|下面|以下|<this>) & <clip>",
            "<clip> (串成|接成|拼成|连成|并成|合成|凑成) [一] (条|个|段|片|支|部|整条)",
            "(把|将) [这] [几|多|三|两|四|五|所有|全部] <clip> (串一起|拼一块|接一块|拼一起|连一起|合一块|串一块|捏一起|并一起)",
            "(这些|这几|那几|几|多|所有|全部|两|三) & <clip> 混剪",
            "(这些|这几|那几|几|多|所有|全部|两|三) & <clip> 混剪 (成|为|到) {_seconds:duration} => _also=fit_duration",
        ),
    },
)
