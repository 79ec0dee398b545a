"""Verbs that give or take by what stands beside them: "drop a beat on this" adds one, "the song you put in" asks for none."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_THINGS = frozenset({"<music>", "<caption>", "<text>", "<logo>", "<transition>", "<sticker>", "<effect>", "<voiceover>", "{filter}", "<zoom_>", "<fade_>", "<broll>"})  # fmt: skip
_TAKING = frozenset({"<remove>", "<cut>", "<drop>", "<lower>", "<mute_>"})
_OFFERING = frozenset({"drop", "throw", "pull", "kick"})
_SOME = frozenset({"a", "an", "some", "another", "one", "in"})
_WHO = frozenset({"you", "we", "i", "they", "he", "she", "u", "you've", "we've", "i've", "they've"})
_ALREADY = frozenset({"just", "already", "have", "had", "originally", "previously", "guys"})
_GAVE = frozenset({"added", "put", "placed", "inserted", "chose", "picked", "used", "gave", "made", "generated", "laid", "included", "selected", "suggested", "dropped", "slapped"})  # fmt: skip
_BEHIND = frozenset({"in", "on", "there", "here", "earlier", "before", "last", "time", "under", "over", "it", "yesterday", "for", "me"})  # fmt: skip
_WRITING = frozenset({"subtitle", "caption"})
_SPOKEN = frozenset({"what", "whatever", "this", "it", "my", "everything", "all", "the", "our", "every"})
_COMPARED = frozenset({"louder", "quieter", "more", "less", "better", "softer", "bigger", "smaller", "faster", "slower", "shorter", "higher", "lower", "brighter"})  # fmt: skip
_THAT = frozenset({"the", "that", "this"})
_IS_SO = frozenset({"is", "isn't", "isnt", "was", "does", "doesn't", "doesnt", "sounds", "feels", "seems", "gets", "makes", "keeps", "drowns", "covers", "kills", "annoys", "ruins", "clashes", "bothers", "distracts"})  # fmt: skip
_HEARD = frozenset({"<music>", "<voice>", "<audio>"})


def settle_given(sentence: Sentence) -> None:
    """Take away the labels of verbs that add where something is taken away, and the other way round."""
    s = sentence
    if len(s) == 1 and s.tokens[0].low == "redo":
        s.clear(0)  # the other way of "undo", no retake
    for at in range(len(s) - 1):
        low = s.tokens[at].low
        if low in _OFFERING and s.tokens[at + 1].low in _SOME and _thing(s, at + 2):
            s.drop(at, _TAKING)
            s.put(at, "<add>", at + 1, None)
        elif low in _WRITING and s.tokens[at + 1].low in _SPOKEN and (not at or s.ends(at - 1, "#separators")):
            s.put(at, "<write>", at + 1, None)  # "remove the music and subtitle what I say"
        elif (end := s.ends(at, "<effect>")) > at + 1:
            for place in range(at, end):
                s.drop(place, frozenset({"<audio>", "'sound", "'audio"}))  # "no sound effects" mutes nothing
        elif (end := s.ends(at, "<voice>")) > at + 1 and s.tokens[end - 1].low == "track":
            s.drop(end - 1, frozenset({"<music>"}))  # "delete the voice track"
        elif low == "有" and any(s.ends(i, n) == at for i in range(max(0, at - 4), at) for n in _THINGS):
            s.drop(at, frozenset({"<add>", "<with>"}))  # 音乐有版权
        elif low == "even" and s.tokens[at + 1].low in _COMPARED:
            s.drop(at, frozenset(s.labels(at)))  # "even louder" levels nothing
        elif low in ("steady", "stable") and s.ends(at + 1, "<noise_>"):
            s.drop(at, frozenset(s.labels(at)))  # "a steady hum"
        elif low in ("reduce", "reducing") and _heard(s, at + 1):
            s.drop(at, frozenset({"<remove>", "<drop>"}))  # "reduce the volume of the track"
        elif low in _WHO and (end := _gave(s, at)):
            for place in range(at, end):
                s.clear(place)
            s.put(at, "#noise", end, None)
        elif low == "wipe" and s.tokens[at + 1].low in ("it", "them", "that", "those", "all", "out"):
            s.drop(at, frozenset({"<transition>", "{transition}"}))
            s.put(at, "<remove>", at + 1, None)
        elif low == "pop" and s.tokens[at + 1].low in ("in", "on"):
            s.drop(at, frozenset({"{style}"}))  # "pop in the logo"
        elif low in ("levels", "level", "mix") and s.tokens[at + 1].text in (":", "："):
            s.drop(at, frozenset({"<normalize_>", "<fix>"}))  # "sound levels: voice 100, music 15 percent"
        elif low == "drop" and s.tokens[at + 1].low in ("audio", "sound") and s.ends(at + 1, "<audio>") == at + 2:
            if at + 2 == len(s) or s.tokens[at + 2].kind == "punct" or s.ends(at + 2, "#separators"):
                s.drop(at, frozenset({"<lower>"}))  # "drop audio, add music"
        elif low in ("selected", "highlighted") and s.tokens[at + 1].low in ("track", "tracks"):
            s.drop(at + 1, frozenset({"<music>"}))
        elif low == "that" and s.tokens[at + 1].low == "just":
            s.drop(at, frozenset({"#separators"}))  # "a caption that just says …" is no "that's just"
        elif low in _THAT and s.ends(at + 1, "{mood}"):
            _that_music(s, at + 1)


def _that_music(s: Sentence, at: int) -> None:
    """ "The sad song doesn't fit": which music there is, and no kind that is asked for."""
    noun = next((i for i in range(at + 1, min(len(s), at + 4)) if s.ends(i, "<music>")), 0)
    end = s.ends(noun, "<music>") if noun else 0
    if end and end < len(s) and s.tokens[end].low in _IS_SO:
        for place in range(at, noun):
            s.drop(place, frozenset({"{mood}", "{style}", "{look}", "{filter}", "'@genres"}))


def _thing(s: Sentence, at: int) -> bool:
    """Is one of the next words something that is added?"""
    near = range(at, min(len(s), at + 4))
    return at < len(s) and s.tokens[at].low != "of" and any(s.labels(i) & _THINGS for i in near)


def _heard(s: Sentence, at: int) -> bool:
    """Is what is reduced a sound, not the noise in it?"""
    near = range(at, min(len(s), at + 5))
    return any(s.labels(i) & _HEARD for i in near) and not any(s.labels(i) & {"<noise_>", "<silence>"} for i in near)


def _gave(s: Sentence, at: int) -> int:
    """The end of "you put in" behind "the song", "that"; 0 where nothing added before is named."""
    before = s.tokens[at - 1].low if at else ""
    named = at > 0 and any(e == at and n in _THINGS for i in range(max(0, at - 3), at) for n, e, _ in s.arcs[i])
    led = named or (before in ("that", "which") and at > 1 and bool(s.labels(at - 2) & _THINGS))
    place = at + 1
    while place < len(s) and s.tokens[place].low in _ALREADY:
        place += 1
    if not led or place >= len(s) or s.tokens[place].low not in _GAVE:
        return 0
    place += 1
    while place < len(s) and s.tokens[place].low in _BEHIND:
        place += 1
    return place
