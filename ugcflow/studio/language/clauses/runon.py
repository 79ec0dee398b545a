"""Clauses that nothing parts: "its too long get it under 30s", "add captions make it vertical"."""

from __future__ import annotations

from ugcflow.studio.language.clauses.setoff import ADDED, UNWANTED, VERBS, elsewhere, next_deed, set_off
from ugcflow.studio.language.words.sentence import Sentence

_ASKING = frozenset({"get", "make", "cut", "turn", "bring", "drop", "move", "speed", "slow", "trim", "remove", "lose", "put", "take", "keep", "leave", "lower", "raise", "fix", "chop", "bump", "crank", "delete", "crop", "shorten", "tighten", "mute", "blur", "export", "stabilise", "stabilize", "brighten", "swap", "replace", "add", "denoise", "clean"})  # fmt: skip
_OBJECTS = frozenset({"it", "them", "em", "this", "that", "everything", "all"})
_DENYING = frozenset({"no", "not", "dont", "don't", "without", "never"})
_HEARD = frozenset({"<music>", "<voice>", "<audio>"})
_MAY = frozenset({"can", "could", "pls", "please"})
_LEADING = frozenset({"to", "can", "could", "please", "pls", "plz", "you", "we", "i", "u", "me", "let", "lets", "let's", "just", "not", "don't", "dont", "never", "or", "then", "that", "which", "who", "would", "should", "will", "help", "by", "need", "want", "also", "so", "go", "gonna", "wanna", "of", "for", "they", "it", "if", "when", "and", "but", "no", "clips", "clip", "shots", "effects", "changes", "must", "a", "the", "how", "what", "where", "quickly", "always", "really", "in", "on", "with", "as", "from", "into", "at", "us", "him", "her", "ai", "may", "might", "cannot", "can't", "cant", "automatically"})  # fmt: skip
_ASIDE = frozenset({"if", "when", "how", "what", "that", "which", "so", "and", "then", "who", "where"})
_TOLD = frozenset({"is", "are", "was", "were", "its", "it's", "too", "so", "theres", "there's", "looks", "sounds", "feels", "there", "needs", "has", "keeps", "isnt", "isn't", "aint", "drags", "hell", "r"})  # fmt: skip
_DRESSES = frozenset({"<caption>", "<music>", "<text>", "<logo>", "<voiceover>", "<transition>"})


def begins_anew(sentence: Sentence, begin: int, at: int, held: bool) -> bool:
    """Does a new clause begin at token `at`, though no comma or "and" stands before it: an imperative and its pronoun, behind something whole?

    `held`: a longer word or a time runs through the token.
    """
    token, before = sentence.tokens[at], sentence.tokens[at - 1]
    if at - begin < 2:
        return at == begin + 1 and token.low == "with" and _with(sentence, begin, at)
    if (before.kind == "cjk" or (before.kind, token.kind) == ("word", "cjk")) and set_off(sentence, begin, at):
        return True
    if at + 1 >= len(sentence):
        return False
    if (before.kind == "text" or token.kind == "cjk") and elsewhere(sentence, begin, at):
        return True
    if before.low in sentence.lexicon.tables.get("participles", ()):
        return True  # "சப்டைட்டில் சேர்த்து இசையை நீக்கு": captions added, the music goes
    if token.kind == "cjk":
        return next_deed(sentence, begin, at)
    held = held and (token.low not in _ASKING or _inside(sentence, begin, at))
    if held or (UNWANTED & sentence.labels(at) and _second_thing(sentence, begin, at)):
        return not held
    if leads := _LED_BY.get(token.low):
        return leads(sentence, begin, at)
    if (token.low in _SUBJECT_IS or _is_something(sentence, begin, at)) and _tells_why(sentence, begin, at):
        return True
    if sentence.labels(at) & _HEARD:
        return _levelled(sentence, begin, at)
    return _orders(sentence, begin, at)


