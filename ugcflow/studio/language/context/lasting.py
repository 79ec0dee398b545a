"""When and how long what was just asked for is seen, told in a clause of its own: "…, 出现 2 秒就好", "…, 0:07 till 0:11", "… and 0:04"."""

from __future__ import annotations

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause, opens
from ugcflow.studio.language.context.declined import MEANTIME
from ugcflow.studio.language.figures.times import clock
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import Thing, plain, says_more, things
from ugcflow.studio.language.reading.said import Said, just_asked, more
from ugcflow.studio.language.timing.stretch import appears
from ugcflow.studio.language.timing.told import bounds

_LASTING = frozenset({"text_overlay", "logo", "sticker_emoji", "transition", "fade"})
_BRIEF = 5.0


def tells_when(said: list[Said], one: Said, clause: Clause, before: str) -> bool:
    """Does the clause tell only that? Then what was asked for has it."""
    if one.ops <= {"fit_duration"} and (lasting(said, clause) or elsewhere(said, clause)):
        return True
    return timed(said, one, clause, before) or appears(said, clause)


def lasting(said: list[Said], clause: Clause) -> bool:
    """ "…, 出现 2 秒就好": how long the text before stays. True when it was said of one."""
    if len(said) > 1 and said[-1].pointed and not said[-1].operations:
        return lasting(said[:-1], clause)  # "…, as a lower third, 4 seconds"
    last = said[-1].last if said else None
    if last is None or last.op not in _LASTING:
        return False
    start, gone = last.parameters.get("start"), _gone_at(clause)
    if last.op in ("text_overlay", "logo") and isinstance(start, (int, float)) and gone > start:
        said[-1].give({"end": plain(gone, "end")})
        return True
    sentence, each = clause.sentence, not {"each", "各"}.isdisjoint(clause.sentence.words)
    spans = (sentence.value(i, n) for i in sentence.places("{duration}", "{range}") for n in ("{duration}", "{range}"))
    found = next((v[0] for v in spans if v), None)
    if found is None or not (each or _stays(clause, last)):
        return False
    length = found[0] if isinstance(found, tuple) else found  # "gone after 2 s" is a range that begins there
    if last.op in ("logo", "sticker_emoji") and isinstance(length, float):
        _until_when(said[-1], last, clause, length)
    elif each:  # "crossfades, half a second each"
        for one in said:
            one.lend({"seconds": plain(length, "seconds")}, lambda o: o.op == last.op)
    else:
        key = "end" if start == 0 else "seconds"
        said[-1].give({key: plain(length, key)})
    return True


def _stays(clause: Clause, last: Operation) -> bool:
    """Does it tell how long, and not that another edit takes so long?"""
    if opens(clause, "<lasting>") or clause.sentence.places("<vanish>") or _in_brackets(clause):
        return True
    other = clause.words[:1] in (["in"], ["out"])  # "fade in and out over 1 second": a fade of its own
    ended = other or last.parameters.keys() & {"seconds", "end"}
    dated = last.op == "logo" and "start" in last.parameters and clause.chinese
    return (dated or last.op in ("transition", "fade", "text_overlay")) and not ended and _brief(clause)


def _until_when(one: Said, last: Operation, clause: Clause, length: float) -> None:
    """How long the logo stays: up to when, where it is told when it comes; otherwise that is a question."""
    start = last.parameters.get("start")
    if last.op == "logo" and isinstance(start, (int, float)):
        one.give({"end": plain(float(start + length), "end")})
    else:
        one.questions.append(ask.left_over(clause.sentence.text, *clause.span, last.op))


def _gone_at(clause: Clause) -> float:
    """ "第2秒出现…，第5秒消失", 到9秒消失, 持续到9秒: when it goes; -1 where that is not told."""
    s = clause.sentence
    gone = s.places("{instant}") if s.may_have("<vanish>") else []
    if s.may_have("<vanish>", "<lasting>"):
        gone = [*gone, *(i for i in s.places("{duration}", "{instant}") if i and s.tokens[i - 1].text in "到至")]
    told = (s.value(i, n) for i in gone for n in ("{instant}", "{duration}"))
    return next((v[0] for v in told if v and isinstance(v[0], float)), -1.0)


