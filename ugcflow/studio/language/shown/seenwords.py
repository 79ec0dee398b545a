"""Words that are seen or said in the footage and are not to be put there: what a sign says, what is clicked, what a brand or a clip is called; and remarks that announce nothing ("Note: …", 字幕：无)."""

from __future__ import annotations

from ugcflow.studio.language.phrases.shape import past_any
from ugcflow.studio.language.words.sentence import Sentence

_BEARING = frozenset({"sign", "button", "menu", "clock", "scale", "display", "poster", "billboard", "door", "plate", "receipt", "shirt", "t-shirt", "tee", "box", "bottle", "package", "packaging", "screen", "dialog", "tab", "bill", "note", "book", "page", "mug", "thermometer", "scoreboard", "whiteboard", "blackboard", "board", "letter", "ticket", "tattoo", "van", "window"})  # fmt: skip
_BEARS = frozenset({"says", "reads", "shows", "said", "showed"})
_CLICKING = frozenset({"click", "clicks", "press", "presses", "tap", "taps", "hit", "hits", "select", "selects", "type", "types", "clicking", "pressing", "tapping", "typing", "clicked", "pressed", "typed"})  # fmt: skip
_CALLED = frozenset({"called", "named"})
_NAMED = frozenset({"brand", "product", "company", "shop", "store", "song", "film", "movie", "book", "channel", "app", "cafe", "café", "restaurant", "bakery", "startup", "band", "dog", "cat", "game", "podcast", "show", "series", "team", "client", "track", "agency"})  # fmt: skip
_MAKES = frozenset({"app", "tool", "product", "editor", "software", "plugin", "website", "platform", "service", "blender", "machine", "device", "gadget", "cream", "serum", "apps", "tools", "company", "agency"})  # fmt: skip
_DEEDS = frozenset({"<remove>", "<cut>", "<add>", "<speedup>", "<slowdown>", "<stabilize_>", "<zoom_>", "<crop_>", "<export_>", "<clean>", "<blur_>", "<mute_>", "<lower>", "<raise>", "<fit>", "<drop>", "<translate_>"})  # fmt: skip
_SELF = frozenset({"i", "we", "i've", "we've", "i'll", "we'll"})
_ALREADY = frozenset({"already", "myself", "ourselves", "yesterday", "usually", "earlier"})
_OWNING = frozenset({"have", "had", "got", "has"})
_WISHING = frozenset({"want", "need", "would", "like", "please", "can", "could", "should", "must", "don't", "not"})
_SAYS = frozenset({"say", "says", "said", "mention", "mentions"})
_REMARK = "(note|nb|ps|p.s|fyi|reminder|notes|attention|important) (:|：)"
_ABSENT = "(<caption>|<music>|<text>|<logo>|<voiceover>|<transition>|<effect>) (:|：) (无|不要|没有|不需要|none|no) $"
_OPENED = "(打开|读取|载入|读入) (<music>|{file})"  # 打开 talk.wav adds no music
_PIECES = frozenset({"clip", "clips", "file", "files", "video", "videos", "track", "tracks", "layer", "project", "folder", "footage", "recording", "timeline", "sequence", "asset", "assets", "take", "source"})  # fmt: skip
_LABELLED = frozenset({"named", "called", "titled", "labelled", "labeled", "name", "id", "filename"})
_WISHED = frozenset({"should", "must", "that", "which", "add", "put", "show", "insert", "make", "with", "create", "a"})
_WHO = frozenset({"i", "we", "you", "he", "she", "they", "when", "where"})
_FARTHEST = 6


def silence_seen(sentence: Sentence) -> None:
    """Make such words plain ones."""
    tokens = sentence.tokens
    telling = not sentence.words.isdisjoint((":", "：", "打", "读", "载"))
    for at in range(len(tokens) - 1):
        low = tokens[at].low
        if end := past_any(sentence, at, (_OPENED, _ABSENT) if at else (_REMARK, _OPENED, _ABSENT)) if telling else 0:
            _plain(sentence, at, end)
        if low in _SELF and _done_already(sentence, at):
            _told(sentence, at)
        if low in _BEARS and _subject(sentence, at, _BEARING):
            _silence(sentence, at, at + 1, bearer=True)
        elif low in _CLICKING and _does(sentence, at):
            _silence(sentence, at, at + 1)
        elif low in _MAKES and at and tokens[at - 1].low in ("our", "my", "this", "the") and _does_itself(sentence, at):
            _told(sentence, at - 1)
        elif low in _SAYS and _is_cue(sentence, at):
            _plain(sentence, at + 1, at + 2)
        elif at > 1 and (_is_called(sentence, at) or _piece(sentence, at)):
            _silence(sentence, at, at + 1)


