"""Bring the loudness to a target."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline

DEFAULT = -14.0  # LUFS: what the platforms play at


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """The whole edit at a loudness; an export with its own target goes by that."""
    stated = parameters.get("lufs")
    lufs = DEFAULT if stated is None else float(stated)
    if not -40 <= lufs <= -5:
        raise StepError(f"{lufs:g} LUFS is out of range", do="ask for -40 to -5; the platforms play at -14")
    return Applied(timeline.with_(loudness=lufs), (f"Loudness set to {lufs:g} LUFS",))


OPERATION = Spec(
    name="normalize_audio",
    group="sound",
    summary="Bring the loudness to a target",
    example="normalize the audio",
    apply=apply,
    parameters=(Parameter("lufs", "number", default=-14),),
    phrases={
        "en": (
            "(normalise|normalize|level|balance) everything",
            "= (even|level|balance) (us|them|everyone|both of us|both) out",
            "<normalize_> & <audio>",
            "(balance|even out|equalize|equalise) <music> [<audio>|levels]",
            "(normalize|normalise) & <rest>",
            "(level|level out|even out|balance) <rest>",
            "even <audio> out",
            "<normalize_> & (loudness|volume|levels|audio|sound|dialogue)",
            "normalize",
            "equally loud",
            "<normalize_> & (speakers|voices|hosts|people|guests|microphones|mics)",
            "(same|equal) (volume|loudness|level) (for|across|on|throughout)",
            "<make> <audio> (consistent|even|level|balanced|uniform|the same|match)",
            "<audio> (consistent|even|levelled|leveled|balanced|uniform|normalized|normalised)",
            "(audio|loudness|volume) normalization",
            "= (set|correct|adjust|fix|sort|sort out|get) [the|its|my|our] loudness [right|properly|correctly|for {_p:platform}]",
            "(to|at) {lufs}",
            "<voice> (is|are|sound|sounds|seem|seems) [very|really|a bit|so|too] (uneven|inconsistent|unbalanced|imbalanced|unequal)",
            "(uneven|inconsistent|unbalanced) (<audio>|<voice>)",
            "(different|differing|varying|unequal) (volumes|levels|loudnesses)",
            "(different|differing|varying|unequal) (audio|sound|voice|speech|recording|mic) (volumes|levels|volume|level|loudness)",
            "(have|has|are|is) [at|a|very|vastly|wildly|totally|completely|slightly] (different|differing|varying|unequal) (volume|loudness|level)",
            "(bring|raise|lower|push|take|get|turn|set|put) <audio> [up|down] (to|at) {lufs}",
            "(lufs|loudness|lkfs) [is|at|to|of|target|=] {lufs:number}",
            "(volume|level|loudness|audio|sound) (difference|differences|variation|variations|swings|mismatch|inconsistency|inconsistencies|fluctuation|fluctuations|jumps)",
            "(bring|get|set|put|push|pull) <audio> (to|at|up to|down to) (broadcast|streaming|podcast|standard|target|the same|a consistent|an even) [loudness|level|volume|standard|lufs|levels]",
            "(hit|reach|target|aim for) {lufs:number} (integrated|loudness|lkfs)",
            "{lufs}",
            "(level|even|normalize|normalise|balance) [it|them|that|everything|things] [out] (to|at) [-] {lufs:number} [dbfs|lufs|lkfs]",
            "<normalize_> {lufs}",
            "<fix> <audio> (levels|level)",
            "<audio> (jumps|is all over the place|uneven|up and down|inconsistent)",
            "same (volume|loudness|level)",
            "(loudness|volume) to {lufs}",
            "<fix> & uneven <audio>",
            "(some|one) parts (are|) (louder|quieter|too loud|too quiet)",
            "consistent <audio>",
            "even <audio>",
            "(normalize|normalise|loudness) & (to|at) {lufs:number}",
            "master [it|this|everything|all|<audio>|<voice>] (to|at) {lufs:number}",
            "(some|one|a few) (bits|sections|clips|places|scenes|parts|people) [are|is] (louder|quieter|too loud|too quiet|way louder)",
            "<audio> (jumps|jump|goes|going) (up and down|around|all over)",
            "= (even|level) (it|them|that|everything|things|the levels) out",
            "= (loudnorm|loudness|normalize|normalise)",
            "same (volume|loudness|level) (throughout|everywhere|across)",
            "(iron|smooth|sort|balance|flatten|even) out (<audio>|the volume|the levels|the peaks|peaks and troughs|loud and quiet|differences in volume)",
            "(<voice>|guest|host|co-host|interviewer|interviewee|caller) (is|are|sounds|comes out) [way|much|a lot|so|far] (louder|quieter|softer) than (me|mine|him|her|them|us|<voice>|the other|the rest|the host|the guest)",
            "<audio> [is|are] [all] over the place",
            "<uneven>",
            "(one|first|second|other|guy|girl|man|woman|person|speaker|side|clip|half|mic|interviewer) (is|are|was|sounds|comes out) [way|much|a lot|so|far] (louder|quieter|softer) than (other|others|rest|another|first|second|next|me|him|her)",
            "<normalize_> & <uneven>",
            "(<make>|<fix>) & <uneven>",
            "(<make>|have|set|get|bring) & (equal|even|uniform|consistent|identical|balanced|steady|level) & <audio>",
            "(bring|get|set|put|push|pull) (everything|it|all|all clips|the lot) (to|at|up to|down to) (broadcast|streaming|podcast|standard|target|the same|a consistent|an even) [loudness|level|volume|standard|lufs]",
            "(level|even|smooth|iron|flatten|balance|tame|control) [out] (peaks|spikes|dynamics|dips|jumps)",
            "<audio> (jumps|jump|goes|going|keeps going|keeps jumping|swings|fluctuates|varies|changes|is|are) @to_and_fro",
            "<audio> (fluctuates|varies|swings|differs|wanders|changes a lot|keeps changing)",
            "= (even|level|balance|equalize|equalise|normalize) (it|them|that|this|those|everything|things|all of it) [out]",
            "(all|everything|everyone|everybody|each clip|both|they) [to] (be|sound|at|is|are|have) [the] (same|equal) [volume|loudness|level]",
        ),
        "zh": (
            "(统一|均衡|平衡|标准化|规范|一致|平均|匹配|规整|拉平|拉齐|拉匀|找平|对齐|调平|调匀|齐平|弄齐|抹平|摆平) & (音量|声音|响度|音频)",
            "(音量|声音|响度) (一致|均衡|平衡|统一|均匀|标准化|规范化|忽大忽小)",
            "({lufs}|忽大忽小|调均匀|一大一小|时大时小|有大有小|忽高忽低|时高时低|一会大一会小)",
            "音频 标准化",
            "(音量|响度|声音|音频|人声|峰值) (归一化|归一|标准化) [到|至|为] {_d:db}",
            "(归一化|归一) [处理]",
            "(归一化|归一|标准化) [到|至|为] [接近|大约|大概|约] {_d:db} [的] [峰值]",
            "<audio> (不一样|不一致|不统一|差很多|差太多|不均匀|不平衡|大小不一|不平均|相差太大|差好多) [大|高]",
            "(调成|调|弄成|弄|搞成|搞|拉|拉成|统一成) [成] (一样大|差不多大|一样响|同样大|一个水平|差不多|一致|一样)",
            "(声音|音量) 调 均匀",
            "(响度|音量|声音|音频) & {lufs}",
            "响度 [到|为|=|:] {lufs:number}",
            "(响度|音量|声音) (标准化|规范|归一化|归一) [到|至|为] {lufs:number}",
            "(归一化|标准化|归一|规范化) (音量|响度|音频|声音)",
            "(音量|响度|音频|声音) (归一化|归一|标准化)",
            "(音量|响度|声音|音频|人声) (统一|标准化|规范|归一化|归一|匹配) [到|成|为|在|至] {lufs:number}",
            "响度 (控制在|做到|控制) [在] ({lufs:number}|{lufs:lufs})",
            "(弄|调|拉|搞|整) (均匀|平均|平|一致|匀)",
            "响度 (拉|调|压|做|设|定|提|降) [到|成|为|在|至] {lufs:number}",
            "(响度|音量|声音|音频) (对齐|校准|校正|对标|对|标|匹配|规范) [到|成|为|在|至] {lufs}",
            "(响度|LUFS) (对齐|校准|校正|对标|标准) [到|成|为|在|至] {lufs:number}",
            "(处理|优化|规范|做) & 响度",
            "= 响度 [处理|统一|优化|标准化]",
        ),
    },
)
