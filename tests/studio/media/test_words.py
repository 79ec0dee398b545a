from __future__ import annotations

import itertools
from collections.abc import Sequence

from ugcflow.studio.media.speech import Heard, Phrase, Speech
from ugcflow.studio.media.words import as_words, spoken

LOUD, SOFT = -20.0, -70.0


def speech(*words: tuple[str, int, int], voice: float = 0.9, length: int = 10_000, **phrase: float) -> Speech:
    heard = tuple(Heard(text, start, end, 0.95) for text, start, end in words)
    facts = {"logprob": -0.2, "no_speech": 0.01, "ratio": 1.2, **phrase}
    return Speech((Phrase(heard, **facts),), (voice,) * (length // 32))


def sound(*loud: tuple[int, int], length: int = 10_000) -> Sequence[float]:
    return [LOUD if any(a <= t < b for a, b in loud) else SOFT for t in range(0, length, 10)]


def test_words_of_no_length_share_their_neighbours_time() -> None:
    said = spoken(speech(("the", 7900, 8640), ("odor.", 8640, 8640)), sound((7900, 8640)))
    assert [w.text for w in said] == ["the", "odor."]
    assert [(w.start, w.end) for w in said] == [(7900, 8177), (8177, 8640)]


def test_words_never_overlap_and_never_run_backwards() -> None:
    said = spoken(speech((" a", 500, 400), (" b", 100, 900), (" c", 850, 850), (" d", 860, 2000)), sound((0, 2000)))
    assert all(w.end - w.start >= 60 for w in said)
    assert all(a.end <= b.start for a, b in itertools.pairwise(said))


def test_a_word_ends_where_its_sound_does() -> None:
    quiet_around = Speech(speech(("hello", 1000, 2600)).phrases, (0.01,) * 30 + (0.9,) * 30 + (0.01,) * 250)
    (word,) = spoken(quiet_around, sound((1200, 1800)))
    assert (word.start, word.end) == (1200, 1800)


def test_what_nobody_said_is_dropped() -> None:
    sounds = sound((0, 10_000))
    assert not spoken(speech(("Thank", 0, 500), ("you.", 500, 900), voice=0.05), sounds)
    assert not spoken(speech(("la", 0, 500), ratio=5.0), sounds)
    assert not spoken(speech(("you", 0, 500), no_speech=0.9, logprob=-1.4), sounds)
    assert not spoken(speech(("♪♪", 0, 500), ("[", 500, 600)), sounds)


def test_a_word_begins_where_its_sound_does() -> None:
    heard = Speech(speech(("hello", 1460, 1520)).phrases, (0.01,) * 35 + (0.9,) * 15 + (0.01,) * 250)
    (word,) = spoken(heard, sound((1230, 1520)))
    assert (word.start, word.end) == (1230, 1520)


def test_a_sign_belongs_to_its_number() -> None:
    said = spoken(speech((" 30", 0, 300), ("%", 300, 400), (" off", 400, 700)), sound((0, 700)))
    assert [w.text for w in said] == ["30%", "off"]


def test_an_unsure_word_in_silence_is_dropped() -> None:
    words = (Heard("Hello", 0, 500, 0.9), Heard("you.", 3000, 3300, 0.1), Heard("Bye", 6000, 6300, 0.9))
    voice = (0.9,) * 20 + (0.01,) * 200
    said = spoken(Speech((Phrase(words, -0.2, 0.01, 1.2),), voice), sound((0, 500)))
    assert [w.text for w in said] == ["Hello", "Bye"]


def test_a_loop_is_cut_and_emphasis_is_kept() -> None:
    loop = speech(*((w, i * 200, i * 200 + 200) for i, w in enumerate(["see", "you", "soon"] * 8)))
    assert len(spoken(loop, sound((0, 10_000)))) < 15
    emphasis = speech(*((w, i * 200, i * 200 + 200) for i, w in enumerate(["very,", "very,", "very", "good"])))
    assert len(spoken(emphasis, sound((0, 10_000)))) == 4


def test_words_of_a_medium_stand_where_they_are_heard() -> None:
    (word,) = as_words([Heard("hi", 120, 400, 0.9)], "a")
    assert (word.start, word.duration, word.source, word.media) == (120, 280, 120, "a")
