"""Which of its readings a word can have where it stands: "clean" behind "a" cleans nothing, "say" behind "I" has nothing read out."""

from __future__ import annotations

from ugcflow.studio.language.senses.cutwords import as_fast, settle_cut_words
from ugcflow.studio.language.senses.deeds import settle_deeds
from ugcflow.studio.language.senses.neighbours import settle_chinese
from ugcflow.studio.language.senses.particle import settle_particles
from ugcflow.studio.language.senses.pictureword import settle_picture_words
from ugcflow.studio.language.words.sentence import Sentence

_QUALITIES = frozenset({"clean", "clear", "smooth", "lower", "slow", "even", "level", "natural", "quiet", "soft"})
_DEEDS = frozenset({"<remove>", "<clean>", "<drop>", "<lower>", "<raise>", "<normalize_>", "<stabilize_>", "<fix>", "<slowdown>", "<mute_>", "<silence>"})  # fmt: skip
_ACTS = frozenset({"'cut", "'sav", "<cut>", "<drop>", "<fit>", "<remove>", "<mute_>", "<crop_>", "<make>", "<export_>", "<upload_>"})  # fmt: skip
_ENDS = frozenset({"<start_>", "<end_>"})
_OWNING = frozenset({"the", "my", "our", "this", "its", "very"})
_BEFORE_A_QUALITY = frozenset({"a", "an", "with", "add", "adding", "use", "using", "want", "need", "some", "more", "nice", "very", "apply", "create", "into", "in"})  # fmt: skip
_SPEAKERS = frozenset({"i", "we", "he", "she", "they", "you", "who", "someone"})
_SPEAKING = frozenset({"say", "says", "said", "mention", "mentions", "speak", "speaks", "talk", "talks", "read", "reads"})  # fmt: skip
_NOUNS = frozenset({"clip", "clips", "cut", "cuts", "take", "takes", "edit", "edits", "bin", "bins", "trash", "dump", "drop", "save", "saves"})  # fmt: skip
_BEFORE_A_NOUN = frozenset({"a", "an", "the", "this", "that", "these", "those", "my", "our", "your", "each", "every", "final", "raw", "whole", "entire", "rough"})  # fmt: skip
_BEFORE_A_VERB = frozenset({"to", "and", "then", "please", "pls", "you", "just", "also", "u", "or", "i", "we", "can", "could", "should", "must", "auto"})  # fmt: skip
_ON_ZOOM = frozenset({"recording", "recordings", "call", "calls", "meeting", "meetings", "interview", "webinar", "session", "chat", "recorder", "podcast", "podcasts", "episode", "panel", "mic", "h1n", "h4n", "h6", "lesson", "class"})  # fmt: skip
_BEFORE_UPLOADS = frozenset({"of", "from", "after", "before", "on", "in"})
_STRETCHES = frozenset({"bits", "parts", "part", "bit", "sections", "section", "moments", "scenes"})
_SHAPES = frozenset({"landscape", "portrait"})
_STILLS = frozenset({"photo", "photos", "photograph", "image", "images", "painting", "scenery", "picture", "pictures", "scene", "drawing"})  # fmt: skip
_OF_THE_SOURCE = frozenset({"this", "my", "the", "our", "a", "an", "that", "entire", "whole", "existing", "original", "existent"})  # fmt: skip
_RECORDINGS = frozenset({"file", "files", "video", "videos", "clip", "recording", "footage", "interview", "screen"})
_MAKING = frozenset({"make", "give", "need", "want", "needs", "wants", "get", "create", "send", "produce"})
_LOOKS = frozenset({"punchy", "light", "bright", "dark", "contrasty", "vivid", "warm", "cool", "cinematic", "colorful", "colourful", "vibrant", "subtle", "slow", "fast"})  # fmt: skip
_DRESSED = frozenset({"<caption>", "<music>", "<text>", "<transition>", "<effect>", "<sticker>"})
_GRADES = frozenset({"<contrast>", "<brightness>", "<dark>", "<saturation>", "<raise>", "<lower>", "{look}", "<slowly>", "<speedup>", "<slowdown>"})  # fmt: skip
_SIZES = frozenset({"bigger", "larger", "smaller", "as", "taller", "wider", "louder", "brighter", "longer", "shorter"})
_DONE = frozenset({"downloaded", "exported", "rendered", "saved", "uploaded", "imported", "filmed", "recorded", "edited", "trimmed"})  # fmt: skip
_ORDERED = frozenset({"first", "second", "third", "fourth", "last", "previous", "other", "two", "three"})
_PUT = frozenset({"make", "put", "add", "insert", "place", "do", "need", "want"})
_TREATED = frozenset({"mirrored", "flipped", "rotated", "reversed", "muted", "captioned", "subtitled", "blurred", "zoomed", "stabilized", "trimmed", "merged", "cropped", "edited", "compressed"})  # fmt: skip
_SINCE = frozenset({"starting", "beginning", "ending"})
_LAID_ON = frozenset({"<caption>", "<music>", "<logo>", "<text>", "<broll>", "<sticker>", "<effect>", "<transition>", "<zoom_>", "<blur_>", "<fade_>", "<speedup>", "<slowdown>", "<voiceover>", "<filter_>"})  # fmt: skip
_WISHING = frozenset({"want", "need", "would", "like", "wanna", "wish", "hope", "could", "can", "should", "must", "d"})
_SEEN_ON = frozenset({"button", "buttons", "icon", "key", "page", "menu", "tab", "dialog", "dialogue", "screen"})
_AGAINST = frozenset({"no", "without", "avoid", "hide", "smooth", "fewer", "less", "those", "these", "harsh"})
_DECADES = frozenset({"50", "60", "70", "80", "90"})
_PLAYED = frozenset({"synth", "pop", "rock", "disco", "hits", "funk", "ballad"})
_OWNED = frozenset({"the", "my", "our", "this", "that"})
_SHARP = frozenset({"image", "picture", "video", "clip", "footage", "shot", "shots", "details", "focus", "look", "edges", "frame", "whole", "entire", "colors", "audio", "sound", "voice"})  # fmt: skip
_POLISHED = frozenset({"this", "it", "up", "the", "my", "everything", "that", "things"})
_PERIOD = frozenset({"vibe", "vibes", "look", "style", "filter", "vhs", "film", "retro", "aesthetic", "feel", "synth", "music", "tv", "camcorder", "song", "hits", "pop", "rock", "disco"})  # fmt: skip
_HOW = frozenset({"by", "faster", "slower", "quicker", "first", "last", "before", "after", "at", "in", "to", "over", "under", "on", "through", "past"})  # fmt: skip
_SEEN = frozenset({"video", "audio", "subtitle", "all", "tracking"})
_VERBS_FIRST = {"duplicate": "<bad_take>", "repeat": "<bad_take>", "restart": "<bad_take>", "track": "<music>"}


