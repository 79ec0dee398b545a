"""The format of a file of captions, told behind it: 给我字幕文件，vtt格式."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading.said import Said

_FORMATS = ("srt", "vtt")


def sidecar(said: list[Said], one: Said, clause: Clause) -> bool:
    """Does the clause only name the format of the file just asked for, which nobody named before?"""
    last = said[-1].operations[-1] if said and said[-1].operations else None
    told = one.operations[0].parameters if [o.op for o in one.operations] == ["export"] else {}
    if last is None or last.op != "export" or last.parameters.get("format") not in _FORMATS:
        return False
    assumed = last.parameters["format"] not in clause.sentence.text.lower()
    if not assumed or told.keys() != {"format"} or told["format"] not in _FORMATS or one.questions:
        return False
    said[-1].operations[-1] = replace(last, parameters=last.parameters | told)
    return True
