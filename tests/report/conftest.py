"""Run folders that several tests of this room read; made once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.report import run_folder


@pytest.fixture(autouse=True, scope="session")
def _quick_journals() -> Iterator[None]:
    """Journals of tests need not outlive a power cut."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def passed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run_folder.make(_out(tmp_path_factory))


@pytest.fixture(scope="session")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three variants, the second of which fails at its last step."""
    values = {name: {"hook": f"Hook {name}"} for name in ("a", "b", "c")}
    return run_folder.make(_out(tmp_path_factory), values, run_folder.Kind(breaks=5, broken=("b",)))


def _out(factory: pytest.TempPathFactory) -> Path:
    out = factory.mktemp("run") / "out"
    out.mkdir()
    return out
