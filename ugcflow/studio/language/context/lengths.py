"""A length told behind something else than the film: of the part just named, of the footage as it is, of a song, of the slot that the film is for."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import AND, Clause
from ugcflow.studio.language.clauses.fact import told
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import plain
from ugcflow.studio.language.reading.said import Said

_CUTS = frozenset({"trim_start", "trim_end", "trim_range", "fit_duration"})
_SHOWN = frozenset({"<text>", "<logo>", "<fade_>", "<transition>", "<caption>", "<sticker>", "<zoom_>", "{role}"})
_OF_ITS_OWN = frozenset({"<music>", "<logo>", "<text>", "<caption>", "<fade_>", "<transition>", "<zoom_>"})
_PARTS = frozenset({"outro", "intro", "song", "track", "logo", "hook", "ending", "opening"})
_SOUNDS = (".mp3", ".wav", ".m4a", ".aac", ".flac", ".ogg")
_EDGES = {"trim_start": ("start", "beginning", "intro", "opening"), "trim_end": ("end", "ending", "outro")}
_ASKED = ("trim_start trim_range", "trim_end trim_range")
_FILMED = frozenset({"recorded", "filmed", "shot", "have", "got", "has"})
_ROUGHLY = frozenset({"long", "about", "around", "roughly", "approximately", "some", "ca", "circa"})
_ASKED_FOR = frozenset({"max", "maximum", "under", "less", "limit", "most", "tops", "only", "please", "pls", "ad", "spot", "version", "cut", "edit", "total", "overall", "altogether", "all", "within", "below"})  # fmt: skip
_PRESENTING = frozenset({"here's", "heres", "here’s", "here", "attached", "this", "that's"})
_SLOTS = frozenset({"slot", "spot", "limit", "max", "maximum", "placement", "allows", "allow", "allowed", "cap", "caps", "window", "brief", "takes", "length", "most", "break", "pre-roll", "preroll", "says", "wants", "asked", "pays", "pay", "paid", "booked", "bought", "airtime"})  # fmt: skip
_POINTING = frozenset({"that", "this", "match", "fit"})
_FARTHEST = 2


def measure_what(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Give a length to what it is said of; where that has none to take, it is a question."""
    clause, first = clauses[number], clauses[number - 1]
    if one.only("fit_duration"):
        if _goes_on(clause, first):
            one.clear()
        _how_much(one, clause, first, said[-1])
        _of_the_footage(one, clause, first, said[-1])
    if (
        one.operations
        and one.ops <= _CUTS
        and (_enough(one, clause, first) or _not_of_the_film(clause, first) or _of_the_sound(one, clause, said[-1]))
    ):
        one.clear()
        one.questions.append(ask.unclear(clause))
    if not one.operations:
        _brought_down(one, clauses, number, said)


def _enough(one: Said, clause: Clause, before: Clause) -> bool:
    """ "The fade is too long, half a second is enough": the length is of what was complained of."""
    short = "enough" in clause.words and before.has(*_SHOWN)
    part = before.has("<t_begin>", "<t_end>") or "where" in before.words
    of_an_edge = clause.opener in ("(", "（") and part  # "the intro (5 s) should go", "the bit where I cough (at 3:20)"
    return one.only("fit_duration") and (short or of_an_edge)


def _how_much(one: Said, clause: Clause, first: Clause, before: Said) -> None:
    """ "Cut the boring start (about 4 seconds)": the answer to "how much of the start?" stands behind."""
    asked = any(ops in _ASKED for ops, _ in before.lacking) and clause.opener == "," and not clause.hard
    wished = clause.has("<fit>", "<make>", "<keep>", "<cut>") or not _ASKED_FOR.isdisjoint(clause.words)
    set_off = (asked and not wished) or clause.opener in ("(", "（")
    edge = next((op for op, words in _EDGES.items() if not set(words).isdisjoint(first.words)), "")
    if edge and set_off and one.operations and first.has("<cut>", "<remove>") and not before.operations:
        one.operations[0] = replace(one.operations[0], op=edge)
        before.settle()


