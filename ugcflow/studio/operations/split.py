"""Split a clip in two."""

from collections.abc import Mapping
from typing import Any

from ugcflow.session.wording import clock
from ugcflow.studio.edits.params import inside, moment
from ugcflow.studio.edits.recut import split
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Put a joint `at` an instant, so that either side can be told apart; one that is as good as there is named instead."""
    at, _ = inside(timeline, moment(timeline, parameters, "at") or 0, timeline.duration)
    after = split(timeline, [at])
    if len(after.clips) > len(timeline.clips):
        return Applied(after, (f"Split at {clock(at)}",))
    near = min((0, *(c.end for c in timeline.clips)), key=lambda joint: abs(joint - at))
    return Applied(after, (f"There is a joint at {clock(near)} already",))


OPERATION = Spec(
    name="split",
    group="cutting",
    summary="Split a clip in two",
    example="split at 0:10",
    apply=apply,
    parameters=(Parameter("at", "seconds", required=True),),
    phrases={
        "en": (
            "<split_> {at:instant}",
            "<split_> <clip> {at:instant}",
            "<split_> {at:duration}",
            "cut <clip> in two at {at:duration}",
            "<split_> <clip> at {at:number}",
            "= <split_> [it|this] at {at:number}",
            "make (a|the) cut {at:instant}",
            "(add|make|put) cut {at:instant}",
            "= cut {at:instant}",
            "(<split_>|cut) here {at:duration}",
            "(<split_>|cut) here {at:instant}",
            "(add|make|put|place|do|insert) (a|the|another|one) cut (on|in|into|to|through) [the|this|my] [<clip>] {at:instant}",
            "(<split_>|<cut>) [<clip>] (in|into) (half|two|2) (parts|pieces|clips|) {at:instant}",
            "= (<split_>|cut) [it|this|<clip>] (in|into|down) [the] (half|two|2|middle) [equal|even|identical|same] [<part>|halves] => at=50%",
            "<split_> & (into) & {at:duration} (clips|parts|pieces|chunks|segments|sections|files|videos)",
            "<split_> & every {at:duration}",
            "<split_> & {at:limit}",
            "<split_> {at:instant}",
            "<split_> & {at:instant}",
            "<split_> [<clip>] {_after:range}",
            "(cut|slice) (in two|in half|into two) {at:instant}",
            "<split_> & {at:instant} (into|in) (two|2) [pieces|segments|parts|clips|halves]",
            "<split_> & (two|2) (pieces|parts|clips|halves|segments|sections|files|chunks|bits) {at:instant}",
            "(cut|chop|slice|<split_>) {_f:file} {at:instant} [into|in] [two|2] [pieces|parts|clips|halves|files]",
            "(make|add|put|place|do|insert) (a|an|the|another|one) (incision|split|break|slice|division|splice|divide|blade cut|cut point) {at:instant}",
            "{at:instant} (<split_>|<cut>) [<clip>] (in|into) (half|two|2) [parts|pieces|clips|halves]",
            "broken (in|into) (half|two|2) [parts|pieces|clips|halves] {at:instant}",
        ),
        "zh": (
            "<split_> [成] (两半|两段|两部分|两份) => at=50%",
            "(从中间|对半|中间) & (<split_>|切|劈|剪) [成|为] (两半|两段|两部分) => at=50%",
            "(从中间|对半|中间) (<split_>|切|劈|切一刀|剪一刀) => at=50%",
            "(劈|切|剪|分) [成|为] (两半|两部分) => at=50%",
            "<split_> & {at:instant}",
            "<split_> 在 {at:duration}",
            "({at:instant}|{at:duration}) <split_>",
            "{at:instant} [的地方|处|那里|这里] (断开|切开|分开|拆开|剪断|剪开|断成两段|分成两段|拆成两段|一刀两断)",
            "{at:instant} 切一刀",
            "{at:duration} 切 一刀",
            "({at:instant}|{at:duration}) [处|的地方|那里] (断成|切成|剪成|分成|拆成|砍成|切断成|分割成) (两截|两段|两块|两节|两半|两部分|两个)",
            "({at:instant}|{at:duration}) [处|的地方|那里] [给我] (来|切|剪|砍|下|劈) [上] 一刀",
        ),
    },
)
