"""What one clause comes to, read with the verb that a neighbour lends it, or with the thing that its pronoun stands for."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import AND, Clause, opens, verbs_of
from ugcflow.studio.language.clauses.fact import told
from ugcflow.studio.language.clauses.inquiry import asks_back, inquires
from ugcflow.studio.language.context.declined import brings_back
from ugcflow.studio.language.context.ellipsis import added, carried
from ugcflow.studio.language.context.noedit import idle, left_there
from ugcflow.studio.language.context.pronoun import fits_better, may_point, resolved, several, takes_out
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.reading.utterance import understand

_ADDED = frozenset({"captions", "music", "text_overlay", "logo", "transition", "sticker_emoji", "sound_effect", "fade"})
_AWAY = frozenset({"<remove>", "<cut>", "<lower>", "<mute_>"})
_FREE = frozenset({"export", "merge_clips"})
"""Two sizes behind one verb are two files."""
_BEING = frozenset({"is", "are", "was", "were"})
_SHARED = frozenset({"fade", "volume"})
"""What several things have in a row: "fade out the video and the music"."""
_WHOLE = frozenset({"remove_music", "remove_captions", "stabilize", "denoise_audio", "normalize_audio", "reframe", "blur_background", "flip", "rotate", "duck_music", "speed"})  # fmt: skip
"""What is asked for by its name alone, 画面防抖, and nothing is done to."""
_SEEN = frozenset({"color", "fade", "filter", "zoom"})
_NAMING = frozenset({"the", "my", "any", "that", "those", "all", "our", "her", "his", "their"})
_TOLD = frozenset({"is", "are", "was", "were", "has", "have", "i", "it", "he", "she", "they", "we", "stays", "looks", "sounds", "will", "would", "can", "could", "should", "love"})  # fmt: skip
MOST_POINTED = 20
"""Clauses; in more than that no pronoun is looked up, so that an answer comes within 50 ms."""


def understood(clauses: list[Clause], number: int, said: list[Said], rules: Grammar) -> Said:
    """What the clause comes to before it is compared with what was said."""
    own = clauses[number]
    if inquires(own, rules.verbs):
        return Said(questions=[asks_back(own)])
    clause = carried(clauses, number, rules, said)
    one = idle(_lent(clause, own, said, rules), clauses, number, rules)
    if left_there(one, own, said):
        one.settle()
    if not one.operations and not one.questions:
        one = _going_on(one, clause, clauses, number, said, rules)
    if not one.refused and _heads(clauses, number):
        _take_as_heading(one, own, rules)
    unsure = (*one.questions, *(q for _, q in one.lacking))
    if any(q.why in rules.vague for q in unsure) and not takes_out(own):
        return one  # "duck the music and make it pop": whatever "it" is, this stays vague
    if len(clauses) > MOST_POINTED or one.refused or not may_point(one, own):
        return one
    return _each_named(clauses, number, clause, said, rules) or _pointing(one, clauses, number, clause, said, rules)


def _lent(clause: Clause, own: Clause, said: list[Said], rules: Grammar) -> Said:
    """What it comes to with a neighbour's verb; without, where the verb only adds to that, or repeats the neighbour's edit.

    (把前5秒剪掉，) 让音乐淡入 cuts no music; (推近到她的脸，) 增稳一下画面 zooms no more; 画面防抖，(还有10秒到15秒静音) mutes no more.
    """
    one = understand(clause, rules)
    if clause is own or one.refused:
        return one
    alone = understand(own, rules)
    if one.cancelled:  # (别用花里胡哨的、)不要超过45秒
        return alone if own.words[0] in "不别" and alone.ops == {"fit_duration"} else one
    if _asks_by_itself(alone, one, own, said, rules):
        return alone
    if not alone.ops or alone.questions:
        return one
    whole = alone.ops <= (_WHOLE | _SEEN if own.chinese else _WHOLE)
    if not one.ops:
        return alone if whole or alone.ops == {"filter"} else one  # "generate a thumbnail, video stabilisation on"
    again = bool(said) and one.ops <= said[-1].ops - _SHARED
    filled = one.ops == {"fade"} and alone.ops == {"music"} and all(o.parameters for o in alone.operations)
    other = alone.ops.isdisjoint(one.ops) and (again or filled or whole)  # "fade in, music at 20%"
    added = alone.ops < one.ops and (one.ops - alone.ops).isdisjoint(_FREE)
    own_way = {"fade", "transition"} if own.chinese else {"transition"}  # (统一音量，)开头淡入
    return alone if other or added or (alone.ops == one.ops and one.ops <= own_way) else one


def _asks_by_itself(alone: Said, one: Said, own: Clause, said: list[Said], rules: Grammar) -> bool:
    """Is it refused or a question without the neighbour's verb, which only hides that: "(rotate it and) extend the video to 2 minutes"?"""
    unsure = (*alone.questions, *(q for _, q in alone.lacking if one.ops == {"volume"}))  # (加字幕，)声音听着不舒服
    asked = any(q.why in rules.vague for q in unsure) and not own.has("{range}", "{first}", "{last}")
    listed = bool(said) and said[-1].ops == {"reorder"}  # "change the sequence: product shot first, then me"
    if asked and not (alone.refused and listed and not verbs_of(own, rules)):
        return True
    if alone.lacking and not alone.ops and told(own):
        return True  # "(add slow motion) and I hate the transitions"
    silent = one == Said(steps=one.steps) and (not alone.ops or bool(alone.questions))
    return silent and bool(alone.questions or alone.lacking)  # "(stabilize it,) fix the audio"


