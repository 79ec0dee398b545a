"""Chinese clauses that ask not to do something: 前5秒不要加速, 不要把停顿剪掉, 降噪就不用了, 字幕我自己加.

不要 in front of a thing takes the thing away (不要字幕); in front of a deed, or of how something is to be, it takes nothing away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOT = "(?:(?<![识特分级区个性类鉴辨告派要])别(?![的人处样名致墅针])|(?<![能要会可得需用好])(?:不(?=[剪删切裁动变改碰])|不要|不用|不需要|不必|不能|不可以|不许|不准|不得|没必要|无需|勿|甭))(?:再|想)?"
_DEED = (
    "(?!配乐|配音|转场|动画|开头|开场|停顿|提示|静音(?:片段|部分|段|的)|关键|旋律|打字声|快门|插曲|换气|快闪|有声|出镜|变声|放映|压缩|处|调子)"
    "(?:剪|删|去|裁|切|砍|掐|动|改|变|加|配|放|插|贴|打|写|做|弄|搞|整|调|压|降|提|升|快|慢|减|静音|消音|消|关|停|淡|虚化|模糊|翻|转|旋|合|拼|导|输出|出|有|用|换|拉|推|缩|识别|生成|染|盖|遮|处理|破坏|影响|丢|显示|开|竖屏|横屏|移|清)"
)
_MANNER = "(?:太|那么|这么|过于|过分|过度|这样|那样)"
_LEADING = "(?:全|都|一律|全部|直接|自动|随便|乱|给我|帮我|给|让|对|先|在|也)*"
_BOUND = "(?:贴着|挡|盖住|盖过|遮|压住|压着|靠|抢|影响|超过|多于|少于|低于|高于|大于|小于|短于|长于|超|忘|漏|落下|错过|少|没|不|超出|够|播|发(?!生)|担心|紧|着急|急|客气|谢|好意思|得)"
_ENDING = "(?:了|吧|啦|啊|呀|哦|哈|的|掉|先|呢)*"

_DENIED = re.compile(f"{_NOT}(?!{_BOUND}){_LEADING}(?:把|将|{_DEED}|T.*?[^了吧啦的啊掉就行好可以]|(?=静音{_ENDING}$))")
_STRETCH = re.compile(
    f"T(?:这段|那段|这里|那里|的时候|的地方|内|里|里面|之内|处|的)?(?:就|先|也|都)?{_NOT}(?!{_BOUND})(?!{_ENDING}$)"
)
_DEGREE = re.compile(f"{_NOT}{_LEADING}{_MANNER}")
_OVERDONE = re.compile(f"{_NOT}.*(?:得|剪|删|去|调|加)(?:太|那么|这么|过|全|光|干净|狠|猛)|{_NOT}(?:全|都)(?:剪|删|去)")
_MANNER_OF = re.compile(f"^(?:但是?|不过|就是|只是)?{_NOT}(?:用|放在?|摆|写成|做成|弄成|是)(?!了|吧)")
_BEHIND = re.compile(
    f"(?:就|先|也|都|暂时|暂|目前|还是|倒是|那就|其实)*(?:不用|不需要|不必|不做|不弄|不搞|不处理|用不着|算了|免了|省了|没必要)(?:做|弄|搞|管|处理)?{_ENDING}$"
)
_NOT_WANTED = re.compile(f"(?:就|先|也|都|暂时|还是)*不要(?:做|弄|搞)?{_ENDING}$")
_NEVER_SAID = re.compile(
    "没(?:让|叫|要求|有让|有叫)你|没(?:有)?说(?:过)?要|谁(?:让|叫)你|(?:不是|并非|又没)(?:让|叫)你"
)
_SOMEBODY_ELSE = re.compile(
    "(?:我|我们|咱们|同事|后期|客户|剪辑师|设计师|设计|别人|团队|他|她|他们|她们|运营)(?:们|那边|会|来|后期|之后|回头|晚点|再|已经|到时候|后面)*"
    "(?:自己|亲自|来|会|另外|单独)(?:再|来|后期|去|会|单独|另外|手动)*(?:加|配|做|弄|剪|找|上|录|写|调|搞|处理|选|放|补|改)"
)
_LATER = re.compile(
    "(?:晚点|晚些|晚一点|下次|以后|回头|过会儿?|等会儿?|等下|等等|改天|明天|下回)(?:时候)?(?:再|来)(?:说|加|弄|做|配|剪|考虑|定|搞|上|处理|调)"
)
_HINTS = frozenset("不别没勿甭谁算免省自晚下以回过等改明会来")


@dataclass(frozen=True)
class Refusal:
    """What a clause refuses. `begin`: where in its gist the denial stands; what is asked for in front of it is another thing.

    `kind`: "deed" where it is not to be done; "thing" and "unused" where what is named may be a thing that goes (降噪不要, but 停顿不要
    and 字幕不用了); "degree", "overdone" and "manner" where it tells how something is not to be, "stretch" what is not to be there (前5秒不要滤镜), "doubt"
    where it tells that something was never asked for.
    """

    kind: str
    begin: int


def refusal(gist: str) -> Refusal | None:
    """What the clause refuses; None where it denies no deed."""
    if _HINTS.isdisjoint(gist) or gist.startswith("除"):
        return None
    for kind, pattern in _KINDS:
        if found := pattern.search(gist):
            return Refusal(kind, 0 if pattern in _WHOLE else found.start())
    return None


_KINDS = (
    ("doubt", _NEVER_SAID),
    ("deed", _SOMEBODY_ELSE),
    ("deed", _LATER),
    ("unused", _BEHIND),
    ("thing", _NOT_WANTED),
    ("degree", _DEGREE),
    ("overdone", _OVERDONE),
    ("manner", _MANNER_OF),
    ("deed", _DENIED),
    ("stretch", _STRETCH),
)
"""In the order they are looked for."""
_WHOLE = frozenset({_NEVER_SAID, _SOMEBODY_ELSE, _LATER, _BEHIND, _NOT_WANTED})
