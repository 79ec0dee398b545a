"""The one place that starts ffmpeg: the build that imageio-ffmpeg ships, never one from the system."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from ugcflow.errors import MissingExtra, RenderError

_running: set[subprocess.Popen[bytes]] = set()
_lock = threading.Lock()
_stops = 0


@cache
def executable() -> str:
    """Path of the ffmpeg binary. Raises MissingExtra when the studio is not installed."""
    try:
        import imageio_ffmpeg
    except ImportError:
        raise MissingExtra("the studio is not installed", do="pip install 'ugcflow[studio]'") from None
    return str(imageio_ffmpeg.get_ffmpeg_exe())


def run(
    arguments: Sequence[str],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    on_time: Callable[[float], None] | None = None,
) -> bytes:
    """Run ffmpeg to its end and return its stdout (of the file `-` or `pipe:1`, when an argument names it).

    `on_time` is called with the output position in seconds as the work goes on (then stdout belongs to the progress).
    The child dies with `stop_all`. Raises RenderError with ffmpeg's last words.
    """
    command = [executable(), "-hide_banner", "-nostdin", "-loglevel", "error", "-y"]
    command += ["-progress", "pipe:1", *arguments] if on_time else [*arguments]
    with subprocess.Popen(
        command, cwd=cwd, env=dict(env) if env else None, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL, start_new_session=True,
    ) as process:  # fmt: skip
        with _lock:
            _running.add(process)
        try:
            out, err = _listen(process, on_time) if on_time else process.communicate()
        except BaseException:
            process.kill()
            raise
        finally:
            with _lock:
                _running.discard(process)
    if process.returncode:
        raise RenderError(
            f"ffmpeg failed: {_last_words(err)}", do="check that the input files are whole and the disk has room"
        )
    return out


def stream(arguments: Sequence[str], size: int) -> Iterator[bytes]:
    """What ffmpeg writes to `pipe:1`, in blocks of exactly `size` bytes (the last may be shorter), however long it is.

    Left early, the child is killed. Raises RenderError with ffmpeg's last words when it fails.
    """
    command = [executable(), "-hide_banner", "-nostdin", "-loglevel", "error", "-y", *arguments]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    with watched(process):
        assert process.stdout
        errors, reader = _gathered(process)
        while block := process.stdout.read(size):
            yield block
        process.wait()
        reader.join()
    if process.returncode:
        raise RenderError(f"ffmpeg failed: {_last_words(b''.join(errors))}", do="check that the input files are whole")


def _gathered(process: subprocess.Popen[bytes]) -> tuple[list[bytes], threading.Thread]:
    """What the child says on stderr, read as it comes so that it never waits for us."""
    errors: list[bytes] = []

    def read() -> None:
        assert process.stderr
        with process.stderr as pipe:
            errors.append(pipe.read())

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    return errors, reader


@contextmanager
def watched(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """`stop_all` kills `process` while this lasts; it is dead when this ends, whatever the reason."""
    with _lock:
        _running.add(process)
    try:
        yield
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):  # stderr belongs to the thread that reads it
            if pipe:
                pipe.close()
        with _lock:
            _running.discard(process)


def running() -> int:
    """How many children run now."""
    with _lock:
        return sum(process.poll() is None for process in _running)


def stop_all() -> None:
    """Kill every ffmpeg (and listener) that runs: for Ctrl-C and for a session that is given up."""
    global _stops
    with _lock:
        _stops += 1
        for process in _running:
            process.kill()


def stops() -> int:
    """How often everything was stopped: work of many commands notes it at its start, and gives up when it has grown."""
    return _stops


def _listen(process: subprocess.Popen[bytes], on_time: Callable[[float], None]) -> tuple[bytes, bytes]:
    assert process.stdout
    assert process.stderr
    errors: list[bytes] = []
    reader = threading.Thread(target=lambda: errors.append(process.stderr.read()), daemon=True)  # type: ignore[union-attr]
    reader.start()
    for line in process.stdout:
        key, _, value = line.decode(errors="replace").strip().partition("=")
        if key == "out_time_us" and value.lstrip("-").isdigit():
            on_time(max(0, int(value)) / 1e6)
    process.wait()
    reader.join()
    return b"", b"".join(errors)


def _last_words(err: bytes) -> str:
    lines = [line.strip() for line in err.decode(errors="replace").splitlines() if line.strip()]
    return "; ".join(lines[-3:]) or "no reason given"
