from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from ugcflow.errors import InputError
from ugcflow.studio.media.container import MAX_BYTES, recognise

Make = Callable[..., Path]
TONE = ("-f", "lavfi", "-i", "sine=d=0.2")
PICTURE = ("-f", "lavfi", "-i", "testsrc=s=64x48:d=0.2:r=10")


def refusal(file: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        recognise(file)
    assert caught.value.do
    return caught.value


@pytest.mark.parametrize("name", ["mp4", "mov", "avi", "mkv", "webm", "gif", "jpg", "png", "webp"])
def test_pictures_are_told_by_content_under_any_name(make: Make, name: str) -> None:
    one = ("-frames:v", "1", "-update", "1") if name in ("jpg", "png") else ("-frames:v", "1") if name == "webp" else ()
    file = make(f"a.{name}", *PICTURE, *one)
    assert recognise(file).name == name
    assert recognise(file.rename(file.with_name("mystery.bin"))).name == name


@pytest.mark.parametrize("name", ["mp3", "wav", "m4a", "aac"])
def test_sounds_are_told_by_content(make: Make, name: str) -> None:
    assert recognise(make(f"a.{name}", *TONE)).name == name


@pytest.mark.parametrize(
    ("name", "word"), [("a.flac", "FLAC"), ("a.ogg", "Ogg"), ("a.aiff", "AIFF"), ("a.ts", "transport")]
)
def test_other_formats_are_named(make: Make, name: str, word: str) -> None:
    assert word in refusal(make(name, *TONE)).what


def test_a_playlist_under_a_films_name_is_never_opened(tmp_path: Path) -> None:
    file = tmp_path / "ad.mp4"
    file.write_text("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/secret.ts\n")
    assert "playlist" in refusal(file).what


def test_missing_folder_empty_too_large_and_pipes(tmp_path: Path) -> None:
    empty = tmp_path / "empty.mp4"
    empty.touch()
    huge = tmp_path / "huge.mp4"
    huge.touch()
    os.truncate(huge, MAX_BYTES + 1)
    pipe = tmp_path / "pipe.mp4"
    socket.socket(socket.AF_UNIX).bind(str(pipe))
    said = {f: refusal(f).what for f in (tmp_path / "none.mp4", tmp_path, empty, huge, pipe)}
    words = ("not there", "a folder", "0 bytes", "limit is 500 MB", "not an ordinary file")
    assert all(word in what for word, what in zip(words, said.values(), strict=True))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "locked.mp4"
    file.write_bytes(b"x")
    file.chmod(0)
    assert "may not be read" in refusal(file).what


def test_text_is_refused_by_what_it_claims_to_be(tmp_path: Path) -> None:
    film, note = tmp_path / "film.mp4", tmp_path / "note.txt"
    film.write_text("hello")
    note.write_text("hello")
    assert "not a .mp4 file" in refusal(film).what
    assert "not in a format" in refusal(note).what


def test_heic_is_named(tmp_path: Path) -> None:
    file = tmp_path / "IMG_1.HEIC"
    file.write_bytes(b"\0\0\0\x18ftypheic" + b"\0" * 64)
    assert "HEIC" in refusal(file).what
