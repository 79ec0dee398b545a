"""A sentence cut into clauses, each with one thing asked; a clause that says only a noun takes the verb of its neighbour over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ugcflow.studio.language.clauses.afterthought import afterthought, pass_over, topic
from ugcflow.studio.language.clauses.runon import begins_anew
from ugcflow.studio.language.clauses.separator import separator
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.senses.cutwords import dates_an_edit, heads_a_cut, names_the_middle, spares_a_stretch
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.language.words.token import Token

_NOUNS = ("<sticker>", "<transition>", "<effect>", "<logo>", "<music>", "<caption>")
_LABELS = frozenset({"<music>", "<caption>", "{aspect}", "<silence>", "<filler>", "<logo>", "<transition>"})
_ASKING = frozenset({"帮我", "帮我把", "请帮我", "请帮我把", "麻烦帮我", "都帮我", "都帮我把", "也帮我", "一起帮我"})
"""Separates like a comma, and joins nothing itself."""
_CLOSE = frozenset({"，", ",", *_ASKING})
_HARD = set(".;!?；！？\n")
"""Ends of sentences; 。 is often no more than a comma: 前8秒原速。后面3倍速."""
AND = ("and", "&", "和", "跟", "与", "及", "以及", "、", "/", "or", "as well as", "along with", "together with", "alongside", "还有", "y", "e", "und", "sowie", "और", "aur", "et", "plus", "ed", "и", "en", "dan", "ve", "i", "oraz", "và", "그리고", "과", "와", "하고", "と")  # fmt: skip
"""What joins a thing to those before it in the same row, in all languages."""


@dataclass
class Clause:
    """A piece of the sentence laid out on its own. `offset` tokens at the front are a neighbour's verb, taken over.

    `opener` is how it is joined to the one before: "" (first), "," , "and", "." …; `hard` where a sentence ended.
    """

    sentence: Sentence
    begin: int
    end: int
    offset: int = 0
    tail: int = 0
    opener: str = ""
    hard: bool = False

    def own(self, place: int) -> bool:
        """Is the token at `place` the clause's own?"""
        return self.offset <= place < len(self.sentence.tokens) - self.tail

    @property
    def places(self) -> range:
        """Its own tokens' places."""
        return range(self.offset, len(self.sentence.tokens) - self.tail)

    @cached_property
    def tokens(self) -> list[Token]:
        """Its own tokens."""
        return self.sentence.tokens[self.offset : len(self.sentence.tokens) - self.tail]

    @property
    def span(self) -> tuple[int, int]:
        """Where its own tokens stand in the text."""
        return self.sentence.span(self.offset, len(self.sentence.tokens) - self.tail)

    def has(self, *labels: str) -> bool:
        """Does one of these labels begin at one of its own tokens?"""
        return any(self.own(at) for at in self.sentence.places(*labels))

    @cached_property
    def chinese(self) -> bool:
        """Is any of its own tokens a Chinese character?"""
        return "cjk" in [token.kind for token in self.tokens]

    @cached_property
    def words(self) -> list[str]:
        """Its own tokens as written, in small letters."""
        return [token.low for token in self.tokens]


def split(sentence: Sentence, grammar: Grammar) -> list[Clause]:
    """The clauses in order."""
    ends = _kept_together(sentence)
    comma = "，" if sentence.lexicon.language == "zh" else ","
    clauses: list[Clause] = []
    begin, place, opener, hard = 0, 0, "", True
    while place < len(sentence):
        if begins_anew(sentence, begin, place, ends[place]):
            clauses.append(Clause(piece(sentence, begin, place), begin, place, opener=opener, hard=hard))
            begin, opener, hard = place, comma, False
        stop = separator(sentence, place, ends)
        if not stop or _held(sentence, begin, place, stop, grammar):
            place += 1
            continue
        if place > begin:
            clauses.append(Clause(piece(sentence, begin, place), begin, place, opener=opener, hard=hard))
            hard = False
        hard = hard or sentence.tokens[place].text in _HARD
        spoken = sentence.text[sentence.tokens[place].start : sentence.tokens[stop - 1].end].lower()
        opener = (
            opener
            if opener and place == begin and spoken in _ASKING
            else comma
            if spoken in (",", " ", "。")
            else spoken
        )
        begin = place = stop
    if begin < len(sentence):
        clauses.append(Clause(piece(sentence, begin, len(sentence)), begin, len(sentence), opener=opener, hard=hard))
    return _joined(clauses, sentence, grammar)


def _held(s: Sentence, begin: int, at: int, stop: int, grammar: Grammar) -> bool:
    """Does what would part two clauses belong to the first of them: an adverb without a verb before it, a thing and its colon, a time?"""
    if s.ends(at, "#adverb") == stop and (not _acts(s, begin, at, grammar) or _denied(s, at)):
        return True
    if topic(s, begin, at) or (s.tokens[at].text == "再" and _denied(s, at)):
        return True
    return _labelled(s, begin, at, grammar) or _dated(s, begin, at)


def _joined(clauses: list[Clause], sentence: Sentence, grammar: Grammar) -> list[Clause]:
    """What says nothing without the clause before belongs to it: 前面有4秒黑屏，切掉."""
    out: list[Clause] = []
    for clause in clauses:
        told = out[-1].sentence if out and not clause.hard else None
        how = told and afterthought(clause.sentence, told, grammar.verbs) if clause.opener in _CLOSE else ""
        if how:
            before = out.pop()
            part = piece(sentence, before.begin, clause.end)
            if how == "passed over":
                pass_over(part, clause.begin - before.begin)
            clause = Clause(part, before.begin, clause.end, opener=before.opener, hard=before.hard)
        out.append(clause)
    return out


