"""Silence the sound, all of it or a part."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ugcflow.session.wording import between
from ugcflow.studio.edits.bed import without
from ugcflow.studio.edits.params import span
from ugcflow.studio.edits.recut import split
from ugcflow.studio.edits.speech import need_sound
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Silence the footage's own sound; within `start`…`end` the music too."""
    part = span(timeline, parameters)
    if not timeline.sounds or part is None:
        need_sound(timeline)
    if part is None:
        clips = tuple(replace(c, muted=True) for c in timeline.clips)
        on = "; the music goes on" if timeline.sounds else ""
        return Applied(timeline.with_(clips=clips), (f"Sound muted{on}",))
    parted = split(timeline, part)
    # a joint that stood beside either end was as good as a new one, so a clip may stick out a little
    clips = tuple(replace(c, muted=c.muted or part[0] <= (c.start + c.end) / 2 <= part[1]) for c in parted.clips)
    return Applied(parted.with_(clips=clips, sounds=without(timeline.sounds, *part)), (f"Muted from {between(*part)}",))


OPERATION = Spec(
    name="mute",
    group="sound",
    summary="Silence the sound, all of it or a part",
    example="mute 0:03 to 0:05",
    apply=apply,
    parameters=(
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
    ),
    phrases={
        "en": (
            "mute",
            "(silent|soundless|muted|no-sound) (version|cut|video|copy|edit)",
            "mute & (<audio>|<voice>|<clip>)",
            "(blank|blank out|black out|bleep|bleep out) (<audio>|<voice>)",
            "<mute_> <audio>",
            "<mute_> (the|) (original|camera|source) (audio|sound)",
            "= (silence|mute|bleep|bleep out) {range}",
            "(beep|beep out) {range} => _also=sound_effect",
            "<mute_> & <audio> {range}",
            "make it silent",
            "drop [the|this|my|its|all] (audio|sound) [track]",
            "<audio> [from|between|in|at] {range} [should|must|needs|has|can] [to] [be] <gone>",
            "(play|run|show|loop|want|need|leave|have|give me|release|post) (it|this|that|<clip>|everything|one) @soundless",
            "(picture|video|image|visuals) but (not|no) [the] (sound|audio)",
            "(can|could|should|must|let|make|have|may) (<clip>|it|this|that|everything|whole thing) be [completely|totally|entirely|fully|all] @soundless",
            "silence (it|this|that|everything|all of it) [completely|entirely|totally|fully|throughout]",
            "<audio> (isn't|is not|not|aren't|no longer|isnt) (needed|necessary|required|wanted|used)",
            "<audio> (should not|shouldn't|must not|mustn't|should never|can't|cannot) (play|be heard|be there|be on|sound|run)",
            "mute (everything|all) (except|but|besides|apart from|other than) <music>",
            "(kill|cut|silence|mute|drop|turn off|switch off|remove|delete) [the|my|his|her|our] (mic|voice track|speech track)",
            "make & silent",
            "without sound",
            "= <audio> (off|out)",
            "<audio> (off|out) (for|in|throughout|on|over) (whole|entire|all|it all|everything|the whole thing|it|this|<clip>)",
            "= <audio> gone",
            "no (sound|audio) (from|of) [the|my] (camera|phone|source|original|recording|clip|video)",
            "take <audio> (away|out)",
            "[i|we] (don't|dont|do not) (want|need) [any|the|its] (audio|sound)",
            "(take|strip|drop|remove|delete|lose|kill|cut|erase|wipe|get rid of|clear|axe|ditch) (all|all the|all of the|every bit of|any) (audio|sound|sounds)",
            "<audio> [should|must|has to|needs to|can] (be) [completely] (off|cut|removed|muted|killed|silenced|gone|stripped|deleted|dropped|out)",
            "(<remove>|<mute_>|kill|no) [all] [the] (camera|original|source|recorded|raw|phone|live|existing|clip|video|on-camera|camera's|video's) (audio|sound|sounds|mic|noise and sound)",
            "(make|want|need|have|leave|prefer|turn|keep) (it|this|that|the video|everything) [completely|totally|fully|entirely|all|dead|absolutely] (silent|soundless|muted|mute|on mute)",
            "(zero|zero out|silent|flatline) [the] (audio|sound|volume)",
            "(zero|zero out|flatline|silence|kill|drop|cut|no) [the|all] (audio|sound|volume) [for|from|between|in|during] {range}",
            "(audio|sound|volume) (to zero|at zero|to nothing|all the way down)",
            "= (picture|video|visuals|image|images) only",
            "(shut|turn) (the|all|all the|) (audio|sound) (up|off|down completely)",
            "no (sound|audio)",
            "silence (the|) (audio|sound|clip|video|part)",
            "turn the (sound|audio) off",
            "mute {range}",
            "= (silence|mute) {first}",
            "= (silence|mute) {last}",
            "mute {first}",
            "mute {last}",
            "kill the (sound|audio)",
            "(take|strip|pull|cut|get) (the|) (sound|audio) (out|off) [of|from] [<clip>]",
            "(take|strip|pull|remove|drop|delete) (the|) (sound|audio) (from|of) <clip>",
            "(mute|silence|bleep|bleep out) & (<voice>|<audio>) {range}",
            "(mute|silence|bleep|bleep out) & {range} <voice>",
            "(mute|silence|bleep|bleep out|censor) & (word|swear|curse|swearing|name) {start:instant}",
            "{first} @soundless",
            "{last} @soundless",
            "{range} @soundless",
            "(make|keep|leave|have|want|need|go|play|run) & {range} @soundless",
            "(make|keep|leave|have|want|need|go|play|run) & @soundless {range}",
            "(make|keep|leave|have|want|need|go|play|run) & @soundless {first}",
            "(make|keep|leave|have|want|need|go|play|run) & @soundless {last}",
            "(make|keep|leave|have|want|need) & {first} @soundless",
            "(make|keep|leave|have|want|need) & {last} @soundless",
        ),
        "zh": (
            "= <audio> (不要|不要了|不需要)",
            "(自带|原来|原有|原片|本身|原始|原本|拍摄时) [的] <audio> (不要|不要了|不需要|不用|关|关了|关掉|去掉|静音|去了)",
            "({first}|{last}|{range}) (不要|别有|不需要) (原声|声音|音频)",
            "不要 (原声|声音|音频|背景声|现场声|同期声|原音)",
            "<make> (无声|静音|消音) [的] (版|版本|视频)",
            "(无声|静音|消音) (版|版本)",
            "(静音|消音|消一下音|消个音|消下音|静个音|静一下音|静下音|消消音|静音处理)",
            "<mute_> & <audio>",
            "<audio> <mute_>",
            "({range}|设为) 静音",
            "{range} [把] <mute_> <audio>",
            "(关掉|消除|去掉) (声音|原声)",
            "<mute_> 原声",
            "(声音|原声) (关掉|去掉|关闭)",
            "(视频|画面|原片|全程|整段|素材|全片) (静音|消音) [处理]",
            "({range}|{first}|{last}) [的] <audio> <mute_>",
            "<mute_> ({range}|{first}|{last}) [的] <audio>",
        ),
    },
)
