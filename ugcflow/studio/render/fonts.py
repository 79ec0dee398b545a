"""The typefaces that come with the package."""

from __future__ import annotations

import os
from pathlib import Path


def environment(folder: Path) -> dict[str, str]:
    return dict(os.environ)
