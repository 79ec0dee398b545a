"""Cut “um”, “uh” and their like."""

from collections.abc import Mapping
from typing import Any

from ugcflow.session.wording import clock
from ugcflow.studio.edits.fillers import filler_spans
from ugcflow.studio.edits.recut import remove
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Cut the fillers that can be cut without touching a word."""
    found = filler_spans(timeline, footage)
    if not found:
        return Applied(timeline, ("No “um” or “uh” was heard",))
    cut = remove(timeline, found)
    noun = "filler" if len(found) == 1 else "fillers"
    return Applied(cut, (f"Cut {len(found)} {noun}, {clock(timeline.duration - cut.duration)} in all",))


OPERATION = Spec(
    name="remove_fillers",
    group="cutting",
    summary="Cut “um”, “uh” and their like",
    example="remove filler words",
    apply=apply,
    needs=("speech",),
    phrases={
        "en": (
            "(<drop>|<clean>|<no>) & <filler>",
            "(pull|yank|pluck) <filler>",
            "<filler> (gone|out|removed|removal|off)",
            "= <filler>",
            "(<remove>|<cut>|<drop>) (every|each|any|all) [the] (time|times|instance|instances|occurrence|occurrences) [of|when|where|that] [i|we|he|she|they] [say|says|said] (<filler>|like|um|basically|actually)",
            "(<remove>|<cut>|<drop>) (the|all the|every|any|) (part|parts|bit|bits|place|places) where (i|we|he|she|they) (say|says|said) (<filler>|like|basically|actually)",
            "(<remove>|<cut>|<drop>) [every|all|any] (where|when|whenever|wherever|anywhere|everywhere) (i|we|he|she|they) (say|says|said) (<filler>|basically|actually)",
            "= [only|just] <filler> (go|goes|die|dies|vanish)",
            "(get|take|keep) <filler> (out|away)",
            "(mute|silence|bleep) & <filler>",
            "stop saying <filler>",
            "<filler> & <gone>",
            "<drop> & (like|such as|e.g.) <filler>",
            "<drop> & <bad_take> (like|such as) <filler>",
            "(<drop>|<clean>|<no>) & likes",
            "<drop> & <filler> likes",
            "<drop> & <filler> (sounds|noises|sound|noise|words|thing|things|stuff|utterances)",
            "(make|makes|say|says|use|uses|have|has|said|saying) [too|so|way too] (many|much|lots of|a lot of|loads of|tons of) <filler>",
            "<drop> & (words|phrases|stuff|things) (like|such as) <filler>",
            "<filler> & (as|for) filler",
            "(keep|keeps|kept|keeping) saying <filler>",
        ),
        "zh": (
            "<drop> & <filler>",
            "= <filler>",
            "<no> <filler>",
            "(老|总|总是|老是|一直|经常|动不动|爱|喜欢|习惯|反复|天天|口口声声) (说|讲|带|带着|念叨|挂嘴边|挂在嘴边) 的 <filler>",
            "<filler> [这些|这种|之类|之类的|什么的|等等] [词|话] [都|也|全|一个] [给我] (别留|不留|不要留|不要|不要了|去了|干掉|拿掉|清一下|清掉|抠掉|处理掉|弄掉|剔掉)",
            "<filler> (太多|很多|有点多|好多|不少) [了] & (清|清一下|清理|剪|去|删|处理|弄掉)",
            "(说|讲|念|带) <filler> & <drop>",
            "(说|讲|念) <filler> (地方|部分|时候|词) & <drop>",
        ),
    },
)
