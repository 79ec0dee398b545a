"""The client id: a UUID that stays the same between runs. Never a credential."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

from ugcflow.errors import UsageError
from ugcflow.nemo.token import replace_file


def client_id(given: str, file: Path) -> str:
    """NEMO_CLIENT_ID when it is given, else what `file` holds; a missing or broken file is made new.

    Raises UsageError when the one given is no UUID.
    """
    if given:
        if found := _uuid(given):
            return found
        raise UsageError("NEMO_CLIENT_ID is not a UUID", do=f"give a UUID, or leave it out: one is kept in {file}")
    try:
        kept = _uuid(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        kept = ""
    return kept or new_client_id(file)


def new_client_id(file: Path) -> str:
    """A new id, kept in `file` where that can be written."""
    made = str(uuid4())
    try:
        replace_file(file, made + "\n")
    except OSError:
        return made
    return made


def _uuid(text: str) -> str:
    try:
        return str(UUID(text.strip()))
    except ValueError:
        return ""
