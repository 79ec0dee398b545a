"""Events appended one by one, whole on disk when `write` returns, and read back after a crash."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from ugcflow.errors import UgcflowError
from ugcflow.journal import Journal, read


def test_events_come_back_in_order_with_numbers_and_times(tmp_path: Path) -> None:
    with Journal(tmp_path / "runs/x/events.jsonl") as journal:
        journal.write("run_started", run="x")
        journal.write("run_done", status="passed")
        events = list(read(tmp_path / "runs/x/events.jsonl"))
    assert [(e["n"], e["type"]) for e in events] == [(0, "run_started"), (1, "run_done")]
    assert events[0]["at"].endswith("Z")


def test_an_event_is_on_disk_when_write_returns(tmp_path: Path) -> None:
    with Journal(tmp_path / "e.jsonl") as journal:
        entry = journal.write("warning", what="ä\n“x”")
        assert json.loads((tmp_path / "e.jsonl").read_text("utf-8")) == entry


def test_a_line_cut_off_by_a_crash_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "e.jsonl"
    file.write_text('{"n": 0, "type": "a"}\n{"n": 1, "ty')
    assert [e["n"] for e in read(file)] == [0]


def test_going_on_after_a_crash_joins_no_two_events(tmp_path: Path) -> None:
    file = tmp_path / "e.jsonl"
    file.write_text('{"n": 0, "type": "a"}\n{"n": 1, "ty')
    with Journal(file) as journal:
        journal.write("b")
    assert [(e["n"], e["type"]) for e in read(file)] == [(0, "a"), (1, "b")]


def test_a_broken_line_in_the_middle_is_no_journal(tmp_path: Path) -> None:
    file = tmp_path / "e.jsonl"
    file.write_text('{"n": 0}\nbroken\n{"n": 2}\n')
    with pytest.raises(UgcflowError, match="damaged: line 2 is no event"):
        list(read(file))


def test_a_crash_in_the_middle_of_a_letter_loses_that_line_only(tmp_path: Path) -> None:
    file = tmp_path / "e.jsonl"
    file.write_bytes(b'{"n": 0, "type": "a"}\n' + '{"n": 1, "what": "你'.encode()[:-1])
    assert [e["n"] for e in read(file)] == [0]


def test_there_is_nothing_in_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert list(read(tmp_path / "none.jsonl")) == []


def test_the_redactor_stands_before_the_disk(tmp_path: Path) -> None:
    with Journal(
        tmp_path / "e.jsonl", lambda value: json.loads(json.dumps(value).replace("secret", "hidden"))
    ) as journal:
        journal.write("warning", what="secret")
    assert "secret" not in (tmp_path / "e.jsonl").read_text()


def test_many_threads_write_whole_lines(tmp_path: Path) -> None:
    with Journal(tmp_path / "e.jsonl") as journal:
        threads = [
            threading.Thread(target=lambda: [journal.write("x", pad="y" * 500) for _ in range(20)]) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [e["n"] for e in read(tmp_path / "e.jsonl")] == list(range(160))
