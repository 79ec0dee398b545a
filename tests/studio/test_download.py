"""Inputs by URL, over a real TLS socket."""

from __future__ import annotations

import hashlib
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from ugcflow.errors import InputError
from ugcflow.studio import download

_BODY = b"not really a film" * 5000


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path == "/clip.mp4":
            self._answer(200, _BODY)
        elif path == "/moved.mp4":
            self._answer(302, b"", location="/clip.mp4?signature=secret")
        elif path == "/plain":
            self._answer(302, b"", location="http://127.0.0.1:1/clip.mp4")
        elif path == "/inside":
            self._answer(302, b"", location="https://10.0.0.1/clip.mp4")
        elif path == "/loop":
            self._answer(302, b"", location="/loop")
        elif path == "/nowhere":
            self._answer(302, b"")
        elif path == "/garbled":
            self._answer(302, b"", location="https://[bad/clip.mp4")
        elif path == "/huge.mp4":
            self._answer(200, b"x", length=download.LARGEST + 1)
        elif path == "/cut.mp4":
            self._answer(200, _BODY[:100], length=len(_BODY))
        elif path == "/empty.mp4":
            self._answer(200, b"")
        else:
            self._answer(404, b"gone")

    def _answer(self, status: int, body: bytes, length: int | None = None, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, httpx.Client]]:
    """The address of a site with its own certificate, and a client that trusts it."""
    if not shutil.which("openssl"):
        pytest.skip("needs openssl to make a certificate")
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(cert)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with httpx.Client(verify=ssl.create_default_context(cafile=str(cert))) as client:
        yield f"https://localhost:{server.server_port}", client
    server.shutdown()
    server.server_close()


def _here(host: str) -> bool:
    return host == "localhost"


def test_a_file_arrives_whole_under_its_id(site: tuple[str, httpx.Client], tmp_path: Path) -> None:
    url, client = site
    heard: list[float] = []
    content = hashlib.sha256(_BODY).hexdigest()
    file = download.fetch(
        f"{url}/moved.mp4", tmp_path, "../rev iew", sha256=content, reachable=_here, client=client,
        progress=lambda done, what: heard.append(done),
    )  # fmt: skip
    assert file.parent == tmp_path
    assert file.name == "___rev_iew.mp4"
    assert file.read_bytes() == _BODY
    assert heard == sorted(heard)
    assert 0 < heard[-1] < 1


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/plain", "not an https link"),
        ("/inside", "private address"),
        ("/loop", "redirects again"),
        ("/huge.mp4", "over 500 MB"),
        ("/cut.mp4", "could not be fetched"),
        ("/empty.mp4", "is empty"),
        ("/nothing.mp4?token=hush", "answered 404"),
        ("/nowhere?token=hush", "answered 302"),
        ("/garbled?token=hush", "can't be read"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    site: tuple[str, httpx.Client], tmp_path: Path, path: str, message: str
) -> None:
    url, client = site
    with pytest.raises(InputError, match=message) as caught:
        download.fetch(url + path, tmp_path, "x", reachable=_here, client=client)
    assert "hush" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_another_file_than_the_recipe_means(site: tuple[str, httpx.Client], tmp_path: Path) -> None:
    url, client = site
    with pytest.raises(InputError, match="not the file the recipe means"):
        download.fetch(f"{url}/clip.mp4", tmp_path, "x", sha256="0" * 64, reachable=_here, client=client)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("host", ["127.0.0.1", "10.1.2.3", "192.168.0.4", "169.254.169.254", "localhost", "::1"])
def test_private_addresses_are_not_public(host: str) -> None:
    assert not download.public(host)


def test_a_url_is_shown_without_its_secrets() -> None:
    assert download.shown("https://me:pw@cdn.example.com/a.mp4?sig=1#x") == "https://cdn.example.com/a.mp4"
