"""What an English clause binds its edit to in words, and that no parameter holds: "until she speaks", "of the second clip", "at 70 % opacity"."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.words.sentence import Sentence

_UNTIL = frozenset({"until", "till", "elsewhere", "except", "opacity", "transparency", "transparent"})
"""Words behind which a limit stands that is no figure."""
_CLIPS = frozenset({"clip", "shot", "scene", "take"})
_WHICH = frozenset({"first", "second", "third", "fourth", "last", "other", "opening"})
_OF_CLIPS = frozenset({"merge_clips", "insert_clip", "reorder", "transition", "broll", "thumbnail", "split", "remove_bad_takes", "text_overlay", "voiceover", "zoom", "export", "undo", "status"})  # fmt: skip
_MAKING = frozenset({"make", "have", "let"})
_STAGED = frozenset({"<caption>", "<logo>", "<text>"})
_ACTING = frozenset({"stay", "spin", "rotate", "move", "bounce", "slide", "shake", "fly", "pop", "appear", "disappear", "pulse", "blink", "follow", "roll", "scroll", "wiggle", "start", "stop", "end", "fade", "drop", "linger", "last"})  # fmt: skip
_LATER = frozenset({"spin", "rotate", "bounce", "wiggle", "pulse", "blink", "linger", "stay"})


def doubt_bounds(said: Said, clause: Clause, used: set[int]) -> None:
    """Ask where the clause says when, where or of which clip in words, and the edit would be made of all."""
    s = clause.sentence
    if not said.operations or said.questions or s.lexicon.language != "en":
        return
    at = _until(said, clause, used) or _one_clip(said, clause) or _acts(clause, used)
    if at:
        said.operations = [o for o in said.operations if o.start > s.tokens[at].start]
        said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))


def _until(said: Said, clause: Clause, used: set[int]) -> int:
    s = clause.sentence
    if s.words.isdisjoint(_UNTIL) or any(o.parameters.keys() & {"end"} for o in said.operations):
        return 0
    return next((i for i in clause.places[1:] if s.tokens[i].low in _UNTIL and i not in used and not _timed(s, i)), 0)


def _timed(s: Sentence, at: int) -> bool:
    """ "Until the end", "till 0:20"."""
    after = s.skip(at + 1, "#noise")
    return any(n[0] == "{" for i in (at, at + 1, after) if i < len(s) for n in s.labels(i)) or bool(
        after < len(s) and s.labels(after) & {"<t_end>", "<t_begin>"}
    )


def _one_clip(said: Said, clause: Clause) -> int:
    s = clause.sentence
    if s.words.isdisjoint(_CLIPS) or s.words.isdisjoint(_WHICH) or {o.op for o in said.operations} & _OF_CLIPS:
        return 0
    edge = frozenset({"first", "opening", "last"}) if all(o.op == "fade" for o in said.operations) else frozenset()
    for at in clause.places[1:]:
        which = s.tokens[at - 1].low in _WHICH - edge and s.tokens[at].low in _CLIPS
        if which and all(s.tokens[i].kind != "num" for i in range(max(0, at - 3), at)):  # "my 30-second take"
            return at
    return 0


def _acts(clause: Clause, used: set[int]) -> int:
    """ "Make the logo spin", "make the captions stay longer"."""
    s = clause.sentence
    if s.tokens[0].low not in _MAKING or s.words.isdisjoint(_ACTING):
        return 0
    for at in clause.places[2:5]:
        if (
            s.tokens[at].low in _ACTING
            and s.labels(at - 1) & _STAGED
            and (at not in used or s.tokens[at].low in _LATER)
        ):
            return at
    return 0
