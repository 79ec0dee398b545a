"""Cut pauses, with breathing room, never inside a word."""

from collections.abc import Mapping
from typing import Any

from ugcflow.session.wording import clock
from ugcflow.studio.edits.params import length, span
from ugcflow.studio.edits.recut import remove
from ugcflow.studio.edits.silence import MINIMUM, excess, pauses
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Pauses of `min_seconds` (0.4 s) or more, within `start`…`end` when stated, down to their breathing room."""
    minimum = length(timeline, parameters, "min_seconds", MINIMUM)
    part = span(timeline, parameters)
    found = excess(pauses(timeline, footage, minimum), timeline.duration, minimum)
    if part:
        found = [(max(s, part[0]), min(e, part[1])) for s, e in found if e > part[0] and s < part[1]]
    if not found:
        return Applied(timeline, ("No pause was long enough to cut",))
    cut = remove(timeline, found)
    noun = "pause" if len(found) == 1 else "pauses"
    return Applied(cut, (f"Cut {len(found)} {noun}, {clock(timeline.duration - cut.duration)} in all",))


OPERATION = Spec(
    name="trim_silence",
    group="cutting",
    summary="Cut pauses, with breathing room, never inside a word",
    example="trim silences",
    apply=apply,
    needs=("sound",),
    parameters=(
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
        Parameter("min_seconds", "seconds", default=0.4),
    ),
    phrases={
        "en": (
            "(anything|everything|any bit) (quiet|silent) (for|over|longer than) [more than|over|longer than|at least] {min_seconds:duration} (goes|out|gone|can go|must go|has to go)",
            "<keep> (anything|any|everything|those|pauses|gaps|silences|ones|what's) [that's|that is|that are|which is] (shorter|less|under|below) [than] {min_seconds:duration}",
            "(anything|everything|whatever) quiet for <longer> {min_seconds:duration} [should|must|can|has to|needs to] (go|<gone>)",
            "(cut|remove|trim|drop|delete|lose) [the parts|the bits|everything|anything] where (nobody|no one|noone|neither of us|none of us|nobody's|neither of them) (is|are|) (talking|speaking|saying anything)",
            "(<drop>|<clean>|<no>) & <silence> [longer|(<longer> {min_seconds:duration})]",
            "<drop> & <silence> <longer> {min_seconds:duration}",
            "<drop> & {min_seconds:duration} <silence>",
            "= <silence> out",
            "(max|maximum|longest|max length of) <silence> [length|duration|of|:|=] {min_seconds:duration}",
            "(min|minimum) <silence> [length|duration|of|:|=] {min_seconds:duration}",
            "<silence> [length|duration|gap] (max|maximum) [of|:|=] {min_seconds:duration}",
            "= jumpcuts",
            "= <silence> (go|goes)",
            "<silence> (gone|out|removed|off|removal|remover|detection|trimming|cut)",
            "jump cut (this|it|everything|the|my)",
            "= jump cut",
            "= smart (cut|cuts)",
            "<longer> {min_seconds:duration} of (<silence>|quiet|nothing|air) [can|must|should|has to|needs to] (go|gone|<gone>|<remove>)",
            "<drop> & <longer> {min_seconds:duration} of (<silence>|quiet|nothing)",
            "<make> & jump cuts",
            "<add> jump cuts",
            "jump cuts",
            "= <silence>",
            "remove silence",
            "tighten (up|) (the|) (gaps|pacing|pauses)",
            "<drop> spaces between (words|sentences)",
            "<keep> {_x:number} <silence>",
            "don't leave <silence>",
            "cut & where [nobody|no one|i'm] (not|isn't|nobody|no one) (talking|speaking|speaks|talks)",
            "<silence> <longer> {min_seconds:duration} [out|gone]",
            "<silence> {min_seconds:duration} <longer> out",
            "<silence> & <gone>",
            "(anything|everything|stuff|whatever) <longer> {min_seconds:duration} [of] <silence> [<gone>|goes|dies|is out|has to go|must go]",
            "<silence> <longer> {min_seconds:duration} (goes|go|dies|die|is out|are out|has to go|must go|gets cut|get cut)",
            "(shorten|reduce|trim|cut|tighten|limit|cap|squeeze) & <silence> (to|under|down to|at) {min_seconds:duration}",
            "<keep> <silence> (to|<under>) {min_seconds:duration}",
            "(leave|spare|ignore|<dont> touch) <silence> <under> {min_seconds:duration} [alone|in|untouched|as they are|be]",
            "(<keep>|leave|spare|ignore) <silence> <under> {min_seconds:duration} [alone|in|untouched|as they are|be] [and|but] (<drop>|<cut>) (<rest>|longer ones|all the others|others|everything longer|anything longer|everything above|everything over that|all longer ones)",
            "<silence> <under> {min_seconds:duration} [can|may|should|must|to] (stay|stays|remain|remains|be kept|be left)",
            "<silence> <under> {min_seconds:duration} (are|is) (ok|okay|fine|good|allowed)",
            "no <silence> <longer> {min_seconds:duration}",
            "<drop> <t_begin> <silence>",
            "<drop> <t_end> <silence>",
            "<drop> <silence> (at|from|in) (<t_begin>|<t_end>)",
            "(<drop>|<cut>) <part> <silence>",
            "(<drop>|<cut>) (all|any|every|everything) <part> <silence>",
            "@too_much <silence>",
            "<drop> & @bits (without|with no|with zero|lacking|that have no|that has no|which have no) [any|a] @heard",
            "@bits (without|with no|with zero|lacking|that have no|that has no|which have no) [any|a] @heard & <gone>",
            "(no|zero|without|remove|cut) [any|all|the] (breathing room|breathing space) [between]",
            "= <keep> & (parts|bits|sections|moments|stretches|segments|places|portions) (where|when|in which) [i|someone|somebody|people|he|she|they|we|the speaker|the host] [am|is|are|i'm|he's|she's|they're|we're] [actually|really] <voice> => _alone=1",
            "<drop> & <silence> <silence>",
            "(find|spot|detect|locate|identify) [all|any|every] [places|spots|moments|parts|bits|points] <silence>",
        ),
        "zh": (
            "<drop> & <silence>",
            "<drop> & <longer> {min_seconds:duration} <silence>",
            "<longer> {min_seconds:duration} <silence> <drop>",
            "<silence> <longer> {min_seconds:duration} <drop>",
            "= <silence>",
            "(<no>|理顺|理一理|顺一顺|捋顺|挤掉|挤出) <silence>",
            "气口 & <drop>",
            "<silence> [给我|都|全] (理顺|理一理|理一下|顺一下|捋顺|捋一捋|顺一顺|紧一紧|收一收|清一清|挤一挤|挤掉|压缩|别留|不留|不要留|全不要)",
            "<silence> (检测|识别) & <longer> {min_seconds:duration} & <drop>",
            "(紧凑|跳剪)",
            "<silence> & (收一收|紧一紧|缩一缩|压一压|收紧|收短)",
            "{min_seconds:duration} (以内|以下|之内|内) <silence> (留着|保留|留|不剪|别剪|不动|不要剪|不删|留下)",
            "(保留|留着|留|不剪|别剪|不要剪) {min_seconds:duration} (以内|以下|之内|内) <silence>",
            "<silence> (短于|小于|不到|低于) {min_seconds:duration} (留着|保留|留|不剪|别剪|不动|不要剪)",
            "<silence> <longer> {min_seconds:instant} & <drop>",
            "<drop> & <silence> <longer> ({min_seconds:duration}|{min_seconds:instant})",
            "<silence> (不要超过|不超过|别超过|最多|控制在|压缩到|缩短到|缩到|压到|减到|不超过|留|保留) {min_seconds:duration}",
            "(压缩|缩短|控制) <silence> (到|在|至) {min_seconds:duration}",
            "<silence> (剪短|剪|缩短|压缩|压|收|缩|调|限制|控制) (到|至|成|为|在) {min_seconds:duration}",
            "(剪短|缩短|压缩|压|收|缩) <silence> (到|至|成|为) {min_seconds:duration}",
            "(阈值|门限|时长阈值|最短时长) [是|为|设为|设成] {min_seconds:duration}",
            "<drop> ({first}|{range}|{last}) (里|内|中|里面|以内|之内) [的] <silence>",
            "({first}|{last}) (里|内|中|里面|以内|之内) [的] <silence> <drop>",
        ),
    },
)
