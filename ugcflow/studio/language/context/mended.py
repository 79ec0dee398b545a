"""A bare "fix that" behind a complaint: the complaint was read, or names what is wrong ("mic crackle, pls fix")."""

from __future__ import annotations

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.fact import told
from ugcflow.studio.language.reading.said import Said, asked_by, more

_FIXING = frozenset({"fix", "sort", "repair", "solve", "handle", "address", "straighten", "remedy", "fixing", "fixed", "sorting", "sorted", "repairing", "repaired", "cleaning", "cleaned"})  # fmt: skip
_SMOOTHING = frozenset({"smooth", "steady", "stable", "smoother", "steadier"})
_REMOVING = frozenset({"remove", "rid", "delete", "lose", "kill", "cut", "take", "filter", "strip", "reduce", "removing", "removed", "reducing", "reduced", "filtered", "cleaning", "cleaned"})  # fmt: skip
_SMALL = frozenset({"get", "of", "away", "down", "please", "pls", "plz", "can", "could", "you", "u", "it", "this", "that", "them", "those", "out", "up", "the", "just", "audio", "sound", "everything", "so", "issue", "problem", "issues", "problems", "both", "all", "these", "for", "me", "?", ".", "!", "thanks", "somehow", "kindly", "would", "maybe", "how", "to", "do", "i", "make", "we", "editor", "software", "app", "tool", "program", "need", "needs", "must", "be", "has", "should", "really", "badly", "properly"})  # fmt: skip
_REPAIRS = frozenset({"denoise_audio", "normalize_audio", "volume", "duck_music", "stabilize", "color", "rotate", "flip", "trim_silence", "remove_fillers", "crop", "mute", "remove_music"})  # fmt: skip
_OF_SOUND = frozenset({"denoise_audio", "normalize_audio", "volume", "duck_music", "remove_music"})
_CURES = {"<noise_>": "denoise_audio", "<uneven>": "normalize_audio", "<shake>": "stabilize"}


_SINCE = frozenset({"they", "they're", "it", "it's", "its", "that", "those", "these"})
_NOBODY = frozenset({"nobody", "no", "nothing", "silent", "quiet", "empty"})
_AWAY = frozenset({"undo", "remove_captions", "remove_music", "trim_range", "trim_start", "trim_end", "mute", "remove_bad_takes"})  # fmt: skip
_THERE = ("那段", "这段", "那里", "这里", "那部分", "那一段", "这一段")
_DOING = frozenset({"<add>", "<make>", "<remove>", "<cut>", "<replace>", "<fit>", "<keep>", "<need>"})


_NO_MORE_THAN = frozenset({"only", "just", "mostly", "basically", "nothing", "all"})
_LIKED = frozenset({"before", "better", "worse", "nicer", "more", "preferred", "liked", "mistake"})
_LONGEST_WHY = 7


def _only(words: list[str]) -> bool:
    """ "(… 0:00 to 0:20,) that's only music": what is there, and no more."""
    led = words[:1] and words[0] in _SINCE | {"that's", "thats"}
    return bool(led) and words[1:2] != [] and words[1] in _NO_MORE_THAN and len(words) < _LONGEST_WHY


def explain(one: Said, clause: Clause, before: Said) -> None:
    """ "Take the captions off, they look cheap", 第10到20秒删掉，那段说错话了: why, and no wish."""
    gone = bool(before.operations) and before.ops <= _AWAY
    words = clause.words
    why = bool(words) and (words[0] in _SINCE or ("".join(words).startswith(_THERE) and words[-1] == "了"))
    why = why or (before.ops == {"undo"} and told(clause) and not _LIKED.isdisjoint(words))
    asked = one.ops & _REPAIRS or not gone or not why
    asked = asked and not (before.operations and not clause.hard and _only(words))
    heard = one.only("sound_effect") and before.ops <= {"trim_range", "mute"} and len(words) < 4  # "…, car horn"
    if (not asked or (heard and gone and not clause.hard)) and not clause.has(*_DOING):
        one.clear()


