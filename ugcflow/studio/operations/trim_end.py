"""Cut a stated length off the end."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.wording import clock
from ugcflow.studio.edits.params import length
from ugcflow.studio.edits.recut import remove
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Cut `seconds` off the end."""
    cut = length(timeline, parameters, "seconds")
    if cut >= timeline.duration:
        raise StepError(
            f"{clock(cut)} can't be cut off an edit of {clock(timeline.duration)}",
            do="cut less than that, so that something is left",
        )
    return Applied(remove(timeline, [(timeline.duration - cut, timeline.duration)]), (f"Cut {clock(cut)} off the end",))


OPERATION = Spec(
    name="trim_end",
    group="cutting",
    summary="Cut a stated length off the end",
    example="cut the last 5 seconds",
    apply=apply,
    parameters=(Parameter("seconds", "seconds", required=True),),
    phrases={
        "en": (
            "(<remove>|<cut>) & {seconds:last}",
            "<drop> {seconds:duration} <t_end>",
            "<drop> {seconds:duration} [of] <silence> [there is|there are] {_e:ending}",
            "take {seconds:last} (off|out|away)",
            "<leap> & {seconds:last}",
            "<drop> {_share:percent} (from|off) (end|tail|back|ending)",
            "take (off|out|away) {seconds:last}",
            "<drop> {seconds:duration} (from|off) (the|) (end|tail|back|ending|outro)",
            "<drop> <t_end> by {seconds:duration}",
            "(chop|snip|lop|cut|trim) tail [off] {seconds:duration}",
            "{seconds:duration} off (<t_end>|the end)",
            "{seconds:duration} (tail|end) trim",
            "{seconds:duration} trim (at|from|off|of) [the] {_e:ending}",
            "{seconds:duration} trim {_e:ending}",
            "<make> {seconds:last} shorter",
            "(end|ends|finish|finishes|stop|stops|wrap up|wrap|wraps up) [it|things|<clip>] {seconds:duration} (earlier|sooner|early)",
            "<drop> end {seconds:duration}",
            "{seconds:last} <gone>",
            "<drop> {seconds:duration} {_e:ending}",
            "take {seconds:duration} (off|out|away|) [at|from|of] <t_end>",
            "<keep> @all_of_it (but|<except>|apart|aside) [of|for|from] {seconds:last}",
            "(nobody|no one|noone) (needs|wants|need|has) [to] [see|watch|hear] {seconds:last}",
            "{seconds:last} [is|are|was|were|be] @unneeded",
            "<drop> [the] (tail|tail end|back end|rear) {seconds:duration}",
            "(can|could|should|must|has to|needs to) {seconds:last} (go|disappear|vanish)",
            "(<t_end>|tail|outro) trim {seconds:duration}",
            "trim (tail|end|back|outro) {seconds:duration}",
            "<dont> (need|want|use|like|keep|include) {seconds:last}",
            "= (no|without|minus) {seconds:last}",
            "minus {seconds:duration} (at|from|off) <t_end>",
            "(end|stop|finish) [it|<clip>] {seconds:duration} before (<t_end>|where it|it currently|it now)",
            "(end|stop|finish) [it|<clip>] {seconds:duration} (earlier|sooner|before) [than] [where] [it|<clip>] [currently|now|does] [ends|stops|finishes]",
        ),
        "zh": (
            "<drop> & {seconds:last}",
            "(结尾|后面|<t_end>) <drop> {seconds:duration}",
            "{seconds:last} (<part_gone>|<no>)",
            "{seconds:last} [<part>] [是] [完全|都] (没用|用不上|多余|废了)",
            "{seconds:last} <part> & <drop>",
            "<drop> {seconds:last} <part>",
            "<t_end> [的] (留白|空白|黑屏|黑场|空镜|废片|静音|停顿) {seconds:duration} & <drop>",
            "<drop> <t_end> {seconds:duration}",
            "<t_end> (有|多|多了|多出|多出来|多录了|多录|多拍了|多拍|多留了|还有|空了|黑了|拖了|废了|留了) {seconds:duration} & <drop>",
            "(后面|最后面|后头|结尾|片尾) (有|多|多了|多出|多出来|多录了|多录|多拍了|空了|黑了|废了|浪费了) {seconds:duration} & <drop>",
            "(去尾|掐尾|砍尾|剪尾|去掉尾) {seconds:duration}",
            "(掐|砍|剪) {seconds:last}",
        ),
    },
)
