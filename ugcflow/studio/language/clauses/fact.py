"""What a clause only tells: that something is so already, what the edit is for; and whether it wishes something all the same."""

from __future__ import annotations

from itertools import pairwise

from ugcflow.studio.language.clauses.clause import AND, Clause, opens, verbs_of
from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.phrases.match import Match

_TELLING = frozenset(["my", "our", "the", "there", "this", "it", "i", "we", "he", "she", "his", "her", "some", "thats", "its", "that's", "those", "there's", "theres", "im", "i'm", "hes", "shes", "they", "they're", "theyre", "we're", "you're", "which", "whose", "ours", "mine", "hers", "theirs", "viewers", "listeners", "customers", "users", "followers", "nobody", "been", "goes", "suits"])  # fmt: skip
_GIVEN = frozenset({"source", "original", "originals", "input", "footage", "raw"})
_TURNED = frozenset({"to", "into", "should", "as", "off", "on"})
_SEEMS = frozenset({"sound", "sounds", "look", "looks", "feel", "feels", "seem", "seems"})
_DONE_BEFORE = frozenset({"recorded", "filmed", "shot", "took", "bought", "forgot"})
_WISHING = frozenset({"deserves", "deserve", "should", "must", "need", "needs", "want", "wants", "can", "could", "be", "please", "like", "sure", "ensure"})  # fmt: skip
_BEING = frozenset({"looks", "died", "has", "was", "were", "came", "keeps", "kept", "hung", "shows", "rejects", "looked", "got", "went", "had", "shipped", "aired"})  # fmt: skip


_SURE = frozenset({"should", "sure", "ensure", "ensures"})


def wishes(clause: Clause) -> bool:
    """ "It should say …", "we need it vertical": what begins like a fact and asks."""
    s = clause.sentence
    asked = clause.words[1:3] == ["there", "be"]  # "could there be a slow zoom?"
    return asked or any(s.ends(i, "<need>") or s.tokens[i].low in _SURE for i in range(len(s)))


_STATING = _BEING | {"is", "are", "it's", "its", "there's", "theres", "sits", "sat", "at", "by", "of", "i", "we", "it"}
_IS = frozenset({"is", "are", "was", "were"})
_WENT = frozenset({"shoots", "records", "films", "captures", "recorded", "filmed", "captured", "had", "went", "came", "shipped", "aired"})  # fmt: skip


def is_so(clause: Clause) -> bool:
    """ "My subs are in Korean", "the last one went out with English subs": a language or a shape that is there already."""
    s = clause.sentence
    told = s.places("{language}", "{aspect}", "{resolution}", "{fps}", "{lufs}")
    if _given(clause):
        return True
    near = ((i, s.tokens[i].low, j - i) for j in told for i in range(max(0, j - 4), j))
    return any(w in _WENT or (n < 4 and (w in _IS or (w in ("has", "have") and 0 < i < 3))) for i, w, n in near)


def _given(clause: Clause) -> bool:
    """ "Source 60 fps, deliver 30", "original 16:9": what the footage is."""
    lead = [w for w in clause.words[:3] if w not in ("the", "my")]
    shape = clause.has("{aspect}", "{resolution}", "{fps}")
    return shape and lead[:1] != [] and lead[0] in _GIVEN and _TURNED.isdisjoint(clause.words)


def for_platform(match: Match, fact: int) -> bool:
    """ "this is for TikTok": the fact itself says what shape is wanted."""
    return match.phrase.target == "reframe" and bool(match.phrase.fixed) and match.first < fact


def told(clause: Clause) -> bool:
    """Does the clause tell how something is ("my mic picked up a hum"), rather than what to do?"""
    return clause.sentence.once(("told", clause.offset, clause.tail), lambda: _told(clause))


_OFTEN = frozenset({"currently", "sometimes", "often", "usually", "occasionally", "sadly", "unfortunately", "lots", "many", "of", "times"})  # fmt: skip
_HANDLING = frozenset({"export", "upload", "play", "render", "publish", "save", "post", "watch", "open", "view"})
_THERE = (["there"], ["there's"], ["theres"])
_MAY_BE = (["there", "can", "be"], ["there", "may", "be"], ["there", "might", "be"])


def _plainly(words: list[str]) -> list[str]:
    """Without the "sometimes" in front; "there can be" stands for "there is"."""
    words = words[next((i for i, w in enumerate(words) if w not in _OFTEN), 0) :]
    return ["there", "is", *words[3:]] if words[:3] in _MAY_BE else words


