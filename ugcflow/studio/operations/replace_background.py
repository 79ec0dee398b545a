"""Put something else behind the person."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="replace_background",
    group="picture",
    summary="Put something else behind the person",
    example="remove the green screen",
    phrases={
        "en": (
            "<replace> & <background>",
            "<remove> & <background>",
            "<remove> & <greenscreen>",
            "key (out|) & <greenscreen>",
            "(key|keying) (it|) out",
            "<greenscreen>",
            "put (me|him|her|them|us) (in|on|in front of)",
            "(put|place|add|drop|have) & behind (me|him|her|them|us|the speaker|the presenter|the person)",
            "(swap|change|turn) what's behind (me|him|her|them|us)",
            "<background> (removal|replacement)",
            "<background> (to|into|with)",
            "virtual background",
            "(use|put|set|make) {_f:file} (as|for) [the|a|my] <background>",
            "(use|put|set|make) {_f:file} (as|for) <background>",
            "(put|add) & (different|new|another|custom|white|office|beach) <background>",
            "<make> <background> (white|transparent|black|green|blue|{color})",
            "swap in {_f:file}",
            "cut (me|the person|him|her) out",
            "(on|against) (a|) (transparent|plain|solid|white|black|green|{color}) <background>",
        ),
        "zh": (
            "(换|更换|替换|改) & 背景",
            "(抠|抠掉|去掉|去除|扣掉|抠除|扣) & (绿幕|背景|蓝幕)",
            "绿幕",
            "背景 (换成|替换成|改成|换|改为)",
            "抠像",
            "(去|移除|删除) 背景",
            "抠图",
        ),
    },
)
