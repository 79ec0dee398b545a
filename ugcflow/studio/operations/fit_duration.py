"""Bring the edit down to a length by choosing whole sentences."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.wording import clock
from ugcflow.studio.edits.fitting import fit
from ugcflow.studio.edits.params import length
from ugcflow.studio.edits.recut import keep
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Whole sentences within `seconds`, at most 10 % under: the strongest opening, the call to action, no repetition."""
    target = length(timeline, parameters, "seconds")
    if target < 500:
        raise StepError("an edit of less than half a second can't be", do="ask for a longer cut")
    if timeline.duration <= target:
        warning = f"it is {clock(timeline.duration)} long, which is not over {clock(target)}: nothing was cut"
        near = timeline.duration >= 0.9 * target
        return Applied(timeline, (f"Fits {clock(target)} as it is",), () if near else (warning,))
    chosen = fit(timeline, target, footage)
    after = keep(timeline, chosen.spans)
    line = f"{chosen.line}, {clock(after.duration)} of {clock(timeline.duration)}"
    return Applied(after, (line,), chosen.warnings)


OPERATION = Spec(
    name="fit_duration",
    group="cutting",
    summary="Bring the edit down to a length by choosing whole sentences",
    example="cut for a 30-second social ad",
    apply=apply,
    parameters=(Parameter("seconds", "seconds", required=True),),
    phrases={
        "en": (
            "<fit> (to|down to|into|for|in|at) {seconds:duration}",
            "(do|do me|do us|knock out|bang out) (a|an) {seconds:duration} (cut|edit|version|spot|teaser|trailer)",
            "<fit> <rest> [down] (to|into|down to|under|in) [about|around|just|just under] {seconds:duration}",
            "<fit> (to|down to|into|for|in|at) {seconds:duration} <length>",
            "<fit> <under> {seconds:duration}",
            "<fit> {seconds:duration} <length>",
            "= <length> <under> {seconds:duration}",
            "= <length> of {seconds:duration}",
            "= <length> {seconds:duration}",
            "= <length> down to {seconds:duration}",
            "<length> down to {seconds:duration}",
            "<fit> <length> {seconds:duration}",
            "= {seconds:duration}",
            "= <under> {seconds:duration}",
            "= {seconds:duration} <length>",
            "cut for {seconds:duration}",
            "<fitv> {seconds:duration}",
            "<fit> {seconds:duration} (long|total)",
            "= <under> {seconds:duration} (long|total)",
            "= {seconds:duration} (max|maximum|tops|or less|or under|limit|total)",
            "(cut|trim|shorten|chop|snip|clip|crop) [the|this|my|our] [whole|first] (<clip>|it|this) (to|down to|into|<under>|within) {seconds:duration}",
            "<fit> (<clip>|it|this) {seconds:duration} (max|maximum|tops|long|total|flat|or less|or under|limit|at most)",
            "target {seconds:duration}",
            "<length> of <under> {seconds:duration}",
            "(has to|must|should|needs to|have to|needs|gotta) be {seconds:duration} [sharp|exactly|max|long|tops|flat]",
            "(boss|client|customer|team|he|she|they|brand) (says|said|asked for|asks for|wants|needs|wanted) [it] {seconds:duration}",
            "{seconds:duration} (highlight|highlights|cut|edit|version|teaser|trailer|recap|summary|cutdown) (out of|from|of) (this|my|the|these|our)",
            "<make> & half as long => seconds=50%",
            "(cut|reduce|halve|shorten) & (length|duration|runtime) (in|by|to) half => seconds=50%",
            "half (the|its) (length|duration|runtime) => seconds=50%",
            "halve (length|duration|runtime) => seconds=50%",
            "(<fit>|<generate>|into|as|<fit> into|<fit> as) a {seconds:duration} (short|shorts) (from|of|out of|for|with|using) => _platform=shorts;_also=reframe",
            "(convert|turn|make|create|export|save|cut|give me) & {seconds:duration} gif => _format=gif;_also=export",
            "(convert|turn|make|create|export|save|cut) & (to|into|as) {seconds:duration} gif => _format=gif;_also=export",
            "(<fit>|<generate>) {seconds:duration} <length> (from|of|out of|with|using) (the|my|this|these|our) [best] [moments|highlights|parts|bits|clips]",
            "(prepare|prep|assemble) {seconds:duration} <length>",
            "(cut|pick|grab|take|find|pull|use|keep|extract|get|choose|select) & (best|cleanest|strongest|funniest|tightest|most interesting|top) {seconds:duration}",
            "(as|into) {seconds:duration} <length>",
            "(set|change|adjust|limit|keep|bring|make) & (length|duration|runtime|running time) (to|at|under|of) {seconds:duration}",
            "(set|change|adjust|limit|keep|bring|make) & (length|duration|runtime|running time) {seconds:duration}",
            "aim for {seconds:duration}",
            "(aim|aiming|gun|gunning) for [a|something|<length>|shorter] [<under>|around|roughly] {seconds:duration}",
            "= (aim|aiming|gun|gunning|target|shoot|shooting) [for] [a|something|<length>|shorter] {seconds:instant}",
            "= shorter <length> {seconds:instant}",
            "(<fit>|into|as|to|down to|<fit> into|<fit> as|<fit> to|<fit> down to) a {seconds:duration} (reel|tiktok|youtube short|instagram reel|story) => _platform=shorts;_also=reframe",
            "(wants|want|needs|need) it {seconds:instant}",
            "<fit> (to|down to|into|under|in|at) [about|around|<under>] {seconds:duration} (for|on|as) [a|my|our] <upright> => _platform=shorts;_also=reframe",
            "<fit> {seconds:duration} (for|on) [my|our] <upright> => _platform=shorts;_also=reframe",
            "<fit> {seconds:duration} <upright> => _platform=shorts;_also=reframe",
            "= {seconds:duration} (for|on) [my|our] <upright> => _platform=shorts;_also=reframe",
            "= {seconds:duration} <upright> => _platform=shorts;_also=reframe",
            "= <under> {seconds:duration} (for|on) [my|our] <upright> => _platform=shorts;_also=reframe",
            "(<fit>|<generate>) {seconds:duration} <upright> (from|of|out of|with|using) (the|my|this|these|our|that|it) => _platform=shorts;_also=reframe",
            "@results (has|must|needs|should|gotta|got|have|need) [to] @ending_up [at] <under> {seconds:duration}",
            "(has|have|needs|need|must|should|gotta|got|supposed|meant|wants) [to] @ending_up (at|around|just under|<under>) {seconds:duration}",
            "@clocking_in (at|around|just under|<under>|to) {seconds:duration}",
            "@whittling (to|into|until|till|for|<under>|it's|its) {seconds:duration}",
            "(clock|clocks|top|tops|max|maxes|weigh|weighs) (in|out) {seconds:instant}",
            "@films (has|have|needs|need|must|should|gotta|got|supposed|meant) [to] @ending_up {seconds:instant}",
            "= to {seconds:duration}",
            "(stick|hold|limit yourself|restrict it|confine it|hold it) to {seconds:duration}",
            "= [must|should|has|have|needs|need|and] to (last|run|take|endure) [for|only|just|about|exactly|around] {seconds:duration}",
            "(cap|limit|max) (it|this|that|<length>|everything|things|the whole thing) [out] {seconds:instant}",
            "(cap|limit|max) (it|this|that|<length>|everything|things|the whole thing) [out] (to|at) {seconds:duration}",
            "(pare|cut|trim|dial|scale|whittle|strip|rein|shave|knock) (it|this|that|everything|things|the whole thing|<clip>) (back|in) to {seconds:duration}",
            "don't let (it|this|that|<length>|things) (go|run|get|be|drag|spill|creep) [on|out] (over|above|longer than|more than|beyond) {seconds:duration}",
            "(want|need|like) (it|this|that|the video|the ad|the clip|everything) to (last|run|run for|be|go on for) {seconds:duration}",
            "(want|need|like) (it|this|that|the video|the ad|the clip|everything|the whole thing) to {seconds:last}",
            "<fit> & (lasts|last|runs|run) [about|exactly|only|just|<under>] {seconds:duration}",
            "(lasts|runs) (exactly|only|just|no more than) {seconds:duration}",
            "= (has|have|needs|need|must|should|gotta) [to] @ending_up {seconds:instant}",
        ),
        "zh": (
            "<fit> & {seconds:duration}",
            "<fit> (到|成|至|为|在|<under>) {seconds:duration}",
            "= <length> & {seconds:duration}",
            "<length> (<fit>|不要超过|不超过|控制在|压到|缩到|剪到|在) {seconds:duration}",
            "<under> {seconds:duration}",
            "= {seconds:duration} (以内|之内|内|左右|<length>)",
            "(限制|要求|限时|限定|限|上限|封顶|规定) [在|是|为|到] {seconds:duration} [以内|之内|内]",
            "(限制|要求|限时|限定|限|上限|封顶|规定|最长|最多|不超过) [在|是|为] {seconds:duration} [以内|之内|内] [帮我|给我] <fit> [不] [超过] (这个|该|这) [时长|长度|范围|时间|秒数|数] [以内|之内|内|里]",
            "= {seconds:duration}",
            "= {seconds:duration} 的 <length>",
            "(导出|输出|渲染|重新导出) [一] [个|条|版|支] {seconds:duration} [的] [版本|视频|成片|短片|片子] => _also=export",
            "= {aspect} {seconds:duration} => _also=reframe",
            "<fit> {seconds:duration} 的 <length>",
            "做 {seconds:duration} <length>",
            "(剪成|做成|剪辑成|制作成|剪到|压到|压缩成|剪|做|控制在|缩到|缩短到|剪辑到|压缩到|精简到|剪出|剪个|做个) [一|1] [条|个|支] {seconds:duration} [的] {_platform:platform} => _also=reframe",
            "<fit> [一|1] [条|个|支|版] {seconds:duration} [的] {aspect} => _also=reframe",
            "<fit> {aspect} [的] {seconds:duration} => _also=reframe",
        ),
    },
)
