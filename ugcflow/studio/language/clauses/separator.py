"""What parts clauses: commas, brackets, "and", "then"; and where they part nothing ("between clip 1 and clip 2")."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from ugcflow.studio.language.clauses.runon import alternative, spoken_meanwhile
from ugcflow.studio.language.looks.describe import MANNERS
from ugcflow.studio.language.senses.cutwords import one_word
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.language.words.token import CIRCLED

_DEEDS = frozenset({"<fade_>", "<add>", "<remove>", "<export_>", "<zoom_>", "<mute_>", "<make>", "<normalize_>", "<speedup>", "<slowdown>", "<fit>", "<keep>", "<split_>", "<duck_>", "<stabilize_>", "<lower>", "<raise>"})  # fmt: skip
_MARKS = set("(),.;!?:，。；！？、：\n/|｜•·+&…" + CIRCLED)
_STEPS = _DEEDS | {"<caption>", "<music>", "<logo>", "<text>", "{aspect}", "<crop_>", "<cut>", "<fix>"}
_QUALITIES = frozenset({"{mood}", "{style}", "{color}", "{look}", "{filter}"})
_SEEN = frozenset({"{filter}", "{look}"})
_DESCRIBED = frozenset({"<music>", "<caption>", "<text>", "<transition>", "<thumbnail>", "<effect>", "<logo>", "<zoom_>"})  # fmt: skip
_KEYS = frozenset({"<audio>", "<transition>", "<zoom_>", "<crop_>", "<silence>"})
_KEY_VALUES = frozenset({"{percent}", "{transition}", "{number}", "{fps}", "{quality}", "{factor}", "{aspect}", "<remove>"})  # fmt: skip
_UNWANTED = frozenset({"<silence>", "<filler>", "<bad_take>", "<noise_>", "<bars>"})
_NAMES = _UNWANTED | {"<audio>", "<voice>", "<music>", "<caption>", "<logo>", "<clip>", "<text>", "<thumbnail>"}


def separator(s: Sentence, at: int, together: list[bool]) -> int:
    """The token behind what parts two clauses at `at`; 0 where nothing does. `together`: tokens that longer words run through."""
    if s.tokens[at].low in _ALONGSIDE and (end := _beside_another(s, at)):
        return end
    if together[at] or one_word(s, at) or s.ends(at, "<sign>"):
        return 0
    return _sign(s, at) if s.tokens[at].kind == "punct" else _word(s, at)


def _sign(s: Sentence, at: int) -> int:
    token = s.tokens[at]
    if token.text in ":：-–—" and (s.ends(at + 1, "{languages}") or _where(s, at)):
        return 0
    if (token.text in ":：" and (_key(s, at) or _one_caption(s, at))) or _part_told(s, at):
        return 0
    if token.text == "/" and _two_names(s, at):
        return 0
    if token.text == "." and at and s.text[token.start - 1].isspace() and s.text[token.end : token.end + 1].isalnum():
        return 0  # "convert a .mov into .mp4"
    if token.text in _MARKS:
        held = _around_time(s, at) or alternative(s, at) or (token.text == "," and _one_more_quality(s, at))
        return 0 if held else at + 1
    set_off = token.text in "-–—" and (not at or s.text[token.start - 1 : token.start].isspace())
    numbered = token.text == "）" and at > 0 and s.tokens[at - 1].kind == "num"
    shown = token.text >= "\u2190" and _parts(s, at)
    return at + 1 if set_off or numbered or shown or _next_step(s, at) else s.ends(at, "#separators")


def _two_names(s: Sentence, at: int) -> bool:
    """ "Remove the sound/audio", "add captions/subtitles": one thing that is called this or that."""
    led = 1 < at < len(s) - 1 and s.tokens[at - 2].kind == "word"
    return led and not s.labels(at - 1).isdisjoint(s.labels(at + 1) & _NAMES)


def _next_step(s: Sentence, at: int) -> bool:
    """ "Captions + lo-fi music", "denoise > captions", but "+20 %", "mov > mp4"."""
    token = s.tokens[at]
    apart = at > 0 and s.text[token.start - 1].isspace() and s.text[token.end : token.end + 1].isspace()
    step = token.text == ">" and at + 1 < len(s) and not _STEPS.isdisjoint(s.labels(at + 1))
    joined = (
        token.text == "+" and 0 < at < len(s) - 1 and s.tokens[at + 1].kind == "cjk" and not s.ends(at + 1, "{number}")
    )
    return joined or (apart and (token.text == "+" or step))  # 导出+不要字幕


def _word(s: Sentence, at: int) -> int:
    holds, parts = _HELD_BY.get(s.tokens[at].low), _PARTED_BY.get(s.tokens[at].low)
    if holds and holds(s, at):
        return 0
    return at + 1 if parts and at and parts(s, at) else s.ends(at, "#separators")


def _same_row(s: Sentence, at: int) -> bool:
    return _between(s, at) or _one_more_mood(s, at)


def _shown_last(s: Sentence, at: int) -> bool:
    """ "最后写“下期见”": where it is shown; with other edits it only tells that they come last."""
    verb = at + 2 if s.ends(at, "#separators") == at + 2 else len(s)
    verb = s.skip(verb, "#adverb")
    texts = (i for i in range(verb + 1, min(len(s), verb + 7)) if s.tokens[i].kind in ("text", "punct"))
    text = next(texts, len(s))
    written = verb < text < len(s) and s.tokens[text].kind == "text" and s.tokens[verb].text in "写打加放显弹出来上"
    steps = {"先", "再", "然"} & s.words or "题" in (t.text for t in s.tokens[verb:text])
    return written and not steps and (at == 0 or s.tokens[at - 1].kind == "punct")


_SEEMS = frozenset({"it's", "its", "it’s", "is", "are", "was", "were", "they're", "that's", "looks", "look", "sounds", "sound", "feels", "seems", "i'm", "talks", "talk", "talking", "speaks", "speak", "goes", "plays", "moves", "came", "comes", "runs"})  # fmt: skip
_ASKED = frozenset({"i", "we", "you", "please", "pls", "plz", "can", "could", "let", "let's"})
_OBJECTS = frozenset({"it", "this", "the", "them", "my"})


def _degree(s: Sentence, at: int) -> bool:
    """ "It's so dark": how dark it is; but "(dim as it) is, so brighten it"."""
    if not 0 < at < len(s) - 1 or s.tokens[at - 1].low not in _SEEMS or s.tokens[at + 1].low in _ASKED | _OBJECTS:
        return False
    return at + 2 >= len(s) or s.tokens[at + 2].low not in _OBJECTS


_SWAPPED = re.compile("^[^，。、]{1,5}?(?:对调|[互对交调]换|[换调].{0,3}(?:位|顺序|次序))")


def _change_places(s: Sentence, at: int) -> bool:
    """片段2和3对调: two that change places, named by their numbers."""
    return _SWAPPED.search("".join(t.text for t in s.tokens[at + 1 : at + 9])) is not None


def _all_behind(s: Sentence, at: int) -> bool:
    """ "Everything after 0:30"."""
    behind = at > 0 and s.tokens[at - 1].key in ("everything", "anything", "all", "stuff", "whatever")
    return behind and not _done_before(s, at)


def _because(s: Sentence, at: int) -> bool:
    """ "(Turn it round) since the camera was hung upside down"."""
    return any(s.tokens[i].low in _BEING for i in range(at + 2, min(len(s), at + 6)))


_BEING = frozenset({"is", "are", "was", "were", "has", "had", "have", "isn't", "wasn't", "doesn't", "didn't", "don't", "got", "can't"})  # fmt: skip
_DONE = frozenset({"<remove>", "<cut>", "<add>", "<fit>", "<speedup>", "<slowdown>", "<normalize_>", "<mute_>"})
_THINGS = frozenset({"<silence>", "<filler>", "<bad_take>", "<caption>", "<music>", "<noise_>", "{first}", "{last}", "{range}", "{factor}", "{duration}"})  # fmt: skip


_ALONGSIDE = frozenset({"alongside", "beside", "next", "along", "together"})


_LISTED = _UNWANTED | {"<caption>", "<logo>", "<music>", "<sticker>", "<thumbnail>"}


def _beside_another(s: Sentence, at: int) -> int:
    """ "(Trim the pauses) along with (the ums)", "(an SRT) alongside (a 1080p MP4)": two things, or two files, each with its own size."""
    end = at + 1 + (s.tokens[at + 1 : at + 2] != [] and s.tokens[at + 1].low in ("to", "with"))
    before = {n for i in range(max(0, at - 3), at) for n, stop, _ in s.arcs[i] if stop == at}
    behind = {n for i in range(end, min(len(s), end + 5)) for n in s.labels(i)}
    file = before & {"{format}", "<dialogue>"} and "{format}" in behind
    return end if file or (before & _LISTED and behind & _LISTED) else 0


def _done_before(s: Sentence, at: int) -> bool:
    """ "(Cut to 30 seconds) after removing the pauses", "once the pauses are out": another edit, to be done earlier."""
    near = range(at + 1, min(len(s), at + 6))
    if s.tokens[at].low == "after" and at + 1 < len(s) and s.tokens[at + 1].low.endswith("ing"):
        return bool(s.labels(at + 1) & _DONE) and any(s.labels(i) & _THINGS for i in near)
    gone = any(s.tokens[i].low in ("are", "is") and i + 1 < len(s) and s.tokens[i + 1].low in ("out", "gone", "removed", "cut", "off", "away") for i in near)  # fmt: skip
    return s.tokens[at].low == "once" and gone and any(s.labels(i) & _THINGS for i in near)


def _one_more_mood(s: Sentence, at: int) -> bool:
    """ "Add happy and upbeat music": two moods of one piece."""
    first = at > 0 and (s.ends(at - 1, "{mood}") == at or (at > 1 and s.ends(at - 2, "{mood}") == at))
    end = s.ends(at + 1, "{mood}") if first and at + 1 < len(s) else 0
    behind = any("<music>" in s.labels(i) for i in range(max(0, at - 4), at))
    return bool(end) and end < len(s) and s.ends(s.skip(end, "#noise"), "<music>") > 0 and not behind


def _either_unwanted(s: Sentence, at: int) -> bool:
    """ "No ums or pauses": two things that nobody wants."""
    ended = any(stop == at and n in _UNWANTED for i in range(max(0, at - 3), at) for n, stop, _ in s.arcs[i])
    after = s.skip(at + 1, "#noise")
    return ended and after < len(s) and not _UNWANTED.isdisjoint(s.labels(after))


def _parts(s: Sentence, at: int) -> bool:
    """An emoji that stands for a full stop ("filmed sideways 🙃 rotate it"), or an arrow between two steps (but not "45s → 15s")?"""
    if s.tokens[at].text in "→➡⇒":
        return at + 1 < len(s) and s.tokens[at + 1].kind not in ("num", "clock")
    return not s.labels(at) and unicodedata.category(s.tokens[at].text[0]) == "So"


def _key(s: Sentence, colon: int) -> bool:
    """ "Volume: 80%", "fps: 24": one thing, and behind the colon which it is to be."""
    begin = next((i + 1 for i in range(colon - 1, max(-1, colon - 4), -1) if s.tokens[i].kind == "punct"), 0)
    named = 0 < colon - begin < 3 and (
        s.labels(begin) & _KEYS or s.tokens[begin].low in ("fps", "quality", "framerate")
    )
    return bool(named) and colon + 1 < len(s) and bool(s.labels(colon + 1) & _KEY_VALUES)


def _one_caption(s: Sentence, colon: int) -> bool:
    """ "Add a caption: 'Just rain'", "caption this: …": words to be shown, none that are spoken."""
    quoted = colon + 1 < len(s) and s.tokens[colon + 1].kind == "text"
    return quoted and any(s.tokens[i].low in ("caption", "subtitle") for i in range(max(0, colon - 2), colon))


def _where(s: Sentence, colon: int) -> bool:
    """ "Split here: 1:10"."""
    return s.tokens[colon].text in ":：" and colon > 0 and s.tokens[colon - 1].low in ("here", "at")


def _around_time(s: Sentence, at: int) -> bool:
    """Is this a bracket around nothing but a time ("the boring part (0:10-0:20)")?"""
    opened = next((i for i in range(at, max(-1, at - 8), -1) if s.tokens[i].text in "(（"), -1)
    if s.tokens[at].text not in "()（）" or opened < 1:
        return False
    ends = (s.ends(opened + 1, n) for n in ("{range}", "{instant}", "{first}", "{last}"))
    return any(e and (e == len(s) or (s.tokens[e].text in ")）" and at in (opened, e))) for e in ends)


_PARTS = frozenset({"part", "bit", "section", "segment", "piece", "scene", "stretch", "portion", "chunk", "passage"})


def _part_told(s: Sentence, at: int) -> bool:
    """ "(Cut) the part where I cough, 0:12 to 0:15": a part, and behind the mark no more than when it is."""
    end = s.ends(at + 1, "{range}") if s.tokens[at].text in (",", ":", "-", "–", "—") and at + 1 < len(s) else 0
    behind = "".join(t.low for t in s.tokens[end : end + 2])
    if not end or not (behind == "" or behind[0] in ".;!?\n" or behind in (",and", ",then")):
        return False  # "the packing part, 0:12 to 0:48, should run faster"
    begin = next((i + 1 for i in range(at - 1, -1, -1) if s.tokens[i].kind == "punct"), 0)
    return any(t.low in _PARTS for t in s.tokens[begin:at])


def _one_more_quality(s: Sentence, comma: int) -> bool:
    """Is this the comma of "a soft, cinematic piano score": a quality, and another, and only then what they are said of?"""
    before = range(max(0, comma - 3), comma)
    if _half_a_noun(s, comma):
        return True
    opened = comma > 1 and s.tokens[comma - 2].low not in ("it", "this", "that", "them", "video")
    quality = s.labels(comma - 1) & _QUALITIES or (comma > 1 and _manner(s, comma - 1))
    if not opened or not quality or any(s.labels(i) & _DESCRIBED for i in before):
        return False
    place, qualities = comma + 1, 0
    while place < min(len(s), comma + 6):
        if "<music>" in s.labels(place) and s.labels(comma - 1) & _SEEN and "{mood}" not in s.labels(comma - 1):
            return False  # "sepia, old timey piano music"
        if s.labels(place) & _DESCRIBED:
            if "'@instruments" in s.labels(comma - 1) and "<music>" not in s.labels(place):
                return False  # "soft piano, address text 'Hi'"
            return qualities > 0 and ("<zoom_>" not in s.labels(place) or s.tokens[comma - 1].low in MANNERS)
        ends = [stop for n, stop, _ in s.arcs[place] if n in _QUALITIES]
        more = s.tokens[place].text == "," and qualities > 0  # "white, bold, wobbly captions"
        if not ends and ((s.tokens[place].kind != "word" and not more) or s.tokens[place].low in ("add", "put")):
            return False  # "sepia, vignette, add text": a row of things to be done
        qualities += bool(ends) or s.tokens[place].low in MANNERS or all(n[0] == "'" for n in s.labels(place))
        place = max(ends, default=place + 1)
    return False


def _half_a_noun(s: Sentence, comma: int) -> bool:
    """ "Remove the slow, boring parts": an article and an adjective end nothing."""
    if comma < 2 or comma + 2 >= len(s) or s.tokens[comma - 2].low not in ("the", "any", "those", "these", "all"):
        return False
    return s.tokens[comma - 1].low in MANNERS - {"light", "short"} and s.tokens[comma + 1].kind == "word" and s.tokens[comma + 2].kind == "word"  # fmt: skip


def _manner(s: Sentence, at: int) -> bool:
    """ "Add clean, …": one of the plain adjectives that edits are described with, behind a verb that adds or an article."""
    led = s.labels(at - 1) & {"<add>", "<with>", "<need>"} or s.tokens[at - 1].low in ("a", "an", "some", "in")
    return s.tokens[at].low in MANNERS and bool(led)


def _between(s: Sentence, at: int) -> bool:
    """Is this the "and" of "between clip 1 and clip 2"?"""
    words = [t.low for t in s.tokens[max(0, at - 5) : at]]
    after = s.labels(at + 1) if at + 1 < len(s) else frozenset()
    if not _DEEDS.isdisjoint(after) and "<clip>" not in after:
        return False  # "crossfades between clips and fade out at the end"
    whole = s.tokens[at - 1].low.endswith("s") and not s.labels(at - 1).isdisjoint(("<clip>", "<picture>", "<part>"))
    named = any(s.labels(i) & {"<clip>", "<picture>", "<part>"} for i in range(at + 1, min(len(s), at + 4)))
    asked = at + 1 < len(s) and s.tokens[at + 1].low in ("can", "could", "please", "pls", "let", "i", "we")
    if (whole or words[-1:] == ["them"]) and (asked or not named):
        return False  # "transitions between the clips and twice as fast"
    return "between" in words and "and" not in words[words.index("between") :]


_Finds = Callable[[Sentence, int], bool]
_HELD_BY: dict[str, _Finds] = {
    "と": lambda s, at: at > 0 and s.tokens[at - 1].kind == "text",  # 「…」と表示して
    "and": _same_row,
    "n": _same_row,
    "最": _shown_last,
    "和": _change_places,
    "跟": _change_places,
    "与": _change_places,
    "while": spoken_meanwhile,
    "whilst": spoken_meanwhile,
    "after": _all_behind,
    "so": _degree,
}
"""Words that part nothing, and when."""
_PARTED_BY: dict[str, _Finds] = {
    "or": _either_unwanted,
    "nor": _either_unwanted,
    "after": _done_before,
    "once": _done_before,
    "since": _because,
}
"""Words that part clauses though they need not, and when."""
