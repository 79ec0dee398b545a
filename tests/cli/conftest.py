"""A small real clip, and recipes over it whose sentences are pinned, so that these tests do not depend on how a sentence is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Ugcflow = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds of 180x320 with a tone."""
    ffmpeg = pytest.importorskip("imageio_ffmpeg").get_ffmpeg_exe()
    file = tmp_path_factory.mktemp("footage") / "clip.mp4"
    source = [
        "-f",
        "lavfi",
        "-i",
        "testsrc2=size=180x320:rate=30:duration=4",
        "-f",
        "lavfi",
        "-i",
        "sine=440:duration=4",
    ]
    subprocess.run(
        [ffmpeg, "-y", "-loglevel", "error", *source, "-pix_fmt", "yuv420p", "-shortest", str(file)], check=True
    )
    return file


def write_recipe(
    folder: Path, clip: Path, pins: dict[str, list[dict[str, object]]], more: str = "", name: str = "ad"
) -> Path:
    """`name`.yaml over the clip with its lock; `more` is YAML put after the steps."""
    folder.mkdir(parents=True, exist_ok=True)
    recipe = folder / f"{name}.yaml"
    steps = "".join(f"  - {say}\n" for say in pins) or "  - make it 9:16\n"
    export = "" if "export:" in more else "export:\n  - {name: web, resolution: 180x320, quality: low}\n"
    recipe.write_text(
        f"version: 1\nname: {name}\ninputs:\n  review: {clip}\nsteps:\n{steps}{export}{more}", encoding="utf-8"
    )
    lock = {"version": 1, "sentences": [{"say": s, "operations": o} for s, o in pins.items()]}
    (folder / f"{name}.lock.yaml").write_text(json.dumps(lock), encoding="utf-8")
    return recipe


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", "from ugcflow.cli import main; main()", *map(str, arguments)]


def environment(home: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("UGCFLOW", "NEMO", "GITHUB")) and k != "CI"}
    return {
        **kept,
        "UGCFLOW_CACHE": str(home / "cache"),
        "HOME": str(home),
        "NO_COLOR": "1",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }


@pytest.fixture
def ugcflow(tmp_path: Path) -> Ugcflow:
    """The command line in a process of its own, with a home of its own."""

    def call(
        *arguments: str | Path, stdin: str = "", cwd: Path | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*arguments), input=stdin, capture_output=True, text=True, cwd=cwd or tmp_path, env={**environment(tmp_path), **(env or {})}, timeout=120,
        )  # fmt: skip

    return call


def lines(texts: Sequence[str]) -> str:
    return "\n".join(texts) + "\n"