def settle_words(sentence: Sentence) -> None:
    """Take away the labels that words can't have where they stand."""
    settle_particles(sentence)
    settle_cut_words(sentence)
    settle_deeds(sentence)
    settle_picture_words(sentence)
    settle_chinese(sentence)
    _cut_away(sentence)
    words = [t.low for t in sentence.tokens[:2]]
    if words[1:] and words[0] in _VERBS_FIRST and words[1] in _BEFORE_A_NOUN:
        sentence.drop(0, frozenset({_VERBS_FIRST[words[0]]}))
    for at in range(1, len(sentence)):
        word, before = sentence.tokens[at].low, sentence.tokens[at - 1].low
        if not _beside(sentence, at, word, before):
            _alone_there(sentence, at, word, before)


def _covered(sentence: Sentence, at: int) -> bool:
    """ "The captions clash with the lower third", "their logo sits on top of them": what is there, and no place to go to."""
    ends = [end for i in range(max(0, at - 6), at) if (end := sentence.ends(i, "'@overlapping"))]
    return any(end > at or "{role}" in sentence.labels(at) for end in ends)


def _beside(sentence: Sentence, at: int, word: str, before: str) -> bool:
    """What the word before makes of a word. False where it makes nothing of it."""
    labels = sentence.labels(at)
    if word in _QUALITIES and before in _BEFORE_A_QUALITY and not _alone(sentence, at):
        sentence.drop(at, _DEEDS)
    elif before == "clean" and labels & _DRESSED:
        sentence.drop(at - 1, _DEEDS)  # "clean captions", "some clean music": how they are to be
    elif word in _SPEAKING and before in _SPEAKERS and _quotes(sentence, at):
        sentence.drop(at, frozenset(labels))
    elif word in ("clip", "clips") and sentence.tokens[at - 1].kind == "word" and before not in _BEFORE_A_VERB:
        sentence.drop(at, _ACTS)
    elif (
        before == "sharpen" and at + 1 < len(sentence) and word in _OWNED and sentence.tokens[at + 1].low not in _SHARP
    ):
        sentence.drop(at - 1, frozenset({"{filter}", "'sharpen"}))  # "sharpen the pacing", "sharpen my webinar into …"
    elif word == "covers" and at + 1 < len(sentence) and sentence.tokens[at + 1].low in ("it", "them", "him", "her"):
        sentence.drop(at, frozenset({"<thumbnail>"}))  # "the chart covers them"
    elif before in ("brand", "branded") and "{color}" in labels:
        sentence.clear(at - 1)  # "in our brand pink" shows no logo
        sentence.put(at - 1, "#noise", at, None)
    elif before in _TREATED and _of_such(sentence, at):
        sentence.drop(at - 1, frozenset(sentence.labels(at - 1)))
    elif word == "upload" and (sentence.tokens[at - 1 - (before in _BEFORE_A_NOUN)].low in _BEFORE_UPLOADS):
        sentence.drop(at, frozenset(labels))  # "the first 6 seconds of the upload", "after upload"
    elif before in _SHAPES and word in _STILLS:
        sentence.drop(at - 1, frozenset({"{aspect}", "<vertical>", "<horizontal>"}))
    elif before in _OWNING and labels & _ENDS:
        sentence.drop(at, _ENDS)  # "the start", "its end" are places
    elif before in _OF_THE_SOURCE and "{format}" in labels and _is_source(sentence, at):
        sentence.drop(at, frozenset({"{format}"}))
    elif before in _LOOKS and labels & (_DRESSED | {"{mood}", "<zoom_>"}):
        sentence.drop(at - 1, _GRADES - {"<slowly>"} if "<zoom_>" in labels else _GRADES)
    elif word in _DONE and before in (*_SPEAKERS, "already", "just", "been", "was", "were", "i've", "we've"):
        sentence.drop(at, frozenset(labels))
    elif before == "minus" and sentence.tokens[at].kind == "num":
        sentence.drop(at - 1, frozenset({"<no>"}))
    elif word in ("cut", "cuts") and before in ("quicker", "faster"):
        sentence.drop(at - 1, frozenset({"<speedup>"}))
    elif "{place}" in labels and _covered(sentence, at):
        sentence.drop(at, frozenset({"{role}", "{place}"}))  # "they overlap the lower third": one that is there
    elif "<transition>" in labels and "<effect>" in sentence.labels(at - 1):
        _sounding(sentence, at)
    elif "<thumbnail>" in labels and sentence.labels(at - 1) & {"{platform}", "{aspect}"}:
        for place in (at - 2, at - 1)[at < 2 :]:  # "an Instagram Reels cover" is no shape of the film
            sentence.drop(place, frozenset({"{platform}", "<upright>", "{aspect}"}))
    elif before in ("thumb", "thumbs") and word in ("up", "down", "-"):
        sentence.drop(at - 1, frozenset({"<thumbnail>"}))
    elif before in ("slow", "quiet", "fast") and word in _STRETCHES:
        sentence.drop(at - 1, _GRADES | _DEEDS)
    else:
        return False
    return True


