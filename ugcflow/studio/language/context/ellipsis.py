"""What a clause leaves out: "remove the ums and the pauses", 口误和停顿都去掉 — the verb stands with a neighbour."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import AND, Clause, opens, piece, verbs_of, with_verb
from ugcflow.studio.language.clauses.fact import told
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.language.words.token import Token

_TAKING_AWAY = frozenset({"<remove>", "<cut>", "<drop>", "<leap>", "<mute_>", "<lower>"})
_UNWANTED = ("<silence>", "<filler>", "<bad_take>", "<noise_>", "<bars>", "<shake>", "{first}", "{last}", "{range}", "{duration}")  # fmt: skip
_SHOWN = frozenset({"<text>", "<caption>", "<logo>", "<sticker>"})
_MORE = ("also", "and also", "plus", "and", "same with", "oh and")
"""What goes on with the sentence before: "Lose the ums. Also the long gaps."."""
FARTHEST = 12
"""Clauses to look back or ahead for a verb; nobody writes a longer row."""


def carried(clauses: list[Clause], number: int, rules: Grammar, said: list[Said]) -> Clause:
    """The clause, with a neighbour's verb where it has none of its own and only names a thing."""
    clause = clauses[number]
    spared = min((i for i in clause.sentence.places("<except>") if i > clause.offset), default=len(clause.sentence))
    if any(at < spared for at, _ in verbs_of(clause, rules)) or opens(clause, "<except>"):
        return clause  # in "(cut the ums) and gaps but keep the music" it has none
    if (clause.hard and clause.opener not in _MORE) or clause.words[:1] in (["把"], ["将"], ["forget"], ["still"]):
        return _from_behind(clauses, number, rules)
    if _whole(clause) or _unwanted_stretch(clause, clause.sentence) or _strange_verb(clause):
        return clause
    over = False
    for before in range(number - 1, max(-1, number - 1 - FARTHEST), -1):
        if verbs := verbs_of(clauses[before], rules):
            verb = _leading(clauses[before], verbs)
            if over and clauses[before].sentence.labels(verb[0]) & _TAKING_AWAY:
                return clause  # "remove the last 20 seconds, black and white and bgm": the row of what goes is over
            if _but_only(clauses[before : number + 1]):
                return clause
            late = _from_behind(clauses, number, rules)
            if late is not clause and (_unwanted(clause, clauses[before], verb[0]) or _both(clauses, number)):
                return late
            return _with_verb_of(clauses[before], clause, *verb) if _may_take(clause, clauses[before], verb[0], said) else clause  # fmt: skip
        over = over or clauses[before].has("{filter}", "{factor}")
        if clauses[before].hard:
            break
    return _from_behind(clauses, number, rules)


def _but_only(clauses: list[Clause]) -> bool:
    """ "No music, just captions and a logo": the denial ends where the row of what is wanted begins."""
    denied = opens(clauses[0], "<no>") or opens(clauses[0], "<dont>")
    return bool(denied) and any(opens(c, "<only>") for c in clauses[1:])


def _whole(clause: Clause) -> bool:
    """Does it need no verb: "my clip has black borders", "only the first 20 seconds", "between 0:30 and 0:33 I stumble"?"""
    is_so = told(clause) and (not _BEING.isdisjoint(clause.words[1:]) or clause.words[0] in _ITS)
    only = opens(clause, "<only>") and clause.sentence.places("{first}", "{last}", "{range}")
    too_long = clause.chinese and any(w in "".join(clause.words) for w in _TOO)
    return bool(is_so or only or too_long or _tells_when(clause))


_DETERMINED = frozenset({"the", "my", "our", "his", "her", "their", "this", "that", "these", "those", "every", "all"})


def _strange_verb(clause: Clause) -> bool:
    """ "(Add zooms,) inpaint the logo": what is to be done is a word nobody here knows."""
    s, at = clause.sentence, clause.offset
    if clause.tokens[0].kind != "word" or len(clause.tokens) < 3 or len(clause.tokens[0].text) < 4:
        return False
    return not s.labels(at) and clause.words[1] in _DETERMINED


def _with_verb_of(source: Clause, clause: Clause, begin: int, end: int) -> Clause:
    begin = _denial(source.sentence, begin) if clause.opener in AND else begin
    end = _added(source, clause, begin) or end
    end = _with_sound(source, clause, begin) or _with_particle(source, clause, end)
    return with_verb(clause, piece(source.sentence, begin, end))


def _tells_when(clause: Clause) -> bool:
    """Does it begin with a time, and go on with who does something then?"""
    s = clause.sentence
    end = max(s.ends(clause.offset, n) for n in ("{range}", "{instant}"))
    return 0 < end < len(s) and s.tokens[end].low in _PEOPLE


