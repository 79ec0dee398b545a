"""Only sentences that would work are offered instead of one that does not."""

from pathlib import Path

from ugcflow.backends import Backend
from ugcflow.runner.reading import doable
from ugcflow.studio.editor import Studio
from ugcflow.studio.language import StudioReader


def test_what_is_offered_instead_can_be_done_today(tmp_path: Path) -> None:
    backend = Backend(Studio(tmp_path), StudioReader(), None)
    assert doable(("add captions", "stabilize the footage", "make it pop"), backend) == ("add captions",)


def test_an_editor_that_is_sent_sentences_as_written_keeps_every_offer(tmp_path: Path) -> None:
    assert doable(("stabilize the footage",), Backend(Studio(tmp_path), None, None)) == ("stabilize the footage",)
