"""The stream of a message, event by event, from every server that speaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.conftest import EDITS
from tests.contract.test_contract import TITLE, heard, with_footage
from ugcflow.session import Done, Editor, State, Text, Tool

pytestmark = pytest.mark.anyio


@pytest.mark.needs(EDITS)
async def test_words_said_in_part_and_then_whole_count_once(editor: Editor, clip: Path) -> None:
    events = await heard(await with_footage(editor, clip), TITLE)
    texts = [e.text for e in events if isinstance(e, Text)]
    (done,) = [e for e in events if isinstance(e, Done)]
    assert len(texts) == 1
    assert done.reply == texts[0]


@pytest.mark.needs(EDITS)
async def test_a_tool_is_told_when_it_is_called_and_when_it_answers(editor: Editor, clip: Path) -> None:
    events = await heard(await with_footage(editor, clip), TITLE)
    phases = [(e.name, e.phase) for e in events if isinstance(e, Tool)]
    assert phases
    assert [p for _, p in phases] == ["call", "result"] * (len(phases) // 2)
    assert len({name for name, _ in phases}) == 1


@pytest.mark.needs(EDITS)
async def test_two_messages_are_two_turns(editor: Editor, clip: Path) -> None:
    session = await with_footage(editor, clip)
    before = _texts(await session.state())
    replies = []
    for words in ("one", "two"):
        said = [e for e in await heard(session, TITLE.replace("Hello", words)) if isinstance(e, Done)]
        replies += said
    assert len(replies) == 2
    assert _texts(await session.state()) == before + 2


def _texts(state: State) -> int:
    return sum(len(t["sg"]) for t in state.draft["t"] if t["tt"] == 7)
