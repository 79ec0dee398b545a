"""Instead of what can't be done only what can be done today is offered."""

import pytest

from ugcflow.studio.language import StudioReader
from ugcflow.studio.operations import all_operations


@pytest.mark.parametrize("text", ["reverse it", "zoom in when it gets interesting", "make it pop", "画面不好看"])
def test_every_sentence_offered_is_read_and_built(text: str) -> None:
    reader = StudioReader()
    questions = reader.read(text).questions
    assert questions
    for sentence in (n for q in questions for n in q.nearest):
        offered = reader.read(sentence)
        assert not offered.questions, sentence
        assert all(all_operations()[o.op].built for o in offered.operations), sentence
