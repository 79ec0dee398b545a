"""Tokens: one's own, anonymous, kept, renewed, and never shown."""

from __future__ import annotations

import asyncio
import json
import pickle
import stat
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.nemo.cloud import Cloud, Reply
from ugcflow.errors import AuthError, ProtocolError, UsageError
from ugcflow.nemo.client_id import client_id
from ugcflow.nemo.editor import Nemo
from ugcflow.nemo.envelope import failure, success
from ugcflow.nemo.settings import Settings, platform
from ugcflow.nemo.token import Token, TokenFile

pytestmark = pytest.mark.anyio
Client = Callable[..., Nemo]


async def test_an_anonymous_token_by_a_client_id_that_is_kept(cloud: Cloud, client: Client, tmp_path: Path) -> None:
    await client(anonymous=True, token=None).credits()
    kept = (tmp_path / "config" / "client_id").read_text()
    assert UUID(kept.strip())
    assert cloud.calls("anonymous_token")[0].headers["x-client-id"] == kept.strip()
    assert "authorization" not in cloud.calls("anonymous_token")[0].headers


async def test_a_kept_token_is_used_until_it_expires_and_is_the_owners_only(
    cloud: Cloud, client: Client, tmp_path: Path
) -> None:
    for _ in range(3):
        await client(anonymous=True, token=None).credits()
    file = tmp_path / "kept" / "token.json"
    assert cloud.given == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text(json.dumps({**json.loads(file.read_text()), "expires": 1}))
    await client(anonymous=True, token=None).credits()
    assert cloud.given == 2


async def test_a_kept_token_that_others_can_read_is_closed_to_them(
    cloud: Cloud, client: Client, tmp_path: Path
) -> None:
    await client(anonymous=True, token=None).credits()
    file = tmp_path / "kept" / "token.json"
    file.chmod(0o644)
    await client(anonymous=True, token=None).credits()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_kept_token_is_for_its_own_base_and_client_only(cloud: Cloud, client: Client, tmp_path: Path) -> None:
    await client(anonymous=True, token=None).credits()
    async with Cloud() as other:
        await client(anonymous=True, token=None, api_url=other.url).credits()
        assert other.given == 1
    await client(anonymous=True, token=None, client_id=str(uuid4())).credits()
    assert cloud.given == 2


async def test_1001_renews_an_anonymous_token_once_with_the_same_client_id(cloud: Cloud, client: Client) -> None:
    nemo = client(anonymous=True, token=None)
    await nemo.credits()
    cloud.tokens.clear()
    await nemo.credits()
    first, second = (r.headers["x-client-id"] for r in cloud.calls("anonymous_token"))
    assert first == second
    cloud.faults["credits"] += [Reply(failure(1001, "no"))] * 2
    with pytest.raises(AuthError, match="1001"):
        await nemo.credits()
    assert cloud.given == 3


async def test_many_calls_renew_together(cloud: Cloud, client: Client) -> None:
    nemo = client(anonymous=True, token=None)
    await nemo.credits()
    cloud.tokens.clear()
    await asyncio.gather(*(nemo.credits() for _ in range(20)))
    assert cloud.given == 2


async def test_a_second_token_for_a_client_is_429_and_said(cloud: Cloud, client: Client) -> None:
    cloud.faults["anonymous_token"] += [Reply(failure(429, "one a week"), 429)] * 2
    with pytest.raises(AuthError, match="a client gets one in 7 days, an address about 10") as caught:
        await client(anonymous=True, token=None).credits()
    assert (len(cloud.calls("anonymous_token")), caught.value.code) == (2, 429)


async def test_400_makes_a_new_client_id_and_asks_again(cloud: Cloud, client: Client) -> None:
    cloud.faults["anonymous_token"].append(Reply(failure(400, "X-Client-Id missing"), 400))
    await client(anonymous=True, token=None).credits()
    first, second = (r.headers["x-client-id"] for r in cloud.calls("anonymous_token"))
    assert first != second


