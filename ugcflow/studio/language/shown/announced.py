"""Text that is to be shown or spoken and is told without quotes: "saying …", 写着…, behind a colon, or led up to (lead.py).

Such text becomes one token, as quoted text does (quote.py).
"""

from __future__ import annotations

from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.phrases.shape import past
from ugcflow.studio.language.shown import lead
from ugcflow.studio.language.shown.lead import Span
from ugcflow.studio.language.shown.lettered import capital
from ugcflow.studio.language.shown.quote import text_token
from ugcflow.studio.language.shown.textend import EDITED, STOPS, asks, text_end
from ugcflow.studio.language.shown.wording import worded
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.language.words.token import Token

_SPEAKING = frozenset({"keeps", "keep", "kept", "keeping", "stop", "always", "constantly", "i'm", "i’m", "am", "he's", "she's", "is", "are", "they're", "we're", "im", "hes", "shes", "theyre", "i", "boss", "client", "team", "manager", "everyone", "people", "you're", "legal", "compliance", "marketing", "management", "sponsor", "director", "producer", "agency", "department", "wife", "husband", "colleague", "coworker", "supervisor", "ceo", "founder", "designer", "teacher", "customer", "she", "he", "they", "we"})  # fmt: skip
"""Before "saying": somebody is heard, nothing is to be shown."""
_SHOWING = frozenset({"<text>", "<texty>", "{role}", "<logo>", "<sticker>", "<thumbnail>", "<show>", "<add>", "<write>", "<picture>"})  # fmt: skip
_POINTED = "(put|add|use|show|write|set|make|take|have|display|overlay|place) (that|this|it|these|those)"
_AS = f": {_POINTED} (as|on|onto|over) [a|an|the|our|my] (<text>|<texty>|{{role}}|<caption>|screen)"
_OURS = "is (our|my|the|their) (slogan|motto|tagline|claim|headline|name|hashtag|website|address|number|offer)"
_WHETHER = "(有|无|要|不要|需要|不需要|yes|no|on|off|none) $"
_TOLD = "<announce> [一遍|一下|两遍|出来|给我听|一句|一段|这句|这段|下面这句|一句话|这句话|这段话] [:|：|,]"
_MARKS = frozenset({":", "：", "="})
_LEADS = frozenset(":：-–—")
_ANNOUNCERS = ("<announce>", "<announce_weak>")
_LABELS = lead.BEGINNINGS.union(_ANNOUNCERS)
_WORDS = lead.BEGINNINGS | _MARKS | {"is", "水", "角", "比"}


def protect_announced(sentence: Sentence, grammar: Grammar) -> list[Token]:
    """Tokens with text that is announced without quotes made one."""
    tokens: list[Token] = []
    done = 0
    for begin, end in _texts(sentence, grammar):
        first, last = sentence.span(begin, end)
        text = text_token(first, last, sentence.text, _bare(sentence.text[first:last]))
        tokens += [*sentence.tokens[done:begin], text]
        done = past(sentence, end, _OURS) or end
    tokens += sentence.tokens[done:]
    return [t for i, t in enumerate(tokens) if t.text not in _LEADS or not _leads(tokens, i, sentence)]


def _texts(s: Sentence, grammar: Grammar) -> list[Span]:
    """All texts of the sentence, in order."""
    found: list[Span] = []
    done = 0
    for at in _places(s):
        begin, end = _text_at(s, grammar, at) if at >= done else (0, 0)
        if end <= begin or begin < done or s.tokens[begin].kind == "text":
            continue
        end -= _courtesy(s, begin, end)
        named = s.tokens[at].kind == "cjk" or s.ends(begin, "{range}") == end or s.ends(end - 1, "<text>") == end
        quoted = named and end < len(s) and s.tokens[end].kind == "text"
        if not quoted:  # 念一段旁白“…”, "titles: 0-2s “…”": only the quoted words are shown or spoken
            found.append((begin, end))
            done = end
    return found


def _places(s: Sentence) -> list[int]:
    """The tokens where a text may be announced: a quick no for all others."""
    return [i for i, t in enumerate(s.tokens) if t.low in _WORDS or not _LABELS.isdisjoint(s.farthest[i])]


def _text_at(s: Sentence, grammar: Grammar, at: int) -> Span:
    """First token and end of the text that is announced at `at`; (0, 0) for none."""
    if s.tokens[at].low in (":", "is") and (first := _told_first(s, at)):
        return first
    if begin := _announced(s, at) or _behind_colon(s, at):
        return (begin, text_end(s, grammar, begin)) if begin < len(s) else (0, 0)
    beside = worded(s, grammar, at) if any(t.kind == "cjk" for t in s.tokens[at : at + 2]) else None
    return beside or lead.led(s, grammar, at) or (0, 0)


def _announced(s: Sentence, at: int) -> int:
    """Where the words begin behind "saying", 写着, "called"; 0 where nothing is announced."""
    if s.labels(at).isdisjoint(_ANNOUNCERS):
        return 0
    begin = past(s, at, _TOLD)
    if begin and not (at and s.tokens[at - 1].low in _SPEAKING) and not _somebody(s, at):
        named = s.tokens[at].text == "念" and s.ends(begin, "<voiceover>")  # 念一段旁白
        told = begin < len(s) and s.tokens[begin].text not in "得。" and not named
        return begin if told else 0  # 文案写得好一点, 把稿子念一遍
    begin = past(s, at, "<announce_weak> [:|：|,]")
    if not begin or begin >= len(s):
        return 0
    counted = s.tokens[begin].kind == "num" and not s.ends(begin, "{factor}")
    return begin if counted or (capital(s, begin) and not s.ends(begin, "{language}")) else 0


