"""Chinese words whose sense their neighbours settle: 上传的视频 uploads nothing, 给口播加字幕 turns nothing up, 车声 is a noise."""

from __future__ import annotations

from ugcflow.studio.language.words.sentence import Sentence

_QUOTES = {"“": "”", '"': '"', "'": "'", "‘": "’", "「": "」", "『": "』"}
_ADDED = frozenset({"<caption>", "<text>", "<logo>", "<music>", "<transition>", "<sticker>", "<effect>", "<voiceover>", "<broll>", "{filter}"})  # fmt: skip


def settle_chinese(sentence: Sentence) -> None:
    """Take away the labels that Chinese words can't have where they stand."""
    _brought(sentence)
    _given(sentence)
    _heard(sentence)
    _had(sentence)
    _halves(sentence)
    _talked_about(sentence)


def _brought(sentence: Sentence) -> None:
    """把上传(的)视频剪成三秒: what was brought or made before, not a wish to do so."""
    for at in sentence.places("<upload_>", "<export_>"):
        end = sentence.ends(at, "<upload_>") or sentence.ends(at, "<export_>")
        if not at or end != at + 2 or sentence.tokens[at].kind != "cjk" or end >= len(sentence):
            continue
        before, after = sentence.tokens[at - 1].text, sentence.tokens[end].text
        mine = before in "我您你" and not (at > 1 and sentence.tokens[at - 2].text in "帮给替让")
        uploaded = bool(sentence.ends(at, "<upload_>")) and (before in "把将对给从" or (mine and after == "的"))
        if uploaded or (before in "把将对" and after == "的"):
            for place in range(at, end):
                sentence.drop(place, frozenset(sentence.labels(place)))
            sentence.put(at, "#noise", end, None)


def _talked_about(s: Sentence) -> None:
    """去掉“然后”“就是”: filling words in quotes, which are no text, are what somebody keeps saying, and part nothing."""
    spoken = s.lexicon.tables.get("spoken", ())
    for at in range(1, len(s) if not _QUOTES.keys().isdisjoint(s.text) else 0):
        closing = _QUOTES.get(s.text[s.tokens[at].start - 1])
        near = range(at, min(len(s), at + 4))
        end = next((i + 1 for i in near if s.text[s.tokens[i].end :][:1] == closing), 0) if closing else 0
        if end and all(s.tokens[i].text in spoken for i in range(at, end)):
            for place in range(at, end):
                s.clear(place)
            s.put(at, "<filler>", end, None)


def _given(sentence: Sentence) -> None:
    """给口播加字幕: 给 says to what something is added, and 加 turns nothing up."""
    for at in sentence.places("<add>") if sentence.may_have(*_ADDED) else ():
        place = sentence.ends(at, "<add>") if at and sentence.tokens[at].text in "加配添" else 0
        if not place:
            continue
        while place < len(sentence) and (more := _quality(sentence, place)):
            place = more
        if place < len(sentence) and sentence.labels(place) & _ADDED:
            sentence.drop(at, frozenset({"<raise>", "<by>"}))
            for before in range(max(0, at - 12), at):
                if sentence.tokens[before].text == "给":
                    sentence.drop(before, frozenset({"<add>"}))
                    sentence.drop(before + 1, frozenset({"<broll>", "<voiceover>"}))


def _heard(sentence: Sentence) -> None:
    """车声 is a noise, 掌声 an effect: their 声 is not the sound of the video."""
    for at in range(1, len(sentence) if "声" in sentence.words else 0):
        if sentence.tokens[at].text == "声" and any(
            stop == at + 1 for n, stop, _ in sentence.arcs[at - 1] if n[0] == "<"
        ):
            sentence.drop(at, frozenset({"<audio>"}))


def _had(sentence: Sentence) -> None:
    """给mov格式的素材加字幕: the format of footage, unless it is to be exported or made so."""
    for at in sentence.places("{format}"):
        place = sentence.ends(at, "{format}")
        told = "".join(t.text for t in sentence.tokens[place : place + 3]) if place else ""
        if told != "格式的" or not any(sentence.ends(place + 3, n) for n in ("<source>", "<clip>")):
            continue
        made = any(sentence.labels(i) & {"<export_>", "<make>", "<fit>"} for i in range(at))
        if not made and place + 5 < len(sentence):
            sentence.drop(at, frozenset({"{format}"}))


def _halves(sentence: Sentence) -> None:
    """前半段快放: when it goes faster, no clip that is taken as a whole."""
    for at in sentence.places("<half_of>"):
        near = range(at, min(len(sentence), at + 8))
        changed = any(sentence.labels(i) & {"<speedup>", "<slowdown>", "<mute_>"} for i in near)
        if at and changed and sentence.tokens[at - 1].text in "前后上下":
            for place in (at - 1, at, at + 1):
                sentence.drop(place, frozenset({"<clip>"}))


def _quality(sentence: Sentence, at: int) -> int:
    """The end of a small word, a language or a look at `at`; 0 for none."""
    return max(
        (e for n, e, _ in sentence.arcs[at] if n in ("#noise", "{language}", "{style}", "{color}", "{mood}")), default=0
    )
