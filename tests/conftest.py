"""What tests of several rooms share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared_media() -> Path:
    """The folder of real footage beside the checkout; the test is skipped where there is none."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "media"
    if not (folder / "media.json").is_file():
        pytest.skip("needs the footage of ../shared/media")
    return folder
