"""What is cut, or brought to a length: the film, or something in it ("the title", "the audio", "each clip")? Only of the film is a cut made."""

from __future__ import annotations

import re

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.phrases.match import Match
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.reading.undated import OF_A_TIME
from ugcflow.studio.language.words.sentence import Sentence

_CUTS = frozenset({"trim_range", "trim_start", "trim_end", "fit_duration"})
_LOOKS = frozenset({"{filter}", "{look}", "{color}", "<speed_>"})
_OF_SOME = frozenset({"frame", "frames", "pieces", "chunks", "each", "piece", "more", "extra"})
"""What a length is of that is not the length of the film: "15 second pieces", "half a second more"."""
_NOT_IT = frozenset({"<part>", "<clip>", "<source>"})
_PIECES = frozenset({"clip", "clips", "shot", "scene", "slide", "photo"})
_COUNTING = frozenset({"each", "every", "other"})
_WHOLE = frozenset({"footage", "video", "it", "this", "the", "my", "content", "material", "film", "silence", "runtime"})
_BESIDE = frozenset({"speed", "filter", "color", "denoise_audio", "rotate", "flip", "remove_captions", "blur_background", "stabilize"})  # fmt: skip
"""Edits that a stretch named in their own clause is of: "denoise only the first 20 seconds"."""


def doubt_cuts(said: Said, clause: Clause, used: set[int]) -> None:
    """Ask instead of cutting the film where something else is meant."""
    cuts = [o for o in said.operations if o.op in _CUTS]
    if cuts and (_of_a_thing(cuts, clause, used) or _not_a_length(cuts, clause) or _beside(said, cuts)):
        s = clause.sentence
        said.operations = [o for o in said.operations if o not in cuts]
        said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))


def _of_a_thing(cuts: list[Operation], clause: Clause, used: set[int]) -> bool:
    """ "Remove the zoom between 12 and 14 s", "cut the title to 2 seconds", "keep the first 3 seconds in black and white"."""
    s = clause.sentence
    length = any(o.op == "fit_duration" for o in cuts)
    kept = _LOOKS if any(o.parameters.get("mode") == "keep" for o in cuts) else frozenset()
    verb = next((i for i in range(len(s)) if i in used and not s.ends(i, "#noise")), len(s))
    for at in range(0 if length else verb + 1, len(s)):
        if length and s.tokens[at].low == "but":
            break  # "to 15 seconds but keep the music"
        if at in used or not clause.own(at) or s.tokens[at].kind not in ("word", "text"):
            continue
        if _in_a_name(s, at):
            continue
        if "with" in (t.low for t in s.tokens[max(0, at - 2) : at]):
            break  # "down to 3 minutes with smooth cuts"
        after = s.labels(at + 1) if at + 1 < len(s) else frozenset()
        labels = s.labels(at)
        thing = not labels.isdisjoint(OF_A_TIME | kept | {"{text}"}) and labels.isdisjoint(_NOT_IT) and not after & {"<part>", "<source>"}  # fmt: skip
        if thing or _one_clip(s, at):
            return True
    return False


_SAYING = frozenset({"say", "says", "said", "saying"})


def _in_a_name(s: Sentence, at: int) -> bool:
    """ "Drone_02", "broll-c", "clip 'Interview'", "the part where I say “so”": footage by its name, or by what is heard."""
    token = s.tokens[at]
    joined = s.text[token.end : token.end + 1] in ("_", "-") or s.text[max(0, token.start - 1) : token.start] in ("_", "-")  # fmt: skip
    named = at > 0 and not s.labels(at - 1).isdisjoint(("<clip>", "<source>"))
    return joined or (token.kind == "text" and (named or s.tokens[at - 1].low in _SAYING))


def _one_clip(s: Sentence, at: int) -> bool:
    """ "Trim each clip to 3 seconds", "the first 10 seconds of clip 2": one of several."""
    before = s.tokens[at - 1].low if at else ""
    after = s.tokens[at + 1] if at + 1 < len(s) else None
    numbered = after is not None and after.kind == "num" and after.start - s.tokens[at].end < 2 and not s.ends(at + 1, "{duration}")  # fmt: skip
    return s.tokens[at].low in _PIECES and (before in _COUNTING or (numbered and s.ends(at, "<one_clip>") > 0))


def _not_a_length(cuts: list[Operation], clause: Clause) -> bool:
    """ "The last frame for 2 seconds", "2 seconds of black", "0:15" in a list of moments, "five seconds after the start"."""
    if not any(o.op == "fit_duration" for o in cuts):
        return False
    s = clause.sentence
    if not _OF_SOME.isdisjoint(clause.words) and "than" not in clause.words:
        return True
    for at in s.places("{duration}"):
        end = s.ends(at, "{duration}")
        after = [t.low for t in s.tokens[end : end + 2]]
        of = after[:1] == ["of"] and after[1:] and after[1] not in _WHOLE
        moment = after[:1] in (["after"], ["before"], ["into"]) and clause.own(at)
        listed = s.tokens[at].kind == "clock" and len(clause.tokens) <= end - at + 1 and clause.opener in (",", "and", "/", "&")  # fmt: skip
        if of or moment or listed or _IN_A_ROW.match(s.text, s.span(at, end)[1]):
            return True
    return False


_IN_A_ROW = re.compile(r" ?[、和跟与] ?[\d.一二两三四五六七八九十]+ ?秒(?:处|的时候|的地方|时|那里|各)")
"""5秒、10秒处放大: the first of several moments."""


