"""The one place that starts ffmpeg: the build that imageio-ffmpeg ships, never one from the system."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from ugcflow.errors import MissingExtra, RenderError

_running: set[subprocess.Popen[bytes]] = set()
_lock = threading.Lock()


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


def stop_all() -> None:
    """Kill every ffmpeg that runs: for Ctrl-C and for a session that is given up."""
    with _lock:
        for process in _running:
            process.kill()


def _listen(process: subprocess.Popen[bytes], on_time: Callable[[float], None]) -> tuple[bytes, bytes]:
    assert process.stdout and process.stderr
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
