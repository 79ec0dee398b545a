"""When to ask: limits nothing can be held to, parts nothing can be put in, clauses that want something nobody can read."""

from __future__ import annotations

from ugcflow.studio.language.clauses.aside import served
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.fact import complains, told
from ugcflow.studio.language.looks.describe import adjectives
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.backdrop import in_background
from ugcflow.studio.language.reading.beyond import doubt_beyond
from ugcflow.studio.language.reading.bound import doubt_bounds
from ugcflow.studio.language.reading.cutobject import doubt_cuts
from ugcflow.studio.language.reading.fill import Thing
from ugcflow.studio.language.reading.misplaced import doubt_places
from ugcflow.studio.language.reading.ofthing import of_a_thing
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.reading.undated import by_so_much, of_a_time, unplaced
from ugcflow.studio.language.reading.unmet import doubt_unmet
from ugcflow.studio.language.words.sentence import Sentence

_WHOLE = frozenset({"<filler>", "<bad_take>", "<music>", "<caption>", "<rest>"})
_LIMITED = frozenset({"trim_silence", "remove_fillers", "remove_bad_takes", "trim_range", "speed", "mute", "remove_captions", "zoom", "logo", "text_overlay"})  # fmt: skip
LEFT = 2
"""So many words unexplained in a clause, one of them unknown, are too many."""
_CUTS = frozenset({"trim_range", "trim_start", "trim_end", "fit_duration", "split", "speed", "mute", "normalize_audio"})
_DESCRIBED = frozenset({"sticker_emoji", "sound_effect", "broll", "replace_background", "insert_clip", "thumbnail", "text_overlay", "voiceover", "reorder", "undo", "credits", "status", "upload", "filter", "blur_background", "zoom", "merge_clips", "crop", "transition"})  # fmt: skip
"""What these are to be like is said in free words."""
_ANYTHING = frozenset({"<texty>", "<add>", "<make>", "<need>", "<use>", "<apply>", "<show>", "<fit>", "<keep>", "<with>", "<only>", "<source>", "<clip>", "<part>", "<horizontal>", "<picture>", "<audio>", "<t_at>", "<tail>", "<particle>", "<order>"})  # fmt: skip
_SERVING = frozenset({"fit_duration", "reframe", "export", "captions", "translate_captions", "merge_clips", "logo"})
"""Edits of the whole: what they are for changes nothing."""
_DETERMINED = frozenset({"the", "my", "all", "any", "every", "each"})
_ABOUT = frozenset({"at", "around", "about", "near", "@"})
_MOVED = frozenset({"<speedup>", "<slowdown>", "<zoom_>", "<mute_>", "<particle>", "<t_near>", "<tail>"})
_SOMEWHERE = frozenset({"speed", "mute", "zoom", "remove_captions"})
_SOME_PART = frozenset({"climax", "highlight", "highlights", "reveal", "chorus", "part", "parts", "bit", "bits", "section", "sections", "moment", "moments", "segment", "scene"})  # fmt: skip
_ADDING = frozenset({"logo", "music", "captions", "text_overlay", "sticker_emoji", "sound_effect", "voiceover", "transition", "broll", "insert_clip", "filter", "fade", "zoom", "thumbnail"})  # fmt: skip
_LETTERING = frozenset({"letters", "lettering", "font", "look", "style", "type", "box", "colored", "coloured", "typeface"})  # fmt: skip
_NAME = 4
"""Words of a thing that is only named."""
_OFFERING = frozenset({"drop", "throw", "pull", "clip"})
"""Verbs that put somewhere as well as take away: "drop a logo top left"."""


UNHEARD = frozenset({"trim_silence", "remove_fillers"})
"""Cuts that no word is lost by."""
_UNCUT = frozenset({"question", "questions", "answer", "answers", "joke", "jokes", "punchline", "punchlines", "laugh", "laughs", "laughter", "breath", "breaths", "breathing", "word", "words", "line", "lines", "sentence", "sentences", "voice", "speech", "rhythm", "cadence", "flow", "delivery"})  # fmt: skip
_SOME_PAUSE = frozenset({"pause", "pauses", "silence", "silences", "gap", "gaps", "beat", "beats", "before", "after", "between", "around", "where", "when"})  # fmt: skip


def uncut(words: list[str]) -> bool:
    """ "(Cut the pauses) but keep every joke": what is heard stays anyway where only silence goes; a pause beside it may not."""
    return not _UNCUT.isdisjoint(words) and _SOME_PAUSE.isdisjoint(words) and not any(w.isdigit() for w in words)


_APART = frozenset({"for", "in", "during", "over"})