def _subject(s: Sentence, verb: int, nouns: frozenset[str]) -> bool:
    """ "The sign on the fridge (says)": a noun that leads the clause, of which nothing is wished."""
    begin = next((i + 1 for i in range(verb - 1, -1, -1) if s.tokens[i].kind == "punct" or s.tokens[i].low == "and"), 0)
    words = [t.low for t in s.tokens[max(begin, verb - _FARTHEST) : verb]]
    return bool(words) and not nouns.isdisjoint(words) and _WISHED.isdisjoint(words)


def _is_called(s: Sentence, at: int) -> bool:
    """ "The film is called 'Cut to Black'", "our brand name is Snap Crop"."""
    low, before = s.tokens[at].low, s.tokens[at - 1].low
    if low in _CALLED and before in ("is", "are", "was"):
        return _subject(s, at - 1, _NAMED)
    return low == "is" and before == "name" and s.tokens[at - 2].low in _NAMED


def _piece(s: Sentence, at: int) -> bool:
    """ "A clip named 'shot'"."""
    named = s.tokens[at].low in _LABELLED and s.tokens[at + 1].kind == "text"
    return named and any(t.low in _PIECES for t in s.tokens[max(0, at - 3) : at])


def _is_cue(s: Sentence, at: int) -> bool:
    """ "When I say 'sale' (show a sticker)": when that is, and no words to be shown."""
    begin = next((i + 1 for i in range(at - 1, -1, -1) if s.tokens[i].kind == "punct"), 0)
    when = s.tokens[begin].low in ("when", "whenever", "once", "as")
    return when and at - begin < _FARTHEST and s.tokens[at + 1].kind == "text" and at + 2 < len(s)


def _done_already(s: Sentence, at: int) -> bool:
    """ "I added captions already", "I'll do the subtitles myself": nothing that is still to be done."""
    begins = not at or s.tokens[at - 1].kind == "punct" or s.tokens[at - 1].low in ("and", "but")
    words = [t.low for t in s.tokens[at : _clause_ends(s, at)]] if begins else []
    wished = not _WISHING.isdisjoint(words)
    done = (i for i in range(at, at + len(words)) if s.tokens[i].low not in _OWNING)  # "we have music already" names it
    return not wished and not _ALREADY.isdisjoint(words) and any(not _DEEDS.isdisjoint(s.labels(i)) for i in done)


def _clause_ends(s: Sentence, begin: int) -> int:
    ends = (i for i in range(begin, len(s)) if (s.tokens[i].kind == "punct" and s.tokens[i].text in ",.;:!?\n") or s.tokens[i].low in ("so", "but"))  # fmt: skip
    return next(ends, len(s))


def _does_itself(s: Sentence, at: int) -> bool:
    """ "Our app removes background noise": what it does for people is not to be done here."""
    verb = s.tokens[at + 1]
    return verb.low.endswith("s") and verb.low not in ("is", "has", "needs", "wants") and not _DEEDS.isdisjoint(s.labels(at + 1))  # fmt: skip


def _told(s: Sentence, begin: int) -> None:
    """What is told up to the next mark, or to "so"."""
    _plain(s, begin, _clause_ends(s, begin))


def _plain(s: Sentence, begin: int, end: int) -> None:
    """Make tokens words that ask for nothing."""
    for place in range(begin, end):
        s.clear(place)
        if s.tokens[place].kind == "text":
            s.tokens[place] = s.tokens[place]._replace(kind="word", key="")
    s.put(begin, "#plain", end, None)


def _does(s: Sentence, at: int) -> bool:
    """ "Click Export", "press 'Cut'": a step on a screen, with the words on the button behind."""
    if s.tokens[at].low in ("type", "hit", "select") and (not at or s.tokens[at - 1].low not in _WHO):
        return False  # "type 'Before' at 0:02": words to be shown
    before = s.tokens[at - 1] if at else None
    begins = before is None or before.kind == "punct" or before.low in _WHO or before.low in ("and", "then")
    after = s.tokens[at + 1]
    return begins and (after.kind == "text" or after.text[:1].isupper())


def _silence(s: Sentence, verb: int, begin: int, bearer: bool = False) -> None:
    """The verb and the words behind it: quoted, or written like a name."""
    end = begin
    while end < len(s) and (s.tokens[end].kind == "text" or _like_a_name(s, end, begin)):
        end += 1
    if end == begin:
        return
    for place in range(max(0, verb - _FARTHEST), verb) if bearer else ():
        if s.tokens[place].low in _BEARING:
            s.clear(place)  # a poster is no thumbnail, a note announces nothing
    _plain(s, verb, end)


def _like_a_name(s: Sentence, at: int, begin: int) -> bool:
    token = s.tokens[at]
    written = token.kind == "word" and token.text[:1].isupper()
    joined = token.low in ("and", "&", "or", "of") and begin < at < len(s) - 1 and s.tokens[at + 1].text[:1].isupper()
    return written or joined or (at == begin and token.kind in ("num", "clock"))
