"""Things named beside what was found, that no phrase took: "static, warm grade, and a logo drop-in" must not lose the logo without a word."""

from __future__ import annotations

from ugcflow.studio.language.clauses.clause import Clause
from ugcflow.studio.language.reading import ask
from ugcflow.studio.language.reading.said import Said
from ugcflow.studio.language.words.sentence import Sentence

_USED_BY = {
    "<caption>": {"captions", "remove_captions", "translate_captions", "export", "text_overlay", "sticker_emoji"},
    "<music>": {"music", "remove_music", "volume", "duck_music", "fade", "mute", "normalize_audio", "sound_effect", "denoise_audio"},
    "<logo>": {"logo", "text_overlay", "insert_clip"},
    "<transition>": {"transition", "fade"},
    "<audio>": {"volume", "mute", "normalize_audio", "denoise_audio", "duck_music", "fade", "music", "remove_music", "export", "trim_silence", "remove_fillers", "voiceover", "sound_effect", "remove_bad_takes", "speed", "captions", "merge_clips", "broll", "split", "translate_captions", "trim_range", "trim_start", "trim_end", "fit_duration", "insert_clip"},
    "<thumbnail>": {"thumbnail", "text_overlay", "broll", "export"},
    "<voiceover>": {"voiceover", "volume", "duck_music"},
    "<sticker>": {"sticker_emoji", "captions", "text_overlay"},
    "<silence>": {"trim_silence"},
    "<filler>": {"remove_fillers"},
    "<noise_>": {"denoise_audio", "sound_effect"},
    "<bad_take>": {"remove_bad_takes", "trim_start", "trim_end", "trim_range"},
    "<effect>": {"sound_effect", "transition"},
    "<shake>": {"stabilize"},
    "<zoom_>": {"zoom", "crop", "reframe"},
    "<slowdown>": {"speed"},
    "<blur_>": {"blur_background"},
    "<contrast>": {"color", "transition"},
    "<saturation>": {"color"},
}  # fmt: skip
"""What edits are made of, and the operations that a clause with its name may come to."""
_BOUND = ("<no>", "<dont>", "<not_behind>", "<except>", "<keep>", "<only>", "<replace>")
"""In a clause with one of these a thing may be named to be left as it is."""
_WHERE = frozenset({"the", "each", "every", "this", "that", "my", "your", "our", "on", "in", "during", "to", "of", "when", "a", "by", "at", "for", "between", "feel", "feels", "look", "looks", "be", "is", "less", "too", "so"})  # fmt: skip
"""Before a thing that only tells where or when: "a whoosh on each transition"."""
_OTHERWISE = frozenset({"track", "tracks", "beat", "beats"})
_TELLING = ("is ", "was ", "are ", "were ", "的地方", "的时候", "处", "时")
_FREE = frozenset({"undo", "status", "upload"})


def doubt_forgotten(said: Said, clause: Clause, covered: set[int]) -> None:
    """Ask about the first of them. `covered`: the tokens that phrases took."""
    s, done = clause.sentence, said.ops
    if not done or said.questions or said.cancelled or done & _FREE or s.places(*_BOUND):
        return
    lost = {noun for noun, ops in _USED_BY.items() if not ops & done}
    for at in s.places(*lost):
        end = max(s.ends(at, noun) for noun in lost)
        if clause.own(at) and covered.isdisjoint(range(at, end)) and _named(s, at, end):
            said.questions.append(ask.unread(s.text, *s.span(at, end)))
            return


def _named(s: Sentence, at: int, end: int) -> bool:
    """Is it the thing itself, and no place, name of a file, or part of a longer word?"""
    token = s.tokens[at]
    if token.low in _OTHERWISE or any(n[0] == "{" for n in s.labels(at)) or (at and s.tokens[at - 1].low in _WHERE):
        return False
    if end < len(s) and s.text.startswith(_TELLING, s.tokens[end].start):
        return False  # "drone was upside down" tells why, 转场的地方 where
    if token.kind == "cjk":
        return end > at + 1 and not any(stop > at for i in range(max(0, at - 4), at) for _, stop, _ in s.arcs[i])
    return token.kind == "word"