def _inside(s: Sentence, begin: int, at: int) -> bool:
    """Does a longer word run into the token from before, rather than begin there ("its too slow | speed it up")?"""
    longer = (n for i in range(max(begin, at - 6), at) for n, stop, _ in s.arcs[i] if stop > at)
    return any(n not in ("#noise", "<source>") for n in longer)


def _orders(s: Sentence, begin: int, at: int) -> bool:
    """ "(its too long) get it under 30s", "(no music) can you cut it": an imperative and its pronoun, behind something whole."""
    asked = at + 2 if s.tokens[at].low in _MAY and at + 3 < len(s) else at
    if s.tokens[asked].low not in _ASKING:
        return False
    if asked == at and _put_away(s, begin, at):
        return True
    words = [t.low for t in s.tokens[begin : at + 2]]
    thing = s.tokens[asked + 1].low
    if thing not in _OBJECTS or words[-3] in (_ASIDE if asked > at else _LEADING):
        return False
    if (asked > at and words[-1] not in ("u", "you", "we", "i")) or s.tokens[at - 1].kind not in (
        "word",
        "num",
        "text",
    ):
        return False
    whole = any(s.labels(i) & VERBS for i in range(begin, at - 1))
    whole = whole or (thing in ("em", "them", "it") and bool(s.labels(begin) & (UNWANTED | {"<bars>"})))
    return bool(_TOLD & set(words[:-2])) or whole


_SUBJECT_IS = frozenset({"its", "it's", "im", "i'm", "hes", "he's", "shes", "she's", "theyre", "they're", "we're", "you're", "theres", "there's", "nobody", "everyone", "everybody", "most"})  # fmt: skip
_HANGING = frozenset({"sure", "ensure", "when", "whenever", "where", "while", "because", "cause", "cuz", "since", "so", "if", "that", "as", "until", "till", "before", "after", "how", "what", "who", "and", "but", "or", "like", "says", "say", "said", "saying", "reads", "reading", "think", "now", "once", "why", "of", "for", "to", "with", "on", "in", "at", "from", "over", "by", "maybe", "bc", "unless", "though", "know", "than", "part", "parts", "bit", "bits", "moment", "moments", "time", "times", "every", "everywhere", "not", "i", "word", "words", "title", "titled"})  # fmt: skip


_ACTS = VERBS | {"<mute_>", "<fit>", "<rotate_>", "<flip_>"}
_PLEASE = frozenset({"pls", "plz", "please", "thx", "thanks"})


def _tells_why(s: Sentence, begin: int, at: int) -> bool:
    """ "Lose the last 4 secs im just reaching for the phone": behind something whole, who it is and what he does begins anew."""
    before = s.tokens[at - 1]
    deed = before.low in _PLEASE or any(s.labels(i) & _ACTS for i in range(begin, at - 1))
    named = s.may_have("<text>", "<voiceover>") and any(
        s.labels(i) & {"<text>", "<voiceover>"} for i in range(begin, at)
    )
    return deed and not named and before.kind in ("word", "num") and before.low not in _HANGING


_BEING = ("is", "are", "was", "were", "isn't", "isnt", "keeps", "sounds", "looks")


def _is_something(s: Sentence, begin: int, at: int) -> bool:
    """ "Add captions pls my accent is strong": a noun of somebody's and what it is, behind a thing or a time that was named."""
    owned = s.tokens[at].low in ("my", "our", "the", "his", "her")
    if at + 3 >= len(s) and (owned or at + 2 >= len(s)):
        return False
    verb = s.tokens[at + 1 + owned].low
    if verb not in (_BEING if owned else ("was", "were")):
        return False
    things = ADDED | UNWANTED | {"<noise_>", "{range}", "{first}", "{last}", "{duration}", "{degrees}"}
    ended = any(stop == at and n in things for i in range(max(begin, at - 8), at) for n, stop, _ in s.arcs[i])
    return ended or s.tokens[at - 1].low in _PLEASE


