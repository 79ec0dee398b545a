"""Which of the phrases found in a clause count: the best that fit together, none that the clause denies, that it answers itself, or that stand in an aside."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause, opens
from ugcflow.studio.language.clauses.fact import done_to, for_platform, is_so, told, wishes
from ugcflow.studio.language.figures.denied import unwanted_behind
from ugcflow.studio.language.looks.describe import MANNERS
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.phrases.match import Match
from ugcflow.studio.language.reading.cutobject import CUTS, LESS, STRETCHES, in_it, kept_of_a_thing, passes
from ugcflow.studio.language.reading.ofthing import file_of_a_thing
from ugcflow.studio.language.words.sentence import Sentence

_NOT_FROM_FACTS = frozenset({"fit_duration", "reframe", "captions", "music", "export", "trim_range", "speed", "upload", "text_overlay", "logo", "insert_clip", "broll", "merge_clips", "split", "voiceover", "sound_effect", "transition", "zoom", "fade", "sticker_emoji", "thumbnail"})  # fmt: skip
_ANYBODY = frozenset({"nobody", "everybody", "everyone"})
_STATED = frozenset({"reframe", "captions", "export", "normalize_audio"})
_STATES = frozenset({"is", "are", "was", "were", "hate", "love", "like", "starts", "begins", "ends"})
_DAILY = frozenset({"export", "ship", "deliver", "mix", "shoot", "film", "crop", "flip", "mute", "speed", "cut", "trim", "warm", "bake"})  # fmt: skip
_HAVING = frozenset({"has", "have", "had"})
_TOO = frozenset({"too", "overly", "bit", "little", "kinda", "slightly", "quite", "rather"})
_BURNED = frozenset({"burned", "burnt", "baked", "hardcoded"})
_BEGINNING = frozenset({"starts", "begins", "ends", "started", "ended"})
_SURE = 0.5
"""What a refusal must explain at least; below it its words stand too far apart."""
_EXCLUDES = {
    "voiceover": ("color",), "broll": ("thumbnail", "trim_silence", "insert_clip", "fit_duration", "trim_start", "trim_end"), "thumbnail": ("text_overlay",), "status": ("export",), "credits": ("export",), "flip": ("reframe",), "rotate": ("reframe",), "zoom": ("speed",), "fade": ("volume", "trim_start"), "denoise_audio": ("replace_background",), "blur_background": ("replace_background",), "undo": ("zoom", "transition", "captions", "music", "fade", "text_overlay", "filter", "color", "speed", "crop"), "text_overlay": ("trim_start", "trim_end", "fade"), "logo": ("trim_start", "fade"), "sticker_emoji": ("fade",), "transition": ("fade",), "captions": ("trim_start",), "sound_effect": ("trim_start",),
}  # fmt: skip
"""In one clause the words of the second belong to the first: "flip it horizontally", "a slow push in"."""
_OF_ITS_OWN = frozenset({"?best", "?padding"})
"""Wishes that no other edit of the clause meets: "a reel of the key moments with energetic music", "cut the pauses with 0.2 s of padding"."""
_ASKED_OF = ("{range}", "{first}", "{last}", "{text}")
"""Where these are told, something is asked for."""
_LIGHT = ("#noise", "<with>", "<no>", "<dont>", "<by>", "<level_to>", "<particle>", "<only>", "<tail>", "<under>", "<correction>", "<same>")  # fmt: skip


def outside(found: list[Match], aside: frozenset[int], clause: Clause, verbs: frozenset[str]) -> list[Match]:
    """Matches but those in an aside (or with their verb in it), where something is asked for beside it."""
    idle = {i for i in aside if clause.sentence.labels(i) & verbs}
    main = [m for m in found if not aside.issuperset(m.covered) and not idle & set(m.covered)]
    return main if any(m.phrase.target[0] not in "?-" for m in main) else found


def settled(found: list[Match], rules: Grammar, sentence: Sentence) -> list[Match]:
    """Matches without complaints that the clause itself answers ("too many pauses, take them out", "the boring part, 0:10 to 0:20")."""
    found = [m for m in found if not (m.phrase.target in ("trim_start", "trim_end") and _cut_out_or_off(m, sentence))]
    found = [m for m in found if not (m.phrase.target in _ADDED and _left_there(m, sentence))]
    found = [m for m in found if m.slots.get("_span", _AT_ONCE)[0] == 0 and not passes(m, sentence)]
    if sentence.may_have("<caption>", "<text>", "{role}"):  # "white captions on a black background"
        behind = ("on", "against")
        found = [
            m for m in found if m.phrase.target != "replace_background" or sentence.tokens[m.first].low not in behind
        ]
    if sentence.may_have("{duration}", "{range}"):  # "slow-mo at 0:11 for 2 seconds" is no pace of 2
        found = [m for m in found if "_bare" not in m.slots]
    found = [m for m in found if not (m.phrase.target == "trim_range" and kept_of_a_thing(m, sentence))]
    if sentence.may_have(*STRETCHES):
        found = [m for m in found if not (m.phrase.target in CUTS and in_it(m, sentence))]
    if sentence.may_have("{format}"):
        found = [m for m in found if not ("format" in m.slots and file_of_a_thing(m, sentence))]
    asked = {m.phrase.target for m in found if not m.phrase.whole and m.score >= _NEAR}
    asked |= {n for at in range(len(sentence)) for n in sentence.labels(at) if n[0] == "{"}
    asked -= {"music", "remove_music"} if sentence.may_have("<barred>") else set()  # "we can't use that song" uses none
    answered = rules.answered
    return [m for m in found if m.phrase.target not in answered or asked.isdisjoint(answered[m.phrase.target])]


_NEAR = 1.0
"""What a phrase must explain to answer a complaint; below it its words stand too far apart."""
_AT_ONCE = (0.0, None)
"""A fade in from elsewhere than the start is one that can't be made."""
_LEAVING = frozenset({"keep", "leave", "retain", "preserve"})


