"""Parts of a clause that tell about the footage or the purpose and ask for nothing: "for a 3-minute study vlog", "that I uploaded yesterday"."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.clauses.gist import shape
from ugcflow.studio.language.clauses.otherwise import FAILING, instead, or_at_least, or_else
from ugcflow.studio.language.words.sentence import Sentence

_TO_GO_WITH = frozenset({"accompany", "match", "suit", "complement", "support"})
_GOING_WITH = frozenset({"matches", "fits", "suits", "goes", "works", "match", "fit", "suit", "go"})
_SO_THAT = frozenset({"obtain", "achieve", "keep", "leave", "highlight", "emphasize", "emphasise", "avoid", "focus", "ensure"})  # fmt: skip
_ARTICLES = frozenset({"a", "an", "my", "our", "his", "her", "their", "this", "these", "the", "your"})
_WORKS = frozenset({"video", "vlog", "newsletter", "blog", "montage", "podcast", "webinar", "tutorial", "interview", "recording", "episode", "lecture", "course", "film", "movie", "presentation", "documentary", "channel", "audience", "readability", "reel", "ad", "commercial", "demo", "wedding", "event", "launch", "campaign", "store", "brand", "client", "review", "clip", "overlay", "team", "office", "market", "viewers", "followers", "customers", "clients", "users", "fans", "subscribers", "students", "colleagues", "friends", "family", "grandma", "grandpa", "mom", "mum", "dad", "boss", "investors", "staff", "employees", "class", "community", "parents", "kids", "director", "partners", "branch"})  # fmt: skip
_TELLING = frozenset({"where", "when", "because", "cause", "cuz", "cos", "while", "bc", "coz"})
_SUBJECTS = frozenset({"i", "we", "he", "she", "they", "you", "my", "someone", "somebody", "people", "there", "theres", "there's", "nothing", "it's", "its"})  # fmt: skip
_STRETCHES = frozenset({"{range}", "{first}", "{last}"})
_OTHERS = frozenset({"my", "our", "the", "people", "students", "viewers", "they", "everyone", "everybody", "anyone", "folks", "he", "she", "his", "her", "customers", "clients", "users", "followers", "mom", "grandma"})  # fmt: skip
_WHO = frozenset({"i", "we", "he", "she", "they", "you"})
_WISHES = frozenset({"want", "need", "would", "wanna", "like", "d"})
_ORDERS = frozenset({"add", "put", "play", "show", "zoom", "punch", "insert", "mute", "have", "use", "give", "please", "pls", "throw", "drop", "flash", "pop", "blur", "i'd", "we'd"})  # fmt: skip
_TOOLS = frozenset({"tool", "tools", "feature", "function", "option", "plugin", "panel", "menu", "command", "button", "app", "software", "track", "icon", "layer", "key", "tab", "slider", "region"})  # fmt: skip
_CLICKING = frozenset({"selecting", "clicking", "pressing", "opening", "tapping", "highlighting", "hitting"})
_FITS_ALL = frozenset({"caption", "subtitle", "transcribe", "stabilize", "stabilise", "denoise"})
_GOES_ON = frozenset({"with", "in", "at", "and", "for", "using", "to", "on", "as", "by", "from"})
_BROUGHT = frozenset({"upload", "uploaded", "recorded", "filmed", "shot", "made", "sent", "attached", "took", "captured", "imported", "downloaded", "exported", "shared", "rendered", "saved", "edited", "gave", "added"})  # fmt: skip


def asides(clause: Clause) -> frozenset[int]:
    """The tokens of a clause that belong to an aside."""
    sentence = clause.sentence
    told = [find(sentence) for find, words in _FINDERS if not words or not words.isdisjoint(sentence.words)]
    return frozenset(i for found in told for i in found if clause.own(i))


def reason(clause: Clause, openers: Container[str] = ()) -> bool:
    """ "… so my students can load it in Moodle", "before I render the next ads, …": why, or when, and nothing to do."""
    words = clause.words
    if (clause.opener in openers and not _sets(clause.sentence)) or _told_in_chinese(clause):
        return True
    if words[:2] in (["last", "time"], ["i", "tried"]) or words[:2] + words[-1:] in _BY_MYSELF:
        return True  # "last time you cut the first 6 seconds", "I'll do the colours myself"
    if (clause.opener == "and" and words in _CLOSING) or _BY_THE_WAY.fullmatch(" ".join(words)):
        return True
    if len(words) > 2 and words[0] in ("before", "once", "after", "until") and words[1] in ("i", "we"):
        return True
    if clause.opener in ("(", "（") and words[:1] == ["to"] and not _ENDS.isdisjoint(words[1:2]):
        return True  # "freeze it (to allow narration)"
    if clause.opener == "," and words[:1] == ["to"] and words[1:2] != [] and words[1] in _TO_GO_WITH:
        return not clause.has(*_STATED)  # "fade in, to match the audio better"
    if clause.opener == "or" and not FAILING.isdisjoint(words):
        return True  # "(90 seconds or less) or the ad platform bounces it"
    if len(words) > 2 and "otherwise" in (words[0], words[-1]):
        return True  # "discord won't take it otherwise"
    return clause.opener == "so" and bool(words) and words[0] in _OTHERS and not _COMING.isdisjoint(words[:5])


_STATED = frozenset({"{aspect}", "{platform}", "{lufs}", "{duration}", "{fps}", "{resolution}", "{percent}"})
_ENDS = _TO_GO_WITH | _SO_THAT | frozenset({"allow", "let", "get", "make", "give", "have", "hide", "mask", "cover", "remove", "reduce", "improve", "prevent", "help", "enable", "draw", "create", "save", "be", "show", "fill", "stop", "look", "sound", "feel", "compensate"})  # fmt: skip
_COMING = frozenset({"can", "could", "will", "know", "understand", "are", "is", "stay", "stays", "look", "looks", "doesn't", "don't", "won't", "isn't", "aren't", "can't", "cannot"})  # fmt: skip
_BY_MYSELF = (["i'll", "do", "myself"], ["i'll", "add", "myself"], ["i'll", "make", "myself"], ["we'll", "do", "ourselves"], ["we'll", "add", "ourselves"], ["i", "will", "myself"], ["we", "will", "ourselves"])  # fmt: skip
_BY_THE_WAY = re.compile(
    r"(it |this |that )?should be (pretty |super |really )?(quick|easy|simple|fine|enough|straightforward)"
    r"|(i|we) need (it|this|that|them) (by|before) .*|(i|we|they) (post|publish|launch|air|release) (it|this|them|these) (on|at|in|next|this|tomorrow|tonight)\b.*"
    r"|(it|that|this) (performs|converts|works|does|lands|reads|plays) (so much |much |way )?better.*"
)
"""(Captions please,) should be quick, we post it on Friday, it performs better that way."""
_CLOSING = (["close", "the", "gap"], ["close", "up", "the", "gap"], ["close", "that", "gap"])
"""What a cut does by itself."""


def _told_in_chinese(clause: Clause) -> bool:
    """给外国客户看的, 详情页要用, 下午三点要交, 我自己传到B站: whom or what the edit is for, or what people will do with it themselves."""
    if not clause.chinese:
        return False
    text = "".join(clause.words)
    told = shape("told").fullmatch(text) is not None
    return told or (shape("told_beside").fullmatch(text) is not None and not clause.has(*_WISHED))


_WISHED = frozenset({"<caption>", "<music>", "<logo>", "<transition>", "<effect>", "<sticker>", "<text>", "<voiceover>", "<thumbnail>", "<silence>", "<filler>", "<mute_>", "{text}", "{aspect}", "{platform}", "{duration}", "{format}", "{resolution}", "{range}", "{first}", "{last}", "{percent}", "{factor}"})  # fmt: skip
"""Where one of these is named, the clause may ask for it."""


def _sets(s: Sentence) -> bool:
    """ "(Trim it) so that it starts at 5 s": what is to come of it is what is asked for."""
    return any(s.labels(i) & {"<start_>", "<end_>"} and s.ends(i + 1, "{instant}") for i in range(len(s) - 1))


def _to_the_end(s: Sentence, begins: Callable[[Sentence, int], bool], first: int = 2) -> range:
    """From the first token where `begins` holds to the end of the clause."""
    return range(next((at for at in range(first, len(s) - 1) if begins(s, at)), len(s)), len(s))


def _shows_nothing(s: Sentence, at: int) -> bool:
    """Are there neither words to be shown from there on, nor a time?"""
    return not any(s.tokens[i].kind == "text" or _timed(s, i) for i in range(at, len(s)))


def _purpose(s: Sentence) -> range:
    """From "for a …" or "to accompany …" to the end, where a piece of film is named there and neither words to show nor a time."""
    return _to_the_end(s, _serves)


def _serves(s: Sentence, at: int) -> bool:
    word, after = s.tokens[at].low, s.tokens[at + 1].low
    goes = word == "that" and after in _GOING_WITH
    behind = [t.low for t in s.tokens[at + 2 : at + 3]]
    so_that = word == "to" and after in _SO_THAT and behind in (["only"], ["just"], ["on"], ["any"], ["the"])
    told = (word == "for" and after in _ARTICLES) or (word == "to" and after in _TO_GO_WITH)
    told = told and any(t.low in _WORKS for t in s.tokens[at:])
    return (goes or so_that or told) and _shows_nothing(s, at)


_SOME_OF_IT = frozenset({"<part>", "<t_begin>", "<t_end>", "<voice>", "<silence>", "<except>"})


def served(s: Sentence) -> int:
    """ "(To 90 seconds) for the lobby screen at our studio": where it begins to be told what the edit as a whole is for; the end where it is not."""
    return _to_the_end(s, _for_the_whole).start


def _for_the_whole(s: Sentence, at: int) -> bool:
    if s.tokens[at].low != "for" or s.ends(at, "#noise") > at + 1:
        return False
    return not any(s.labels(i) & _SOME_OF_IT or s.tokens[i].kind != "word" or _timed(s, i) for i in range(at, len(s)))


def _whenever(s: Sentence) -> range:
    """ "When the logo pops up (I want to hear a swoosh)": what happens meanwhile; the word "when" itself is left to be asked about."""
    begin = s.skip(0, "<open_when>")
    for at in range(begin + 2, len(s) if begin else 0):
        word, before = s.tokens[at].low, s.tokens[at - 1].low
        wishes = word in _WHO and at + 1 < len(s) and s.tokens[at + 1].low in _WISHES
        if wishes or (word in _ORDERS and before not in (*_WHO, *_ARTICLES, "to")):
            return range(begin, at)
    return range(0)


_MEANWHILE = frozenset({"whenever", "every", "each", "when"})


def meanwhile(s: Sentence) -> frozenset[int]:
    """ "A whoosh every time the text slides in": when it is to happen, to the end; what is seen then is there already."""
    for at in range(2, len(s) - 1):
        if s.tokens[at].low in _MEANWHILE and s.ends(at, "<open_when>") and not s.places("{text}"):
            return frozenset(range(s.ends(at, "<open_when>"), len(s)))
    return frozenset()


def _bracketed(s: Sentence) -> range:
    """ "my logo (or my name)": another that would do."""
    begin = next((i for i in range(len(s) - 1) if s.tokens[i].text == "(" and s.tokens[i + 1].low == "or"), -1)
    end = next((i for i in range(begin, len(s)) if s.tokens[i].text == ")"), -1) if begin >= 0 else -1
    return range(begin, end + 1)


def _by_means(s: Sentence) -> range:
    """ "Use the split tool to (cut the first 3 seconds)": with what, up to the "to"; "(lower the music) by selecting its track"."""
    by = next((i for i in range(1, len(s) - 1) if s.tokens[i].low == "by" and s.tokens[i + 1].low in _CLICKING), 0)
    if by and s.tokens[-1].low in _TOOLS:
        return range(by, len(s))
    begin = s.skip(0, "#noise")
    to = next((i for i in range(begin, min(len(s), begin + 8)) if s.tokens[i].low == "to"), 0)
    led = to and s.tokens[begin].low in ("use", "using")
    return range(begin, to) if led and any(s.tokens[i].low in _TOOLS for i in range(begin, to)) else range(0)


def _object(s: Sentence) -> range:
    """ "Caption this little bakery promo": what the footage shows, behind a verb that fits all of it."""
    begin = next((i for i in range(len(s)) if not s.ends(i, "#noise")), len(s))
    led = begin + 1 < len(s) and s.tokens[begin].low in _FITS_ALL
    if not led or s.tokens[begin + 1].low not in _ARTICLES:
        return range(0)
    stop = next((i for i in range(begin + 1, len(s)) if s.tokens[i].low in _GOES_ON), len(s))
    return range(begin + 1, stop) if s.tokens[stop - 1].low in _WORKS | _EVENTS else range(0)


_EVENTS = frozenset({"spot", "advert", "talk", "speech", "story", "promo", "keynote", "meeting", "session", "seminar", "game", "match", "tour", "walkthrough", "lesson", "workshop", "sermon", "class"})  # fmt: skip


def _timed(s: Sentence, at: int) -> bool:
    return any(n in ("{range}", "{first}", "{last}", "{instant}") for n, _, _ in s.arcs[at])


def _seen_there(s: Sentence) -> range:
    """ "(cut out 1:10 to 1:24) where my dog barks": what is there, once the time is said, to the end of the clause."""
    for at in range(2, len(s) - 1):
        word = s.tokens[at].low
        ends = [stop for i in range(at) for n, stop, _ in s.arcs[i] if n in _STRETCHES and stop <= at]
        if ends and (word in _TELLING or (max(ends) == at and word in _SUBJECTS)):
            gone = (i for i in s.places("<gone>") if i > at + 1 and i + 1 < s.ends(i, "<gone>") == len(s))
            return range(at, next(gone, len(s)))  # "(0:30 to 0:41) where my dog barks (has to go)"
    return range(0)


def gone_behind(s: Sentence) -> frozenset[int]:
    """What is seen in a stretch, where what becomes of it is told behind."""
    told = range(0) if s.words.isdisjoint(_TELLING) else _seen_there(s)
    return frozenset(told if told.stop < len(s) else ())


def _named_part(s: Sentence) -> range:
    """ "the unboxing bit from 10s to 25s": what a part shows, where its time is said right behind."""
    for at in s.places("<part>"):
        if at and any(s.ends(e, "{range}") for e in (s.ends(at, "<part>"),) if e < len(s)):
            begin = next((i + 1 for i in range(at - 1, max(-1, at - 5), -1) if s.tokens[i].low in _ARTICLES), at)
            return range(begin, at)
    return range(0)


def _whose(s: Sentence) -> range:
    """ "(The contrast) of the operating-room footage": which film it is, in words of its own."""
    for at in range(1, len(s) - 2):
        if s.tokens[at].low not in ("of", "in", "from", "on", "for") or s.tokens[at + 1].low not in _ARTICLES:
            continue
        named = (i for i in range(at + 2, min(at + 6, len(s))) if s.ends(i, "<source>") and s.tokens[i].kind == "word")
        end = next(named, 0)
        other = (_timed(s, i) or (s.tokens[i].kind != "word" and s.tokens[i].text != "-") for i in range(at, end + 1))
        if end > at + 2 and not any(other):
            return range(at, end + 1)
    return range(0)


def _followed(s: Sentence) -> range:
    """ "(Vertical clips) that follow whoever is speaking": what any change of shape does, to the end of the clause."""
    return _to_the_end(s, _follows) if s.may_have("{aspect}", "{platform}", "<upright>") else range(0)


def _follows(s: Sentence, at: int) -> bool:
    word, before = s.tokens[at].low, s.tokens[at - 1].low
    led = word in _FOLLOWING and (before in ("that", "which", "always", "and", ",") or word.endswith("ing"))
    return led and s.tokens[at + 1].low in _FOLLOWED and _shows_nothing(s, at)


_FOLLOWING = frozenset({"follow", "follows", "following", "track", "tracks", "tracking"})
_FOLLOWED = frozenset({"whoever", "the", "who", "whichever", "me", "him", "her", "us", "my", "their", "each", "faces", "people", "speakers"})  # fmt: skip


def _origin(s: Sentence) -> range:
    """ "(that) I uploaded yesterday": where something comes from, to the end of the clause."""
    return _to_the_end(s, _brought, 1)


def _brought(s: Sentence, at: int) -> bool:
    return s.tokens[at].low in _WHO and any(t.low in _BROUGHT for t in s.tokens[at + 1 : at + 3])


def _filmed_then(s: Sentence) -> range:
    """ "The first 2 seconds of me reaching for the button", "the last 4 seconds where I do it again": what is seen then."""
    for at in s.places("{first}", "{last}"):
        end = max(s.ends(at, "{first}"), s.ends(at, "{last}"))
        words = [t.low for t in s.tokens[end : end + 3]]
        someone = len(words) == 3 and words[1] in _FILMED
        if someone and (words[0] == "where" or (words[0] == "of" and words[2].endswith("ing"))):
            return range(end, len(s))
    return range(0)


_FILMED = frozenset({"me", "him", "her", "us", "them", "i", "he", "she", "we", "they", "someone", "somebody", "nobody"})
_FINDERS: tuple[tuple[Callable[[Sentence], range], frozenset[str]], ...] = (
    (_purpose, frozenset({"for", "to", "that"})),
    (_whose, frozenset({"of", "in", "from", "on", "for"})),
    (_whenever, frozenset()),
    (or_else, frozenset({"or", "otherwise"})),
    (or_at_least, frozenset({"or"})),
    (_by_means, frozenset({"use", "using", "by"})),
    (instead, frozenset({"of", "than"})),
    (_bracketed, frozenset({"("})),
    (_object, _FITS_ALL),
    (_origin, _WHO),
    (_seen_there, _TELLING | _SUBJECTS),
    (_named_part, frozenset()),
    (_followed, frozenset()),
    (_filmed_then, frozenset({"of", "where"})),
)
"""Every kind of aside, and the words without one of which there is none."""
