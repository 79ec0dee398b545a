"""Cut flubbed and repeated takes."""

from collections.abc import Mapping
from typing import Any

from ugcflow.session.wording import clock
from ugcflow.studio.edits.recut import remove
from ugcflow.studio.edits.speech import rests, spoken
from ugcflow.studio.edits.takes import retake_spans
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Cut takes that were broken off and said again; the last whole one stays."""
    words = spoken(timeline, footage)
    found = retake_spans(words, rests(timeline, words))
    if not found:
        return Applied(timeline, ("No take was broken off and said again",))
    cut = remove(timeline, found)
    noun = "take" if len(found) == 1 else "takes"
    return Applied(cut, (f"Cut {len(found)} broken-off {noun}, {clock(timeline.duration - cut.duration)} in all",))


OPERATION = Spec(
    name="remove_bad_takes",
    group="cutting",
    summary="Cut flubbed and repeated takes",
    example="remove the bad takes",
    apply=apply,
    needs=("speech",),
    phrases={
        "en": (
            "(<drop>|<clean>|<no>) & <bad_take>",
            "<bad_take> (gone|out|removed|removal)",
            "= <bad_take>",
            "<keep> (best|good|last|cleanest) take",
            "(<drop>|<clean>) [<clip>|ones|bits|every time|anywhere|everything] [where|when|that] (i|we|she|he|they) @messing [up|over|again|it|them|my lines|the line]",
            "<drop> where i (start|started) (over|again)",
            "<drop> & (where|when|that|whenever) (i|we|he|she|they) (say|said|speak|spoke|talk|read|pronounce|pronounced|do|did) [it|something|things|the line] (wrong|wrongly|badly|incorrectly|bad)",
            "<drop> & (where|when|that|whenever) (i|we|he|she|they) (say|said|repeat|repeated|begin|began|start|started) (it|the line|the sentence|the phrase|the same) (again|twice|over)",
            "<drop> & (where|when|that|whenever) (i|we|he|she|they) (begin|began) (again|over|from the start|anew)",
            "<drop> & (where|when|that|whenever) (i|we|he|she|they) (make|made|do|did) [a|an|some|the|my] (mistake|mistakes|error|errors)",
            "<drop> anything that rambles",
            "= (<keep>|use|pick|choose) [only|just] (clean|good|best|cleanest|correct|right|proper) (one|ones|version|attempt|try|go)",
            "<bad_take> & <gone>",
            "(take|cut|edit|throw|leave|drop) (those|these|that) (take|takes|attempt|attempts|try|tries) [out|away|off]",
            "(<keep>|use|choose|pick|select|want) [only|just] [the|my|our] (best|good|cleanest|clean|usable) takes",
            "<keep> [only] (strongest|better|best|good|cleanest|nicest) (take|takes|version|one|delivery|read|reading|attempt) of [each|every]",
            "<keep> (strongest|nicest) (take|takes)",
            "(<keep>|use|take|leave) [only|just] [the|my|our] (best|good|cleanest|clean|usable|final|successful) (takes|attempts|tries|versions|ones)",
            "= (only|just) [the|my] (best|good|clean|usable) (takes|attempts|tries)",
            "(is|was|are|were) a <bad_take> <remove>",
            "(<keep>|use|want|take|go with|choose|pick|select) [only|just] @good_one (take|attempt|try|run|run-through|go|read|reading|delivery|pass) [in]",
            "<keep> [only|just] (take|one|try|version|attempt|run) (where|when|that|in which) (i|we|he|she|they) (get|got|gets|nail|nailed|say|said|do|did) it [right|properly|correctly|clean|cleanly|well]",
            "(<keep>|use) [only] (take|takes|ones|attempt|attempts|version|versions) (i nailed|i got right|that worked|that work|that came out|where i got it right|i liked|i like|that are good|that were good|that landed|without mistakes)",
            "(find|spot|detect|locate|identify|look for) [all|any|every] [places|spots|moments|parts|bits|points] <bad_take>",
            "(said|did|recorded|repeated|tried|filmed|shot|redid|read|delivered|took) & {_n:factor} & (<keep>|pick|choose) @good_one (one|version|take|attempt|try|run|read)",
            "(<keep>|pick|choose) @good_one (one|version|take|attempt|try|run|read) of (each|every|them|those|these)",
            "<open_when> (i|he|she|we|they) <bad_take> & (i|he|she|we|they) (repeat|repeats|restart|restarts|redo|say|says|start|starts|begin|begins|go) (the|over|again|it|my|from|back)",
        ),
        "zh": (
            "<drop> & <bad_take>",
            "= <bad_take>",
            "<no> <bad_take>",
            "<keep> 最好 一遍",
            "<keep> (最后|后面|最顺|最好的|最后的) [的] (一遍|一次|一条)",
            "(两遍|多遍|几遍|好几遍|重复|两次) & <keep> (一遍|一次)",
            "<keep> <last_take>",
        ),
    },
)
