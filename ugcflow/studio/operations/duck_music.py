"""Lower the music while somebody speaks."""

from collections.abc import Mapping
from typing import Any

from ugcflow.studio.edits.bed import ducked
from ugcflow.studio.edits.levels import DUCK
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """Music steps back while somebody speaks."""
    if not any(s.role == "music" for s in timeline.sounds):
        return Applied(timeline, (), ("there is no music to lower: add music first",))
    return Applied(ducked(timeline, DUCK), (f"Music steps back {abs(DUCK):g} dB while somebody speaks",))


OPERATION = Spec(
    name="duck_music",
    group="sound",
    summary="Lower the music while somebody speaks",
    example="duck the music under the voice",
    apply=apply,
    phrases={
        "en": (
            "<duck_> [& <music>]",
            "<duck_>",
            "auto ducking [on]",
            "<lower> & <music> (during|under|when|while|whenever|beneath|behind) <voice>",
            "<lower> <music> volume (during|under|when|while|whenever|beneath) <voice>",
            "(keep|make) <music> (under|below|beneath|quieter than|behind) <voice>",
            "<music> (dips|quieter|lower|dip|softer|lowers|fades down) (when|while|during|under|whenever) <voice>",
            "(sidechain|side-chain) [<music>]",
            "(get|move|keep|push|take|pull) (it|that|them|this) @aside & @meanwhile [only] (<voice>|@talk_parts)",
            "(have|let|make|keep|get) <music> [to] (sit|stay|play|run|go|remain|live) (under|underneath|beneath|below|behind) (<voice>|@talk_parts)",
            "<music> [<audio>] [should|must|to|down|drop|drops|goes|go] [be|sit|stay] [at|to|down to] {_p:percent} @meanwhile [only] (<voice>|@talk_parts)",
            "@meanwhile (<voice>|@talk_parts) & <music> [<audio>] [should|must|to|down|drop|drops|goes|go] [be|sit|stay] [at|to|down to] {_p:percent}",
            "(dipping|ducking|dropping|lowering|sinking|fading down|going down|getting quieter) (for|under|during|when|while|whenever|behind|beneath) (<voice>|<voiceover>|@talk_parts)",
            "(dips|ducks|drops|goes down|gets quieter|lowers) (for|under|during|when|while|whenever|behind|beneath) <voiceover>",
            "= [should|must|can|could|has to|needs to] (be|get|gets|go|goes|is|sit|sits|stay|stays) [even|much|a bit|a little|way|a lot|far|still] @quietening @meanwhile [only] (<voice>|@talk_parts)",
            "{_query:mood} (that|which) [should|can|will|automatically] @quietening (@meanwhile|@beneath) (<voice>|@talk_parts) => _also=music",
            "{_query:mood} (that|which) [should|can|will|automatically] (ducks|duck|gets|stays|sits|moves|goes|keeps|fades) (@aside|@quietening|@beneath) [@meanwhile|@beneath] (<voice>|@talk_parts) => _also=music",
            "{_query:mood} (that|which) [should|can|will|automatically] (ducks|duck) [@meanwhile|@beneath] (<voice>|@talk_parts) => _also=music",
            "<duck_> & <music> (under|beneath|below|behind|during|underneath) (<voice>|him|her|me|them|us|everybody)",
            "fade [the] <music> [down|low|out] (under|beneath|below|behind|underneath) (<voice>|@talk_parts|dialogue|speech)",
            "<music> @drowning (me|us|him|her|them|<voice>) [out] & @meanwhile <voice>",
            "(make|have|let|get) (it|<music>) [to] (dip|duck|sidechain) [automatically]",
            "<music> & @quietening & @meanwhile (i|we|he|she|they|someone|people) (explain|explains|present|presents|describe|introduce|mention|read|narrate|answer|answers|demonstrate)",
            "<music> & @quietening & @meanwhile [only] <voice>",
            "<music> & @quietening & @meanwhile [only] @talk_parts",
            "<music> [should|must|to|needs|has] [be|go|sit|stay|play|get] @quietening [and] @beneath <voice>",
            "<music> @quietening @beneath (interview|talking|dialogue|conversation|words|speeches|commentary)",
            "(<lower>|@quietening) (it|that|them) & @meanwhile [only] @talk_parts",
            "(make|have|let|get|want|need) (it|that|them) @quietening & @meanwhile [only] <voice>",
            "(make|have|let|get|want|need) (it|that|them) @quietening & @meanwhile [only] @talk_parts",
            "(<lower>|@quietening) & <music> & @meanwhile @talk_parts",
            "<music> (needs|should|must|has|have|wants|ought) [to] [be|get] (ducked|dipped|lowered|turned down|sidechained) [@meanwhile|@beneath] [<voice>|@talk_parts]",
            "<music> [to|should|must|needs|has] (get|stay|keep|be|move|go|step|duck|fall|sit) [well] @aside [of] [<voice>|me|speaker|talking]",
            "<lower> it (when|while|during|under|whenever) <voice>",
            "(turn|bring|pull|take|dial|push|put|keep|fade|set|drop) (it|that|<music>) (down|low|lower|back|quieter|softer) & @meanwhile [only] (<voice>|@talk_parts)",
            "<lower> <music> (under|beneath) (it|that|the voiceover)",
            "<lower> it (when|while|whenever) (i|someone|people) <voice>",
            "dip <music>",
            "(when|whenever|while|during) <voice> & <music> (down|lower|quieter|softer|drop|drops|dip)",
            "<music> [should|to] (go|goes|drop|drops|come|comes|dip|dips|turn|turns) down (when|whenever|while|during|under|as) <voice>",
            "<music> (softer|lower|quieter|down) (under|underneath|below|behind|beneath) <voice>",
            "(<lower>|duck|dip|pull|bring|turn) <music> [down] (when|whenever|while|during|as) <voice>",
            "(have|make|keep|get) <music> (softer|lower|quieter) (under|underneath|below|behind|beneath|while|when) <voice>",
            "music (doesn't|don't|not) (drown|overpower|cover) [out] <voice>",
            "so (my|the) voice (is clear|can be heard)",
            "(keep|keeps|stay|stays|sit|sits|make) <music> (under|behind) <voice>",
            "= <music> (under|behind) <voice>",
            "(<lower>|drop|dip) & <music> (when|while|whenever|during) (i|someone|people|we|she|he|they) <voice>",
            "(have|let|make) <music> (drop|dip|fall|go down|duck|lower) (when|while|whenever|during) [i|someone|people|we|she|he|they] <voice>",
            "(tuck|slip|slide|sit|bury|drop|push|pull|dip|nestle|set|get) (<music>|it) [down] (under|beneath|below|behind|underneath) <voice>",
            "<music> [should|must|needs|has|to] [to] (dip|duck|drop|sink|soften|recede|fade|back off|step back|get quieter|go quiet|go down|come down|pull back|give way|make room|make way) [down|back|off|away] (when|whenever|while|during|every time|each time|as soon as|any time|for|to) <voice>",
            "(whenever|when|while|every time|each time|any time) <voice> <music> [should|must|needs|has] [to] (dip|duck|drop|sink|soften|recede|fade|back off|step back|get quieter|go quiet|go down|come down|pull back|give way)",
        ),
        "zh": (
            "<music> & (闪避|避让|让位)",
            "<voice> & <soften_> <music>",
            "<voice> (时|的时候|就|时候) [自动|就|再|要] (压低|降低|小声|变小|压小|调小|轻|退下去|压下去|小一点|轻一点|压一压)",
            "(<voice>|配音|旁白|解说|台词|对白) & <music> <soften_>",
            "<soften_> & <music>",
            "(说话时|讲话时|说话的时候|讲话的时候|有人说话时|人声出现时|人说话时|说话) & <soften_>",
            "<voice> (时|的时候|时候|出现|期间) & <music> [音量|声音] (降到|压到|降低到|调到|减到|调低到|降至|压低到|降|压) {_p:percent}",
            "(自动闪避|闪避)",
            "<add> [自动] (旁白|配音|解说|人声|语音) [的] [自动] (闪避|避让)",
            "(自动|人声|旁白|配音|解说|语音|说话|口播) (闪避|避让)",
            "<add> [自动] [音乐] (闪避|避让)",
            "(配音|旁白|解说|台词|对白|朗读) [出现|响起|进来|说话] (时|的时候|时候|期间|部分|处) & <soften_> & <music>",
            "<music> (自动|) (压低|降低|变小|小声)",
            "(压低|降低) <music>",
            "音乐 不要 盖过 <voice>",
            "(不要|别) (盖过|盖住) <voice>",
            "<music> [声音|音量] (别|不要|不能|不许|千万别|别再) (盖住|盖过|压过|压住|抢|抢了|淹没|盖掉|压着|吵到|影响|干扰) <voice>",
            "<voice> [的] (时|时候) <music> [要|就|得|自动|也|都] <soften_>",
            "<music> [要|得|记得|自动] (给|让|跟着|随着|配合) <voice> <soften_>",
            "<music> & <voice> [时|时候|出现|部分] <soften_>",
            "<voice> (结束|完|停|说完|停下) & <music> (恢复|回来|变大|回升|复原|回到原来)",
            "<music> (给|为|让) <voice> (让路|让位|让道|腾空间)",
            "<music> (自动|就) <soften_>",
            "<voice> & <music> (让|退|小|弱|轻) (一点|点|些|下去|下来|到后面|后面)",
        ),
    },
)
