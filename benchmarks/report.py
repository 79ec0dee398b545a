"""How large the report of 200 variants is, how long it takes to write, and how soon a browser can use it.

    python -m benchmarks.report [VARIANTS]

Needs chromium for the last part. Prints one line a number.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.browser.conftest import ARGUMENTS
from tests.report import run_folder
from ugcflow.report import write


def main(variants: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        out.mkdir()
        os.fsync = lambda _: None  # type: ignore[assignment]
        run = run_folder.make(out, run_folder.grid(variants), run_folder.Kind(noise=True))
        begun = time.perf_counter()
        file = write(run, out, ["html"])["html"]
        print(f"written in {time.perf_counter() - begun:.2f} s")
        print(f"size {file.stat().st_size / 1e6:.1f} MB")
        if chromium := shutil.which("chromium"):
            browse(file, chromium, variants)


def browse(file: Path, chromium: str, variants: int) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        begun = time.perf_counter()
        page.goto(file.as_uri())
        page.locator(".tile").first.click()
        page.locator("#v0 .scroll svg rect").first.wait_for()
        print(f"opened, and a variant of {variants} drawn, in {time.perf_counter() - begun:.2f} s")
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
