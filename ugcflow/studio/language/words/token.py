"""A sentence as tokens: words, numbers, single Chinese characters, file names, punctuation, and protected text.

Every token knows its span of the sentence as it was written, so that whatever is read from it can be pointed at.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_NAME = r"[^\W\u3400-\u9fff]"
_LEADING = ("插入", "插播", "接上", "加上", "拼上", "换成", "导入", "上传", "叠加", "放上", "铺上", "配上", "添加", "加入", "打开", "盖上", *(f"{v}{n}" for v in "接插拼放加" for n in ("一下", "一个", "个", "我们的", "我的")))  # fmt: skip
_PLACED = "(?:开头|结尾|最后|前面|后面|最前|末尾)[接插拼放加]"
_NAMED = rf"(?:(?:^|(?<=[\s“\"']))(?![把将用拿]|[\u3400-\u9fff]{{0,12}}?(?:{'|'.join((*_LEADING, _PLACED))}))|(?<=[把将用拿和跟与加接拼插放])(?![上入在到成个一进播])|{'|'.join(f'(?<={v})' for v in _LEADING)})"
"""Where a Chinese name of a file may begin: apart, or behind the verb that takes it (插入片头.mp4)."""
_FILE = rf"(?:(?:[~./\\-]|{_NAME}){{0,160}}(?:-|{_NAME})|{_NAMED}(?:[a-z]:[/\\]|~/|\.{{0,2}}/)?(?:[\w.-]{{1,60}}[/\\]){{0,8}}[\u3400-\u9fff]{{1,24}}+)\.(?:mp4|mov|avi|webm|mkv|jpe?g|png|gif|webp|mp3|wav|m4a|aac|srt|vtt)(?![A-Za-z0-9_])"
_PATTERN = re.compile(
    r"(?P<space>\s+)|(?P<plain>[a-z]+(?=[ ,!?;)]|$))|"
    rf"(?P<url>https?://[^\s，。、]+)|(?P<handle>(?<![^\W_])@[a-z_][a-z0-9_.]*[a-z0-9_]|(?<![\w.])(?<!to )(?<!on )(?<!from )(?<!via )(?:[a-z0-9-]+\.)+(?:com|co|io|net|org|shop|store|app|tv|eu)(?:\.[a-z]{{2}})?(?:/[\w/-]*)?(?![\w.]*\w))|(?P<file>{_FILE})"
    r"|(?P<clock>\d{1,2}:\d{2}:\d{2},\d{3}(?!\d)|(?<!\d)\d{1,2};[0-5]\d(?![\d;:])|\d{1,3}:\d{1,2}(?::\d{2}){0,2}(?:\.\d+)?|(?<![^\s(/+&-]):[0-5]\d(?![\d:])|\d{1,2}['′’][0-5]\d[\"″”])|(?P<ordinal>\d+(?:st|nd|rd|th)(?![^\W_]))|(?P<num>\d+(?:,\d{3})+(?!\d)|(?<![\w,])\d+,\d{1,2}(?![\d,])|\d*\.\d+|\d+)"
    r"|(?P<cjk>[\u3400-\u9fff〇])|(?P<word>w/o?(?![^\W_])|[^\W\d_\u3400-\u9fff](?:[^\W\d_\u3400-\u9fff]|[\u0300-\u036f\u0900-\u0dff]|['’](?=[^\W\d_\u3400-\u9fff]))*)"
    r"|(?P<punct>.)",
    re.S | re.I,
)
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
"""Numbers of a list: they part what stands around them."""
_JOINING = tuple(
    f" {w}" for w in ("and", "or", "then", "to", "at", "with", "of", "for", "from", "into", "the", "a", "an", "my")
)
WRAPPED = 64
"""Characters; shorter lines are not broken for want of room."""
_WHOLE = frozenset(["filmed", "says", "closed", "polished", "reads", "move", "moves", "moved", "moving", "shorts", "titled", "called", "named", "labeled", "labelled", "reading", "opening", "ending", "beginning", "closing", "saying", "according", "during", "morning", "written", "lighting", "setting", "building", "meeting", "wedding", "something", "nothing", "anything", "everything", "outlined", "need", "needed", "exporting", "rendering", "finished", "ready", "heading", "jumping", "talking", "speaking", "colored", "red", "does", "goes", "shot", "note", "notes", "following", "captioned", "subtitled", "likes", "reels", "posting", "tiktoks", "stories", "uploaded", "imported", "exported", "rendered", "ride", "rides", "riding", "cute", "cape", "capes", "stripe", "stripes", "spine", "snipe", "bare", "paste", "wine", "wines", "tile", "tiles", "tire", "wave", "waves", "waving", "waved", "pane", "panes", "slime", "mice", "ripe"])  # fmt: skip
"""Words that mean something else than their stem."""


class Token(NamedTuple):
    """`low` is its text in small letters; `key` is what the lexicon is asked with; `kind`: word | num | ordinal (10th) | clock | cjk | punct | text | file | url; `value` a number or the protected text."""

    text: str
    low: str
    key: str
    kind: str
    start: int
    end: int
    value: float | str | None = None
    virtual: bool = False


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """An English word without its endings; the same for lexicon and sentence, so it only has to be consistent."""
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if len(word) < 4 or word in _WHOLE or not word.isascii():
        return word
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) >= 3 and any(c in "aeiouy" for c in root):
            doubled = len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz"
            return (root[:-1] if doubled else root).removesuffix("e")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("es") and word[-3] in "sxzh" and len(word) > 4:
        return word[:-2].removesuffix("e")
    if word.endswith("s") and word[-2] not in "su" and len(word) > 3:
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def tokenise(text: str, simplify: dict[int, str], stems: bool = True) -> list[Token]:
    """The tokens of `text` in order, spaces left out but for ends of lines that part something. `simplify` maps characters one to one (width, traditional forms)."""
    flat = text.lower() if text.isascii() else "".join(map(_flat, text)).translate(simplify)
    tokens: list[Token] = []
    for match in _PATTERN.finditer(flat):
        kind = match.lastgroup or "punct"
        if kind == "space":
            if "\n" in match.group() and tokens and _new_line(text, match.start(), match.end()):
                at = flat.index("\n", match.start())
                tokens.append(Token("\n", "\n", "\n", "punct", at, at + 1))
            continue
        tokens.append(_token(kind, match, text, stems))
    return tokens


def _new_line(text: str, end: int, begin: int) -> bool:
    """Does a new line begin here, or was a long one only broken: "make it vertical and add captions in ⏎ Spanish"?"""
    line = text[text.rfind("\n", 0, end) + 1 : end]
    after = text[begin : begin + 1]
    wrapped = len(line) >= WRAPPED and after.isascii() and after.islower()
    return bool(after) and not wrapped and line[-1:] not in ",，、" and not line.lower().endswith(_JOINING)


@lru_cache(maxsize=8192)
def _flat(char: str) -> str:
    if char in CIRCLED:
        return ";"
    if char == "İ":  # two characters when small, the second a dot of its own
        return "i"
    wide = unicodedata.normalize("NFKC", char) if char not in "…：" else char
    low = (wide if len(wide) == 1 else char).lower()
    return low if len(low) == 1 else char


def _token(kind: str, match: re.Match[str], text: str, stems: bool) -> Token:
    low, (start, end) = match.group(), match.span()
    written = text[start:end]
    if kind in ("plain", "word"):
        key = stem(low.replace("’", "'")) if stems else low
        return Token(written, written.lower(), key, "word", start, end)
    if kind in ("punct", "cjk"):
        return Token(written, written.lower(), low, kind, start, end)
    value: float | str | None = None
    key = low
    if kind == "num":
        comma = re.fullmatch(r"\d+,\d{1,2}", low)  # 1,5 on the continent
        value = float(low.replace(",", "." if comma else ""))
    elif kind == "ordinal":
        value = float(low[:-2])
    elif kind == "clock" and ";" in low:  # a slip of the finger beside the colon
        key = low.replace(";", ":")
    elif kind == "clock" and low.count(":") == 3 and not low.endswith(":00"):
        kind = "word"  # a timecode's frames: how long one is isn't known here
    elif kind in ("file", "url"):
        value = written
    elif kind == "handle":  # "@lumen" is shown as it is; where it says where to or from, it is words
        kind, key, value = "text", "", written
    return Token(written, written.lower(), key, kind, start, end, value)
