"""How loud what was just asked for, or complained of, is to be: "add music, at 20 %", "the voice is too quiet, up to 120 %"."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause, opens
from ugcflow.studio.language.clauses.gist import gist, shape
from ugcflow.studio.language.reading.fill import things
from ugcflow.studio.language.reading.said import Said, just_asked
from ugcflow.studio.language.reading.sparedsound import of_the_other
from ugcflow.studio.language.reading.unmet import share
from ugcflow.studio.language.timing.told import placed

_WHOLE_SOUND = frozenset({"overall", "everything", "all", "whole", "total", "master", "entire"})


def spare(said: list[Said], clause: Clause) -> None:
    """ "Turn it up, but don't touch the music", 声音大一点，音乐别动: the change just asked for is of the other sound."""
    if (last := just_asked(said, clause)) is not None:
        said[-1].operations[-1] = of_the_other(last, clause.sentence)


def tells_level(said: list[Said], one: Said, clause: Clause) -> bool:
    """Does the clause tell no more than that? Then what was asked for is as loud."""
    if subdued(said, clause) or louder(said, one, clause) or (not one.operations and _at_decibels(said, clause)):
        return True
    aimed(said, one, clause)
    return (not one.pointed and levelled(said, one)) or (not one.operations and raised(said, clause))


def _at_decibels(said: list[Said], clause: Clause) -> bool:
    """ "Add music, -20 dB": how loud it is laid."""
    last, told = just_asked(said, clause), things(clause.sentence, set())
    if last is None or last.op != "music" or "volume" in last.parameters or [t[0] for t in told] != ["{db}"]:
        return False
    said[-1].give({"volume": share(float(str(told[0][3])))})
    return True


def levelled(said: list[Said], one: Said) -> bool:
    """ "加背景音乐，音量20%": the level of the music just asked for, not of everything."""
    last = said[-1].last if said else None
    if last is None or last.op != "music" or "volume" in last.parameters or not one.only("volume"):
        return False
    volume = one.operations[0].parameters
    change = str(volume.get("change", ""))
    if not _WHOLE_SOUND.isdisjoint(one.operations[0].words.lower().split()):
        return False  # "give it a soundtrack, drop the overall volume to half"
    if volume.get("target") == "all" and change in ("up", "down"):
        one.give({"target": "music"})
    if volume.get("target") == "voice" or not change[:1].isdigit() or not change.endswith("%"):
        return False
    said[-1].give({"volume": float(change[:-1]) / 100})
    return True


_LOW = frozenset({"quiet", "low", "soft", "down", "subtle", "background", "quietly", "softly", "under", "underneath"})
_KEEPING = frozenset({"keep", "make", "have", "leave", "it", "them", "that", "nice", "and", "really", "pretty", "in", "the", "very", "real", "but"})  # fmt: skip


def subdued(said: list[Said], clause: Clause) -> bool:
    """ "Add piano, keep it low": music is laid under the voice as it is; how low may follow."""
    last = just_asked(said, clause)
    own = set(clause.words)
    return last is not None and last.op == "music" and bool(own & _LOW) and "it" in own and own <= _LOW | _KEEPING


def aimed(said: list[Said], one: Said, clause: Clause) -> None:
    """ "BGM有点吵，再小声一点": what was just too loud or too quiet is meant, where the clause names nothing that sounds."""
    last = just_asked(said, clause)
    if last is None or last.op != "volume" or not one.only("volume") or clause.sentence.places("<audio>"):
        return
    if one.operations[0].parameters.get("target") == "all" and not shape("all_of_it").search("".join(clause.words)):
        one.give({"target": last.parameters.get("target")})


_TOWARDS = frozenset({"to", "at", "around", "about", "@", "到", "至", "成", "为", "在"})
_WAYS = {"down": "<lower>", "up": "<raise>", "faster": "<speedup>", "slower": "<slowdown>"}


def raised(said: list[Said], clause: Clause) -> bool:
    """ "人声太小了，拉到120%": to what level the change of volume just asked for goes."""
    before = next((s for s in reversed(said[-2:]) if s.operations), None)  # "BGM 太大，盖过人声了，调小一些"
    last = before.operations[-1] if before and not clause.hard else None
    told = things(clause.sentence, set())
    way = last.parameters.get("direction" if last.op == "speed" else "change") if last else None
    if before is None or last is None or last.op not in ("volume", "speed") or way not in _WAYS:
        return False
    end = opens(clause, _WAYS[str(way)])
    while end and (more := max(clause.sentence.ends(end, n) for n in ("#noise", "<particle>", "#plain"))):
        end = more
    told = [t for t in told if t[1] >= end]  # the 大 of 加大 is no style
    if end == len(clause.sentence):
        return True  # "音乐太吵了，调小一点", "语速太慢，快一点": said already
    if last.op == "speed":
        return False
    level = next((t for t in told if t[0] in ("{percent}", "{db}")), None)
    if level is None or any(t[0] not in ("{percent}", "{db}", "{number}") for t in told):
        return False
    sign = "-" if last.parameters["change"] == "down" else "+"
    by = sign if (end or clause.words[0] in "减少") and _TOWARDS.isdisjoint(clause.words) else ""  # 声音太小，加20%
    change = f"{by}{level[3]:g}%" if level[0] == "{percent}" else f"{sign}{abs(level[3]):g} dB"
    before.give({"change": change})
    return True


def louder(said: list[Said], one: Said, clause: Clause) -> bool:
    """ "声音太小了，放大两倍": what was too quiet is turned up; the picture stays."""
    last = just_asked(said, clause)
    if last is None or last.op != "volume" or last.parameters.get("change") != "up":
        return False
    if not one.only("zoom") or not one.operations[0].words.startswith("放大") or placed(one.operations[0]):
        return False
    if clause.opener not in ("，", ",") or shape("onto").search(gist(clause)):
        return False  # 人声大一点，同时放大人脸
    factor = next((t[3] for t in things(clause.sentence, set()) if t[0] == "{factor}"), None)
    change = f"{float(factor) * 100:g}%" if factor else "up"
    said[-1].give({"change": change})
    return True