def _in_brackets(clause: Clause) -> bool:
    """ "Logo (2 sec) at the end", "a title, "Rise", for 2 seconds": a length set off behind what it is of."""
    told = [t[0] for t in things(clause.sentence, set())]
    set_off = clause.opener in ("(", "（") or (clause.words[:1] == ["for"] and not clause.hard)
    beside = {"{duration}", "{ending}", "{opening}", "{number}"}
    return set_off and told.count("{duration}") == 1 and set(told) <= beside


def _brief(clause: Clause) -> bool:
    """ "fades everywhere, 1 sec": so short a length, alone behind a transition, is how long that takes."""
    told = things(clause.sentence, set())
    return (
        len(told) == 1
        and told[0][0] == "{duration}"
        and told[0][3] <= _BRIEF
        and not says_more(clause, told, _HOW_LONG)
    )


_HOW_LONG = frozenset("时长间持续度大概约左右")


def elsewhere(said: list[Said], clause: Clause) -> bool:
    """ "a ding at 0:02 and 0:04": a second moment for the last operation, no length to cut to."""
    own = [t for t in clause.tokens if t.low not in ("at", "@", "again", "then", "once", "more")]
    if len(own) != 1 or own[0].kind != "clock" or clause.opener not in ("and", "&", ",") or not said:
        return False
    last = said[-1].last
    if last is None:
        return bool(said[-1].questions or said[-1].lacking)  # "the coughs at 0:14 and 1:02": asked about already
    key = next((k for k in ("start", "at") if k in last.parameters and "end" not in last.parameters), None)
    if key:
        said[-1].operations.append(more(last, {key: clock(own[0].key)}))
    return bool(key) or last.op == "sound_effect"


_UNTIMED = frozenset({"captions", "music", "color", "filter", "normalize_audio", "denoise_audio", "stabilize"})
_TIMED = frozenset({"remove_captions", "zoom", "mute", "speed", "text_overlay", "broll", "logo", "trim_silence"})


def timed(said: list[Said], one: Said, clause: Clause, before: str = "") -> bool:
    """ "slow push in, 0:07 till 0:11": a stretch alone behind a comma is when the edit before happens, no cut."""
    if before in MEANTIME and len(said) > 1 and not said[-1].operations and timed(said[:-1], one, clause):
        said.pop()
        return True  # "mute it while I cough, 0:10-0:12"
    last = just_asked(said, clause)
    told = things(clause.sentence, set())
    if last is None:
        return False
    if last.op in _UNTIMED and clause.words[:1] == ["only"] and one.operations and not _described(told):
        said[-1].questions.append(ask.left_over(clause.sentence.text, *clause.span, last.op))
        return True  # "captions, but only for the first 10 seconds"
    if last.op not in _TIMED or not one.ops <= {"trim_range", last.op} or not _KEPT.isdisjoint(clause.words):
        return False
    if len({_stretch(t) for t in told}) != 1:
        return False  # "the first two minutes (0:00 to 2:00)" are one stretch
    spans = told[0][0] in ("{range}", "{first}") or (told[0][0] == "{last}" and last.op == "text_overlay")
    values = bounds(told[0], last.op) if spans else {}
    start = values.get("start", 0)
    known = not isinstance(start, str) and last.parameters.get("start", start) == start
    dated = last.parameters.keys() & {"end", "position_in_time"} and not values.items() <= last.parameters.items()
    if not values or dated or not known or (not _happens(clause) and says_more(clause, told)):
        return False
    said[-1].settle_when()
    said[-1].give(values)
    return True


def _described(told: list[Thing]) -> bool:
    """ "… but only 3 words at a time": how it is, and not when."""
    return bool(told) and {t[0] for t in told} <= {"{style}", "{color}", "{place}"}


def _happens(clause: Clause) -> bool:
    """ "It runs 0:05 to 0:08"."""
    return clause.words[0] in ("it", "that") and not _HAPPENS.isdisjoint(clause.words[1:2])


_KEPT = frozenset({"need", "keep", "use", "want"})
_HAPPENS = frozenset({"runs", "is", "goes", "happens", "plays", "lasts", "comes", "starts"})


def _stretch(thing: Thing) -> object:
    """From when to when, however it is told."""
    label, _, _, value = thing
    return (0.0, value) if label == "{first}" else value if label == "{range}" else thing