def _sounding(s: Sentence, at: int) -> None:
    """ "A whoosh transition": a kind of transition, unless its sound is asked for."""
    if at + 1 >= len(s) or s.tokens[at + 1].low not in ("sound", "sounds", "sfx", "effect", "effects", "noise"):
        kind = s.tokens[at - 1].low
        s.drop(at - 1, frozenset({"<effect>", "{sound}"}))
        s.put(at - 1, "{transition}", at, kind)


def _alone_there(sentence: Sentence, at: int, word: str, before: str) -> None:
    """What a word can't be where it stands, whatever its neighbour."""
    if before == "zoom" and word in _ON_ZOOM:
        sentence.drop(at - 1, frozenset(sentence.labels(at - 1)))
        sentence.put(at - 1, "<source>", at + 1, None)
    elif word == "silences" or (word in ("silence", "mute") and (before in _BEFORE_A_NOUN or before == "of")):
        sentence.drop(at, frozenset({"<mute_>", "'silenc"}))  # "the silence part"
    elif word in _NOUNS and _named(sentence, at):
        made = at > 1 and before == "a" and sentence.tokens[at - 2].low in _PUT
        deeds = _ACTS | {"<lower>", "<add>", "<insert>", "'drop"} if word == "drop" else _ACTS
        deeds |= {"<joints>"} if before == "rough" else set()
        sentence.drop(at, deeds - {"'cut"} if made else deeds)  # "put a cut at 0:10" parts the clip there
    elif word in ("remove", "delete") and at + 1 < len(sentence):
        sentence.drop(at, frozenset({"<gone>"}))  # "remove the music" is no "removed"
    elif word == "have" and before == "and" and _tells(sentence):
        sentence.put(at, "<fact>", at + 1, None)
    elif before in _BEFORE_A_NOUN and at + 1 < len(sentence) and sentence.tokens[at + 1].low in _SEEN_ON:
        _only_seen(sentence, at)
    elif word == "polish" and at + 1 < len(sentence) and sentence.tokens[at + 1].low in _POLISHED:
        sentence.drop(at, frozenset({"{language}"}))
    elif word == "jump" and before in _AGAINST and sentence.ends(at, "<silence>"):
        sentence.drop(at, frozenset({"<silence>", "<cut>"}))  # "no jump cuts": smooth ones
    elif word == "last" and at + 1 < len(sentence) and sentence.tokens[at + 1].kind == "num" and _subject(sentence, at):
        sentence.drop(at, frozenset({"<t_last>", "<order>"}))  # "make the clip last 40 seconds"
    elif word == "attached" and (at + 1 == len(sentence) or sentence.tokens[at + 1].low != "to"):
        sentence.drop(at, frozenset({"<upload_>", "'attach"}))  # "two clips attached: join them"
    elif word in _SINCE and _laid_on_before(sentence, at):
        sentence.drop(at, frozenset({"<start_>", "<end_>"}))
    elif _goes_on(sentence, at):
        sentence.drop(at, frozenset({"<gone>"}))
    elif sentence.ends(at, "{role}") > at + 1:
        sentence.drop(at, frozenset({"<lower>"}))  # a "lower third" turns nothing down
    elif word in ("track", "tracks") and before in _SEEN:
        sentence.drop(at, frozenset({"<music>"}))


