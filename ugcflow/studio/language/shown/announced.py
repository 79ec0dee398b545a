"""Text that is to be shown and announced without quotes: "saying …", 写着…, what stands behind the noun for it.

Such text becomes one token, as quoted text does (quote.py).
"""

from __future__ import annotations

from ugcflow.studio.language.phrases.grammar import Grammar
from ugcflow.studio.language.shown.adcopy import (
    STOPS,
    courtesy,
    dated,
    followed,
    goes_on,
    headed,
    only_things,
    parted,
    shouted,
    tail,
)
from ugcflow.studio.language.shown.bearer import on_screen, somebody
from ugcflow.studio.language.shown.quote import text_token
from ugcflow.studio.language.shown.retitled import looks_follow, new_words, renamed, stated
from ugcflow.studio.language.shown.toldfirst import told_first
from ugcflow.studio.language.shown.unannounced import PEOPLE, another, named_so, participle, shown, written
from ugcflow.studio.language.shown.wording import looks_behind, set_apart
from ugcflow.studio.language.words.sentence import Sentence
from ugcflow.studio.language.words.token import CIRCLED, Token

_SHORT = ("dr", "mr", "mrs", "ms", "st", "prof", "vs", "no", "jr", "sr")
_MEASURED = frozenset({"{aspect}", "{duration}", "{range}", "{first}", "{last}", "{instant}", "{format}", "{resolution}", "{text}", "{place}", "{look}", "{platform}", "{opening}", "{ending}"})  # fmt: skip
_EDITED = frozenset({"<silence>", "<filler>", "<bad_take>", "<caption>", "<music>", "<logo>", "<sticker>", "<effect>", "<voiceover>", "<broll>", "<transition>", "<thumbnail>", "<noise_>", "<voice>", "<audio>", "<background>", "<clip>", "<shake>", "<bars>", "<text>", "<fade_>", "<zoom_>", "<brightness>", "<contrast>", "<saturation>", "<grade>"})  # fmt: skip
_SPEAKING = ("keeps", "keep", "kept", "keeping", "stop", "always", "constantly", "i'm", "i’m", "am", "he's", "she's", "is", "are", "they're", "we're", "im", "hes", "shes", "theyre", "i", "boss", "client", "team", "manager", "everyone", "people", "you're", *("legal", "compliance", "marketing", "management", "sponsor", "director", "producer", "agency", "department"), *("wife", "husband", "colleague", "coworker", "supervisor", "ceo", "founder", "designer", "teacher", "customer"), "she", "he", "they", "we")  # fmt: skip
"""Before "saying": somebody is heard, nothing is to be shown."""
_WEAK = frozenset({"{number}", "{duration}", "{percent}", "<source>", "<order>"})
"""Labels that the words to be shown may well begin with."""
_LOOKING = frozenset({"is", "are", "was", "looks", "look", "too"})


_AS_OFTEN = ("一遍", "一下", "一遍。", "出来", "两遍", "给我听")


def _bare(text: str) -> str:
    """Without the marks around it, brackets among them where they hold all of it."""
    text = text.strip(" ,，、\"'“”").lstrip(":：= ")
    return text[1:-1].strip() if text[:1] in "(（" and text[-1:] in ")）" and text else text


_NAMING = ("<announce>", "<announce_weak>", "<texty>", "<text>", "{role}", "<caption>")
_LEADS = frozenset(":：-–—")
_LEADING = frozenset({":", "：", "=", "for", "with", "write", "print"})
"""Where words to be shown are announced: by a label, by a mark, or by a word."""


