"""The client and a real ADK stream: what only that column can show."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.contract.conftest import COLUMNS
from tests.contract.test_contract import heard
from ugcflow.errors import StepError
from ugcflow.session import Done, Editor, Text, Tool

pytestmark = pytest.mark.anyio
ADK = next(c for c in COLUMNS if c.name == "client-adk")


@pytest.fixture
async def editor(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Editor]:
    if missing := ADK.missing():
        pytest.skip(missing)
    async with ADK.editor(request) as made:
        yield made


async def test_partial_words_tools_and_the_reply(editor: Editor) -> None:
    events = await heard(await editor.open("adk", "en"), "Hello")
    assert events == [
        Tool("add_title", "call", {"text": "Hello"}),
        Tool("add_title", "result", {"ok": True}),
        Text("Title added."),
        Done("Title added.", ("Title added: “Hello”, 0–2 s",)),
    ]


async def test_partial_words_without_their_whole(editor: Editor) -> None:
    assert (await heard(await editor.open("adk", "en"), "be silent"))[-1] == Done(
        "Title added.", ("Title added: “be silent”, 0–2 s",)
    )


async def test_an_agent_that_breaks(editor: Editor) -> None:
    with pytest.raises(StepError, match="the agent broke") as caught:
        await heard(await editor.open("adk", "en"), "fail please")
    assert "had changed" in caught.value.do
