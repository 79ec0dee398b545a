"""Take the music away."""

from collections.abc import Mapping
from typing import Any

from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """No music any more."""
    left = tuple(s for s in timeline.sounds if s.role != "music")
    done = len(left) < len(timeline.sounds)
    return Applied(timeline.with_(sounds=left), ("Music removed" if done else "There was no music",))


OPERATION = Spec(
    name="remove_music",
    group="sound",
    summary="Take the music away",
    example="remove the music",
    apply=apply,
    phrases={
        "en": (
            "(undo|revert|take back|scrap) <music>",
            "<music> (removal|remover|deletion)",
            "(<add>|<need>) <music> (removal|remover|deletion)",
            "(removal|deletion) of [the|all|my|this] <music>",
            "<export_> [it|this|that|one|everything|a|an|the] [final|clean|second|extra] [version|copy|cut|edit|<clip>] (without|with no|minus) [the|any] <music> => _also=export",
            "<remove> & <music>",
            "<music> (off|out|gone|removed|away)",
            "= <music> <gone>",
            "(want|need|have|like|prefer|with) [the|that|all] <music> (off|gone|removed|away|out)",
            "mute & <music>",
            "no music anymore",
            "turn <music> off",
            "get rid of <music>",
            "kill <music>",
            "= <music> free",
            "(better|nicer|stronger|cleaner|prefer it|like it|want it|works) without [the|any] <music>",
            "<music> free (version|cut|edit|video|copy|one)",
            "(make|want|keep|need|have|get|leave) (it|this|everything) <music> free",
            "(silence|pull|yank|unplug|cancel) [the|that|this] <music>",
            "<music> (shouldn't|should not|mustn't|must not) be (there|here|playing|in it|on it|heard|in there)",
            "(leave|leaving) <music> (out|off|away)",
            "<remove> <audio> (with|of|for|containing|that has|carrying) [the] <music>",
            "(take|pull|have|get|put) <music> (back|right) (out|off)",
            "(decided|deciding|voted|go|going) (against|without) <music>",
            "[i|we|it|this|they] (doesn't|does not|don't|won't|shouldn't) (need|want|have|require) [any] <music> [anymore|any more|any longer]",
            "<music> (should|must|can|has to|needs to|ought to) (be) (deleted|removed|cut|dropped|gone|taken out|stripped|killed|out|off)",
            "stop <music>",
            "<music> & (need to go|needs to go|has to go|have to go|be removed|be gone|must go)",
            "(take|pull|cut|strip|edit) <music> (out|off|away)",
            "<dont> & <music> anymore",
            "get <music> off",
            "<replace> <music> (with|by|for|to) (silence|nothing)",
            "(just|only) silence (instead of|no) <music>",
            "@changed_mind (about|on) <music>",
            "@sick_of <music>",
            "<music> (is|are) (not|no longer|isn't|aren't) (necessary|needed|required|wanted) [anymore|any more|any longer]",
            "= (cut|drop|stop) <music> => _alone=1",
        ),
        "zh": (
            "<remove> & <music>",
            "不要 <music> 了",
            "= (只|仅|就) (要|留|保留|剩|留下) [我|他|她|老师|主播] [的] (原声|人声|说话声|讲话声|我的声音|声音|说话的声音|讲话的声音|解说|旁白|解说声)",
            "<music> (关掉|关闭|去掉|关了|静音|<no>|不要了|不用了|不需要了|撤了|撤掉)",
            "(关掉|关闭) <music>",
        ),
    },
)
