"""Make it faster or slower, pitch kept."""

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.wording import between
from ugcflow.studio.edits.params import span
from ugcflow.studio.edits.recut import Piece, recut
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline

FASTER, SLOWER = 1.25, 0.8  # what “faster” and “slower” mean without a number
LEAST, MOST = 0.25, 4.0


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Play all, or `start`…`end`, `factor` times as fast."""
    factor = parameters.get("factor") or {"faster": FASTER, "slower": SLOWER}.get(str(parameters.get("direction")))
    if not factor:
        raise StepError("whether faster or slower is not said", do="say it as in “speed up 1.25x”")
    if not LEAST <= float(factor) <= MOST:
        raise StepError(f"{float(factor):g}x is beyond what stays watchable", do=f"ask for {LEAST:g}x to {MOST:g}x")
    start, end = span(timeline, parameters) or (0, timeline.duration)
    pieces = [Piece(0, start), Piece(start, end, float(factor)), Piece(end, timeline.duration)]
    part = "" if (start, end) == (0, timeline.duration) else f" from {between(start, end)}"
    return Applied(
        recut(timeline, [p for p in pieces if p.end > p.start]), (f"Plays {float(factor):.3g}x as fast{part}",)
    )


OPERATION = Spec(
    name="speed",
    group="cutting",
    summary="Make it faster or slower, pitch kept",
    example="speed up 1.25x",
    apply=apply,
    parameters=(
        Parameter("factor", "factor"),
        Parameter("direction", "choice", choices=("faster", "slower")),
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
    ),
    phrases={
        "en": (
            "halve (the|its|my) speed => factor=0.5",
            "halve (the|its|my) speed & {range} => factor=0.5",
            "(third|quarter) (the|its) speed => direction=slower",
            "<speedup> => direction=faster",
            "<slowdown> => direction=slower",
            "(timelapse|time-lapse|time lapse|hyperlapse) [a|little|bit] <slowdown> => direction=slower",
            "<slowdown> [the|my|this] (timelapse|time-lapse|time lapse|hyperlapse) => direction=slower",
            "slow (the|my|his|her|that|this|our) (<voice>|<voiceover>) down => direction=slower",
            "speed (the|my|his|her|that|this|our) (<voice>|<voiceover>) up => direction=faster",
            "<speedup> & <clip> => direction=faster",
            "<slowdown> & <clip> => direction=slower",
            "<speedup> by {_p:percent} => direction=faster",
            "{_p:percent} <speedup> => direction=faster",
            "<slowdown> by {_p:percent} => direction=slower",
            "{_p:percent} <slowdown> => direction=slower",
            "<slowdown> (to|at) {_p:percent} => direction=slower",
            "<speedup> (to|at|by) {factor} => direction=faster",
            "{factor} [on|for] (the|this|my) (whole|entire|full)",
            "<slowdown> (to|at|by) {factor} => direction=slower",
            "{factor} speed",
            "speed {factor}",
            "(take|shave|knock|cut|drop|get) {_p:percent} (off|from) [the] (speed|pace|tempo) => direction=slower",
            "(lose|drop) {_p:percent} of [the] (speed|pace|tempo) => direction=slower",
            "increase & speed by {_p:percent} => direction=faster",
            "speed (to|at|of|=|by|up to) {factor}",
            "(play|run|play back|set) & {factor}",
            "(play|run) & <part> & {factor}",
            "= {factor}",
            "speed (to|at|of|=) {_p:percent}",
            "<make> & {factor} [faster|speed]",
            "<make> {factor} (slower) => direction=slower",
            "increase & (speed|velocity|tempo|pace) => direction=faster",
            "(decrease|reduce|lower) & speed => direction=slower",
            "increase speed (by|to) {_p:percent} => direction=faster",
            "(decrease|reduce|lower) speed (by|to) {_p:percent} => direction=slower",
            "change speed {factor}",
            "{_p:percent} speed",
            "{factor} faster => direction=faster",
            "{factor} slower => direction=slower",
            "pick up the pace => direction=faster",
            "<speedup> by half => factor=1.5",
            "<slowdown> by half => factor=0.5",
            "<slowdown> to half => factor=0.5",
            "half (the|) speed => factor=0.5",
            "(decrease|reduce|lower) & speed by {_bare:number} => direction=slower",
            "increase & speed by {_bare:number} => direction=faster",
            "(make|let|slow|stretch) {_had:duration} <clip> (last|lasts|run|play|fill|stretch) [for|to|out] [say|about|around] {_wanted:duration}",
            "stretch {_had:duration} <clip> to {_wanted:duration}",
            "{factor} (slow motion|slow mo|slowmo) => direction=slower",
            "<speed_> up => direction=faster",
            "<speed_> up & {factor} => direction=faster",
            "<speed_> {range} up {factor} => direction=faster",
            "<speed_> (it|this|that|everything|<clip>|things) [up] by {_p:percent} => direction=faster",
            "{range} (at|in|to|play|played|run|running|plays|runs) [at] {factor}",
            "speed (to|at|of|=) {_bare:number}",
            "(set|change|put|make|adjust|bring) & speed [to|at|of] {factor}",
            "<slowdown> (to|at) {_bare:number} => direction=slower",
            "(set|change|put|make) & speed [to|at|of] {_bare:number}",
            "<speedup> [the|this] <part> {range} => direction=faster",
            "<slowdown> [the|this] <part> {range} => direction=slower",
            "{factor} [<part>] {range}",
            "{range} {factor}",
            "<part> {range} {factor}",
            "= {_bare:number} speed",
            "= [playback] (rate|speed) : {_bare:number}",
            "= half (the|) (pace|tempo|rate) => factor=0.5",
            "(play|run|show|play back) [the|my|our|this|that] [@named_part] (<broll>|<clip>|<source>) [at|in] {factor} [speed|as fast]",
            "(play|run|show|play back) [the|my|our|this|that] (<broll>|<clip>|<source>) [at|in] {factor} [speed|as fast] {range}",
            "{factor} [speed] [for|on|the|over|across] (<rest>|everything|all of it|the lot|the whole thing)",
            "{factor} & <part> {range}",
            "(need|want|like|use|do|have) {factor} [speed] {range}",
            "{factor} (the|that|this|my) & (part|bit|bits|parts|section|segment|middle|stretch|scene)",
            "{factor} (speed|) {range}",
            "(bump|crank|push|take|bring|dial|kick|set|drop|nudge|knock|ramp) (everything|all|the video|the whole thing|it|this|that|things|the lot|the pace|the tempo) [up|down|back] to {factor}",
            "(run|play|playback) [it|<clip>|everything|all] at {_bare:number}",
            "= like {factor}",
            "@shifting_down speed [down|back] => direction=slower",
            "@shifting_up speed [up] => direction=faster",
            "@shifting_down (things|the pace|pace) down [by] {_p:percent} => direction=slower",
            "(play|run|play back|show|have|set|make) & at {factor}",
            "(pick|speed|step|bump|ramp) up the (pace|tempo|speed) [by] {_p:percent} => direction=faster",
            "(playback|play|speed) (rate|speed) [=|:|of|at|to|is] {_bare:number}",
            "rate [=|:|of|at|to] {factor}",
            "<speedup> & {factor} => direction=faster",
            "(increase|raise|up|boost|bump up) & (tempo|pace|speed|playback speed|rate) [by|to] {factor} => direction=faster",
            "(decrease|reduce|lower|drop) & (tempo|pace|speed|playback speed|rate) [by|to] {factor} => direction=slower",
            "= {factor} as (fast|quick|quickly) => direction=faster",
            "(<make>|play|run|have) & {factor} as (fast|quick|quickly) => direction=faster",
            "= {factor} as (slow|slowly) => direction=slower",
            "(<make>|play|run|have) & {factor} as (slow|slowly) => direction=slower",
            "= [playback] speed {_bare:number}",
            "= [playback] speed {factor}",
            "= [playback] (rate|speed) : {factor}",
        ),
        "zh": (
            "({first}|{last}) [的] [内容|画面|部分] [都|用] <speedup> => direction=faster",
            "({first}|{last}) [的] [内容|画面|部分] [都|用] <speedup> [到|成|为] {factor} => direction=faster",
            "({first}|{last}) [的] [内容|画面|部分] [都|用] <slowdown> => direction=slower",
            "({first}|{last}) [的] [内容|画面|部分] [都|用] <slowdown> [到|成|为] {factor} => direction=slower",
            "(语速|速度|播放速度|倍速) [调到|调成|为|到|用|设为|改成] {factor}",
            "<speedup> [到|成|为] {_p:percent} [的] (速度|倍速) => direction=faster",
            "<slowdown> [到|成|为] {_p:percent} [的] (速度|倍速) => direction=slower",
            "语速 [整体|稍微|再|都] (提|提高|加快|提升|快|调快|提快|变快|拉快) [一|快] [点|些|下] => direction=faster",
            "语速 [整体|稍微|再|都] (慢|放慢|降|降低|调慢|减慢) [一] [点|些|下] => direction=slower",
            "语速 [还是] (太|有点|有些|偏|过于|过) 慢 => direction=faster",
            "语速 [还是] (太|有点|有些|偏|过于|过) (快|急) => direction=slower",
            "= (降到|调到|提到|提高到|加到|改到|降低到|升到) {factor}",
            "<speedup> => direction=faster",
            "<slowdown> => direction=slower",
            "<speedup> ({factor}|{_p:percent}) => direction=faster",
            "<slowdown> ({factor}|{_p:percent}) => direction=slower",
            "{factor} <speedup> => direction=faster",
            "{factor} <slowdown> => direction=slower",
            "{factor} (速|速度|播放|速播放)",
            "(速度|变速|调速) {factor}",
            "速度 & {factor}",
            "= {factor}",
            "速度 (提高|加快|提升|增加) {_p:percent} => direction=faster",
            "速度 (降低|减慢|放慢|减少) {_p:percent} => direction=slower",
            "快 {_p:percent} => direction=faster",
            "(整体|全片|全程|视频|语速|稍微|再|整个) [稍微|再] 快 [到] {factor} => direction=faster",
            "(整体|全片|全程|视频|语速|稍微|再|整个) [稍微|再] 慢 [到] {factor} => direction=slower",
            "= {factor} (播|放|播放|走|过)",
            "慢 {_p:percent} => direction=slower",
            "速度 (调到|到|调成|改成|设为) {_p:percent}",
            "<slowdown> (一半|到一半) => factor=0.5",
            "(速度|播放速度) & (减半|降一半|一半|慢一半) => factor=0.5",
            "(速度|播放速度) & (翻倍|加倍|快一倍|翻一倍) => factor=2",
            "(倍速|播放速度|变速) [到|为|至|调到|设为|改成|调成] {_bare:number}",
            "速度 (到|为|至|调到|设为|改成|调成) {_bare:number}",
            "(加速|放慢|减速|加快|提速|调快|调慢|减慢) (到|为|至) {_bare:number}",
            "(语速|速度|倍速|播放速度) (提高|提升|降低|加快|放慢|调) (到|为|至) {_bare:number}",
            "(加速|放慢|减速|加快|减慢|快放|慢放|提速|降速) (到|为|至) [原速|原来|正常速度] [的] {_p:percent}",
            "<slowdown> [到] (一半|1/2|二分之一) => factor=0.5",
            "<clip> <slowdown> [到] (一半|二分之一) => factor=0.5",
            "(加速|放慢|减速|提速|加快|慢放|变速|调速) (到|为|至|成) {factor}",
            "(速度|整体|全程) (到|为|至|调到|设为|改成|调成) {factor}",
        ),
    },
)
