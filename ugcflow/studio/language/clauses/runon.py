"""Clauses that nothing parts: "its too long get it under 30s", "add captions make it vertical"."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_ASKING = frozenset({"get", "make", "cut", "turn", "bring", "drop", "move", "speed", "slow", "trim", "remove", "lose", "put", "take", "keep", "leave", "lower", "raise", "fix", "chop", "bump", "crank", "delete", "crop", "shorten", "tighten", "mute", "blur", "export", "stabilise", "stabilize", "brighten", "swap", "replace", "add", "denoise", "clean"})  # fmt: skip
_OBJECTS = frozenset({"it", "them", "em", "this", "that", "everything", "all"})
_DENYING = frozenset({"no", "not", "dont", "don't", "without", "never"})
_HEARD = frozenset({"<music>", "<voice>", "<audio>"})
_MAY = frozenset({"can", "could", "pls", "please"})
_LEADING = frozenset({"to", "can", "could", "please", "pls", "plz", "you", "we", "i", "u", "me", "let", "lets", "let's", "just", "not", "don't", "dont", "never", "or", "then", "that", "which", "who", "would", "should", "will", "help", "by", "need", "want", "also", "so", "go", "gonna", "wanna", "of", "for", "they", "it", "if", "when", "and", "but", "no", "clips", "clip", "shots", "effects", "changes", "must", "a", "the", "how", "what", "where", "quickly", "always", "really", "in", "on", "with", "as", "from", "into", "at", "us", "him", "her", "ai", "may", "might", "cannot", "can't", "cant", "automatically"})  # fmt: skip
_ASIDE = frozenset({"if", "when", "how", "what", "that", "which", "so", "and", "then", "who", "where"})
_TOLD = frozenset({"is", "are", "was", "were", "its", "it's", "too", "so", "theres", "there's", "looks", "sounds", "feels", "there", "needs", "has", "keeps", "isnt", "isn't", "aint", "drags", "hell", "r"})  # fmt: skip
_GONE = ("<remove>", "<mute_>")
_DEEDS = frozenset({"<add>", "<export_>", "<fit>", "<speedup>", "<slowdown>", "<zoom_>", "<insert>"})
_DONE = frozenset(
    {"<remove>", "<cut>", "<add>", "<fit>", "<speedup>", "<slowdown>", "<join>", "{aspect}", "{duration}"}
)
_ADDED = frozenset({"<music>", "<caption>", "<logo>", "<transition>", "<effect>", "<sticker>", "<text>", "<voiceover>", "<export_>"})  # fmt: skip
_UNWANTED = frozenset({"<silence>", "<filler>", "<bad_take>", "<noise_>"})
_DRESSES = frozenset({"<caption>", "<music>", "<text>", "<logo>", "<voiceover>", "<transition>"})
_VERBS = frozenset({"<remove>", "<cut>", "<add>", "<raise>", "<lower>", "<speedup>", "<slowdown>", "<stabilize_>"})


def begins_anew(sentence: Sentence, begin: int, at: int, held: bool) -> bool:
    """Does a new clause begin at token `at`, though no comma or "and" stands before it: an imperative and its pronoun, behind something whole?

    `held`: a longer word or a time runs through the token.
    """
    if at == begin + 1 and sentence.tokens[at].low == "with":
        return _so_long(sentence, begin, at)
    if at - begin < 2:
        return False
    kinds = sentence.tokens[at - 1].kind, sentence.tokens[at].kind
    if (kinds[0] == "cjk" or kinds == ("word", "cjk")) and _set_off(sentence, begin, at):
        return True
    if at + 1 >= len(sentence):
        return False
    if sentence.tokens[at - 1].low in sentence.lexicon.tables.get("participles", ()):
        return True  # "சப்டைட்டில் சேர்த்து இசையை நீக்கு": captions added, the music goes
    if sentence.tokens[at].kind == "cjk":
        return _unwanted(sentence, begin, at) or _next(sentence, begin, at) or _in_a_row(sentence, begin, at)
    if held:
        return False
    if sentence.tokens[at].low == "no" and sentence.tokens[begin].low == "no":
        return True  # "no ums no dead air"
    if _UNWANTED & sentence.labels(at) and _second_thing(sentence, begin, at):
        return True
    if sentence.tokens[at].low == "how" and at - begin > 2 and _asks_how(sentence, at):
        return True
    if (sentence.tokens[at].low in _SUBJECT_IS or _is_something(sentence, begin, at)) and _tells_why(
        sentence, begin, at
    ):
        return True
    if sentence.tokens[at].low == "by" and sentence.tokens[at + 1].low.endswith("ing"):
        return not _VERBS.isdisjoint(sentence.labels(at + 1))  # "shorten this to 30 s by removing silences"
    if sentence.tokens[at].low == "with" and (_fading(sentence, begin, at) or _so_long(sentence, begin, at)):
        return True
    if sentence.tokens[at].low in ("just", "only"):  # "dont add music just captions"
        return any(t.low in _DENYING for t in sentence.tokens[begin : begin + 2])
    if sentence.labels(at) & _HEARD:
        return _levelled(sentence, begin, at)
    asked = at + 2 if sentence.tokens[at].low in _MAY and at + 3 < len(sentence) else at
    if sentence.tokens[asked].low not in _ASKING:
        return False
    words = [t.low for t in sentence.tokens[begin : at + 2]]
    thing = sentence.tokens[asked + 1].low
    if asked == at and _put_away(sentence, begin, at):
        return True
    if thing not in _OBJECTS or words[-3] in (_ASIDE if asked > at else _LEADING):
        return False
    if asked > at and words[-1] not in ("u", "you", "we", "i"):
        return False
    if sentence.tokens[at - 1].kind not in ("word", "num", "text"):
        return False
    whole = any(sentence.labels(i) & _VERBS for i in range(begin, at - 1))
    whole = whole or (thing in ("em", "them", "it") and bool(sentence.labels(begin) & (_UNWANTED | {"<bars>"})))
    return bool(_TOLD & set(words[:-2])) or whole


_SUBJECT_IS = frozenset({"its", "it's", "im", "i'm", "hes", "he's", "shes", "she's", "theyre", "they're", "we're", "you're", "theres", "there's", "nobody", "everyone", "everybody", "most"})  # fmt: skip
_HANGING = frozenset({"when", "whenever", "where", "while", "because", "cause", "cuz", "since", "so", "if", "that", "as", "until", "till", "before", "after", "how", "what", "who", "and", "but", "or", "like", "says", "say", "said", "saying", "reads", "reading", "think", "now", "once", "why", "of", "for", "to", "with", "on", "in", "at", "from", "over", "by", "maybe", "bc", "unless", "though", "know", "than", "part", "parts", "bit", "bits", "moment", "moments", "time", "times", "every", "everywhere", "not", "i", "word", "words", "title", "titled"})  # fmt: skip


_ACTS = _VERBS | {"<mute_>", "<fit>", "<rotate_>", "<flip_>"}
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
    things = _ADDED | _UNWANTED | {"<noise_>", "{range}", "{first}", "{last}", "{duration}", "{degrees}"}
    ended = any(stop == at and n in things for i in range(max(begin, at - 8), at) for n, stop, _ in s.arcs[i])
    return ended or s.tokens[at - 1].low in _PLEASE


def _second_thing(s: Sentence, begin: int, at: int) -> bool:
    """ "rm dead air uhms n bg noise": pauses and fillers, named one behind the other."""
    pairs = (("<silence>", "<filler>"), ("<filler>", "<silence>"), ("<bad_take>", "<filler>"), ("<filler>", "<bad_take>"))  # fmt: skip
    led = any(s.labels(i) & {"<remove>", "<cut>", "<drop>"} for i in range(begin, at))
    ends = {n for i in range(begin, at) for n, stop, _ in s.arcs[i] if stop == at and n in _UNWANTED}
    return led and any(first in ends and n in s.labels(at) and n not in ends for first, n in pairs)


_TOLD_OF = frozenset({"{percent}", "{db}", "{place}", "{color}", "{style}", "{language}", "{mood}"})
_DENIALS = frozenset({"<no>", "<dont>"})
_DEEDS_SAID = _VERBS | _DENIALS | {"<fit>", "<keep>", "<drop>", "<mute_>", "<export_>", "<even>"}
_STANDING = ("<mute_>", "<speedup>", "<slowdown>", "{aspect}", "{duration}", "'降噪", "'提亮", "'防抖", "'增稳", "'调色", "'去噪")  # fmt: skip
"""What is whole without a thing it is done to."""
_SAID_OF = (
    (_ADDED - {"<export_>"})
    | _UNWANTED
    | {"{resolution}", "{format}", "<voice>", "<audio>", "<bars>", "{text}", "{range}", "{first}", "{last}"}
)


_AWAY = frozenset({"off", "out", "away", "down", "up", "gone"})
_ARTICLES = frozenset({"the", "my", "our", "a", "an", "some", "all"})


def _put_away(s: Sentence, begin: int, at: int) -> bool:
    """ "take the music off keep the subs": behind a verb, its thing and where that went, the next deed and its thing."""
    went = s.tokens[at - 1].low in _AWAY and at - begin > 2
    named = s.tokens[at + 1].low in _ARTICLES or bool(s.labels(at + 1) & (_ADDED | _UNWANTED))
    led = s.skip(begin, "#noise")
    deed = s.tokens[led].low in _ASKING or not s.labels(led).isdisjoint(_VERBS | {"<mute_>", "<add>"})
    return went and named and led < at - 2 and deed


def _set_off(s: Sentence, begin: int, at: int) -> bool:
    """ "竖屏 总共12秒 加标题": a blank between Chinese words, behind what is whole, before the next thing to be done."""
    apart = s.text[s.tokens[at - 1].end : s.tokens[at].start].isspace() and s.tokens[at].kind not in ("file", "url")
    if not apart or _runs_through(s, begin, at):
        return False
    blanks = (i for i in range(at + 1, len(s)) if s.text[s.tokens[i - 1].end].isspace())
    stop = next(blanks, len(s))
    ends = {n for i in range(max(begin, at - 6), at) for n, end, _ in s.arcs[i] if end == at}
    if s.tokens[at].kind in ("num", "clock") and ends & {
        "<make>",
        "<export_>",
        "<longer>",
        "<under>",
        "<fit>",
        "<level_to>",
        "<t_to>",
        "<cut>",
        "<add>",
    }:
        return False  # 超过 0.8 秒, 剪出 15 秒
    before, here = {n for i in range(begin, at) for n in s.farthest[i]}, s.farthest[at].keys()
    later = {n for i in range(at + 1, stop) for n in s.farthest[i]}
    named = any(s.ends(begin, n) == at for n in _LAID) and not any(i > at for i in s.places("<remove>", *_DENIALS))
    if (ends & set(_ROW) and here & set(_ROW)) or (named and here & set(_LAID)):
        return True  # 停顿 口误 去掉, 字幕 bgm
    alone = any(s.ends(begin, n) == at for n in _STANDING)
    timed = bool(ends & {"{duration}", "#unit:second"} and before & {"<length>", "<fit>", "<t_each>"})
    if not (alone or timed or (before & _DEEDS_SAID and before & (_SAID_OF | {"{aspect}"}))):
        return False
    turned = not here.isdisjoint({"<rotate_>", "<flip_>"}) and "<transition>" not in here  # 旋转, but 转场
    counted = s.ends(max(s.ends(at, "<length>"), s.ends(at, "<t_each>")) or len(s), "{duration}") > 0
    bare = any(s.ends(at, n) == stop for n in ("<caption>", "<music>", "{duration}"))
    said = bool(later & _DENIALS) or bool(here & _SAID_OF - {"{text}"} and later & (_DEEDS_SAID | _TOLD_OF))
    return counted or bare or said or not here.isdisjoint(_DEEDS_SAID | set(_STANDING)) or turned


def _runs_through(s: Sentence, begin: int, at: int) -> bool:
    return any(stop > at for i in range(max(begin, at - 4), at) for _, stop, _ in s.arcs[i])


def _unwanted(sentence: Sentence, begin: int, at: int) -> bool:
    """剪成三秒不要配乐: behind what is to be done, what is not wanted."""
    denied = max(sentence.ends(at, "<no>"), sentence.ends(at, "<dont>"))
    if (
        not denied
        or _runs_through(sentence, begin, at)
        or not any(sentence.labels(i) & _DONE for i in range(begin, at))
    ):
        return False
    while denied < len(sentence) and not sentence.labels(denied) & _ADDED:
        end = max(sentence.ends(denied, n) for n in ("#noise", "#adverb", "<add>"))
        denied = end or len(sentence)
    return denied < len(sentence)


_ROW = ("<silence>", "<filler>", "<bad_take>")
_LAID = ("<caption>", "<music>", "<sticker>", "<logo>")


def _in_a_row(s: Sentence, begin: int, at: int) -> bool:
    """去掉停顿重复, 加字幕音乐: two things side by side behind one verb."""
    for row, verbs in ((_ROW, ("<remove>", "<drop>")), (_LAID, ("<add>",))):
        here = next((n for n in row if s.ends(at, n) > at + 1), "") if s.may_have(*row) else ""
        if not here:
            continue
        before = [n for i in range(max(begin + 1, at - 5), at - 1) for n in row if s.ends(i, n) == at]
        led = any(s.ends(i, n) for i in range(begin, at - 1) for n in verbs)
        if led and before and here not in before and not _runs_through(s, begin, at):
            return True
    return False


def spoken_meanwhile(s: Sentence, at: int) -> bool:
    """ "(Lower the music) while the coach is talking": when, where nothing but who speaks is said."""
    for place in range(at, min(len(s), at + 6)):
        if s.ends(place, "<voice>"):
            return True
        if s.tokens[place].kind != "word" or s.ends(place, "#separators") or s.tokens[place].low.endswith("ing"):
            return False
    return False


def _asks_how(s: Sentence, at: int) -> bool:
    """ "The video has black bars how do I get rid of them"."""
    words = [t.low for t in s.tokens[at + 1 : at + 3]]
    return words in [[verb, who] for verb in ("do", "can", "could", "should", "would") for who in ("i", "we", "you")]


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
        if not end or (not ends[1] and any(n in _VERBS for n in s.labels(place))):
            return False
        place = end
    return timed


def _next(sentence: Sentence, begin: int, at: int) -> bool:
    """把原声关掉换成轻音乐, 把停顿去掉加字幕: behind what 把 has taken away, the next deed."""
    if sentence.labels(at).isdisjoint(_DEEDS):
        return False
    gone = [
        i
        for i in range(max(begin + 2, at - 3), at)
        if any(sentence.ends(i, n) == at for n in _GONE) and not sentence.ends(i, "<no>")
    ]
    handed = any(t.text in ("把", "将") for t in sentence.tokens[begin : gone[0]]) if gone else False
    swapped = sentence.tokens[at].text == "换"  # 把绿幕抠掉换成海边 is one deed
    known = any(sentence.labels(i) & _ADDED for i in range(at, min(len(sentence), at + 6)))
    return handed and not _runs_through(sentence, begin, at) and (known or not swapped)


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
