"""Which sound an edit of all of it is to leave alone: "turn it up, but not the music", 声音大一点，音乐别动."""

from __future__ import annotations

from ugcflow.session.reading import Operation
from ugcflow.studio.language.phrases.shape import past_any
from ugcflow.studio.language.reading.said import more
from ugcflow.studio.language.words.sentence import Sentence

_OTHER = {"<music>": "voice", "<voice>": "music"}
_WHOLE = frozenset({"mute", "fade", "denoise_audio", "normalize_audio"})
_SPARING = (
    "(not|leave|keep|<no>|<dont>) [touch|change|on|for|in] [the|my|our|any] (<music>|<voice>)",
    "(except|besides|excluding|but) [for] [the|my|our] (<music>|<voice>)",
    "(<music>|<voice>) [就|先|也|都|则|还是] (不要动|别动|不动|不变|别变|除外|不算)",
)


def spared(sentence: Sentence) -> str:
    """The label of the sound that stays as it is; "" for none."""
    for at in range(len(sentence)) if sentence.may_have(*_OTHER) else ():
        if end := past_any(sentence, at, _SPARING):
            return next((n for n in _OTHER if any(n in sentence.labels(i) for i in range(at, end))), "")
    return ""


def of_the_other(operation: Operation, sentence: Sentence) -> Operation:
    """A change of all sound that leaves one alone is one of the other."""
    if operation.op != "volume" or operation.parameters.get("target") != "all" or not (kept := spared(sentence)):
        return operation
    return more(operation, {"target": _OTHER[kept]})


def spares(operation: Operation, sentence: Sentence) -> bool:
    """Is one of the sounds to be left alone by an edit that knows only all of them ("mute it, but not the music")?"""
    return operation.op in _WHOLE and operation.parameters.get("target") is None and spared(sentence) != ""