def _of_the_footage(one: Said, clause: Clause, first: Clause, before: Said) -> None:
    """ "I have a talking head video, about six minutes": how long that is, and no wish."""
    shown = first.words[0] in _PRESENTING and not clause.has("<cut>", "<keep>")
    bare = one.only("fit_duration") and (shown or not _ROUGHLY.isdisjoint(clause.words)) and not before.operations
    told = first.has("<source>") or not _FILMED.isdisjoint(first.words)
    text = clause.sentence.text.rstrip(" .!?").lower()
    wished = not _ASKED_FOR.isdisjoint((*clause.words, *first.words)) or text.endswith(("please", "pls", "plz"))
    if bare and (told or shown) and not wished and not clause.sentence.places("<fit>", "<make>"):
        one.operations.clear()
        before.questions.clear()


def _goes_on(clause: Clause, before: Clause) -> bool:
    """ "The file is 2 GB and 10 minutes": a fact, and more of it."""
    s = clause.sentence
    bare = all(s.tokens[i].kind == "num" or s.ends(i, "{duration}") or s.ends(i - 1, "{duration}") for i in clause.places)  # fmt: skip
    return bare and clause.opener in AND and told(before) and not {"is", "are", "runs"}.isdisjoint(before.words)


def _not_of_the_film(clause: Clause, before: Clause) -> bool:
    """Is it of a song, or of what is laid on the film ("the song is 2 minutes long, use the first 30 seconds of it")?"""
    if clause.sentence.lexicon.language != "en":
        return False
    ranged = (clause.words[0] == "from" or clause.offset > 0) and not clause.hard
    if ranged and any(t.kind == "file" and t.low.endswith(_SOUNDS) for t in before.tokens):
        return True  # "the chorus of song.mp3, from 0:40 to 1:00"
    if clause.opener in (":", "：") and len(before.words) == 1 and before.sentence.labels(0) & _OF_ITS_OWN:
        return True  # "fades: 0.5s"
    if "it" not in clause.words or not told(before) or not before.has("{duration}", "{instant}"):
        return False
    subject = before.places[: 2 + (before.words[0] in ("the", "my", "our"))]
    named = any(before.sentence.labels(i) & _OF_ITS_OWN for i in subject) or not _PARTS.isdisjoint(before.words[:3])
    return named and not {"is", "are", "starts", "lasts"}.isdisjoint(before.words[1:4])


def _of_the_sound(one: Said, clause: Clause, before: Said) -> bool:
    """ "Add lofi music, it starts at 0:05": when that is to begin, which no parameter takes, and nothing is cut off for it."""
    sounds = before.last is not None and before.last.op in ("music", "sound_effect", "voiceover")
    return (
        sounds
        and one.only("trim_start")
        and not clause.hard
        and clause.has("<start_>")
        and not clause.has("<clip>", "<source>")
    )


def _brought_down(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """ "Our slot is 15 seconds, get it down to that": how long it may be was told before."""
    clause = clauses[number]
    words, s = clause.words, clause.sentence
    pointed = words[-2:] == ["it", "fit"] or any(a == "to" and b in _POINTING for a, b in pairwise(words))
    if not pointed or not clause.has("<fit>", "<cut>"):
        return
    told = [found for c in clauses[max(0, number - _FARTHEST) : number] for found in _length(c)]
    if len(told) != 1:
        return
    seconds, start, end = told[0]
    one.operations.append(Operation("fit_duration", {"seconds": seconds}, s.text[start:end], start, end))
    one.settle()
    for before in said[-_FARTHEST:]:
        before.questions.clear()


def _length(clause: Clause) -> list[tuple[int | float, int, int]]:
    """The one length a clause tells of a slot: seconds, and where it stands."""
    s = clause.sentence
    found = [(i, v) for i in clause.places if (v := s.value(i, "{duration}"))]
    found = [(i, v) for i, v in found if not any(j < i < w[1] for j, w in found)]
    if len(found) != 1 or not _SLOTS & set(clause.words):
        return []
    at, (value, stop) = found[0]
    return [(plain(value, "seconds"), *s.span(at, stop))]