def _second_thing(s: Sentence, begin: int, at: int) -> bool:
    """ "rm dead air uhms n bg noise": pauses and fillers, named one behind the other."""
    pairs = (("<silence>", "<filler>"), ("<filler>", "<silence>"), ("<bad_take>", "<filler>"), ("<filler>", "<bad_take>"))  # fmt: skip
    led = any(s.labels(i) & {"<remove>", "<cut>", "<drop>"} for i in range(begin, at))
    ends = {n for i in range(begin, at) for n, stop, _ in s.arcs[i] if stop == at and n in UNWANTED}
    return led and any(first in ends and n in s.labels(at) and n not in ends for first, n in pairs)


_AWAY = frozenset({"off", "out", "away", "down", "up", "gone"})
_ARTICLES = frozenset({"the", "my", "our", "a", "an", "some", "all"})


def _put_away(s: Sentence, begin: int, at: int) -> bool:
    """ "take the music off keep the subs": behind a verb, its thing and where that went, the next deed and its thing."""
    went = s.tokens[at - 1].low in _AWAY and at - begin > 2
    named = s.tokens[at + 1].low in _ARTICLES or bool(s.labels(at + 1) & (ADDED | UNWANTED))
    led = s.skip(begin, "#noise")
    deed = s.tokens[led].low in _ASKING or not s.labels(led).isdisjoint(VERBS | {"<mute_>", "<add>"})
    return went and named and led < at - 2 and deed


def spoken_meanwhile(s: Sentence, at: int) -> bool:
    """ "(Lower the music) while the coach is talking": when, where nothing but who speaks is said."""
    for place in range(at + 1, min(len(s), at + 7)):
        if s.ends(place, "<voice>"):
            return True
        if s.tokens[place].kind != "word" or s.ends(place, "#separators") or s.tokens[place].low.endswith("ing"):
            return False
    return False


def _asks_how(s: Sentence, begin: int, at: int) -> bool:
    """ "The video has black bars how do I get rid of them"."""
    verb, who = (*(t.low for t in s.tokens[at + 1 : at + 3]), "", "")[:2]
    return at - begin > 2 and verb in ("do", "can", "could", "should", "would") and who in ("i", "we", "you")


def _by_doing(s: Sentence, begin: int, at: int) -> bool:
    """ "Shorten this to 30 s by removing silences"."""
    return s.tokens[at + 1].low.endswith("ing") and not VERBS.isdisjoint(s.labels(at + 1))


def _instead(s: Sentence, begin: int, at: int) -> bool:
    """ "Dont add music just captions"."""
    return any(t.low in _DENYING for t in s.tokens[begin : begin + 2])


def _neither(s: Sentence, begin: int, at: int) -> bool:
    """ "No ums no dead air"."""
    return s.tokens[begin].low == "no"


def _with(s: Sentence, begin: int, at: int) -> bool:
    return _fading(s, begin, at) or _so_long(s, begin, at) or _besides(s, begin, at)


_DONE = frozenset({"<silence>", "<filler>", "<bad_take>", "<noise_>", "<bars>", "{filter}"})
"""What an edit ends with that needs nothing more: "remove the pauses with captions on top"."""
_BESIDES = _DRESSES | {"<broll>", "<effect>"}
_LAID = frozenset({"<blur_>", "<fade_>", "<zoom_>"})
_AKIN = (frozenset({"<caption>", "<text>"}), frozenset({"<effect>", "<transition>"}))
_CHANGING = frozenset({"<replace>", "<remove>", "<lower>", "<raise>", "<duck_>", "<mute_>", "<keep>"})
_MIXING = frozenset({"is", "are", "has", "sync", "mix", "match", "blend", "align", "swap", "cover", "combine", "pair", "time", "balance", "fill", "mask", "hide", "patch", "bridge"})  # fmt: skip


