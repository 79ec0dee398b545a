"""What the agent says, for people without its screen: content is kept, screen instructions go, and the call they stood for is named.

Works clause by clause. Words in quotation marks are content (a title may read “Click the link below”), and so is a verb that is no instruction
("the opening shot", "I removed clicks"): only an order to the person counts, as "click …", "you can open the … panel", "点击 …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Errand(Enum):
    """What a screen instruction stands for here."""

    EXPORT = "export"
    STATE = "state"
    CREDITS = "credits"
    UPLOAD = "upload"
    HAND = "hand"  # something to be done by hand (a drag): to be said as a step
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Speech:
    """`text` without its screen instructions; `errands` they stood for, in order, each once; `dropped` the instructions themselves."""

    text: str
    errands: tuple[Errand, ...] = ()
    dropped: tuple[str, ...] = ()


def translate(said: str) -> Speech:
    """The agent's words without the screen."""
    lines, dropped = list[str](), list[str]()
    heading = False  # the line before is a heading, and all that stood under it so far was dropped
    for line in said.splitlines():
        kept = "".join(_sentence(s, dropped) for s in _sentences(line))
        gone = bool(line.strip()) and not kept.strip(" \t-*•>#.。0123456789)")
        if gone:
            heading = heading or (bool(lines) and lines[-1].rstrip().endswith((":", "：")))
            continue
        if heading and kept.strip()[:1] not in tuple("-*•123456789"):
            lines.pop()
        heading = False
        lines.append(kept.rstrip())
    if heading:
        lines.pop()
    errands = tuple(dict.fromkeys(e for e in map(_errand, dropped) if e is not Errand.NOTHING))
    return Speech(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), errands, tuple(dropped))


