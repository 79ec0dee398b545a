"""Which addresses may be spoken to."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest

from ugcflow.errors import ProtocolError, UsageError
from ugcflow.nemo.address import check_base, check_target, origin

pytestmark = pytest.mark.anyio
NAMES = {
    "studio.lan": ["192.168.1.5"],
    "cdn.example": ["93.184.216.34"],
    "split.example": ["93.184.216.34", "10.0.0.1"],
    "v6.example": ["2606:2800:220:1::1"],
    "tunnel.example": ["::ffff:10.0.0.1"],
}


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no name service where tests run: a few names that resolve as real ones do."""

    async def getaddrinfo(self: Any, host: str, port: Any, **more: Any) -> list[Any]:
        if host not in NAMES:
            raise socket.gaierror
        return [(0, 0, 0, "", (address, 0)) for address in NAMES[host]]

    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", getaddrinfo)


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example",
        "https://10.0.0.1",
        "http://localhost:8000",
        "http://127.0.0.1",
        "http://[::1]:80",
        "http://192.168.1.5:8000",
        "http://studio.lan:8000/base",
    ],
)
async def test_bases_a_person_may_set(url: str) -> None:
    await check_base(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://93.184.216.34",
        "http://cdn.example",
        "http://split.example",
        "http://unknown.example",
        "https://a:b@api.example",
        "https://api.example#x",
        "ws://localhost",
        "https://",
    ],
)
async def test_bases_nobody_may_set(url: str) -> None:
    with pytest.raises(UsageError):
        await check_base(url)


@pytest.mark.parametrize(
    "url",
    ["https://cdn.example/a.mp4?sig=1", "https://v6.example/a", "https://93.184.216.34/a", "https://unknown.example/a"],
)
async def test_public_https_places_may_be_fetched_from(url: str) -> None:
    await check_target(url, "https://api.example")


@pytest.mark.parametrize(
    "url",
    ["http://cdn.example/a", "https://studio.lan/a", "https://split.example/a", "https://tunnel.example/a", "https://127.0.0.1/a", "https://[::1]/a", "https://[fe80::1%25eth0]/a", "https://169.254.169.254/a",
     "https://localhost/a", "https://LOCALHOST./a", "https://0.0.0.0/a", "https://100.64.0.1/a", "https://a:b@cdn.example/a", "ftp://cdn.example/a", "javascript:alert(1)", "https:///a", "https://[::1/a"],
)  # fmt: skip
async def test_places_that_may_not(url: str) -> None:
    with pytest.raises(ProtocolError):
        await check_target(url, "https://api.example")


async def test_the_host_of_the_base_may_be_fetched_from() -> None:
    await check_target("http://192.168.1.5:9000/a", "http://192.168.1.5:8000")
    await check_target("https://10.0.0.1/a", "https://10.0.0.1")
    with pytest.raises(ProtocolError):
        await check_target("http://api.example/a", "https://api.example")
    with pytest.raises(ProtocolError):
        await check_target("http://192.168.1.6/a", "http://192.168.1.5:8000")


def test_an_origin_is_scheme_host_and_port() -> None:
    assert origin("https://API.example/x") == origin("https://api.example:443") == ("https", "api.example", 443)
    assert origin("http://api.example") != origin("https://api.example")