def _told_first(s: Sentence, at: int) -> Span | None:
    """ "Warm drinks, cool prices: put that as the title", "Level up is our slogan, put it at the end"."""
    if not at or not (past(s, at, _AS) or past(s, at, f"{_OURS} , {_POINTED}")):
        return None
    return next((i + 1 for i in range(at - 1, -1, -1) if s.tokens[i].text in STOPS), 0), at


def _somebody(s: Sentence, at: int) -> bool:
    """ "(Mute 0:31 to 0:34,) one of the kids says his surname", "(duck it) when the host says something": nothing that shows words says it."""
    begin = next((i + 1 for i in range(at - 1, -1, -1) if s.tokens[i].kind == "punct" or s.ends(i, "<open_when>")), 0)
    before = s.tokens[at - 1].low
    told = s.tokens[at].low == "says" and (at > begin + 1 or before in ("someone", "somebody"))
    told = told and before not in ("it", "that", "which")
    return told and not any(s.labels(i) & _SHOWING or s.tokens[i].kind == "text" for i in range(begin, at))


def _behind_colon(s: Sentence, at: int) -> int:
    """Where the words begin behind the colon at `at`; 0 where none are announced."""
    if s.tokens[at].text not in _MARKS or not at or at + 1 >= len(s):
        return 0
    behind = _same_sentence(s, at)
    bears = _on_screen(s, behind) or any(s.labels(i) & {"<texty>", "<write>"} for i in behind)
    return at + 1 if bears and not (past(s, at + 1, _WHETHER) or _look(s, at) or _heading(s, at)) else 0


def _on_screen(s: Sentence, behind: range) -> bool:
    """ "On screen at 0:05: Dermatologist approved", "on the last frame: Book a call"."""
    led = (i for i in behind if s.tokens[i].low == "on" and (not i or s.tokens[i - 1].kind == "punct"))
    return any(past(s, i, "on [the] [last|first|final|closing] (screen|frame)") for i in led)


def _same_sentence(s: Sentence, colon: int) -> range:
    """The words before a colon, back to the stop before them ("… filler words. Step 2: …")."""
    stops = (i + 1 for i in range(colon - 1, max(0, colon - 16) - 1, -1) if s.tokens[i].text in STOPS or s.tokens[i].kind == "text")  # fmt: skip
    return range(next(stops, max(0, colon - 16)), colon)


def _heading(s: Sentence, colon: int) -> bool:
    """处理这条口播：去掉口误, "make the hook punchier: cut the first second": behind what nobody shows comes what is to be done."""
    near = range(max(0, colon - 6), colon)
    if any(e == colon and n in ("<text>", "<voiceover>", "{role}") for i in near for n, e, _ in s.arcs[i]):
        return False
    verbs = ("<remove>", "<add>", "<cut>", "<fit>", "<raise>", "<lower>", "<keep>", "<speedup>", "<zoom_>")
    handed = s.tokens[colon + 1].text in "把将" and any(s.labels(i) & EDITED for i in range(colon + 2, min(len(s), colon + 16)))  # fmt: skip
    return handed or (any(s.ends(colon + 1, n) for n in verbs) and asks(s, colon + 1))


def _look(s: Sentence, colon: int) -> bool:
    """Is this "字幕：大一点，黄色", "that headline is tiny: all caps": what captions are to look like?"""
    behind = range(max(0, colon - 6), colon)
    said_of = any(s.tokens[i].low in ("is", "are", "was", "looks", "look", "too") for i in behind)
    if not said_of and not any(s.ends(i, "<caption>") for i in behind):
        return False
    looks = any(s.labels(i) & {"{style}", "{color}"} for i in range(colon + 2, min(len(s), colon + 4)))
    plain = s.tokens[colon + 1].text[0].islower() and (looks or "caption it" in s.text.lower())
    styles = ("{style}", "{color}", "{place}", "{language}")
    firsts = {colon + 1, min(s.skip(colon + 1, "#noise"), len(s) - 1)}  # 字幕：中文→英文
    return any(n in styles and (plain or stop > i + 1) for i in firsts for n, stop, _ in s.arcs[i])


def _courtesy(s: Sentence, begin: int, end: int) -> int:
    """How many words at the end of an announced text are none of it: "… saying Hello please", "could you … for me"."""
    words = [t.text for t in s.tokens[begin:end]]
    asked = any(t.low == "you" for t in s.tokens[:begin])
    endings = (["please"], ["pls"], ["instead"], ["thanks"], ["thx"], *((["for", "me"],) if asked else ()))
    return next((len(e) for e in endings if words[-len(e) :] == e and len(words) > len(e)), 0)


def _bare(text: str) -> str:
    """Without the marks around it, brackets among them where they hold all of it."""
    text = text.strip(" ,，、\"'“”").lstrip(":：= ")
    return text[1:-1].strip() if text[:1] in "(（" and text[-1:] in ")）" and text else text


def _leads(tokens: list[Token], at: int, sentence: Sentence) -> bool:
    """Is this the colon between a noun and its text ("lower third: …")? Then it separates nothing."""
    if not at or at + 1 >= len(tokens) or tokens[at + 1].kind != "text":
        return False
    behind = range(max(0, at - 16), at)
    texty = any(sentence.labels(i) & {"<texty>", "<announce>", "<announce_weak>", "{text}"} for i in behind)
    return texty or _on_screen(sentence, behind)
