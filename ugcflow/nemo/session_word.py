"""Sentences that are nothing but a call: export, credits, status, upload, in English and Chinese. They never reach the agent.

A sentence counts only when nothing is left of it beside the request and politeness: "please export the video" is the export call, "trim the pauses and
export" is an edit and goes along as written, "balance the audio" is about sound.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum


class SessionWord(Enum):
    """The call a sentence stands for."""

    EXPORT = "export"
    CREDITS = "credits"
    STATUS = "status"
    UPLOAD = "upload"


def session_word(sentence: str) -> SessionWord | None:
    """The call that `sentence` is nothing but, None for anything to be edited, asked or said."""
    if len(sentence) > _LONGEST:
        return None
    plain = " ".join(unicodedata.normalize("NFKC", sentence).lower().replace("’", "'").split())
    chinese = bool(re.search(r"[\u4e00-\u9fff]", plain))
    bare = _stripped_zh(plain) if chinese else _stripped_en(plain)
    table = _CHINESE if chinese else _ENGLISH
    return next((word for word, pattern in table.items() if pattern.fullmatch(bare)), None)


_LONGEST = 200  # characters; beyond, something more is said than a call
_EDGE = " \t.,!?;:~…。，！？、；：\"'“”‘’"
_LEAD_EN = re.compile(
    r"^(?:please|pls|ok|okay|alright|great|perfect|good|nice|cool|thanks|thank you|hi|hey|hello|now|then|and|just|so|"
    r"can you|could you|would you|will you|can i|could i|may i|i want (?:you )?to|i'd like (?:you )?to|i would like (?:you )?to|i need (?:you )?to|let's|let us|"
    r"go ahead and|time to|kindly)\b[\s,.!]*"
)
_TAIL_EN = re.compile(r"[\s,.!?]*\b(?:please|pls|thanks|thank you|thank you very much|now|for me|right now|then|when (?:you're|it's|you are|it is) (?:done|ready|finished))$")  # fmt: skip
_LEAD_ZH = re.compile(
    r"^(?:请|麻烦(?:你|您)?|帮我|帮忙|给我|你好|好的?|可以了?|现在|那就?|我(?:想|要|想要|需要)|能不能|能否|可不可以|可以|能|就)[\s,，]*"
)
_TAIL_ZH = re.compile(r"[\s,，]*(?:谢谢(?:你|您)?|吧|吗|呢|呀|啊|了|一下|好吗|可以吗)$")

_THING = r"(?:(?:the|my|this|our|a|an|it|that|final|finished|edited|full|whole|complete|new|latest)\s+)*"
_VIDEO = r"(?:video|clip|file|result|edit|cut|final cut|final version|version|movie|ad|project|output|it|this|that|everything|mp4|mov|gif|webm)"
_HOW = (
    r"(?:\s+(?:as|in|to|at|with)\s+(?:(?:an?|the|my|high|best|full|good|low|medium|highest|original|max|maximum)\s+)*"
    r"(?:mp4|mov|gif|webm|mp3|wav|file|video|computer|disk|laptop|phone|quality|resolution|hd|full hd|4k|2k|720p|1080p|1440p|2160p|60 ?fps|30 ?fps)(?:\s+(?:file|format|video|quality|resolution))?)*"
)
_ENGLISH = {
    SessionWord.EXPORT: re.compile(
        rf"(?:export|download|render|save)(?:\s+(?:out\s+)?{_THING}{_VIDEO})?{_HOW}(?:\s+again)?"
        rf"|(?:send|give|get|hand)\s+(?:it\s+to\s+)?me(?:\s+{_THING}{_VIDEO}{_HOW}|(?:\s+the)?\s+download(?:\s+link)?)?"
        rf"|(?:do|start|begin|run)\s+(?:the\s+|an\s+)?(?:export|render|download)|{_THING}(?:export|download)(?:\s+link)?"
    ),
    SessionWord.CREDITS: re.compile(
        r"(?:(?:my|the|our|account|current|remaining|available)\s+)*(?:credits?|balance|credits? balance|account balance|credits? left)(?:\s+(?:left|remaining))?"
        r"|(?:show|check|tell|get|see|view|display|give|what(?:'s| is| are)|whats)(?:\s+me)?\s+(?:(?:my|the|our|how many|account|current|remaining|available)\s+)*"
        r"(?:credits?|balance|credits? balance|account balance)(?:\s+(?:do )?(?:i|we) have)?(?:\s+(?:left|remaining))?"
        r"|how (?:many|much) credits?(?:\s+(?:do|have|are|is)\s+(?:i|we|there)(?:\s+(?:have|got))?)?(?:\s+(?:left|remaining))?"
    ),
    SessionWord.STATUS: re.compile(
        r"(?:(?:the|current|project|session|edit|timeline)\s+)*(?:status|state)"
        r"|(?:show|list|display|check|see|view|get|print|give|what(?:'s| is| are)|whats|tell)(?:\s+me)?\s+(?:(?:the|my|all|our|current|project|session|edit)\s+)*"
        r"(?:status|state|tracks?|timeline|track list)(?:\s+of\s+(?:the|my)\s+(?:project|edit|video|timeline|export|render))?"
    ),
    SessionWord.UPLOAD: re.compile(
        rf"upload(?:\s+{_THING}(?:{_VIDEO}|files?|videos?|clips?|footage|media|photos?|images?|pictures?|music|song|audio|logo|one|more|another (?:file|video|clip|one)))*"
        r"(?:\s+\S+\.(?:mp4|mov|avi|webm|mkv|jpe?g|png|gif|webp|mp3|wav|m4a|aac))?"
        rf"|i (?:want|need|have) (?:to upload|an? (?:file|video|clip) to upload)|upload\s+{_THING}(?:file|video|footage)\s+from\s+(?:my|the)\s+(?:computer|phone|disk|laptop)"
    ),
}
_THING_ZH = r"(?:这个|这段|我的|该|最终的?|成品|剪好的|完成的|整个|当前的?|所有的?)*"
_VIDEO_ZH = r"(?:视频|影片|文件|成片|成品|作品|片子|结果|项目|短片|mp4)"
_HOW_ZH = r"(?:(?:为|成|到)?(?:mp4|mov|gif|高清|高质量|1080p|720p|4k|本地|电脑|手机)(?:格式|文件|画质|视频)?)*"
_CHINESE = {
    SessionWord.EXPORT: re.compile(
        rf"(?:把|将)?{_THING_ZH}{_VIDEO_ZH}?(?:开始|直接)?(?:导出|下载|渲染|输出)(?:来|出来|下来)?{_THING_ZH}{_VIDEO_ZH}?{_HOW_ZH}|(?:把|将)?{_THING_ZH}{_VIDEO_ZH}(?:发|传|发送)(?:给|到)?我|(?:发|传)(?:给)?我{_THING_ZH}{_VIDEO_ZH}"
    ),
    SessionWord.CREDITS: re.compile(
        r"(?:查看?|看看?|显示|查询|告诉我|查一下|看一下)*(?:我|账户|账号|我的|当前|剩余|目前|可用)*(?:的)?(?:还)?(?:有|剩|剩下|剩余)?(?:多少|几个)?(?:的)?(?:积分|余额|点数)(?:余额)?(?:是|还)?(?:有|剩|剩下|剩余)?(?:多少|几个)?"
    ),
    SessionWord.STATUS: re.compile(
        r"(?:查看?|看看?|显示|列出|查询|告诉我|查一下|看一下)*(?:当前|现在|目前|项目|所有|全部|编辑|时间线|时间轴)*(?:的)?(?:状态|轨道|音轨和轨道|时间线|时间轴)(?:列表|信息|状态)?(?:是什么|怎么样|如何)?"
    ),
    SessionWord.UPLOAD: re.compile(rf"(?:把|将)?{_THING_ZH}(?:{_VIDEO_ZH}|素材|图片|照片|音乐|音频)?上传(?:一个|一段|我的|新的?|更多)*(?:{_VIDEO_ZH}|素材|图片|照片|音乐|音频)?"),
}  # fmt: skip


def _stripped_en(text: str) -> str:
    return _stripped(text, _LEAD_EN, _TAIL_EN)


def _stripped_zh(text: str) -> str:
    return _stripped(text.replace(" ", ""), _LEAD_ZH, _TAIL_ZH)


def _stripped(text: str, lead: re.Pattern[str], tail: re.Pattern[str]) -> str:
    """`text` without politeness at its ends, taken off as long as there is any; a lone polite word stays."""
    while True:
        text = text.strip(_EDGE)
        shorter = tail.sub("", lead.sub("", text)).strip(_EDGE)
        if shorter == text or not shorter:
            return text
        text = shorter
