"""What an English clause binds its edit to in words, and that no parameter holds: "until she speaks", "of the second clip", "at 70 % opacity"."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.words.sentence import Sentence

_UNTIL = frozenset({"until", "till", "elsewhere", "except", "opacity", "transparency", "transparent"})
"""Words behind which a limit stands that is no figure."""
_CLIPS = frozenset({"clip", "shot", "scene", "take", "sentence", "frame", "beat", "word"})
_PEOPLE = frozenset({"i", "she", "he", "they", "we", "somebody", "someone"})
_OF = frozenset({"of", "from"})
_THROUGHOUT = frozenset({"trim_silence", "remove_fillers", "captions", "denoise_audio"})
_PIECES = frozenset({"clip", "shot", "scene", "take"})
_WHICH = frozenset({"first", "second", "third", "fourth", "last", "other", "opening"})
_OF_CLIPS = frozenset({"merge_clips", "insert_clip", "reorder", "transition", "broll", "thumbnail", "split", "remove_bad_takes", "text_overlay", "voiceover", "zoom", "export", "undo", "status"})  # fmt: skip
_MAKING = frozenset({"make", "have", "let"})
_STAGED = frozenset({"<caption>", "<logo>", "<text>", "<music>"})
_ACTING = frozenset({"stay", "spin", "rotate", "move", "bounce", "slide", "shake", "fly", "pop", "appear", "disappear", "pulse", "blink", "follow", "roll", "scroll", "wiggle", "start", "stop", "end", "fade", "drop", "linger", "last", "swell", "rise", "grow", "build", "breathe"})  # fmt: skip
_DONE = frozenset({"hold", "bake", "boil", "cook", "simmer", "rest", "wait", "soak", "chill", "freeze", "knead", "fry", "grill", "massage", "steep"})  # fmt: skip
_GONE = frozenset({"off", "gone", "away", "hidden"})
_TIMED = frozenset({"{first}", "{last}", "{range}", "{instant}", "{since}", "<t_from>", "<t_at>", "<t_length>"})
_LAID = frozenset({"logo", "text_overlay", "sticker_emoji", "transition", "captions", "music", "filter"})
_NAMED = frozenset({"<logo>", "<text>", "<sticker>", "<transition>", "<caption>", "<music>", "<filter_>"})
_EDITS = frozenset({"cuts", "transitions", "captions", "subtitles", "titles", "zoom", "zooms", "fade", "fades", "jump-cuts"})  # fmt: skip
_LATER = frozenset({"fade", "spin", "rotate", "bounce", "wiggle", "pulse", "blink", "linger", "stay"})


def doubt_bounds(said: Said, clause: Clause, used: set[int]) -> None:
    """Ask where the clause says when, where or of which clip in words, and the edit would be made of all."""
    s = clause.sentence
    if not said.operations or said.questions or s.lexicon.language != "en":
        return
    at = (
        _until(said, clause, used)
        or _one_clip(said, clause)
        or _acts(said, clause, used)
        or _off(said, clause, used)
        or _either(clause)
        or _of_cuts(said, clause)
        or _on_camera(said, clause)
    )
    if at:
        said.operations = [o for o in said.operations if o.start > s.tokens[at].start]
        said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))


def _until(said: Said, clause: Clause, used: set[int]) -> int:
    s = clause.sentence
    if s.words.isdisjoint(_UNTIL) or any(o.parameters.keys() & {"end", "until"} for o in said.operations):
        return 0
    told = (i for i in clause.places[1:] if s.tokens[i].low in _UNTIL and not _timed(s, i))
    return next((i for i in told if i not in used or (i + 1 < len(s) and s.tokens[i + 1].low in _PEOPLE)), 0)


def _timed(s: Sentence, at: int) -> bool:
    """ "Until the end", "till 0:20"."""
    after = s.skip(at + 1, "#noise")
    return any(n[0] == "{" for i in (at, at + 1, after) if i < len(s) for n in s.labels(i)) or bool(
        after < len(s) and s.labels(after) & {"<t_end>", "<t_begin>"}
    )


def _one_clip(said: Said, clause: Clause) -> int:
    s = clause.sentence
    if s.words.isdisjoint(_CLIPS) or s.words.isdisjoint(_WHICH | _OF) or {o.op for o in said.operations} & _OF_CLIPS:
        return 0
    ops = {o.op for o in said.operations}
    edge = frozenset({"first", "opening"} if ops <= {"fade", "trim_start"} else ()) | ({"last"} if ops <= {"fade", "trim_end"} else set())  # fmt: skip
    for at in clause.places[1:]:
        counts = s.tokens[at].low not in _PIECES or s.ends(at, "<one_clip>")  # of a single clip "the first clip" is all
        which = counts and s.tokens[at].low in _CLIPS and s.tokens[at - 1].low in _WHICH
        whole = s.tokens[at - 1].low in edge and s.tokens[at].low in _PIECES
        if which and not whole and all(s.tokens[i].kind != "num" for i in range(max(0, at - 3), at)):
            return at  # but not "my 30-second take"
        numbered = at + 2 == len(s) - clause.tail and len(s.tokens[at + 1].low) == 1 and s.tokens[at - 1].low in _OF
        if numbered and s.ends(at, "<one_clip>") and ops.isdisjoint(_THROUGHOUT):
            return at  # "of clip a"
    return 0


def _acts(said: Said, clause: Clause, used: set[int]) -> int:
    """ "Make the logo spin", "make the captions stay longer"."""
    s = clause.sentence
    if s.tokens[0].low not in _MAKING or s.words.isdisjoint(_ACTING) or any(o.op == "fade" for o in said.operations):
        return 0
    later = frozenset() if any("seconds" in o.parameters for o in said.operations) else _LATER  # "stay for 5 seconds"
    for at in clause.places[2:5]:
        if (
            s.tokens[at].low in _ACTING
            and s.labels(at - 1) & _STAGED
            and (at not in used or s.tokens[at].low in later or "<music>" in s.labels(at - 1))
        ):
            return at
    return 0


def _off(said: Said, clause: Clause, used: set[int]) -> int:
    """ "Make it vertical, logo off": gone, not added."""
    s = clause.sentence
    if s.words.isdisjoint(_GONE) or not any(o.op in _LAID for o in said.operations):
        return 0
    for at in clause.places[1:]:
        name = at - 1 - (s.tokens[at - 1].text in ("->", "→", "=", ":"))
        gone = s.tokens[at].low in _GONE and name >= 0 and s.labels(name) & _NAMED and at not in used
        if gone and (at + 1 >= len(s) - clause.tail or s.labels(at + 1) & _TIMED):
            return at
    return 0


def _either(clause: Clause) -> int:
    """ "20 or 25 seconds"."""
    s = clause.sentence
    if "or" not in s.words:
        return 0
    rows = (i for i in clause.places[1:-1] if s.tokens[i].low == "or" and s.tokens[i + 1].kind == "num")
    return next(
        (
            i
            for i in rows
            if s.tokens[i - 1].kind == "num" or any(s.ends(j, "{duration}") == i for j in range(max(0, i - 3), i))
        ),
        0,
    )


def _of_cuts(said: Said, clause: Clause) -> int:
    """ "Make the cuts quicker": not the film."""
    s = clause.sentence
    if s.tokens[0].low not in _MAKING or not any(o.op in ("speed", "zoom") for o in said.operations):
        return 0
    return next((i for i in clause.places[1:4] if s.tokens[i].low in _EDITS), 0)


def _on_camera(said: Said, clause: Clause) -> int:
    """ "Bake for 25 minutes", "hold the stretch for 20 seconds": what is done there, or what to do with some picture."""
    lasting = (
        clause.words[0] in _DONE and "for" in clause.words and any(o.op == "fit_duration" for o in said.operations)
    )
    return clause.words.index("for") + clause.offset if lasting else 0
