"""The last net: a time or quoted words that a sentence names, and that no edit read in it uses, are asked about; nothing that was told is dropped without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.clauses.clause import Clause, opens
from ugcflow.studio.language.clauses.fact import told as tells
from ugcflow.studio.language.figures.times import closed
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import Thing, things
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.reading.unmet import share
from ugcflow.studio.language.words.sentence import Sentence

_TIMES = frozenset({"{instant}", "{range}", "{first}", "{last}"})
_MOMENTS = frozenset({"{instant}", "{range}"})
"""Of what begins with a Chinese character only these are sure to be times."""
_HEARD = frozenset({"music", "voiceover", "sound_effect"})
"""Beside them a Chinese moment is when they are heard."""
_AT_A_TIME = frozenset({"sound_effect", "thumbnail", "sticker_emoji", "insert_clip", "undo", "status"})
"""Their moment is for the edit itself to hold: they have no parameter for it, or tell nothing by it."""
_NAMED = frozenset({"logo", "sound_effect", "thumbnail", "upload", "export", "reorder", "merge_clips", "remove_fillers", "undo", "status"})  # fmt: skip
"""With these, quoted words may be the name of something."""
_TOLD = frozenset({"currently", "long", "runs", "running", "past", "limit", "limits", "won't", "ago", "originally"})
"""Beside these a time may only tell how the footage is."""
_FOR = frozenset({"for", "over"})
_NAMING = frozenset({"name", "named", "called", "say", "says", "reads", "from", "word", "words", "phrase", "line", "sentence", "take", "takes", "clip", "clips", "file", "says:", "ends", "instead"})  # fmt: skip
_ENDING = frozenset({"end", "close", "finish", "open", "start", "begin"})
_ARTICLES = frozenset({"a", "an", "my", "our", "this", "the"})
""" "For a 60-second vlog": no time of an edit."""
_QUOTES = ("'", '"', "“", "‘", "«", "„", "「", "『")
_LETTERED = frozenset({"captions", "text_overlay"})
_COLORED = frozenset({"color", "filter", "replace_background", "fade", "transition", "crop", "logo"})
_TO = frozenset({"to", "at", "by", "of", "till", "until", "til", "volume", "brightness", "contrast", "saturation"})
_NUMBERED = frozenset({"crop", "reorder", "merge_clips", "transition", "status"})
_SHARED = frozenset({"crop", "logo", "export", "duck_music", "zoom", "captions", "reorder", "merge_clips", "status", "transition"})  # fmt: skip
"""With these, figures tell more than the edit has parameters for, or number the clips."""
_PACED = frozenset({"export", "speed", "status"})
"""With these, frames a second are in the edit, or tell what it is done to."""
_METERED = frozenset({"normalize_audio", "denoise_audio", "trim_silence"})
"""Besides these, what decibels tell of: a peak, a threshold."""
_CLOCK = re.compile(r"(?:(?:from|at|after|on|cut) )?\d{1,2}:\d\d(?: cut)?", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_NEAR, _ABOUT = 0.06, 5.0
_ROUGHLY = frozenset({"around", "about", "near", "roughly"})


def unused(operations: list[Operation], questions: list[Question], clauses: list[Clause]) -> Iterator[Question]:
    """A question for the first thing told that is in no edit, and in no question."""
    if not operations or len(clauses) > 20:
        return
    figures = {n for o in operations for n in _figures(o)}
    ops = {o.op for o in operations}
    words = " ".join(str(v) for o in operations for v in o.parameters.values())
    for number, clause in enumerate(clauses):
        if number + 1 < len(clauses) and opens(clauses[number + 1], "<correction>"):
            continue  # "at 0:08, sorry, 0:09"
        for told in things(clause.sentence, set()):
            s = clause.sentence
            start, end = s.span(told[1], told[2])
            asked = any(q.start < end and q.end > start for q in questions)
            if s.tokens[told[1]].kind == "cjk" and (told[0] not in _MOMENTS or ops & _HEARD):
                continue
            if clause.own(told[1]) and not asked and (
                _lost_time(told, clause, figures, ops)
                or _lost_words(told, clause, words, ops)
                or _lost_figure(told, clause, figures, ops)
                or _lost_color(told, clause, words, ops)
                or _lost_language(told, clause, operations)
                or (told[0] == "{fps}" and not ops & _PACED and not clause.chinese and not tells(clause) and not _of_the_clip(s, told[2]))
            ):  # fmt: skip
                yield ask.unused(s.text, start, end)
                return


def doubt_clock(one: Said, clause: Clause) -> None:
    """ "0:20 cut", "from 0:05, …": a time of day on the film is a moment, no length to cut to."""
    lengths = [o for o in one.operations if o.op == "fit_duration" and _CLOCK.fullmatch(o.words)]
    if lengths and clause.sentence.lexicon.language == "en":
        one.operations = [o for o in one.operations if o not in lengths]
        span = clause.sentence.span(clause.offset, len(clause.sentence) - clause.tail)
        one.questions.append(ask.unread(clause.sentence.text, *span))


def _lost_time(told: Thing, clause: Clause, figures: set[float], ops: set[str]) -> bool:
    label, at, _, value = told
    if label == "{instant}" and ops & _AT_A_TIME:
        return False
    before = clause.words[at - clause.offset - 1] if at > clause.offset else ""
    first = clause.words[at - clause.offset]
    lasting = label == "{duration}" and (before in _FOR or first in _FOR) and first not in _ARTICLES and not tells(clause)  # fmt: skip
    if (label not in _TIMES and not lasting) or not _TOLD.isdisjoint(clause.words):
        return False
    wanted = [abs(v) for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, float) and v]
    near = _ABOUT if before in _ROUGHLY else _NEAR  # "it drags around 0:50, so lose 0:48 till 1:02"
    return not all(any(abs(v - n) < near for n in figures) for v in wanted)


def _lost_words(told: Thing, clause: Clause, words: str, ops: set[str]) -> bool:
    label, at, _, value = told
    led = set(clause.words[max(0, at - clause.offset - 3) : at - clause.offset])
    quoted = label == "{text}" and clause.sentence.tokens[at].text[:1] in _QUOTES
    named = not _NAMING.isdisjoint(led) and clause.words[0] not in _ENDING
    return quoted and str(value) not in words and not ops & _NAMED and not named


def _lost_color(told: Thing, clause: Clause, words: str, ops: set[str]) -> bool:
    """ "Captions, no ums, yellow": a colour told beside words to be seen, that none of them has."""
    color = told[0] == "{color}" and bool(ops & _LETTERED) and not ops & _COLORED and not tells(clause)
    return color and not any(word in words.lower() for word in str(told[3]).lower().split())


def _lost_language(told: Thing, clause: Clause, operations: list[Operation]) -> bool:
    """ "Captions, no ums, German": a language that nothing is in; another one than theirs is what is spoken."""
    written = any(o.op == "captions" for o in operations) and not any("language" in o.parameters for o in operations)
    own = written and not clause.chinese and not _of_the_clip(clause.sentence, told[2])
    return told[0] == "{language}" and own and not tells(clause)


def _lost_figure(told: Thing, clause: Clause, figures: set[float], ops: set[str]) -> bool:
    """ "Export at 30", "voice at 110", "voice +3": a figure without a unit that ends what is asked for; a share that nothing takes."""
    label, at, end, value = told
    s = clause.sentence
    before = s.tokens[at - 1].low if at > clause.offset else ""
    signed = s.tokens[at].text in ("+", "-") and s.text[s.tokens[at].start - 1] == " "
    bare = label == "{number}" and closed(s, end) and (signed or (before in _TO and s.tokens[at].kind == "num"))
    exempt = _NUMBERED if bare else _SHARED if label == "{percent}" else _SHARED | _METERED
    if not (bare or label in ("{percent}", "{db}")) or ops & exempt or tells(clause):
        return False
    number = abs(float(str(value)))
    near = (number, number / 100, 100 * number, 1 + number / 100, 1 - number / 100, 60 * number, share(number))
    return not any(abs(n - m) < (_NEAR if m > 5 else 0.006) for n in figures for m in near)


def _of_the_clip(s: Sentence, end: int) -> bool:
    """ "Stabilize the 60 fps clip", "keep the French audio"."""
    return any(s.ends(end, n) for n in ("<clip>", "<source>", "<audio>", "<voice>"))


def _figures(operation: Operation) -> Iterator[float]:
    """The figures an operation holds, and how long what it holds takes."""
    values = operation.parameters
    for value in values.values():
        if isinstance(value, (int, float)):
            yield abs(float(value))
        else:
            told = [float(n) for n in _FIGURE.findall(str(value))]
            yield from told
            sign = -1 if str(value).startswith("-") else 1
            yield from (100 + sign * n for n in told)  # "the contrast to 120%" is 20 % more
    start, end = values.get("start"), values.get("end")
    if isinstance(start, (int, float)) and isinstance(end, (int, float)):
        yield abs(float(end - start))
