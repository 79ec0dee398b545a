"""Speak a text over the picture."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="voiceover",
    group="sound",
    summary="Speak a text over the picture",
    example="voiceover: Meet the bottle",
    parameters=(Parameter("text", "text"),),
    phrases={
        "en": (
            "<voiceover> {text}",
            "<add> & <voiceover> {text}",
            "<add> & <voiceover>",
            "= <voiceover>",
            "(record|generate|create|do|make) & <voiceover>",
            "(read|narrate|say|speak) & {text}",
            "<voiceover> & intro",
            "<voiceover> & <announce> {text}",
            "<voiceover> & intro <announce> {text}",
            "have (a voice|someone|ai|an ai|the ai) (read|say) {text}",
            "read (this|it|the script) aloud",
            "read out {text}",
            "narrate (it|this|the video|the intro|the clip)",
            "<add> & {_f:sound} (as|for) [the|a|my] <voiceover>",
            "narrate (each|every|all|the|my|our|these|both)",
            "<voiceover> <announce_weak> {text}",
            "<add> & <voiceover> <announce_weak> {text}",
            "(get|have|let|use) (someone|somebody|a voice|a narrator|the narrator|an actor|a voice actor|a woman|a man|ai|an ai) [to] (read|say|speak|narrate|announce) [out] {text}",
        ),
        "zh": (
            "(女声|男声|童声|AI|机器人|真人) [来|给我] (念|读|说|朗读|播报) {text}",
            "(念|读|朗读|播|播报|说|配|生成|录) & <voiceover> {text}",
            "(念|朗读|播报) {text}",
            "<voiceover> (念|读|说|内容|是|为|词) {text}",
            "(旁白|文字|文案|文本|这段话|台词|稿子) (转|转成|转为|变成|生成) (语音|配音|声音) {text}",
            "<add> & <voiceover>",
            "<voiceover> {text}",
            "= <voiceover>",
            "配音 & {text}",
            "念 {text}",
            "读 {text}",
            "旁白 (说|念|讲) {text}",
            "用 <voiceover> (说|念|读) {text}",
            "(念出来|读出来|朗读出来)",
        ),
    },
)
