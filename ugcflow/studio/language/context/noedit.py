"""Clauses that ask for no edit: to be told or shown something, to be asked first, to leave the rest as it is."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import AND, Clause, verbs_of
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.doubt import UNHEARD, uncut
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.operations import all_operations

_TELLING = (("tell", "me"), ("tell", "us"), ("let", "me", "know"), ("let", "us", "know"), ("report",), ("summarize",), ("summarise",), ("walk", "me", "through"), ("explain", "what"), ("explain", "how"), ("explain", "why"), ("explain", "your"), ("describe", "what"))  # fmt: skip
_SHOWING = (("show", "me"), ("show", "us"), ("give", "me"), ("give", "us"), ("send", "me"), ("send", "us"), ("print",), ("list",), ("read",), ("show", "a"), ("show", "the"), ("provide", "a"), ("output", "a"), ("return", "a"))  # fmt: skip
_ACCOUNTS = frozenset({"list", "report", "summary", "preview", "plan", "changes", "changelog", "log", "breakdown", "edl", "proposal", "diff", "rationale", "decisions", "stats", "before-and-after"})  # fmt: skip
"""What tells of an edit. With "back" behind it the timeline does too ("read the timeline back")."""
_OF_THE_SESSION = frozenset({"status", "credits", "undo"})
_DETAILS = frozenset({"times", "timestamps", "timecodes", "durations", "reasons", "details", "numbers"})
_OF_WHAT = frozenset({"what", "which", "every", "each", "all", "how", "where", "the", "any"})
_WAITING = (("ask", "me"), ("ask", "for"), ("wait", "for"), ("check", "with"), ("check", "the"), ("check", "your"), ("confirm",), ("get", "my"), ("stop", "and"), ("pause", "for"), ("verify",), ("double", "check"), ("let", "me", "approve"), ("let", "me", "review"), ("don't", "ask"), ("do", "not", "ask"))  # fmt: skip
_APPROVED = frozenset({"before", "approval", "ok", "okay", "confirmation", "permission", "go-ahead", "feedback", "review", "first", "work", "result", "results", "output", "sync", "with"})  # fmt: skip
_STAYING = frozenset({"keep", "keeping", "leave", "leaving", "preserve", "preserving", "maintain", "maintaining", "retain", "retaining", "respect", "respecting"})  # fmt: skip
_TOUCHING = frozenset({"touch", "touching", "change", "changing", "alter", "altering", "affect", "affecting", "modify", "modifying", "edit", "editing", "lose", "losing", "break", "breaking", "mess", "overwrite", "rewrite"})  # fmt: skip
_DENYING = frozenset({"don't", "dont", "not", "never", "without"})
_AS_IT_IS = frozenset({"order", "intact", "same", "untouched", "unchanged", "unedited", "chronological", "chronology", "chronologically", "sequence", "consistent", "coherent", "meaning", "message", "sense", "alone", "sync"})  # fmt: skip
_REST = frozenset({"else", "other", "rest", "original", "order", "meaning", "content", "wording", "anything", "everything", "source", "files"})  # fmt: skip
_HEARD = frozenset({"pauses", "pause", "breathing", "breaths", "rhythm", "pace", "sound", "delivery", "flow", "cadence", "laughs"})  # fmt: skip
_IT = (["it"], ["that"], ["this"], ["them"], ["it", "out"], ["that", "out"], ["anything"], ["anything", "else"])
_SOME = frozenset({"only", "part", "bit", "section", "where", "when", "first", "last", "clip", "clips", "take", "takes"})  # fmt: skip
"""What is kept then is a piece of the footage."""
_TAKING = frozenset({"fetch", "download", "ingest", "take", "grab", "open", "load", "import", "use", "start", "pull", "get"})  # fmt: skip
_OWNED = frozenset({"my", "this", "our", "the", "these", "attached", "that"})
_DOING = frozenset({"<add>", "<remove>", "<cut>", "<make>", "<show>", "<export_>"})
_EACH = frozenset({"every", "each", "all", "any"})
_FILES = frozenset({"project", "projects", "file", "files", "video", "videos", "clip", "clips", "recording", "recordings", "episode", "episodes", "ad", "ads", "capture", "footage", "take", "stream", "vod", "material", "interview", "session", "rushes"})  # fmt: skip
_NAME = frozenset({"name", "names", "named", "called", "titled", "filename", "title", "tagged", "folder"})
_MAKING = frozenset({"build", "make", "create", "do", "prepare", "start", "begin", "assemble", "produce", "edit", "finish"})  # fmt: skip
_WHOLES = frozenset({"cut", "edit", "draft", "pass", "assembly", "vlog", "video", "episode", "podcast", "interview", "tutorial", "footage", "project", "version"})  # fmt: skip
_STAGES = frozenset({"rough", "first", "final", "clean", "initial", "quick", "basic", "my", "the", "a", "our", "this", "new"})  # fmt: skip
_LONGEST = 12
_FIRST = frozenset(head[0] for head in (*_TELLING, *_SHOWING, *_WAITING)) | _STAYING | _DENYING | {"do"} | _MAKING
"""What a clause begins with that asks for no edit, and goes on with no other."""
_SMALL = frozenset({"then", "and", "please", "also", "just", "finally", "first", "at", "the", "end", "when", "done", "you're", "afterwards", "but", "once", "always", "can", "could", "you", "while"})  # fmt: skip


def idle(one: Said, clauses: list[Clause], number: int, rules: Grammar) -> Said:
    """What was read in the clause; where it asks for no edit a question, which anything else asked for answers."""
    if one.ops & _OF_THE_SESSION or not _asks_no_edit(clauses, number, rules):
        return one
    if one.operations and (_begins_work(_bare(clauses[number].words)) or _hands_over(clauses[number])):
        return one
    return Said(lacking=[(" ".join(all_operations()), ask.unclear(clauses[number]))], refused=True)


def _asks_no_edit(clauses: list[Clause], number: int, rules: Grammar) -> bool:
    """Does the clause ask to be told, shown or asked something, or say what stays? Also where it only goes on with such a one."""
    clause = clauses[number]
    if _selects(clause) or _hands_over(clause):
        return True
    words = _bare(clause.words)
    if not words or (number == 0 and words[0] not in _FIRST):
        return False
    figures = () if _begins(words, _TELLING) else ("num", "clock")
    if any(t.kind in ("text", "file", "cjk", *figures) for t in clause.tokens):
        return False
    if _accounts(words) or _waits(words) or _stays(words) or _begins_work(words):
        return True
    goes_on = number > 0 and not clause.hard and (clause.opener in (*AND, "/") or clause.opener.startswith("before"))
    quiet = clause.opener.startswith("before") or words[-1] in _DETAILS or not verbs_of(clause, rules)
    return goes_on and quiet and _asks_no_edit(clauses[:number], number - 1, rules)


def _selects(clause: Clause) -> bool:
    """ "For every project whose name starts with …": which of many recordings, told with its name; a recipe has its own."""
    words = [w for w in clause.words if w not in _SMALL]
    each = len(words) > 3 and words[0] == "for" and words[1] in _EACH and words[2] in _FILES
    if not each or _NAME.isdisjoint(words):
        return False
    s = clause.sentence  # but "for each clip named … add a title"
    return all(s.tokens[i].low in ("starts", "begins", "ends") for i in s.places(*_DOING) if clause.own(i))


def _hands_over(clause: Clause) -> bool:
    """ "Take my 8-minute podcast (and …)": the footage, however long it is."""
    s, words = clause.sentence, [w for w in clause.words if w not in _SMALL or w == "the"]
    if "should" in words[:5]:
        words = words[words.index("should") + 1 :]  # "the nightly job should pull the recording"
    if len(words) < 3 or words[0] not in _TAKING or words[1] not in _OWNED or words[2] in ("other", "second", "wrong"):
        return False
    end = len(s) - clause.tail
    plain = words[-1] in _FILES and {"raw", "original", "new", "full", "latest", "whole"}.issuperset(words[2:-1])
    named = plain or any(s.ends(i, "<source>") == end or (s.ends(i, "#noise") == end and i + 1 < end) for i in clause.places)  # fmt: skip
    stretch = ("{range}", "{first}", "{last}", "{instant}", "<order>", "{aspect}", "<part>")
    return named and len(words) < 9 and not any(s.ends(i, n) for i in clause.places[:-1] for n in stretch)


def _begins_work(words: list[str]) -> bool:
    """ "Build the rough cut exactly as planned", "edit my vlog": the work as a whole, which what follows tells."""
    place = 1
    while place < len(words) and words[place] in _STAGES:
        place += 1
    done = words[place + 1 :]
    goes_on = done[:1] in ([], ["first"], ["exactly"], ["as"], ["like"], ["according"])
    return bool(words) and words[0] in _MAKING and 1 < place < len(words) and words[place] in _WHOLES and goes_on


def _bare(words: list[str]) -> list[str]:
    """The words from the first that matters."""
    at = next((i for i, w in enumerate(words) if w not in _SMALL), len(words))
    return words[at:]


def _begins(words: list[str], heads: tuple[tuple[str, ...], ...]) -> int:
    return max((len(h) for h in heads if h[0] == words[0] and tuple(words[: len(h)]) == h), default=0) if words else 0


def _accounts(words: list[str]) -> bool:
    """ "Tell me what you changed", "show me the cut list", "read the timeline back", "list every cut you made"."""
    if _begins(words, _TELLING):
        return True
    led = _begins(words, _SHOWING)
    rest = words[led:]
    if not led or len(words) > _LONGEST or not rest:
        return False
    named = any(w in _ACCOUNTS for w in rest[:4]) or rest == ["a", "before"] or rest[0] in ("what", "how", "which") or (words[0] == "read" and "back" in rest[:5])  # fmt: skip
    return named or (words[0] == "list" and rest[0] in _OF_WHAT and len(rest) > 1)


def _waits(words: list[str]) -> bool:
    """ "Ask me before exporting", "wait for my approval"."""
    return _begins(words, _WAITING) > 0 and not _APPROVED.isdisjoint(words[1:])


def _stays(words: list[str]) -> bool:
    """ "Keeping everything in order", "leave the rest untouched", "without changing anything else"."""
    if not words or len(words) > _LONGEST:
        return False
    if words[0] in _STAYING:
        breath = "natural" in words and words[-1] in _HEARD
        return _SOME.isdisjoint(words) and (breath or not _AS_IT_IS.isdisjoint(words[1:]))
    denied = words[0] in _DENYING or words[:2] == ["do", "not"]
    verb = 1 + (words[:2] == ["do", "not"])
    if denied and words[verb : verb + 1] in (["cut"], ["remove"], ["delete"], ["trim"]) and words[verb + 1 :] in _IT:
        return True  # "(mute 0:10 to 0:14,) don't cut it"
    return denied and not _TOUCHING.isdisjoint(words[1:3]) and not _REST.isdisjoint(words[2:])


_LAYING = frozenset({"music", "remove_music", "captions", "remove_captions", "mute", "volume", "duck_music", "denoise_audio", "filter", "color"})  # fmt: skip
"""Edits that cut nothing: what stays besides is no condition of theirs."""


def left_there(one: Said, clause: Clause, said: list[Said]) -> bool:
    """ "(Kill the music,) keep the sizzle": one thing that is there stays; "(cut to 30 s,) keep the goal" tells what is to be kept of the film."""
    the = clause.words[:2] in (["keep", "the"], ["leave", "the"]) and len(clause.words) == 3
    asked = said[-1].ops if said else frozenset()
    heard = asked <= UNHEARD and clause.words[0] in _STAYING and len(clause.words) < 6 and uncut(clause.words)
    laid = the and asked <= _LAYING
    return (laid or heard) and bool(asked) and not clause.hard and not one.operations