_LONGEST_LINE, _LONGEST_SENTENCE = (
    4000,
    600,
)  # characters: beyond, it is no instruction, and matching would take its time

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|‘[^’]*’|`[^`]*`|\*\*[^*]*\*\*|【[^】]*】")
_SENTENCE = re.compile(r".+?(?:[.!?](?=\s|$)[\s]*|[。！？]\s*|$)")

_UI = (
    r"(?:buttons?|panels?|tabs?|menus?|sidebar|toolbar|timeline|icons?|settings|pages?|dashboard|editor|workspace|preview(?: window| area)?|screen|window|dialog|"
    r"drop-?down|slider|media library|account|billing|corner|app|website|export|playhead|canvas|inspector|section)"
)
_POLITE = r"(?:(?:you can|you may|you could|you'll be able to|you will be able to|you should|you need to|please|simply|just|now|then|next|first|also|feel free to|go ahead and|to do (?:so|this|that),?|make sure to|or|and|try to|try)[\s,]+)*"  # fmt: skip
_PURPOSE = r"(?:(?:to|if you(?:'d| would)? (?:want|like|need|wish)|when(?:ever)? you(?:'re| are)|once you(?:'re| are| have)|for|whenever)\b[^.!?,]*,\s*)?"
_VERB = (
    rf"(?:(?:double-|right-|left-)?(?:click|tap|press|hit)\s+(?:(?:on|the|here|this|that|it|any|your|a|an)\b|(?-i:[A-Z])|to\b)"
    rf"|(?:open|go to|head (?:over )?to|navigate to|switch to|select|choose|use|find|see|check(?: out)?|visit|hover over|scroll to|look (?:at|in)|expand|view|access|adjust|review|preview|play|watch|return to)\b"
    rf"[^.!?]*?\b{_UI}\b"
    rf"|(?:drag(?:\s+and\s+drop|-and-drop)?|drop)\s+(?:the|it|them|your|this|that|any|a|an|(?-i:X)|\w+\s+(?:to|onto|into))"
    rf"|(?:preview|review|play|watch|see|view|check)\b[^.!?]*?\bin (?:the |your )?(?:timeline|editor|preview|player|workspace)\b"
    rf"|check (?:your |the )?(?:account|billing)\b)"
)
_ORDER = re.compile(rf"^[\s\-*•>\d.)]*{_PURPOSE}{_POLITE}{_VERB}", re.IGNORECASE)
_LATER = re.compile(
    rf"(?:\s*[;—–]\s*|\s+-\s+|,\s*(?:and|then|or|so|but)\s+|\s+(?:and|then|or|so|but)\s+(?:then\s+)?|,\s+|:\s+)(?={_PURPOSE}{_POLITE}{_VERB})",
    re.IGNORECASE,
)
_ORDER_ZH = re.compile(
    r"^[\s\-*•>\d.)、]*(?:然后|接着|或者?|并且?|也|再|就|如果[^，。]*，|如需[^，。]*，|若要[^，。]*，|要[^，。]{0,12}，|您|你|请|可以|可|现在|只需|直接|随时|即可|在[^，。]{0,16}(?:面板|时间线|时间轴|页面|界面|菜单|编辑器)(?:中|里|上|内)?|通过|将?[^，。]{0,12}(?=拖拽|拖动|拖放))*"
    r"(?:(?:双击|右键|点击|单击|点选|轻点|按下)|打开[^，。]*(?:面板|菜单|页面|设置|窗口|标签|界面|编辑器)|拖拽|拖动|拖放|把[^，。]*(?:拖拽|拖动|拖到|拖放)|(?:前往|进入|切换到|查看|检查)[^，。]*(?:面板|页面|账户|账单|账号|菜单|设置|时间线|时间轴)|(?:预览|查看|播放)[^，。]*(?:时间线|时间轴|预览窗口|播放器)|(?:预览|播放)(?:效果|视频|成片)?$|导出按钮)"
)
_NOW_ZH = re.compile(r"(?<=[，,；;—])")


def _sentences(line: str) -> list[str]:
    """A line cut at sentence ends that stand outside quotation marks; a line too long for a person's is left whole."""
    if len(line) > _LONGEST_LINE:
        return [line]
    masked = _masked(line)
    return [line[m.start() : m.end()] for m in _SENTENCE.finditer(masked)]


def _masked(text: str) -> str:
    return _QUOTED.sub(lambda m: "X" * len(m.group()), text)


def _sentence(sentence: str, dropped: list[str]) -> str:
    if len(sentence) > _LONGEST_SENTENCE:
        return sentence
    if re.search(r"[\u4e00-\u9fff]", sentence):
        return _chinese(sentence, dropped)
    masked = _masked(sentence)
    if _ORDER.match(masked):
        dropped.append(sentence.strip())
        return ""
    if later := _LATER.search(masked):
        dropped.append(sentence[later.end() :].strip())
        return sentence[: later.start()].rstrip(" ,;:—–-") + "." + (" " if sentence.endswith(" ") else "")
    return sentence


def _chinese(sentence: str, dropped: list[str]) -> str:
    kept, cut = [], False
    at = 0
    for masked in _NOW_ZH.split(_masked(sentence)):
        clause = sentence[at : at + len(masked)]
        at += len(masked)
        # What follows a cut order in the same sentence is its purpose ("点击导出按钮，即可下载").
        if _ORDER_ZH.match(masked.rstrip("。！？，,；;— ")) or (
            cut and re.match(r"\s*(?:即可|就可以|就能|便可|来|以便|进行|下载|预览|查看|选择|调整|选中|拖|点)", masked)
        ):
            dropped.append(clause.strip(" ，,；;。！？—"))
            cut = True
        else:
            kept.append(clause)
            cut = False
    while cut and kept and re.match(r"\s*(?:如果|如需|如要|若|想要|要是|需要)", kept[-1]):
        kept.pop()
    text = "".join(kept)
    if cut and kept:
        text = text.rstrip("，,；;— ") + "。"
    return text


_ERRANDS = (
    (Errand.HAND, re.compile(r"\bdrag|\bdrop\b|拖拽|拖动|拖放|拖到", re.IGNORECASE)),
    (Errand.CREDITS, re.compile(r"\baccount|\bbilling|\bcredits?\b|\bbalance\b|\btop.?up|账户|账单|账号|积分|余额|充值", re.IGNORECASE)),
    (Errand.EXPORT, re.compile(r"\bexport|\bdownload|\bsave\b|\brender|导出|下载|保存", re.IGNORECASE)),
    (Errand.UPLOAD, re.compile(r"\bupload|\bimport\b|上传|导入", re.IGNORECASE)),
    (Errand.STATE, re.compile(r"\bpreview|\bpanel|\btimeline|\bopen\b|\bplay|\bwatch|\btracks?\b|预览|面板|时间线|时间轴|打开|轨道|播放", re.IGNORECASE)),
)  # fmt: skip


def _errand(instruction: str) -> Errand:
    return next((errand for errand, pattern in _ERRANDS if pattern.search(instruction)), Errand.NOTHING)
