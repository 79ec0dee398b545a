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


def doubt_unknown(said: Said, clause: Clause, covered: set[int], rules: Grammar) -> None:
    """ "Выключи музыку" must not add music only because nobody here knows the verb. `covered`: the tokens that phrases took."""
    s = clause.sentence
    if not s.lexicon.tables.get("strict") or said.questions:
        return
    if not covered and _wants(clause):
        said.questions.append(ask.unread(s.text, *s.span(clause.offset, len(s) - clause.tail)))
    led = any(s.labels(at) & rules.verbs for at in covered)
    if not said.operations or (led and all(operation.op in _DESCRIBED for operation in said.operations)):
        return
    for at in clause.places:
        if s.tokens[at].kind == "word" and at not in covered and s.tokens[at].key not in s.lexicon.keys:
            said.questions.append(ask.unknown(s.text, *s.span(at, at + 1)))
            return


def _wants(clause: Clause) -> bool:
    """Does a clause in which nothing was found name something there are edits for, and not to leave it alone?"""
    named = any(clause.sentence.labels(at) & _THINGS for at in clause.places)
    return named and not any(opens(clause, n) for n in ("<dont>", "<no>", "<fact>"))