_TOO = ("多了", "少了", "多出", "太", "有点", "不够")
_ITS = frozenset({"been", "it's", "it’s", "that's", "that’s", "there's", "there’s"})
_PEOPLE = frozenset({"i", "we", "he", "she", "they", "my", "someone", "somebody", "there's"})


def _denial(s: Sentence, verb: int) -> int:
    """Where "don't add" begins; the verb itself where nothing denies it."""
    return next((i for i in range(max(0, verb - 2), verb) if s.ends(i, "<dont>") or s.tokens[i].low == "without"), verb)


def _both(clauses: list[Clause], number: int) -> bool:
    """ "(放品牌标，) 亮度和对比度都提高": the verb behind is that of both."""
    behind = clauses[number + 1] if number + 1 < len(clauses) else None
    return behind is not None and behind.opener in AND and "都" in behind.words


def _unwanted(clause: Clause, source: Clause, verb: int) -> bool:
    """ "setz das Logo nach oben und Versprecher und Pausen rausnehmen": what nobody wants is not added."""
    return bool(clause.sentence.places(*_UNWANTED[:6])) and not source.sentence.labels(verb) & _TAKING_AWAY


def added(clause: Clause) -> Clause:
    """A clause without a verb of its own as if it began with "add": "turn this into a Reel with captions and a hook at the start"."""
    token = Token("add", "add", "add", "word", 0, 0, None, True)
    verb = Sentence(clause.sentence.text, [token], clause.sentence.lexicon)
    verb.lay([[("<add>", 1, None)]])
    return with_verb(clause, verb)


def _leading(source: Clause, verbs: list[tuple[int, int]]) -> tuple[int, int]:
    """The verb that says what to do: "remove" in "I want to remove the first 30 seconds"."""
    wishing = ("want", "need", "wants", "needs", "like", "have")
    tokens = source.sentence.tokens
    if tokens[verbs[0][0]].low in ("use", "using"):  # "use the trim tool to remove …"
        return next((v for v in verbs[1:] if tokens[v[0] - 1].low == "to"), verbs[0])
    return next((v for v in verbs if tokens[v[0]].low not in wishing), verbs[0])


def _added(source: Clause, clause: Clause, verb: int) -> int:
    """ "加大字幕和背景音乐": bigger captions, and music that is added. The end of the verb that adds, 0 for another."""
    sized = "<raise>" in source.sentence.labels(verb) and source.sentence.places("<caption>")
    ends = [stop for n, stop, _ in source.sentence.arcs[verb] if n == "<add>"]
    return min(ends, default=0) if sized and clause.sentence.places("<music>") else 0


def _with_sound(source: Clause, clause: Clause, verb: int) -> int:
    """ "Fade the music in and out": what fades goes on, unless the clause names its own. The end of it, 0 for none."""
    place = source.sentence.skip(verb + 1, "#noise")
    if "<fade_>" not in source.sentence.labels(verb) or clause.sentence.places("<music>", "<audio>", "<picture>"):
        return 0
    return source.sentence.ends(place, "<music>") or source.sentence.ends(place, "<audio>")


def _with_particle(source: Clause, clause: Clause, end: int) -> int:
    if clause.words[:1] in (["in"], ["out"]):
        return end  # "fade in and out": its own
    s = source.sentence
    while end < len(s) and (s.ends(end, "<particle>") or s.tokens[end].low in ("everything", "anything")):
        end += 1
    return end


def _may_take(clause: Clause, source: Clause, verb: int, said: list[Said]) -> bool:
    """A verb that takes away goes on to what nobody wants (pauses, noise); to captions or music only where "and" joins them to such."""
    led = source.sentence.labels(verb)
    if "<zoom_>" in led and clause.has("{mood}", "<music>", "<voiceover>", "{place}"):
        return False  # "zoom in slowly, gentle strings in the background", "punch in at 0:05, logo top right"
    if led & {"<speedup>", "<slowdown>"} and clause.has("{mood}"):
        return False  # "speed it up, jazz track"
    if led & _TO_ITSELF or (led & {"<remove>", "<lower>", "<raise>"} and any(t.text in "→>" for t in clause.tokens)):
        return False  # "crop out the bars, and subtitles -> fr"
    if "<export_>" in led and (opens(clause, "<no>") or opens(clause, "<dont>")):
        return False  # 导出为1080p，不要字幕: the export stays
    if "<keep>" in led and clause.words[-1] in ("off", "out", "away"):
        return False  # "keep 0:10 to 0:20, audio off"
    if "<fit>" in led and clause.has("{first}", "{last}") and clause.chinese:
        return False  # 压到30秒以内，最后1秒画面渐黑
    if not led & _TAKING_AWAY:
        return True
    labels = {n for i in range(len(clause.sentence)) for n in clause.sentence.labels(i)}
    if labels & {"{factor}", "<mute_>"}:
        return False  # "take out the music and 1.5x the packing bit from 4s to 12s"
    if source.sentence.ends(verb, "<no>") and labels & set(_UNWANTED) == {"{duration}"}:
        return False  # "no dead air, 15 seconds" is a length to cut to
    if source.sentence.tokens[verb].key == "mut" and labels & _SHOWN and labels.isdisjoint(_UNWANTED[:6]):
        return False  # "0:10-0:12 mute, last 3s logo"
    return not labels.isdisjoint(_UNWANTED) or _goes_too(clause, source, verb, labels, said)