def _besides(s: Sentence, begin: int, at: int) -> bool:
    """ "Captions with upbeat music", "add a title with my logo": two things that are laid on, the second no part of the first."""
    first = {n for i in range(max(begin, at - 3), at) for n, stop, _ in s.arcs[i] if stop == at} & _BESIDES
    done = any(stop == at and n in _DONE for i in range(max(begin, at - 4), at) for n, stop, _ in s.arcs[i])
    changing = frozenset({"<replace>"}) if done else _CHANGING
    changed = any(s.tokens[i].low in _MIXING or s.labels(i) & changing for i in range(begin, at))
    if not (first or done) or changed:
        return False
    end, laid = at + 1, _BESIDES | (_LAID if done else frozenset())
    while end < min(len(s), at + 5) and s.labels(end).isdisjoint(laid):
        if s.tokens[end].kind == "punct" or s.ends(end, "#separators") or s.tokens[end].low in ("the", "no", "lyrics"):
            return False
        end += 1
    second = s.labels(end) & laid if end < len(s) else frozenset()
    akin = first and any((first | second) <= same for same in _AKIN)
    return bool(second) and first.isdisjoint(second) and not akin


def alternative(s: Sentence, at: int) -> bool:
    """Is this a bracket around "or …" ("my logo (or my name) top right"), which parts nothing?"""
    begin = at
    while begin > max(0, at - 6) and s.tokens[begin].text != "(":
        begin -= 1
    end = next((i for i in range(begin, min(len(s), begin + 7)) if s.tokens[i].text == ")"), 0)
    return end > begin + 1 and at in (begin, end) and s.tokens[begin].text == "(" and s.tokens[begin + 1].low == "or"


def _so_long(s: Sentence, begin: int, at: int) -> bool:
    """ "A 30 second vertical ad with captions": a length and a kind of film are all that stands before."""
    if not any(s.labels(i) & _DRESSES for i in range(at + 1, min(len(s), at + 6))):
        return False
    if s.labels(at - 1) & {"<length>", "<upright>"} and any(s.ends(i, "{duration}") for i in range(begin, at)):
        return True
    place, timed = begin, False
    while place < at:
        ends = [
            s.ends(place, n)
            for n in ("{duration}", "<length>", "{aspect}", "{platform}", "{mood}", "<upright>", "{reel}")
        ]
        timed = timed or max(ends[0], *ends[2:4], *ends[5:]) > 0
        end = max([*ends, s.ends(place, "#noise"), place + 1 if s.tokens[place].text == "-" else 0])
        if not end or (not ends[1] and any(n in VERBS for n in s.labels(place))):
            return False
        place = end
    return timed


def _fading(sentence: Sentence, begin: int, at: int) -> bool:
    """ "Add music with a fade out at the end": the music first, and then its fade."""
    added = any("<add>" in sentence.labels(i) for i in range(begin, at))
    ended = any("<end_>" in sentence.labels(i) for i in range(begin, at))
    if ended and any(sentence.ends(i, "{instant}") == at for i in range(begin, at)):  # "end it at 0:45 with a fade"
        return any("<fade_>" in sentence.labels(i) for i in range(at + 1, min(len(sentence), at + 4)))
    music = any("<music>" in sentence.labels(i) for i in range(begin, at))
    fades = any("<fade_>" in sentence.labels(i) for i in range(at + 1, min(len(sentence), at + 5)))
    return added and music and fades and not any("<fade_>" in sentence.labels(i) for i in range(begin, at))


def _levelled(sentence: Sentence, begin: int, at: int) -> bool:
    """ "vo up 3db music down 6db": a second thing heard, right behind the level of the first; not "at 12% volume"."""
    ended = at - (sentence.tokens[at - 1].low == "volume")
    level = any(sentence.ends(i, n) == ended for i in range(max(begin, at - 4), at) for n in ("{db}", "{percent}"))
    named = sentence.tokens[at].low not in ("volume", "level")
    return level and named and any(sentence.labels(i) & _HEARD for i in range(begin, at - 1))


_LED_BY = {"no": _neither, "how": _asks_how, "by": _by_doing, "with": _with, "just": _instead, "only": _instead}
"""Words that a new clause may begin with, and when it does."""
