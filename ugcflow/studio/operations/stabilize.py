"""Steady a shaky picture."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="stabilize",
    group="picture",
    summary="Steady a shaky picture",
    example="stabilize the footage",
    phrases={
        "en": (
            "(take|get|smooth) (the|) (wobble|wobbles|shake|shakes|shakiness|jitter|bounce|jerkiness) out",
            "(stabilize|stabilise|steady|deshake|de-shake)",
            "<stabilize_> & <shake>",
            "(video|image) stabilization",
            "<make> & (steady|stable|smoother|less shaky)",
            "(too|so|less) <shake>",
            "<no> <shake>",
            "stabilization",
            "stabilisation",
            "(footage|video|clip) is <shake>",
            "(it's|its|it is|it was|this is|that's|is|was|are|looks|look|came out|turned out|everything is) [a bit|a little|very|really|quite|pretty|kinda|super|all|way too|too|so|kind of|sort of|all over] <shake>",
            "warp stabilizer",
            "(iron|steady|calm|tame|settle|sort|take|smooth|kill|lose|dampen|damp) [out|down] (<shake>|the shakes|camera movement|camera motion|handheld motion)",
            "<shake> (is|makes|making|gives|giving|are|is making|is giving) [me|us|everyone|viewers] [feel|a] (seasick|sick|dizzy|nauseous|headache|unwatchable|distracting|bad|terrible|awful|annoying|horrible)",
        ),
        "zh": (
            "防抖",
            "稳定 (画面|视频|镜头|一下)",
            "(去|消除|减少|修复) 抖动",
            "画面 (稳定|稳)",
            "增稳",
            "(画面|镜头) 太抖",
            "去抖",
            "稳定",
            "稳 (一下|一点|一稳|定|住)",
            "<remove> & <shake>",
            "(画面|镜头|视频|拍得) & (太|有点|很|比较) <shake>",
            "<no> <shake>",
            "= <shake>",
            "(减轻|减弱|减少|缓解|修正|修复|消除|处理|稳定) & <shake>",
            "别 <shake>",
            "<shake> & <echo>",
            "<shake> & (修|修复|修正|处理|消除|减轻)",
        ),
    },
)
