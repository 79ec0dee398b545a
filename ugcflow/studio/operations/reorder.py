"""Put clips in another order."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="reorder",
    group="cutting",
    summary="Put clips in another order",
    example="put the second clip first",
    phrases={
        "en": (
            "(use|play|show) <order> <clip> first",
            "<move> <clip> (first|last|before|after|to the front|to the end|to the start|to the beginning|at the end|at the start|to the top)",
            "<move> (first|second|third|last|clip) <clip> (first|last|before|after|to the front|to the end|to the start|in front of)",
            "(rearrange|reorder|re-order|reorganize|reshuffle|shuffle) & <clip>",
            "(rearrange|reorder|re-order|reorganize|reshuffle|shuffle)",
            "swap <clip>",
            "swap (first|second|last|third)",
            "swap {file}",
            "(swap|switch) <clip> (and|with) <clip>",
            "(swap|switch) (the|) order",
            "swap (the|) (first|two|second) (and|) [second|last] <clip>",
            "(swap|switch) two <clip>",
            "change (the|) order [of|] [<clip>]",
            "move {last} (to|) <t_begin>",
            "move {first} (to|) <t_end>",
            "move <clip> <t_begin>",
            "move <clip> <t_end>",
            "<move> clip (one|two|three|1|2|3) (first|last|before|after)",
            "<clip> comes (first|last|before|after)",
            "reverse the order",
            "(start|open|begin|lead) with (the|) (second|last|third) <clip>",
            "sort <clip>",
            "put the (testimonial|ending|hook|best) (first|last|part first)",
            "<move> & to the (start|front|beginning|end)",
        ),
        "zh": (
            "把 <clip> (放到|移到|挪到|调到|放在|移动到|换到|提到) <order>",
            "<clip> (放到|移到|挪到|调到|放在|移动到|换到|提到) <order>",
            "把 <clip> (放前面|放最前面|放最前|放后面|放最后面|放最后|放开头|放结尾|提前|放到最后|挪前面|放第一)",
            "<clip> (放前面|放最前面|放最前|放后面|放最后面|放最后|放开头|放结尾|提前|放第一)",
            "(调换|交换|对调|互换|调整|重新排列|打乱|重排|换一下|改变) & (顺序|次序|<clip>|位置)",
            "<clip> 换 顺序",
            "(先放|先播) <clip>",
            "重新排序",
            "<clip> (互换|对调|调换|交换)",
        ),
    },
)
