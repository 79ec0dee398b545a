"""What a clause leaves out: "remove the ums and the pauses", 口误和停顿都去掉 — the verb stands with a neighbour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import AND, Clause, opens, piece, verbs_of, with_verb
from ugcflow.studio.language.clauses.fact import told
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.language.words.token import Token

if TYPE_CHECKING:
    from ugcflow.studio.language.reading.said import Said

_TAKING_AWAY = frozenset({"<remove>", "<cut>", "<drop>", "<mute_>", "<lower>"})
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
    if _tells_when(clause):
        return clause  # "(… mute that, and) between 0:30 and 0:33 I stumble"
    if (told(clause) and (not _BEING.isdisjoint(clause.words[1:]) or clause.words[0] in _ITS)) or (
        opens(clause, "<only>") and clause.sentence.places("{first}", "{last}", "{range}")
    ):
        return clause  # "my clip has black borders", "only the first 20 seconds"
    for before in range(number - 1, max(-1, number - 1 - FARTHEST), -1):
        if verbs := verbs_of(clauses[before], rules):
            begin, end = _leading(clauses[before], verbs)
            if (late := _from_behind(clauses, number, rules)) is not clause and _unwanted(
                clause, clauses[before], begin
            ):
                return late
            if _may_take(clause, clauses[before], begin, said):
                source = clauses[before]
                begin = _denial(source.sentence, begin) if clause.opener in AND else begin
                end = _added(source, clause, begin) or end
                return with_verb(
                    clause,
                    piece(
                        source.sentence,
                        begin,
                        _with_sound(source, clause, begin) or _with_particle(source, clause, end),
                    ),
                )
            return clause
        if clauses[before].hard:
            break
    return _from_behind(clauses, number, rules)


def _tells_when(clause: Clause) -> bool:
    """Does it begin with a time, and go on with who does something then?"""
    s = clause.sentence
    end = max(s.ends(clause.offset, n) for n in ("{range}", "{instant}"))
    return 0 < end < len(s) and s.tokens[end].low in _PEOPLE


_ITS = frozenset({"been", "it's", "it’s", "that's", "that’s", "there's", "there’s"})
_PEOPLE = frozenset({"i", "we", "he", "she", "they", "my", "someone", "somebody", "there's"})


def _denial(s: Sentence, verb: int) -> int:
    """Where "don't add" begins; the verb itself where nothing denies it."""
    return next((i for i in range(max(0, verb - 2), verb) if s.ends(i, "<dont>") or s.tokens[i].low == "without"), verb)


def _unwanted(clause: Clause, source: Clause, verb: int) -> bool:
    """ "setz das Logo nach oben und Versprecher und Pausen rausnehmen": what nobody wants is not added."""
    labels = {n for i in range(len(clause.sentence)) for n in clause.sentence.labels(i)}
    return bool(labels & set(_UNWANTED[:6])) and not source.sentence.labels(verb) & _TAKING_AWAY


def added(clause: Clause) -> Clause:
    """A clause without a verb of its own as if it began with "add": "turn this into a Reel with captions and a hook at the start"."""
    verb = Sentence(
        clause.sentence.text, [Token("add", "add", "add", "word", 0, 0, None, True)], clause.sentence.lexicon
    )
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
    sized = source.sentence.labels(verb) & {"<raise>"} and any(
        "<caption>" in source.sentence.labels(i) for i in range(len(source.sentence))
    )
    heard = any("<music>" in clause.sentence.labels(i) for i in range(len(clause.sentence)))
    ends = [stop for n, stop, _ in source.sentence.arcs[verb] if n == "<add>"]
    return min(ends, default=0) if sized and heard else 0


def _with_sound(source: Clause, clause: Clause, verb: int) -> int:
    """ "Fade the music in and out": what fades goes on, unless the clause names its own. The end of it, 0 for none."""
    own = {n for i in range(len(clause.sentence)) for n in clause.sentence.labels(i)}
    place = source.sentence.skip(verb + 1, "#noise")
    if "<fade_>" not in source.sentence.labels(verb) or own & {"<music>", "<audio>", "<picture>"}:
        return 0
    return source.sentence.ends(place, "<music>") or source.sentence.ends(place, "<audio>")


def fading(said: list[Said], one: Said, clauses: list[Clause], number: int) -> None:
    """ "Add music with a fade out at the end": the fade is of the music; "a 1 second fade in and out": both take as long."""
    clause = clauses[number]
    if number and not one.operations:
        _fades_there(said, one, clause, clauses[number - 1])
    before = said[-1].operations[-1] if said and said[-1].operations and not clause.hard else None
    if before is not None and before.op == "fade" and not one.operations and clause.words in (["in"], ["out"]):
        one.operations.append(replace(before, parameters=before.parameters | {"dir": clause.words[0]}))
        one.questions.clear()  # "make the music fade in and out"
        return
    fade = one.operations[0] if [o.op for o in one.operations] == ["fade"] else None
    if before is None or fade is None:
        return
    alike = before.parameters == {"dir": fade.parameters.get("dir")} and "target" not in fade.parameters
    if before.op == "fade" and alike and clause.opener in AND:
        said[-1].operations[-1] = replace(before, parameters=fade.parameters)  # "start from black and come up over 1 s"
        one.operations.clear()
        return
    laid = "music" in (before.op, before.parameters.get("target")) and clause.words[:1] in (["with"], ["fading"])
    shared: dict[str, object] = {"target": "music"} if laid else {}
    if before.op == "fade" and clause.words in (["in"], ["out"]) and clause.opener in AND:
        shared = {k: v for k, v in before.parameters.items() if k in ("seconds", "target")}
    one.operations[0] = replace(fade, parameters=shared | fade.parameters)
    if before.op == "fade" and clause.words[:1] in (["in"], ["out"]) and clause.opener in AND:
        lasts = {k: v for k, v in fade.parameters.items() if k in ("seconds", "target")}
        said[-1].operations[-1] = replace(before, parameters=lasts | before.parameters)


_SUDDEN = frozenset({"abrupt", "abruptly", "sudden", "suddenly", "jarring", "harsh", "hard", "quickly", "fast"})


def _fades_there(said: list[Said], one: Said, clause: Clause, before: Clause) -> None:
    """ "It ends abruptly, add a fade", "no sudden start, fade it": the edge that is complained of tells which."""
    s, small = clause.sentence, {"it", "that", "please", "pls", "just", "a", "with", "there", "put", "add", "use"}
    at = next((i for i in clause.places if s.ends(i, "<fade_>")), -1)
    edges = [w for w in before.words if w.startswith(("end", "start", "begin", "open"))]
    if (
        at < 0
        or len(edges) != 1
        or _SUDDEN.isdisjoint(before.words)
        or not {s.tokens[i].low for i in clause.places if i != at} <= small
    ):
        return
    begin, end = s.span(clause.offset, len(s) - clause.tail)
    way = {"dir": "out" if edges[0].startswith("end") else "in"}
    one.operations.append(Operation("fade", way, s.text[begin:end], begin, end))
    one.questions.clear()
    if said:
        said[-1].questions.clear()
        said[-1].lacking.clear()


def _with_particle(source: Clause, clause: Clause, end: int) -> int:
    if clause.words[:1] in (["in"], ["out"]):
        return end  # "fade in and out": its own
    s = source.sentence
    while end < len(s) and (s.ends(end, "<particle>") or s.tokens[end].low in ("everything", "anything")):
        end += 1
    return end


def _may_take(clause: Clause, source: Clause, verb: int, said: list[Said]) -> bool:
    """A verb that takes away goes on to what nobody wants (pauses, noise); to captions or music only where "and" joins them to such."""
    named = any(clause.sentence.labels(i) & {"{mood}", "<music>", "<voiceover>", "{place}"} for i in clause.places)
    if named and "<zoom_>" in source.sentence.labels(verb):
        return False  # "zoom in slowly, gentle strings in the background", "punch in at 0:05, logo top right"
    led = source.sentence.labels(verb)
    if led & _TO_ITSELF or (led & {"<remove>", "<lower>", "<raise>"} and any(t.text in "→>" for t in clause.tokens)):
        return False  # "crop out the bars, and subtitles -> fr"
    if not source.sentence.labels(verb) & _TAKING_AWAY:
        return True
    labels = {n for i in range(len(clause.sentence)) for n in clause.sentence.labels(i)}
    if source.sentence.ends(verb, "<no>") and labels & set(_UNWANTED) == {"{duration}"}:
        return False  # "no dead air, 15 seconds" is a length to cut to
    if source.sentence.tokens[verb].key == "mut" and labels & _SHOWN and not labels & set(_UNWANTED[:6]):
        return False  # "0:10-0:12 mute, last 3s logo"
    if any(clause.sentence.labels(i) & set(_UNWANTED) for i in range(len(clause.sentence))):
        return True
    if (
        labels & {"<logo>"}
        and clause.opener in AND
        and any(source.sentence.labels(i) & _SHOWN for i in range(verb, len(source.sentence)))
    ):
        return True  # 去掉文字/水印
    removed = any(o.op in ("remove_music", "remove_captions") for s in said[-1:] for o in s.operations)
    words = clause.words[: clause.words.index("but")] if "but" in clause.words else clause.words
    words = [w for w in words if w not in ("too", "also")]  # "(take the captions off), the music too"
    there = words[:1] in _THERE and len(words) <= (LONGEST_NAME if clause.opener in AND else 2)
    if clause.opener in AND and not clause.hard and _removes(source.sentence, verb) and not labels & _DESCRIBED:
        return len(words) <= LONGEST_NAME  # "(remove bad takes) and captions"
    return there or (removed and clause.opener in AND)  # "(cut the ums) and the music"


def _removes(s: Sentence, verb: int) -> bool:
    out = verb + 1 < len(s) and s.tokens[verb + 1].low in ("out", "away")
    return out or s.tokens[verb].low in _REMOVING


_BEING = frozenset({"is", "are", "was", "were", "has", "have", "had", "looks", "look", "sounds", "sound", "feels", "keeps", "isn't", "aren't", "covers", "cover", "hides", "blocks", "overlaps"})  # fmt: skip
_TO_ITSELF = frozenset({"<multiply>", "<tint_>"})
"""Verbs that say all of an edit: "double the speed, and bgm please"."""
_REMOVING = frozenset({"去", "删", "移", "剔", "清", "不", "无", "别", "remove", "delete", "get", "erase", "eliminate", "ditch", "lose", "strip", "kill", "drop", "scrap", "discard", "removing", "deleting", "no"})  # fmt: skip
"""These leave nothing; what is cut or trimmed gets shorter, and captions besides may be wanted."""
_DESCRIBED = frozenset({"{mood}", "{style}", "{text}", "{percent}", "{language}", "{sound}", "{place}"})
_THERE = (["the"], ["all"], ["any"], ["that"], ["those"], ["every"])
"""Before what is there already."""
LONGEST_NAME = 4
"""Words of a thing that is only named."""


def _from_behind(clauses: list[Clause], number: int, rules: Grammar) -> Clause:
    """The verb stands in the last of the row: "Pausen, Versprecher und Rauschen entfernen"."""
    for after in range(number + 1, min(len(clauses), number + 1 + FARTHEST)):
        clause = clauses[after]
        verbs = verbs_of(clause, rules) or _unwanted_stretch(clauses[number], clause.sentence)
        if clause.hard or clause.opener not in (AND if verbs else (*AND, ",")):
            break
        if verbs:
            begin, end = verbs[0]
            late = begin > 0 and any(
                n[0] in "<'" or n in ("{range}", "{first}", "{last}") for n in clause.sentence.labels(0)
            )
            return (
                with_verb(clauses[number], piece(clause.sentence, begin, end), before=False)
                if late
                else clauses[number]
            )
    return clauses[number]


def _unwanted_stretch(clause: Clause, s: Sentence) -> list[tuple[int, int]]:
    """开头3秒和结尾4秒都不要: what denies both stretches stands behind the second."""
    timed = clause.tokens[-1].kind == "cjk" and clause.sentence.places("{first}", "{last}", "{range}")
    ends = ((i, s.ends(i, "<no>")) for i in s.places("<no>") if i and timed)
    return [(i, e) for i, e in ends if s.skip(e, "#noise") == len(s) and s.places("{first}", "{last}", "{range}")]