def _goes_too(clause: Clause, source: Clause, verb: int, labels: set[str], said: list[Said]) -> bool:
    """Does what may be wanted go with what is taken away?"""
    joined = (
        clause.opener in AND and clause.opener != "plus" and not source.has("{percent}", "{db}")
    )  # "(remove the pauses) plus captions" takes none off
    shown = any(source.sentence.labels(i) & _SHOWN for i in range(verb, len(source.sentence)))
    if joined and shown and "<logo>" in labels:
        return True  # 去掉文字/水印
    words = clause.words[: clause.words.index("but")] if "but" in clause.words else clause.words
    words = [w for w in words if w not in ("too", "also")]  # "(take the captions off), the music too"
    if joined and not clause.hard and _removes(source.sentence, verb) and not labels & _DESCRIBED:
        return len(words) <= LONGEST_NAME  # "(remove bad takes) and captions"
    if joined and said and said[-1].ops & {"remove_music", "remove_captions"}:
        return True  # "(cut the ums) and the music"
    return words[:1] in _THERE and len(words) <= (LONGEST_NAME if joined else 2)


def _removes(s: Sentence, verb: int) -> bool:
    out = verb + 1 < len(s) and s.tokens[verb + 1].low in ("out", "away", "off")
    lowers = s.tokens[verb].kind == "cjk" and "<lower>" in s.labels(verb)  # 降低亮度和饱和度
    return out or lowers or s.tokens[verb].low in _REMOVING


_BEING = frozenset({"is", "are", "was", "were", "has", "have", "had", "looks", "look", "sounds", "sound", "feels", "keeps", "isn't", "aren't", "covers", "cover", "hides", "blocks", "overlaps"})  # fmt: skip
_TO_ITSELF = frozenset({"<multiply>", "<tint_>"})
"""Verbs that say all of an edit: "double the speed, and bgm please"."""
_REMOVING = frozenset({"去", "删", "关", "移", "剔", "清", "不", "无", "别", "remove", "delete", "get", "erase", "eliminate", "ditch", "lose", "strip", "kill", "drop", "scrap", "discard", "removing", "deleting", "no"})  # fmt: skip
"""These leave nothing; what is cut or trimmed gets shorter, and captions besides may be wanted."""
_DESCRIBED = frozenset(
    {"{filter}", "{look}", "{mood}", "{style}", "{color}", "{text}", "{percent}", "{language}", "{sound}", "{place}"}
)
_THERE = (["the"], ["all"], ["any"], ["that"], ["those"], ["every"])
"""Before what is there already."""
LONGEST_NAME = 4
"""Words of a thing that is only named."""


def _from_behind(clauses: list[Clause], number: int, rules: Grammar) -> Clause:
    """The verb stands in the last of the row: "Pausen, Versprecher und Rauschen entfernen"."""
    for after in range(number + 1, min(len(clauses), number + 1 + FARTHEST)):
        clause = clauses[after]
        verbs = _unwanted_stretch(clauses[number], clause.sentence) or verbs_of(clause, rules)
        if clause.hard or clause.opener not in (AND if verbs else (*AND, ",")):
            break
        if verbs:
            begin, end = verbs[0]
            noun = begin > 0 and clause.sentence.tokens[begin - 1].low in ("a", "an", "the")  # "captions and a zoom in"
            late = (
                begin > 0 and not noun and any(n[0] in "<'" or n in _UNWANTED[6:9] for n in clause.sentence.labels(0))
            )
            verb = piece(clause.sentence, begin, end)
            return with_verb(clauses[number], verb, before=False) if late else clauses[number]
    return clauses[number]


def _unwanted_stretch(clause: Clause, s: Sentence) -> list[tuple[int, int]]:
    """开头3秒和结尾4秒都不要, 字幕和音乐都不要: what denies both stands behind the second."""
    kind = next((k for k in (_SPANS, _LAID) if clause.has(*k)), ()) if clause.tokens[-1].kind == "cjk" else ()
    ends = ((i, s.ends(i, "<no>")) for i in s.places("<no>") if i and kind and s.places(*kind))
    return [(i, e) for i, e in ends if s.skip(e, "#noise") == len(s)]


_SPANS = ("{first}", "{last}", "{range}")
_LAID = ("<caption>", "<music>", "<logo>", "<text>", "<transition>", "<sticker>", "<effect>", "<voiceover>")
