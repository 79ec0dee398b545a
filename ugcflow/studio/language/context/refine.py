"""More about the edit just asked for: its look, its place, its level, how long it takes."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import gist, shape
from ugcflow.studio.language.reading.fill import Thing, in_words_of, says_more, things
from ugcflow.studio.language.reading.said import Said, asked_before, just_asked, more
from ugcflow.studio.language.timing.told import bounds

_PLACED = frozenset({"captions", "text_overlay", "logo", "sticker_emoji"})
_POINTING = frozenset({"it", "them", "em", "they", "those", "these", "that"})
_PUTTING = frozenset({"keep", "move", "put", "place", "have", "stick", "make", "bring", "add", "show", "drag", "lift", "raise", "drop", "lower", "take", "get", "set", "leave", "shift", "push"})  # fmt: skip
_NAMED = frozenset({"<music>", "<caption>", "<logo>", "<text>", "<sticker>", "<clip>", "<voice>", "<background>", "<silence>", "<filler>", "<bad_take>", "<noise_>"})  # fmt: skip
_MENDING = frozenset({"fix", "sort", "solve", "correct", "handle", "address", "deal", "match", "tighten", "tidy", "clean", "smooth", "even", "remedy", "sorted", "fixed", "rectify", "lose", "kill", "ditch", "adapt", "adjust", "convert", "resize", "reformat", "reframe"})  # fmt: skip
_SMALL = frozenset({"that", "it", "this", "these", "those", "them", "em", "out", "with", "please", "pls", "can", "you", "u", "could", "just", "for", "me", "somehow", "asap", "up", "need", "to", "needs", "fixing", "if", "possible", "there", "accordingly"})  # fmt: skip


def tells_look(said: list[Said], one: Said, clause: Clause) -> bool:
    """Does the clause tell no more than what that is to be like? Then what was asked for is like it."""
    if one.operations:
        return mood_told(said, one, clause) or sidecar(said, one, clause)
    return any(tells(said, clause) for tells in (refined, behind, another, more_clips))


def mended(said: list[Said], clause: Clause) -> bool:
    """ "I say um way too much, fix that": asked for already, where the complaint itself named the edit."""
    last = said[-1] if said else None
    words = {t.low for t in clause.tokens if t.kind == "word"}
    asked = last is not None and bool(last.operations) and not last.questions and not last.pointed
    rid = asked and said[-1].ops <= _RID
    mending = _MENDING | (_TAKING if rid else frozenset())
    return asked and bool(words & mending) and words <= mending | _SMALL


_RID = frozenset({"trim_silence", "remove_fillers", "remove_bad_takes", "denoise_audio", "trim_range"})
_TAKING = frozenset({"remove", "delete", "cut", "trim", "drop", "chop", "take", "away", "off", "all"})


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


_TAKEN_OUT = ("<remove>", "<cut>")
"""加字幕，去掉中间那段: the middle is what is to go, and no place."""


def placed(said: list[Said], clause: Clause) -> bool:
    """ "keep them off the bottom", "put it top left": where the words or the logo just asked for go."""
    last = said[-1].last if said else None
    told = [t for t in things(clause.sentence, set()) if t[0] != "{platform}"]
    own = set(clause.words)
    where = {i for t in told if t[0] == "{place}" for i in range(t[1], t[2])}  # the picture of 画面上方 is none
    labels = {n for i in clause.places if i not in where for n in clause.sentence.labels(i)}
    when = [t for t in told if t[0] in ("{range}", "{first}", "{last}")]
    values = bounds(when[0], last.op) if last and when else {}  # "put it in the middle, 0 to 3s"
    told = [t for t in told if t not in when[: len(values)]]
    if last is None or labels & _NAMED or len(told) != 1 or told[0][0] != "{place}" or clause.has(*_TAKEN_OUT):
        return False
    if (last.op == "translate_captions" and (clause.chinese or own & _POINTING)) or (
        last.op == "remove_captions" and "rest" in own
    ):
        said[-1].operations.append(replace(last, op="captions", parameters={"position": told[0][3]}))
        return True  # "translate the captions, and put them at the top"
    if last.op not in _PLACED or not own & _POINTING or not own & _PUTTING:
        return False
    said[-1].give(values | {"position": told[0][3]})
    return True


_DRESSING = frozenset({"thick", "thin", "heavy", "soft", "subtle", "slight", "outline", "outlines", "stroke", "border", "shadow", "box", "bar", "glow", "for", "readability", "legibility", "visibility", "letters", "lettering", "behind", "style", "look"})  # fmt: skip


def refined(said: list[Said], clause: Clause) -> bool:
    """ "captions at the bottom, white with black outline": more about the look or the place of what was just asked for."""
    looks = ("captions", "text_overlay", "logo", "music")
    own = asked_before(said) if said else []
    place = next((i for i in range(len(own) - 1, -1, -1) if own[i].op in looks), None)
    headed = clause.sentence.text[clause.sentence.tokens[-1].end :][:1] in (":", "：")  # "Middle: b-roll"
    if place is None or clause.has(*_TAKEN_OUT) or (clause.hard and (headed or own[place].op not in looks[:2])):
        return False  # "Captions on. White and bold."
    last = own[place]
    if _of_the_whole(clause.words):
        return False
    told = _placed_not_named(things(clause.sentence, set()), last.op)
    seen = last.op == "music" and any(t.low in ("look", "looks") for t in clause.sentence.tokens)
    if (
        not told
        or seen  # "make it look professional" is not about the music
        or (last.op == "logo" and any(t[0] == "{mood}" for t in told))  # "our logo in the corner, upbeat jazz"
        or shape("of_all_wished" if last.op == "music" else "of_all").match(gist(clause))  # 加字幕，画面高级一点
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
            known = str(values.get("style", ""))
            values["style"] = known if look in known else f"{known} {look}".strip()
    own[place] = replace(last, parameters=values)
    return True


_WISHING = frozenset({"make", "give", "needs", "need", "want", "create", "edit"})
_WHOLE_LOOK = frozenset({"pop", "energy", "highlight", "highlights", "professional", "engaging", "exciting", "viral", "dynamic", "interesting", "attention", "lively", "premium"})  # fmt: skip


def _of_the_whole(words: list[str]) -> bool:
    """ "(Add captions,) make it pop", "give it more energy": no look of what was just asked for, as "make them pop" is."""
    wished = not _WISHING.isdisjoint(words) and not _WHOLE_LOOK.isdisjoint(words)
    return wished and {"them", "these", "those", "they"}.isdisjoint(words)


def mood_told(said: list[Said], one: Said, clause: Clause) -> bool:
    """配首喜庆的歌，热闹点: more about that song, and no second one."""
    bare = clause.tokens[0].kind == "cjk" and not clause.sentence.places("<music>", "<add>", "<make>")
    return bare and one.only("music") and refined(said, clause)


def _placed_not_named(told: list[Thing], op: str) -> list[Thing]:
    """ "Captions: white, lower third": of captions that is a place, no kind of title."""
    places = {t[1:3] for t in told if t[0] == "{place}"}
    return [t for t in told if op != "captions" or t[0] != "{role}" or t[1:3] not in places]


def another(said: list[Said], clause: Clause) -> bool:
    """ "subtitles in German and English": the same again, with another language or format."""
    last = just_asked(said, clause)
    told = things(clause.sentence, set())
    keys = {"{language}": "language", "{format}": "format"}
    if last is None or len(told) != 1 or keys.get(told[0][0]) not in last.parameters or says_more(clause, told):
        return False
    said[-1].operations.append(in_words_of(clause, told[0], more(last, {keys[told[0][0]]: told[0][3]})))
    return True


_INSTEAD = frozenset({"instead", "there", "behind", "replacement", "place"})
_INTO = ("换成", "换上", "换一个", "换个", "改成", "变成", "放", "用")


def behind(said: list[Said], clause: Clause) -> bool:
    """ "Take out my messy bedroom background and put an office there", 抠像，换成纯白的: what comes in the place of what is gone."""
    last = just_asked(said, clause)
    if last is None or last.op != "replace_background":
        return False
    led = clause.words[:1] and clause.words[0] in _PUTTING | {"use", "add", "insert"}
    return bool(led and not _INSTEAD.isdisjoint(clause.words[-3:])) or "".join(clause.words).startswith(_INTO)


_LETTERS = frozenset("ABCDEFGH")
"""What clips are called by: "clip A, clip B"."""


def more_clips(said: list[Said], clause: Clause) -> bool:
    """ "swap clip 1 and clip 2": the second of the things that change places, or are joined."""
    last = just_asked(said, clause)
    sentence = clause.sentence
    light = ("#noise", "<clip>", "<order>", "{file}", "{number}", "{input}", "<t_begin>", "<t_end>", "<t_last>", "<t_first>")  # fmt: skip
    own = clause.places
    named = any(sentence.ends(i, n) for i in own for n in ("<clip>", "{file}", "{input}"))
    small = all(any(sentence.ends(i, n) for n in light) or sentence.tokens[i].kind == "num" or sentence.tokens[i].text in _LETTERS for i in own)  # fmt: skip
    return last is not None and last.op in ("reorder", "merge_clips", "transition") and named and small


_FORMATS = (("srt", "vtt"), ("mp3", "wav", "m4a", "aac", "flac"))
"""What may be meant by subtitles, or by the sound alone."""


def sidecar(said: list[Said], one: Said, clause: Clause) -> bool:
    """Does the clause only name the format of the file just asked for, which nobody named before?"""
    last = said[-1].last if said else None
    told = one.operations[0].parameters if one.only("export") else {}
    kin = next((f for f in _FORMATS if last is not None and last.op == "export" and last.parameters.get("format") in f), ())  # fmt: skip
    if last is None or not kin:
        return False
    assumed = last.parameters["format"] not in clause.sentence.text.lower()
    if not assumed or told.keys() != {"format"} or told["format"] not in kin or one.questions:
        return False
    said[-1].give(told)
    return True