async def test_no_token_in_the_answer(cloud: Cloud, client: Client) -> None:
    cloud.faults["anonymous_token"].append(Reply(success({})))
    with pytest.raises(ProtocolError, match="gave no token"):
        await client(anonymous=True, token=None).credits()


async def test_in_ci_no_anonymous_token_is_asked_for(cloud: Cloud, tmp_path: Path) -> None:
    environ = {"CI": "true", "NEMO_API_URL": cloud.url}
    nemo = Nemo(Settings.from_environment(environ))
    with pytest.raises(AuthError, match="no NEMO_TOKEN") as caught:
        await nemo.credits()
    assert "--anonymous" in caught.value.do
    assert not cloud.requests
    assert Settings.from_environment(environ, allow_anonymous=True).anonymous
    assert Settings.from_environment({}).anonymous
    await nemo.close()


def test_the_environment() -> None:
    found = Settings.from_environment({
        "NEMO_TOKEN": "nmv_usr_x", "NEMO_API_URL": "http://localhost:8000/", "NEMO_WEB_URL": "https://web.example/", "NEMO_CLIENT_ID": "abc", "SKILL_SOURCE": "~/.clawhub/skills/x",
    })  # fmt: skip
    assert found.token == Token("nmv_usr_x")
    assert (found.api_url, found.web_url, found.client_id, found.platform) == (
        "http://localhost:8000",
        "https://web.example",
        "abc",
        "clawhub",
    )
    assert Settings.from_environment({}).api_url == "https://mega-api-prod.nemovideo.ai"
    assert "nmv_usr_x" not in repr(found)


def test_waits_can_be_set_from_outside() -> None:
    waits = Settings.from_environment({"UGCFLOW_NEMO_WAITS": '{"poll": 1, "after_drop": [1, 2.5]}'}).waits
    assert (waits.poll, waits.after_drop, waits.silence) == (1, (1, 2.5), 600)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"polll": 1}', '{"poll": "soon"}', '{"poll": -1}', '{"after_drop": 5}', "5"]
)
def test_waits_that_can_not_be_read(text: str) -> None:
    with pytest.raises(UsageError, match="UGCFLOW_NEMO_WAITS"):
        Settings.from_environment({"UGCFLOW_NEMO_WAITS": text})


@pytest.mark.parametrize(
    ("given", "installed", "name"),
    [("", "/home/a/.clawhub/skills/u/x.py", "clawhub"), ("", "/home/a/.cursor/skills/u/x.py", "cursor"), ("", "/usr/lib/x.py", "unknown"), ("/home/a/.cursor/skills/x", "/usr/x.py", "cursor"),
     ("openclaw", "/usr/x.py", "openclaw"), ("bad\r\nvalue", "/usr/x.py", "unknown")],
)  # fmt: skip
def test_the_platform(given: str, installed: str, name: str) -> None:
    assert platform(given, Path(installed)) == name


def test_a_client_id_given_must_be_a_uuid(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="NEMO_CLIENT_ID"):
        client_id("nmv_usr_secret", tmp_path / "id")
    assert client_id("6F9619FF-8B86-D011-B42D-00CF4FC964FF", tmp_path / "id") == "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
    assert not (tmp_path / "id").exists()


def test_a_broken_client_id_file_is_made_new(tmp_path: Path) -> None:
    file = tmp_path / "id"
    file.write_text("nmv_usr_not_an_id")
    made = client_id("", file)
    assert client_id("", file) == made == str(UUID(made))


def test_a_client_id_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert UUID(client_id("", tmp_path / "file" / "id"))


def test_a_token_never_prints_itself() -> None:
    token = Token("nmv_usr_secret", anonymous=True)
    shown = f"{token} {token!r} {token!s} {token:>20} {[token]} {{'t': {token}}}"
    assert "secret" not in shown
    with pytest.raises(TypeError):
        pickle.dumps(token)
    assert token == Token("nmv_usr_secret")
    assert token != "nmv_usr_secret"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"token": 5}', "\0"])
def test_a_broken_token_file_is_none(tmp_path: Path, content: str) -> None:
    file = tmp_path / "t"
    file.write_text(content)
    assert TokenFile(file, "a", "b").read() is None
