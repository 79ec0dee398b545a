"""What happens otherwise, would do as well, or is not wanted: "or the ad account rejects it", "or at least dim it", "instead of speeding it up"."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

FAILING = frozenset({"reject", "rejects", "won't", "wont", "refuse", "refuses", "fails", "complain", "complains", "can't", "cant", "gets", "explode", "doesn't", "doesnt", "blocks", "cuts", "bounces"})  # fmt: skip


def or_else(s: Sentence) -> range:
    """ "(under 90 seconds) or the ad account rejects it": what happens if not."""
    for at in range(2, len(s) - 2):
        if s.tokens[at].low in ("or", "otherwise"):
            rest = range(at, len(s))
            shown = any(s.ends(i, "{platform}") for i in (at + 1, at + 2)) and s.tokens[-1].low in (
                "it",
                "them",
            )
            return rest if shown or any(s.tokens[i].low in FAILING for i in rest) else range(0)
    return range(0)


def or_at_least(s: Sentence) -> range:
    """ "(Remove the noise) or at least dim it": a second way to deal with the same, behind the one that is wanted."""
    for at in range(2, len(s) - 2):
        verb = at + 1 + 2 * ([t.low for t in s.tokens[at + 1 : at + 3]] == ["at", "least"])
        if s.tokens[at].low != "or" or verb + 1 >= len(s) or s.tokens[verb].kind != "word":
            continue
        pointing = s.tokens[verb + 1].low in ("it", "them", "that")
        if pointing and len(s) <= verb + 3:
            return range(at, len(s))
    return range(0)


def instead(s: Sentence) -> range:
    """ "(Cut the pauses out) instead of just speeding them up": what is not wanted, to the end of the clause."""
    for at in range(2, len(s) - 2):
        of = [t.low for t in s.tokens[at : at + 2]] in (["instead", "of"], ["rather", "than"])
        verb = at + 2 + (s.tokens[at + 2].low in ("just", "only", "simply"))
        if of and verb < len(s) and s.tokens[verb].low.endswith("ing") and not any(s.tokens[i].kind == "text" for i in range(at, len(s))):  # fmt: skip
            return range(at, len(s))
    return range(0)