def _told(clause: Clause) -> bool:
    timed = max(clause.sentence.ends(clause.offset, n) for n in ("{range}", "{instant}")) - clause.offset
    words = _plainly(clause.words[timed:] if clause.words[timed : timed + 1] in _THERE and timed > 0 else clause.words)
    has_to = "to" in words and any(w in ("has", "have") and after == "to" for w, after in pairwise(words))
    likened = "like" in words and any(
        w in _SEEMS and after == "like" for w, after in pairwise(words)
    )  # "I sound like a child"
    if not words or _WISHING & set(words) - ({"like"} if likened else set()) or has_to:
        return False
    if words[0] == "some" and len(words) > 1 and "<text>" in clause.sentence.labels(clause.offset + 1):
        return False  # "… and some text over the opening shot"
    if clause.has("{percent}", "{db}") and _STATING.isdisjoint(words):
        return False  # "my voice up 20%, music down to 10%"
    if _given(clause):
        return True
    if words[0] in _DONE_BEFORE and len(words) > 2:
        return True  # "I teach chemistry and recorded the experiment as five files"
    if words[0] in ("both", "all") and words[1:2] in (["are"], ["were"]):
        return True  # "take out 4:00-4:30 and 9:15-9:40, both are loading screens"
    if words[0] == "when" and not _HANDLING.isdisjoint(words[2:3]):
        return True  # "when I export it the resolution is 720p"
    contracted = words[0].endswith(("'s", "’s")) and words[0] not in ("let's", "let’s")  # "the music's a bit loud"
    return words[0] in _TELLING or contracted or (bool(_BEING & set(words[1:4])) and not _orders(clause))


def bracketed(clauses: list[Clause], number: int, rules: Grammar) -> bool:
    """ "Footage provided (1080p)", "I have a voiceover and music": what stands in brackets behind a fact, or is there as well, is one too."""
    clause, before = clauses[number], clauses[number - 1] if number else None
    if before is None or not opens(before, "<fact>") or wishes(before):
        return False
    there = clause.opener in AND and not clause.hard and not _OWNING.isdisjoint(before.words[:3])
    bare = clause.has(*_OWNED) and _SAYING.isdisjoint(clause.words)
    return clause.opener in ("(", "（") or (there and bare and not verbs_of(clause, rules))


_OWNING = frozenset({"have", "has", "got", "there", "there's", "i've", "we've", "added", "put"})
_SAYING = (_STATING | _WISHING) - {"of", "it", "at", "by"}
_OWNED = ("<music>", "{mood}", "<caption>", "<logo>", "<voiceover>", "<text>", "<effect>", "<sticker>")


def _orders(clause: Clause) -> bool:
    """Does the clause begin with what may be an imperative?"""
    s, at = clause.sentence, clause.offset
    if at + 1 < len(s) and s.ends(at, "<clip>") and s.tokens[at + 1].kind == "num":
        return False  # "clip 2 came in sideways"
    while at < len(s) and s.ends(at, "#noise"):
        at = s.ends(at, "#noise")
    return at >= len(s) or (s.tokens[at].low not in _BEING and any(n[0] in "<{" for n in s.labels(at)))


_DOING = frozenset({"<fit>", "<add>", "<make>", "<remove>", "<cut>", "<export_>", "<keep>"})
_HAVING = frozenset("有带是要了")


def done_to(match: Match, clause: Clause, fact: int) -> bool:
    """昨天的录像剪成30秒: behind the fact a Chinese verb says what is to become of it, unless it has become so (剪成了)."""
    s = clause.sentence
    if any(t.text in ("了", "过", "已") for t in clause.tokens):
        return False
    verbs = (i for i in match.covered if i >= fact and s.tokens[i].kind == "cjk" and s.labels(i) & _DOING)
    return any(s.tokens[i].text not in _HAVING for i in verbs)


_SPOKEN = frozenset({"remove_fillers", "remove_bad_takes"})
_WANTING = frozenset({"<remove>", "<cut>", "<drop>", "<mute_>", "<no>", "<dont>", "<keep>"})


def complains(clause: Clause, ops: set[str]) -> bool:
    """ "Every time I mess up I start again", "I say uh when I think": when that happens limits nothing, for nothing is asked to be done then."""
    s = clause.sentence
    if not {"say", "says", "said"}.isdisjoint(clause.words) and not {"every", "each"}.isdisjoint(clause.words):
        return bool(ops) and ops <= _SPOKEN  # "remove every time I say like"
    people = not {"i", "he", "she", "they", "we", "you"}.isdisjoint(clause.words)
    return bool(ops) and ops <= _SPOKEN and people and not any(s.labels(i) & _WANTING for i in range(len(s)))