def _left_there(match: Match, sentence: Sentence) -> bool:
    """ "(remove the music) keep the captions": what is there stays, and nothing is to be added."""
    at = match.first
    led = sentence.tokens[at].low in _LEAVING and at + 1 < len(sentence)
    named = led and sentence.tokens[at + 1].low in ("the", "my", "our", "those", "these")
    return (
        bool(named)
        and not match.slots
        and not sentence.may_have("{place}", "{style}", "{color}", "{mood}", "{percent}")
    )


def _cut_out_or_off(match: Match, sentence: Sentence) -> bool:
    """剪前5秒, 前5秒剪: a bare Chinese verb of cutting beside the stretch says neither that it goes nor that it stays."""
    spans = [(i, e) for i in match.covered for n in ("{first}", "{last}") if (e := sentence.ends(i, n))]
    return any(
        _bare_cut(sentence, at) for at in match.covered for i, e in spans if at == e or sentence.ends(at, "<cut>") == i
    )


def _bare_cut(sentence: Sentence, at: int) -> bool:
    cut = sentence.tokens[at].kind == "cjk" and sentence.ends(at, "<cut>")
    return bool(cut) and not sentence.ends(at, "<remove>") and not sentence.ends(cut, "<particle>")


def fitting(chosen: list[Match], clause: Clause, rules: Grammar) -> list[Match]:
    """What can't be done takes the whole clause; a vague word beside something clear is no question; a fact asks for nothing."""
    chosen = [m for m in chosen if any(clause.own(i) for i in m.covered)]
    excluded = {n for m in chosen for n in _EXCLUDES.get(m.phrase.target, ())}
    excluded -= {"reframe"} if "再" in clause.words else set()  # 镜像一下再裁成方形
    chosen = _apart([m for m in chosen if m.phrase.target not in excluded])
    chosen = [m for m in chosen if m.phrase.target[0] not in "!?" or not denied_match(m, clause)]
    if told(clause):  # "I sound like a teenager", "nobody talks in half of it"
        unheard = {"!voice", "volume"} if clause.words[0] in _ANYBODY else {"!voice"}
        chosen = [m for m in chosen if m.phrase.target not in unheard]
    refused = [m for m in chosen if m.phrase.target[0] == "!" and m.score >= _SURE]
    chosen = [m for m in chosen if m.phrase.target[0] != "!" or m.score >= _SURE]
    if refused:
        return refused[:1]
    clear = [m for m in chosen if m.phrase.target[0] not in "?-"]
    if clear:
        best = max(m.score for m in clear)
        chosen = [m for m in chosen if m.phrase.target[0] != "?" or m.score > best or m.phrase.target in _OF_ITS_OWN]
    if any(m.phrase.target[0] == "?" and "answered" not in rules.answers[m.phrase.target] for m in chosen):
        return [m for m in chosen if m.phrase.target[0] == "?" or m.score > 1.9]
    if told(clause) and (
        not _STATES.isdisjoint(clause.words) or clause.words[0].endswith("'s")
    ):  # "I hate the zooms", "the last 4 seconds are the logo"
        chosen = [m for m in chosen if m.phrase.target not in _NOT_FROM_FACTS or not _bare(m, clause.sentence)]
        if not _BEGINNING.isdisjoint(clause.words) and not _of_the_film(clause):
            chosen = [m for m in chosen if m.phrase.target not in ("trim_start", "trim_range")]
    if told(clause) and clause.words[0] not in ("i", "we") and not _TOO.isdisjoint(clause.words):
        chosen = [m for m in chosen if m.phrase.target != "color" or not (m.phrase.whole or _tinted(m))]
    had = "already" in clause.words and not _HAVING.isdisjoint(clause.words)
    there = "already" in clause.words and not {"is", "are"}.isdisjoint(clause.words)  # "the logo is already there"
    if there or ((had or not _BURNED.isdisjoint(clause.words)) and told(clause)):
        chosen = [m for m in chosen if m.phrase.target not in _NOT_FROM_FACTS]  # "the clip has subtitles burned in"
    if told(clause) and clause.words[0] == "we" and clause.words[1:2] and clause.words[1] in _DAILY:
        return []  # "we export to 12 countries"
    if told(clause) and clause.words[0] != "some":  # "the last minute is only applause", "my phone rings"
        silent = {"mute"} if "no" in clause.words else set()  # "there's no sound in it"
        chosen = [m for m in chosen if m.phrase.target not in {"sound_effect", "upload"} | silent]
        if clause.words[0] in ("i", "he", "she"):  # "I talk slow": why, and not how fast it is to be
            chosen = [m for m in chosen if m.phrase.target != "speed" or m.slots]
    if (told(clause) or opens(clause, "<caption>")) and is_so(clause):
        chosen = [m for m in chosen if m.phrase.target not in _STATED or "style" in m.slots]
    long = clause.hard and told(clause) and any(t.low == "long" for t in clause.sentence.tokens)
    fact = opens(clause, "<fact>")
    if (long or fact) and not wishes(clause):
        kept = (for_platform, lambda m, fact: done_to(m, clause, fact))
        return [m for m in chosen if m.phrase.target not in _NOT_FROM_FACTS or any(k(m, fact) for k in kept)]
    return chosen


