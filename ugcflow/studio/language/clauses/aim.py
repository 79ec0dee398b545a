"""What an edit is for, or what people will do with it themselves, told in Chinese: 详情页要用, 下午三点要交, 我自己传到B站."""

from __future__ import annotations

import re
from collections.abc import Iterable

_USED = re.compile(
    ".{1,10}(要|等着|等|着急|急着|急|就要|准备|打算|拿去)(用|交|交差|交付|交稿|上线|上架|上传|发|发布|播|播放|投|投放|看|过审|审|审核|汇报|展示|开播)(的|了|呢|啦|一下)?"
)
"""详情页要用, 客户等着看."""
_MYSELF = re.compile(
    "(?:[^帮把给请让]{2,5}(?=我))?(我|我们|咱|咱们|之后|回头|到时候|等下|后面|其他|其他的|剩下|剩下的|其余|其余的)*(要|会|可以|想|再|好|来|得|就)*(我|我们)?自己(再|去|来|会|可以|慢慢)*(传|发|投|配|调|加|弄|写|录|剪|改|做|设|来|搞|处理|导|上传).*"
)
"""我要自己传到B站当CC字幕."""
_HAD = re.compile(
    ".{1,8}?(我|我们)?(这边)?(已经|早就|都|之前|已)(有|做好|做过|剪好|导过|导出过|加过|加好|弄好|录好|发过|有一版)(了|的)*"
    "|(我|我们|这边)?(已经|早就|之前已|已)(加|做|剪|配|弄|录|导|上|调)(好|过|完)[^，]{0,6}了"
)
"""横版我已经有了."""
_SHOT = re.compile(
    "[^把将剪删加配]*(拍|录|录制|拍摄|攒|收集)(了|下来|完|过)[^把将剪删加配去]*(素材|视频|录像|录屏|片子|画面|片段|访谈|采访|直播|课|镜头)(了|的)?"
    "|(这是|这条|这个|我|我们)?(去|在)[^掉除噪停剪]{1,6}(拍|录|录制|拍摄)的"
)
"""上个月拍了五个小时的素材, 去三亚拍的."""
_THERE = re.compile(
    "(那里|那儿|那段|那块|那边|当时|那会儿|那时候|那几秒|里面|因为那段|那一段)(我|他|她|有人|人|都|正)*(在|正在|是|全是|都是|没人|说漏|说错|太|只有)[^把将删剪去加配掉]*"
)
"""(剪掉40秒到50秒，)那里在打广告."""
_MISRECORDED = re.compile("[^把将剪删]{0,4}把.{1,8}(录|收|拍)(得|的)?(太|有点)?(小|轻|大|响|糊|虚)了")
"""我把麦的声音录小了(，人声调大)."""
_SEEN = re.compile(
    "[^把将给让]{1,8}?(要|得|能|还|才|要能|得能)?(看得出|看得清|认得出|看得见|看得到|读得完|看得完)[^的时]{0,8}"
)
"""衣服要看得出是正红."""
_WISHED = frozenset({"<caption>", "<music>", "<logo>", "<transition>", "<effect>", "<sticker>", "<text>", "<voiceover>", "<thumbnail>", "<silence>", "<filler>", "<mute_>", "{text}", "{aspect}", "{platform}", "{duration}", "{format}", "{resolution}", "{range}", "{first}", "{last}", "{percent}", "{factor}"})  # fmt: skip
"""Where one of these is named, the clause may ask for it."""


def aims(text: str, labels: Iterable[str]) -> bool:
    """Does the clause only tell what becomes of the edit, or who does the rest?"""
    if _MYSELF.fullmatch(text) or _HAD.fullmatch(text) or _SHOT.fullmatch(text) or _MISRECORDED.fullmatch(text):
        return True
    told = _THERE.fullmatch(text) or _USED.fullmatch(text) or _SEEN.fullmatch(text)
    return told is not None and _WISHED.isdisjoint(labels)
