from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from ugcflow.studio.media.cache import Cache, default_folder, sha256

CONTENT = "ab" + "0" * 62


def test_a_measurement_is_made_once(tmp_path: Path) -> None:
    made: list[int] = []
    cache = Cache(tmp_path)
    for _ in range(2):
        assert cache.measure(CONTENT, "energy", 1, lambda: made.append(1) or [1.5]) == [1.5]
    assert Cache(tmp_path).get(CONTENT, "energy", 1) == [1.5]
    assert made == [1]


def test_versions_analyses_and_contents_are_kept_apart(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.measure(CONTENT, "energy", 1, lambda: 1)
    assert (
        cache.get(CONTENT, "energy", 2)
        is cache.get(CONTENT, "speech", 1)
        is cache.get("cd" + CONTENT[2:], "energy", 1)
        is None
    )


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b'{"content": "other", "value": 2}', b"\xff\xfe"])
def test_a_damaged_entry_is_measured_anew(tmp_path: Path, rubbish: bytes) -> None:
    cache = Cache(tmp_path)
    cache.measure(CONTENT, "energy", 1, lambda: 1)
    (entry,) = tmp_path.rglob("energy-1.json")
    entry.write_bytes(rubbish)
    assert cache.measure(CONTENT, "energy", 1, lambda: 2) == 2
    assert cache.get(CONTENT, "energy", 1) == 2


def test_a_failed_measurement_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        Cache(tmp_path).measure(CONTENT, "energy", 1, lambda: 1 // 0)
    assert not [f for f in tmp_path.rglob("*") if f.suffix in (".json", ".part")]


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "analyses").write_text("a file where a folder should be")
    assert Cache(tmp_path).measure(CONTENT, "energy", 1, lambda: 7) == 7


def _measure(folder: Path, log: Path) -> None:
    def make() -> int:
        with open(log, "a") as stream:
            stream.write("made\n")
        return 1

    Cache(folder).measure(CONTENT, "energy", 1, make)


def test_two_processes_measure_once(tmp_path: Path) -> None:
    log = tmp_path / "log"
    context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    workers = [context.Process(target=_measure, args=(tmp_path / "c", log)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert log.read_text() == "made\n"


def test_the_folder_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("UGCFLOW_CACHE", str(tmp_path))
    assert default_folder() == tmp_path


def test_a_changed_file_has_another_hash(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"one")
    first = sha256(file)
    file.write_bytes(b"two")
    os.utime(file, ns=(1, 1))
    assert first == "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    assert sha256(file) != first
