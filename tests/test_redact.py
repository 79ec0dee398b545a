"""No secret passes the redactor, and nothing else is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ugcflow.redact import HIDDEN, Redactor, clean_url

redact = Redactor(["plain-secret-value"])


@pytest.mark.parametrize(("text", "clean"), [
    ("token nmv_usr_abc.DEF-123 here", f"token {HIDDEN} here"),
    ("Authorization: Bearer abc.def", f"Authorization: Bearer {HIDDEN}"),
    ("claimed clm_12345 today", f"claimed {HIDDEN} today"),
    ("see https://nemovideo.com/workspace/claim?ct=clm_12345", "see https://nemovideo.com/workspace/claim?ct=clm_12345"),
    ("see https://nemovideo.com/workspace/claim?token=x&ct=clm_1#k", "see https://nemovideo.com/workspace/claim?ct=clm_1"),
    ("GET https://cdn.example.com/a.mp4?X-Sig=abc&e=1 failed", "GET https://cdn.example.com/a.mp4 failed"),
    ("(https://u:pw@example.com/a#frag).", "(https://example.com/a)."),
    ("https://example.com/nmv_usr_abc", f"https://example.com/{HIDDEN}"),
    ("it said plain-secret-value!", f"it said {HIDDEN}!"),
    ("a plain sentence: 9:16, 30 s, 100 %", "a plain sentence: 9:16, 30 s, 100 %"),
])  # fmt: skip
def test_text(text: str, clean: str) -> None:
    assert redact(text) == clean


def test_values_inside_values() -> None:
    value = {
        "a": ["Bearer x.y", {"token": "anything", "Authorization": "Basic z"}],
        "n": 3,
        "p": Path("/x/nmv_usr_a"),
        "none": None,
    }
    assert redact(value) == {
        "a": [f"Bearer {HIDDEN}", {"token": HIDDEN, "Authorization": HIDDEN}],
        "n": 3,
        "p": f"/x/{HIDDEN}",
        "none": None,
    }


def test_the_environments_tokens_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEMO_TOKEN", "looks-like-nothing")
    assert Redactor.from_environment()("x looks-like-nothing y") == f"x {HIDDEN} y"


def test_an_empty_token_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEMO_TOKEN", "")
    assert Redactor.from_environment()("words") == "words"


@given(st.text(), st.text(alphabet="abcXYZ019_-", min_size=3), st.sampled_from(["", " ", "/", "?t=", '"', "=", "("]))
def test_a_token_never_survives_whatever_stands_around_it(around: str, tail: str, before: str) -> None:
    token = f"nmv_usr_{tail}"
    assert token not in redact(f"{around} {before}{token} {around}")


@given(st.text())
def test_any_text_is_cleaned_to_the_same_text_twice(text: str) -> None:
    assert redact(redact(text)) == redact(text)


def test_a_broken_url_is_hidden_whole() -> None:
    assert clean_url("http://[::1/a?b=c") == HIDDEN