def _going_on(one: Said, clause: Clause, clauses: list[Clause], number: int, said: list[Said], rules: Grammar) -> Said:
    """Nothing was found in it: something to have besides, or something that nobody here knows?"""
    own = clauses[number]
    row = (
        number > 0 and own.opener in AND and not own.hard and not verbs_of(own, rules) and _BEING.isdisjoint(own.words)
    )
    strange = row and _unknown(own, clauses[number - 1], rules)
    taken = any(clause.sentence.labels(i) & _AWAY for i in range(clause.offset))
    if row and not strange and not taken and not one.lacking and said and said[-1].operations:
        other = understand(added(own), rules)
        one = other if other.ops & _ADDED and not other.questions else one
    kept = number > 0 and opens(clauses[number - 1], "<keep>") > 0
    heard = row and not one.ops and not kept and own.words[0] in _NAMING and own.has("<audio>")
    named = heard and _TOLD.isdisjoint(own.words)  # "remove the captions and the sound"
    if (strange or (named and not one.cancelled)) and not one.refused:
        one.questions.append(ask.unclear(own))
    return one


def _unknown(own: Clause, before: Clause, rules: Grammar) -> bool:
    """ "Remove the ums and the tangent about prices": does what is to be done go on to something nobody here knows?"""
    verbs = verbs_of(before, rules)
    if not verbs or not before.sentence.labels(verbs[0][0]) & (_AWAY | {"<add>"}):
        return False
    words = [t.low for t in own.tokens if t.kind == "word"]
    known = (any(n[0] in "<{#" for n in own.sentence.labels(i)) for i in own.places)
    strange = [t.low for t, named in zip(own.tokens, known, strict=True) if len(t.text) > 3 and not named]
    bare = before.sentence.tokens[verbs[0][0]].low in ("add", "remove", "delete") and words == strange  # "… and snow"
    return bool(words and strange) and (words[0] in _NAMING or bare) and _TOLD.isdisjoint(words)


def _heads(clauses: list[Clause], number: int) -> bool:
    """Does a colon follow, and more behind it?"""
    s = clauses[number].sentence
    return number + 1 < len(clauses) and s.text[s.tokens[-1].end :].lstrip()[:1] in (":", "：")


def _take_as_heading(one: Said, own: Clause, rules: Grammar) -> None:
    one.settle()  # "Clean it up: no ums, no pauses" says below what it means
    if all(own.sentence.ends(i, "<audio>") for i in own.places):
        one.operations.clear()  # "Sound levels: …"
    if not verbs_of(own, rules):
        one.operations = [o for o in one.operations if o.op != "broll"]  # "Screen recording: …"


def _each_named(clauses: list[Clause], number: int, clause: Clause, said: list[Said], rules: Grammar) -> Said | None:
    """ "…, drop both": the same for each of the times told before, with which nothing was done."""
    if any(s.operations for s in said[-2:]):
        return None
    every = [understand(reread, rules) for reread in several(clauses, number, clause)]
    if not every or not all(e.operations and not e.questions for e in every):
        return None
    for before in said[-2:]:
        before.questions.clear()
    return Said([o for e in every for o in e.operations], pointed=True)


def _pointing(one: Said, clauses: list[Clause], number: int, clause: Clause, said: list[Said], rules: Grammar) -> Said:
    """What it comes to with the pronoun read as the first thing named before that makes more of it."""
    for reread, label in resolved(clauses, number, clause):
        other = understand(reread, rules)
        if other.refused and label == "<burned>":
            return other
        back = brings_back(other.operations, said, clauses[number].words)
        if not back and fits_better(other, one, label, clauses[number]):
            other.pointed = True
            if label[0] == "{" and said and _only_told(said[-1], clauses[number - 1]):
                said[-1].operations.clear()
                said[-1].questions.clear()  # "0:10-0:18 is dead, remove it"
            return other
    return one


def _only_told(before: Said, clause: Clause) -> bool:
    """Was nothing asked for, or only told what is wrong there ("the first 4 seconds is me fumbling")?"""
    wrong = before.ops <= {"remove_bad_takes", "remove_fillers", "denoise_audio"}
    return not before.operations or (
        wrong and not {"is", "are", "was", "it's", "there's", "has"}.isdisjoint(clause.words)
    )
