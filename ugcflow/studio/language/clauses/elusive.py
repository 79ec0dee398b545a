"""What Chinese clauses say that an edit found in them can't be held to: parts nobody can find, rough figures, the pace of a title."""

from __future__ import annotations

import re
from typing import Literal

_PART = (
    "(?:第?[一二两三四五六七八九十\\d]+(?:个|段|句)?(?:部分|镜头|片段|素材|段)|几(?:个|段|句)?(?:镜头|片段|秒|段|句)?)"
)
_PARTS = re.compile(
    f"(?:前|后|头|最后|末尾|开头|结尾)(?:的)?{_PART}(?!T)|第[一二两三四五六七八九十\\d]+(?:部分|个?镜头|句|段)|镜头[\\d一二三四五]|\\d号(?:镜头|机位)"
    "|(?:前|后|另|最后)一(?:部分|段)|^几(?:秒|段|个|句)|每(?:一)?(?:段|个镜头|个片段|个素材|句)"
)
CLIPS = re.compile("第[一二两三四五六七八九十\\d]+个?(?:片段|素材)|(?:素材|片段)[\\d一二三四五]|\\d号(?:素材|片段)")
"""Clips of a timeline told by their number."""
_EDGES = re.compile(
    "(?:开头|结尾|片头|片尾|开场白|头尾|首尾|开场)(?:和|跟|与|、)?(?:开头|结尾|片尾)?(?:各|都|部分|那段|那里|的|地方|稍微|有点|适当)*"
)
_ITS_PACE = re.compile("转场|切换|切镜|换镜|淡入|淡出|标题|字幕|配音|旁白|文字|弹出|动画|花字|贴纸|logo|音乐|bgm|歌")
_ROUGH = re.compile(
    "(?<![十百千零〇点0-9])(?:一两|一二|两三|二三|三四|三五|四五|五六|六七|七八|八九)(?:十|百)?(?:来|多)?(?:秒|分钟?|倍|个?小时|个半)"
)
_SLOWLY = re.compile(
    "(?:缓慢|慢慢|慢速|缓缓|快速|迅速|快点|赶快|赶紧)(?:的|地|给我|帮我)?(?:放大|推|拉|淡|移|变|导|剪好|剪完|弄|做好|出现|缩|出)|(?:能|可以|可不可以)(?:不能)?快点|^快点(?:剪|弄|做|导|出|吧|好吗)"
)
_UNTIL = re.compile("(?:加速|快进|快放|慢放|放慢|减速)(?:播放)?到(?:T|第?\\d+秒|[一二三四五六七八九十]+秒)")
_AT_LEAST = re.compile("不(?:少|低|短|小)于|至少|最少|起码|以上")
_EVERY = re.compile("每(?:隔)?(?:T|\\d+秒|[一二三五十]+秒)|(?:T|秒)(?:钟)?一(?:段|个|条)|倒数第")
_FROM_THE_END = re.compile("(?:倒数|最后)第(?:T|[\\d一二三四五六七八九十]+秒)|倒数T")
_ENDING = re.compile("(?:结尾|片尾|末尾)的?(?:前)?T")
_SEVERAL = re.compile("(?:[二两三四五六七八九十]|[2-9])(?:个|条|支)(?:T|[\\d]+秒)")
_LAID_OVER = re.compile(
    "^(?:把|将|给|让)?(?:T的?)?(?:logo|标题|大标题|文字|字幕|字体|花字|贴纸|水印)(?:的)?(?:T|背景|颜色)?(?:就|也|都|要|再|先|慢慢)?(?:淡|调亮|亮|暗|调暗|旋转|转|翻转|模糊|虚化|放大(?!一点|一些|点|些))"
)
_OTHER_SOUND = re.compile("背景声(?!音乐)|旁白|配音|左声道|右声道|现场声|环境声")
_PAUSING = re.compile(
    "T(?:处|的时候|那里)?停顿(?:一下|[\\d一二两三]+秒|T)|^(?:视频|片子|素材|这段|这条|原片|画面)?没有?声音(?:了)?$"
)
_STARTS_THERE = re.compile(
    "T(?:处)?(?:开始|起)(?:的|算|往后|向后)?(?:删掉?|剪掉?|取|保留|要|切掉?)?(?:T|\\d+秒|[一二三五十]+秒)|^(?:保留|取|要|留)?T(?:里|里面|中|中的|的)?(?:只要|只留|的?)T$"
)
Which = Literal["all", "untimed", "from the start"]
"""Which edits of a kind are doubtful: all, those without a time, or those that begin nowhere but at the start."""
_PACES = frozenset({"speed"})
_CUTS = frozenset({"trim_start", "trim_end", "trim_range"})
_PLACED = _CUTS | {"speed", "mute", "zoom", "volume", "rotate", "flip"}

_TABLE: tuple[tuple[re.Pattern[str], frozenset[str], Which], ...] = (
    (_PARTS, _PLACED - _CUTS | {"fit_duration"}, "untimed"),
    (_PARTS, _CUTS, "all"),
    (CLIPS, _CUTS, "all"),
    (CLIPS, frozenset({"fit_duration", "rotate", "flip"}), "untimed"),
    (_EDGES, frozenset({"speed", "mute", "trim_silence", "remove_fillers"}), "untimed"),
    (_ITS_PACE, _PACES, "untimed"),
    (_SLOWLY, _PACES, "all"),
    (_UNTIL, _PACES, "all"),
    (_AT_LEAST, frozenset({"fit_duration"}), "all"),
    (_EVERY, frozenset({"split"}), "all"),
    (_FROM_THE_END, _PLACED | {"split", "text_overlay"}, "all"),
    (_ENDING, frozenset({"trim_start", "mute", "zoom"}), "from the start"),
    (_SEVERAL, frozenset({"fit_duration"}), "all"),
    (_LAID_OVER, frozenset({"fade", "color", "rotate", "flip", "zoom", "blur_background"}), "all"),
    (_OTHER_SOUND, frozenset({"volume"}), "all"),
    (_PAUSING, frozenset({"trim_silence"}), "all"),
    (_STARTS_THERE, _CUTS, "from the start"),
)
"""What is said, the edits it makes doubtful, and which of them."""


def rough(words: str) -> bool:
    """两三秒, 三四十秒: figures that leave open how much."""
    return bool(_ROUGH.search(words))


def doubted(gist: str) -> list[tuple[frozenset[str], Which]]:
    """The edits that the clause makes doubtful, and which of them, as in the table."""
    return [(ops, which) for pattern, ops, which in _TABLE if pattern.search(gist)]
