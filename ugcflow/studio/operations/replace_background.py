"""Put something else behind the person."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="replace_background",
    group="picture",
    summary="Put something else behind the person",
    example="remove the green screen",
    phrases={
        "en": (
            "(key|put|place|drop|composite) (me|him|her|us|them) (onto|over|on|in front of) (a|an|the|some)",
            "& (backdrop|background|wall) behind (me|him|her|us|them) instead of",
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
            "= (换成|改成|变成|换个|换|用|做成) [纯|浅|深|淡] (白底|黑底|蓝底|红底|绿底|灰底|白色背景|黑色背景|蓝色背景|纯色背景|白背景|白底背景|教室背景|办公室背景|图书馆背景)",
            "(绿的|蓝的|绿布|蓝布|绿色|绿背景) & (抠|抠掉|去掉|扣掉|抠除|抠干净|换掉) [换成]",
            "(抠|抠掉|去掉|扣掉|抠除) (绿布|蓝布|绿色|绿背景)",
            "抠图",
        ),
    },
)