def _beside(said: Said, cuts: list[Operation]) -> bool:
    """ "Denoise only the first 20 seconds", "keep the last 5 seconds in slow motion": the stretch is of the other edit."""
    keeps = any(o.parameters.get("mode") == "keep" for o in cuts)
    return keeps and any(o.op in _BESIDE for o in said.operations)


_THINGS = frozenset({"<text>", "{text}", "{role}", "<caption>", "<logo>", "<music>", "<sticker>", "<voiceover>", "<transition>", "<filter_>", "<effect>", "<audio>"})  # fmt: skip


def kept_of_a_thing(match: Match, sentence: Sentence) -> bool:
    """ "Keep the logo for the first 4 seconds": it is the logo that stays so long, not the footage."""
    keeping = dict(match.phrase.fixed).get("mode") == "keep"
    kept = keeping and sentence.tokens[match.first].kind == "word"
    if kept and match.first and sentence.tokens[match.first - 1].low in _DONE_ONLY:
        return True  # "mute only the part from 0:15 to 0:20"
    skipped = set(range(match.first, match.last)).difference(match.covered) if keeping else ()
    nobody = keeping and not sentence.words.isdisjoint(("nobody", "noone"))
    if nobody or any(sentence.labels(i) & {"<silence>", "<filler>", "<bad_take>"} for i in skipped):
        return True  # 除了前8秒其他停顿都去掉
    wanting = sentence.tokens[match.first].low in _WANTING and not match.slots.keys().isdisjoint(("_first", "_last"))
    beside = {*skipped, *range(match.last + 1, min(match.last + 3, len(sentence)))}
    if wanting and any("#noise" not in sentence.labels(i) for i in beside if sentence.tokens[i].kind == "word"):
        return True  # "give me some energy in the first 3 seconds", "I want the first 3 seconds punchier"
    skipped = skipped if kept else ()
    shown = kept and {"only", "just", "show"} >= {sentence.tokens[match.first].low} and "show" in sentence.words
    if shown and any(not any(n[0] in "<{#" for n in sentence.labels(i)) for i in skipped):
        return True  # "only show the price from 0:10 to 0:13"
    behind = [t.low for t in sentence.tokens[match.last + 1 :]]
    as_it_is = behind[:1] == ["as"] and behind[1:2] in (["is"], ["it"], ["they"], ["before"], ["normal"])
    if keeping and (as_it_is or not _LEFT_SO.isdisjoint(behind)):
        return True  # "keep 0:10 to 0:20 at normal speed"
    part = any("<part>" in sentence.labels(i) for i in range(match.first, match.last))  # "the part with music"
    return not part and any(sentence.labels(i) & _THINGS and "<clip>" not in sentence.labels(i) for i in skipped)


_DONE_ONLY = frozenset({"mute", "blur", "zoom", "silence", "bleep", "brighten", "darken", "caption", "subtitle", "denoise", "stabilize", "stabilise", "rotate", "flip", "mirror", "speed", "slow"})  # fmt: skip
_WANTING = frozenset({"give", "want", "need", "send"})
_LEFT_SO = frozenset({"normal", "normally", "regular", "way", "alone", "unchanged", "untouched", "unedited", "intact"})
CUTS = frozenset({"trim_start", "trim_end", "trim_range"})
STRETCHES = ("{first}", "{last}", "{range}")
LESS = frozenset({"no", "without", "minus"})
_WITHIN = frozenset({"in", "within", "during", "throughout", "from", "of"})
_SINGLE = frozenset({"part", "bit", "section", "stretch", "pause"})
_SOME = frozenset({"bits", "parts", "sections", "moments", "places", "spots", "pieces"})


def passes(match: Match, sentence: Sentence) -> bool:
    """ "Cut the pauses but not in the intro": does it reach over an exception to what is spared?"""
    spared = (at for at in sentence.places("<except>") if match.first < at < match.last and at not in match.covered)
    return match.phrase.target in ("trim_silence", "mute", "captions") and any(spared)


def in_it(match: Match, sentence: Sentence) -> bool:
    """ "The captions in the first 5 seconds should go", "silence between 1:00 and 1:10 out": what is there goes, the stretch stays."""
    at = next((i for i in match.covered if any(sentence.ends(i, n) for n in STRETCHES)), 0)
    while at and (sentence.tokens[at - 1].low in _WITHIN or sentence.ends(at - 1, "<t_nth>") == at):
        at -= 1
    near = set(range(max(0, at - 3), at + 1)).difference(match.covered)
    if dict(match.phrase.fixed).get("mode") != "keep" and any(sentence.ends(i, "<except>") >= max(at, 1) for i in near):
        return True  # "(everything can go) apart from 0:10 to 0:20"
    if sentence.tokens[at - 1].low not in _SINGLE and any(sentence.ends(i, "<silence>") == at for i in range(max(0, at - 4), at)):  # fmt: skip
        return True
    if not at or at - 1 in match.covered:
        return False
    if sentence.tokens[at - 1].low in _SOME and sentence.tokens[at].low in _WITHIN:
        return True
    named = any(sentence.ends(i, n) == at for i in range(max(0, at - 4), at) for n in OF_A_TIME)
    return named and sentence.labels(at - 1).isdisjoint(_NOT_IT)  # but "the bad take from 0:10 to 0:22"