def _acts(s: Sentence, begin: int, end: int, grammar: Grammar) -> bool:
    """Is there a verb of editing between `begin` and `end`? 再 in 人声再大点 begins nothing new."""
    return any(s.labels(i) & grammar.verbs for i in range(begin, end))


def _denied(s: Sentence, at: int) -> bool:
    """不要直接导出: an adverb right behind a denial."""
    return any(s.ends(i, n) == at for i in range(max(0, at - 3), at) for n in ("<no>", "<dont>"))


def _dated(s: Sentence, begin: int, at: int) -> bool:
    """ "0:12 - zoom in here": the sign between a time and what is to be there; the time alone is no length."""
    colon = s.tokens[at].text in (":", "：") and at + 1 < len(s)
    if colon and at in (s.ends(begin, "{first}"), s.ends(begin, "{last}")):
        return True  # "first 4 sec: a hook"
    if any(f(s, begin, at) for f in (heads_a_cut, dates_an_edit, names_the_middle, spares_a_stretch)):
        return True
    if s.tokens[at].text not in "-–—:：" or at + 1 >= len(s) or s.tokens[begin].kind != "clock":
        return False
    return at in (s.ends(begin, "{instant}"), s.ends(begin, "{range}"))


def _labelled(s: Sentence, begin: int, colon: int, grammar: Grammar) -> bool:
    """Is this the colon of "Music: upbeat", a thing and what it is to be?"""
    longest = 6 if s.tokens[begin].kind == "cjk" else 3
    if s.tokens[colon].text not in (":", "：") or not 0 < colon - begin <= longest or colon + 1 >= len(s):
        return False
    labels = {n for i in range(begin, colon) for n in s.labels(i)}
    return bool(labels & _LABELS) and not labels & (grammar.verbs - {"<fit>", "<fitv>"})


def _kept_together(s: Sentence) -> list[bool]:
    """For each token: does a longer word, a time or a protected text run through it? Then it separates nothing."""
    inside = [False] * len(s)
    for at in range(len(s)):
        parted = s.ends(at, "#separators")
        for label, stop, _ in s.arcs[at]:
            if label == "<t_onward>" and stop < parted:
                continue  # "(add captions) and on top of that …"
            if stop > at + 1 and stop != parted and label not in ("#separators", "#noise"):
                for place in range(at, stop):
                    inside[place] = True
    return inside


def piece(sentence: Sentence, begin: int, end: int) -> Sentence:
    """Tokens `begin` … `end` as a sentence of their own; labels that reach beyond are left out."""
    part = Sentence(sentence.text, sentence.tokens[begin:end], sentence.lexicon)
    part.lay([[(n, stop - begin, v) for n, stop, v in arcs if stop <= end] for arcs in sentence.arcs[begin:end]])
    return part


def verbs_of(clause: Clause, grammar: Grammar) -> list[tuple[int, int]]:
    """Where the clause's own verbs stand."""
    return clause.sentence.once((clause.offset, clause.tail), lambda: _verbs(clause, grammar))


def _verbs(clause: Clause, grammar: Grammar) -> list[tuple[int, int]]:
    s, found = clause.sentence, []
    for at in clause.places:
        ends = [stop for label, stop in s.farthest[at].items() if label in grammar.verbs]
        if ends and s.tokens[at].kind == "cjk" and any(s.ends(at, n) > max(ends) for n in _NOUNS):
            continue  # 贴纸: 贴 alone puts something on
        if ends and not _in_time(s, at):
            found.append((at, max(ends)))
    return [(at, end) for at, end in found if not _wished(s, at)] or found


def _wished(s: Sentence, at: int) -> bool:
    """Is the verb at `at` the "want" of "I wanted to cut the beginning"?"""
    return any(i < at and "<need>" in s.labels(at) and s.ends(i, "#noise") > at + 1 for i in range(max(0, at - 2), at))


def _in_time(s: Sentence, at: int) -> bool:
    """Is this word a part of a time or a place ("from the end"), or of a slip ("where I mess up")?"""
    return any(
        ((n[0] == "{" and n != "{factor}") or n == "<bad_take>") and stop > at
        for i in range(max(0, at - 4), at)
        for n, stop, _ in s.arcs[i]
    )


def with_verb(clause: Clause, verb: Sentence, before: bool = True) -> Clause:
    """The clause with a neighbour's verb in front of it (or behind it); of the verb's own values it takes none ("smooth out")."""
    tokens = [token._replace(virtual=True) for token in verb.tokens]
    own = clause.sentence
    bare = [[arc for arc in arcs if arc[0][0] != "{"] for arcs in verb.arcs] if len(verb) == 1 else verb.arcs
    first, second = (bare, own.arcs) if before else (own.arcs, bare)
    joined = Sentence(own.text, [*tokens, *own.tokens] if before else [*own.tokens, *tokens], own.lexicon)
    joined.lay([*first, *[[(n, stop + len(first), v) for n, stop, v in arcs] for arcs in second]])
    offset, tail = (len(tokens), 0) if before else (0, len(tokens))
    return Clause(joined, clause.begin, clause.end, offset, tail, clause.opener, clause.hard)


def opens(clause: Clause, label: str) -> int:
    """The end of `label` where it opens the clause, small words aside; 0 where it does not."""
    sentence, at = clause.sentence, clause.offset
    while at < len(sentence):
        if end := sentence.ends(at, label):
            return end
        noise = sentence.ends(at, "#noise")
        if not noise:
            return 0
        at = noise
    return 0
