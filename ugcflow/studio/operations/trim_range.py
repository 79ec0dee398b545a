"""Keep or remove a stated part."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.wording import between
from ugcflow.studio.edits.params import span
from ugcflow.studio.edits.recut import keep, remove
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Keep or remove `start`…`end`; several ranges of one sentence (`_ranges`) are cut at once."""
    ranges = parameters.get("_ranges") or [(parameters.get("start"), parameters.get("end"))]
    stated = [span(timeline, {"start": start, "end": end}) for start, end in ranges]
    spans = [s for s in stated if s]
    if len(spans) != len(stated):
        raise StepError("which part is meant is not said", do="say it with times, as in “keep 0:05 to 0:20”")
    told = " and ".join(between(*s) for s in spans)
    if parameters["mode"] == "keep":
        return Applied(keep(timeline, spans), (f"Kept {told}",))
    return Applied(remove(timeline, spans), (f"Removed {told}",))


OPERATION = Spec(
    name="trim_range",
    group="cutting",
    summary="Keep or remove a stated part",
    example="keep 0:05 to 0:20",
    apply=apply,
    parameters=(
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
        Parameter("mode", "choice", choices=("keep", "remove"), required=True),
    ),
    phrases={
        "en": (
            "<keep> {range} => mode=keep",
            "gif (of|from) {_first:first} => mode=keep;_format=gif;_also=export",
            "gif (of|from) {_last:last} => mode=keep;_format=gif;_also=export",
            "(make|create|need|want|export|save|give me) gif {range} => mode=keep;_format=gif;_also=export",
            "(convert|turn|make|export|save|cut) {_first:first} & gif => mode=keep;_format=gif;_also=export",
            "(convert|turn|make|export|save|cut) {_last:last} & gif => mode=keep;_format=gif;_also=export",
            "(need|want) (the|) <part> {range} => mode=keep",
            "(need|want) {range} => mode=keep",
            "(<keep>|take) {_len:duration} & (starting|beginning|start|begin) {_at:instant} => mode=keep",
            "(cut|clip|pull|make|create) {_len:duration} <clip> & (starting|beginning|start|begin) {_at:instant} => mode=keep",
            "(<keep>|take|cut|clip) {_len:duration} & from {_at:instant} => mode=keep",
            "<fit> (to|down to|into) {_len:duration} (starting|beginning|start|begin) {_at:instant} => mode=keep",
            "<fit> (to|down to|into) {_len:duration} {_at:since} => mode=keep",
            "(make|create|export|save|turn|cut|need|want) & {_len:duration} gif & (starting|beginning|start|from) {_at:instant} => mode=keep;_format=gif;_also=export",
            "gif (of|from) {range} => mode=keep;_format=gif;_also=export",
            "<keep> <part> {range} => mode=keep",
            "<keep> {_first:first} => mode=keep",
            "<keep> {_last:last} => mode=keep",
            "= {_first:first} [should|to|must] [be] (kept|keep|stay|stays) => mode=keep",
            "= {_last:last} [should|to|must] [be] (kept|keep|stay|stays) => mode=keep",
            "(cut|trim|shorten|crop|clip|limit|bring|edit|reduce|get|take) & (to|down to) {_first:first} => mode=keep",
            "(cut|trim|shorten|crop|clip|limit|bring|edit|reduce|get|take) & (to|down to) {_last:last} => mode=keep",
            "<end_> {_until:instant} => mode=keep",
            "<end_> <clip> {_until:instant} => mode=keep",
            "(<drop>|<cut>) (<t_begin>|<t_end>|middle) {range} => mode=remove",
            "(take|use|grab|pull) (the|) <part> {range} => mode=keep",
            "<make> {_first:first} (only|into) => mode=keep",
            "<remove> everything (but|except) {_first:first} => mode=keep",
            "<remove> everything (but|except) {range} => mode=keep",
            "<remove> everything (but|except) {_last:last} => mode=keep",
            "<remove> {range} => mode=remove",
            "<remove> <part> {range} => mode=remove",
            "<remove> {range} <part> => mode=remove",
            "{range} (out|gone|away) => mode=remove",
            "{range} <gone> => mode=remove",
            "(want|need|like|get|have|wants|needs) {range} <gone> => mode=remove",
            "(want|need|like|get|have|wants|needs) [<part>] <gone> {range} => mode=remove",
            "(want|need|like|get|have|wants|needs) <part> {range} <gone> => mode=remove",
            "= (give me|give us|want|need|send me) [only|just] {range} [only] => mode=keep",
            "(cut|trim|chop|snip|slice) {range} (out|away) => mode=remove",
            "(cut|trim|chop|snip|slice) (out|away) {range} => mode=remove",
            "(trim|cut|crop|clip|shorten) (to|down to) {range} => mode=keep",
            "(<drop>|stop) everything {range} => mode=remove",
            "(<drop>|<cut>) everything {_from:since} => mode=remove",
            "<keep> everything {_from:since} => mode=keep",
            "(cut|trim|chop|snip|slice) everything {range} => mode=remove",
            "(<cut>) <part> {range} (out|away|off) => mode=remove",
            "(only|just) <part> {range} => mode=keep",
            "= only {range} => mode=keep",
            "use {range} => mode=keep",
            "(remove|delete|drop|lose|cut out|take out) {_len:duration} [<clip>] (starting|beginning) {_at:instant} => mode=remove",
            "take {_first:first} => mode=keep",
            "take {_last:last} => mode=keep",
            "take {range} => mode=keep",
            "<keep> everything {range} => mode=keep",
            "<make> clip from {range} => mode=keep",
            "<export_> only {range} => mode=keep",
            "<keep> & only {range} => mode=keep",
            "= (trim|clip) [<source>] [{_f:file}] {range:stretch} => mode=keep;_alone=1",
            "(end|stop|finish) [<clip>] {_after:range} => mode=keep",
            "<make> {_first:first} (into|as) => mode=keep",
            "= (only|just) {_first:first} => mode=keep",
            "= (only|just) {_last:last} => mode=keep",
            "don't (<keep>|use|include) {range} => mode=remove",
            "don't (cut|remove|delete|trim) {range} => mode=keep",
            "(<cut>|<drop>) everything {range} => mode=remove",
            "(<fit>|<cut>) to {_first:duration} (from|at|of|off) <t_begin> => mode=keep",
            "(<fit>|<cut>) to {_first:duration} (from|of) its (start|beginning) => mode=keep",
            "gif {range} => mode=keep;_format=gif;_also=export",
            "{range} <gone> => mode=remove",
            "<part> {range} <gone> => mode=remove",
            "(skip|ditch|lose|drop) [over|past] {range} => mode=remove",
            "= {range} <remove> => mode=remove",
            "<remove> (everything|anything|all) (outside|but|except|around|besides) [of|for|from] {range} => mode=keep",
            "<cut> (everything|anything|all) (outside|but|except|around|besides) [of|for|from] {range} => mode=keep",
            "(everything|anything) (outside|but|except|besides) [of|for|from] {range} <gone> => mode=keep",
            "all (but|except) {range} <gone> => mode=keep",
            "take {range} (out|off|away) => mode=remove",
            "take <part> {range} (out|off|away) => mode=remove",
            "take (the|) <part> {range} (out|off|away) => mode=remove",
            "= (only|just) {range} [should|must|can|are|is|be|to] (stay|stays|remain|remains|left|kept|survive) => mode=keep",
            "= {range} [should|must] (stay|stays|remain|remains) => mode=keep",
            "= (only|just) {_first:first} [should|must|are|is|be|to] (left|remain|remains|stay|stays|remaining) => mode=keep",
            "= (only|just) {_last:last} [should|must|are|is|be|to] (left|remain|remains|stay|stays|remaining) => mode=keep",
            "(<keep>|take) {_len:duration} [excerpt|extract|<clip>] [out|from|of] {_at:since} => mode=keep",
            "(<cut>|<make>|trim|edit) (it|this|that|<clip>) <only> {_first:first} [are|is|be|stay|stays|remain|remains] [left|remaining|kept] => mode=keep",
            "(<cut>|<make>|trim|edit) (it|this|that|<clip>) <only> {_last:last} [are|is|be|stay|stays|remain|remains] [left|remaining|kept] => mode=keep",
            "(<cut>|<make>|trim|edit) (it|this|that|<clip>) <only> {range} [are|is|be|stay|stays|remain|remains] [left|remaining|kept] => mode=keep",
            "<remove> all but {_first:first} => mode=keep",
            "<remove> all but {_last:last} => mode=keep",
            "<remove> all but {range} => mode=keep",
            "<cut> all but {range} => mode=keep",
            "<cut> all but {_first:first} => mode=keep",
            "<cut> all but {_last:last} => mode=keep",
        ),
        "zh": (
            "(我要|想要|需要|只需要) {range} [的] (这段|那段|这一段|部分|片段|视频|内容|这部分) => mode=keep",
            "从 {start:duration} (剪|裁|截|裁剪|剪辑|剪切|截取|截图|取) (到|至) {end:duration} => mode=keep",
            "从 {start:instant} (剪|裁|截|裁剪|剪辑|剪切|截取|取) (到|至) ({end:instant}|{end:duration}) => mode=keep",
            "从 {_last:last} (里|中|里面|当中) (剪|截|裁|剪辑|挑|选|剪成|剪出|截取|提取|截出|剪到|压到|压缩到) [成|出|一段] {_seconds:duration} => mode=keep;_also=fit_duration",
            "从 {_first:first} (里|中|里面|当中) (剪|截|裁|剪辑|挑|选|剪成|剪出|截取|提取|截出|剪到|压到|压缩到) [成|出|一段] {_seconds:duration} => mode=keep;_also=fit_duration",
            "从 {_last:last} (里|中|里面|当中) (剪|截|裁|剪辑|挑|选|剪成|剪出|截取|提取) => mode=keep",
            "从 {_first:first} (里|中|里面|当中) (剪|截|裁|剪辑|挑|选|剪成|剪出|截取|提取) => mode=keep",
            "<keep> & {range} => mode=keep",
            "只要 {range} => mode=keep",
            "(剪辑|裁剪|剪切|剪裁) [视频|素材] {_f:file} [从|的] {range} => mode=keep",
            "<keep> & {_first:first} => mode=keep",
            "<keep> & {_last:last} => mode=keep",
            "<remove> & {range} => mode=remove",
            "<remove> & {range} <part> => mode=remove",
            "{range} 不要 => mode=remove",
            "把 {range} 剪 (出来|下来) => mode=keep",
            "{range} 剪 出来 => mode=keep",
            "<remove> 中间 {range} => mode=remove",
            "只 {range} => mode=keep",
            "{_first:first} 切出来 => mode=keep",
            "{range} <part> & <remove> => mode=remove",
            "{range} <part> & <keep> => mode=keep",
            "{range} [的] <part> (必须|务必|一定要|一定) [完整|全部|都] <keep> => mode=keep",
            "(裁成|剪成|切成|截成|裁剪成|剪辑成|剪到只剩|裁到|裁剪为|裁为) {range} => mode=keep",
            "(裁成|剪成|切成|截成|裁剪成|剪辑成|剪到只剩|裁剪为|裁为|裁剪到|剪到|截到|裁到|剪辑到|缩短到|缩到|压到) {_first:first} => mode=keep",
            "(裁成|剪成|切成|截成|裁剪成|裁剪到|剪到|截到|裁到|剪辑到|缩短到|缩到|压到) {_last:last} => mode=keep",
            "{range} (结束|为止|停) => mode=keep",
        ),
    },
)