def outdone(one: Said, clauses: list[Clause], number: int, before: Said) -> None:
    """ "My cohost is too quiet, turn the voices up 6 dB": the complaint is met by what is asked for, before it or behind it."""
    if told(clauses[number]) and one.only("volume") and not clauses[number].hard:
        aim = one.operations[0].parameters.get("target")
        if any(o.op == "volume" and o.parameters.get("target") == aim for o in before.operations):
            one.operations.clear()
    if before.only("volume") and one.only("volume") and _unheard(clauses[number]):
        one.operations.clear()
    if before.only("volume") and _complains(clauses[number - 1]):
        one.operations = [_aimed(o, before.operations[0], clauses[number]) for o in one.operations]
        if any(o.op == "volume" and o.parameters.get("change") not in ("up", "down") for o in one.operations):
            before.operations.clear()


def _unheard(clause: Clause) -> bool:
    """ "(Turn the music down,) can't hear myself": why, and no louder voice."""
    return "hear" in clause.words and not clause.hard and not clause.has(*_DOING)


def _complains(clause: Clause) -> bool:
    return told(clause) or "太" in clause.words


def _aimed(operation: Operation, complaint: Operation, clause: Clause) -> Operation:
    """ "The music is too loud, so lower the volume", 音乐太大，音量降到30%: of what is too loud, and not of everything."""
    change, way = str(operation.parameters.get("change")), str(complaint.parameters.get("change"))
    agrees = change[:1].isdigit() or change.startswith(("down", "-") if way == "down" else ("up", "+"))
    other = clause.has("<voice>", "<music>", "<source>") or not _WHOLE.isdisjoint(clause.words)
    if not agrees or other or operation.parameters.get("target") != "all":
        return operation
    return more(operation, {"target": complaint.parameters.get("target")})


_WHOLE = frozenset({"overall", "everything", "all", "whole", "total", "master", "entire", "both", *"整全都总"})


def fill_silence(one: Said, clauses: list[Clause], number: int, before: Said) -> None:
    """ "There's nobody talking in it, so add a narrator": the quiet is why, and is not to be cut."""
    added = bool(one.operations) and one.ops <= {"voiceover", "music"}
    quiet = bool(before.operations) and before.ops <= {"trim_silence"}
    why = clauses[number].opener == "so" or not _NOBODY.isdisjoint(clauses[number - 1].words)
    follows = not clauses[number].hard and clauses[number].opener in ("so", ",") and why
    if added and quiet and follows and told(clauses[number - 1]):
        before.operations.clear()


def mend(one: Said, clauses: list[Clause], number: int, before: Said) -> None:
    """Answer the question "fix what?" by what the clause before came to, or by what it names."""
    noise = before.only("denoise_audio") and not one.operations
    shaken = _bare(clauses[number], _SMOOTHING) and clauses[number - 1].sentence.places("<shake>")
    removed = _bare(clauses[number], _REMOVING) and (noise or _cure(clauses[number - 1]))
    if one.refused or not (_bare(clauses[number], _FIXING) or removed or shaken):
        return
    sound = clauses[number].has("<audio>") and not before.ops <= _OF_SOUND  # "stabilize it, fix the audio"
    if before.operations and before.ops <= _REPAIRS and not sound:
        one.operations.clear()
        one.questions.clear()
    elif not before.operations and not one.operations and (op := _cure(clauses[number - 1])):
        one.operations.append(asked_by(clauses[number - 1], op, {}))
        one.questions.clear()
        before.questions.clear()


def _bare(clause: Clause, verbs: frozenset[str]) -> bool:
    """Nothing but one of the verbs, and small words?"""
    rest = [w for w in clause.words if w not in _SMALL]
    return len(rest) == 1 and rest[0] in verbs


def _cure(clause: Clause) -> str:
    found = [op for label, op in _CURES.items() if clause.has(label)]
    return found[0] if len(found) == 1 else ""