def protect_announced(sentence: Sentence, grammar: Grammar) -> list[Token]:
    """Tokens with text that is announced without quotes made one."""
    tokens = list(sentence.tokens)
    done = fewer = 0
    naming = set(sentence.places(*_NAMING))
    naming |= {i for i, t in enumerate(sentence.tokens) if t.low in ("it", "with") and named_so(sentence, i)}
    for at, token in enumerate(sentence.tokens):
        may = at >= done and (at in naming or token.low in _LEADING)
        begin, end = (_announced(sentence, at), 0) if may else (0, 0)
        if not begin and at >= done:
            begin, end = told_first(sentence, at)
            begin, end = (begin, end) if end else shown(sentence, at)
        if (begin or end) and begin < len(sentence) and sentence.tokens[begin].kind != "text":
            end = end or _end(sentence, grammar, begin)
            end -= courtesy(sentence, begin, end)
            quoted = end < len(sentence) and sentence.tokens[end].kind == "text"
            named = sentence.ends(begin, "{range}") == end or sentence.ends(end - 1, "<text>") == end
            quoted = quoted and (named or sentence.tokens[at].kind == "cjk")
            if end > begin and not quoted:  # 念一段旁白“…”, "titles: 0-2s “…”": only the quoted words are shown
                first, last = sentence.tokens[begin].start, sentence.tokens[end - 1].end
                text = text_token(first, last, sentence.text, _bare(sentence.text[first:last]))
                tokens = [*tokens[: begin - fewer], text, *tokens[end - fewer :]]
                done, fewer = end, fewer + end - begin - 1
                if not headed(sentence, end) and not another(sentence, end) and not parted(sentence, end):
                    break
    return [t for i, t in enumerate(tokens) if not _leads(tokens, i, sentence)]


def _leads(tokens: list[Token], at: int, sentence: Sentence) -> bool:
    """Is this the colon between a noun and its text ("lower third: …")? Then it separates nothing."""
    if tokens[at].text not in _LEADS or not at or at + 1 >= len(tokens) or tokens[at + 1].kind != "text":
        return False
    behind = range(max(0, at - 16), at)
    texty = any(sentence.labels(i) & {"<texty>", "<announce>", "<announce_weak>", "{text}"} for i in behind)
    return texty or on_screen(sentence, behind)


def _announced(s: Sentence, at: int) -> int:
    """The token where text begins that is announced at `at`; 0 for none."""
    if (begin := s.ends(at, "<announce>")) and not (at and s.tokens[at - 1].low in _SPEAKING) and not somebody(s, at):
        if (
            s.tokens[begin : begin + 1]
            and s.tokens[begin].text == "一"
            and s.text[s.tokens[begin].end + 1 :][:1] in (":", "：")
        ):
            begin += 2  # 念一遍：…
        if begin < len(s) and (s.tokens[begin].text == "得" or s.text[s.tokens[begin].start :] in _AS_OFTEN):
            return 0  # 文案写得好一点, 把稿子念一遍
        return begin + 1 if begin < len(s) and s.tokens[begin].text in (":", "：", ",") else begin
    if begin := s.ends(at, "<announce_weak>"):
        begin = begin + 1 if begin < len(s) and s.tokens[begin].text in (":", "：", ",") else begin
        return (
            begin
            if begin < len(s)
            and s.tokens[begin].low not in PEOPLE  # "about the captions, I don't want any"
            and not (s.tokens[at].low == "reads" and s.ends(begin, "{language}"))  # "she only reads Thai"
            and not (
                s.tokens[begin - 1].key == "caption" and (s.ends(begin, "{language}") or s.ends(begin, "{factor}"))
            )  # "the captions Spanish"
            and ((s.tokens[begin].text[0].isupper() and not shouted(s)) or s.tokens[begin].kind == "num")
            else 0
        )
    if s.tokens[at].text in (":", "：", "=") and at:
        behind = _same_sentence(s, at)
        return (
            at + 1
            if (on_screen(s, behind) or any(s.labels(i) & {"<texty>", "<write>"} for i in behind))
            and not (_look(s, at) or _heading(s, at))
            else 0
        )
    if s.tokens[at].low in ("for", "with") and at and _names_people(s, at):
        return at + 1
    if (s.tokens[at].low in ("write", "print") or named_so(s, at)) and written(s, at + 1):
        return at + 1
    if begin := new_words(s, at) or renamed(s, at) or stated(s, at):
        return begin
    if end := s.ends(at, "<texty>"):
        begin = end + (end + 1 < len(s) and s.tokens[end].text == "(")  # "lower third (Mara Olsen, CEO)"
        following = s.tokens[begin] if end < len(s) else None
        if following and following.kind == "word" and following.text[0].isupper() and following.low not in PEOPLE and not shouted(s) and not s.labels(begin) & {"{place}", "{platform}", "{style}", "{language}", "{format}", "{color}", "#separators"}:  # fmt: skip
            return end
        if following and set_apart(s, at, end):
            return end
    return 0