def doubt_limits(
    said: Said, clause: Clause, used: set[int], extra: list[Thing], spent: set[int], verbs: frozenset[str]
) -> None:
    """A limit that no parameter holds ("except the pause before the price", "when I get excited") is asked about."""
    sentence = clause.sentence
    limited = [o for o in said.operations if o.op in _LIMITED and "start" not in o.parameters]
    limited = [] if complains(clause, {o.op for o in limited}) else limited
    for at in sentence.places("<except>", "<open_when>"):
        end = sentence.ends(at, "<except>") or sentence.ends(at, "<open_when>")
        spared = {n for i in range(end, len(sentence)) for n in sentence.labels(i)}
        if sentence.ends(at, "<except>") and end < len(sentence) and sentence.tokens[end].low in _APART:
            limited = limited or list(said.operations)  # "add captions but not in Spanish", "… but not for the song"
        elif _holds(said, sentence, at, spared):
            continue
        if said.ops <= UNHEARD and uncut([token.low for token in sentence.tokens[end:]]):
            used.update(range(at, len(sentence) - clause.tail))
            continue
        if (
            sentence.ends(at, "<except>")
            and sentence.tokens[at].kind == "word"
            and used.isdisjoint(range(at, end))
            and _dated(clause, end)
        ):
            limited = [o for o in said.operations if o.op in _LIMITED]  # the time is of what is spared
        if limited and end and at not in used and clause.own(at) and not any(t.kind == "text" for t in sentence.tokens):
            start, stop = sentence.span(at, len(sentence) - clause.tail)
            said.questions.append(ask.left_over(sentence.text, start, stop, limited[0].op))
            return
    if any(o.op in _NOT_AT_EDGES and "start" not in o.parameters for o in said.operations):
        edges = ("<t_end>", "<t_begin>")
        ends = [i for i in range(1, len(sentence)) if any(sentence.ends(i, n) for n in edges) and i not in used]
        if ends:
            span = sentence.span(ends[0], max(sentence.ends(ends[0], n) for n in edges))
            said.questions.append(ask.left_over(sentence.text, *span, said.operations[0].op))
            return
    if at := _moment(said, clause):
        said.questions.append(ask.left_over(sentence.text, *sentence.span(at - 1, at + 1), said.operations[0].op))
        return
    if any(o.op in _SOMEWHERE and "start" not in o.parameters for o in said.operations):
        parts = _parts(clause, used)
        if parts:
            span = sentence.span(parts[0], parts[0] + 1)
            said.questions.append(ask.left_over(sentence.text, *span, said.operations[0].op))
            return
    if at := _event(said, clause, used):
        said.questions.append(ask.left_over(sentence.text, *sentence.span(at, at + 1), said.operations[0].op))
        return
    doubt_places(said, clause, used, extra, spent)
    _turned_round(said, clause, used)
    by_so_much(said, clause)
    doubt_cuts(said, clause, used)
    of_a_time(said, clause, used)
    of_a_thing(said, clause)
    unplaced(said, clause, extra, spent)
    doubt_unmet(said, clause, extra, spent)
    doubt_bounds(said, clause, used)
    doubt_beyond(said, clause)
    _unexplained(said, clause, used, verbs)


def _holds(said: Said, sentence: Sentence, at: int, spared: set[str]) -> bool:
    """Is it no limit of these edits ("but leave the fillers in", "cut every time there is a pause")?"""
    whenever = sentence.ends(at, "<open_when>") > 0 or not any(o.op == "trim_silence" for o in said.operations)
    return bool(spared & _WHOLE) or ("<silence>" in spared and whenever)


def _parts(clause: Clause, used: set[int]) -> list[int]:
    """The tokens of parts nobody here knows: "the boring bits", but not "a bit"."""
    s = clause.sentence
    degrees = {i for at in clause.places for i in range(at + 1, s.ends(at, "#noise"))}  # "a little bit"
    unknown = (i for i in clause.places if s.tokens[i].low in _SOME_PART and i not in degrees)
    return sorted({*unknown, *(i for i in s.places("<some_part>") if clause.own(i) and i not in used)})


_NOT_AT_EDGES = frozenset({"speed", "mute", "volume", "remove_music", "remove_captions"})


def _dated(clause: Clause, at: int) -> bool:
    """Does a time stand behind `at`?"""
    s = clause.sentence
    return any(s.ends(i, n) for i in range(at, len(s)) for n in ("{instant}", "{range}", "{first}", "{last}"))


def _moment(said: Said, clause: Clause) -> int:
    """ "Mute around 40": the token of a figure that tells neither how long nor in which unit; 0 for none."""
    if not any(o.op == "mute" and "start" not in o.parameters for o in said.operations):
        return 0
    tokens = clause.sentence.tokens
    return next((i for i in clause.places[1:] if tokens[i].kind == "num" and tokens[i - 1].low in _ABOUT), 0)