def _tinted(match: Match) -> bool:
    """ "It's too warm for my taste": a look that it has."""
    return "preset" in match.slots or any(key == "preset" for key, _ in match.phrase.fixed)


def _of_the_film(clause: Clause) -> bool:
    """Is it the film itself that begins or ends there ("the video should …"), not a chapter or the music?"""
    lead = clause.places[:3]
    return any(
        clause.sentence.labels(i) & {"<source>", "<clip>"} or clause.sentence.tokens[i].low == "it" for i in lead
    )


def _bare(match: Match, sentence: Sentence) -> bool:
    """Is it the name of the thing and no more?"""
    return sum(not sentence.ends(i, "#noise") for i in match.covered) < 2 and not match.slots


_BESIDE = frozenset({"reframe", "export", "captions", "transition", "duck_music", "denoise_audio", "normalize_audio", "trim_silence"})  # fmt: skip


def _apart(chosen: list[Match]) -> list[Match]:
    """Of two operations whose words run through each other ("turn the volume down to 70"), the better one."""
    kept: list[Match] = []
    for match in sorted(chosen, key=lambda m: -m.score):
        across = any(
            match.first < k.last and k.first < match.last for k in kept if k.phrase.target != match.phrase.target
        )
        if not across or match.phrase.target in _BESIDE or match.phrase.target == "!backwards":
            kept.append(match)
    return kept


_STAYING = frozenset({"captions", "music", "logo", "text_overlay"})
_DRESSED = ("{place}", "{style}", "{color}", "{language}", "{mood}", "{text}", "{percent}", "{duration}", "{range}", "'short")  # fmt: skip


def allowed(match: Match, clause: Clause, aside: frozenset[int]) -> bool:
    """A phrase that must be all the clause says: nothing but small words, times, places, looks and asides around it."""
    if match.phrase.target[0] == "?" and not all(clause.own(i) for i in match.covered):
        return False  # a verb taken over from a neighbour makes nothing vague
    if not any(clause.own(i) for i in match.covered):
        return False
    if match.phrase.fixed and ("_told", 1) in match.phrase.fixed and not told(clause):
        return False
    if match.phrase.target in _STAYING and clause.sentence.tokens[match.first].low in ("keep", "leave") and not clause.sentence.places(*_DRESSED):  # fmt: skip
        return False  # "(remove the music) but keep captions" adds none
    asked = clause.sentence.places(*(_ASKED_OF if match.phrase.whole else ("{text}",)))
    if match.phrase.target == "-" and not set(match.covered).issuperset(asked):
        return False  # "grab 12:30 to 13:20 from the episode" opens no episode
    if "degrees" in match.slots and clause.sentence.farthest[match.last].keys() & _MEASURES:
        return False  # "turn it 60 fps"
    if not match.phrase.whole:
        return True
    if ("_alone", 1) in match.phrase.fixed and not _alone(match, clause.sentence):
        return False
    sentence, covered = clause.sentence, set(match.covered)
    if match.phrase.target in CUTS and clause.opener and not clause.hard and sentence.tokens[match.first].low in LESS:
        return False  # "(add captions,) minus the first 5 seconds"
    if any(not clause.own(i) for i in covered) or (match.phrase.target in _ADDED and _said_of(match, sentence)):
        return False
    unknown, place, bare = (
        0,
        0,
        match.phrase.target in ("fit_duration", "speed", "split", "?keep_or_remove", "?shorten"),
    )
    while place < len(sentence):
        light = place + 1 if place in covered or place in aside or not clause.own(place) else _light(sentence, place)
        word = sentence.tokens[place].low
        if bare and word in ("back", "off", "like"):
            light = place + 1 if word == "like" else 0  # "back it up three seconds", but "faster, like 1.1x"
        if not light:
            heavy = any(n[0] == "<" for n in sentence.labels(place)) or sentence.tokens[place].kind in ("cjk", "text")
            unknown += 3 if heavy else 1
        place = light or place + 1
    return unknown <= (0 if bare else 2)