def _same_sentence(s: Sentence, colon: int) -> range:
    """The words before a colon, back to the stop before them ("… filler words. Step 2: …")."""
    stops = [i for i in range(max(0, colon - 16), colon) if s.tokens[i].text in STOPS or s.tokens[i].kind == "text"]
    return range(stops[-1] + 1 if stops else max(0, colon - 16), colon)


def _heading(s: Sentence, colon: int) -> bool:
    """处理这条口播：去掉口误: behind what nobody shows comes what is to be done."""
    named = any(s.ends(i, n) for i in range(max(0, colon - 6), colon) for n in ("<text>", "{role}"))
    led = (
        colon + 1 < len(s)
        and s.tokens[colon - 1].kind == "word"
        and not s.labels(colon - 1) & {"<text>", "<texty>", "{role}"}
    )
    told = any(s.labels(i) & {"<announce>", "<announce_weak>"} for i in range(colon))
    if led and not told and s.labels(colon + 1) & {"<remove>", "<cut>", "<zoom_>"} and _asks(s, colon + 1):
        return True  # "make the hook punchier: cut the first second"
    verbs = ("<remove>", "<add>", "<cut>", "<fit>", "<raise>", "<lower>", "<keep>", "<speedup>")
    handed = colon + 1 < len(s) and s.tokens[colon + 1].text in "把将" and any(s.labels(i) & _EDITED for i in range(colon + 2, min(len(s), colon + 16)))  # fmt: skip
    bare = (
        colon + 2 < len(s) and s.tokens[colon + 1].text in "去剪删加配" and bool(s.labels(colon + 2) & _EDITED)
    )  # ：去气口
    return not named and (
        handed or bare or (any(s.ends(colon + 1, n) > colon + 2 for n in verbs) and _asks(s, colon + 1))
    )


def _names_people(s: Sentence, at: int) -> bool:
    """ "A lower third for Priya Sharma": a name behind the kind of text that shows names."""
    shown = any(s.tokens[i].low in ("third", "thirds", "tag", "nametag", "chyron") for i in range(max(0, at - 2), at))
    following = s.tokens[at + 1] if at + 1 < len(s) else None
    return shown and following is not None and following.kind == "word" and following.text[0].isupper()


def _look(s: Sentence, colon: int) -> bool:
    """Is this "字幕：大一点，黄色", captions and what they are to look like?"""
    behind = range(max(0, colon - 6), colon)
    said_of = any(s.tokens[i].low in _LOOKING for i in behind)  # "that headline is tiny: all caps, …"
    if not said_of and not any(s.ends(i, "<caption>") for i in behind):
        return False
    after = s.arcs[colon + 1] if colon + 1 < len(s) else []
    looks = any(s.labels(i) & {"{style}", "{color}"} for i in range(colon + 2, min(len(s), colon + 4)))
    plain = after and s.tokens[colon + 1].text[0].islower() and (looks or "caption it" in s.text.lower())
    return any(
        n in ("{style}", "{color}", "{place}", "{language}") and (plain or stop > colon + 2) for n, stop, _ in after
    )