def _turned_round(said: Said, clause: Clause, used: set[int]) -> None:
    """ "Remove the watermark logo in the corner": what adds is no answer to a verb that takes away."""
    s = clause.sentence
    for at in s.places("<remove>"):
        offered = s.tokens[at].low in _OFFERING and s.ends(at, "<remove>") == at + 1
        single = s.tokens[at].kind == "cjk" and s.ends(at, "<remove>") == at + 1  # 盖过去
        takes = not single and not offered and not s.labels(at) & {"<add>", "<clean>", "<make>"}
        named = clause.own(at) or len(clause.words) <= _NAME  # "(remove the captions) and the transitions"
        if takes and at not in used and named:
            after = s.ends(at, "<remove>") > at + 1 and s.tokens[at].kind == "cjk"  # 把贴纸去掉
            behind = [o for o in said.operations if o.op in _ADDING and (after or o.start > s.tokens[at].start)]
            if behind:
                said.operations = [o for o in said.operations if o not in behind]
                start, end = s.span(at, len(s) - clause.tail)
                said.questions.append(ask.unread(s.text, start, end))
            return


def _takes_away(clause: Clause, used: set[int]) -> bool:
    """ "Remove the cup from the background": not the background itself."""
    return any(clause.sentence.ends(i, "<remove>") for i in used)


def _headless(clause: Clause, strange: list[int], used: set[int], verbs: frozenset[str]) -> bool:
    """ "Jump to 30 seconds": an unknown word leads where the verb should be, and what was read has none."""
    s, at = clause.sentence, clause.offset
    while at < len(s) and s.ends(at, "#noise"):
        at = s.ends(at, "#noise")
    return at in strange and not any(s.labels(i) & verbs for i in used)


_RATES = frozenset({"pace", "tempo", "rhythm", "speed"})


def _event(said: Said, clause: Clause, used: set[int]) -> int:
    """ "Speed up the waiting", "zoom into the clicks": the token of an unknown thing that happens some time, which is not told."""
    s = clause.sentence
    loose = {o.op for o in said.operations if o.op in _SOMEWHERE and "start" not in o.parameters}
    for at in range(2, len(s) if loose else 0):
        word = s.tokens[at].low
        during = s.tokens[at - 2].low == "during"  # "hide captions during the demo"
        led = s.tokens[at - 1].low in _DETERMINED and word not in _RATES and (during or s.labels(at - 2) & _MOVED)
        happens = (
            during or "zoom" not in loose or word.endswith("ing") or (word.endswith("s") and not word.endswith("ss"))
        )
        last = at + 1 == len(s) or s.tokens[at + 1].low in ("by", "to", "at", "a", "please", ".", "!")
        known = {n for n in s.labels(at) if n[0] != "'"} - {"<correction>", "{mood}"}
        known -= {"<source>"} if during and "'@named_part" in s.labels(at) else set()
        rest = s.ends(at - 1, "<rest>") > at  # "speed up the rest"
        if led and happens and last and not known and not rest and clause.own(at) and at not in used:
            return at
    return 0


def _unexplained(said: Said, clause: Clause, used: set[int], verbs: frozenset[str]) -> None:
    """Words that matter and that no operation found in the clause explains: told as a fact it asks for nothing, else it is asked about."""
    sentence, ops = clause.sentence, {o.op for o in said.operations}
    if said.operations and all({"start", "end"} <= o.parameters.keys() for o in said.operations):
        return  # "speed the assembly from 1:00 to 4:00 up": what is seen there needs no reading
    described = ops & _DESCRIBED and not (ops == {"replace_background"} and _takes_away(clause, used))
    if not said.operations or said.questions or described:
        return
    told_of = used | adjectives(sentence, used)
    left = [i for i in range(len(sentence)) if i not in told_of and _matters(clause, i)]
    if ops <= _SERVING:
        left = [i for i in left if i < served(sentence)]
    if ops == {"replace_background"}:
        left = in_background(clause, left, used)
    strange = [i for i in left if not any(n[0] == "<" for n in sentence.labels(i))]
    headless = ops == {"replace_background"} or (bool(ops & _CUTS) and _headless(clause, strange, used, verbs))
    if (len(left) < LEFT and not headless) or not strange:
        return
    if told(clause):
        if not any(t.low == "too" for t in sentence.tokens):
            said.operations.clear()
        return
    if ops == {"replace_background"}:
        said.operations.clear()
    start, end = sentence.span(left[0], left[-1] + 1)
    said.questions.append(ask.unread(sentence.text, start, end))


def _matters(clause: Clause, at: int) -> bool:
    """Is the word at `at` a word of its own: no small word, no part of a time, a place or a file, no verb that fits everything?"""
    sentence = clause.sentence
    token, labels = sentence.tokens[at], sentence.labels(at)
    if (
        not clause.own(at)
        or token.kind != "word"
        or token.low == "and"
        or labels & _ANYTHING
        or token.low in _LETTERING
    ):
        return False
    if len(token.key) <= 3 and not any(n[0] == "<" for n in labels):
        return False
    return not any(
        stop > at and (n in ("#noise", "<rest>") or n[0] == "{")
        for i in range(max(0, at - 8), at + 1)
        for n, stop, _ in sentence.arcs[i]
    )
