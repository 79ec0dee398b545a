"""What a clause adds to the cut asked for in the one before: "anything over 1.2 s", "dump the others", "lose everything before that", ": 3, 1, 2"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ugcflow.session.reading import Operation, Question
from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.fill import plain
from ugcflow.studio.language.reading.said import Said, asked_by
from ugcflow.studio.language.timing.told import span, times_of

_ANY = frozenset({"anything", "everything", "those", "ones", "only", "just", "the", "if", "they're", "that", "are", "all", "any", "which", "than", "where", "it's", "s", "sec", "secs", "seconds", "second", "is", "i", "mean", "say", "but"})  # fmt: skip
_OTHERS = frozenset({"others", "other", "rest", "bad", "failed", "worse", "weaker", "remaining"})
_SMALL = frozenset({"the", "all", "of", "them", "ones", "takes", "attempts", "versions", "out", "please", "pls", "away", "just", "tries", "those", "it"})  # fmt: skip
_ONE_MORE = frozenset({"make", "do", "create", "get", "choose", "pick", "a", "an", "new", "another", "better", "different", "one", "please", "nicer", "fresh", "me", "us", "give", "want", "i", "need", "change", "it", "replace"})  # fmt: skip
_ANEW = frozenset({"begin", "begins", "started", "began", "over", "again", "had", "to", "restart", "start", "redo", "redid", "repeated", "it", "i", "then", "the", "line", "sentence", "myself"})  # fmt: skip
_SPEECH = ("speech", "talking", "speaking", "delivery")
_BEST = frozenset({"best", "good", "cleanest", "strongest", "last", "nicest", "better", "right"})
_AGAIN = frozenset({"times", "several", "twice", "repeat", "repeated", "again", "multiple", "takes", "couple", "retakes", "tries", "attempts", "versions", "three", "four", "five"})  # fmt: skip
_STAYING = frozenset({"survive", "survives", "stay", "stays", "remain", "remains", "kept", "left"})
_ROW = frozenset({":", ",", "then", "and then", "->", "→", "and", ";", "-"})
_EITHER = "is this the part to keep, or the part to remove?"
_ELSEWHERE = frozenset({"rest", "else", "elsewhere", "otherwise", "before", "after", "remaining", "other"})
_DENYING = ("<remove>", "<drop>", "<cut>", "<keep>", "<no>", "<dont>", "<only>")
_LONGEST_ITEM = 6
_TAKING = frozenset({"<remove>", "<cut>", "<mute_>", "<drop>", "<fade_>", "<speedup>", "<slowdown>", "<zoom_>", "<add>", "<show>"})  # fmt: skip
_GONE = frozenset({"#noise", "<gone>", "<remove>", "<cut>", "<drop>", "<particle>", "<make>"})
_WHERE = ("{instant}", "{opening}", "{ending}", "{since}")


def go_on(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """Let the operation before have what the clause says of it; what was said already is neither asked for nor about again."""
    clause = clauses[number]
    before = next((s for s in reversed(said) if s.operations or s.questions), None)
    if before is None or not before.operations:
        _best_take(one, clauses, number)
        return
    last = before.operations[-1]
    _cleaned(one, before)
    _long_pauses(one, clause, before, last)
    if _says_no_more(one, clause, last):
        one.clear()
    elif _beyond(one, clause, last):
        one.questions.append(ask.unclear(clause))
    _brought_in(one, clause, before, last)
    _into_a_file(one, clauses, number, before, last)


def spoiled(one: Said, clauses: list[Clause], number: int) -> None:
    """ "Cut 0:45 to 0:52, that's where the dog barks": what is wrong there tells that it goes."""
    clause, asked = clauses[number], [q for q in one.questions if q.why == _EITHER]
    told = [t for t in times_of(clause) if t[0] == "{range}"]
    after = [c for c in clauses[number + 1 : number + 2] if not c.hard and _ELSEWHERE.isdisjoint(c.words) and not c.has(*_DENYING)]  # fmt: skip
    if asked and len(told) == 1 and clause.has("<cut>") and any(c.has("'@spoiling") for c in (clause, *after)):
        one.questions = [q for q in one.questions if q not in asked]
        one.operations.append(asked_by(clause, "trim_range", span(told[0]) | {"mode": "remove"}))


def condemned(one: Said, clauses: list[Clause], number: int, said: list[Said]) -> None:
    """ "0:10-0:15 the dog barks, needs removing": the stretch told before, but what is seen there may be meant in "a logo in view"."""
    s, before = clauses[number].sentence, clauses[number - 1]
    lead = next((i for i in clauses[number].places if s.tokens[i].low != "it" and not s.ends(i, "#noise")), 0)
    gone = s.ends(lead, "<gone>") == len(s) > lead + 1
    told = [t for t in times_of(before) if t[0] == "{range}"]
    seen = not _IN_VIEW.isdisjoint(before.words) or before.has("{role}", "<logo>", "<caption>")
    alone = not one.operations and said[-1].ops <= {"sound_effect"} and not clauses[number].chinese
    if gone and alone and len(told) == 1 and not seen:
        one.operations.append(asked_by(clauses[number], "trim_range", span(told[0]) | {"mode": "remove"}))
        one.settle()
        said[-1].clear()


_IN_VIEW = frozenset({"view", "visible", "seen", "background", "shot", "frame", "picture", "screen"})


def _says_no_more(one: Said, clause: Clause, last: Operation) -> bool:
    words = {t.low for t in clause.tokens if t.kind == "word"}
    taking = clause.has("<remove>", "<cut>")
    if last.op == "remove_bad_takes" and taking and words & _OTHERS:  # "dump the others"
        return all(w in _OTHERS | _SMALL or "<remove>" in clause.sentence.labels(i) for i, w in enumerate(clause.words) if w in words)  # fmt: skip
    if last.op == "remove_bad_takes" and words and words <= _ANEW:
        return True  # "I flubbed a line and started over"
    gone, kept = (last.parameters.get("mode") == mode for mode in ("remove", "keep"))
    if gone and one.ops <= {"remove_bad_takes", "denoise_audio"} and words & {"there", "that's"} and not taking:
        return True  # "(cut out 1:02 to 1:09,) I flub the line there"
    beyond = ("before" in words and (kept or last.op == "trim_start")) or ("after" in words and kept and "end" in last.parameters)  # fmt: skip
    if beyond and taking and words & {"that", "it", "this", "then"}:
        return bool(words & {"everything", "anything", "all", "whatever", "stuff"}) and len(words) <= 9
    if last.op == "thumbnail" and words and words <= _ONE_MORE:  # "the cover looks dull, make a new one"
        return True
    return last.op == "reorder" and _in_row(one, clause)


def _beyond(one: Said, clause: Clause, last: Operation) -> bool:
    """ "(Mute 0:10 to 0:15) and everything after it": more is to be done than can be told."""
    words = set(clause.words)
    more = bool(words & {"everything", "anything", "all"} and words & {"before", "after"} and words & {"it", "that"})
    timed = last.op in ("trim_range", "mute", "speed") and last.parameters.get("mode") != "keep"
    return more and timed and not one.operations and not one.questions


def _in_row(one: Said, clause: Clause) -> bool:
    """ "(Change the sequence:) product shot first, then me talking": an item of the new order, with nothing to be done."""
    told = clause.has(*_TAKING, "<blur_>", "<make>", "<voice>", "{duration}", "{range}", "{instant}", "{text}")
    told = told or clause.words[0] == "replace"
    listed = clause.opener in _ROW and not clause.hard and len(clause.tokens) <= _LONGEST_ITEM
    return listed and not told and one.ops <= {"broll", "reorder", "fit_duration"}


def _best_take(one: Said, clauses: list[Clause], number: int) -> None:
    """ "I said it four times. Keep the best one": of what was told to be there more than once."""
    clause = clauses[number]
    words = clause.words
    stays = words[:1] == ["only"] and not _STAYING.isdisjoint(words)  # "only the good one should survive"
    kept = (stays or clause.has("<keep>", "<use>")) and not _BEST.isdisjoint(words)
    told = number and not _AGAIN.isdisjoint(clauses[number - 1].words)
    if kept and told and not one.operations and {"one", "version", "try", "attempt", "read", "go"} & set(words):
        one.operations.append(asked_by(clause, "remove_bad_takes", {}))
        one.questions.clear()


def _cleaned(one: Said, before: Said) -> None:
    """ "Clean up my speech, I say uh a lot": what of the speech is not clean was told, and it is no noise."""
    if one.operations and one.ops <= {"remove_fillers", "remove_bad_takes"}:
        noise = [o for o in before.operations if o.op == "denoise_audio" and any(w in o.words.lower() for w in _SPEECH)]
        before.operations = [o for o in before.operations if o not in noise]


def _long_pauses(one: Said, clause: Clause, before: Said, last: Operation) -> None:
    """ "Strip the silent parts, anything over 1.2 s": how long the pauses just named must be."""
    s = clause.sentence
    if last.op != "trim_silence" or "min_seconds" in last.parameters or clause.hard:
        return
    ends = [e for i in clause.places if (e := s.ends(i, "<longer>")) and s.tokens[i - 1].low not in _BOUNDING]
    found = _bounded(clause) or (s.value(ends[0], "{duration}") if ends else None)
    if not found:
        return
    words = [s.tokens[i].low for i in clause.places if s.tokens[i].kind == "word" and i < found[1]]
    small = all(w in _ANY or s.ends(i, "<longer>") or i >= ends[0] - 3 for i, w in enumerate(words))
    behind = range(found[1], len(s))
    last_word = all(s.ends(i, "<gone>") or s.labels(i) & _GONE or s.tokens[i].kind == "punct" or s.tokens[i].text in _COUNTED for i in behind)  # fmt: skip
    if small and last_word and one.ops <= {"fit_duration", "trim_silence"}:
        before.give({"min_seconds": plain(found[0], "seconds")})
        one.operations.clear()
        one.questions.clear()


_BOUNDING = ("no", "not", "不", "别", "要", "能", "得", "许")  # 不超过
_COUNTED = frozenset("的就才都也算剪删去再只掉要处理吧了停顿气口空白")


def _bounded(clause: Clause) -> tuple[object, int] | None:
    """ "0.5秒以上(的都算)", "一秒以内(的不用管)": how long pauses must be, and the token behind all that says so."""
    s = clause.sentence
    for i in clause.places:
        told = s.value(i, "{duration}")
        if told and (end := s.ends(told[1], "<longer>")):
            return told[0], end
        if told and s.ends(told[1], "<under>") and set(clause.words[-4:]) & set("留别") | {"不"} & set(clause.words):
            return told[0], len(s)
    return None


def _brought_in(one: Said, clause: Clause, before: Said, last: Operation) -> None:
    """ "Import end.mp4 and place it at 0:45": what is brought in is put into the edit."""
    s = clause.sentence
    if last.op != "upload" or "." not in last.words or one.operations:
        return
    puts = clause.has("<insert>") and not {"it", "that", "this"}.isdisjoint(clause.words)
    where = next((s.value(i, n) for i in clause.places for n in _WHERE if s.ends(i, n)), None)
    if not puts or not where:
        return
    at_end = where[0] == "end"
    values: dict[str, Any] = {"position_in_time": "end"} if at_end else {}
    if isinstance(where[0], float):
        values["start"] = plain(where[0], "start")
    before.operations[-1] = replace(last, op="insert_clip", parameters=values)
    one.questions.clear()


def _into_a_file(one: Said, clauses: list[Clause], number: int, before: Said, last: Operation) -> None:
    """ "Cut the first 8 s of lesson.mp4, save as teaser.mp4": cut away, or cut out to be the new file?"""
    named = [{t.text for t in c.tokens if t.kind == "file"} for c in clauses[max(0, number - 1) : number + 1]]
    apart = len(named) == 2 and all(named) and named[0].isdisjoint(named[1])
    cut = last.op in ("trim_start", "trim_end") and last.words.lower().startswith("cut")
    if apart and cut and "export" in one.ops and last in before.operations:
        before.operations.remove(last)
        before.questions.append(Question(last.words, _EITHER, ("keep 0:00 to 0:08", "cut the first 8 seconds"), last.start, last.end))  # fmt: skip
