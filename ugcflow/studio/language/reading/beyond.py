"""English words beside an edit that make it another than the one that was read: "shorten the zoom", "play it twice", "the audio fades out too early"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from ugcflow.session.reading import Operation
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.fact import told
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.words.sentence import Sentence

_THINGS = frozenset({"<music>", "<caption>", "<logo>", "<text>", "<voiceover>"})
_GOING_ON = frozenset({"should", "must", "stop", "end", "ends", "stops", "begin", "begins", "needs", "can"})
_LONGER = frozenset({"shorten", "lengthen", "extend", "prolong", "delay"})
_CLOSED: tuple[list[str], ...] = ([], ["please"], ["pls"], ["on"], ["there"], ["at"])
_PLAYING = frozenset({"play", "show", "repeat", "loop", "run"})
_FAST = frozenset({"speed", "fast", "faster", "as", "slower", "slow", "rate", "pace", "speeds"})
_SLOWEST = 0.2
_WRAPPING = frozenset({"wrap", "finish", "close", "start", "open", "begin"})
_MEANTIME = frozenset({"during", "while", "when", "whenever"})
_BESIDE = frozenset({"above", "below", "beside", "underneath", "beneath"})


def doubt_beyond(said: Said, clause: Clause) -> None:
    """Ask instead of making the edit that was read."""
    s = clause.sentence
    if not said.operations or s.lexicon.language != "en":
        return
    doubted = [o for o in said.operations if any(test(o, clause, s) for test in _TESTS.get(o.op, ()))]
    if doubted:
        said.operations = [o for o in said.operations if o not in doubted]
        said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))


def _one_word(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Remove the first um", "the word basically"."""
    row = " ".join(clause.words)
    counted = any(
        s.tokens[i - 1].low in ("first", "second", "last") and s.ends(i, "<filler>") for i in clause.places[1:]
    )
    return counted or "the word " in row


def _no_pace(o: Operation, clause: Clause, s: Sentence) -> bool:
    """No pace at all, or one so slow that the figure tells something else ("play calm.mp3 at 15%")."""
    factor = o.parameters.get("factor")
    crawling = isinstance(factor, (int, float)) and factor < _SLOWEST and s.may_have("{percent}")
    return crawling or not o.parameters.keys() & {"factor", "direction"}


