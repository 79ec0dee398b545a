"""The model's address: what the environment must say, and where a key may go."""

from __future__ import annotations

import pytest

from ugcflow.errors import UsageError
from ugcflow.llm.endpoint import Endpoint

KEY = "sk-very-secret-0123456789"


def endpoint(url: str, model: str = "tiny", key: str = KEY) -> Endpoint:
    return Endpoint.from_environment({"UGCFLOW_LLM_URL": url, "UGCFLOW_LLM_MODEL": model, "UGCFLOW_LLM_KEY": key})


@pytest.mark.parametrize(
    "url",
    [
        "https://models.example.com/v1",
        "https://models.example.com/v1/",
        "https://models.example.com/v1/chat/completions",
    ],
)
def test_the_base_is_completed(url: str) -> None:
    assert endpoint(url).address == "https://models.example.com/v1/chat/completions"


@pytest.mark.parametrize("url", ["http://localhost:8080/v1", "http://127.0.0.1:11434/v1", "http://[::1]:1/v1"])
def test_this_machine_may_be_spoken_to_plainly(url: str) -> None:
    assert endpoint(url).url == url


@pytest.mark.parametrize("url", [
    "http://models.example.com/v1", "http://10.0.0.3/v1", "http://127.0.0.1.example.com/v1", "ftp://models.example.com",
    "https://user:pass@models.example.com/v1", "https://models.example.com/v1?key=x", "models.example.com", "https://", "http://[bad/v1",
])  # fmt: skip
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(UsageError, match="UGCFLOW_LLM_URL"):
        endpoint(url)


def test_what_is_missing_is_named() -> None:
    with pytest.raises(UsageError, match="UGCFLOW_LLM_URL and UGCFLOW_LLM_MODEL are not set"):
        Endpoint.from_environment({})
    with pytest.raises(UsageError, match=r"^UGCFLOW_LLM_MODEL is not set"):
        endpoint("https://models.example.com/v1", model=" ")


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "ключ-0123456789"])
def test_a_key_that_can_be_none_is_not_shown(key: str) -> None:
    with pytest.raises(UsageError) as caught:
        endpoint("https://models.example.com/v1", key=key)
    assert key not in str(caught.value)


def test_the_key_is_not_in_its_picture() -> None:
    assert KEY not in repr(endpoint("https://models.example.com/v1"))
