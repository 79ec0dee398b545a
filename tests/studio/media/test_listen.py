from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ugcflow.errors import InputError, StepError
from ugcflow.studio import ffmpeg
from ugcflow.studio.media import listen, speech

Make = Callable[..., Path]
HESITATION = Path(__file__).with_name("hesitation.mp3")


def test_groups_leave_out_long_silence_and_fit_half_a_minute() -> None:
    second = listen.RATE // listen.FRAME
    voice = (
        [0.0] * 10 * second
        + [0.9] * 5 * second
        + [0.0] * second
        + [0.9] * 5 * second
        + [0.0] * 10 * second
        + [0.9] * 70 * second
    )
    groups = list(listen._groups(voice, len(voice) * listen.FRAME))
    assert groups[0][0] / listen.RATE == pytest.approx(9.8, abs=0.1)
    assert groups[0][1] / listen.RATE == pytest.approx(21.1, abs=0.3)
    assert groups[1][0] / listen.RATE == pytest.approx(30.5, abs=0.5)
    assert all(end - start <= listen.GROUP for start, end in groups)
    assert len(groups) >= 4


def test_a_window_ends_amid_the_longest_pause_of_its_last_minute() -> None:
    import numpy as np

    second = listen.RATE // listen.FRAME
    voice = [0.0] * 20 * second + [0.9] * 250 * second + [0.0] * 2 * second + [0.9] * 28 * second
    cut = listen._quietest(voice, np.zeros(len(voice) * listen.FRAME, np.float32))
    assert cut / listen.RATE == pytest.approx(271 * second * listen.FRAME / listen.RATE, abs=0.2)


def test_progress_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[float, str]] = []
    heard = speech.listen(HESITATION, 7700, lambda done, what: told.append((done, what)))
    assert told
    assert all(0 < done <= 1 and what == "listening" for done, what in told)
    assert len(heard["voice"]) == pytest.approx(7700 / speech.FRAME_MS, abs=4)


def test_stop_all_ends_the_listener() -> None:
    caught: list[BaseException] = []

    def work() -> None:
        try:
            speech.listen(HESITATION, 7700)
        except StepError as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    for _ in range(200):
        if ffmpeg._running:
            break
        time.sleep(0.01)
    ffmpeg.stop_all()
    thread.join(20)
    assert not thread.is_alive()
    assert "was stopped" in str(caught[0])
    assert not ffmpeg._running


@pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX")
def test_the_listener_dies_with_its_parent(tmp_path: Path) -> None:
    script = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import ugcflow.studio.media.listen as l, time; l._die_with_parent(); time.sleep(60)'],"
        " stdin=subprocess.PIPE)\n"
        "print(child.pid, flush=True)\n"
        "import time; time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
    assert parent.stdout
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    for _ in range(500):
        if not _alive(child):
            break
        time.sleep(0.02)
    assert not _alive(child)


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_sound_that_cannot_be_read_is_said(make: Make) -> None:
    silent = make("a.mp4", "-f", "lavfi", "-i", "testsrc=s=64x64:d=0.2")
    with pytest.raises(InputError, match=r"the sound of a\.mp4 can't be read: ffmpeg failed"):
        speech.listen(silent, 200)


def test_the_listener_ends_well_and_speaks_only_of_what_it_heard() -> None:
    command = [sys.executable, "-m", "ugcflow.studio.media.listen", str(HESITATION)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout
        lines = [json.loads(line) for line in child.stdout]
        assert child.wait(60) == 0
        assert child.stderr
        assert child.stderr.read() == b""
    assert lines[-1] == {"end": True}
    (window,) = [line["window"] for line in lines if "window" in line]
    assert len(window["voice"]) == -(-window["samples"] // listen.FRAME)
