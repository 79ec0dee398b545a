"""Words a lock pinned: the studio edits by them instead of listening, and they outlive the process."""

from __future__ import annotations

from pathlib import Path

import pytest

from ugcflow.errors import StepError
from ugcflow.session import Transcript, Upload
from ugcflow.studio.media import speech
from ugcflow.studio.media.cache import Cache, sha256
from ugcflow.studio.media.footage import StudioFootage
from ugcflow.studio.media.listener import StudioListener
from ugcflow.studio.media.medium import medium_of
from ugcflow.studio.project import Project

HESITATION = Path(__file__).with_name("hesitation.mp3")


def pinned(*words: tuple[str, int, int], language: str = "en") -> Transcript:
    return Transcript("x", sha256(HESITATION), words, language)


@pytest.fixture
def footage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StudioFootage:
    """Footage that can't be listened to: only voice may be detected."""
    listen = speech.listen

    def voice_only(*arguments: object, words: bool = True, **more: object) -> object:
        assert not words, "pinned footage was listened to"
        return listen(*arguments, words=False, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(speech, "listen", voice_only)
    footage = StudioFootage(Cache(tmp_path))
    footage.add(medium_of("x", HESITATION), HESITATION)
    return footage


def test_pinned_words_are_the_words(footage: StudioFootage) -> None:
    footage.pin(pinned(("So,", 300, 300), ("um,", 700, 500), ("Glow-Serum", 1300, 700)))
    assert [(w.text, w.start, w.duration) for w in footage.words("x")] == [("So", 300, 300), ("Glow-Serum", 1300, 700)]
    assert footage.fillers("x") == ((700, 1200),)
    assert footage.language("x") == "en"
    (told,) = footage.heard()
    assert [w[0] for w in told.words] == ["So", "Glow-Serum"]


def test_words_of_another_file_are_not(tmp_path: Path) -> None:
    footage = StudioFootage(Cache(tmp_path))
    footage.add(medium_of("x", HESITATION), HESITATION)
    footage.pin(Transcript("x", "0" * 64, (("wrong", 0, 100),)))
    assert not footage.heard()


def test_pinned_words_of_any_language_can_be_edited_by(footage: StudioFootage) -> None:
    footage.pin(pinned(("你好", 300, 500), language="zh"))
    assert [w.text for w in footage.words("x")] == ["你好"]
    assert (footage.language("x"), footage.fillers("x")) == ("zh", ())


def test_nobody_speaking_is_a_pin_too(footage: StudioFootage) -> None:
    footage.pin(pinned())
    assert (footage.words("x"), footage.language("x")) == ((), "")


def test_speech_nobody_could_write_down_is_still_that(footage: StudioFootage) -> None:
    footage.pin(pinned(language="und"))
    assert footage.heard() == ()
    with pytest.raises(StepError, match="does not seem to be English"):
        footage.words("x")


def test_pauses_are_the_same_as_when_listened_to(
    tmp_path: Path, footage: StudioFootage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    listened = StudioFootage(Cache(tmp_path / "other"))
    listened.add(medium_of("x", HESITATION), HESITATION)
    footage.pin(pinned(*((w.text, w.start, w.end - w.start) for w in listened.spoken("x"))))
    assert footage.words("x") == listened.words("x")
    assert footage.silences("x", 200) == listened.silences("x", 200)
    assert footage.fillers("x") == listened.fillers("x")


def test_a_session_taken_up_again_still_has_them(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "session", "en", tmp_path)
    medium = medium_of("x", HESITATION, "asset")
    project.timeline = project.timeline.with_(media={"x": medium})
    project.know(medium, HESITATION)
    project.pin(pinned(("Glow-Serum", 300, 700)))
    project.save()
    again = Project.load(tmp_path / "session", tmp_path)
    assert [w.text for w in again.footage.words("x")] == ["Glow-Serum"]


def test_the_listener_passes_sound_alone_by(tmp_path: Path) -> None:
    assert StudioListener(tmp_path).hear(Upload("x", HESITATION)) is None
