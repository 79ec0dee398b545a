"""A run keeps to itself: no network, and nothing written outside the output, cache and config folders (architecture, law 10)."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import command, environment, write_recipe

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the audit resolves folders by /proc")
WATCH = """
import json, os, sys
log = open(sys.argv[1], "a", encoding="utf-8")
def watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "urllib.Request"):
        log.write(json.dumps(["network", event, str(args[-1])]) + "\\n"); log.flush()
    elif event == "open" and isinstance(args[0], (str, bytes)):
        mode, flags = str(args[1] or ""), int(args[2] or 0)
        if any(c in mode for c in "wax+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            log.write(json.dumps(["write", os.path.abspath(os.fsdecode(args[0])), mode]) + "\\n"); log.flush()
    elif event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link"):
        place = args[1] if event in ("os.rename", "os.link", "os.symlink") else args[0]
        base = os.readlink(f"/proc/self/fd/{args[-1]}") if isinstance(args[-1], int) and args[-1] >= 0 else os.getcwd()
        log.write(json.dumps(["write", os.path.join(base, os.fsdecode(place)), event]) + "\\n"); log.flush()
sys.addaudithook(watch)
exec(open(sys.argv[2], encoding="utf-8").read())
"""


def audited(folder: Path, program: str) -> list[list[str]]:
    """What a Python program reached for: `["network", …]` and `["write", path, how]`, in a process of its own."""
    log, code = folder / "audit.jsonl", folder / "program.py"
    code.write_text(program, encoding="utf-8")
    env = {**environment(folder / "home"), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(folder / "home/cache/tmp")}
    (folder / "home/cache/tmp").mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-c", WATCH, str(log), str(code)],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def test_a_local_run_uses_no_network_and_writes_only_where_it_may(tmp_path: Path, clip: Path) -> None:
    pins: dict[str, list[dict[str, object]]] = {
        "make it 9:16": [{"op": "reframe", "aspect": "9:16"}],
        "title": [{"op": "text_overlay", "text": "Glow", "role": "title", "start": 0, "end": 2}],
    }
    write_recipe(tmp_path, clip, pins)
    before = set(tmp_path.rglob("*"))
    acts = audited(
        tmp_path, "import sys\nfrom ugcflow.cli import main\nsys.argv = ['ugcflow', 'run', 'ad.yaml', '-q']\nmain()\n"
    )
    assert [a for a in acts if a[0] == "network"] == []
    allowed = (str(tmp_path / "out"), str(tmp_path / "home/cache"), "/dev/")
    outside = {a[1] for a in acts if a[0] == "write" and not a[1].startswith(allowed)}
    assert outside == set()
    fresh = {p.relative_to(tmp_path).parts[0] for p in tmp_path.rglob("*") if p not in before}
    assert fresh <= {"out", "home", "audit.jsonl", "program.py"}
    assert {p.name for p in (tmp_path / "home").iterdir()} <= {"cache"}


def test_the_audit_sees_what_it_looks_for(tmp_path: Path) -> None:
    program = "import socket\ns = socket.socket()\ns.settimeout(0.01)\ns.connect_ex(('127.0.0.1', 9))\nopen('elsewhere.txt', 'w').close()\n"
    acts = audited(tmp_path, program)
    assert ["network", "socket.connect"] in [a[:2] for a in acts]
    assert str(tmp_path / "elsewhere.txt") in [a[1] for a in acts]


_CALL = re.compile(r"^\d+ +(\w+)\((.*)$")
_WRITES = ("O_WRONLY", "O_RDWR", "O_CREAT")
_CHANGES = ("mkdir", "mkdirat", "unlink", "unlinkat", "rename", "renameat", "renameat2", "symlink", "symlinkat", "link", "linkat", "truncate")  # fmt: skip


def traced(folder: Path, log: Path, *arguments: str) -> tuple[list[str], set[str]]:
    """The network calls of a run and all its children, by the system's own word, and every path they changed."""
    calls = ",".join(("openat", "open", "creat", "socket", "connect", "bind", "sendto", *_CHANGES))
    strace = ["strace", "-f", "-qq", "-y", "-s", "300", "--seccomp-bpf", "-e", f"trace={calls}", "-o", str(log)]
    done = subprocess.run(
        [*strace, *command(*arguments)], cwd=folder, env={**environment(folder / "home"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    network, changed = [], set()
    for line in _whole(log.read_text(encoding="utf-8", errors="replace")):
        call = _CALL.match(line)
        if not call or " = -1 " in line:
            continue
        name, rest = call.groups()
        if name in ("socket", "connect", "bind", "sendto"):
            if not any(family in rest for family in ("AF_UNIX", "UNIX-STREAM", "socket:[")):
                network.append(line)
        elif name in _CHANGES or name == "creat" or any(flag in rest for flag in _WRITES):
            changed |= {
                os.path.normpath(folder / path) for path in _paths(rest)[-1 if name.startswith("symlink") else 0 :]
            }
    return network, changed


def _whole(text: str) -> Iterator[str]:
    """The lines of a trace; a call that another process came between is put together again."""
    begun: dict[str, str] = {}
    for line in text.splitlines():
        process, _, rest = line.partition(" ")
        if line.endswith("<unfinished ...>"):
            begun[process] = line.removesuffix("<unfinished ...>")
        elif rest.lstrip().startswith("<..."):
            yield begun.pop(process, "") + rest.partition("resumed>")[2]
        else:
            yield line


def _paths(rest: str) -> list[str]:
    """The paths of a call's arguments, each beside the folder it counts from where one is given: `AT_FDCWD</x>, "y"`."""
    found = re.findall(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"([^"]*)"', rest)
    return [os.path.join(base, path) for base, path in found]


@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here")
def test_no_child_of_a_run_reaches_out_either(tmp_path: Path) -> None:
    """ffmpeg and the listener too, with speech to listen to: no socket but between processes, no file but where it may be, not even in /tmp."""
    from ugcflow.studio import ffmpeg

    review = Path(__file__).parents[2] / "examples/quickstart/footage/review.mp4"
    spoken = tmp_path / "spoken.mp4"
    ffmpeg.run(["-t", "5", "-i", str(review), "-vf", "scale=180:320", "-preset", "ultrafast", str(spoken)])
    (tmp_path / "home").mkdir()
    write_recipe(tmp_path, spoken, {"captions": [{"op": "captions"}], "tight": [{"op": "trim_silence"}]})
    try:
        network, changed = traced(tmp_path, tmp_path / "strace.log", "run", "ad.yaml", "-q")
    except AssertionError as refused:
        if "ptrace" in str(refused).lower() or "seccomp" in str(refused).lower():
            pytest.skip("strace may not trace here")
        raise
    assert network == []
    assert str(tmp_path / "out/ad.web.mp4") in changed
    allowed = (str(tmp_path / "out"), str(tmp_path / "home/cache"), "/dev/", "/proc/")
    assert {c for c in changed if not c.startswith(allowed)} == set()
