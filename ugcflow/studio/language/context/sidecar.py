"""The format of a file of captions, told behind it: 给我字幕文件，vtt格式."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading.said import Said

_FORMATS = ("srt", "vtt")


def sidecar(said: list[Said], one: Said, clause: Clause) -> bool:
    """Does the clause only name the format of the file just asked for, which nobody named before?"""
    last = said[-1].last if said else None
    told = one.operations[0].parameters if one.only("export") else {}
    if last is None or last.op != "export" or last.parameters.get("format") not in _FORMATS:
        return False
    assumed = last.parameters["format"] not in clause.sentence.text.lower()
    if not assumed or told.keys() != {"format"} or told["format"] not in _FORMATS or one.questions:
        return False
    said[-1].give(told)
    return True
