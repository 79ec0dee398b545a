"""More about the edit just asked for: its look, its place, its level, how long it takes."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause, opens
from ugcflow.studio.language.context.declined import MEANTIME
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import Thing, plain, says_more, things
from ugcflow.studio.language.reading.said import Said, asked_before
from ugcflow.studio.language.timing.told import bounds
from ugcflow.studio.language.words.sentence import Sentence

_BRIEF = 5.0
_PLACED = frozenset({"captions", "text_overlay", "logo", "sticker_emoji"})
_POINTING = frozenset({"it", "them", "em", "they", "those", "these", "that"})
_PUTTING = frozenset({"keep", "move", "put", "place", "have", "stick", "make", "bring", "add", "show", "drag", "lift", "raise", "drop", "lower", "take", "get", "set", "leave", "shift", "push"})  # fmt: skip
_NAMED = frozenset({"<music>", "<caption>", "<logo>", "<text>", "<sticker>", "<clip>", "<voice>", "<background>"})
_MENDING = frozenset({"fix", "sort", "solve", "correct", "handle", "address", "deal", "match", "tighten", "tidy", "clean", "smooth", "even", "remedy", "sorted", "fixed", "rectify", "lose", "kill", "ditch", "adapt", "adjust", "convert", "resize", "reformat", "reframe"})  # fmt: skip
_SMALL = frozenset({"that", "it", "this", "these", "those", "them", "em", "out", "with", "please", "pls", "can", "you", "u", "could", "just", "for", "me", "somehow", "asap", "up", "need", "to", "needs", "fixing", "if", "possible", "there", "accordingly"})  # fmt: skip


def mended(said: list[Said], clause: Clause) -> bool:
    """ "I say um way too much, fix that": asked for already, where the complaint itself named the edit."""
    last = said[-1] if said else None
    words = {t.low for t in clause.tokens if t.kind == "word"}
    asked = last is not None and bool(last.operations) and not last.questions and not last.pointed
    rid = asked and {o.op for o in said[-1].operations} <= _RID
    mending = _MENDING | (_TAKING if rid else frozenset())
    return asked and bool(words & mending) and words <= mending | _SMALL


_RID = frozenset({"trim_silence", "remove_fillers", "remove_bad_takes", "denoise_audio", "trim_range"})
_TAKING = frozenset({"remove", "delete", "cut", "trim", "drop", "chop", "take", "away", "off", "all"})


_LASTING = frozenset({"text_overlay", "logo", "sticker_emoji", "transition", "fade"})


def lasting(said: list[Said], clause: Clause) -> bool:
    """ "…, 出现 2 秒就好": how long the text before stays. True when it was said of one."""
    sentence = clause.sentence
    if len(said) > 1 and said[-1].pointed and not said[-1].operations:
        return lasting(said[:-1], clause)  # "…, as a lower third, 4 seconds"
    last = said[-1].operations[-1] if said and said[-1].operations else None
    if last is None or last.op not in _LASTING:
        return False
    lasts = opens(clause, "<lasting>") or any(sentence.ends(i, "<vanish>") for i in range(len(sentence)))
    each = any(t.low in ("each", "各") for t in sentence.tokens)  # "crossfades, half a second each"
    other = clause.words[:1] in (["in"], ["out"])  # "fade in and out over 1 second": a fade of its own
    lasts = lasts or _in_brackets(clause)
    start, gone = last.parameters.get("start"), _gone_at(sentence)
    if last.op in ("text_overlay", "logo") and isinstance(start, (int, float)) and gone > start:
        said[-1].operations[-1] = replace(last, parameters=last.parameters | {"end": plain(gone, "end")})
        return True
    unended = not (other or last.parameters.keys() & {"seconds", "end"})
    if last.op in ("transition", "fade", "text_overlay") and unended:
        lasts = lasts or _brief(clause)
    if not (lasts or each):
        return False
    spans = (sentence.value(i, n) for i in range(len(sentence)) for n in ("{duration}", "{range}"))
    found = next((v[0] for v in spans if v), None)
    if found is None:
        return False
    length = found[0] if isinstance(found, tuple) else found  # "gone after 2 s" is a range that begins there
    if last.op in ("logo", "sticker_emoji") and isinstance(length, float):
        return _until_when(said[-1], last, clause, length)
    for one in said if each else said[-1:]:
        for place, old in enumerate(one.operations):
            if old is last or (each and old.op == last.op):
                key = "end" if old.parameters.get("start") == 0 else "seconds"
                values = old.parameters | {key: plain(length, key)}
                one.operations[place] = replace(old, parameters=values)
    return True


def _until_when(one: Said, last: Operation, clause: Clause, length: float) -> bool:
    """How long the logo stays: up to when, where it is told when it comes; otherwise that is a question."""
    start = last.parameters.get("start")
    if last.op == "logo" and isinstance(start, (int, float)):
        values = last.parameters | {"end": plain(float(start + length), "end")}
        one.operations[-1] = replace(last, parameters=values)
    else:
        span = clause.sentence.span(clause.offset, len(clause.sentence) - clause.tail)
        one.questions.append(ask.left_over(clause.sentence.text, *span, last.op))
    return True


def _gone_at(sentence: Sentence) -> float:
    """ "第2秒出现…，第5秒消失", 到9秒消失: when it goes; -1 where that is not told."""
    if not sentence.may_have("<vanish>"):
        return -1.0
    led = (i for i in range(1, len(sentence)) if sentence.tokens[i - 1].text in "到至")
    told = [sentence.value(i, "{instant}") for i in range(len(sentence))] + [
        sentence.value(i, "{duration}") for i in led
    ]
    return next((v[0] for v in told if v and isinstance(v[0], float)), -1.0)


def _in_brackets(clause: Clause) -> bool:
    """ "Logo (2 sec) at the end", "a title, "Rise", for 2 seconds": a length set off behind what it is of."""
    told = [t[0] for t in things(clause.sentence, set())]
    set_off = clause.opener in ("(", "（") or (clause.words[:1] == ["for"] and not clause.hard)
    return (
        set_off and told.count("{duration}") == 1 and set(told) <= {"{duration}", "{ending}", "{opening}", "{number}"}
    )


def _brief(clause: Clause) -> bool:
    """ "fades everywhere, 1 sec": so short a length, alone behind a transition, is how long that takes."""
    told = things(clause.sentence, set())
    return len(told) == 1 and told[0][0] == "{duration}" and told[0][3] <= _BRIEF and not says_more(clause, told)


_UNTIMED = frozenset({"captions", "music", "color", "filter", "normalize_audio", "denoise_audio", "stabilize"})
_TIMED = frozenset({"remove_captions", "zoom", "mute", "speed", "text_overlay", "broll", "logo", "trim_silence"})


def timed(said: list[Said], one: Said, clause: Clause, before: str = "") -> bool:
    """ "slow push in, 0:07 till 0:11": a stretch alone behind a comma is when the edit before happens, no cut."""
    if before in MEANTIME and len(said) > 1 and not said[-1].operations and timed(said[:-1], one, clause):
        said.pop()
        return True  # "mute it while I cough, 0:10-0:12"
    last = said[-1].operations[-1] if said and said[-1].operations and not clause.hard else None
    told = things(clause.sentence, set())
    seen = bool(told) and {t[0] for t in told} <= {"{style}", "{color}", "{place}"}  # "… but only 3 words at a time"
    only = clause.words[:1] == ["only"] and bool(one.operations) and not seen
    if last is not None and last.op in _UNTIMED and only:
        start, end = clause.sentence.span(clause.offset, len(clause.sentence) - clause.tail)
        said[-1].questions.append(ask.left_over(clause.sentence.text, start, end, last.op))
        return True  # "captions, but only for the first 10 seconds"
    if last is None or last.op not in _TIMED or not {o.op for o in one.operations} <= {"trim_range", last.op}:
        return False
    if len({_stretch(t) for t in told}) != 1:
        return False  # "the first two minutes (0:00 to 2:00)" are one stretch
    spans = told[0][0] in ("{range}", "{first}") or (told[0][0] == "{last}" and last.op == "text_overlay")
    values = bounds(told[0], last.op) if spans else {}
    start = values.get("start", 0)
    known = not isinstance(start, str) and last.parameters.get("start", start) == start
    dated = last.parameters.keys() & {"end", "position_in_time"} and not values.items() <= last.parameters.items()
    runs = clause.words[0] in ("it", "that") and clause.words[1:2] and clause.words[1] in _HAPPENS
    if not values or dated or not known or (not runs and says_more(clause, told)):
        return False
    said[-1].questions = [q for q in said[-1].questions if not (q.why.startswith("this limits") or "那段" in q.words)]
    said[-1].operations[-1] = replace(last, parameters=last.parameters | values)
    return True


_HAPPENS = frozenset({"runs", "is", "goes", "happens", "plays", "lasts", "comes", "starts"})


def _stretch(thing: Thing) -> object:
    """From when to when, however it is told."""
    label, _, _, value = thing
    return (0.0, value) if label == "{first}" else value if label == "{range}" else thing


def reworded(said: list[Said], one: Said, clause: Clause) -> None:
    """ "My card says 'Spring', it should say 'Summer'": the words that are there already are not put there again."""
    words = set(clause.words)
    last = said[-1].operations[-1:] if said else []
    shown = [o for o in (*last, *one.operations) if o.op == "text_overlay" and "text" in o.parameters]
    if (
        len(shown) == 2
        and words & {"should", "must", "needs", "instead", "change"}
        and words & {"say", "read", "be", "it"}
    ):
        said[-1].operations.pop()


def placed(said: list[Said], clause: Clause) -> bool:
    """ "keep them off the bottom", "put it top left": where the words or the logo just asked for go."""
    last = said[-1].operations[-1] if said and said[-1].operations else None
    told = [t for t in things(clause.sentence, set()) if t[0] != "{platform}"]
    own = set(clause.words)
    where = {i for t in told if t[0] == "{place}" for i in range(t[1], t[2])}  # the picture of 画面上方 is none
    labels = {n for i in clause.places if i not in where for n in clause.sentence.labels(i)}
    when = [t for t in told if t[0] in ("{range}", "{first}", "{last}")]
    values = bounds(when[0], last.op) if last and when else {}  # "put it in the middle, 0 to 3s"
    told = [t for t in told if t not in when[: len(values)]]
    if last is None or labels & _NAMED or len(told) != 1 or told[0][0] != "{place}":
        return False
    if last.op == "translate_captions" or (last.op == "remove_captions" and "rest" in own):
        said[-1].operations.append(replace(last, op="captions", parameters={"position": told[0][3]}))
        return True  # "translate the captions, and put them at the top"
    if last.op not in _PLACED or not own & _POINTING or not own & _PUTTING:
        return False
    said[-1].operations[-1] = replace(last, parameters=last.parameters | values | {"position": told[0][3]})
    return True


_DRESSING = frozenset({"thick", "thin", "heavy", "soft", "subtle", "slight", "outline", "outlines", "stroke", "border", "shadow", "box", "bar", "glow", "for", "readability", "legibility", "visibility", "letters", "lettering", "behind", "style", "look"})  # fmt: skip
_OF_ALL = ("画面", "整体", "视频", "全片", "片子", "感觉")


def refined(said: list[Said], clause: Clause) -> bool:
    """ "captions at the bottom, white with black outline": more about the look or the place of what was just asked for."""
    looks = ("captions", "text_overlay", "logo", "music")
    own = asked_before(said) if said else []
    place = next((i for i in range(len(own) - 1, -1, -1) if own[i].op in looks), None)
    headed = clause.sentence.text[clause.sentence.tokens[-1].end :][:1] in (":", "：")  # "Middle: b-roll"
    if place is None or (clause.hard and (headed or own[place].op not in looks[:2])):
        return False  # "Captions on. White and bold."
    last = own[place]
    if opens(clause, "<no>") and clause.words[:1] != ["sans"]:  # "not the epic one"
        return any(t.low in ("one", "ones") for t in clause.sentence.tokens)
    told = _placed_not_named(things(clause.sentence, set()), last.op)
    seen = last.op == "music" and any(t.low in ("look", "looks") for t in clause.sentence.tokens)
    if (
        not told
        or seen  # "make it look professional" is not about the music
        or (last.op == "logo" and any(t[0] == "{mood}" for t in told))  # "our logo in the corner, upbeat jazz"
        or (last.op != "music" and "".join(clause.words[:2]) in _OF_ALL)  # 加字幕，画面高级一点
        or any(t[0] not in ("{style}", "{color}", "{place}", "{mood}", "{platform}", "{language}") for t in told)
        or says_more(clause, told, _DRESSING if last.op in looks[:2] else frozenset())
        or (any(t[0] == "{language}" for t in told) and "language" in last.parameters)
    ):
        return False
    values = dict(last.parameters)
    for label, first, stop, value in told:
        if label == "{place}":
            bare = values.get("position") in (None, "center")  # "centered near the bottom"
            values["position"] = value if bare else values["position"]
        elif label == "{language}" and last.op == "captions":
            values.setdefault("language", value)
        elif label == "{mood}" and last.op == "music":
            values["query"] = f"{values['query']} {value}" if "query" in values else value
        elif label in ("{style}", "{color}", "{mood}") and last.op != "music":
            said_so = clause.sentence.text[slice(*clause.sentence.span(first, stop))].lower()
            look = str(value) if said_so in str(value) else said_so if str(value) in said_so else f"{value} {said_so}"
            values["style"] = f"{values['style']} {look}" if "style" in values else look
    own[place] = replace(last, parameters=values)
    return True


def mood_told(said: list[Said], one: Said, clause: Clause) -> bool:
    """配首喜庆的歌，热闹点: more about that song, and no second one."""
    bare = clause.tokens[0].kind == "cjk" and not clause.sentence.places("<music>", "<add>", "<make>")
    return bare and [o.op for o in one.operations] == ["music"] and refined(said, clause)


def _placed_not_named(told: list[Thing], op: str) -> list[Thing]:
    """ "Captions: white, lower third": of captions that is a place, no kind of title."""
    places = {t[1:3] for t in told if t[0] == "{place}"}
    return [t for t in told if op != "captions" or t[0] != "{role}" or t[1:3] not in places]


def another(said: list[Said], clause: Clause) -> bool:
    """ "subtitles in German and English": the same again, with another language or format."""
    last = said[-1].operations[-1] if said and said[-1].operations and not clause.hard else None
    told = things(clause.sentence, set())
    keys = {"{language}": "language", "{format}": "format"}
    if last is None or len(told) != 1 or keys.get(told[0][0]) not in last.parameters or says_more(clause, told):
        return False
    label, first, stop, value = told[0]
    start, end = clause.sentence.span(first, stop)
    more = replace(
        last,
        parameters=last.parameters | {keys[label]: value},
        words=clause.sentence.text[start:end],
        start=start,
        end=end,
    )
    said[-1].operations.append(more)
    return True


_INSTEAD = frozenset({"instead", "there", "behind", "replacement", "place"})
_INTO = ("换成", "换上", "换一个", "换个", "改成", "变成", "放", "用")


def behind(said: list[Said], clause: Clause) -> bool:
    """ "Take out my messy bedroom background and put an office there", 抠像，换成纯白的: what comes in the place of what is gone."""
    last = said[-1].operations[-1] if said and said[-1].operations and not clause.hard else None
    if last is None or last.op != "replace_background":
        return False
    led = clause.words[:1] and clause.words[0] in _PUTTING | {"use", "add", "insert"}
    return bool(led and not _INSTEAD.isdisjoint(clause.words[-3:])) or "".join(clause.words).startswith(_INTO)


_LETTERS = frozenset("ABCDEFGH")
"""What clips are called by: "clip A, clip B"."""


def more_clips(said: list[Said], clause: Clause) -> bool:
    """ "swap clip 1 and clip 2": the second of the things that change places, or are joined."""
    last = said[-1].operations[-1] if said and said[-1].operations and not clause.hard else None
    sentence = clause.sentence
    light = ("#noise", "<clip>", "<order>", "{file}", "{number}", "{input}", "<t_begin>", "<t_end>", "<t_last>", "<t_first>")  # fmt: skip
    own = clause.places
    named = any(sentence.ends(i, n) for i in own for n in ("<clip>", "{file}", "{input}"))
    small = all(any(sentence.ends(i, n) for n in light) or sentence.tokens[i].kind == "num" or sentence.tokens[i].text in _LETTERS for i in own)  # fmt: skip
    return last is not None and last.op in ("reorder", "merge_clips", "transition") and named and small