def _cut_away(s: Sentence) -> None:
    """ "Cut 5 seconds": no cut of that length."""
    for at in range(len(s) - 1):
        verb = not at or s.tokens[at - 1].low in _BEFORE_A_VERB or s.tokens[at - 1].kind == "punct"
        if s.tokens[at].low == "cut" and verb and s.tokens[at + 1].kind == "num":
            s.drop(at, frozenset({"<length>", "<clip>"}))


def _laid_on_before(s: Sentence, at: int) -> bool:
    """ "Zoom in starting at 0:03", "a title that ends at 0:08": when that begins or ends, not the film."""
    for place in range(at - 1, -1, -1):
        if s.tokens[place].text in ".;!?" or s.ends(place, "#separators"):
            return False
        if not _LAID_ON.isdisjoint(s.labels(place)) or s.tokens[place].low in ("mute", "muted", "everything"):
            return True
    return False


def _of_such(s: Sentence, at: int) -> bool:
    """ "(remove the bars) from a mirrored video": how the footage is, no wish."""
    led = [t.low for t in s.tokens[max(0, at - 4) : at - 1]]
    return s.ends(at, "<source>") > 0 and not {"from", "of", "in", "on"}.isdisjoint(led)


def _subject(s: Sentence, at: int) -> bool:
    """Does a clip stand right before, that is made to do something?"""
    made = any(t.low in ("make", "making", "have", "let") for t in s.tokens[:at])
    return made and ("<clip>" in s.labels(at - 1) or s.tokens[at - 1].low in ("it", "this", "that"))


def _tells(s: Sentence) -> bool:
    """Does the sentence begin with what somebody does ("I coach crossfit and have …"), no wish?"""
    words = [t.low for t in s.tokens[:2]]
    return words[0] in ("i", "we", "i'm", "we're", "im") and len(words) > 1 and words[1] not in _WISHING