def _end(s: Sentence, grammar: Grammar, begin: int) -> int:
    for place in range(begin, len(s)):
        token = s.tokens[place]
        if token.text == ")" and s.tokens[begin].text == "(":
            return place + 1
        address = token.kind == "text" and place > begin and s.text[token.start].isalnum()  # "Shop now at lumen.co"
        if (token.kind == "text" and not address) or (place > begin and tail(s, place)):
            return place
        if place > begin and (token.text in CIRCLED or looks_behind(s, place)):
            return place
        abbreviated = token.text == "." and s.tokens[place - 1].low in _SHORT
        stops = (
            token.text in STOPS
            and not abbreviated
            and place + 1 < len(s)
            and (s.tokens[place + 1].start > token.end or token.text == "\n")
        )
        if token.text in ("!", "?") and place > begin and place + 1 < len(s) and s.tokens[place + 1].text[0].islower() and tail(s, place + 1):  # fmt: skip
            return place + 1  # "Write Thank you! at the end"
        if stops and not goes_on(s, begin, place, grammar.verbs | _EDITED):
            return place
        separator = s.ends(place, "#separators") or (place + 1 if token.text in (",", "，", "、", "+") else 0)
        if place > begin and separator and followed(s, place, separator):
            return place
        if place > begin and separator and (headed(s, place) or dated(s, place + 1) or looks_follow(s, separator)):
            return place
        given = token.text == "," or (separator and separator < len(s) and s.tokens[separator].low in ("a", "our"))
        if place > begin and given and s.tokens[begin].text[0].isupper() and only_things(s, separator):
            return place
        if place > begin and separator:
            after = separator
            while after < len(s) and (s.ends(after, "#separators") or _empty(s, after, grammar)):
                after = s.ends(after, "#separators") or s.ends(after, "#noise")
            proper = after < len(s) and not s.tokens[begin].text[0].islower() and s.tokens[after].text[0].isupper()
            named = token.text == "," and proper
            pointed = after + 1 < len(s) and s.tokens[after + 1].low == "it"
            if after < len(s) and not named and (pointed or s.labels(after) & grammar.verbs) and _asks(s, after):
                return place
            if another(s, place):
                return place
            if s.tokens[begin - 1].text in ("成", "为") and _besides(s, after):
                return place
    return len(s) - (s.tokens[-1].text in ("。", ".") and len(s) > begin + 1)


def _besides(s: Sentence, at: int) -> bool:
    """Behind new words (标题改成春季上新): what they were (不要 …), or the next thing to be edited (音乐换成 …)."""
    near = range(at, min(len(s), at + 4))
    return at < len(s) and (s.ends(at, "<no>") > 0 or any(s.labels(i) & _EDITED for i in near))


def _empty(s: Sentence, at: int, grammar: Grammar) -> bool:
    """A small word; no Chinese verb that may be one (配, 做, 来)."""
    return s.ends(at, "#noise") > 0 and not (s.tokens[at].kind == "cjk" and s.labels(at) & grammar.verbs)


def _asks(s: Sentence, at: int) -> bool:
    """Does the verb at `at` ask for an edit ("add captions"), or is it still the text ("Tap the link, save 20 %")?"""
    if participle(s.tokens[at]):
        return False  # "Fresh roasted, delivered weekly"
    if s.tokens[at].low in ("faster", "slower") and at + 1 < len(s) and s.tokens[at + 1].kind == "word" and not s.labels(at + 1):  # fmt: skip
        return False  # "Clean data, faster decisions"
    if s.labels(at) & {"<speedup>", "<slowdown>", "<stabilize_>", "<export_>"} and s.tokens[at].low != "save":
        return True
    if at + 1 < len(s) and s.tokens[at + 1].low == "it" and s.tokens[at].text[0].islower():
        return True  # "… Last Chance, and desaturate it"
    stop = next((i for i in range(at + 1, len(s)) if s.tokens[i].kind == "punct" or s.ends(i, "#separators")), len(s))
    near = (n for i in range(at, min(stop, at + 8)) for n in s.labels(i))
    return any(n in _EDITED or n in _MEASURED for n in near)
