"""Words a language's file does not hold: where it says `strict`, a clause with one is asked about instead of being read without it."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause, opens
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said

_DESCRIBED = frozenset({"music", "captions", "text_overlay", "logo", "transition", "sticker_emoji", "sound_effect", "filter", "voiceover", "broll", "insert_clip", "thumbnail"})  # fmt: skip
"""What these are to be like is said in free words, where a known verb asks for them."""
_THINGS = frozenset({"<silence>", "<filler>", "<bad_take>", "<caption>", "<music>", "<noise_>", "<audio>", "<voice>", "<shake>", "<bars>", "<background>", "<logo>", "<transition>", "<zoom_>", "<fade_>", "<speed_>", "<brightness>", "<contrast>", "<saturation>", "<colors>", "<filter_>", "<effect>", "<sticker>", "{aspect}", "{range}", "{first}", "{last}", "{text}"})  # fmt: skip
"""What edits are made of: a clause that names one of them wants something."""

_NOUNS = {"<silence>": "trim_silence", "<filler>": "remove_fillers", "<bad_take>": "remove_bad_takes", "<caption>": "captions", "<music>": "music", "<logo>": "logo", "<transition>": "transition", "<sticker>": "sticker_emoji", "<fadein>": "fade", "<fadeout>": "fade", "<fade_>": "fade", "<zoom_>": "zoom", "<noise_>": "denoise_audio"}  # fmt: skip
"""Things that no phrase may leave out, and the operations in whose clause another word for them says nothing more."""

_NO_VERBS = _THINGS | {"#noise"}
"""Of a word that has one of these besides, the verb says nothing: した behind any noun."""


def doubt_unknown(said: Said, clause: Clause, covered: set[int], rules: Grammar) -> None:
    """ "Выключи музыку" must not add music only because nobody here knows the verb. `covered`: the tokens that phrases took."""
    s = clause.sentence
    if not s.lexicon.tables.get("strict") or said.questions:
        return
    if not covered and _wants(clause):
        said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))
    _ask_left(said, clause, covered)
    led = any(s.labels(at) & rules.verbs and not s.labels(at) & _NO_VERBS for at in covered)
    if not said.operations or (led and all(operation.op in _DESCRIBED for operation in said.operations)):
        return
    for at in clause.places:
        strange = s.tokens[at].kind in ("word", "cjk") and s.tokens[at].key not in s.lexicon.keys
        if strange and at not in covered:
            said.questions.append(ask.unknown(s.text, *s.span(at, at + 1)))
            return


def _ask_left(said: Said, clause: Clause, covered: set[int]) -> None:
    """A thing named beside what was found, that no phrase took ("무음과 군더더기를 제거해"), must not be lost."""
    s = clause.sentence
    if (
        not said.operations
        or said.questions
        or said.cancelled
        or any(s.places(n) for n in ("<no>", "<dont>", "<not_behind>", "<except>"))
    ):
        return
    done = {operation.op for operation in said.operations}
    for at in clause.places:
        end = max((s.ends(at, noun) for noun, op in _NOUNS.items() if op not in done), default=0)
        free = covered.isdisjoint(range(at, end)) and not any(label[0] == "{" for label in s.labels(at))
        if end and free:
            said.questions.append(ask.unread(s.text, *s.span(at, end)))
            return


def _wants(clause: Clause) -> bool:
    """Does a clause in which nothing was found name something there are edits for, and not to leave it alone?"""
    named = any(clause.sentence.labels(at) & _THINGS for at in clause.places)
    denied = clause.sentence.places("<not_behind>") or any(opens(clause, n) for n in ("<dont>", "<no>", "<fact>"))
    return named and not denied
