"""What a clause says of an edit that no parameter of it holds: a level in figures nobody knows, a pause among many, one clip of several."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import Thing
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.reading.sparedsound import of_the_other, spares

_DATELESS = frozenset({"thumbnail", "sound_effect", "sticker_emoji", "voiceover", "music", "status", "upload", "credits", "undo", "reorder", "insert_clip"})  # fmt: skip
"""What happens at a moment, though no parameter holds it, and what no moment changes."""
_TIMES = frozenset({"start", "end", "at", "until", "seconds"})
_LOUD = frozenset({"volume", "music"})
_WHILE = frozenset({"before", "after", "until", "till"})
_SOMEBODY = frozenset({"i", "he", "she", "we", "they", "the", "my"})
_AT = frozenset({"at", "from", "on", "off", "in"})
_ADDED = frozenset({"captions", "music", "text_overlay", "logo", "voiceover", "sticker_emoji", "broll"})
_DETERMINERS = frozenset({"the", "my", "our", "this", "that", "its"})
_CHANGING = frozenset({"<slowdown>", "<speedup>", "<lower>", "<raise>", "<rotate_>", "<flip_>", "<blur_>", "<mute_>"})


def doubt_unmet(said: Said, clause: Clause, extra: list[Thing], spent: set[int]) -> None:
    """Ask instead of editing more, or otherwise, than was said."""
    s = clause.sentence
    said.operations = [of_the_other(_as_gain(o, clause), s) for o in said.operations]
    doubted = [o for o in said.operations if _more_than_said(o, clause, extra, spent)]
    if doubted:
        said.operations = [o for o in said.operations if o not in doubted]
        said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))


def _as_gain(operation: Operation, clause: Clause) -> Operation:
    """ "Background music at -18 dB": how much quieter what plays already is to be; of what is added, a share of full volume."""
    gain = str(operation.parameters.get("volume", ""))
    if operation.op != "music" or not gain.endswith(("dB", "%")) or gain[:1] not in "+-":
        return operation
    new = "query" in operation.parameters or not clause.sentence.words.isdisjoint(_LAYING)
    if new and gain.startswith("-") and gain.endswith("dB"):
        return replace(operation, parameters=operation.parameters | {"volume": share(float(gain.removesuffix("dB")))})
    if "query" in operation.parameters:
        return operation
    return replace(operation, op="volume", parameters={"target": "music", "change": gain})


def share(decibels: float) -> float:
    """How loud something so many dB down is, as a share of full volume: 20 dB are a factor of ten in amplitude."""
    return round(10 ** (-abs(decibels) / 20), 3)


_LAYING = frozenset({"add", "adding", "mix", "mixing", "lay", "laying", "layer", "insert", "include", "overlay"})


def _more_than_said(operation: Operation, clause: Clause, extra: list[Thing], spent: set[int]) -> bool:
    s = clause.sentence
    free = ((label, at) for number, (label, at, _, _) in enumerate(extra) if number not in spent and clause.own(at))
    left = {
        label for label, at in free if label != "{number}" or not s.ends(at, "#noise")
    }  # the "ein" of "ein bisschen"
    if operation.op not in _DATELESS and left & {"{instant}", "{since}"} and not operation.parameters.keys() & _TIMES:
        return True  # "mute the music at 0:10", "fade out at 0:20": nothing holds that
    if operation.op in _LOUD and "{number}" in left and operation.parameters.get("change") in ("up", "down"):
        return True  # "lower the volume by 5": per cent, or decibels?
    if (
        operation.op == "music"
        and "{number}" in left
        and clause.words[1:2] in (["+"], ["-"])
        and len(clause.words) == 3
    ):
        return True  # "voice +3, music -6"
    if operation.op == "music" and isinstance(operation.parameters.get("volume"), str):
        return True
    if operation.op == "normalize_audio" and s.places("<music>"):
        return True  # "music at -18 LUFS"
    if (operation.op == "speed" and _of_the_sound(clause)) or spares(operation, s):
        return True
    if operation.op == "trim_silence" and _some_silence(operation, clause, left):
        return True
    either = operation.op in _ADDED and "either" in clause.words  # "either captions or a voiceover"
    return either or (operation.op in _ADDED and _changes(clause))


def _of_the_sound(clause: Clause) -> bool:
    """ "Slow the music down", "speed up the audio": the picture stays as it is."""
    s = clause.sentence
    for at in s.places("<slowdown>", "<speedup>"):
        place = max(s.ends(at, "<slowdown>"), s.ends(at, "<speedup>"))
        while place < len(s) and s.tokens[place].low in _DETERMINERS:
            place += 1
        end = max(s.ends(place, "<music>"), s.ends(place, "<audio>"))
        if end and (end >= len(s) or s.labels(end).isdisjoint(("<source>", "<clip>"))):
            return True
    return False


def _some_silence(operation: Operation, clause: Clause, left: set[str]) -> bool:
    """ "The silence at 0:14", "before I start talking", "under -40 dB": some pauses, not all there are."""
    words = clause.words
    told = any(a in _WHILE and b in _SOMEBODY for a, b in pairwise(words))
    s = clause.sentence
    edge = s.places("{opening}", "{ending}") or any(
        s.labels(i) & {"<t_begin>", "<t_end>"} and words[i - clause.offset - 2] in _AT for i in clause.places[2:]
    )
    bounded = {"start", "end"} & operation.parameters.keys()
    return told or "{db}" in left or (bool(edge) and not bounded)


def _changes(clause: Clause) -> bool:
    """ "(Slow the video by half) and the music too": the verb of the neighbour adds nothing."""
    taken = range(clause.offset) if clause.words[-1:] == ["too"] else ()
    return any(clause.sentence.labels(i) & _CHANGING and not clause.sentence.ends(i, "<add>") for i in taken)