def _again(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Play the first 5 seconds twice"."""
    often = not s.words.isdisjoint(("twice", "times")) and s.words.isdisjoint(_FAST)
    return often and clause.words[0] in _PLAYING


def _unheard(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Mute the captions": what makes no sound."""
    at = next((i for i in clause.places if s.tokens[i].low == "mute"), len(s))
    end = s.skip(at + 1, "#noise") if at + 1 < len(s) else len(s)
    return end < len(s) and bool(s.labels(end) & {"<caption>", "<logo>", "<text>", "<transition>", "<sticker>", "<thumbnail>"})  # fmt: skip


def _behind_words(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Put the logo on a white background": what lies behind it is not what lies behind the speaker."""
    return s.may_have("<logo>") and not {"on", "against"}.isdisjoint(clause.words)


def _endless(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Five seconds into the clip mute for two": two what?"""
    left = {"start"} == o.parameters.keys() & {"start", "end"} and "for" in s.words
    return left and any(s.tokens[i].low == "for" and s.ends(i + 1, "{number}") for i in clause.places[:-1])


def _turned(o: Operation, clause: Clause, s: Sentence) -> bool:
    """A stretch that ends before it begins: two times of different things."""
    start, end = o.parameters.get("start"), o.parameters.get("end")
    return isinstance(start, (int, float)) and isinstance(end, (int, float)) and start < 0 <= end


def _halved(o: Operation, clause: Clause, s: Sentence) -> bool:
    return clause.words[-2:] == ["in", "half"]


def _of_its_own(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "The music should end two seconds before the video ends"."""
    if not s.may_have(*_THINGS) or s.words.isdisjoint(_GOING_ON):
        return False
    return any(s.labels(i) & _THINGS and s.tokens[i + 1].low in _GOING_ON for i in clause.places[:-1])


def _starting(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Start muting at 0:05": what starts there is no film."""
    return clause.words[0] in ("start", "begin") and clause.words[1:2] != [] and clause.words[1].endswith("ing")


def _pulled(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Pull the first 5 seconds": out, or up?"""
    return (
        clause.words[0] == "pull" and s.words.isdisjoint(("out", "up", "from")) and o.parameters.get("mode") == "keep"
    )


def _lasting(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Extend the zoom", "make the product shot at 0:08 a bit longer"."""
    if clause.words[0] in _LONGER:
        return True
    if s.words.isdisjoint(("longer", "shorter")):
        return False
    row = clause.words
    at = next(i for i, w in enumerate([*row, "longer", "shorter"]) if w in ("longer", "shorter"))
    return 0 < at < len(row) and row[at - 1] not in ("or", "no", "any") and row[at + 1 : at + 2] in _CLOSED


def _put_in(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Drop the captions in at 0:05" takes none away."""
    return clause.words[0] in ("drop", "throw", "pop") and "in" in clause.words[1:4]


def _too(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "The audio fades out too early", "it was cut too tight"."""
    return "too" in s.words and told(clause) and not s.words.isdisjoint(("early", "late", "tight", "soon", "long"))


def _faded(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Fade out the captions", "fade the voice out": what no fade is of."""
    return s.may_have("<caption>", "<logo>", "<voice>") and any(
        s.labels(i) & {"<caption>", "<logo>", "<voice>"} and not s.labels(i) & {"<audio>", "<music>"}
        for i in clause.places[1:4]
    ) and clause.words[0] in ("fade", "fades")  # fmt: skip


def _every(o: Operation, clause: Clause, s: Sentence) -> bool:
    return "every" in s.words


def _beside(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "The logo above them", "after the title"."""
    if (
        clause.words[-1] in ("them", "it")
        and not _BESIDE.isdisjoint(clause.words[-2:-1])
        and "position" not in o.parameters
    ):
        return True
    timed = o.parameters.keys() & {"start", "end", "position_in_time", "seconds"}
    if timed or s.words.isdisjoint(("after", "before")):
        return False
    led = (
        i
        for i in clause.places[1:-1]
        if s.tokens[i].low in ("after", "before") and s.tokens[i + 1].low in ("the", "my", "our")
    )
    return any(i + 3 >= len(s) - clause.tail and i + 2 < len(s) and bool(s.labels(i + 2) & _THINGS) for i in led)


def _ends_with(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Wrap it up with our logo for 2 seconds"."""
    return clause.words[0] in _WRAPPING and "with" in s.words and s.may_have("<logo>", "<text>", "<caption>")


def _loudness_lost(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Loudness -14": a figure that was not read."""
    return "lufs" not in o.parameters and "-" in s.words and any(t.kind == "num" for t in clause.tokens)


def _should_go(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "The zoom at 0:10 should go, and so should the music"."""
    return clause.words[-2:] in (["should", "go"], ["must", "go"], ["can", "go"], ["to", "go"]) or (clause.words[:1] == ["so"] and clause.words[1:2] in (["should"], ["does"], ["must"]))  # fmt: skip


def _only_there(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "No captions during the demo": where that is nobody here knows."""
    if o.parameters.keys() & {"start", "end"} or s.words.isdisjoint(_MEANTIME):
        return False
    row = [*clause.words, "-ing"]
    return any(w in _MEANTIME and not after.endswith("ing") for w, after in pairwise(row))


def _some_day(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "When the beat drops": a moment, nothing that goes."""
    return clause.words[0] in ("when", "whenever", "once", "if")


def _clock_alone(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "0:20 cut", "from 0:05": a moment."""
    return (clause.tokens[0].kind == "clock" and clause.words[1:] == ["cut"]) or (clause.words[0] == "from" and len(clause.words) == 2)  # fmt: skip


def _begins_by_itself(o: Operation, clause: Clause, s: Sentence) -> bool:
    """ "Our webinar starts at 10:30"."""
    return clause.words[0] == "our" and not s.words.isdisjoint(("starts", "begins", "opens"))


Test = Callable[[Operation, Clause, Sentence], bool]
_TESTS: dict[str, tuple[Test, ...]] = {
    "remove_fillers": (_one_word,),
    "speed": (_no_pace, _again, _too),
    "mute": (_endless, _unheard),
    "broll": (_lasting,),
    "thumbnail": (_lasting,),
    "voiceover": (_lasting,),
    "insert_clip": (_lasting,),
    "replace_background": (_behind_words,),
    "logo": (_should_go, _turned, _beside, _lasting),
    "zoom": (_should_go, _lasting, _too, _turned),
    "captions": (_beside, _lasting),
    "text_overlay": (_beside, _lasting, _turned),
    "music": (_should_go, _beside, _lasting),
    "fade": (_faded, _too, _lasting),
    "transition": (
        _should_go,
        _lasting,
    ),
    "split": (_every,),
    "remove_captions": (_put_in, _some_day, _only_there),
    "remove_music": (_some_day, _only_there, _unheard),
    "trim_start": (_halved, _of_its_own, _starting, _begins_by_itself),
    "trim_end": (_halved, _of_its_own),
    "trim_range": (_halved, _of_its_own, _pulled),
    "normalize_audio": (_loudness_lost,),
    "fit_duration": (_ends_with, _of_its_own, _clock_alone),
}
