"""Who or what bears the words: a screen or a sign shows them, somebody who says them only speaks."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_SHOWING = frozenset({"<text>", "<texty>", "{role}", "<logo>", "<sticker>", "<thumbnail>", "<show>", "<add>", "<write>", "<picture>"})  # fmt: skip


def on_screen(s: Sentence, behind: range) -> bool:
    """ "On screen at 0:05: Dermatologist approved", "on the last frame: Book a call"."""
    led = (i for i in behind if s.tokens[i].low == "on" and (not i or s.tokens[i - 1].kind == "punct"))
    after = ({t.low for t in s.tokens[i + 1 : i + 4]} for i in led)
    return any(words & {"screen", "frame"} for words in after)


def somebody(s: Sentence, at: int) -> bool:
    """ "(Mute 0:31 to 0:34,) one of the kids says his surname", "(duck it) when the host says something": nothing that shows words says it."""
    begin = next((i + 1 for i in range(at - 1, -1, -1) if s.tokens[i].kind == "punct" or s.ends(i, "<open_when>")), 0)
    someone = s.tokens[at - 1].low in ("someone", "somebody")
    told = s.tokens[at].low == "says" and (someone or at > begin + 1) and s.tokens[at - 1].low not in ("it", "that", "which")  # fmt: skip
    return told and not any(s.labels(i) & _SHOWING or s.tokens[i].kind == "text" for i in range(begin, at))
