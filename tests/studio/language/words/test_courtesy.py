"""Courtesies at the end change nothing of what is asked for."""

from __future__ import annotations

import pytest

from ugcflow.studio.language import StudioReader

READER = StudioReader()
PLAIN = [
    "split it at one minute fifteen",
    "music: soft piano, volume 0.25",
    "fade the music in over 2 seconds and out over 4",
    "add captions in the style of Ali Abdaal",
    "Add title 'Thanks'",
]


@pytest.mark.parametrize(
    "said", [" pls", " asap", " for me please", ", thanks", ", please, thank you!", " if possible."]
)
@pytest.mark.parametrize("plain", PLAIN)
def test_courtesy_changes_nothing(plain: str, said: str) -> None:
    bare, polite = READER.read(plain), READER.read(plain + said)
    assert [o.to_json() for o in polite.operations] == [o.to_json() for o in bare.operations]
    assert not polite.questions


def test_what_is_nothing_but_courtesy_is_asked_about() -> None:
    assert [q.words for q in READER.read("thanks").questions] == ["thanks"]
    assert [q.words for q in READER.read("pls pls pls").questions] == ["pls pls pls"]


def test_a_text_keeps_its_thanks() -> None:
    assert READER.read("add text saying thank you").operations[0].parameters["text"] == "thank you"


@pytest.mark.parametrize("lead", ["ok so ", "I want you to ", "please go ahead and "])
@pytest.mark.parametrize(
    "plain", ["fade in the video for 2 seconds", "slow mo on the jump 0:14-0:17", "combine the clips"]
)
def test_what_leads_in_changes_nothing(plain: str, lead: str) -> None:
    bare, led = READER.read(plain), READER.read(lead + plain)
    assert [o.to_json() for o in led.operations] == [o.to_json() for o in bare.operations] != []
