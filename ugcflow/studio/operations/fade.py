"""Fade picture and sound in or out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.wording import clock
from ugcflow.studio.edits.params import length
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Fade, Timeline

DEFAULTS = {"in": 500, "out": 1000}  # ms


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Fade the edit in or out, over half of it at most; asked again, the new length counts.

    Music that was laid fades alone; what is mixed into the footage can't.
    """
    way, asked = str(parameters["dir"]), str(parameters.get("target") or "both")
    target = "sound" if asked == "audio" else asked
    duration = length(timeline, parameters, "seconds", min(DEFAULTS[way], timeline.duration // 2))
    if duration > timeline.duration:
        raise StepError(
            f"a fade of {clock(duration)} is longer than the edit ({clock(timeline.duration)})",
            do="ask for a shorter one",
        )
    most = timeline.duration // 2
    told = f"{clock(duration)} is more than half of the edit: the fade takes {clock(most)}"
    warnings = (told,) if duration > most else ()
    duration = min(duration, most)
    if target == "music":
        if any(s.role == "music" for s in timeline.sounds):
            return _music_faded(timeline, way, duration, warnings)
        target = "sound"
    fades = (*_left(timeline.fades, way, target), Fade(way, duration, target))
    what = {"both": "", "picture": " of the picture", "sound": " of the sound"}[target]
    return Applied(timeline.with_(fades=fades), (f"Fade {way}{what} over {clock(duration)}",), warnings)


def _left(fades: tuple[Fade, ...], way: str, target: str) -> tuple[Fade, ...]:
    """The fades that stay beside a new one: the other way, and of a fade of both the part that is not faded anew."""
    other = {"picture": "sound", "sound": "picture", "both": ""}[target]
    same = (f for f in fades if f.direction == way and other and f.target != target)
    return (*(f for f in fades if f.direction != way), *(replace(f, target=other) for f in same))


def _music_faded(timeline: Timeline, way: str, duration: int, warnings: tuple[str, ...]) -> Applied:
    """The music alone in or out over `duration` (ms); the voice stays as it is."""
    sounds = tuple(
        (replace(s, fade_in=duration) if way == "in" else replace(s, fade_out=duration)) if s.role == "music" else s
        for s in timeline.sounds
    )
    return Applied(timeline.with_(sounds=sounds), (f"Music fades {way} over {clock(duration)}",), warnings)


OPERATION = Spec(
    name="fade",
    group="picture",
    summary="Fade picture and sound in or out",
    example="fade out over 1 second",
    apply=apply,
    parameters=(
        Parameter("dir", "choice", choices=("in", "out"), required=True),
        Parameter("seconds", "seconds"),
        Parameter("target", "choice", choices=("both", "picture", "audio", "music"), default="both"),
    ),
    phrases={
        "en": (
            "fade (the|my|) <music> [down] out (in|at|on|over|by|near|towards) (the|) <t_end> => dir=out;target=music",
            "fade out (the|my|) <music> (in|at|on|over|by|near|towards) (the|) <t_end> => dir=out;target=music",
            "(let|have|make) <music> fade [out] [as well|too|also|out] => target=music;dir=out",
            "fade to (black|white) {_e:ending} of [the] [last|final] (<clip>|<source>) => dir=out",
            "fade in => dir=in",
            "[<add>] {seconds:duration} [long] <music> fade in => dir=in;target=music",
            "[<add>] {seconds:duration} [long] <audio> fade in => dir=in;target=audio",
            "fade out => dir=out",
            "fade [it|them|this] out with [a|an] {seconds:duration} (tail|ending|finish|taper) => dir=out",
            "[<add>] {seconds:duration} [long] <music> fade out => dir=out;target=music",
            "[<add>] {seconds:duration} [long] <audio> fade out => dir=out;target=audio",
            "(slow|slower|slowly|fast|faster|quick|quicker|gentle|gradual) fade in => dir=in",
            "(slow|slower|slowly|fast|faster|quick|quicker|gentle|gradual) fade out => dir=out",
            "(slow|slower|slowly|fast|faster|quick|quicker|gentle|gradual) fade (to|into) (black|white) [{seconds:last}] => dir=out",
            "(slow|slower|slowly|fast|faster|quick|quicker|gentle|gradual) fade from (black|white) => dir=in",
            "fade in slower => dir=in",
            "fade out slower => dir=out",
            "ease (it|this|the video|the picture|the start|the opening|the intro) in => dir=in",
            "ease (it|this|the video|the picture|the ending|the end|the outro) out => dir=out",
            "fade & (it|them) in => dir=in",
            "fade (audio|sound|music|video|picture|screen|everything|ending|the end|end) out => dir=out",
            "fade (audio|sound|music|video|picture|everything|start) in => dir=in",
            "fade (the|) (audio|sound) out => dir=out;target=audio",
            "fade (the|) (audio|sound) in => dir=in;target=audio",
            "fade out (the|) (audio|sound) => dir=out;target=audio",
            "fade in (the|) (audio|sound) => dir=in;target=audio",
            "fade & <music> & out => dir=out;target=music",
            "fade & <music> & in => dir=in;target=music",
            "fade [out] [the|my] (intro|opening|outro|ending|closing|end) <music> [out|down|away] => dir=out;target=music",
            "fade [the|my] (intro|opening|outro|ending|closing|end) <music> (in|up) => dir=in;target=music",
            "fade in [the|my] (intro|opening|outro|ending|closing|end) <music> => dir=in;target=music",
            "(have|make|let|get) <music> (fade|fades) out => dir=out;target=music",
            "(have|make|let|get) <music> (fade|fades) in => dir=in;target=music",
            "<music> (fading|fades) out => dir=out;target=music",
            "<music> (fading|fades) in => dir=in;target=music",
            "<add> [{seconds:duration}] fade out [effect] (to|on|of|for|under|in) <music> => dir=out;target=music",
            "<add> [{seconds:duration}] fade in [effect] (to|on|of|for|under|in) <music> => dir=in;target=music",
            "<add> [{seconds:duration}] fade out [effect] (to|on|of|for|in) <audio> => dir=out;target=audio",
            "<add> [{seconds:duration}] fade in [effect] (to|on|of|for|in) <audio> => dir=in;target=audio",
            "fade to (black|white) => dir=out",
            "fade to (black|white) {ending} [of [the] [last|final] [<clip>|<source>]] => dir=out",
            "fade from (black|white) => dir=in",
            "(bring|come|open|start|ease|rise|lift|bring in|begin|emerge|appear|raise) [the|my|it|this] [<clip>|<picture>|everything|opening|start] [up|in|out] from (black|darkness|dark|a black screen) [over|in|across|within|for] {seconds:duration} => dir=in",
            "(take|bring|come|go|sink|ease|drop|send|let) [the|my|it|this] [<clip>|<picture>|everything|ending|end] [down|out|away|go|sink|slip] (to|into) (black|darkness) [over|in|across|within|for] {seconds:duration} => dir=out",
            "(bring|bring in|ease|raise) [the|my] <audio> [up|in] from (<silence>|nothing|zero) [over|in|across|within] {seconds:duration} => dir=in;target=audio",
            "(bring|ease) [the|my|this] (<clip>|<picture>|it|everything|us) (in|up) with (a|an) [slow|soft|gentle|quick|{seconds:duration}] fade => dir=in",
            "(take|ease|send|bring) [the|my|this] (<clip>|<picture>|it|everything|us) (out|away|down) with (a|an) [slow|soft|gentle|quick|{seconds:duration}] fade => dir=out",
            "[<add>] [a|an] (quick|short|soft|slow|gentle|gradual|subtle|smooth|brief|nice|little) fade in {opening} => dir=in",
            "fade in {opening} => dir=in",
            "fade out {ending} => dir=out",
            "fade in <t_at> <t_begin> => dir=in",
            "(audio|sound) (fades|fade) out => dir=out;target=audio",
            "(audio|sound) (fades|fade) in => dir=in;target=audio",
            "<add> fade & {ending} => dir=out",
            "[<add>] {seconds:duration} [long] fade (to|into|out to) (black|white) [{_e:ending}] => dir=out",
            "[<add>] {seconds:duration} [long] fade (from|in from|up from) (black|white) [{_o:opening}] => dir=in",
            "<add> fade & {opening} => dir=in",
            "fade {ending} => dir=out",
            "fade {opening} => dir=in",
            "fade (the|) (ending|end|outro) => dir=out",
            "fade in [<clip>|picture|image|everything|it] {_span:range} => dir=in",
            "fade in <music> {_span:range} => dir=in;target=music",
            "fade <music> in {_span:range} => dir=in;target=music",
            "fade <audio> in {_span:range} => dir=in;target=audio",
            "fade [the|my] (<clip>|picture|image|everything|it) in {_span:range} => dir=in",
            "fade in <audio> {_span:range} => dir=in;target=audio",
            "(outro|ending|closing) fade => dir=out",
            "(intro|opening) fade => dir=in",
            "fade (the|) (start|beginning|opening|intro) => dir=in",
            "end (on|with|in) (a|) fade => dir=out",
            "start (on|with|in) (a|) fade => dir=in",
            "fade {seconds:last} => dir=out",
            "fade {seconds:first} => dir=in",
            "fade to black {seconds:last} => dir=out",
            "fade out {seconds:last} => dir=out",
            "fade in {seconds:first} => dir=in",
            "fade (picture|video|image) out => dir=out;target=picture",
            "fade (picture|video|image) in => dir=in;target=picture",
            "fades out => dir=out",
            "(fade-ins|fade ins|fadeins) => dir=in",
            "(fade-outs|fade outs|fadeouts) => dir=out",
            "fade - ins => dir=in",
            "(dim|dims|dimming|darken|darkens) [down|out|away] (to|into) (black|nothing|darkness) => dir=out",
            "fade (away|off|to nothing|to dark|to darkness|into darkness|into black|to a black screen) => dir=out",
            "(go|goes|going|turn|turns|get|gets|grow|grows) [slowly|gradually|gently|smoothly|completely|all] [to] (dark|black|darkness|a black screen|darker) {ending} => dir=out",
            "{ending} & (go|goes|turn|turns|get|gets|grow|grows) [slowly|gradually|gently|smoothly|completely|all] [to] (dark|black|darkness|a black screen) => dir=out",
            "(slowly|gradually|gently) (go|goes|going|turn|turns|sink|slip) [to|into] (black|darkness|dark) => dir=out",
            "darken {ending} [slowly|gradually|gently] to black => dir=out",
            "<make> [it|the picture|the image|the video|the screen|everything] (dark|black|darkness) <slowly> => dir=out",
            "<slowly> <make> [it|the picture|the image|the video|the screen|everything] (dark|black) => dir=out",
            "{ending} & (dark|black) <slowly> => dir=out",
            "{opening} & <make> [it|the picture|the image|the video|the screen|everything] (light|bright|appear) <slowly> => dir=in",
            "(come|comes|rise|rises|ease|eases|lift|lifts) up [slowly|gradually|gently] (over|in|within|across) {seconds:duration} => dir=in",
            "[{seconds:duration}] fade (at|on|to|for|from) [the] (both ends|either end|each end|both sides|start and end|beginning and end|start and the end|beginning and the end|opening and ending|front and back|front and end|head and tail) => dir=in;_also=dir:out",
            "fade [in and out] (at|on|to|for|from) [the] (both ends|either end|each end) [for|over|of] {seconds:duration} => dir=in;_also=dir:out",
            "(finish|end|close|finishes|ends|closes|conclude|wrap up|wrap) [it|this|the video|things|everything] [off] (with|on|in|using|by) (a|an|) [{seconds:duration}] [long|gentle|slow|soft|nice|smooth|quick|short] fade [of {seconds:duration}] => dir=out",
            "(start|begin|open|starts|begins|opens) [it|this|the video|things|everything] [off] (with|on|in|using|by) (a|an|) [{seconds:duration}] [long|gentle|slow|soft|nice|smooth|quick|short] fade [of {seconds:duration}] => dir=in",
            "fade in (of|for|over|lasting|in|during) {seconds:duration} => dir=in",
            "fade out (of|for|over|lasting|in|during) {seconds:duration} => dir=out",
            "(come|comes|coming) (up|in) [out] (of|from) black => dir=in",
            "<t_begin> & (from|of) black => dir=in",
            "(go|goes|cut|end|ends) (to|in|on) black => dir=out",
            "fades in => dir=in",
            "(<audio>|<music>) (taper|tapers|tapering|die|dies|trail|trails|dwindle|peter) (off|away|out|down) => dir=out",
            "(taper|trail) (off|out|down|) (<audio>|<music>) => dir=out",
            "(bring|take|turn|ease|pull|lower) <audio> [down] (gradually|slowly|gently|smoothly) [down] {ending} => dir=out;target=audio",
            "(bring|take|turn|ease|pull|lower) <music> [down] (gradually|slowly|gently|smoothly) [down] {ending} => dir=out;target=music",
            "(<audio>|<music>|it) (fade|fades|taper|tapers|tapering|die|dies|trail|trails|go|goes|sink) [off|away|out|down] (to|into) (nothing|silence|zero) => dir=out",
            "(ease|bring|come|comes|slide|creep|swell) (<audio>|<music>) in [slowly|gently|gradually|softly|smoothly] => dir=in",
            "(ease|slide|creep) in (<audio>|<music>) => dir=in",
            "(<audio>|<music>) (eases|ease|creeps|swells|slides|comes) in (slowly|gently|gradually|softly|smoothly|over|from) => dir=in",
            "(<audio>|<music>|it) (ease|eases|drift|drifts|melt|melts|sneak|bow|slip) (off|away|out|down) => dir=out",
            "ease (out|off) (the|my|) (<audio>|<music>) => dir=out",
            "(ease|drift|slip) (the|my|) (<audio>|<music>) (out|off|away) => dir=out",
            "(let|have|make|take|bring|send|ease) (it|this|everything|the video|the picture|things|us) [slowly|gently|gradually] (go|fade|sink|slip|drift|dissolve|melt|ease|drop|fall|) (to|into) black => dir=out",
            "(let|have|make) (it|this|everything|the video|the picture) (go|fade|sink|slip|drift|dissolve|melt|ease) (to|into) black {seconds:last} => dir=out",
            "(let|have|make) (it|this|everything|the video|the picture) (come|fade|rise|ease|emerge) [up|in] (from|out of) black => dir=in",
            "(wind|ease|draw|fade|taper|bring) <music> down {ending} => dir=out;target=music",
            "(ease|come|comes|start|starts|rise|open|opens|emerge|lift|begin|begins|up|fade) [it|us|things|the picture|the video] [up|in|out] (from|of) black => dir=in",
            "(bow|go|finish|end|close|sign|see it|take it|send it|play) out (with|on|in|using) [a|an] [gentle|slow|soft|nice] fade => dir=out",
            "(ending|end|outro|finish|close) (needs|wants|gets|could use|could do with|should have|deserves) [a|some] [<slowly>] fade => dir=out",
            "(make|have|let|get|want) [the|my] (ending|end|outro|video|clip|picture|last shot|last clip|last scene|final shot|final clip|final scene|whole thing) [to] fade out [<slowly>] => dir=out",
            "(make|have|let|get|want) [the|my] (opening|intro|start|beginning|video|clip|picture|first shot|first clip|first scene|whole thing) [to] fade in [<slowly>] => dir=in",
            "(beginning|start|intro|opening) (needs|wants|gets|could use|could do with|should have|deserves) [a|some] [<slowly>] fade => dir=in",
        ),
        "zh": (
            "({seconds:last}|结尾) 淡出 => dir=out",
            "({seconds:first}|黑场|黑屏) 淡入 => dir=in",
            "<t_begin> [和|跟|与|、] <t_end> [各|都|分别] (淡一下|淡一淡|淡入淡出|渐变|淡入淡出一下|淡入和淡出) => dir=in;_also=dir:out",
            "(首尾|头尾) [各|都|分别] (淡一下|淡一淡|淡入淡出|渐变|淡入和淡出) => dir=in;_also=dir:out",
            "(结尾|片尾|最后) [的时候|那里] (淡一下|淡一淡|淡掉) => dir=out",
            "(开头|片头|开场) [的时候|那里] (淡一下|淡一淡) => dir=in",
            "(淡入|渐入|渐显) => dir=in",
            "(淡出|渐出|渐隐|渐黑) => dir=out",
            "(声音|音频) 淡出 => dir=out;target=audio",
            "(声音|音频|音乐) (和|跟|与|连同|加) (画面|视频|图像) [一起|同时|都|一块] 淡出 => dir=out;target=both",
            "(声音|音频|音乐) (和|跟|与|连同|加) (画面|视频|图像) [一起|同时|都|一块] 淡入 => dir=in;target=both",
            "(画面|视频|图像) (和|跟|与|连同|加) (声音|音频|音乐) [一起|同时|都|一块] 淡出 => dir=out;target=both",
            "(画面|视频|图像) (和|跟|与|连同|加) (声音|音频|音乐) [一起|同时|都|一块] 淡入 => dir=in;target=both",
            "(声音|音频) 淡入 => dir=in;target=audio",
            "<music> 淡出 => dir=out;target=music",
            "(想要|需要|想让|要|让) <music> 淡出 => dir=out;target=music",
            "(想要|需要|想让|要|让) <music> 淡入 => dir=in;target=music",
            "<music> (淡入|渐强|渐大) => dir=in;target=music",
            "(黑场|黑屏) 开始 => dir=in",
            "(结尾|最后) (渐黑|黑场|变黑) => dir=out",
            "(慢慢|渐渐|逐渐|缓缓|一点点|徐徐) [地] (亮起来|亮起|变亮|浮现|显现|出现画面|亮出来|进来|出来) => dir=in",
            "(慢慢|渐渐|逐渐|缓缓|一点点|徐徐) [地] (暗下去|暗下来|变暗|变黑|黑下去|黑掉|暗掉|黑下来|隐去|消失|收掉) => dir=out",
            "(从|由) [全] (黑|黑屏|黑场|纯黑) [里|中] [慢慢|渐渐|逐渐|缓缓] (亮起来|亮起|进来|出来|显出来|显现|变亮|拉开|切入|进) => dir=in",
            "(暗到|黑到|黑成|收到|落到|渐变到|过渡到|慢慢到) (黑|黑屏|全黑|纯黑|黑场) => dir=out",
            "(淡入淡出|淡入和淡出|渐入渐出) => dir=in;_also=dir:out",
            "(淡入淡出|淡入和淡出|渐入渐出) [各|分别|都|时长|持续] {seconds:duration} => dir=in;_also=dir:out",
            "<add> {seconds:duration} [的] (淡入淡出|淡入和淡出|渐入渐出) => dir=in;_also=dir:out",
            "<music> (淡入淡出|渐入渐出) [各|分别|都] {seconds:duration} => dir=in;_also=dir:out;target=music",
            "<audio> (渐弱|渐小|减弱到没有|慢慢变小|渐渐变小|逐渐变小|淡掉) => dir=out;target=audio",
            "{seconds:last} <audio> (渐弱|渐小|慢慢变小|渐渐变小|逐渐变小|淡掉) => dir=out;target=audio",
            "<music> (渐弱|渐小) [收尾|结束] => dir=out;target=music",
            "(渐弱|渐小) => dir=out;target=audio",
            "(渐强|渐大) => dir=in;target=audio",
            "<music> [从头|从零|由弱到强] (慢慢|渐渐|逐渐|缓缓) [地] (变大|变响|起来|响起来|进来|放大|加大) => dir=in;target=music",
            "<music> (慢慢|渐渐|逐渐|缓缓) [地] (变小|消失|没了|小下去|收掉|停下|结束) => dir=out;target=music",
            "{seconds:last} (渐黑|变黑|黑掉|淡掉|淡出去) => dir=out",
            "<music> (淡入淡出|渐入渐出) => dir=in;_also=dir:out;target=music",
            "(音乐|声音|音频) (淡入淡出|渐入渐出) => dir=in;_also=dir:out;target=audio",
            "从 (黑场|黑屏|黑) (渐显|渐入|淡入|亮起) => dir=in",
            "(淡入淡出|渐入渐出) (音乐|声音|音频) => dir=in;_also=dir:out;target=audio",
            "<add> {seconds:duration} [的] (淡入|渐入|渐显|黑场淡入) => dir=in",
            "<add> {seconds:duration} [的] (淡出|渐出|渐隐|黑场淡出) => dir=out",
            "<t_begin> <add> {seconds:duration} [的] (淡入|渐入|渐显) => dir=in",
            "<t_end> <add> {seconds:duration} [的] (淡出|渐出|渐隐) => dir=out",
            "{seconds:duration} [的] (淡入|渐入|渐显) => dir=in",
            "{seconds:duration} [的] (淡出|渐出|渐隐) => dir=out",
            "(淡入|渐入|渐显) {seconds:duration} => dir=in",
            "(淡出|渐出|渐隐) {seconds:duration} => dir=out",
        ),
    },
)
