"""Say how the edit stands."""

from collections.abc import Mapping
from typing import Any

from ugcflow.session.summary import summary
from ugcflow.studio.draft import to_draft
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """How the edit stands, in words."""
    return Applied(timeline, (summary(to_draft(timeline)),))


OPERATION = Spec(
    name="status",
    group="session",
    summary="Say how the edit stands",
    example="show tracks",
    apply=apply,
    phrases={
        "en": (
            "= status",
            "(what's|whats|what is) taking (so long|forever|ages|this long|it so long)",
            "(what's|what is|show|check|whats|get) & (status|progress|state)",
            "is (it|my render|my export|my clip|the clip|the edit|the render|the video|the export|my video|rendering|this) (done|ready|finished|complete)",
            "(done|ready|finished) (exporting|rendering|yet)",
            "(how|is) & (progress|going|coming along)",
            "(is it done|is it ready|are you done|are we there yet)",
            "how (much longer|long left|far along|long until|long will)",
            "is (the|my|our|that|this|it|everything|anything|any) (done|ready|finished|complete|completed)",
            "(exporting|rendering) yet",
            "show (tracks|timeline|the tracks|the timeline|me the timeline)",
            "(status|progress)",
            "is the (render|export|output|video) & (done|ready|finished)",
            "what (have you|has been) done",
            "where are we",
            "= done yet",
            "list (the|) tracks",
            "did & (render|export|output|video|it|edit) (finish|complete|work|go through|succeed)",
            "(is|are|has|did|was) [the|my|our|that] (render|export|output|job|build|upload|batch|encode) [number] [no] {_n:number} [all|already|still|even] (done|ready|finished|finish|complete|completed|failed|fail|through|running|rendering|processing|up|stuck|over)",
            "(has|did) & (render|export|output) [finished|completed|finish|fail|failed|crash|crashed]",
            "why & (render|export|output|rendering|exporting) (slow|stuck|taking|long|failing)",
            "(how's|hows|how is) & (render|export|output|rendering|exporting|progress|it going|coming along)",
            "any (update|updates|news|progress|eta|word|luck) [on|about|yet]",
            "(check|see|know|tell me|find out|tell|verify) (if|whether) [my|the|it|this|that|everything] [<clip>|render|export|upload|edit|ad] (is|has|are|was|did|isn't|hasn't) [still|already|even] (running|done|finished|ready|working|going|rendering|exporting|complete|completed|stuck|failed|crashed|processing|frozen|go through)",
            "(is|isn't) (my|the|this) (render|export|output|edit|ad|<clip>) [still|even] (running|processing|rendering|exporting|going|working|alive)",
            "(is|are|has) (it|this|that|everything|something|the export|the render|my video|my export) [still|all] (stuck|frozen|froze|crashed|processing|rendering|exporting|loading|running|working|hanging|hung|uploading)",
            "= (is|are|it's) [it|the|my|that|this|they] [<export_>|<clip>|<source>] still (running|working|going|busy|rendering|exporting|processing|loading|uploading)",
            "(still|stuck) (processing|rendering|exporting|loading|uploading|converting)",
            "= (it's|its|is it|it is|still) (stuck|frozen|hanging)",
            "(what's|whats|what is) [the] (hold up|holdup|delay|eta|hold-up|happening|going on|taking so long)",
            "(why is|why's|whys) (it|this|that) (taking|so slow|stuck|not done)",
            "(is|it's|its|this is) taking (so long|forever|ages|too long)",
            "how (long|much longer|much time|much more time|far) [is|are|does|till|til|before|until|will|to go|left|along|more]",
            "when (will|is|does|can|do) & (ready|done|finished|finish|complete|expect)",
            "(did|has|have|is) & upload (go through|going through|finish|work|complete|fail|done|ok)",
            "(did|has|have) (it|that|this|everything) (go through|gone through|work|worked|finish|finished|save|saved|crash|crashed|fail|failed|render|export)",
            "(has|have|are|is|did) & (uploaded|exported|rendered) [yet|ok|fine]",
            "where (is|are) (my|the) (video|export|render|file|final|edit|ad)",
            "(where's|wheres) (my|the) (video|export|render|file|final|edit|ad)",
            "where do we stand",
            "(are|is) (we|it) (close|nearly|almost) [to] (done|there|ready|finished)",
            "= eta",
            "eta on",
            "(what|which) (changes|edits) (have|did|has)",
            "(what|show me what) (do|did|have) (we|you|i) (have|got|do|done|change|changed) so far",
            "what's been (done|changed)",
            "(is|are) (anything|it) happening",
            "(did|didn't|has|have|is) (my|the|it|that|everything|they) & upload",
            "what (have|did|has) (you|we|it) (done|do|change|changed|cut|edit|edited) [to] [it|this|so far]",
            "what & <sofar>",
            "show & <sofar>",
            "(done|have|got|changed) <sofar>",
            "how does it look <sofar>",
            "what [is|are] [currently|now|still] (rendering|exporting|processing|uploading|running)",
            "(what's|whats|what is) (the|its|my) [new|current|final|total] (length|duration|runtime|running time|resolution|frame rate)",
            "(tell|show|give) me [the] [new|current|final|total] (length|duration|runtime)",
        ),
        "zh": (
            "(进度|状态|好了吗|完成了吗|完了吗|导出完了吗|做完了吗|好了没|完成没有|导出好了吗|渲染完了吗|处理完了吗|弄好了吗|到哪一步了|还要多久|到哪了|进行到哪|多久能好|什么时候好|什么时候能好|还要多长时间|还有多久|完了没|好了没有|完了没有)",
            "(查看|显示) & (时间线|轨道|进度|状态)",
            "(导|导出|渲染|传|上传|输出|做) (出来|出|上去|完) [了] (没|吗|没有|没呢)",
            "(导出|渲染|处理|剪|做|弄|合成|上传|剪辑|生成|输出|保存) (好|完|完成|成功|结束) (了|) (没|吗|没有|么)",
            "(导出|渲染|处理|剪|做|弄|合成|剪辑) 到 (哪|哪里|哪儿|多少|百分之几) ",
            "(导出|渲染|处理|剪辑) (进度|状态)",
            "(导出|渲染|处理|剪|做|弄|合成|上传|剪辑|生成|输出|保存) (完了没|完了没有|完了吗|好了没|好了没有|好了吗)",
        ),
    },
)
