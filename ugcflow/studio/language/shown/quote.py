"""Words that are to be shown, spoken or looked for, not read: quoted text (announced.py: text without quotes).

Such text becomes one token, so that a comma, an "and" or a verb inside it never counts as part of the sentence.
"""

from __future__ import annotations

import re

from ugcflow.studio.language.words.lexicon import Lexicon
from ugcflow.studio.language.words.token import Token, stem

_PAIRS = {'"': '"', "“": "”", "”": "”", "„": "“”", "「": "」", "『": "』", "«": "»", "《": "》", "‘": "’", "'": "'’", "【": "】", "`": "`"}  # fmt: skip
_KIND = re.compile(
    r"\s*(?:的\s*)?(?:转场|过渡|滤镜|音效|(?:transition|filter|clip|footage|shot|segment|scene|take|file|sound|sfx)s?\b)",
    re.I,
)
"""Behind quotes: what is in them names one of its kind."""


def protect_quotes(tokens: list[Token], text: str, words: Lexicon) -> list[Token]:
    """Tokens with each quoted stretch made one. Words of `spoken` (um, uh, 嗯) in quotes are talked about, and sounds ("ding") heard, not shown: they stay words."""
    if _PAIRS.keys().isdisjoint([token.text for token in tokens]):
        return tokens
    spoken = frozenset(stem(w) for w in words.tables.get("spoken", ()))
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        end = _closing(tokens, place, text)
        if not end:
            out.append(tokens[place])
            place += 1
            continue
        first, inside, last = tokens[place], tokens[place + 1 : end], tokens[end]
        anchor = place > 0 and tokens[place - 1].low in ("从", "到", "在", "from", "at", "until", "till")
        named = _KIND.match(text, last.end) or _request(tokens[max(0, place - 2) : place])
        said = not anchor and all(t.key in spoken or t.kind in ("punct", "file") for t in inside)
        heard = (
            bool(inside)
            and _heard(inside, words)
            and _LETTERED.isdisjoint(t.low for t in tokens[max(0, place - 5) : place])
        )
        shown = text_token(first.start, last.end, text, text[first.end : last.start])
        out += inside if named or said or heard else [shown]  # a “dissolve” transition: which of its kind, no text
        place = end + 1
    return out


_LETTERED = frozenset({"text", "title", "caption", "say", "says", "saying", "read", "reads", "reading", "word", "words", "write", "letters", "overlay", "headline", "sticker", "show", "写", "打", "字", "写着"})  # fmt: skip


def _heard(inside: list[Token], words: Lexicon) -> bool:
    """ "Add a 'ding' at 0:05": a sound, and no word to be read, as "BOOM" is."""
    return not inside[0].text.isupper() and any(
        n == "<effect>" and end == len(inside) for n, end, _ in words.arcs(inside, 0)
    )


_REQUESTS = frozenset({"instructions", "instruction", "prompt", "request", "task", "query", "command"})
_HANDING = frozenset({"edit", "process", "ugcflow"})


def _request(before: list[Token]) -> bool:
    """`instructions="trim the pauses"`, `edit talk.mp4 "add captions"`: what is quoted is itself what is asked for."""
    if len(before) < 2:
        return False
    named = before[0].low in _REQUESTS and before[1].text in ("=", ":")
    return named or (before[0].low in _HANDING and before[1].kind == "file")


def _closing(tokens: list[Token], at: int, text: str) -> int:
    closes = _PAIRS.get(text[tokens[at].start : tokens[at].end], "")
    single = closes == "'’"
    before = text[tokens[at].start - 1 : tokens[at].start] if at else ""
    if not closes or (single and before.isalnum() and before < "\u3400"):
        return 0
    for place in range(at + 1, min(len(tokens), at + 120)):
        token = tokens[place]
        written = text[token.start : token.end]
        if written in closes and place > at + 1:
            after = text[token.end : token.end + 1]
            if not (single and after.isalnum() and after.isascii()):
                return place
    return 0


def text_token(start: int, end: int, text: str, value: str) -> Token:
    return Token(text[start:end], text[start:end].lower(), "", "text", start, end, value.strip())
