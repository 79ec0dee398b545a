"""Uploads by URL: http(s) to public addresses only, at every redirect, to the address that was checked."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.service.conftest import House, code, opened
from ugcflow.nemo import wire
from ugcflow.service.fetch import allowed, shown

pytestmark = pytest.mark.anyio
Make = Callable[..., Awaitable[House]]
OK = b"HTTP/1.1 200 OK\r\ncontent-type: video/mp4\r\ncontent-length: 7\r\n\r\nfootage"


@asynccontextmanager
async def web(answers: dict[str, bytes]) -> AsyncIterator[tuple[int, list[bytes]]]:
    """A web server that answers each path with the bytes given: its port, and the heads of what it was asked."""
    asked: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        asked.append(head)
        path = head.split()[1].decode().split("?")[0]
        writer.write(answers.get(path, b"HTTP/1.1 404 X\r\ncontent-length: 0\r\n\r\n"))
        await writer.drain()
        if not path.startswith("/slow"):
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1], asked
    server.close()


async def fetched(person: httpx.AsyncClient, *urls: str) -> httpx.Response:
    path = wire.filled(wire.UPLOAD, session_id=await opened(person))
    return await person.post(path, json={"urls": list(urls), "source_type": "url"})


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::",
        "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not allowed(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700::1111"])
def test_addresses_that_are(address: str) -> None:
    assert allowed(ipaddress.ip_address(address))


async def test_a_link_is_fetched_under_its_name(house: Make) -> None:
    made = await house(private_urls=True)
    async with web({"/films/clip.mp4": OK}) as (port, asked), await made.user() as person:
        answer = await fetched(person, f"http://127.0.0.1:{port}/films/clip.mp4?key=secret")
    (file,) = answer.json()["data"]["files"]
    assert (file["name"], file["bytes"]) == ("clip.mp4", 7)
    assert b"authorization" not in asked[0].lower()


async def test_a_link_without_an_ending_is_named_by_its_type(house: Make) -> None:
    made = await house(private_urls=True)
    async with web({"/v/17": OK}) as (port, _), await made.user() as person:
        answer = await fetched(person, f"http://127.0.0.1:{port}/v/17")
    assert answer.json()["data"]["files"][0]["name"] == "17.mp4"


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}/clip.mp4", "http://localhost:{port}/clip.mp4", "http://[::1]:{port}/clip.mp4", "http://0x7f.1:{port}/clip.mp4"])  # fmt: skip
async def test_loopback_is_refused_unless_allowed(house: Make, url: str) -> None:
    made = await house()
    async with web({"/clip.mp4": OK}) as (port, asked), await made.user() as person:
        answer = await fetched(person, url.format(port=port))
    assert answer.status_code == 422
    assert not asked


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.com/a.mp4", "http://", "https://user:pw@example.com/a.mp4", "clip.mp4", "http://[", "gopher://x/a.mp4"])  # fmt: skip
async def test_only_http_without_a_user(house: Make, url: str) -> None:
    async with await (await house(private_urls=True)).user() as person:
        answer = await fetched(person, url)
    assert answer.status_code == 422
    assert "pw" not in answer.text


async def test_a_redirect_is_checked_again(house: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    async with web({"/clip.mp4": b"HTTP/1.1 302 X\r\nlocation: http://169.254.169.254/latest.mp4\r\ncontent-length: 0\r\n\r\n"}) as (port, _):  # fmt: skip
        monkeypatch.setattr("ugcflow.service.fetch.allowed", lambda a: str(a) == "127.0.0.1")
        async with await (await house()).user() as person:
            answer = await fetched(person, f"http://127.0.0.1:{port}/clip.mp4")
    assert answer.status_code == 422
    assert "169.254.169.254 is not on the public internet" in answer.json()["message"]


async def test_redirects_end(house: Make) -> None:
    made = await house(private_urls=True)
    async with web({"/a.mp4": b"HTTP/1.1 302 X\r\nlocation: /a.mp4\r\ncontent-length: 0\r\n\r\n"}) as (port, asked), await made.user() as person:  # fmt: skip
        answer = await fetched(person, f"http://127.0.0.1:{port}/a.mp4")
    assert "again and again" in answer.json()["message"]
    assert len(asked) == 6


async def test_what_was_checked_is_what_is_spoken_to(house: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads somewhere else when it is asked for again (DNS rebinding) is asked for once."""
    made = await house(private_urls=True)
    loop, asked_for = asyncio.get_running_loop(), []
    real = loop.getaddrinfo

    async def lookup(host: Any, port: Any, **more: Any) -> Any:
        if host != "rebind.example":
            return await real(host, port, **more)
        asked_for.append(host)
        place = "127.0.0.1" if len(asked_for) == 1 else "203.0.113.9"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port))]

    monkeypatch.setattr(loop, "getaddrinfo", lookup)
    async with web({"/clip.mp4": OK}) as (port, asked), await made.user() as person:
        answer = await fetched(person, f"http://rebind.example:{port}/clip.mp4")
    assert answer.status_code == 200
    assert asked_for == ["rebind.example"]
    assert f"host: rebind.example:{port}".encode() in asked[0].lower()


@pytest.mark.parametrize(
    ("path", "answer", "wanted", "words"),
    [
        ("/a.mp4", b"HTTP/1.1 200 X\r\ncontent-length: 2000\r\n\r\n" + b"x" * 2000, 4002, "over"), ("/b.mp4", b"HTTP/1.1 200 X\r\n\r\n" + b"x" * 2000, 4002, "over"),
        ("/notes.txt", b"HTTP/1.1 200 X\r\ncontent-type: text/plain\r\ncontent-length: 1\r\n\r\nx", 4001, "not supported"), ("/c.mp4", b"HTTP/1.1 500 X\r\ncontent-length: 0\r\n\r\n", 500, "answered 500"),
        ("/d.mp4", b"HTTP/1.1 200 X\r\ncontent-length: 0\r\n\r\n", 500, "is empty"), ("/e.mp4", b"HTTP/1.1 200 X\r\ncontent-length: 9\r\n\r\nhalf", 500, "could not be fetched"),
        ("/slow.mp4", b"HTTP/1.1 200 X\r\ncontent-length: 9\r\n\r\nhalf", 500, "took longer"),
    ],
)  # fmt: skip
async def test_what_is_not_taken_leaves_nothing(house: Make, tmp_path: Path, path: str, answer: bytes, wanted: int, words: str) -> None:  # fmt: skip
    made = await house(private_urls=True, largest_upload=1000, fetch_at_most=0.3 if path == "/slow.mp4" else 30)
    async with web({path: answer}) as (port, _), await made.user() as person:
        told = await fetched(person, f"http://127.0.0.1:{port}{path}?sig=secret")
    assert code(told) == wanted
    assert words in told.json()["message"]
    assert "secret" not in told.text
    assert [f for f in (tmp_path / "data" / "uploads").rglob("*") if f.is_file()] == []


@pytest.mark.parametrize("body", [{}, {"urls": []}, {"urls": "http://x/a.mp4"}, {"urls": [5]}])
async def test_a_body_without_links(house: Make, body: dict[str, Any]) -> None:
    async with await (await house()).user() as person:
        path = wire.filled(wire.UPLOAD, session_id=await opened(person))
        assert code(await person.post(path, json=body)) == 400


def test_a_link_is_shown_without_its_secrets() -> None:
    assert shown("https://me:pw@host.example/a.mp4?sig=1#x") == "https://host.example/a.mp4"
