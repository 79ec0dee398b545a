"""Words a language's file does not hold: where it says `strict`, a clause with one is asked about instead of being read without it."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said

_DESCRIBED = frozenset({"music", "captions", "text_overlay", "logo", "transition", "sticker_emoji", "sound_effect", "filter", "voiceover", "broll", "insert_clip", "thumbnail"})  # fmt: skip
"""What these are to be like is said in free words, where a known verb asks for them."""


def doubt_unknown(said: Said, clause: Clause, covered: set[int], rules: Grammar) -> None:
    """ "Выключи музыку" must not add music only because nobody here knows the verb. `covered`: the tokens that phrases took."""
    s = clause.sentence
    if not s.lexicon.tables.get("strict") or not said.operations or said.questions:
        return
    led = any(s.labels(at) & rules.verbs for at in covered)
    if led and all(operation.op in _DESCRIBED for operation in said.operations):
        return
    for at in clause.places:
        if s.tokens[at].kind == "word" and at not in covered and s.tokens[at].key not in s.lexicon.keys:
            said.questions.append(ask.unknown(s.text, *s.span(at, at + 1)))
            return