_MEASURES = frozenset({"{fps}", "{factor}", "{lufs}", "{db}", "{percent}", "{duration}", "{aspect}", "{resolution}"})
_PARTED = frozenset({"<t_first>", "<t_last>", "<particle>"})


def _alone(match: Match, sentence: Sentence) -> bool:
    """ "trim the clip from 0:10 to 0:40": not a word more is said, not even which clip."""
    place = 0
    while place < len(sentence):
        small = place + 1 if sentence.tokens[place].kind == "punct" else sentence.ends(place, "#noise")
        if match.phrase.target == "music":  # "add slow jazz", "配轻柔钢琴": more of what it is to be like
            manner = place + 1 if sentence.tokens[place].low in MANNERS else 0
            small = max(small, sentence.ends(place, "{mood}"), manner)
        if place not in match.covered and (
            not small or (match.phrase.target != "music" and sentence.labels(place) & _PARTED)
        ):
            return False
        place = place + 1 if place in match.covered else small
    return True


_ADDED = frozenset({"captions", "music", "text_overlay", "logo", "transition", "sticker_emoji", "sound_effect", "filter", "voiceover", "broll", "zoom", "fade"})  # fmt: skip
_TAKING = frozenset({"<remove>", "<cut>", "<lower>"})
_THERE = frozenset({"the", "those", "these", "that", "your"})


def _said_of(match: Match, sentence: Sentence) -> bool:
    """ "The music annoys me": something is told of what is there, in a word nobody here knows."""
    before = sentence.tokens[match.first - 1].low if match.first else ""
    after = sentence.tokens[match.last + 1] if match.last + 1 < len(sentence) else None
    if before not in _THERE or after is None or after.kind != "word":
        return False
    denied = after.low in ("shouldn't", "mustn't", "isn't", "aren't")
    return denied or not any(n[0] in "<{#" for n in sentence.labels(match.last + 1))


def _light(sentence: Sentence, at: int) -> int:
    """The end of what may stand beside a phrase that must be all the clause says."""
    heavy = max(
        (s for n, s, _ in sentence.arcs[at] if n[0] == "<" and n not in _LIGHT and not n.startswith("<t_")), default=0
    )
    if sentence.labels(at) & _TAKING:
        return 0
    ends = [stop for n, stop, _ in sentence.arcs[at] if n in _LIGHT or (n[0] == "{" and n != "{text}" and stop > heavy)]
    return max(ends, default=0)


def _right_before(match: Match, sentence: Sentence, at: int) -> bool:
    """Is the next word of the match the one at `at`, small words aside ("a version without captions")?"""
    while at < match.last and at not in match.covered and sentence.ends(at, "#noise"):
        at += 1
    return at in match.covered


def denied_match(match: Match, clause: Clause) -> bool:
    """ "don't add music": a denial in front of the phrase, not part of it."""
    sentence = clause.sentence
    for at in sentence.places("<dont>", "<no>"):
        if at >= match.last:
            break
        stop = max(sentence.ends(at, "<dont>"), sentence.ends(at, "<no>"))
        corrects = any(sentence.ends(i, "<correction>") > at for i in range(at))  # "wait no" denies nothing
        if (
            stop
            and not corrects
            and at not in match.covered
            and stop <= match.last
            and (at < match.first + 3 or _right_before(match, sentence, stop))
        ):
            return not any(sentence.ends(i, "<only>") for i in range(stop, match.first + 1))
    if match.phrase.target in _ADDED and unwanted_behind(sentence, match.last + 1):
        return True
    return any(at > match.last for at in sentence.places("<not_behind>"))  # entferne die Pausen nicht
