"""Take captions away again."""

from collections.abc import Mapping
from typing import Any

from ugcflow.session.wording import between
from ugcflow.studio.edits.params import span
from ugcflow.studio.edits.speech import spoken
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """No captions any more, or none from `start` to `end`."""
    if timeline.captions is None:
        return Applied(timeline, ("There were no captions",))
    part = span(timeline, parameters)
    if part is None:
        return Applied(
            timeline.with_(captions=None, titles=tuple(t for t in timeline.titles if t.role != "caption")),
            ("Captions removed",),
        )
    words = [w for w in spoken(timeline, footage) if w.end > part[0] and w.start < part[1]]
    hidden = [*timeline.captions.get("hidden", []), *([w.media, w.source, w.source + w.duration] for w in words)]
    return Applied(
        timeline.with_(captions={**timeline.captions, "hidden": hidden}), (f"No captions from {between(*part)}",)
    )


OPERATION = Spec(
    name="remove_captions",
    group="words",
    summary="Take captions away again",
    example="remove the captions",
    apply=apply,
    parameters=(
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
    ),
    phrases={
        "en": (
            "= (cut|chop|axe) [out] (the|all|my|those|these|any) <caption>",
            "<caption> (removal|remover|deletion)",
            "(<add>|<need>) <caption> (removal|remover|deletion)",
            "(removal|deletion) of [the|all|my|these|those] <caption>",
            "<remove> & <caption>",
            "<caption> (off|away|gone|removed)",
            "<caption> @needing_removal",
            "<export_> [it|this|that|one|everything|a|an|the] [final|clean|second|extra] [version|copy|cut|edit|<clip>] (without|with no|minus) [the|any] <caption> => _also=export",
            "= <caption> (should|must|can|could|may|shall|need to|needs to) (go|disappear|vanish|go away|leave|hide|be off) [{range}|{first}|{last}|{opening}|{ending}]",
            "(want|need|have|like|prefer|with) [the|those|all] <caption> (off|gone|removed|away|hidden|out)",
            "[i|we|it|this|they] (doesn't|does not|don't|won't|shouldn't) (need|want|have|require) [any] <caption> [anymore|any more|any longer]",
            "<remove> <caption> {range}",
            "take <caption> away",
            "turn off <caption>",
            "(take|pull|strip|keep) <caption> (off|from|out of) [everything|anything|all|stuff] {range}",
            "(stop|quit) (showing|displaying|having|using|running) <caption>",
            "turn <caption> off",
            "<caption> & (need to go|needs to go|have to go|be removed|be gone|must go)",
            "(take|pull|cut|strip|edit) <caption> (out|off|away)",
            "<dont> & <caption> anymore",
            "no <caption> anymore",
            "= <caption> free",
            "<caption> free (version|cut|edit|video|copy|one)",
            "(make|want|keep|need|have|get|leave) (it|this|everything) <caption> free",
            "<caption> (shouldn't|should not|mustn't|must not) be (there|here|on|visible|shown|on screen|in it|on it)",
            "pull [the|those|these] <caption>",
            "(leave|leaving) <caption> (out|off|away)",
            "(undo|revert|take back) <caption>",
            "(decided|deciding|voted|go|going) (against|without) <caption>",
            "(uncaption|unsubtitle|de-caption|decaption) [it|this|the video]",
            "<caption> (should|must|can|has to|ought to) (be) (deleted|removed|cut|dropped|gone|taken out|stripped|killed|off|hidden)",
            "get <caption> off",
            "no <caption> (on|in|for) (this|that|the other|it|them)",
            "no <caption> on (this|that|it)",
            "@changed_mind (about|on) <caption>",
            "@sick_of <caption>",
            "<caption> (is|are) (not|no longer|isn't|aren't) (necessary|needed|required|wanted) (anymore|any more|any longer)",
        ),
        "zh": (
            "<remove> & <caption>",
            "不要 <caption> 了",
            "(关掉|关闭|取消|隐藏|撤掉|撤下) <caption>",
            "<remove> [自动] (生成|添加|加上|识别|加|打) 的 <caption>",
            "<caption> (关掉|关闭|关了|取消|不要了|不用了|不需要了|去了|撤了|撤掉|隐藏)",
            "= <caption> <no>",
            "({first}|{range}|{last}) (别|不要|不用|不出|先别|不|先不) [加|上|出|显示|放|有|带|打] <caption>",
        ),
    },
)
