"""Sentence → operations or questions: the one road through this folder, deterministic and offline."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ugcflow.session.reading import Question, Reading, Tongue
from ugcflow.studio.language.clauses import clause
from ugcflow.studio.language.context.interpret import interpret
from ugcflow.studio.language.figures.denied import (
    date_clauses,
    deny_deeds,
    drop_denied,
    drop_former,
    drop_others,
    drop_outgrown,
    drop_shapes,
    drop_tongues,
)
from ugcflow.studio.language.figures.footage_length import drop_told_lengths
from ugcflow.studio.language.figures.measures import add_measures, add_signs
from ugcflow.studio.language.figures.moments import add_times
from ugcflow.studio.language.figures.rejected import drop_rejected
from ugcflow.studio.language.figures.replaced import drop_replaced
from ugcflow.studio.language.figures.series import add_series, silence_numbering
from ugcflow.studio.language.looks.fontsize import add_letter_sizes
from ugcflow.studio.language.looks.languages import add_rows
from ugcflow.studio.language.looks.likeness import add_likeness
from ugcflow.studio.language.looks.moodrow import add_wished_music, drop_natural, drop_reservations
from ugcflow.studio.language.looks.namedfilter import add_named_filters
from ugcflow.studio.language.looks.namedstyle import add_named_styles
from ugcflow.studio.language.looks.wordgroup import add_word_groups
from ugcflow.studio.language.phrases import grammar, tongue
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.senses.beforehand import part_before
from ugcflow.studio.language.senses.compound import silence_compounds
from ugcflow.studio.language.senses.given import settle_given
from ugcflow.studio.language.senses.leadin import silence_journeys, silence_lead_in, silence_reports
from ugcflow.studio.language.senses.onlypart import free_times, silence_only
from ugcflow.studio.language.senses.uneven import add_unevenness
from ugcflow.studio.language.senses.wordclass import settle_figures, settle_words
from ugcflow.studio.language.shown import quote
from ugcflow.studio.language.shown.announced import protect_announced
from ugcflow.studio.language.shown.crutch import add_crutches
from ugcflow.studio.language.shown.seenwords import silence_seen
from ugcflow.studio.language.words import blanks, courtesy, folding, lexicon, typo
from ugcflow.studio.language.words.sentence import Sentence, lay_out, with_texts
from ugcflow.studio.language.words.token import Token, tokenise
from ugcflow.studio.operations import all_operations

LONGEST = 2000
"""Characters; longer texts are refused with a question."""

MOST_TOKENS = 400
"""Words, or single Chinese characters."""

Inputs = tuple[tuple[str, str], ...]
"""The ids of a recipe's inputs, each with its role."""

PASSES = (
    silence_numbering,
    silence_compounds,
    silence_seen,
    silence_lead_in,
    silence_reports,
    silence_journeys,
    add_crutches,
    settle_words,
    settle_given,
    drop_reservations,
    drop_natural,
    deny_deeds,
    part_before,
    add_times,
    drop_told_lengths,
    add_measures,
    add_series,
    add_rows,
    add_letter_sizes,
    add_word_groups,
    add_named_styles,
    add_named_filters,
    add_wished_music,
    add_unevenness,
    add_signs,
    settle_figures,
    add_likeness,
    drop_denied,
    drop_replaced,
    drop_former,
    drop_others,
    drop_outgrown,
    drop_shapes,
    drop_tongues,
    date_clauses,
    drop_rejected,
    free_times,
    silence_only,
)
"""What gives the words of a sentence further labels, or takes some away; a later one sees the labels of those before."""


class StudioReader:
    """The studio's reader of sentences (`session.contract.Reader`)."""

    def read(self, text: str, tongue: Tongue | None = None) -> Reading:
        """What a sentence asks for. Never raises; what can't be read comes back as questions with the words at fault."""
        inputs = tuple((tongue or Tongue()).inputs.items())
        return _known(text, inputs) if len(text) <= LONGEST else _read(text, inputs)


@lru_cache(maxsize=4096)
def _known(text: str, inputs: Inputs) -> Reading:
    """The variants of a recipe say the same sentences hundreds of times: each is read once."""
    reading = _read(text, inputs)
    asked = (ask.in_language(_doable(q), reading.language) for q in reading.questions)
    return replace(reading, questions=tuple(asked)) if reading.questions else reading


def forget() -> None:
    """Read every sentence anew, for who measures it."""
    _known.cache_clear()


def _read(text: str, inputs: Inputs) -> Reading:
    if len(text) > LONGEST:
        return Reading(text, questions=(ask.too_long(text, LONGEST),))
    tokens = tokenise(text, lexicon.SIMPLIFY)
    if not any(t.kind != "punct" for t in tokens):
        return Reading(text, questions=(ask.nothing(text),))
    language = _language(tokens, text)
    if language not in lexicon.languages():
        return Reading(text, questions=(ask.language(text, language),), language=language)
    if len(tokens) > MOST_TOKENS:
        return Reading(text, questions=(ask.too_much(text, 0, len(text)),), language=language)
    rules = grammar.load(language)
    sentence = _laid_out(text, tokens, rules, inputs)
    operations, questions = interpret(sentence, clause.split(sentence, rules), rules)
    return Reading(text, tuple(operations), _stamped(questions), language)


def _doable(question: Question) -> Question:
    """Of the sentences offered instead, those the studio can carry out today; the commonest ones where none is left."""
    offered = tuple(n for n in question.nearest if _works(n))
    return replace(question, nearest=offered or (ask.NEAREST if question.nearest else ()))


@lru_cache(maxsize=1000)
def _works(sentence: str) -> bool:
    reading = _read(sentence, ())
    return not reading.questions and all(all_operations()[o.op].built for o in reading.operations)


def _language(tokens: list[Token], text: str) -> str:
    """By the words outside quotes, which may be in any language."""
    bare = quote.protect_quotes(tokens, text, lexicon.Lexicon(""))
    return tongue.recognise(bare if any(t.kind in ("word", "cjk") for t in bare) else tokens, text)


def _laid_out(text: str, tokens: list[Token], rules: Grammar, inputs: Inputs) -> Sentence:
    words = rules.lexicon
    tokens = quote.protect_quotes(tokens, text, words)
    tokens = typo.corrected(folding.unfolded(courtesy.curt(tokens, words), words), words)
    tokens = blanks.parted(tokens, text, words) if words.language == "zh" else tokens
    sentence = _with_entities(text, tokens, rules, inputs)
    announced = protect_announced(sentence, rules)
    return sentence if announced == tokens else with_texts(sentence, announced)


def _with_entities(text: str, tokens: list[Token], rules: Grammar, inputs: Inputs) -> Sentence:
    sentence = lay_out(text, tokens, rules.lexicon)
    for settle in PASSES:
        settle(sentence)
    several = sum(role != "music" for _, role in inputs) > 1
    for at, token in enumerate(tokens):
        if several and sentence.ends(at, "<clip>"):
            sentence.put(at, "<one_clip>", at + 1, None)  # of a single one "the first clip" is all there is
        for id_, _ in inputs:
            if token.kind == "word" and token.low == id_.lower() and len(id_) > 1:
                sentence.put(at, "{input}", at + 1, id_)
    return sentence


def _stamped(questions: list[Question]) -> tuple[Question, ...]:
    """No question twice."""
    return tuple(dict.fromkeys(replace(q) for q in questions))
