"""What is said of a thing laid over the film, and not of the film: 删掉前5秒字幕, 保留前5秒的音乐, 标题不超过3秒, "a .mov transition"."""

from __future__ import annotations

import re

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import gist
from ugcflow.studio.language.phrases.match import Match
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.words.sentence import Sentence

_LED = "T(?:的时候|里面的?|里的?|内的?|那段的?|这段的?|的)?"
_THING = "(?:字幕|声音|音乐|背景音乐|配乐|bgm|原声|人声|音频|同期声|背景声|文字|标题|水印|logo|贴纸|滤镜|特效|音效|配音|旁白|转场|动画|噪音|杂音|淡入|淡出|环境音)"
_OF_A_THING = re.compile(_LED + _THING + "(?!部分|片段|视频|那段)")
_ITS_PART = re.compile("(?:把|将)?" + _THING + "(?:的|只|就|要|在|留|保|用|放)*T")
_PICTURE_ONLY = re.compile("T的?画面.*声音.*(?:留|保)|画面.*声音(?:保留|留着)")
_PAUSES = re.compile(_LED + "(?:停顿|空白|静音|嗯啊|口头禅|语气词|口误)")
_ITS_LENGTH = re.compile(
    "(?:把|将|让|每个|每段|每条|每张|每句|给)*(?:标题|字幕|文字|花字|logo|片头|片尾|转场|音乐|配乐|bgm|贴纸|封面|配音|旁白|音效|水印|淡入|淡出|动画|开头|结尾|开场|图片|照片)(?:的)?(?:时长|长度|时间)?"
    "(?:就|都|最多|最长|要|得|只|也|尽量)*(?:不要|不能|别)?(?:不?超过|不?多于|控制在|限制在|保持在|保持|持续|停留|显示|出现|缩短到|压到|剪到|短于|不长于|T)"
)
_CUTS = frozenset({"trim_start", "trim_end", "trim_range"})


def of_a_thing(said: Said, clause: Clause) -> None:
    """Ask, where what is cut, kept or brought to a length is a thing laid over the film."""
    short = gist(clause) if said.operations else ""
    if not short:
        return
    cuts = [o for o in said.operations if o.op in _CUTS]
    keeps = any(o.parameters.get("mode") == "keep" for o in cuts)
    doubted = (
        cuts
        if cuts
        and (
            _OF_A_THING.search(short)
            or _ITS_PART.match(short)
            or _PICTURE_ONLY.search(short)
            or (keeps and _PAUSES.search(short))
        )
        else []
    )
    if _ITS_LENGTH.match(short):
        doubted = [o for o in said.operations if o.op == "fit_duration"] or doubted
    if doubted:
        s = clause.sentence
        said.operations = [o for o in said.operations if o not in doubted]
        said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))


def file_of_a_thing(match: Match, sentence: Sentence) -> bool:
    """ "I want a .mov transition", "I need a png logo": what kind of file it is that is added."""
    ends = (e for i in match.covered if 0 < (e := sentence.ends(i, "{format}")) < len(sentence))
    return any(not sentence.labels(e).isdisjoint(_FILED) or sentence.tokens[e].low in _CLIPS for e in ends)


_FILED = frozenset({"<transition>", "<logo>", "<sticker>", "<effect>"})
_CLIPS = frozenset({"intro", "outro", "overlay", "song", "music", "bumper", "background"})