def _only_seen(s: Sentence, at: int) -> None:
    """ "the save button": what is written on it asks for nothing; longer words ("end screen") stay."""
    s.drop(at, frozenset(n for n, stop, _ in s.arcs[at] if n[0] in "<'" and s.ends(at, n) == at + 1))


def _goes_on(s: Sentence, at: int) -> bool:
    """ "should go by quicker", "must go first": what goes on so does not go away."""
    end = s.ends(at, "<gone>")
    free = end and "where" in (t.low for t in s.tokens[max(0, at - 3) : at])  # "space above where copy can go"
    return bool(free) or (0 < end < len(s) and s.tokens[end - 1].low == "go" and s.tokens[end].low in _HOW)


def settle_figures(sentence: Sentence) -> None:
    """ "2x bigger", "twice as loud" is no speed, an "80s vibe" no length, "a 24 fps master" no loudness."""
    for at in sentence.places("'master"):
        if any(place in (at - 2, at - 1, at + 1, at + 2) for place in sentence.places("{fps}", "{resolution}")):
            sentence.drop(at, frozenset({"'master", "<normalize_>"}))
    for at in range(len(sentence) - 1):
        decade = sentence.tokens[at].text in _DECADES and sentence.tokens[at + 1].text == "s"
        after = at + 2 if at + 2 < len(sentence) else 0
        if decade and after and (sentence.tokens[after].low in _PERIOD or sentence.ends(after, "{mood}")):
            for place in (at - 1, at) if at else (at,):
                sentence.drop(place, frozenset({"{duration}", "{range}", "{first}", "{instant}"}))
            if sentence.tokens[after].low in _PLAYED:
                _of_music(sentence, at, after + 1)
        elif decade:
            sentence.drop(at, frozenset({"{filter}"}))  # "make it 90s long"
    for at in range(2, len(sentence)):
        if sentence.tokens[at].low in _SIZES and not (as_fast(sentence, at) or sentence.ends(at, "#separators")):
            for begin in (at - 2, at - 1):
                if sentence.ends(begin, "{factor}") == at:
                    sentence.drop(begin, frozenset({"{factor}"}))


def _of_music(sentence: Sentence, at: int, end: int) -> None:
    """ "80s synth": music of that time, and no look."""
    sentence.drop(at, frozenset({"{filter}"}))
    sentence.put(at, "{mood}", end, sentence.text[slice(*sentence.span(at, end))].lower())


def _is_source(sentence: Sentence, at: int) -> bool:
    """ "Convert this MOV file to MP4", "I have an avi recording": a format the footage has; but "give me the mp4 file"."""
    following = sentence.tokens[at + 1].low if at + 1 < len(sentence) else ""
    if following not in _RECORDINGS and (at + 2 >= len(sentence) or sentence.tokens[at + 2].low not in _RECORDINGS):
        return False
    if at > 1 and sentence.tokens[at - 2].low in ("to", "into", "as"):
        return False
    made = any("<export_>" in sentence.labels(i) or sentence.tokens[i].low in _MAKING for i in range(at))
    target = any("{format}" in sentence.labels(i) for i in range(at + 2, len(sentence)))
    return target or not made


def _named(sentence: Sentence, at: int) -> bool:
    """ "the clip", "the second clip", but not "first cut the intro"."""
    before = sentence.tokens[at - 1].low
    counted = before in _ORDERED and at > 1
    after_that = before == "that" and sentence.ends(max(0, at - 2), "#separators") == at  # "after that cut …"
    return not after_that and (sentence.tokens[at - 2].low if counted else before) in _BEFORE_A_NOUN


def _alone(sentence: Sentence, at: int) -> bool:
    """Does nothing the word could be said of follow ("need it lower", "in slow motion" is one word of its own)?"""
    longer = any(stop > at + 1 for _, stop, _ in sentence.arcs[at])
    row = at + 2 < len(sentence) and sentence.tokens[at + 1].text == "," and "<add>" in sentence.labels(at - 1)
    alone = at + 1 >= len(sentence) or sentence.tokens[at + 1].kind not in ("word", "cjk")
    return longer or (alone and not row)  # "add clean, modern captions"


def _quotes(sentence: Sentence, at: int) -> bool:
    return at + 1 < len(sentence) and sentence.tokens[at + 1].kind == "text"
