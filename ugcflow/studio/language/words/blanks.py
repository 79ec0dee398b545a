"""Blanks that Chinese writers put for a comma: 语速太慢 快一点, 加字幕 算了还是中文吧. One before words to be shown parts nothing: 标题 夏日露营."""

from __future__ import annotations

from bisect import bisect_left

from ugcflow.studio.language.words.lexicon import Lexicon
from ugcflow.studio.language.words.token import Token

_MARKS = frozenset("，,。；;！!？?、：:\n|/+")
_ANNOUNCES = frozenset({"<text>", "<texty>", "<announce>", "<announce_weak>", "{role}"})
_FIGURED = ("<t_", "<level", "<under", "<longer", "<fit", "<make", "#unit")
_BEGINNING = frozenset({"#separators", "#adverb", "{aspect}", "{place}"})
_GONE = frozenset({"<remove>", "<drop>", "<cut>"})
_OVER = ("不做", "不要", "不用", "不加", "算了", "就行", "就好", "即可", "可以吗", "行吗")
"""What ends like this is over: 降噪先不做 走路拍的."""
_SHORTEST = 3
"""Characters of a piece that says something whole; what is shorter is a word set apart, or one of a row."""


def parted(tokens: list[Token], text: str, words: Lexicon) -> list[Token]:
    """Tokens with a comma for each blank between Chinese words that stands for one."""
    blanks = [at for at in range(1, len(tokens)) if _apart(tokens, at, text)]
    if not blanks:
        return tokens
    verbs = frozenset(f"<{v}>" for v in (*words.tables.get("verbs", ()), "drop", "no", "dont"))
    edges = sorted({0, *(i + 1 for i, t in enumerate(tokens) if t.text in _MARKS), *blanks, len(tokens)})
    out = list(tokens)
    for at in reversed(blanks):
        begin, end = edges[bisect_left(edges, at) - 1], edges[bisect_left(edges, at) + 1]
        if at - begin > _SHORTEST and text[: tokens[at - 1].end].endswith(_OVER):
            out.insert(at, Token("，", "，", ",", "punct", tokens[at - 1].end, tokens[at].start))
            continue
        long = at - begin >= _SHORTEST or tokens[begin - 1].text in ":："
        if (long and _two(tokens, begin, at, end, words, verbs)) or _ends_short(tokens, begin, at, end, words, verbs):
            out.insert(at, Token("，", "，", ",", "punct", tokens[at - 1].end, tokens[at].start))
    return out


def _ends_short(tokens: list[Token], begin: int, at: int, end: int, words: Lexicon, verbs: frozenset[str]) -> bool:
    """片尾多了两秒，去掉 背景换成白的, 导出4K，60帧 去掉前两秒: a verb or a figure alone between two marks, and another deed behind it."""
    if not begin or tokens[begin - 1].text not in "，,、" or tokens[at].kind != "cjk":
        return False
    gone = any(n in _GONE and stop == at for n, stop, _ in words.arcs(tokens, begin))
    figure = tokens[begin].kind == "num" and at == begin + 2
    later = {n for i in range(at, end) for n, _, _ in words.arcs(tokens, i)}
    begun = not figure or tokens[at].text in "把将给" or not verbs.isdisjoint(n for n, _, _ in words.arcs(tokens, at))
    return (gone or figure) and begun and not verbs.isdisjoint(later)


def _apart(tokens: list[Token], at: int, text: str) -> bool:
    """Is there a blank before a Chinese word, other than one of the two that set off a foreign word or a figure (从 0:30 到)?"""
    begin = at - 1
    if tokens[at].kind not in ("cjk", "num", "clock") or not text[tokens[begin].end : tokens[at].start].isspace():
        return False
    if tokens[at].kind != "cjk" and text[tokens[at].end : tokens[at].end + 1].isspace():
        return False
    while begin > 0 and tokens[begin].kind not in ("cjk", "text") and tokens[begin].start == tokens[begin - 1].end:
        begin -= 1
    return tokens[begin].kind in ("cjk", "text") and tokens[at - 1].text not in _MARKS | {"."}


def _two(tokens: list[Token], begin: int, at: int, end: int, words: Lexicon, verbs: frozenset[str]) -> bool:
    """Are tokens `begin` … `at` and `at` … `end` two things said, rather than a verb and what it is done to?"""
    first = [(n, stop) for i in range(begin, at) for n, stop, _ in words.arcs(tokens, i)]
    last = {n for n, stop in first if stop == at}
    here = words.arcs(tokens, at)
    if end - at < _SHORTEST or ("<caption>" not in last and not last.isdisjoint(_ANNOUNCES)):
        return False
    later = [(n, stop > i + 1) for i in range(at, end) for n, stop, _ in words.arcs(tokens, i)]
    deeds = not verbs.isdisjoint(n for n, _ in later)
    if "<caption>" in last:  # 加字幕 山里的清晨
        named = {n for n, long in later if long and n[0] == "<"}
        begun = any(n == "#separators" or (n[0] == "<" and stop > at + 1) or (n in verbs and named) for n, stop, _ in here)  # fmt: skip
        return begun or not named.isdisjoint({"<no>", "<dont>"})
    acts = deeds and not verbs.isdisjoint(n for n, _ in first)
    if tokens[at].kind != "cjk":  # 左上角放logo 5到9秒静音, but 压到 30秒
        return acts and last.isdisjoint(verbs) and not any(n.startswith(_FIGURED) for n in last)
    return (acts and tokens[at].text != "的") or _begins(tokens, at, end, words)


def _begins(tokens: list[Token], at: int, end: int, words: Lexicon) -> bool:
    """Does something begin here that an edit has a name for, small words aside?"""
    while at < end and tokens[at].text not in ("的", "被"):
        arcs = words.arcs(tokens, at)
        if any(n[0] == "<" or n in _BEGINNING for n, _, _ in arcs):
            return True
        at = max((stop for n, stop, _ in arcs if n in ("#noise", "#plain")), default=end)
    return at < end and tokens[at].text == "被"
