"""Cut a stated length off the start, or up to a word."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.wording import clock
from ugcflow.studio.edits.params import length
from ugcflow.studio.edits.phrase import find_phrase
from ugcflow.studio.edits.recut import remove
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Cut `seconds` off the start, or everything before the word `until` is said."""
    if parameters.get("until"):
        cut = find_phrase(timeline, str(parameters["until"]), footage).start
        if not cut:
            return Applied(timeline, ("It begins there as it is",))
    else:
        cut = length(timeline, parameters, "seconds")
    if not cut:
        raise StepError("how much to cut off the start is not said", do="say it as in “cut the first 3 seconds”")
    if cut >= timeline.duration:
        raise StepError(
            f"{clock(cut)} can't be cut off an edit of {clock(timeline.duration)}",
            do="cut less than that, so that something is left",
        )
    return Applied(remove(timeline, [(0, cut)]), (f"Cut {clock(cut)} off the start",))


OPERATION = Spec(
    name="trim_start",
    group="cutting",
    summary="Cut a stated length off the start, or up to a word",
    example="cut the first 3 seconds",
    apply=apply,
    parameters=(
        Parameter("seconds", "seconds"),
        Parameter("until", "text"),
    ),
    phrases={
        "en": (
            "(<remove>|<cut>|<leap>) & {seconds:first}",
            "<drop> {seconds:duration} <t_begin>",
            "<drop> {seconds:duration} [of] <silence> [there is|there are] {_o:opening}",
            "<drop> <t_begin> [off] (to|until|till|up to) {seconds:instant}",
            "take {seconds:first} (off|out|away)",
            "<drop> {_share:percent} (from|off) (start|beginning|front|opening)",
            "take (off|out|away) {seconds:first}",
            "{seconds:duration} off (<t_begin>|the start)",
            "{seconds:duration} (off|from) [the] (top|head|front)",
            "{seconds:duration} (head|front) trim",
            "{seconds:duration} trim (at|from|off|of) [the] {_o:opening}",
            "{seconds:duration} trim {_o:opening}",
            "= {seconds:first} (later|further in)",
            "<make> {seconds:first} shorter",
            "<drop> (<t_begin>|top) by {seconds:duration}",
            "<start_> & {seconds:instant}",
            "<start_> [<clip>] {seconds:since}",
            "<start_> {until:text}",
            "<start_> (from|at|with) {until:text}",
            "<start_> <clip> (from|at) {until:text}",
            "<drop> everything before {until:text}",
            "<drop> everything (up to|until|till) {until:text}",
            "cut to {until:text}",
            "(skip|jump|go|cut|get) [ahead|forward|straight|right|directly] to [where|when|the part where|the bit where|the moment] (i|she|he|we|they) [say|says|said] {until:text}",
            "(skip|jump|go) [ahead|forward|straight|right|directly] to {until:text}",
            "<drop> <t_begin> (until|up to|till|before) {until:text}",
            "<start_> when (i|she|he|we|they) say {until:text}",
            "<start_> & (part|bit|moment|point|place) where (i|she|he|we|they) (say|says|said) {until:text}",
            "(after|at|with|from|behind) [the] [word|words|phrase|line|sentence] {until:text} (begins|starts|begin|start|comes) [the] [true|real|actual|proper|main|right] <clip>",
            "[true|real|actual|proper|main] <clip> [only|really|properly|actually] (begins|starts|begin|start) [only|really] (after|at|with|from|behind) [the] [word|words|phrase|line|sentence] {until:text}",
            "<drop> {seconds:duration} (from|off) (the|) (start|beginning|front|intro|opening|top|head)",
            "<start_> {seconds:duration} (in|into)",
            "<drop> start {seconds:duration}",
            "<drop> intro {seconds:duration}",
            "{seconds:first} <gone>",
            "(<drop>|take|get|pull|want|need|knock) & {seconds:duration} (off|from|at|on|of) [the] (both|each|either) (ends|end|sides|side) => _also=trim_end",
            "{seconds:duration} (off|from|at|on) [the] (both|each|either) (ends|end|sides|side) => _also=trim_end",
            "<drop> (both|each|either) (ends|end|sides|side) by {seconds:duration} => _also=trim_end",
            "(<drop>|take|get|pull|want|need|knock) & {seconds:duration} (off|from|at) (front and back|start and end|beginning and end|front and the back|start and the end|beginning and the end|front and end|top and tail|head and tail|top and the tail|head and the tail) => _also=trim_end",
            "{seconds:duration} (off|from|at) (front and back|start and end|beginning and end|front and the back|start and the end|beginning and the end|front and end|top and tail|head and tail|top and the tail|head and the tail) => _also=trim_end",
            "<drop> {seconds:duration} {_o:opening}",
            "take {seconds:duration} (off|out|away|) [at|from|of] <t_begin>",
            "<keep> @all_of_it (but|<except>|apart|aside) [of|for|from] {seconds:first}",
            "(nobody|no one|noone) (needs|wants|need|has) [to] [see|watch|hear] {seconds:first}",
            "(skip|jump|fast forward|fast-forward) [ahead|forward|straight|right|directly] to {seconds:instant}",
            "(go|cut) (ahead|forward|straight|right|directly) to {seconds:instant}",
            "(start|begin|open|kick off|come in) {seconds:duration} (later|in|further in)",
            "<t_begin> (can|should|could|must|to) (start|begin|come in) {seconds:duration} (later|in)",
            "(can|should|could|must|to|it|<t_begin>) {seconds:first} (later|further in)",
            "(can|could|should|must|has to|needs to) {seconds:first} (go|disappear|vanish)",
            "(<t_begin>|head|front|intro) trim {seconds:duration}",
            "trim (head|front|start|intro) {seconds:duration}",
            "<dont> (need|want|use|like|keep|include) {seconds:first}",
            "= (no|without|minus) {seconds:first}",
            "{seconds:first} [is|are|was|were|be] @unneeded",
            "minus {seconds:duration} (at|from|off) <t_begin>",
            "lose everything before {until:text}",
            "(open|start|begin) (on|at|from) [the|my|her|his] (words|word|line|phrase|sentence) {until:text}",
            "(open|start|begin|starting|beginning) (where|when|as|right where|from where) & (says|say|said|goes|shouts|announces|yells|asks) {until:text}",
            "<drop> <t_begin> (until|up to|till|before) (where|when|the point where) (i|she|he|we|they) [say|says|said] {until:text}",
            "<start_> [it|<clip>] (at|from|where|when) [where|when] (i|she|he|we|they) [say|says|said] {until:text}",
            "<drop> everything (until|up to|till|before) [where|when] (i|she|he|we|they) [say|says|said] {until:text}",
        ),
        "zh": (
            "<drop> & {seconds:first}",
            "从 {until:text} (开始|起|说起|讲起|这句起|那句起|这里开始|这句开始|那句开始|那里开始)",
            "= [从|自] {seconds:instant} (开始|起)",
            "= 从 {seconds:duration} 开始",
            "<drop> {until:text} (之前|以前|前面)",
            "{until:text} (之前|以前|前面) <drop>",
            "(跳过|掐|砍) {seconds:first}",
            "(开头|<t_begin>) <drop> {seconds:duration}",
            "{seconds:first} (<part_gone>|<no>)",
            "{seconds:first} [<part>] [是] [完全|都] (没用|用不上|多余|废了)",
            "{seconds:first} <part> & <drop>",
            "<drop> {seconds:first} <part>",
            "<t_begin> [的] (留白|空白|黑屏|黑场|空镜|废片|静音|停顿) {seconds:duration} & <drop>",
            "<drop> <t_begin> {seconds:duration}",
            "(首尾|头尾|前后|两头|两端|开头和结尾|头和尾) [各|都|分别] <drop> [掉] {seconds:duration} => _also=trim_end",
            "<t_begin> (有|多|多了|多出|多出来|多录了|多录|多拍了|多拍|多留了|还有|空了|黑了|拖了|废了|留了) {seconds:duration} & <drop>",
            "(掐头去尾|去头去尾|掐头掐尾|砍头去尾|头尾|首尾) [各|都|分别|各剪|各去] {seconds:duration} => _also=trim_end",
            "(前面|前头|最前面|开头|片头) (有|多|多了|多出|多出来|多录了|多录|多拍了|空了|黑了|废了|浪费了) {seconds:duration} & <drop>",
            "(去头|掐头|砍头|剪头|去掉头) {seconds:duration} (去尾|掐尾|砍尾|剪尾|去掉尾) {_seconds:duration} => _also=trim_end",
            "(去头|掐头|砍头|剪头|去掉头) {seconds:duration}",
        ),
    },
)
