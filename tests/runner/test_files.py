"""Files appear whole or not at all; a folder that can't be written to is known early."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from ugcflow.errors import RenderError, UgcflowError
from ugcflow.runner import failure, files


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "deep/er/a.json"
    files.write_json(file, {"a": "ä"})
    files.write_json(file, {"a": 2})
    assert file.read_text() == '{\n "a": 2\n}\n'
    assert [p.name for p in file.parent.iterdir()] == ["a.json"]


def test_a_write_that_fails_leaves_the_earlier_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.json"
    files.write_json(file, 1)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.write_json(file, 2)
    assert file.read_text() == "1\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


def test_preparing_leaves_nothing_behind(tmp_path: Path) -> None:
    files.prepare(tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("below", ["taken", "taken/out"])
def test_a_file_in_the_way_is_said(tmp_path: Path, below: str) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(RenderError, match="is a file"):
        files.prepare(tmp_path / below)


def test_room_is_counted_in_megabytes(tmp_path: Path) -> None:
    files.need_room(tmp_path, 1)
    with pytest.raises(RenderError, match="the disk is full"):
        files.need_room(tmp_path, 10**18)


def test_runs_of_one_second_have_folders_of_their_own(tmp_path: Path) -> None:
    folders = {files.new_run(tmp_path) for _ in range(20)}
    assert len(folders) == 20


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "no permission"), (errno.EROFS, "no permission"), (errno.EIO, "output error")])  # fmt: skip
def test_faults_of_the_disk_in_plain_words(number: int, said: str) -> None:
    error = failure.from_os(OSError(number, os.strerror(number), "/x/y"), "writing")
    assert said in error.what
    assert error.do
    assert error.exit_code == 1


def test_of_several_faults_at_once_the_first_is_told(tmp_path: Path) -> None:
    group = ExceptionGroup("two", [RenderError("first"), ValueError("second")])
    assert failure.of(group, "working", tmp_path, str).what == "first"


def test_a_traceback_that_can_not_be_kept_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    assert isinstance(failure.from_bug(KeyError("x"), tmp_path / "taken", str), UgcflowError)
