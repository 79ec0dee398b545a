"""The same recipe by `backend: local` and by `backend: nemo` against `ugcflow serve`: the same drafts, byte-identical exports, no token anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.contract.conftest import clip  # noqa: F401
from tests.service.test_restart import Start, start  # noqa: F401
from ugcflow import backends

pytestmark = pytest.mark.skipif(not backends.has_studio(), reason="the studio is not installed")
RECIPE = """
version: 1
name: ad
inputs:
  clip: clip.mp4
steps:
  - trim the last 3 seconds
  - 'add the text "Glow, 世界" at the top'
export:
  - {name: web, resolution: 180x320}
  - {name: wide, resolution: 160x90}
"""


def ran(folder: Path, backend: str, **environ: str) -> dict[str, bytes]:
    """One run in a process of its own: its exports and drafts; the command lines of every process are looked through meanwhile."""
    out = folder / backend
    command = [sys.executable, "-c", "from ugcflow.cli import main; main()", "run", str(folder / "ad.yaml"), "--out", str(out), "--backend", backend]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, **environ})
    lines = b""
    while process.poll() is None:
        lines += b"".join(_command_line(f) for f in Path("/proc").glob("[0-9]*/cmdline"))
        time.sleep(0.1)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0, output.decode()
    if token := environ.get("NEMO_TOKEN"):
        assert lines
        written = lines + output + b"".join(f.read_bytes() for f in out.rglob("*") if f.is_file())
        assert token.encode() not in written
    found = [*out.glob("*.mp4"), *out.glob("runs/*/ad/draft*.json"), *out.glob("runs/*/ad/snapshots/*.json")]
    return {f.name: f.read_bytes() for f in found}


def _command_line(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def test_the_same_recipe_makes_the_same_files(start: Start, clip: Path, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "ad.yaml").write_text(RECIPE)
    (tmp_path / "clip.mp4").write_bytes(clip.read_bytes())
    token = "nmv_" + "usr_" + "B" * 40
    (tmp_path / "tokens.txt").write_text(f"# the team\n{token}\n")
    _, url = start("--tokens", str(tmp_path / "tokens.txt"))
    here = ran(tmp_path, "local", UGCFLOW_CACHE=str(tmp_path / "cache-here"))
    there = ran(tmp_path, "nemo", UGCFLOW_CACHE=str(tmp_path / "cache-there"), NEMO_API_URL=url, NEMO_WEB_URL=url, NEMO_TOKEN=token)  # fmt: skip
    assert {"ad.web.mp4", "ad.wide.mp4", "draft.json", "draft.wide.json", "02-step-2.json"} <= set(here)
    assert sorted(there) == sorted(here)
    for name in here:
        assert there[name] == here[name], name
    log = (tmp_path / "serve0.log").read_text()
    assert "/run_sse" in log
    assert token not in log
