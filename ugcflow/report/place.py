"""Where a report goes: into its run's folder, kept, and into the output folder as the latest; whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def write_text(text: str, name: str, *folders: Path) -> Path:
    """Write `text` as `name` into each folder; returns the last one's file."""
    file = Path(name)
    for folder in folders:
        file = folder / name
        temporary = file.with_name(f".{name}.{os.getpid()}.part")
        try:
            temporary.write_text(text, encoding="utf-8")
            os.replace(temporary, file)
        finally:
            temporary.unlink(missing_ok=True)
    return file


def write_json(value: Any, name: str, *folders: Path) -> Path:
    return write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", name, *folders)
